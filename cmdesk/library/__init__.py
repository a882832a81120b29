"""The evidence library: bringing records in, finding them again, and seeing which claims stand on what."""
