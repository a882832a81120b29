"""British forms that Oxford writes with -ize, and American forms of British words.

Oxford's -ize comes from the Greek verbs; words whose -ise is part of the root keep it (advise, surprise), and -yse
stays (analyse). Nothing is listed that the dictionary can tell: a form with z that it knows is Oxford's, but for the
few below, found by comparing it with the British word lists of SCOWL, with and without z.
"""

import re
from collections.abc import Callable

Knows = Callable[[str], bool]

_ISE = re.compile(r"(.+)is(e|ed|es|er|ers|ing|ingly|ation|ations|ational|able|ability|edly)", re.IGNORECASE)
_OWN_ISE = re.compile(r"(?:dancerc|(?:dis)?enfranch|expert|improv|ma|merchand|pr|se|s|appr|compr|surpr)", re.IGNORECASE)
"""What stands before an -ise that is none of these: a form with z exists, but is rare or another word."""

_HOUSE = {
    "program": "programme",
    "programs": "programmes",
    "judgment": "judgement",
    "judgments": "judgements",
    "acknowledgment": "acknowledgement",
    "acknowledgments": "acknowledgements",
    "gray": "grey",
}
"""What the dictionary allows, but the United Nations' spelling does not."""

_AMERICAN = (
    (r"or(s|ed|ing|ite|ites|able|ful|hood|hoods)?$", r"our\1"),
    (r"er(s|ed)?$", r"re\1"),
    (r"ense(s|less)?$", r"ence\1"),
    (r"yz(e|ed|es|er|ers|ing)$", r"ys\1"),
    (r"l(ed|ing|er|ers)$", r"ll\1"),
    (r"ll(|s|ment|ments)$", r"l\1"),
    (r"llful", r"lful"),
    (r"og(s|ed|ing)?$", r"ogue\1"),
    (r"oging$", r"oguing"),
    (r"um$", r"ium"),
    (r"ewelry$", r"ewellery"),
    (r"plow", r"plough"),
    (r"mold", r"mould"),
    (r"tire(s?)$", r"tyre\1"),
    (r"eled(.*)$", r"elled\1"),
    (r"(an|or|p)ed", r"\1aed"),
    (r"euver(s|ed|ing)?$", r"oeuvr\1"),
    (r"euver(s?)$", r"oeuvre\1"),
    (r"e(?=[a-z])", r"ae"),
    (r"e(?=[a-z])", r"oe"),
)


def oxford(word: str, knows: Knows) -> str | None:
    """The form that Oxford has for a British word; None where it is that form."""
    bare = re.sub("['’]s?$", "", word)
    if bare in _HOUSE:
        return _HOUSE[bare] + word[len(bare) :]
    match = _ISE.fullmatch(bare)
    if match is None or _OWN_ISE.fullmatch(match[1]):
        return None
    with_z = f"{match[1]}iz{match[2]}"
    return with_z + word[len(bare) :] if knows(with_z) else None


def british(word: str, knows: Knows) -> str | None:
    """The British form of an American one; None where changing it in the usual ways gives no word."""
    lower = word.lower()
    changed = (re.sub(american, form, lower, count=1) for american, form in _AMERICAN)
    found = next((form for form in changed if form != lower and knows(form)), None)
    return found.capitalize() if found and word[0].isupper() else found
