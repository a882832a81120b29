"""Files of TOML that people write by hand: read with the line of each value, every mistake named at once."""
