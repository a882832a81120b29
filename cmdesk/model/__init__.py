"""A dossier and its parts, as immutable values. Nothing here does anything; `cmdesk.edits` makes new ones."""
