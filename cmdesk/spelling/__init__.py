"""Spelling of both languages: what is misspelt in a paragraph, and what it may have been meant to be.

`process` is the door for a window: the work is done in a process of its own, so that typing never waits.
"""
