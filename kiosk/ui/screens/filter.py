"""Narrowing down: where, what, for whom, when and how; each choice says how many services it leaves."""

from __future__ import annotations

from dataclasses import replace

from kiosk.ui.accessible import announce
from kiosk.ui.choices_screen import ChoicesScreen
from kiosk.ui.comparing import CHOOSE_CARE, GUIDED_LIST, care_here, list_before
from kiosk.ui.filter_choices import WEEKEND, filters_of, options_of, when_words
from kiosk.ui.finding import NEAR_HERE, kiosk_place, look_up
from kiosk.ui.routes import Route
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.filter_button import FilterButton
from kiosk.ui.widgets.grid import CardGrid
from kiosk.visit import SearchState

MILES = (1.0, 5.0, 10.0)


class FilterScreen(ChoicesScreen):
    """The key is that of a filter, or "day"; without a key, the choice between the filters.

    A choice that would leave nothing is not offered.
    """

    widest_em = 39.0

    def title(self) -> str:
        return self._("Find local help")

    def visit_changed(self) -> None:
        self.refill()
        announce(self, self._leaves)

    def fill(self) -> None:
        if self.route.key == "place":
            self._fill_place()
        elif not self.route.key:
            self._fill_menu()
        else:
            self._fill_options(self.route.key)

    def _fill_menu(self) -> None:
        state = self.session.visit.search
        self.add_title(self._("Narrow it down"))
        self._add_done(self._total())
        buttons = []
        for key, label, value in filters_of(state, self.words):
            button = FilterButton(self.look, label, value)
            button.clicked.connect(lambda _c=False, key=key: self.session.navigator.go(Route("filter", key)))
            buttons.append(button)
        self.add(CardGrid(self.look, buttons, columns=1, tallest=0))

    def _fill_options(self, key: str) -> None:
        _ = self._
        self.add_title(
            {
                "type": _("What kind of help?"),
                "beneficiary": _("Who is it for?"),
                "when": _("When?"),
                "day": _("On which days?"),
                "how": _("How do you want to get it?"),
                "access": _("What do you need there?"),
                "language": _("Which language do they speak?"),
            }[key]
        )
        self._add_done(self._total())
        buttons = [self._choice(words, on, state, name) for name, words, on, state in options_of(self.session, key)]
        if key == "when":
            buttons.append(self._days_button())
        self.add_choices(buttons, others=1)

    def _days_button(self) -> Button:
        days = self.session.visit.search.days
        some = bool(days) and days != WEEKEND
        chosen = when_words(SearchState(days=days), self.words) if some else self._("Choose a day")
        name = self._("{choice}, chosen").format(choice=chosen) if some else chosen
        icon, kind = ("tick", "chosen") if some else ("calendar", "plain")
        button = Button(self.look, chosen, icon, kind, leading=True, bold=some, name=name, trailing_icon="next")
        button.set_least_height(self.look.metrics.mm(16))
        button.setObjectName("day")
        button.clicked.connect(lambda: self.session.navigator.go(Route("filter", "day")))
        return button

    def _choice(self, words: str, on: bool, state: SearchState, key: str = "") -> Button:
        """`key` is what the focus knows a choice by whose words change."""
        _ = self._
        name = _("{choice}, chosen").format(choice=words) if on else words
        button = Button(
            self.look, words, "tick" if on else "", "chosen" if on else "plain", leading=True, bold=on, name=name
        )
        button.set_least_height(self.look.metrics.mm(16))
        button.setObjectName(key)
        button.clicked.connect(lambda: self.session.visit.look_for(state))
        return button

    def _add_done(self, total: int) -> None:
        words = self.words.ngettext("Show {count} service", "Show {count} services", total).format(count=total)
        self._leaves = self.words.ngettext("{count} found", "{count} found", total).format(count=total)
        done = Button(self.look, words, "tick", "primary")
        done.set_least_height(self.look.metrics.main_target)
        done.clicked.connect(lambda: self.session.navigator.back_to(list_before(self.session)))
        self.add(done)

    def _total(self) -> int:
        """How many the list that is being narrowed down has now."""
        behind = list_before(self.session)
        if behind.screen == CHOOSE_CARE:
            return len(care_here(self.session, behind.key))
        if behind.screen == GUIDED_LIST:
            from kiosk.ui.guided import Guiding

            found = Guiding(self.session).find()
            return len(found.services) if found is not None else 0
        return look_up(self.session, replace(self.session.visit.search, offset=0), 1).total

    def _fill_place(self) -> None:
        _, visit = self._, self.session.visit
        state = visit.search
        self.add_title(_("Where?"))
        self._add_done(self._total())
        guided, here = list_before(self.session).screen == GUIDED_LIST, kiosk_place(self.session) is not None
        choices = []
        if not (guided and here):  # Help me choose looks near this kiosk until another place is given
            anywhere = replace(state, place="", within_miles=None, offset=0)
            choices.append(self._choice(_("Anywhere"), not state.place, anywhere))
        if here:
            on = state.place == NEAR_HERE or (guided and not state.place)
            choices.append(self._choice(_("Near this kiosk"), on, replace(state, place=NEAR_HERE, offset=0)))
        typed = state.place if state.place not in ("", NEAR_HERE) else ""
        words = _("Near {place}").format(place=typed) if typed else _("Type a postcode or a place")
        name = _("{choice}, chosen").format(choice=words) if typed else words
        icon, kind = ("tick", "chosen") if typed else ("keyboard", "plain")
        button = Button(self.look, words, icon, kind, name=name, leading=True, trailing_icon="next")
        button.clicked.connect(lambda: self.session.navigator.go(Route("type", "place")))
        choices.append(button)
        self.add(CardGrid(self.look, choices, columns=3, narrowest_em=13, tallest=0))
        if state.place and not guided:
            self.add_heading(_("How far?"))
            far = [
                self._choice(_("Any distance"), state.within_miles is None, replace(state, within_miles=None, offset=0))
            ]
            for miles in MILES:
                words = _("Within {distance}").format(distance=self.words.distance(miles))
                far.append(
                    self._choice(words, state.within_miles == miles, replace(state, within_miles=miles, offset=0))
                )
            self.add(CardGrid(self.look, far, columns=3, narrowest_em=13, tallest=0))
            self.add_text(_("Help that comes to you, or by phone, is always shown."), "muted")
