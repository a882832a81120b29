"""The Thai catalogue is whole: every message of the code is there, translated, with the places that it names."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
THAI = ROOT / "translations" / "th" / "LC_MESSAGES" / "cmdesk.po"
KEYWORDS = {**DEFAULT_KEYWORDS, "N_": None, "pgettext": ((1, "c"), 2)}
PLACE = re.compile(r"\{(\w*)[^}]*\}|%\((\w+)\)s|%[sd]")


def words_of(message: Message) -> tuple[list[str], list[str]]:
    ids = [message.id] if isinstance(message.id, str) else list(message.id)
    strings = [message.string] if isinstance(message.string, str) else list(message.string)
    return ids, strings


@pytest.fixture(scope="module")
def thai() -> Catalog:
    with THAI.open("rb") as source:
        return read_po(source, locale="th")


def test_every_message_of_the_code_is_in_the_catalogue(thai):
    used = {
        (message[0] if isinstance(message, tuple) else message, context)
        for room in ("cmdesk", "ui")
        for _file, _line, message, _comments, context in extract_from_dir(ROOT / room, keywords=KEYWORDS)
    }
    assert {message for message, context in used if message and thai.get(message, context) is None} == set()


def test_every_message_is_translated(thai):
    bare = [message.id for message in thai if message.id and not all(words_of(message)[1])]
    assert bare == []


def test_no_translation_is_only_a_guess(thai):
    assert [message.id for message in thai if message.id and message.fuzzy] == []


def test_translations_name_the_same_places(thai):
    def places(words: str) -> set[str]:
        return {match.group(0) for match in PLACE.finditer(words)}

    for message in thai:
        if message.id:
            ids, strings = words_of(message)
            for string in strings:
                assert places(string) <= places(" ".join(ids)), message.id
                assert places(ids[-1]) - {"{count}", "{n}"} <= places(string), message.id


def test_the_compiled_catalogue_is_that_of_the_source(thai):
    made = BytesIO()
    write_mo(made, thai)
    made.seek(0)
    with THAI.with_suffix(".mo").open("rb") as compiled:
        assert by_words(read_mo(compiled)) == by_words(read_mo(made))


def by_words(catalogue: Catalog) -> dict[str, str]:
    return {str(message.id): str(message.string) for message in catalogue if message.id}
