import pytest

from cmdesk.store.canonical import DEEPEST, canonical, strictly

FORBIDDEN = [
    b"NaN",
    b'{"a":Infinity}',
    b'{"a":1,"a":2}',
    b'{"x":{"a":1,"b":2,"a":3}}',
    b"[" * 100_000,
    b"[" * (DEEPEST + 1) + b"]" * (DEEPEST + 1),
    b"[1] x",
    b'"\xff"',
    b'"\\ud800"',
    b"",
    b"9" * 5_000,
    b'{"a":1e999}',
    b"\x00",
]


@pytest.mark.parametrize("text", FORBIDDEN)
def test_what_no_dossier_holds_is_refused(text):
    with pytest.raises(ValueError, match=r"."):
        strictly(text)


@pytest.mark.parametrize(
    "text", [b'{"a": [1, "\\u0e01"]}', b'{"b":1,"a":2}', b'"]]]"', b"[" * DEEPEST + b"]" * DEEPEST]
)
def test_foreign_but_sound_text_is_read(text):
    assert strictly(canonical(strictly(text))) == strictly(text)


def test_equal_values_have_equal_bytes():
    assert canonical({"ข": 1, "a": ["ก"]}) == canonical({"a": ["ก"], "ข": 1}) == '{"a":["ก"],"ข":1}'.encode()
