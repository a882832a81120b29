"""Spellers loaded once, the labelled sentences, and a child that does as its questions say."""

import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from cmdesk import assets
from cmdesk.spelling.english.speller import EnglishSpeller
from cmdesk.spelling.known import Known, shipped_titles, shipped_words
from cmdesk.spelling.thai.speller import ThaiSpeller

_PLANTED = re.compile(r"\[(.*?)\|(.*?)\]")

OBEDIENT = """
import json, os, pathlib, sys, time
log = pathlib.Path(sys.argv[1])
for line in sys.stdin:
    asked = json.loads(line)
    text = asked.get("text") or asked.get("words")
    with log.open("a", encoding="utf-8") as told:
        told.write(json.dumps([asked["type"], text]) + "\\n")
    if asked["type"] == "check" and text.startswith("wait "):
        while not pathlib.Path(text[5:]).exists():
            time.sleep(0.005)
    if text == "die" or (text == "die once" and log.read_text(encoding="utf-8").count("die once") == 1):
        os._exit(1)
    if text == "babble":
        print("no answer", flush=True)
        continue
    print(json.dumps({"mistakes": [{"start": 0, "stop": 1, "kind": "misspelt", "words": str(text), "meant": []}],
                      "suggestions": ["this"]}), flush=True)
"""


@dataclass(frozen=True)
class Planted:
    """A sentence with one mistake."""

    text: str
    start: int
    stop: int
    right: str


@dataclass(frozen=True)
class Half:
    """A half of the labelled sentences."""

    planted: list[Planted]
    clean: list[str]


def planted(sentence):
    match = _PLANTED.search(sentence)
    before, after = sentence[: match.start()], sentence[match.end() :]
    return Planted(before + match[1] + after, len(before), len(before) + len(match[1]), before + match[2] + after)


@pytest.fixture(scope="session")
def halves():
    found = tomllib.loads(Path(__file__).with_name("thai_set.toml").read_text(encoding="utf-8"))
    return {name: Half([planted(line) for line in half["planted"]], half["clean"]) for name, half in found.items()}


@pytest.fixture(scope="session")
def english():
    return EnglishSpeller()


@pytest.fixture(scope="session")
def thai():
    return ThaiSpeller()


@pytest.fixture(scope="session")
def unlisted(tmp_path_factory):
    """A Thai speller without the list of common mistakes: what the rules alone find."""
    folder = tmp_path_factory.mktemp("unlisted")
    words = assets.resource("spelling", "thai-words.txt").read_text(encoding="utf-8").split()
    pairs = [map(int, line.split()) for line in assets.resource("spelling", "thai-levels.txt").read_text().splitlines()]
    levels = [level for level, number in pairs for _word in range(number)]
    listed = {
        line.split()[0]
        for line in assets.resource("spelling", "thai-mistakes.txt").read_text("utf-8").split("\n")
        if line
    }
    kept = [(word, level) for word, level in zip(words, levels, strict=True) if word not in listed]
    (folder / "thai-words.txt").write_text("\n".join(word for word, _level in kept), encoding="utf-8")
    (folder / "thai-levels.txt").write_text("\n".join(f"{level} 1" for _word, level in kept), encoding="utf-8")
    (folder / "thai-mistakes.txt").write_text("", encoding="utf-8")
    return ThaiSpeller(folder)


@pytest.fixture(scope="session")
def shipped():
    return Known(shipped_words(), shipped_titles())


@pytest.fixture
def asked(tmp_path):
    """The log of what the obedient child was asked."""
    return tmp_path / "asked.txt"


@pytest.fixture
def obedient(tmp_path, asked):
    """The command of a child that answers at once, waits for a file, dies or babbles, as the text says."""
    script = tmp_path / "obedient.py"
    script.write_text(OBEDIENT, encoding="utf-8")
    return [sys.executable, str(script), str(asked)]
