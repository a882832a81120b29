"""English: British by the dictionary, with -ize as Oxford has it."""
