"""How commands say what they have to say."""

import json
import sys
from typing import Any

from cmdesk.i18n import _, language
from cmdesk.model.language import Language, Wording


def say(line: str) -> None:
    """Write a line to standard output."""
    sys.stdout.write(f"{line}\n")


def warn(sentence: str) -> None:
    """Write a sentence to standard error, on one line."""
    line = _("cmdesk: {sentence}").format(sentence=sentence)
    sys.stderr.write(" ".join(line.split()) + "\n")


def say_json(record: dict[str, Any]) -> None:
    """Write a record as JSON, as people can read it too."""
    say(json.dumps(record, ensure_ascii=False, indent=2))


def in_interface_language(words: Wording) -> str:
    """Words in the interface's language or, where there are none, in the other one."""
    return words.best(Language(language()))
