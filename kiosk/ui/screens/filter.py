"""Narrowing down: kinds of help, whom it is for, or where; each choice says how many services it leaves."""

from __future__ import annotations

from dataclasses import replace

from kiosk.language import Tagged, language_of
from kiosk.ui.accessible import announce
from kiosk.ui.choices_screen import ChoicesScreen
from kiosk.ui.finding import NEAR_HERE, facet_name, filters_of, kiosk_place, look_up
from kiosk.ui.routes import Route
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.filter_button import FilterButton
from kiosk.ui.widgets.grid import CardGrid
from kiosk.visit import SearchState

MILES = (1.0, 5.0, 10.0)


class FilterScreen(ChoicesScreen):
    """Key "type", "beneficiary" or "place"; without a key, the choice between them.

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
            self._fill_facet(self.route.key)

    def _fill_menu(self) -> None:
        state = self.session.visit.search
        self.add_title(self._("Narrow it down"))
        self._add_done(look_up(self.session, replace(state, offset=0), 1).total)
        buttons = []
        for key, label, value in filters_of(state, self.words):
            button = FilterButton(self.look, label, value)
            button.clicked.connect(lambda _c=False, key=key: self.session.navigator.go(Route("filter", key)))
            buttons.append(button)
        self.add(CardGrid(self.look, buttons, columns=1, tallest=0))

    def _fill_facet(self, kind: str) -> None:
        _, visit = self._, self.session.visit
        state = visit.search
        field = "types" if kind == "type" else "beneficiaries"
        chosen: tuple[str, ...] = getattr(state, field)
        self.add_title(_("What kind of help?") if kind == "type" else _("Who is it for?"))
        everything = look_up(self.session, replace(state, **{field: ()}, offset=0), 1)  # type: ignore[arg-type]
        counts = everything.type_counts if kind == "type" else everything.beneficiary_counts
        self._add_done(everything.total if not chosen else look_up(self.session, replace(state, offset=0), 1).total)
        buttons = []
        any_words = _("Any kind") if kind == "type" else _("Anyone")
        buttons.append(self._choice(any_words, not chosen, replace(state, **{field: ()}, offset=0), "any"))  # type: ignore[arg-type]
        named = [
            (facet_name(kind, found.id, self.words), found) for found in counts if found.count or found.id in chosen
        ]
        for name, found in sorted(named, key=lambda pair: pair[0]):
            on = found.id in chosen
            now = tuple(c for c in chosen if c != found.id) if on else (*chosen, found.id)
            # Translators: a filter's name and, in brackets, how many services it leaves.
            words = Tagged(_("{name} ({count})").format(name=name, count=found.count), language_of(name))
            buttons.append(self._choice(words, on, replace(state, **{field: now}, offset=0), found.id))  # type: ignore[arg-type]
        self.add_choices(buttons, others=1)

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
        done.clicked.connect(lambda: self.session.navigator.back_to(Route("find")))
        self.add(done)

    def _fill_place(self) -> None:
        _, visit = self._, self.session.visit
        state = visit.search
        self.add_title(_("Where?"))
        self._add_done(look_up(self.session, replace(state, offset=0), 1).total)
        choices = [self._choice(_("Anywhere"), not state.place, replace(state, place="", within_miles=None, offset=0))]
        if kiosk_place(self.session) is not None:
            on = state.place == NEAR_HERE
            choices.append(self._choice(_("Near this kiosk"), on, replace(state, place=NEAR_HERE, offset=0)))
        typed = state.place if state.place not in ("", NEAR_HERE) else ""
        words = _("Near {place}").format(place=typed) if typed else _("Type a postcode or a place")
        name = _("{choice}, chosen").format(choice=words) if typed else words
        icon, kind = ("tick", "chosen") if typed else ("keyboard", "plain")
        button = Button(self.look, words, icon, kind, name=name, leading=True, trailing_icon="next")
        button.clicked.connect(lambda: self.session.navigator.go(Route("type", "place")))
        choices.append(button)
        self.add(CardGrid(self.look, choices, columns=3, narrowest_em=13, tallest=0))
        if state.place:
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
