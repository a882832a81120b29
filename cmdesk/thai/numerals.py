"""Thai and Arabic digits, each for the other."""

_THAI = "๐๑๒๓๔๕๖๗๘๙"
_ARABIC = "0123456789"
_TO_THAI = str.maketrans(_ARABIC, _THAI)
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)


def to_thai_digits(text: str) -> str:
    """Text with Thai digits for Arabic ones."""
    return text.translate(_TO_THAI)


def to_arabic_digits(text: str) -> str:
    """Text with Arabic digits for Thai ones."""
    return text.translate(_TO_ARABIC)
