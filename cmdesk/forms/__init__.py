"""Form templates as data: reading, checking, listing them."""
