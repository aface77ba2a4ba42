"""A document on the screen: one real widget for each block, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.document.blocks import (
    Block,
    BulletList,
    Callout,
    Checklist,
    ContactCard,
    Facts,
    Heading,
    Inlines,
    Link,
    NoteLines,
    Paragraph,
    Picture,
    PictureRow,
    QrCode,
    Steps,
    Table,
    Text,
    plain,
)
from kiosk.document.reading import fill_in_text, is_to_fill_in, table_row_text
from kiosk.language import Tagged, Words
from kiosk.ui.widgets.box import Box, IconMark
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.look import Look
from kiosk.ui.widgets.rows import Column, Dot, Line, TickBox
from kiosk.ui.widgets.text_block import TextBlock

_CALLOUTS = {
    "first": ("tint_green", "line", "", "ink"),
    "info": ("tint_blue", "line", "info", "primary"),
    "important": ("tint_cream", "line", "warning", "ink"),
    "urgent": ("tint_rose", "urgent", "warning", "urgent"),
}


class DocumentWidgets:
    """Makes the widgets of blocks written in `lang`; `follow` is called with a link's target."""

    def __init__(
        self,
        look: Look,
        words: Words,
        follow: Callable[[str], None],
        lang: str = "",
        under: Mapping[str, QWidget] | None = None,
    ) -> None:
        """`under` are widgets to stand under the lines of a fact, by the fact's icon."""
        self._look = look
        self._under = under or {}
        self._lang = lang
        self._words = words
        self._follow = follow
        self.linked: dict[str, str] = {}
        """Targets that have a button on the page already, and what stands on it."""

    def widgets(self, blocks: tuple[Block, ...]) -> Iterator[QWidget]:
        """The widgets of some blocks, top to bottom."""
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[QWidget]:
        if isinstance(block, Heading):
            yield TextBlock(self._look, block.inlines, "heading", level=block.level, lang=self._lang)
        elif isinstance(block, Paragraph):
            yield from self._paragraph(block.inlines)
        elif isinstance(block, BulletList):
            yield self._list([self._row(Dot(self._look), item) for item in block.items])
        elif isinstance(block, Checklist):
            yield self._list([self._row(TickBox(self._look), item) for item in block.items])
        elif isinstance(block, Steps):
            yield self._steps(block)
        elif isinstance(block, Callout):
            yield self._callout(block)
        elif isinstance(block, ContactCard):
            yield contact_box(self._look, block)
        elif isinstance(block, Facts):
            yield self._facts(block)
        elif isinstance(block, Table) and is_to_fill_in(block):
            yield TextBlock(self._look, fill_in_text(block), lang=self._lang)
        elif isinstance(block, Table):
            yield self._table(block)
        elif isinstance(block, QrCode):
            from kiosk.ui.widgets.qr_square import QrSquare

            yield self._side_by_side(QrSquare(self._look, block.data, block.caption), (Text(block.caption),))
        elif isinstance(block, Picture):
            if self._look.pictures:
                yield IconMark(self._look, block.name, factor=3, name=block.alt)
        elif isinstance(block, PictureRow):
            yield self._picture_row(block)
        elif isinstance(block, NoteLines):
            return

    def _paragraph(self, inlines: Inlines) -> Iterator[QWidget]:
        yield TextBlock(self._look, inlines, lang=self._lang)
        links = [part for part in inlines if isinstance(part, Link)]
        if links:
            yield Flow(self._look, [self._link(link) for link in links])

    def _link(self, link: Link) -> Button:
        words = self.linked[link.target] = link.text[:1].upper() + link.text[1:]
        button = Button(self._look, Tagged(words, link.lang or self._lang), leading=True, trailing_icon="next")
        button.clicked.connect(lambda: self._follow(link.target))
        return button

    def _rows(self, rows: Sequence[QWidget], gap_mm: float = 2.0) -> Column:
        holder = Column(self._look.metrics.mm(gap_mm))
        for row in rows:
            holder.add(row)
        return holder

    def _list(self, rows: Sequence[Column | Line], gap_mm: float = 2.0) -> QWidget:
        """Rows that assistive technology is told of as a list."""
        holder = self._rows(rows, gap_mm)
        holder.told_as = "list"
        for row in rows:
            row.told_as = "list item"
        return holder

    def _row(self, mark: QWidget, inlines: Inlines) -> Column | Line:
        links = [part for part in inlines if isinstance(part, Link)]
        row = self._side_by_side(mark, inlines, self._lang)
        if not links:
            return row
        return self._rows([row, Flow(self._look, [self._link(link) for link in links])])

    def _side_by_side(self, mark: QWidget, inlines: Inlines, lang: str = "") -> Line:
        holder = Line(self._look.metrics.mm(4))
        holder.add(mark, 0, Qt.AlignmentFlag.AlignTop)
        holder.add(TextBlock(self._look, inlines, lang=lang), 1)
        return holder

    def _steps(self, block: Steps) -> QWidget:
        _ = self._words.gettext
        joins = {"and": _("and"), "or": _("or")}
        rows: list[Column | Line] = []
        for number, step in enumerate(block.items, start=1):
            mark = IconMark(self._look, "", "primary", 1.65, text=str(number))
            row = Line(self._look.metrics.mm(4))
            row.add(mark, 0, Qt.AlignmentFlag.AlignTop)
            lead = next(iter(step.inlines), None)
            if isinstance(lead, Link):
                row.add(self._page_of_a_journey(lead, step.inlines[1:]), 1)
                rows.append(row)
                continue
            text = TextBlock(self._look, step.inlines, lang=self._lang)
            inner = Column(0)
            inner.layout().setContentsMargins(0, round(self._look.metrics.body * 0.12), 0, 0)  # type: ignore[union-attr]
            inner.add(text)
            if step.join:
                inner.add(TextBlock(self._look, joins[step.join], "muted"))
            row.add(inner, 1)
            links = [part for part in step.inlines if isinstance(part, Link)]
            flow = [Flow(self._look, [self._link(link) for link in links])] if links else []
            rows.append(self._rows([row, *flow], 2.5) if flow else row)
        return self._list(rows, 3.2)

    def _page_of_a_journey(self, link: Link, about: Inlines) -> QWidget:
        """A step that is a page: the whole step leads there."""
        from kiosk.ui.widgets.card import Card

        lang = link.lang or self._lang
        self.linked[link.target] = link.text
        card = Card(self._look, Tagged(link.text, lang), Tagged(plain(about).lstrip(". "), lang), arrow=True)
        card.clicked.connect(lambda: self._follow(link.target))
        return card

    def _picture_row(self, block: PictureRow) -> QWidget:
        if not self._look.pictures:
            return TextBlock(self._look, block.inlines, lang=self._lang)
        from kiosk.ui.widgets.drawing import Drawing

        row = Line(self._look.metrics.mm(6))
        row.add(Drawing(self._look, block.name), 0, Qt.AlignmentFlag.AlignVCenter)
        words = Column(0)
        words.add_space()
        words.add(TextBlock(self._look, block.inlines, lang=self._lang))
        words.add_space()
        row.add(words, 1)
        return row

    def _callout(self, block: Callout) -> QWidget:
        fill, edge, icon, ink = _CALLOUTS[block.level]
        box = Box(self._look, fill, edge, icon, ink)
        blocks = block.blocks
        if block.level == "first" and blocks and isinstance(blocks[0], Paragraph):
            _ = self._words.gettext
            box.column.addWidget(TextBlock(self._look, (Text(_("What to do first"), strong=True),)))
        for widget in self.widgets(blocks):
            box.column.addWidget(widget)
        return box

    def _facts(self, block: Facts) -> QWidget:
        rows: list[QWidget] = []
        for fact in block.rows:
            row = Line(self._look.metrics.mm(4))
            if self._look.pictures:
                row.add(IconMark(self._look, fact.icon, "primary", 1.35), 0, Qt.AlignmentFlag.AlignTop)
            column = Column(self._look.metrics.mm(0.5))
            column.add(TextBlock(self._look, (Text(fact.label, strong=True),)))
            for line in fact.lines:
                for widget in self._paragraph(line):
                    column.add(widget)
            if fact.icon in self._under:
                column.add(self._under[fact.icon])
            row.add(column, 1)
            rows.append(row)
        return self._rows(rows, 4.5)

    def _table(self, block: Table) -> QWidget:
        heads = [plain(cell) for cell in block.header]
        rows: list[QWidget] = []
        for cells in block.rows:
            box = Box(self._look)
            texts = [plain(cell) for cell in cells] or [""]
            box.column.addWidget(TextBlock(self._look, (Text(texts[0], strong=True),), lang=self._lang))
            box.column.addWidget(TextBlock(self._look, table_row_text(heads[1:], texts[1:]), lang=self._lang))
            rows.append(box)
        return self._rows(rows)


def contact_box(look: Look, card: ContactCard, edge: str = "primary") -> Box:
    """A contact: whom to ring, the number large, when, and for whom it is."""
    box = Box(look, "card", edge, "phone" if card.phone else "web", edge)
    web = card.web.removeprefix("https://").removeprefix("www.").rstrip("/") if not card.phone else ""
    if card.phone:
        box.column.addWidget(TextBlock(look, card.phone, "heading", lang=card.lang))
    box.column.addWidget(TextBlock(look, (Text(card.name, strong=True),), lang=card.lang))
    for line in (card.purpose, card.hours, card.relay, web):
        if line:
            box.column.addWidget(TextBlock(look, line, lang=card.lang))
    return box
