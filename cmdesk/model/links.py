"""Which addresses a text may point at: web pages and mail, nothing that opens a file or runs a script."""

from urllib.parse import urlsplit

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _
from cmdesk.thai.cleaning import clean

SCHEMES = ("http", "https", "mailto")
LONGEST = 2_000
"""Characters; browsers and Word cut longer addresses."""


class ForbiddenLinkError(CMDeskError):
    """An address that a dossier may not point at."""

    def __init__(self, address: str) -> None:
        super().__init__(f"forbidden link: {address[:80]!r}")
        self.address = address

    @property
    def what(self) -> str:
        """What was refused."""
        return _("“{address}” can't be used as a link.").format(address=self.address[:80])

    @property
    def advice(self) -> str:
        """What would do."""
        return _("Use an address that begins with https://, http:// or mailto:.")


def is_allowed(address: str) -> bool:
    """Whether an address is a web or mail address without control characters, blanks or a password."""
    if (
        len(address) > LONGEST
        or clean(address) != address
        or any(c.isspace() or ord(c) < ord(" ") or c == "\\" for c in address)
    ):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme == "mailto":
        return "@" in parts.path
    return parts.scheme in SCHEMES and bool(parts.hostname) and parts.password is None
