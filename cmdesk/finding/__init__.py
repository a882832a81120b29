"""Finding words everywhere in a dossier, and putting others in their place: pure, over a state."""
