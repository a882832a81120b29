"""Hostile and broken files: no crash, no hang, nothing read or called outside, and a message with name and reason."""

import os
import socket
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import foreign_files as make
import pytest
from bent_files import bent
from hostile_files import DANGEROUS, all_kinds

import cmdesk
from cmdesk.library.reading import confinement
from cmdesk.library.reading.found import Found, Notice, Request, Task, Trouble
from cmdesk.library.reading.limits import Limits
from cmdesk.library.reading.process import Reader, command
from cmdesk.library.reading.refusals import ForeignFileError, UnreadableFileError, remark_words
from cmdesk.library.sorts import Sort, is_openable, opening_name, shown_name, sort_of
from cmdesk.model.evidence import Attachment
from cmdesk.progress import Cancelled, Progress

SECRET = "CANARYSECRET"  # noqa: S105 - a bait
CAUGHT = 66
ROOT = Path(cmdesk.__file__).parents[1]
HEAVY = {
    "flood.docx",
    "long-node.docx",
    "bomb.docx",
    "flate-bomb.pdf",
    "double-bomb.pdf",
    "many-pages.pdf",
    "many.docx",
}
"""Seconds each; the campaign takes them."""
WATCHED = f"""
import os, sys
bait = sys.argv[2]
def watch(event, arguments):
    taken = event == "open" and bait in str(arguments[0])
    if taken or event.startswith(("socket.", "subprocess.", "os.system", "os.exec")):
        os._exit({CAUGHT})
sys.addaudithook(watch)
sys.path.insert(0, sys.argv[1])
from cmdesk.library.child import main
sys.exit(main())
"""


class Bait:
    """A file and a port that nobody may touch."""

    def __init__(self, folder):
        self.path = folder / "canary.txt"
        self.path.write_text(SECRET)
        os.utime(self.path, (1, 1))
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.settimeout(0)
        self.port = self._server.getsockname()[1]

    @property
    def reader(self):
        return Reader(start=(sys.executable, "-I", "-c", WATCHED, str(ROOT), self.path.name))

    def untouched(self):
        with pytest.raises(BlockingIOError):
            self._server.accept()
        return self.path.stat().st_atime <= 1

    def close(self):
        self._server.close()


@pytest.fixture
def bait(tmp_path):
    bait = Bait(tmp_path)
    yield bait
    bait.close()


def outcome(hostile, reader, folder):
    """What became of one file: what was found, or the error; and the seconds that it took."""
    path = folder / hostile.name[-60:].replace("/", "_")
    path.write_bytes(hostile.content)
    begun = time.monotonic()
    try:
        result = reader.read(path, Request(hostile.task))
    except ForeignFileError as error:
        result = error
    path.unlink()
    return hostile, result, time.monotonic() - begun


def faults(outcomes):
    """What must never be: each a line that names the file."""
    for hostile, result, seconds in outcomes:
        if seconds > 31:
            yield f"{hostile.name} took {seconds:.0f} s"
        if isinstance(result, Found):
            yield from _faults_of_found(hostile, result)
        elif hostile.name[-60:] not in result.what or len(result.what) < 20:
            yield f"{hostile.name} is not named in: {result.what}"
        elif result.refusal.detail == str(CAUGHT):
            yield f"{hostile.name} reached outside"
        elif result.refusal.trouble is Trouble.CRASHED:
            yield f"{hostile.name} crashed its reader: {result.refusal.detail}"


def _faults_of_found(hostile, found):
    if hostile.refused:
        yield f"{hostile.name} was read: {str(found)[:200]}"
    if SECRET in str(found):
        yield f"{hostile.name} got the bait"
    cut = any(len(sheet.rows) != sheet.rows_in_file for sheet in found.sheets)
    if cut != any(remark.notice is Notice.ROWS_CUT for remark in found.remarks):
        yield f"{hostile.name} lost rows without a word"
    if any(not remark_words(remark) for remark in found.remarks):
        yield f"{hostile.name} has a remark without words"


def run(files, bait, folder):
    with ThreadPoolExecutor(2) as readers:
        return list(readers.map(lambda hostile: outcome(hostile, bait.reader, folder), files))


def test_hostile_files_do_no_harm(bait, tmp_path):
    files = [hostile for hostile in all_kinds(str(bait.path), bait.port) if hostile.name not in HEAVY][::3]
    outcomes = run([*files, *bent(12, 1)], bait, tmp_path)
    assert len(outcomes) >= 55
    assert list(faults(outcomes)) == []
    assert bait.untouched()


@pytest.mark.campaign
def test_five_hundred_hostile_files_do_no_harm(bait, tmp_path, capsys):
    made = list(all_kinds(str(bait.path), bait.port))
    outcomes = run([*made, *bent(max(500 - len(made), 360), 2)], bait, tmp_path)
    with capsys.disabled():
        sys.stdout.write("\n" + summary(outcomes) + "\n")
    assert len(outcomes) >= 500
    assert list(faults(outcomes)) == []
    assert bait.untouched()


def summary(outcomes):
    kinds = Counter(hostile.kind for hostile, _result, _seconds in outcomes)
    troubles = Counter(
        "read" if isinstance(r, Found) else r.refusal.trouble.value for _hostile, r, _seconds in outcomes
    )
    longest = max((seconds, hostile.name) for hostile, _result, seconds in outcomes)
    return f"{len(outcomes)} files {dict(kinds)}; {dict(troubles)}; longest {longest[0]:.1f} s ({longest[1]})"


