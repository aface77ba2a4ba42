"""What's on: the activities of a day by time, the week as a strip of days, and what has no day of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.search.whats_on import DAYS, Happening, WhatsOn
from kiosk.ui.choices_screen import MOST_CHOICES
from kiosk.ui.keeping import keep_service_button
from kiosk.ui.list_screen import ListScreen
from kiosk.ui.outings import ASK, FILTER, OPEN, ask_whats_on, day_of, outing_chips, outing_filters
from kiosk.ui.routes import Route
from kiosk.ui.screens.whats_on_lists import other_lists
from kiosk.ui.screens.whats_on_words import day_title, days_of_strip, list_title, row_words
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.day_strip import DayStrip
from kiosk.ui.widgets.filter_button import FilterButton
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.result_row import ResultRow
from kiosk.ui.widgets.text_block import TextBlock
from kiosk.visit import OutingState

_AT_ONCE = 12


class WhatsOnScreen(ListScreen):
    """Reads the visit's outing state; every change goes through the visit."""

    def title(self) -> str:
        return self._("What's on")

    @property
    def asked(self) -> OutingState:
        return self.session.visit.outing

    @property
    def offset(self) -> int:
        return self._from

    def show_rows(self) -> None:
        self._from = self.asked.offset
        self.results = ask_whats_on(self.session, self.asked, _AT_ONCE)
        if self._from and not self.results.rows:
            self._from = 0
            self.results = ask_whats_on(self.session, replace(self.asked, offset=0), _AT_ONCE)
        super().show_rows()

    def turn(self, offset: int) -> None:
        self.session.visit.plan_outing(offset=offset)

    def fill_side(self, column: QVBoxLayout) -> None:
        _ = self._
        column.addWidget(TextBlock(self.look, _("Narrow it down"), "heading", level=2))
        for key, label, value in outing_filters(self.asked, self.words):
            button = FilterButton(self.look, label, value)
            button.clicked.connect(lambda _c=False, key=key: self.session.navigator.go(Route(FILTER, key)))
            column.addWidget(button)
        others = other_lists(self.look, self.session, self.results)
        if others:
            column.addWidget(TextBlock(self.look, _("On no set day"), "heading", level=2))
        for other in others:
            column.addWidget(other)

    def fill_main(self, column: QVBoxLayout) -> None:
        results, today = self.results, self.session.today()
        day = day_of(self.session, self.asked)
        key = self.asked.day if self.asked.day in (OPEN, ASK) else day.isoformat() if day != today else ""
        strip = DayStrip(self.look, days_of_strip(today, self.words, key), key, self._("Choose a day"))
        strip.chosen.connect(lambda key: self.session.visit.plan_outing(day=key))
        column.addWidget(strip)
        low = self.look.metrics.low and not self.wide  # then the other lists stand where the list is narrowed down
        others = [] if low else other_lists(self.look, self.session, results)
        chips = self._chips()
        above = [*([] if self.wide else [self._narrow_button()]), *chips, *([] if self.wide else others)]
        most = MOST_CHOICES - len(others) - len(chips) - (2 if self.wide else 1)
        title = list_title(self.asked.day, day, today, self.words)
        heading = TextBlock(self.look, title, "heading", level=2)
        if low:
            column.addWidget(Flow(self.look, [heading, *above]))
        else:
            if above:
                column.addWidget(Flow(self.look, above))
            column.addWidget(heading)
        if not results.total:
            self.found = TextBlock(self.look, self._nothing(day == today))
            self.add_page(column, [self.found, *self._ways_on(results, most)])
            return
        self.add_rows(column, [self._row(happening) for happening in results.rows], results.total, most)

    def _nothing(self, today: bool) -> str:
        """What is said of an empty list: nobody knows that nothing is on."""
        _ = self._
        if self.asked.kinds or self.asked.people:
            return _("We know of nothing here that fits what you chose.")
        if self.asked.day in (OPEN, ASK):
            return _("There is nothing in this list.")
        return _("We know of nothing more today.") if today else _("We know of nothing on this day.")

    def _ways_on(self, results: WhatsOn, most: int) -> list[QWidget]:
        """The next day with something, without the filters, or a person to ask."""
        _, visit, today = self._, self.session.visit, self.session.today()
        ways: list[QWidget] = []

        def offer(words: str, icon: str, act: Callable[[], object], kind: str = "plain") -> None:
            button = Button(self.look, words, icon, kind, leading=True)
            button.set_least_height(self.look.metrics.main_target)
            button.clicked.connect(lambda: act())
            ways.append(button)

        following = results.next_day
        if following is not None and (following - today).days < DAYS:
            # Translators: {day} is the next day on which something is on.
            words = _("Show {day}").format(day=day_title(following, today, self.words))
            offer(words, "calendar", lambda: visit.plan_outing(day=following.isoformat()), "primary")
        if self.asked.kinds or self.asked.people:
            offer(
                _("Show every kind of activity, for anyone"), "search", lambda: visit.plan_outing(kinds=(), people=())
            )
        elif self.asked.day in (OPEN, ASK):
            offer(_("Show what is on today"), "calendar", lambda: visit.plan_outing(day=""))
        offer(_("Ask a person: who can help"), "phone", lambda: self.session.navigator.go(Route("help")))
        return ways[:most]

    def _narrow_button(self) -> Button:
        button = Button(self.look, self._("Narrow it down"), trailing_icon="chevron-down", leading=True)
        button.clicked.connect(lambda: self.session.navigator.go(Route(FILTER)))
        return button

    def _chips(self) -> list[Button]:
        plan = self.session.visit.plan_outing
        without = [
            (words, lambda kept=kept: plan(kinds=kept.kinds, people=kept.people))
            for words, kept in outing_chips(self.asked, self.words)
        ]
        return self.chips(without, lambda: plan(kinds=(), people=()))

    def _row(self, happening: Happening) -> ResultRow:
        hit = happening.hit
        keep = keep_service_button(self.look, self.session, hit.id, hit.name)
        row = ResultRow(self.look, row_words(self.session, happening), keep)
        row.open.clicked.connect(lambda: self.session.navigator.go(Route("service", hit.id)))
        return row
