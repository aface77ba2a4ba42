"""Narrowing down What's on: kinds of activity, or whom it is for; each choice says how many it leaves."""

from __future__ import annotations

from dataclasses import replace

from kiosk.directory.activity_kinds import kind_name
from kiosk.directory.facet_names import beneficiary_name
from kiosk.language import Tagged, language_of
from kiosk.ui.accessible import announce
from kiosk.ui.choices_screen import ChoicesScreen
from kiosk.ui.outings import FILTER, WHATS_ON, ask_whats_on, outing_filters
from kiosk.ui.routes import Route
from kiosk.ui.screens.whats_on_lists import other_lists
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.filter_button import FilterButton
from kiosk.ui.widgets.grid import CardGrid
from kiosk.visit import OutingState


class WhatsOnFilterScreen(ChoicesScreen):
    """Key "kind" or "people"; without a key, the choice between them. What would leave nothing is not offered.

    Counts are those of the day, or of the list, that is looked at.
    """

    widest_em = 39.0

    def title(self) -> str:
        return self._("What's on")

    def visit_changed(self) -> None:
        self.refill()
        announce(self, self._leaves)

    def fill(self) -> None:
        _, state = self._, self.session.visit.outing
        found = ask_whats_on(self.session, replace(state, offset=0), 1)
        if not self.route.key:
            self.add_title(_("Narrow it down"))
            self._add_done(found.total)
            self.add(CardGrid(self.look, self._filters(state), columns=1, tallest=0))
            others = other_lists(self.look, self.session, found)
            if others:
                self.add_heading(_("On no set day"))
                self.add(CardGrid(self.look, others, columns=2, narrowest_em=13, tallest=0))
            return
        kinds = self.route.key == "kind"
        self.add_title(_("What kind of activity?") if kinds else _("Who is it for?"))
        self._add_done(found.total)
        field, chosen = ("kinds", state.kinds) if kinds else ("people", state.people)
        named = [
            (kind_name(count.id, self.words) if kinds else beneficiary_name(count.id, self.words), count)
            for count in (found.kind_counts if kinds else found.people_counts)
        ]
        if "anyone" not in chosen:
            named = [(name, count) for name, count in named if count.id != "anyone"]  # as the choice above is called
        missing = [name for name in chosen if name not in {count.id for _name, count in named}]
        buttons = [self._choice(_("Any kind") if kinds else _("Anyone"), not chosen, field, (), "any")]
        for name, count in sorted(named, key=lambda pair: pair[0]):
            words = Tagged(_("{name} ({count})").format(name=name, count=count.count), language_of(name))
            buttons.append(self._toggle(words, count.id, field, chosen))
        for facet in missing:
            name = kind_name(facet, self.words) if kinds else beneficiary_name(facet, self.words)
            words = Tagged(_("{name} ({count})").format(name=name, count=0), language_of(name))
            buttons.append(self._toggle(words, facet, field, chosen))
        self.add_choices(buttons, others=1)

    def _filters(self, state: OutingState) -> list[FilterButton]:
        made = []
        for key, label, value in outing_filters(state, self.words):
            button = FilterButton(self.look, label, value)
            button.clicked.connect(lambda _c=False, key=key: self.session.navigator.go(Route(FILTER, key)))
            made.append(button)
        return made

    def _toggle(self, words: str, facet: str, field: str, chosen: tuple[str, ...]) -> Button:
        on = facet in chosen
        now = tuple(c for c in chosen if c != facet) if on else (*chosen, facet)
        return self._choice(words, on, field, now, facet)

    def _choice(self, words: str, on: bool, field: str, chosen: tuple[str, ...], key: str) -> Button:
        """`key` is what the focus knows a choice by whose words change."""
        name = self._("{choice}, chosen").format(choice=words) if on else words
        button = Button(
            self.look, words, "tick" if on else "", "chosen" if on else "plain", leading=True, bold=on, name=name
        )
        button.set_least_height(self.look.metrics.mm(16))
        button.setObjectName(key)
        button.clicked.connect(lambda: self.session.visit.plan_outing(**{field: chosen}))
        return button

    def _add_done(self, total: int) -> None:
        self._leaves = self.words.ngettext("{count} found", "{count} found", total).format(count=total)
        words = self.words.ngettext("Show {count} activity", "Show {count} activities", total).format(count=total)
        done = Button(self.look, words, "tick", "primary")
        done.set_least_height(self.look.metrics.main_target)
        done.clicked.connect(lambda: self.session.navigator.back_to(WHATS_ON))
        self.add(done)
