"""What every screen is: a route shown from the session, with words to listen to and a place on the page."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from kiosk.ui.routes import SCREENS, Route
from kiosk.ui.session import Session
from kiosk.ui.widgets.safe_top import SafeTop
from kiosk.ui.widgets.scroll_page import ScrollPage
from kiosk.ui.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from kiosk.document.reading import Reading


class Screen(QWidget):
    """One place. Built anew when the route, the language, the text size or the colours change."""

    told_as = "page"

    sensitive = False
    """Whether "Clear this screen" stands at the top (abuse and emergency pages)."""
    framed = True
    """Whether the bars are shown around it; only the attract screen has none."""

    def __init__(self, session: Session, route: Route) -> None:
        super().__init__()
        self.session = session
        self.route = route
        self.words = session.words
        self._ = session.words.gettext
        self.look = session.look
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.build()

    def build(self) -> None:
        """Make the widgets. Called once."""
        raise NotImplementedError

    def title(self) -> str:
        """What the top bar shows."""
        return ""

    def visit_changed(self) -> None:
        """Something in the visit changed that is not language, size or colours."""

    def leave(self) -> None:
        """The visitor goes elsewhere: stop what must not go on without this screen."""

    def readings(self) -> tuple[Reading, ...]:
        """What Listen reads: the words of every widget on the page in reading order."""
        from kiosk.document.reading import Reading

        found = []
        for number, widget in enumerate(self.speaking_widgets()):
            parts = [(text, lang or self.words.language) for text, lang in spoken_parts(widget) if text.strip()]
            for part, (lang, group) in enumerate(groupby(parts, lambda part: part[1])):
                path = f"{number}.{part}" if part else str(number)
                found.append(Reading(path, " ".join(text for text, _lang in group), lang))
        return tuple(found)

    def speaking_widgets(self) -> list[QWidget]:
        """The widgets that have words, in reading order."""
        return list(_speaking(self.layout())) if self.layout() is not None else []

    def mark_spoken(self, path: str, sentence: tuple[int, int] | None, word: tuple[int, int] | None) -> None:
        """Show what is being read; an empty path clears every mark."""
        shown = path.partition(".")[0]
        for number, widget in enumerate(self.speaking_widgets()):
            if not isinstance(widget, TextBlock):
                if str(number) == shown:
                    self.bring_into_view(widget, 0)
                continue
            if str(number) == shown:
                y = widget.mark(sentence, word)
                self.bring_into_view(widget, y)
            else:
                widget.mark(None, None)

    def bring_into_view(self, widget: QWidget, y: int) -> None:
        """Scroll so that a line can be seen; screens that do not scroll need nothing."""

    @property
    def place(self) -> float:
        """Where on the page the visitor is; 0 at the top."""
        return 0.0

    def go_to(self, place: float) -> None:
        """Go to a place on the page."""

    def takes_key(self, key: int) -> bool:
        """Whether the screen has a use of its own for a key that nothing on it wanted, and has just made it."""
        return False

    def press_page_key(self, key: int) -> None:
        """Page up, Page down, Home or End was pressed: the page scrolls, wherever the focus is."""
        for page in self.findChildren(ScrollPage):
            if page.isVisible():
                page.press_key(key)

    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class PageScreen(Screen):
    """A screen that is one scrolling column."""

    def __init__(self, session: Session, route: Route) -> None:
        super().__init__(session, route)
        if not self.fills:
            self.page.column.addStretch(1)

    widest_em = 0.0
    """The widest the column gets, in body font sizes; 0 for all of the panel."""
    fills = False
    """Whether the page's own widgets share the height that is left over."""

    def build(self) -> None:
        self.page = ScrollPage(self.look, self.words, self.widest_em)
        outer = QVBoxLayout(self)
        margin, gap = self.look.metrics.margin, self.look.metrics.gap
        outer.setContentsMargins(margin, gap, margin, gap)
        outer.setSpacing(gap)
        if self.sensitive:
            top = SafeTop(self.look, self.session, self.heading())
            outer.addWidget(top)
            if not top.has_title:
                self.page.column.addWidget(TextBlock(self.look, self.heading(), "title", level=1))
        outer.addWidget(self.page, 1)
        footer = self.footer()
        if footer is not None:
            outer.addWidget(footer)
        self.fill()

    def heading(self) -> str:
        """The page's title where "Clear this screen" stands above what scrolls: beside that, or first on the page."""
        return ""

    def footer(self) -> QWidget | None:
        """What stays at the foot of the page while the rest scrolls."""
        return None

    def fill(self) -> None:
        """Add the page's widgets with `add`."""
        raise NotImplementedError

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget at the end of the column."""
        self.page.column.addWidget(widget, stretch)

    def add_title(self, text: str) -> None:
        """The page's title: the heading of level 1."""
        self.add(TextBlock(self.look, text, "title", level=1))

    def add_text(self, text: str, role: str = "body") -> None:
        """A paragraph."""
        self.add(TextBlock(self.look, text, role))

    def add_heading(self, text: str) -> None:
        """A heading of level 2."""
        self.add(TextBlock(self.look, text, "heading", level=2))

    def refill(self) -> None:
        """Make the page's widgets anew, keeping the place."""
        place = self.page.place
        while (item := self.page.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fill()
        if not self.fills:
            self.page.column.addStretch(1)
        self.page.lay_out_now()
        self.page.go_to(place)

    def bring_into_view(self, widget: QWidget, y: int) -> None:
        self.page.show_part(widget, y, round(self.look.metrics.body * 1.5))

    @property
    def place(self) -> float:
        return self.page.place

    def go_to(self, place: float) -> None:
        self.page.go_to(place)


def spoken_parts(widget: QWidget) -> tuple[tuple[str, str], ...]:
    """What Listen reads of a widget, each part with its language; "" is the visitor's.

    Only what is one text in one language can be marked while it is read.
    """
    parts: tuple[tuple[str, str], ...]
    if hasattr(widget, "spoken_parts"):
        parts = widget.spoken_parts()
    else:
        parts = ((widget.spoken(), getattr(widget, "lang", "")),)  # type: ignore[attr-defined]
    return parts


def _speaking(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        if item.layout() is not None:
            yield from _speaking(item.layout())
        widget = item.widget()
        if widget is not None:
            yield from speaking_in(widget)


def speaking_in(widget: QWidget) -> Iterator[QWidget]:
    """A widget that has words, or those inside it, in reading order."""
    if isinstance(widget, ScrollPage):
        yield from _speaking(widget.column)
    elif hasattr(widget, "spoken"):
        yield widget
    elif hasattr(widget, "flow_children"):
        for child in widget.flow_children():
            yield from speaking_in(child)
    else:
        yield from _speaking(widget.layout())


def screen_class(route: Route) -> type[Screen]:
    """The class that shows a route; its module is imported when it is first wanted."""
    module, _, name = SCREENS[route.screen].partition(":")
    found: type[Screen] = getattr(import_module(module), name)
    return found
