"""Blocks as elements of HTML: headings of the right level, real lists, tables whose heads are named as heads."""

import base64
from collections.abc import Iterator
from itertools import groupby

from cmdesk.export.blocks import (
    Align,
    Block,
    Cell,
    ContactSheet,
    Contents,
    Cover,
    Document,
    Heading,
    Look,
    Pair,
    Paragraph,
    Picture,
    Table,
)
from cmdesk.export.web.tags import Element, flowing, stacked, tag
from cmdesk.model.language import Language
from cmdesk.progress import Progress
from cmdesk.thai.numerals import to_arabic_digits

LISTS = {Look.BULLET: "ul", Look.NUMBERED: "ol"}
_DEEPEST = 6


class Body:
    """The blocks of one document as elements."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._around = document.language

    def cover(self) -> Element:
        """The head of the page: title, subtitle and facts of the cover, or only the title."""
        cover = next((block for block in self._document.blocks if isinstance(block, Cover)), None)
        if cover is None:
            return tag("header", tag("h1", text=self._document.title), class_="cover")
        facts = [stacked(tag("p", class_="fact"), (line,), self._around) for line in cover.lines]
        subtitle = stacked(tag("p", class_="subtitle"), cover.subtitle, self._around) if cover.subtitle else None
        title = stacked(tag("h1"), cover.title, self._around)
        return tag("header", title, subtitle, *facts, class_="cover")

    def contents(self) -> Element | None:
        """The contents, each entry a link."""
        found = next((block for block in self._document.blocks if isinstance(block, Contents)), None)
        if found is None:
            return None
        headings = [each for each in self._document.blocks if isinstance(each, Heading) and each.level <= found.depth]
        title = stacked(tag("h2", id="contents"), found.title, self._around)
        entries = tag("ol", *(self._entry(heading) for heading in headings))
        return tag("nav", title, entries, aria_labelledby="contents")

    def _entry(self, heading: Heading) -> Element:
        link = tag("a", href=f"#{heading.anchor}")
        if heading.number:
            link.append(tag("span", text=heading.number, class_="number"))
        for place, flow in enumerate(heading.flows):
            if place:
                link[-1].tail = " / "
            link.append(flowing(tag("span"), flow, self._around))
        return tag("li", link, class_=f"level-{heading.level}")

    def elements(self, progress: Progress) -> Iterator[Element]:
        """All that stands below the contents."""
        blocks = self._document.blocks
        done = 0
        for look, group in groupby(blocks, _listed):
            together = list(group)
            progress.step(done, len(blocks))
            done += len(together)
            if look is None:
                yield from (element for block in together for element in self._made(block))
            else:
                yield from self._lists(look, [block for block in together if isinstance(block, Paragraph)])

    def _made(self, block: Block) -> Iterator[Element]:
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield self._paragraph(block)
            case Pair():
                yield self._pair(block)
            case Table():
                yield self._table(block)
            case Picture():
                yield self._figure(block)
            case ContactSheet():
                yield tag("div", *map(self._figure, block.pictures), class_="sheet")
            case _:
                return

    def _heading(self, block: Heading) -> Element:
        made = tag(f"h{min(block.level + 1, _DEEPEST)}", id=block.anchor)
        if block.number:
            made.append(tag("b", text=block.number, class_="number"))
        return stacked(made, block.flows, self._around)

    def _lists(self, look: Look, items: list[Paragraph]) -> Iterator[Element]:
        """Paragraphs of a list; a new one begins where its numbers begin again."""
        current: Element | None = None
        for item in items:
            number = _number(item)
            if current is None or number == 1:
                current = tag(LISTS[look], start=str(number) if number > 1 else "")
                yield current
            current.append(self._item(item))

    def _item(self, item: Paragraph) -> Element:
        return flowing(tag("li", id=item.anchor), item.flow, self._around)

    def _paragraph(self, block: Paragraph) -> Element:
        if block.look in LISTS:
            number = _number(block)
            return tag(LISTS[block.look], self._item(block), start=str(number) if number > 1 else "")
        name = "blockquote" if block.look is Look.QUOTATION else "p"
        if not block.label:
            return flowing(tag(name, id=block.anchor, class_=block.look.value), block.flow, self._around)
        label = tag("span", text=block.label, class_="label")
        words = flowing(tag("span"), block.flow, self._around)
        return tag(name, label, words, id=block.anchor, class_=f"{block.look.value} labelled")

    def _pair(self, block: Pair) -> Element:
        sides = [
            tag("div", *([self._paragraph(side)] if side else []), lang=language.value)
            for language, side in ((Language.THAI, block.thai), (Language.ENGLISH, block.english))
        ]
        if block.notes is None:
            return tag("div", *sides, class_="pair")
        return tag("div", *sides, stacked(tag("div"), block.notes, self._around), class_="pair noted")

    def _table(self, block: Table) -> Element:
        heads = tag("tr", *(self._cell("th", cell, scope="col") for cell in block.head))
        body = tag("tbody", *map(self._row, block.rows))
        table = tag("table", tag("thead", heads) if block.head else None, body)
        return tag("div", table, class_="scroll", tabindex="0", role="region", aria_label=_name(block))

    def _row(self, cells: tuple[Cell, ...]) -> Element:
        """A row, named by its first cell."""
        first = [self._cell("th", cell, scope="row") for cell in cells[:1]]
        return tag("tr", *first, *(self._cell("td", cell) for cell in cells[1:]))

    def _cell(self, name: str, cell: Cell, scope: str = "") -> Element:
        made = tag(name, scope=scope, class_="end" if cell.align is Align.END else "")
        return stacked(made, cell.flows, self._around)

    def _figure(self, block: Picture) -> Element:
        source = f"data:{block.media_type};base64,{base64.b64encode(block.content).decode()}"
        image = tag("img", src=source, width=str(block.width), height=str(block.height))
        image.set("alt", block.alt.plain)
        label = tag("b", text=block.label) if block.label else None
        caption = tag("figcaption", label) if block.caption or block.label else None
        if caption is not None:
            stacked(caption, block.caption, self._around)
        return tag("figure", image, caption, id=block.anchor)


def _listed(block: Block) -> Look | None:
    return block.look if isinstance(block, Paragraph) and block.look in LISTS else None


def _number(item: Paragraph) -> int:
    digits = "".join(letter for letter in to_arabic_digits(item.label) if letter.isascii() and letter.isdigit())
    return int(digits) if digits else 0


def _name(table: Table) -> str:
    """What a table is called aloud: the heads of its columns."""
    return ", ".join(flow.plain for cell in table.head for flow in cell.flows[-1:])
