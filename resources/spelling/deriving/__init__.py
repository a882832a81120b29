"""Derives the Thai word list and its frequencies from corpora in the public domain; not part of the program."""
