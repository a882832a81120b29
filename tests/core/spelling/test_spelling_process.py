"""Spelling in a process of its own: order, cancelling, memory, death and closing."""

import json
import subprocess
import sys
import time
from concurrent.futures import CancelledError

import pytest

from cmdesk.model.language import Language
from cmdesk.spelling import peer
from cmdesk.spelling.errors import SpellingFailedError, SpellingUnavailableError
from cmdesk.spelling.mistake import Kind, Mistake
from cmdesk.spelling.process import SpellingProcess

SOON = 10


@pytest.fixture
def spelling(obedient):
    with SpellingProcess(obedient) as process:
        yield process


@pytest.fixture
def gate(tmp_path):
    return tmp_path / "gate"


def log(asked):
    return [text for kind, text in map(json.loads, asked.read_text(encoding="utf-8").splitlines()) if kind == "check"]


def held_up(spelling, gate, asked):
    """Keep the child busy until the gate is there; what is asked meanwhile waits."""
    first = spelling.check("first", f"wait {gate}", Language.ENGLISH)
    while not asked.exists() or len(log(asked)) == 0:
        time.sleep(0.005)
    return first


def check(spelling, text, key=None):
    return spelling.check(key or text, text, Language.ENGLISH)


def test_a_real_text_is_judged_elsewhere_and_its_words_suggested():
    with SpellingProcess() as spelling:
        found = check(spelling, "A learnig city").result(SOON)
        assert (found, spelling.suggest("learnig").result(SOON)[0]) == (
            (Mistake(2, 9, Kind.MISSPELT, "learnig"),),
            "learning",
        )


def test_the_newest_text_is_judged_first(spelling, gate, asked):
    held_up(spelling, gate, asked)
    waiting = [check(spelling, text) for text in ("one", "two", "three")]
    gate.touch()
    for future in waiting:
        future.result(SOON)
    assert log(asked)[1:] == ["three", "two", "one"]


def test_a_newer_text_of_a_paragraph_replaces_the_one_that_waits(spelling, gate, asked):
    held_up(spelling, gate, asked)
    older = check(spelling, "older", key="paragraph")
    newer = check(spelling, "newer", key="paragraph")
    gate.touch()
    newer.result(SOON)
    assert (older.cancelled(), "older" in log(asked)) == (True, False)


def test_a_text_that_is_known_already_replaces_the_one_that_waits(spelling, gate, asked):
    check(spelling, "known").result(SOON)
    held_up(spelling, gate, asked)
    older = check(spelling, "older", key="paragraph")
    check(spelling, "known", key="paragraph")
    gate.touch()
    assert older.cancelled()


def test_a_paragraph_that_is_gone_is_not_asked_about(spelling, gate, asked):
    held_up(spelling, gate, asked)
    gone = check(spelling, "gone")
    spelling.cancel("gone")
    gate.touch()
    check(spelling, "last").result(SOON)
    assert (gone.cancelled(), "gone" in log(asked)) == (True, False)


def test_a_future_that_its_owner_cancelled_is_not_asked_about(spelling, gate, asked):
    held_up(spelling, gate, asked)
    unwanted = check(spelling, "unwanted")
    unwanted.cancel()
    gate.touch()
    check(spelling, "last").result(SOON)
    spelling.check("another", "another", Language.ENGLISH).result(SOON)
    assert "unwanted" not in log(asked)


def test_a_text_is_judged_once(spelling, asked):
    first = check(spelling, "same", key="one").result(SOON)
    again = check(spelling, "same", key="other")
    assert (again.done(), again.result(), log(asked)) == (True, first, ["same"])


def test_texts_judged_long_ago_are_forgotten(spelling, asked, monkeypatch):
    monkeypatch.setattr("cmdesk.spelling.process.REMEMBERED", 2)
    for text in ("one", "two", "one", "three", "one", "two"):
        check(spelling, text).result(SOON)
    assert log(asked) == ["one", "two", "three", "two"]


