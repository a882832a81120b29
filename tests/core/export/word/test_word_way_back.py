"""Whether a file that somebody changed in LibreOffice still tells which paragraph is which."""

import random
import zipfile
from pathlib import Path

import pytest
from libreoffice_hands import Change, change
from lxml import etree
from word_files import W

from cmdesk.export import profiles
from cmdesk.export.blocks import Document, Pair, Paragraph
from cmdesk.export.compose import compose
from cmdesk.export.word.writer import write
from cmdesk.sample.dossier import sample

SEED = 20260
WORDS = " (ทดสอบ tested)"
FEWEST_LETTERS = 30


def sourced(document: Document) -> list[Paragraph]:
    """The paragraphs that came from the dossier, with a text of some length."""
    found = []
    for block in document.blocks:
        sides = (block.thai, block.english) if isinstance(block, Pair) else (block,)
        found += [side for side in sides if isinstance(side, Paragraph) and side.source]
    return found


def phrase(paragraph: Paragraph) -> str:
    """Words of a paragraph that one can look for: from its longest plain piece."""
    return max((piece.text for piece in paragraph.flow.pieces if not piece.anchor), key=len)[:FEWEST_LETTERS].strip()


def parts(path: Path) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))


def texts(path: Path) -> dict[str, str]:
    """The text inside the bookmark of each paragraph of the dossier."""
    root = parts(path)
    inside: dict[str, str] = {}
    named: dict[str, str] = {}
    for each in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"):
        number = each.get(f"{W}id") or ""
        name = each.get(f"{W}name") or ""
        if each.tag == f"{W}bookmarkStart" and name.startswith("_p_"):
            inside[number] = name
            named[name] = ""
        elif each.tag == f"{W}bookmarkEnd":
            inside.pop(number, None)
        elif each.tag == f"{W}t":
            for mark in inside.values():
                named[mark] += each.text or ""
    return named


def made(folder: Path, count: int) -> list[tuple[Change, Paragraph]]:
    """Files of the sample in all shipped styles, and a change to one paragraph of each."""
    chance = random.Random(SEED)
    styles = profiles.available()
    found = []
    for number in range(count):
        document = compose(sample(), styles[number % len(styles)])
        source = folder / f"{number}.docx"
        write(document, source)
        everything = "".join(each.text or "" for each in parts(source).iter(f"{W}t"))
        unlike = [each for each in sourced(document) if everything.count(phrase(each)) == 1]
        paragraph = chance.choice(unlike)
        found.append((Change(source, folder / f"{number}-changed.docx", phrase(paragraph), WORDS), paragraph))
    return found


def name_of(paragraph: Paragraph) -> str:
    return f"_p_{paragraph.source}_{paragraph.flow.language.value}"


@pytest.mark.parametrize(
    "count",
    [pytest.param(5, marks=pytest.mark.peers), pytest.param(50, marks=pytest.mark.campaign)],
)
def test_every_name_and_the_change_itself_come_back(tmp_path: Path, count: int) -> None:
    changes = made(tmp_path, count)
    change([each for each, _paragraph in changes], tmp_path / "home")
    for one, paragraph in changes:
        before, after = texts(one.source), texts(one.target)
        assert set(before) == set(after)
        assert WORDS in after[name_of(paragraph)]
        untouched = {name: text for name, text in before.items() if name != name_of(paragraph)}
        assert {name: after[name] for name in untouched} == untouched
