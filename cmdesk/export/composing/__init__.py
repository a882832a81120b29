"""Dossier to neutral blocks, in the languages asked for; the door is `cmdesk.export.compose`."""
