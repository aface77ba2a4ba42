"""Display: four text sizes and two sets of colours, shown as they are."""

from __future__ import annotations

from PySide6.QtGui import QFont

from kiosk.ui.metrics import CAPITALS_MM, Metrics
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.box import Box
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.grid import CardGrid
from kiosk.ui.widgets.look import Look
from kiosk.ui.widgets.text_block import TextBlock


class SizeChoice(Button):
    """A text size that shows itself in its own size."""

    def __init__(self, look: Look, words: str, size: str, chosen: bool, name: str) -> None:
        super().__init__(look, words, "tick" if chosen else "", "chosen" if chosen else "plain", name=name)
        self._size = size

    def _font(self) -> QFont:
        own = Metrics(self._look.metrics.panel, self._size).body
        return self._look.sized_font(own, bold=True)


class DisplayScreen(PageScreen):
    """A choice shows at once on this screen; Back leads to the page one came from, at the same place."""

    def title(self) -> str:
        return self._("Text size and colours")

    def fill(self) -> None:
        _ = self._
        sizes = {
            "standard": _("Standard"),
            "large": _("Large"),
            "larger": _("Larger"),
            "largest": _("Largest"),
        }
        themes = {"day": (_("Day"), "day"), "night": (_("Night"), "night")}
        parts = [(self._sizes, sizes), (self._themes, themes)]
        if self.route.key == "colours":
            parts.reverse()
        for make, choices in parts:
            make(choices)  # type: ignore[operator]
        sample = Box(self.look)
        sample.column.addWidget(TextBlock(self.look, _("This is how a page looks"), "heading"))
        sample.column.addWidget(
            TextBlock(self.look, _("Choose what is easiest for your eyes. You can change it at any time."))
        )
        self.add(sample)
        done = Button(self.look, _("Back to my page"), "tick", "primary")
        done.set_least_height(self.look.metrics.main_target)
        done.clicked.connect(self.session.navigator.back)
        standard = Button(self.look, _("Standard display"), "repeat")
        standard.set_least_height(self.look.metrics.main_target)
        standard.clicked.connect(self._reset)
        self.add(Flow(self.look, [done, standard]))

    def _sizes(self, sizes: dict[str, str]) -> None:
        _, visit = self._, self.session.visit
        self.add_heading(_("How big should the words be?"))
        cards = []
        for size in CAPITALS_MM:
            on = visit.display.text_size == size
            name = _("{choice}, chosen").format(choice=sizes[size]) if on else sizes[size]
            card = SizeChoice(self.look, sizes[size], size, on, name)
            card.set_least_height(self.look.metrics.main_target)
            card.clicked.connect(lambda _c=False, size=size: visit.choose_display(text_size=size))
            cards.append(card)
        self.add(CardGrid(self.look, cards, columns=4, narrowest_em=10, tallest=0))

    def _themes(self, themes: dict[str, tuple[str, str]]) -> None:
        _, visit = self._, self.session.visit
        self.add_heading(_("Which colours?"))
        cards = []
        for theme, (words, icon) in themes.items():
            on = visit.display.theme == theme
            name = _("{choice}, chosen").format(choice=words) if on else words
            card = Button(self.look, words, "tick" if on else icon, "chosen" if on else "plain", name=name)
            card.set_least_height(self.look.metrics.main_target)
            card.clicked.connect(lambda _c=False, theme=theme: visit.choose_display(theme=theme))
            cards.append(card)
        self.add(CardGrid(self.look, cards, columns=2, narrowest_em=8, tallest=0))

    def _reset(self) -> None:
        self.session.visit.standard_display()
