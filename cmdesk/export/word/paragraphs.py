"""Paragraphs and headings, with their bookmarks and the content controls that carry their ids."""

import re

from lxml import etree

from cmdesk.export.blocks import Cover, Flow, Heading, Look, Paragraph
from cmdesk.export.word.commenting import commented
from cmdesk.export.word.draft import Draft, bookmark
from cmdesk.export.word.entries import COUNTED
from cmdesk.export.word.looks import LOOKS, SECOND_LANGUAGE, of_level
from cmdesk.export.word.markup import el
from cmdesk.export.word.runs import field, flow_elements, mark_run, text_runs
from cmdesk.model.ids import ParagraphId
from cmdesk.model.language import Language

COUNTING = "SEQ evidence \\* ARABIC"

TAG = "cmdesk"
"""Begins the tag of each content control of ours; the paragraph's id and the language follow."""


def styled(style: str, *content: etree._Element, number: int | None = None) -> etree._Element:
    """A paragraph of a style; `number` is that of its list."""
    listed = None if number is None else el("numPr", el("ilvl", val=0), el("numId", val=number))
    return el("p", el("pPr", el("pStyle", val=style), listed), *content)


def marked(name: str, content: list[etree._Element], draft: Draft) -> list[etree._Element]:
    """Content inside a bookmark; as it is without a name for one."""
    if not name:
        return content
    number = draft.next_bookmark()
    return [el("bookmarkStart", id=number, name=name), *content, el("bookmarkEnd", id=number)]


def paragraph(block: Paragraph, draft: Draft) -> etree._Element:
    """A paragraph in the style of its look, with its label as a real list, inside its content control."""
    match = COUNTED.fullmatch(block.label)
    if match and (block.anchor in draft.numbered or block.refers in draft.numbered):
        return _entry(block, match, draft)
    number = draft.lists.number_of(block) if block.label else None
    content = marked(bookmark(block.anchor), _words(block, draft), draft)
    if block.source is None:
        made = styled(LOOKS[block.look], *content, number=number)
        return protected(made, "guidance", draft) if block.look is Look.GUIDANCE else made
    # Twice, for LibreOffice 7.4 saves the control without its tag, and the bookmark as it was.
    identity = source_name(block.source, block.flow.language)
    return _controlled(styled(LOOKS[block.look], *marked(identity, content, draft), number=number), block, draft)


def _words(block: Paragraph, draft: Draft) -> list[etree._Element]:
    return commented(block.flow, block.comments, draft) if block.comments else flow_elements(block.flow, draft)


def _entry(block: Paragraph, label: re.Match[str], draft: Draft) -> etree._Element:
    """An entry whose number is counted where it has a place of its own, and asked for where it is said again."""
    thai = block.flow.language is Language.THAI
    if block.anchor in draft.numbered:
        shown = marked(bookmark(block.anchor), field(COUNTING, label["number"], thai=thai), draft)
    else:
        shown = field(f"REF {bookmark(block.refers)} \\h", label["number"], thai=thai)
    number = [*text_runs("[", thai=thai), *shown, *text_runs(f"{label['rest']}]", thai=thai), mark_run("tab")]
    return styled(LOOKS[block.look], *number, *flow_elements(block.flow, draft))


def source_name(source: ParagraphId, language: Language) -> str:
    """Name of the bookmark around a text of the dossier; Word hides those that begin with a low line."""
    return f"_p_{source}_{language.value}"


def _controlled(made: etree._Element, block: Paragraph, draft: Draft) -> etree._Element:
    tag = f"{TAG}:{block.source}:{block.flow.language.value}"
    properties = el("sdtPr", el("tag", val=tag), el("id", val=draft.control(tag)))
    return el("sdt", properties, el("sdtContent", made))


def heading(block: Heading, draft: Draft) -> etree._Element:
    """A heading of the style of its level: its number, the first language, below it the second."""
    number = [*text_runs(block.number), mark_run("tab")] if block.number else []
    content = marked(bookmark(block.anchor), [*number, *stacked(block.flows, draft)], draft)
    return protected(styled(of_level("Heading", block.level), *content), f"question:{block.anchor}", draft)


def protected(made: etree._Element, tag: str, draft: Draft) -> etree._Element:
    """An element that nobody may change or delete, where the document protects what a form asks."""
    if not draft.protects_questions:
        return made
    name = f"{TAG}:{tag}"
    lock = el("sdtPr", el("tag", val=name), el("id", val=draft.control(name)), el("lock", val="sdtContentLocked"))
    return el("sdt", lock, el("sdtContent", made))


def stacked(flows: tuple[Flow, ...], draft: Draft) -> list[etree._Element]:
    """Flows under each other in one paragraph, all but the first as a second language."""
    made: list[etree._Element] = []
    for flow in flows:
        made += [mark_run("br")] if made else []
        made += flow_elements(flow, draft, SECOND_LANGUAGE if made else "")
    return made


def cover(block: Cover, draft: Draft) -> list[etree._Element]:
    """Title, subtitle and the facts below them."""
    named = [("Title", block.title), ("Subtitle", block.subtitle)]
    titles = [styled(style, *stacked(flows, draft)) for style, flows in named if flows]
    return titles + [styled("CoverLine", *flow_elements(line, draft)) for line in block.lines]
