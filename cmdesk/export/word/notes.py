"""Footnotes and endnotes (17.11): what a mark stands for, at the foot of its page or at the end of all."""

from lxml import etree

from cmdesk.export.word.draft import Draft
from cmdesk.export.word.entries import Notes
from cmdesk.export.word.markup import el
from cmdesk.export.word.paragraphs import styled
from cmdesk.export.word.runs import flow_elements, mark_run, text_runs

SEPARATORS = ("separator", "continuationSeparator")
"""The rules that Word draws above notes; every document with notes must have them as its notes -1 and 0."""
STYLES = {"footnote": "FootnoteText", "endnote": "EndnoteText"}


def notes_part(name: str) -> etree._Element:
    """The root of a part for footnotes or endnotes, still without any."""
    root = el(f"{name}s")
    for number, kind in enumerate(SEPARATORS, start=-1):
        rule = el("p", el("pPr", el("spacing", before=0, after=0)), el("r", el(kind)))
        root.append(el(name, rule, type=kind, id=number))
    return root


def fill(root: etree._Element, notes: Notes, draft: Draft) -> None:
    """Put the notes that were given into their part, each under its mark; `draft` is that of the part."""
    for number, (flow, mark) in enumerate(notes.given, start=1):
        content = [*text_runs(mark), mark_run("tab"), *flow_elements(flow, draft)]
        root.append(el(notes.name, styled(STYLES[notes.name], *content), id=number))
