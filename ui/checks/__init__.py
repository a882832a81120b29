"""The checks in the window: what is found, while one writes, and the way to it."""
