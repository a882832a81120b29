"""Thai as it should be typed: the same to the eye, but found by every search and right in every font."""

import re

from cmdesk.thai.letters import MARK_ORDER, MARKS, NIKHAHIT, SARA_AA, SARA_AE, SARA_AM, TWO_SARA_E

_RUN = re.compile(f"[{MARKS}{SARA_AA}{SARA_AM}]{{2,}}")


def mended(text: str) -> str:
    """Text with marks in the order they are typed in, none twice on a letter, sara am and sara ae as one letter each.

    What is mended stays as it is, and has the same `search_key` as before.
    """
    return _RUN.sub(_in_order, text.replace(TWO_SARA_E, SARA_AE))


def _in_order(run: re.Match[str]) -> str:
    marks = set(run[0]) & set(MARK_ORDER)
    ams, aas = run[0].count(SARA_AM), run[0].count(SARA_AA)
    if NIKHAHIT in marks and not ams and aas:
        ams, aas = 1, aas - 1
    if ams:
        marks.discard(NIKHAHIT)
    return "".join(sorted(marks, key=MARK_ORDER.index)) + SARA_AM * ams + SARA_AA * aas
