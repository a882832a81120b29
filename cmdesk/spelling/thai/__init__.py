"""Thai: what is no word, but nearly a frequent one; words often misspelt; signs in an odd order. Quiet by default."""
