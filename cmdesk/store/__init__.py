"""Keeping a dossier on disk so that nothing acknowledged is ever lost. The only room that knows TinyDB."""
