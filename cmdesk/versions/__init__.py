"""States of a dossier compared, and brought back."""
