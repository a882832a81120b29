import random

import pytest
from simulated_files import SimulatedFiles

from cmdesk.store.files import Files
from cmdesk.store.line import Line, decode, encode, scan
from cmdesk.store.names import DataFile, Kind, data_file, generation, is_unfinished
from cmdesk.store.replay import Position, replay

RNG = random.Random(4)


def line(sequence, previous=0, device="aaaa", value=None):
    record = None if value is None else {"v": value}
    return encode(Line("P", device, sequence, previous, "now", "สมชาย", "edit", [("t", "r", record)]))


def chain(*values):
    """Bytes of lines that follow one another, and the list of their checksums."""
    texts, checksums = [], [0]
    for sequence, value in enumerate(values, 1):
        text, checksum = line(sequence, checksums[-1], value=value)
        texts.append(text)
        checksums.append(checksum)
    return texts, checksums


def replayed(data, position=None):
    tables = {}
    position = position or Position(0, 0, {})
    return tables, replay(tables, position, scan(data).lines), position


def test_a_line_is_read_as_it_was_written():
    text, checksum = line(1, value="ก\n\0")

    written = decode(text.rstrip(b"\n"))

    assert (written.checksum, written.line.sequence, written.line.changes) == (
        checksum,
        1,
        [("t", "r", {"v": "ก\n\0"})],
    )


def test_a_line_can_be_read_by_a_person():
    text, _checksum = line(1, value="ก")

    assert '"act":"edit"' in text.decode()
    assert '{"v":"ก"}' in text.decode()


def test_no_flipped_bit_in_a_line_goes_unnoticed():
    text = line(1, value="ก")[0][:-1]
    missed = []
    for at in range(len(text)):
        for bit in range(8):
            other = text[:at] + bytes([text[at] ^ (1 << bit)]) + text[at + 1 :]
            missed += [at] if scan(other).lines and scan(other).lines[0] != decode(text) else []

    assert missed == []


@pytest.mark.parametrize("text", [b"", b"x", b"00000000 2 {}", b"zz 2 {}", b"00000000 x {}", b"\0" * 30])
def test_what_is_no_line_is_no_line(text):
    assert scan(text + b"\n").lines == ()


def test_a_sound_checksum_over_something_else_is_no_line():
    import zlib  # noqa: PLC0415 - only this forgery needs it

    body = b'{"p":1}'

    assert scan(b"%08x %d %s\n" % (zlib.crc32(body), len(body), body)).lines == ()


def test_the_lines_behind_a_bad_stretch_are_found():
    texts, _checksums = chain(1, 2, 3)

    found = scan(texts[0] + b"rubbish\n" + texts[2])

    assert ([each.line.sequence for each in found.lines], found.bad, found.torn) == ([1, 3], 1, 0)


def test_a_torn_end_is_told_from_damage():
    texts, _checksums = chain(1, 2)

    found = scan(texts[0] + texts[1][:-5])

    assert (len(found.lines), found.bad, found.torn > 0) == (1, 0, True)


def test_lines_are_made_in_order_of_their_sequence():
    texts, _checksums = chain(1, 2, 3)

    tables, made, position = replayed(texts[2] + texts[0] + texts[1])

    assert (tables["t"]["r"], len(made.lines), made.gaps, position.sequence) == ({"v": 3}, 3, (), 3)


def test_a_line_that_was_written_twice_counts_once():
    texts, _checksums = chain(1, 2)

    _tables, made, _position = replayed(texts[0] + texts[1] + texts[1])

    assert len(made.lines) == 2


def test_lines_in_the_snapshot_are_not_made_again():
    texts, checksums = chain(1, 2, 3)

    _tables, made, _position = replayed(b"".join(texts), Position(2, checksums[2], {"aaaa": 2}))

    assert ([each.line.sequence for each in made.lines], made.gaps) == ([3], ())


def test_a_missing_line_shows_as_a_gap():
    texts, _checksums = chain(1, 2, 3)

    tables, made, _position = replayed(texts[0] + texts[2])

    assert [each.line.sequence for each in made.gaps] == [3]
    assert tables["t"]["r"] == {"v": 3}


def test_lines_of_two_installations_both_count():
    first, checksum = line(1, value=1)
    other, _checksum = line(2, checksum, device="bbbb", value=2)
    late, _late = line(2, checksum, value=3)

    _tables, made, position = replayed(first + other + late)

    assert (len(made.lines), position.seen) == (3, {"aaaa": 2, "bbbb": 2})


@pytest.mark.parametrize("kind", Kind)
def test_a_data_file_is_known_by_its_name(kind):
    file = DataFile(kind, 123_456_789, "k7q2")

    assert data_file(str(file).removeprefix("data/")) == file


@pytest.mark.parametrize(
    "name",
    ["snap-1-k7q2.json", "snap-00000001-k7q2.jsonl", "snap-00000001-k7q2x.json", "snap-00000001-K7Q2.json", "x"],
)
def test_a_foreign_name_is_no_data_file(name):
    assert data_file(name) is None


CONFLICTS = [
    "jnl-00000007-k7q2 (conflicted copy 2026-11-22).jsonl",
    "jnl-00000007-k7q2 (Somchai's conflicted copy).jsonl",
    "jnl-00000007-k7q2-LIBRARY-PC.jsonl",
    "jnl-00000007-k7q2.sync-conflict-20261122-101112-ABCDEFG.jsonl",
    "jnl-00000007-k7q2 (1).jsonl",
    "jnl-00000007-k7q2.jsonl (1)",
    "jnl-00000007-k7q2.jsonl~HEAD",
]


@pytest.mark.parametrize("name", CONFLICTS)
def test_a_copy_made_by_a_cloud_client_is_known_for_what_it_is(name):
    file = data_file(name)

    assert (file.kind, file.generation, file.device, file.is_conflict) == (Kind.JOURNAL, 7, "k7q2", True)
    assert str(file) == f"data/{name}"


def test_an_unfinished_file_takes_its_generation_and_is_no_data():
    name = "snap-00000042-k7q2.json.tmp"

    assert (data_file(name), generation(name), is_unfinished(name)) == (None, 42, True)


@pytest.mark.parametrize("most", [1, 2, 3, 50, 10_000])
def test_short_writes_are_gone_on_with(most):
    disk = SimulatedFiles()
    disk.most = most
    files = Files(disk)
    handle = files.create("x")

    files.write(handle, b"a whole line of the journal")

    assert files.read("x") == b"a whole line of the journal"
