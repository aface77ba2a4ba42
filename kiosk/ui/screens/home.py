"""Home: "What do you need today?" with one card for each topic."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.choosing_ways import can_choose, choose_button
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.card import Card
from kiosk.ui.widgets.grid import CardGrid

_TINTS = {
    "find": "tint_blue",
    "care": "tint_green",
    "rights": "tint_rose",
    "money": "tint_cream",
    "carers": "tint_green",
}


class _DangerStrip(Card):
    """The way to help in danger, at the foot of Home whatever else is on it."""

    @property
    def not_audited(self) -> dict[str, str]:
        """As every button's, and it is no choice among others."""
        apart = "it stands at the foot of Home as the frame does, apart from what one chooses"
        return super().not_audited | {"CHOICES": apart}


class HomeScreen(PageScreen):
    """Six cards, the booklet, Help me choose, and the way to help in danger: one touch from everything."""

    fills = True

    def title(self) -> str:
        return ""

    def fill(self) -> None:
        _, go = self._, self.session.navigator.go
        language = self.words.language
        metrics = self.look.metrics
        low = metrics.low
        bare = not metrics.panel.portrait and (low or metrics.text_size != "standard")
        self.add_title(_("What do you need today?"))
        cards = []
        for topic in self.session.edition.library.topics():
            summary = "" if bare else topic.summary(language)
            card = Card(
                self.look, topic.title(language), summary, topic.icon, _TINTS.get(topic.id, "tint_blue"), small=low
            )
            card.setAccessibleDescription(topic.summary(language))
            route = Route("find") if topic.id == "find" else Route("topic", topic.id)
            card.clicked.connect(lambda _checked=False, route=route: go(route))
            cards.append(card)
        tallest = 72 if self.look.metrics.panel.portrait else 50
        self.add(CardGrid(self.look, cards, narrowest_em=10.5 if low else 15.5, tallest=tallest), 1)
        if not low:
            self.add(CardGrid(self.look.furniture, self._ways(), columns=2, narrowest_em=12, tallest=0))

    def _ways(self) -> list[QWidget]:
        """The booklet, and the way for who does not know where to begin."""
        ways: list[QWidget] = [self._booklet()]
        if can_choose(self.session):
            ways.append(choose_button(self.look.furniture, self.session, leading=False))
        return ways

    def _booklet(self) -> Button:
        booklet = Button(self.look.furniture, self._("Make my booklet"), "booklet", "primary")
        booklet.set_least_height(self.look.metrics.main_target)
        booklet.clicked.connect(lambda: self.session.navigator.go(Route("booklet")))
        return booklet

    def footer(self) -> QWidget:
        """The way to help in danger stays in view, however large the words are."""
        _, low = self._, self.look.metrics.low
        look = self.look.furniture
        danger = _("Danger, abuse, or you cannot cope")
        small = "" if low else danger
        urgent = _DangerStrip(look, _("Need help now?"), small, "warning", edge="urgent", arrow=not low, small=low)
        urgent.setAccessibleDescription(danger)
        urgent.clicked.connect(lambda: self.session.navigator.go(Route("urgent")))
        urgent.setSizePolicy(fixed_height())
        if not low:
            return urgent
        row = CardGrid(look, [*self._ways(), urgent], columns=3, narrowest_em=10, tallest=0)
        row.setSizePolicy(fixed_height())
        return row


def fixed_height() -> QSizePolicy:
    """As high as the words need at the width there is, and no higher."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    policy.setHeightForWidth(True)
    return policy
