"""Text of other people's put where Qt would take it for markup."""

from html import escape


def tip(words: str) -> str:
    """Tool tip that shows these words as they are, and wraps: Qt would read `<img …>` in a plain one as markup."""
    return f"<p>{escape(words)}</p>" if words else ""
