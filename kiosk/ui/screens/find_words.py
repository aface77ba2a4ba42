"""The words around a list of services: the search box, what the search did, and a way on when nothing is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kiosk.language import Words
from kiosk.search import Results
from kiosk.ui.choosing_ways import can_choose, open_choosing
from kiosk.ui.routes import Route
from kiosk.ui.session import Session
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.look import Look
from kiosk.ui.widgets.text_block import TextBlock
from kiosk.visit import SearchState


def search_box(look: Look, words: Words, typed: str, act: Callable[[], object]) -> Button:
    """A button that looks like the field it opens; it shows what was typed."""
    _ = words.gettext
    # Translators: what a screen reader calls the box that shows the words one has searched for.
    name = _("{words}: searched for. Touch to change.").format(words=typed) if typed else ""
    hint = _("Search for help, a place or a group")
    box = Button(look, typed or hint, "search", "field", leading=True, bold=bool(typed), name=name)
    box.set_least_height(look.metrics.main_target)
    box.clicked.connect(lambda: act())
    return box


def did_line(look: Look, session: Session, state: SearchState, results: Results) -> QWidget | None:
    """What the search did with the words, with a button to search for exactly what was typed; None when nothing."""
    _ = session.words.gettext
    placed = " ".join(_placed_words(did.after, session.words) for did in results.did if did.action == "near")
    repaired = [did for did in results.did if did.action in ("repaired", "joined")]
    if repaired and not state.exact:
        after = state.words
        for did in repaired:
            after = after.casefold().replace(did.before.casefold(), did.after)
        said = _("Showing results for “{words}”.").format(words=after)
        button = Button(look, _("Search for exactly “{words}”").format(words=state.words), leading=True)
        button.clicked.connect(lambda: session.visit.look_for(replace(state, exact=True, offset=0)))
        return _said(look, f"{said} {placed}".strip(), button)
    if any(did.action == "widened" for did in results.did):
        some = _("Nothing has all of these words. These have some of them.")
        return TextBlock(look, f"{some} {placed}".strip())
    if state.exact:
        button = Button(look, _("Show similar words too"), leading=True)
        button.clicked.connect(lambda: session.visit.look_for(replace(state, exact=False, offset=0)))
        return _said(look, _("Showing exactly “{words}”.").format(words=state.words), button)
    return TextBlock(look, placed) if placed else None


def _placed_words(place: str, words: Words) -> str:
    """That some of the words were taken for a place."""
    _ = words.gettext
    where = place or _("this kiosk")
    # Translators: the order of a list, when a place stood among the words: “lunch club near Sale”.
    return _("Those nearest to {place} come first.").format(place=where)


def help_now(words: Words) -> str:
    """What is said to who may be in danger."""
    return words.gettext("You can get help right now")


def urgent_button(look: Look, session: Session) -> Button:
    """For who may be in danger, from others or from themselves: help at once, before any list."""
    button = Button(look, help_now(session.words), "warning", "urgent", leading=True, trailing_icon="next")
    button.set_least_height(look.metrics.main_target)
    button.clicked.connect(lambda: session.navigator.go(Route("urgent")))
    return button


def _said(look: Look, words: str, button: Button) -> QWidget:
    return Flow(look, [TextBlock(look, words), button])


def nothing_found(look: Look, session: Session, state: SearchState, results: Results, most: int) -> list[QWidget]:
    """At most so many ways on: other words, fewer filters, a guide, or a person to ask."""
    _, visit, go = session.words.gettext, session.visit, session.navigator.go
    choices: list[QWidget] = []

    def offer(words: str, icon: str, act: Callable[[], object]) -> None:
        button = Button(look, words, icon, leading=True)
        button.set_least_height(look.metrics.main_target)
        button.clicked.connect(lambda: act())
        choices.append(button)

    wider = state.without_filters()
    if replace(state, offset=0) != wider:
        offer(_("Look everywhere, for any kind of help"), "search", lambda: visit.look_for(wider))
    if state.words:
        offer(_("Use other words"), "keyboard", lambda: go(Route("type")))
        offer(_("Choose from the kinds of help"), "list", lambda: _choose_kind(session))
    for guide in results.guides[: max(0, min(2, most - 1 - len(choices)))]:
        offer(guide.name, "booklet", lambda key=guide.id: go(Route("guide", key)))  # type: ignore[misc]
    if len(choices) + 1 < most and can_choose(session):
        offer(_("Help me choose"), "compass", lambda: open_choosing(session))
    offer(_("Ask a person: who can help"), "phone", lambda: go(Route("help")))
    return [TextBlock(look, _("Try one of these:")), *choices]


def _choose_kind(session: Session) -> None:
    session.visit.look_for(SearchState())
    session.navigator.go(Route("filter", "type"))
