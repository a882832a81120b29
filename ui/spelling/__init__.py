"""Spelling on the page: quiet marks under what is seen, and better words where one asks for them."""