def test_a_window_loads_no_dictionary_library():
    script = "import sys, cmdesk.spelling.process; print({'hunspell', 'nlpo3', 'icu4py'} & set(sys.modules))"
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "set()\n"
    )


def test_other_languages_are_other_questions(spelling, asked):
    check(spelling, "same").result(SOON)
    spelling.check("same", "same", Language.THAI).result(SOON)
    assert log(asked) == ["same", "same"]


def test_new_words_are_told_before_the_next_text_and_old_findings_forgotten(spelling, asked):
    check(spelling, "same").result(SOON)
    spelling.know(["new", "word"], ["A Title"])
    check(spelling, "same").result(SOON)
    assert [json.loads(told) for told in asked.read_text(encoding="utf-8").splitlines()] == [
        ["know", []],
        ["check", "same"],
        ["know", ["new", "word"]],
        ["check", "same"],
    ]


def test_what_was_found_before_words_became_known_is_not_kept(spelling, gate, asked):
    first = held_up(spelling, gate, asked)
    spelling.know(["new"])
    gate.touch()
    first.result(SOON)
    check(spelling, f"wait {gate}").result(SOON)
    assert log(asked) == [f"wait {gate}"] * 2


def test_a_process_that_dies_over_a_text_is_started_anew_and_asked_again(spelling):
    assert check(spelling, "die once").result(SOON)[0].words == "die once"


def test_words_are_told_anew_to_a_new_process(spelling, asked):
    spelling.know(["word"])
    check(spelling, "die once").result(SOON)
    assert asked.read_text(encoding="utf-8").count('["know", ["word"]]') == 2


@pytest.mark.parametrize("text", ["die", "babble"])
def test_a_text_that_is_the_end_of_two_processes_fails_alone(spelling, text):
    with pytest.raises(SpellingFailedError):
        check(spelling, text).result(SOON)
    assert check(spelling, "after").result(SOON)[0].words == "after"


def test_after_three_processes_that_answered_nothing_no_more_is_started(spelling, asked):
    for key in range(2):
        with pytest.raises((SpellingFailedError, SpellingUnavailableError)):
            check(spelling, "die", key=key).result(SOON)
    with pytest.raises(SpellingUnavailableError):
        check(spelling, "after").result(SOON)
    assert log(asked) == ["die"] * 3


def test_a_program_that_is_not_there_fails_the_question(tmp_path):
    with SpellingProcess([str(tmp_path / "absent")]) as spelling, pytest.raises(SpellingUnavailableError):
        check(spelling, "text").result(SOON)


def test_a_child_that_never_answers_is_ended(monkeypatch, obedient, gate):
    monkeypatch.setattr(peer, "PATIENCE", 0.2)
    with SpellingProcess(obedient) as spelling, pytest.raises(SpellingFailedError):
        check(spelling, f"wait {gate}").result(SOON)


def test_closing_does_not_wait_for_an_answer_and_cancels_what_waits(obedient, gate, asked):
    spelling = SpellingProcess(obedient)
    under_way = held_up(spelling, gate, asked)
    waiting = check(spelling, "waiting")
    begun = time.monotonic()
    spelling.close()
    assert (time.monotonic() - begun < 2, waiting.cancelled(), under_way.done()) == (True, True, True)


def test_what_is_asked_after_closing_is_cancelled(obedient):
    spelling = SpellingProcess(obedient)
    spelling.close()
    spelling.close()
    with pytest.raises(CancelledError):
        check(spelling, "late").result(SOON)


def test_nothing_is_started_before_the_first_question(asked, obedient):
    SpellingProcess(obedient).close()
    assert not asked.exists()


def test_a_listener_may_ask_again_when_its_text_is_cancelled(spelling, gate, asked):
    held_up(spelling, gate, asked)
    again = []
    older = check(spelling, "older", key="paragraph")
    older.add_done_callback(lambda _future: again.append(check(spelling, "again", key="other")))
    check(spelling, "newer", key="paragraph")
    gate.touch()
    assert again[0].result(SOON)[0].words == "again"
