"""The window. It shows a session of `cmdesk` and turns what hands do into edits."""
