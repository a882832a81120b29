"""Windows that ask for something before they let go."""
