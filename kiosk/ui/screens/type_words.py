"""Typing what one looks for: the field, what would be found so far, and the on-screen keyboard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.language import Tagged
from kiosk.ui.finding import look_up
from kiosk.ui.routes import Route
from kiosk.ui.screen import Screen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.entry import Entry
from kiosk.ui.widgets.keyboard import Keyboard
from kiosk.ui.widgets.status import Status
from kiosk.ui.widgets.suggestions import Suggestions

_MANY = 6


class TypeScreen(Screen):
    """Answers with every key. Key "place" asks for a postcode or a place name; otherwise for words."""

    def title(self) -> str:
        return self._("Where?") if self.route.key == "place" else self._("Find local help")

    @property
    def for_place(self) -> bool:
        return self.route.key == "place"

    def build(self) -> None:
        _ = self._
        outer = QVBoxLayout(self)
        margin, gap = self.look.metrics.margin, self.look.metrics.gap
        outer.setContentsMargins(margin, gap, margin, gap)
        outer.setSpacing(gap)
        name = _("Type a postcode, town or village") if self.for_place else _("Type what you are looking for")
        row = QHBoxLayout()
        row.setSpacing(gap)
        self.entry = Entry(self.look, name, name, "place" if self.for_place else "search")
        self.entry.field.setText("" if self.for_place else self.session.visit.search.words)
        self.done = Button(self.look, _("Search") if not self.for_place else _("Use this place"), kind="primary")
        self.done.set_least_height(self.entry.sizeHint().height())
        row.addWidget(self.entry, 1)
        row.addWidget(self.done)
        outer.addLayout(row)
        self.said = Status(self.look.furniture, " ")
        outer.addWidget(self.said)
        self.suggestions = Suggestions(self.look)
        outer.addWidget(self.suggestions, 1)
        script = "en" if self.for_place else self.session.visit.language
        self.keyboard = Keyboard(self.look, self.words, script)
        outer.addWidget(self.keyboard)
        self.keyboard.typed.connect(self.entry.type_in)
        self.keyboard.erased.connect(self.entry.erase)
        self.entry.field.textChanged.connect(self._answer)
        self.entry.field.returnPressed.connect(self.finish)
        self.done.clicked.connect(self.finish)
        self._answer(self.entry.field.text())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self.entry.field.setFocus(Qt.FocusReason.OtherFocusReason))

    def _answer(self, typed: str) -> None:
        if self.for_place:
            self._answer_place(typed)
            return
        _ = self._
        if not typed.strip():
            self.said.set_text(_("For example: dementia, lunch club, someone to talk to"))
            self.suggestions.offer([])
            return
        state = replace(self.session.visit.search, words=typed, exact=False, offset=0)
        results = look_up(self.session, state, _MANY)
        words = self.words.ngettext("{count} found", "{count} found", results.total)
        repaired = [did for did in results.did if did.action in ("repaired", "joined")]
        found = words.format(count=results.total)
        if repaired:
            shown = typed.casefold()
            for did in repaired:
                shown = shown.replace(did.before.casefold(), did.after)
            # Translators: what the search found for the words as it understood them.
            found = _("{found} for “{words}”").format(found=found, words=shown)
        self.said.set_text(found)
        offers: list[tuple[str, Route]] = [(Tagged(hit.name), Route("service", hit.id)) for hit in results.hits]
        offers += [(hit.name, Route("guide", hit.id)) for hit in results.guides[:1]]
        self.suggestions.offer([self._suggestion(name, route) for name, route in offers])

    def _suggestion(self, name: str, route: Route) -> QWidget:
        icon = "booklet" if route.screen == "guide" else ""
        button = Button(self.look, name, icon, leading=True, trailing_icon="next", bold=False)
        button.clicked.connect(lambda: self._open(route))
        return button

    def _open(self, route: Route) -> None:
        self._keep_words()
        self.session.navigator.back_to(Route("find"))
        self.session.navigator.go(route)

    def _keep_words(self) -> None:
        words = self.entry.field.text().strip()
        self.session.visit.look_for(replace(self.session.visit.search, words=words, exact=False, offset=0))

    def _answer_place(self, typed: str) -> None:
        from kiosk.search.places import find_place

        _ = self._
        if len(typed.strip()) < 2:
            self.said.set_text(_("It is used to sort what is nearest. It is not kept."))
            return
        point = find_place(self.session.edition.connection, typed)
        known = (
            _("Found: {place}").format(place=point.name or typed.strip())
            if point
            else _("This place is not known here yet")
        )
        self.said.set_text(known)

    def finish(self) -> None:
        """Use what was typed."""
        if self.for_place:
            from kiosk.search.places import find_place

            text = self.entry.field.text().strip()
            if text and find_place(self.session.edition.connection, text) is None:
                self.said.set_text(
                    self._("“{place}” is not known here. Try the first half of a postcode, or a town.").format(
                        place=text
                    )
                )
                return
            state = self.session.visit.search
            self.session.visit.look_for(replace(state, place=text, within_miles=state.within_miles, offset=0))
        else:
            self._keep_words()
        self.session.navigator.back_to(Route("find"))
