"""CMDesk, the dossier editor; this package is the program, `ui` is its window."""

__version__ = "0.1.0"
