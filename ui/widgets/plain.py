"""Text of other people's put where Qt would take it for markup."""

import re
from html import escape


def tip(words: str) -> str:
    """Tool tip that shows these words as they are, and wraps: Qt would read `<img …>` in a plain one as markup."""
    return f"<p>{escape(words)}</p>" if words else ""


def bare(words: str) -> str:
    """Words of a menu as they are read elsewhere: without the letter to press with Alt and without dots."""
    return re.sub(r"\s*\(&\w\)", "", words).replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
