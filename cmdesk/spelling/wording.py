"""Why something was marked, for people."""

from cmdesk.i18n import _
from cmdesk.spelling.mistake import Kind, Mistake


def why(mistake: Mistake) -> str:
    """One sentence for a tip beside the mark."""
    form = mistake.meant[0] if mistake.meant else ""
    match mistake.kind:
        case Kind.OXFORD:
            return _("Oxford spelling, which the United Nations follow, has “{form}”.").format(form=form)
        case Kind.AMERICAN:
            return _("American spelling; British English has “{form}”.").format(form=form)
        case Kind.MARKS:
            return _("Vowels or tone marks are typed in an unusual order or twice: a search would miss this word.")
        case Kind.MISSPELT if form:
            return _("Possibly misspelt: “{form}” may be meant.").format(form=form)
        case _kind:
            return _("The dictionary does not know this word.")
