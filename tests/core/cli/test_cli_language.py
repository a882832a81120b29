import argparse
import gettext
import inspect
import os

import pytest

from cmdesk import i18n
from cmdesk.cli import speaking
from cmdesk.cli.folding import cells, fold
from cmdesk.cli.parsing import ARGPARSE_WORDS, argparse_speaks

WORDS = {
    "usage: ": "วิธีใช้: ",
    "options": "ตัวเลือก",
    "show this help message and exit": "แสดงวิธีใช้นี้แล้วจบการทำงาน",
    "%(prog)s: error: %(message)s\n": "%(prog)s: ข้อผิดพลาด: %(message)s\n",
    "the following arguments are required: %s": "ต้องระบุอาร์กิวเมนต์ต่อไปนี้: %s",
    "{complaint}. See “{command} --help”.": "{complaint} ดูวิธีใช้ได้ที่ “{command} --help”",
    "Make an empty dossier that answers a form.": "สร้างเอกสารเปล่าตามแบบฟอร์ม",
}


@pytest.mark.parametrize(
    ("words", "environ", "code"),
    [
        ([], {}, "en"),
        ([], {"LANG": "th_TH.UTF-8"}, "th"),
        ([], {"LANG": "C.UTF-8"}, "en"),
        ([], {"LANG": "th_TH.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ([], {"LANG": "en_GB.UTF-8", "LC_MESSAGES": "th_TH"}, "th"),
        ([], {"LANGUAGE": "fr:th:en", "LANG": "en_GB"}, "th"),
        ([], {"LANGUAGE": "", "LANG": "th_TH"}, "th"),
        (["--interface", "th"], {"LANG": "en_GB"}, "th"),
        (["check", "x", "--interface=en"], {"LANG": "th_TH"}, "en"),
        (["--interface", "fr"], {"LANG": "th_TH"}, "th"),
        (["forms", "--interface"], {}, "en"),
        (["forms", "--", "--interface=th"], {}, "en"),
    ],
)
def test_the_language_is_that_of_the_option_or_else_of_the_environment(words, environ, code):
    assert speaking.wanted(words, environ) == code


def test_without_a_thai_catalogue_english_is_spoken(thai, monkeypatch, tmp_path):
    thai({})
    monkeypatch.setattr("cmdesk.assets.catalogues", lambda: tmp_path)

    speaking.speak("th")

    assert i18n.language() == "en"


def test_the_help_is_in_thai_with_argparses_own_words(cmdesk, thai):
    thai(WORDS)

    help_text = cmdesk("new", "--help", "--interface", "th").out

    assert help_text.startswith("วิธีใช้: cmdesk new ")
    assert "\nตัวเลือก:\n" in help_text
    assert "\nสร้างเอกสารเปล่าตามแบบฟอร์ม\n" in help_text
    assert "แสดงวิธีใช้นี้แล้วจบการทำงาน" in help_text


def test_a_mistake_on_the_command_line_is_told_in_thai(cmdesk, thai):
    thai(WORDS)

    assert cmdesk("--interface=th", "check").err == (
        "cmdesk check: ข้อผิดพลาด: ต้องระบุอาร์กิวเมนต์ต่อไปนี้: DOSSIER ดูวิธีใช้ได้ที่ “cmdesk check --help”\n"
    )


def test_titles_of_forms_are_in_the_interfaces_language(cmdesk, thai):
    thai({})

    assert "ใบสมัครรางวัลเมืองแห่งการเรียนรู้ของยูเนสโก" in cmdesk("forms", "--interface", "th").out


@pytest.mark.parametrize("before", [None, "de"])
def test_argparses_borrowed_language_is_given_back(monkeypatch, before):
    if before:
        monkeypatch.setenv("LANGUAGE", before)
    domain = gettext.textdomain()

    with argparse_speaks():
        during = gettext.textdomain(), os.environ["LANGUAGE"]

    assert during == (i18n.DOMAIN, "en")
    assert (gettext.textdomain(), os.environ.get("LANGUAGE")) == (domain, before)


@pytest.mark.parametrize("message", ARGPARSE_WORDS)
def test_a_word_taken_for_argparses_is_one(message):
    assert message.replace("\n", "\\n") in inspect.getsource(argparse)


def test_thai_is_folded_between_words():
    assert fold("เครือข่ายเมืองแห่งการเรียนรู้ขององค์การยูเนสโก", 20) == [
        "เครือข่ายเมืองแห่งการ",
        "เรียนรู้ขององค์การยูเนสโก",
    ]


def test_english_is_folded_at_spaces():
    assert fold("one two three four", 9) == ["one two", "three", "four"]


def test_a_word_wider_than_the_line_stands_alone():
    assert fold("a extraordinarily b", 5) == ["a", "extraordinarily", "b"]


def test_nothing_folds_to_one_empty_line():
    assert fold("", 10) == [""]


def test_vowels_above_and_below_take_no_column():
    assert cells("เมืองที่รู้") == 6
