from cmdesk.edits.replacing import replaced
from cmdesk.model.ids import EvidenceId
from cmdesk.model.text import Citation, Span, Text
from cmdesk.thai.converting import Replacement

CITED = Citation(EvidenceId("e"))


def test_new_letters_look_as_the_first_of_the_old_ones_did() -> None:
    text = Text((Span("in "), Span("20", bold=True), Span("23"), CITED, Span(" so")))

    assert replaced(text, [Replacement(3, 7, "2566")]) == Text(
        (Span("in "), Span("2566", bold=True), CITED, Span(" so"))
    )


def test_all_positions_are_those_before_any_replacement() -> None:
    assert replaced(Text.of("a b c"), [Replacement(4, 5, "three"), Replacement(0, 1, "one")]) == Text.of("one b three")


def test_nothing_replaced_is_the_same_text() -> None:
    assert replaced(Text.of("a"), []) == Text.of("a")
