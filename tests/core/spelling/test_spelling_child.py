"""The spelling process from inside: questions in, answers out."""

import io

import pytest

from cmdesk.model.language import Language
from cmdesk.spelling import child, peer
from cmdesk.spelling.mistake import Kind
from cmdesk.spelling.wire import Check, Know, Suggest, answer, line


def answers(*questions):
    told = io.BytesIO()
    child.serve(io.BytesIO(b"".join(map(line, questions))), told)
    return [answer(each) for each in told.getvalue().splitlines()]


def kinds(text, language):
    (found,) = answers(Check(text, language))
    return [(mistake.words, mistake.kind) for mistake in found.mistakes]


def test_both_scripts_of_a_text_are_judged_in_order():
    assert kinds("learnig อนุญาติ", Language.ENGLISH) == [("learnig", Kind.MISSPELT), ("อนุญาติ", Kind.MISSPELT)]


def test_a_thai_text_is_told_nothing_of_english_style():
    assert kinds("องค์กร organisation color learnig", Language.THAI) == [("learnig", Kind.MISSPELT)]


def test_a_text_without_words_has_no_mistakes():
    assert kinds("123 – 😀", Language.THAI) == []


def test_words_that_become_known_are_no_longer_marked():
    asked = Check("xyzzyes and Foo Color", Language.ENGLISH)
    before, _known, after = answers(asked, Know(("xyzzyes",), ("Foo Color",)), asked)
    assert ([m.words for m in before.mistakes], after.mistakes) == (["xyzzyes", "Color"], ())


@pytest.mark.parametrize(("words", "first"), [("recieve", "receive"), ("อนุญาติ", "อนุญาต")])
def test_suggestions_come_in_the_language_of_the_word(words, first):
    (found,) = answers(Suggest(words))
    assert found.suggestions[0] == first


def test_the_checkout_starts_a_module(monkeypatch):
    monkeypatch.delattr("sys.frozen", raising=False)
    assert peer.command()[1:] == ["-P", "-m", "cmdesk.spelling.child"]


def test_the_frozen_program_starts_the_small_one_beside_it(monkeypatch, tmp_path):
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "cmdesk.exe"))
    assert peer.command() == [str(tmp_path / "cmdesk-spelling.exe")]
