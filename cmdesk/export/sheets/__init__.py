"""Figures to a spreadsheet. The only room that writes Excel files."""
