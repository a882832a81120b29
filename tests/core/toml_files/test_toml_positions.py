import tomllib

import pytest

from cmdesk.forms import templates
from cmdesk.toml_files.positions import line_of, lines

SHIPPED = sorted(templates.shipped().glob("*.toml"))

TOML = '''\
# a comment with [brackets] and "quotes"
top = 1
dotted.inner = "a # that is no comment"

[table]
long = """
three
lines with \\""" inside"""
after = true

[[list]]
name = 'first'
[list.below]
deep = 1.5

[[list]]
name = "second"
"quoted key" = [
    "x", # comment ]
    { a = 1, b.c = [2, 3] },
]
empty = []
none = {}
when = 1979-05-27 07:32:00

[[list.inner]]
z = \'\'\'
raw\'\'\'
[[list.inner]]
[other.very.deep]
'''

PLACES = {
    ("top",): 2,
    ("dotted",): 3,
    ("dotted", "inner"): 3,
    ("table",): 5,
    ("table", "long"): 6,
    ("table", "after"): 9,
    ("list",): 11,
    ("list", 0): 11,
    ("list", 0, "name"): 12,
    ("list", 0, "below"): 13,
    ("list", 0, "below", "deep"): 14,
    ("list", 1): 16,
    ("list", 1, "quoted key"): 18,
    ("list", 1, "quoted key", 0): 19,
    ("list", 1, "quoted key", 1): 20,
    ("list", 1, "quoted key", 1, "b", "c", 1): 20,
    ("list", 1, "empty"): 22,
    ("list", 1, "none"): 23,
    ("list", 1, "when"): 24,
    ("list", 1, "inner"): 26,
    ("list", 1, "inner", 0, "z"): 27,
    ("list", 1, "inner", 1): 29,
    ("other", "very", "deep"): 30,
}


@pytest.mark.parametrize(("place", "line"), PLACES.items(), ids=str)
def test_each_way_of_writing_a_key_is_found_in_its_line(place, line):
    assert lines(TOML)[place] == line


def test_no_more_places_are_found_than_the_standard_reader_knows():
    assert set(lines(TOML)) == {(), *places(tomllib.loads(TOML))}


def test_a_missing_field_stands_where_its_table_stands():
    assert line_of(("list", 0, "below", "missing", "th"), lines(TOML)) == 13


def test_a_field_missing_at_the_top_stands_in_the_first_line():
    assert line_of(("missing",), lines(TOML)) == 1


def test_something_that_is_no_toml_is_no_endless_walk():
    with pytest.raises(ValueError, match="no TOML at offset"):
        lines("= 1")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_place_of_a_shipped_form_is_found(path):
    source = path.read_text("utf-8")

    found = lines(source)

    assert set(found) == {(), *places(tomllib.loads(source))}


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_key_of_a_shipped_form_is_written_in_the_line_found(path):
    source = path.read_text("utf-8")
    rows = source.split("\n")

    astray = [
        (place, line)
        for place, line in lines(source).items()
        if place and isinstance(place[-1], str) and place[-1] not in rows[line - 1]
    ]

    assert astray == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_text_of_a_shipped_form_begins_in_the_line_found(path):
    source = path.read_text("utf-8")
    rows = source.split("\n")
    found = lines(source)

    astray = [place for place, text in texts(tomllib.loads(source)) if text not in rows[found[place] - 1]]

    assert astray == []


def test_a_line_more_above_moves_every_place_down_by_one():
    source = SHIPPED[0].read_text("utf-8")

    moved = lines("\n" + source)

    assert all(moved[place] == line + 1 for place, line in lines(source).items() if place)


def places(value, place=()):
    """Every place in a read TOML file."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield (*place, step)
        yield from places(inner, (*place, step))


def texts(value, place=()):
    """Every text in a read TOML file, with its place."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        if isinstance(inner, str):
            yield (*place, step), inner
        yield from texts(inner, (*place, step))
