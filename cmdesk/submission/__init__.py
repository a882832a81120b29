"""The submission package: one folder with all that is handed in, what must still be signed, and what is in it."""
