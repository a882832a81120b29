"""What a user can do to a dossier: small frozen objects with a label and `apply`, pure and knowing no window."""
