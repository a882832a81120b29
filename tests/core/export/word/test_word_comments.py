from collections.abc import Callable

from openxml_audit import FileFormat, OpenXmlValidator
from word_files import Opened, W, flow, text

from cmdesk.export.blocks import Comment, Look, Paragraph, Piece


def said(words: str, on: str = "", author: str = "Sudarat") -> Comment:
    return Comment(author, "2026-11-22T09:30:00Z", flow(words), on)


def claim(*comments: Comment) -> Paragraph:
    return Paragraph(Look.BODY, flow("Chiang ", Piece("Mai", bold=True), " learns"), comments=comments)


def covered(opened: Opened, number: int) -> str:
    """The words between the start and the end of a comment's range."""
    inside, words = False, []
    for each in opened.document.iter():
        if each.get(f"{W}id") == str(number) and each.tag in (f"{W}commentRangeStart", f"{W}commentRangeEnd"):
            inside = each.tag == f"{W}commentRangeStart"
        elif inside and each.tag == f"{W}t":
            words.append(each.text)
    return "".join(words)


def test_a_comment_says_who_said_what_when(made: Callable[..., Opened]) -> None:
    [comment] = made(claim(said("Which year?\nAnd who?"))).part("word/comments.xml")
    assert [comment.get(f"{W}{name}") for name in ("author", "date", "initials")] == [
        "Sudarat",
        "2026-11-22T09:30:00Z",
        "S",
    ]
    assert [text(each) for each in comment] == ["Which year?", "And who?"]


def test_a_comment_is_on_its_words_alone(made: Callable[..., Opened]) -> None:
    opened = made(claim(said("a", on="ng Mai le"), said("b"), said("c", on="gone")))
    assert [covered(opened, number) for number in range(3)] == ["ng Mai le", "Chiang Mai learns", "Chiang Mai learns"]
    assert text(opened.all("p")[0]) == "Chiang Mai learns"


def test_an_author_who_is_not_known_is_the_program(made: Callable[..., Opened]) -> None:
    [comment] = made(claim(Comment("", "", flow("a")))).part("word/comments.xml")
    assert comment.get(f"{W}author") == "CMDesk"
    assert comment.get(f"{W}date") is None


def test_a_comment_on_a_paragraph_without_a_letter_has_a_range(made: Callable[..., Opened]) -> None:
    opened = made(Paragraph(Look.BODY, flow(), comments=(said("a"),)))
    assert [len(opened.all(name)) for name in ("commentRangeStart", "commentRangeEnd", "commentReference")] == [1, 1, 1]


def test_a_file_without_comments_has_no_part_for_them(made: Callable[..., Opened]) -> None:
    assert "word/comments.xml" not in made(claim()).parts


def test_a_validator_finds_no_fault_in_comments(made: Callable[..., Opened]) -> None:
    opened = made(claim(said("a <b>", on="Mai"), said("b\n\nc"), said("d", author="")))
    found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=20).validate(opened.path)
    assert [str(error) for error in found.errors] == []
