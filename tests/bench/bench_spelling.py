"""Prints what spelling costs and what it finds, as Markdown tables. Run it with the program's Python.

With the folder of a Hunspell dictionary th_TH as its argument (/usr/share/hunspell where Debian's `hunspell-th` is
installed), it asks that too: each word that ICU parts, as LibreOffice does.
"""

import random
import re
import statistics
import sys
import time
import tomllib
from collections.abc import Callable, Iterable
from concurrent.futures import Future, wait
from functools import partial
from pathlib import Path

from hunspell import Hunspell

from cmdesk.model.language import Language
from cmdesk.spelling.known import Known
from cmdesk.spelling.process import SpellingProcess
from cmdesk.spelling.thai.speller import ThaiSpeller
from cmdesk.thai.words import words

SET = Path(__file__).parent.parent / "core" / "spelling" / "thai_set.toml"
PLANTED = re.compile(r"\[(.*?)\|.*?\]")
THAI = re.compile("[\u0e00-\u0e7f]")
PARAGRAPH, TEXT = 80, 100_000
"""Words of a paragraph, and of the text."""
ENGLISH = (
    "Chiang Mai organises a learning city with its partners; the recieved programme of fourty centers advances it. "
)
Finder = Callable[[str], Iterable[tuple[int, int]]]


def paragraphs(sentences: list[str]) -> list[str]:
    """Different paragraphs of some 80 words from the labelled sentences, 100,000 words together."""
    dice = random.Random(1)
    made, count = [], 0
    while count < TEXT:
        made.append(" ".join(dice.sample(sentences, 9)) + f" {len(made)}")
        count += len(words(made[-1]))
    return made


def found(find: Finder, half: dict[str, list[str]]) -> str:
    """Recall and false flags of a finder on a half, as cells."""
    hits = vain = count = 0
    for sentence in half["planted"]:
        start, stop = (match := PLANTED.search(sentence)).start(), match.start() + len(match[1])
        text = PLANTED.sub(r"\1", sentence)
        is_hit = [a < stop and start < b for a, b in find(text)]
        hits += any(is_hit)
        vain += is_hit.count(False)
        count += len(words(text))
    for text in half["clean"]:
        vain += len(list(find(text)))
        count += len(words(text))
    return f"{hits / len(half['planted']):.2f} | {200 * vain / count:.2f}"


def ours() -> Finder:
    """What the program marks."""
    speller, nothing = ThaiSpeller(), Known()
    return lambda text: [(mistake.start, mistake.stop) for mistake in speller.check(text, nothing)]


def peers(folder: str) -> Finder:
    """What Hunspell marks with the dictionary th_TH."""
    dictionary = Hunspell("th_TH", hunspell_data_dir=folder)
    return lambda text: [
        (word.start, word.stop) for word in words(text) if THAI.search(word.text) and not dictionary.spell(word.text)
    ]


def timed(deed: Callable[[], object]) -> float:
    """Milliseconds that a deed takes."""
    begun = time.perf_counter()
    deed()
    return 1000 * (time.perf_counter() - begun)


def row(name: str, times: list[float]) -> str:
    """A row of the table: what was done, median, 95th percentile, worst."""
    ordered = sorted(times)
    return f"| {name} | {statistics.median(times):.2f} | {ordered[int(len(ordered) * 0.95)]:.2f} | {ordered[-1]:.2f} |"


def memory(process: SpellingProcess) -> str:
    """Resident memory of the spelling process, where the system tells it."""
    status = Path(f"/proc/{process._courier._peer._process.pid}/status")
    lines = status.read_text().splitlines() if status.is_file() else []
    return next((line for line in lines if line.startswith("VmRSS")), "not told")


def there_and_back(process: SpellingProcess, texts: list[str], language: Language) -> list[float]:
    """Milliseconds from asking about each text to its answer."""
    return [timed(lambda text=text: process.check(0, text, language).result()) for text in texts]


def costs(process: SpellingProcess, thai: list[str]) -> Iterable[str]:
    """The rows of what it costs."""
    yield row("first answer, the process started for it", there_and_back(process, ["อนุญาติ"], Language.THAI))
    yield row("first English answer", there_and_back(process, [ENGLISH], Language.ENGLISH))
    changed = [f"{text} ก" for text in thai[:300]]
    yield row(f"a changed paragraph of {PARAGRAPH} Thai words", there_and_back(process, changed, Language.THAI))
    english = [ENGLISH * 5 + str(number) for number in range(300)]
    yield row(f"a changed paragraph of {PARAGRAPH} English words", there_and_back(process, english, Language.ENGLISH))
    futures: list[Future[object]] = []
    begun = time.perf_counter()
    asking = [timed(partial(ask, process, futures, key, text)) for key, text in enumerate(thai)]
    wait(futures)
    yield row(f"{TEXT:,} Thai words, all judged", [1000 * (time.perf_counter() - begun)])
    yield row("asking about a paragraph, for who asks", asking)
    yield row("a paragraph judged before", there_and_back(process, thai, Language.THAI))


def ask(process: SpellingProcess, futures: "list[Future[object]]", key: int, text: str) -> None:
    """Ask without waiting."""
    futures.append(process.check(key, text, Language.THAI))


def main() -> None:
    """Measure and print."""
    halves = tomllib.loads(SET.read_text(encoding="utf-8"))
    finders = {"CMDesk": ours()} | ({"Hunspell th_TH": peers(sys.argv[1])} if sys.argv[1:] else {})
    print("| Thai, half | by | recall | false flags per 200 words |\n|---|---|---|---|")
    for half, sentences in halves.items():
        for name, find in finders.items():
            print(f"| {half.replace('_', ' ')} | {name} | {found(find, sentences)} |")
    thai = paragraphs(
        [PLANTED.sub(r"\1", line) for half in halves.values() for lines in half.values() for line in lines]
    )
    print("\n| spelling, ms | median | p95 | worst |\n|---|---|---|---|")
    with SpellingProcess() as process:
        print("\n".join(costs(process, thai)))
        print(f"\nThe process: {memory(process)}")


if __name__ == "__main__":
    main()