def test_the_watch_catches_a_reader_that_opens_the_bait(bait, place):
    opening = WATCHED.replace("sys.exit(main())", "open(sys.argv[2])")
    reader = Reader(start=(sys.executable, "-I", "-c", opening, str(ROOT), str(bait.path)))
    with pytest.raises(ForeignFileError) as refused:
        reader.read(place("a.txt", "x"), Request(Task.TEXT))
    assert refused.value.refusal.detail == str(CAUGHT)


def bad_reader(code, **limits):
    """A reader whose process does something of its own instead."""
    return Reader(Limits(**limits), start=(sys.executable, "-I", "-c", f"import sys, time, os\n{code}"))


@pytest.mark.parametrize(
    ("code", "limits", "trouble"),
    [
        ("time.sleep(60)", {"wall": 0.5}, Trouble.TIME),
        ("os.kill(os.getpid(), 9)", {}, Trouble.TIME),
        ("os.kill(os.getpid(), 11)", {}, Trouble.CRASHED),
        ("sys.stdout.write('x' * 3_000_000)", {"output": 1_000_000}, Trouble.OUTPUT),
        ("sys.stdout.write('{')", {}, Trouble.CRASHED),
        ('sys.stdout.write(\'{"found":{"pages":[1]}}\')', {}, Trouble.CRASHED),
        ("sys.stdout.write('{}')", {}, Trouble.CRASHED),
        ("pass", {"file": 0}, Trouble.TOO_LARGE),
    ],
)
def test_a_reader_that_breaks_a_limit_is_ended_and_named(place, code, limits, trouble):
    with pytest.raises(ForeignFileError) as refused:
        bad_reader(code, **limits).read(place("a.txt", "x"), Request(Task.TEXT))
    assert refused.value.refusal.trouble is trouble
    assert "“a.txt”" in refused.value.what


def test_a_reader_nobody_waits_for_is_ended(place):
    class Unwanted(Progress):
        def step(self, *_place):
            raise Cancelled

    begun = time.monotonic()
    with pytest.raises(Cancelled):
        bad_reader("time.sleep(60)").read(place("a.txt", "x"), Request(Task.TEXT), Unwanted())
    assert time.monotonic() - begun < 5


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(UnreadableFileError) as missing:
        Reader().read(tmp_path / "gone.pdf", Request(Task.PDF))
    assert missing.value.what == "“gone.pdf” can't be opened (No such file or directory)."


PROBE = """
import sys
sys.path.insert(0, sys.argv[1])
from cmdesk.library.reading.confinement import forbid, limit_resources
import os, socket, subprocess, tempfile, ctypes, resource
limit_resources()
forbid()
try:
    {attempt}
except (PermissionError, MemoryError, OSError) as error:
    print("stopped", type(error).__name__)
else:
    print("went through")
"""


@pytest.mark.parametrize(
    "attempt",
    [
        "open('/etc/passwd')",
        "open('new', 'w')",
        "os.open('/etc/passwd', os.O_RDONLY)",
        "socket.socket()",
        "subprocess.Popen(['true'])",
        "os.system('true')",
        "os.remove('x')",
        "os.mkdir('x')",
        "ctypes.CDLL('libc.so.6')",
        "bytearray(2 << 30)",
    ],
)
def test_a_reading_process_cannot_reach_outside(attempt, tmp_path):
    code = PROBE.format(attempt=attempt)
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, str(ROOT)], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.stdout.startswith("stopped"), done.stderr


def test_a_reading_process_still_finds_modules_of_its_own(tmp_path):
    code = PROBE.format(attempt="import colorsys")
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, str(ROOT)], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.stdout == "went through\n"


def test_windows_has_no_limits_of_this_kind(monkeypatch):
    monkeypatch.setattr(confinement.sys, "platform", "win32")
    assert confinement.limit_resources() is None


def test_the_frozen_program_reads_by_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable, "--read-foreign-file"]


@pytest.mark.parametrize("name", DANGEROUS)
def test_what_could_run_is_never_opened(name):
    attachment = Attachment("ab" * 32, name, "application/octet-stream", 1)
    assert (sort_of(name), is_openable(attachment), opening_name(attachment)) == (
        Sort.DANGEROUS,
        False,
        "ab" * 8 + ".bin",
    )


@pytest.mark.parametrize("name", ["a.pdf", "แผน ฉบับ 1.2.docx", "B.XLSX", "photo.jpeg", "v.mp4", "list.csv", "a.txt"])
def test_what_is_listed_as_harmless_is_opened_under_a_plain_name(name):
    attachment = Attachment("ab" * 32, name, "application/octet-stream", 1)
    assert is_openable(attachment)
    assert opening_name(attachment).isascii()


@pytest.mark.parametrize("name", ["noname", "x.unknown", "x.zip"])
def test_what_is_not_listed_is_not_opened(name):
    assert not is_openable(Attachment("ab" * 32, name, "application/octet-stream", 1))


def test_a_turned_name_is_shown_as_it_is():
    assert shown_name("photo\u202egpj.exe") == "photo�gpj.exe"


@pytest.mark.parametrize(
    ("task", "content"),
    [
        (Task.WORD, make.docx()),
        (Task.EXCEL, make.xlsx('<row><c t="inlineStr"><is><t>x</t></is></c></row>')),
        (Task.PDF, make.pdf("x")),
        (Task.PDF_PAGE, make.pdf("x")),
        (Task.PICTURE, make.picture()),
        (Task.CLEANED_PICTURE, make.picture()),
        (Task.TEXT, b"x"),
        (Task.TABLE, b"a,b\n1,2\n"),
        (Task.REFERENCES, make.BIBTEX.encode()),
    ],
)
def test_every_task_has_its_reader(place, task, content):
    found = Reader().read(place("file", content), Request(task))
    assert found != Found()
