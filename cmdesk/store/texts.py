"""Rich text as plain JSON: a run is a text, or an object when there is more to say of it."""

from typing import Any

from cmdesk.errors import CMDeskError
from cmdesk.model.ids import EvidenceId
from cmdesk.model.text import Citation, Figure, Run, Span, Text

_LOOKS = ("bold", "italic", "link")


def plain_text(text: Text) -> list[Any]:
    """The runs of a text in order."""
    return [_plain_run(run) for run in text.runs]


def _plain_run(run: Run) -> Any:
    if isinstance(run, Citation):
        return {"cite": run.evidence, **({"locator": run.locator} if run.locator else {})}
    if isinstance(run, Figure):
        return {"figure": run.evidence}
    looks = {look: getattr(run, look) for look in _LOOKS if getattr(run, look)}
    return {"text": run.text, **looks} if looks else run.text


def text_of(found: Any) -> Text:
    """The text of plain runs; ValueError when they are none of ours."""
    if not isinstance(found, list):
        raise ValueError("a text is a list of runs")  # noqa: TRY004 - what a file holds is a matter of value
    return Text(tuple(_run(each) for each in found))


def _run(found: Any) -> Run:
    match found:
        case str():
            return Span(found)
        case {"text": str(letters)}:
            return _span(letters, found)
        case {"cite": str(evidence)}:
            return Citation(EvidenceId(evidence), _string(found, "locator"))
        case {"figure": str(evidence)}:
            return Figure(EvidenceId(evidence))
    raise ValueError(f"no such run of text: {str(found)[:80]}")


def _span(letters: str, found: dict[str, Any]) -> Span:
    bold, italic = found.get("bold", False), found.get("italic", False)
    if not isinstance(bold, bool) or not isinstance(italic, bool):
        raise ValueError("bold and italic are true or false")  # noqa: TRY004 - what a file holds is a matter of value
    try:
        return Span(letters, bold, italic, _string(found, "link"))
    except CMDeskError as error:
        raise ValueError(str(error)) from error


def _string(found: dict[str, Any], key: str) -> str:
    value = found.get(key, "")
    if not isinstance(value, str):
        raise ValueError(f"{key} is a text")  # noqa: TRY004 - what a file holds is a matter of value
    return value
