"""One module for each command: `run` does it and returns the exit status."""
