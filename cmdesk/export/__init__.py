"""Dossier to neutral blocks to Word or PDF: `blocks` knows no file format, `word` and `pdf` know no dossier."""
