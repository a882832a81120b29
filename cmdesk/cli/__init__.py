"""The program without a window: `cmdesk COMMAND`."""
