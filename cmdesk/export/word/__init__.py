"""Neutral blocks to a Word file. The only room that knows python-docx, beside the forms."""
