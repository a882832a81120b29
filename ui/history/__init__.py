"""The dossier's past: versions, backups, what became of damage."""
