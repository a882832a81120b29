"""The palette: everything that can be done and gone to, by a few letters of its name."""
