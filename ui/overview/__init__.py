"""The dossier at a glance: a line for each section, and the days that are left."""
