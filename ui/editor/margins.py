"""How wide the margins of a text are: said once, for paper, marks and pointer."""

MARGIN_WIDTH = 38
"""Pixels to the left of a text that belong to its marks."""
RIGHT_MARGIN = 28
"""Pixels to the right of it, where its notes are marked."""
