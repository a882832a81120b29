"""Notes in the margin: the panel that lists them, and the way from a note to its words and back."""
