"""The program without a window: `cmdesk COMMAND`. Each command is a module of `commands`, loaded when asked for."""
