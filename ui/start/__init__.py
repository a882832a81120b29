"""What is shown while no dossier is open."""
