"""Typing what one looks for: the field, what would be found so far, and the on-screen keyboard."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kiosk.language import Tagged
from kiosk.search import Point
from kiosk.ui.comparing import list_before
from kiosk.ui.finding import look_up
from kiosk.ui.routes import Route
from kiosk.ui.screens.find_words import help_now
from kiosk.ui.typing_screen import TypingScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.keyboard_layouts import Purpose
from kiosk.ui.widgets.suggestions import Suggestions

_MANY, _MOST_OFFERS = 6, 7
_ROOM_FOR_OFFERS_MM = 55


class TypeScreen(TypingScreen):
    """Answers with every key. Key "place" asks for a postcode or a place name; otherwise for words."""

    @property
    def for_place(self) -> bool:
        return self.route.key == "place"

    @property
    def purpose(self) -> Purpose:
        return "place" if self.for_place else "words"

    def title(self) -> str:
        return self._("Where?") if self.for_place else self._("Find local help")

    def field_name(self) -> str:
        _ = self._
        return _("Type a postcode, town or village") if self.for_place else _("Type what you are looking for")

    def hint(self) -> str:
        return self.field_name()

    def icon(self) -> str:
        return "place" if self.for_place else "search"

    def done_words(self) -> str:
        return self._("Use this place") if self.for_place else self._("Search")

    def settled_words(self) -> str:
        return "" if self.for_place else self.session.visit.search.words

    def make_middle(self) -> QWidget:
        self.suggestions = Suggestions(self.look)
        return self.suggestions

    def middle_wants(self) -> int:
        return 0 if self.for_place else self.look.metrics.mm(_ROOM_FOR_OFFERS_MM)

    def answer(self, typed: str) -> None:
        if self.for_place:
            self._answer_place(typed)
        else:
            self._answer_words(typed)

    def use(self, typed: str) -> bool:
        if self.for_place and not self._use_place(typed):
            return False
        if not self.for_place:
            self._keep_words()
        self.session.navigator.back_to(list_before(self.session) if self.for_place else Route("find"))
        return True

    def _answer_words(self, typed: str) -> None:
        _ = self._
        if not typed.strip():
            self.said.set_text(self.asked(_("For example: dementia, lunch club, someone to talk to")))
            self.suggestions.offer([])
            return
        state = replace(self.session.visit.search, words=typed, exact=False, offset=0)
        results = look_up(self.session, state, _MANY, facet_counts=False)
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
        help_first = [(help_now(self.words), Route("urgent"))] if results.urgent else []
        guides = [(hit.name, Route("guide", hit.id)) for hit in results.guides[:1]]
        hits = results.hits[: _MOST_OFFERS - len(help_first) - len(guides)]
        offers = [*help_first, *((Tagged(hit.name), Route("service", hit.id)) for hit in hits), *guides]
        self.suggestions.offer([self._suggestion(name, route) for name, route in offers])

    def _suggestion(self, name: str, route: Route) -> QWidget:
        icon = {"guide": "booklet", "urgent": "warning"}.get(route.screen, "")
        kind = "urgent" if route.screen == "urgent" else "plain"
        button = Button(self.look, name, icon, kind, leading=True, trailing_icon="next", bold=False)
        button.clicked.connect(lambda: self._open(route))
        return button

    def _open(self, route: Route) -> None:
        self._keep_words()
        self._used = True
        self.session.navigator.back_to(Route("find"))
        self.session.navigator.go(route)

    def _keep_words(self) -> None:
        words = self.entry.field.text().strip()
        self.session.visit.look_for(replace(self.session.visit.search, words=words, exact=False, offset=0))

    def _answer_place(self, typed: str) -> None:
        _ = self._
        if len(typed.strip()) < 2:
            self.said.set_text(self.asked(_("It is used to sort what is nearest. It is not kept.")))
            return
        point = self._point(typed)
        known = (
            _("Found: {place}").format(place=point.name or typed.strip())
            if point
            else _("This place is not known here yet")
        )
        self.said.set_text(known)

    def _use_place(self, typed: str) -> bool:
        point = self._point(typed)
        if typed and point is None:
            words = self._("“{place}” is not known here. Try the first half of a postcode, or a town.")
            self.said.set_text(words.format(place=typed))
            return False
        has_digits = any(letter.isdigit() for letter in typed)
        place = point.name if point is not None and not has_digits else typed
        self.session.visit.look_for(replace(self.session.visit.search, place=place or typed, offset=0))
        return True

    def _point(self, typed: str) -> Point | None:
        from kiosk.search.places import find_place

        return find_place(self.session.edition.connection, typed)
