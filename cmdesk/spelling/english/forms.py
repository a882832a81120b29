"""British forms that Oxford writes with -ize, and American forms of British words.

Oxford's -ize comes from the Greek verbs; words whose -ise is part of the root keep it (advise, surprise), and -yse
stays (analyse). What the dictionary can tell is not listed: a form with z that it knows is Oxford's, but for the few
below; they were found by comparing it with the British word lists of SCOWL, with and without z.
"""

import re
from collections.abc import Callable, Iterator
from string import ascii_lowercase

Knows = Callable[[str], bool]

_ISE = re.compile(r"(.+)is(e|ed|es|er|ers|ing|ingly|ation|ations|ational|able|ability|edly)", re.IGNORECASE)
_IZE = re.compile(_ISE.pattern.replace("is(", "iz("), re.IGNORECASE)
_OWN_ISE = re.compile(
    r"(?:(?:chrys|v)al|dancerc|(?:dis|af|en)*franch|expert|improv|ma|merchand|pr|se|s)", re.IGNORECASE
)
"""What stands before an -ise that is none of these: a form with z exists, but is rare or another word."""
_GREEK = "al"
"""The end of a stem whose verb is surely one with -ize, also where the dictionary lacks it (revitalizes)."""

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
    is_greek = knows(with_z) or match[1].endswith(_GREEK)
    return with_z + word[len(bare) :] if is_greek else None


def is_oxford(word: str, knows: Knows) -> bool:
    """Whether a word is the -ize form, which the dictionary lacks, of one in -ise that it has."""
    match = _IZE.fullmatch(word)
    return match is not None and match[1].endswith(_GREEK) and knows(f"{match[1]}is{match[2]}")


def british(word: str, knows: Knows) -> str | None:
    """The British form of an American one; None where changing it in the usual ways gives no word."""
    lower = word.lower()
    changed = (re.sub(american, form, lower, count=1) for american, form in _AMERICAN)
    found = next((form for form in changed if form != lower and knows(form)), None)
    return found.capitalize() if found and word[0].isupper() else found


def one_slip_away(word: str) -> Iterator[str]:
    """Every string that a letter left out, put in, changed or exchanged with the next makes of a word."""
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        yield before + after[1:]
        yield before + after[1:2] + after[:1] + after[2:]
        for letter in ascii_lowercase:
            yield before + letter + after
            yield before + letter + after[1:]
