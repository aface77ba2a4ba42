"""The rows of what Help me choose has found: a page, a service, a room with its ideas, each with its reason."""

from __future__ import annotations

from kiosk.choose.finder import ChosenPage, ChosenService, Idea
from kiosk.choose.result_page import MOST_REASONS, result_title, room_reasons, unsure
from kiosk.content.choose_data import Room, said
from kiosk.language import Tagged, language_of
from kiosk.ui.finding import row_of
from kiosk.ui.guided import LIST, RESULT, ROOM, Guiding
from kiosk.ui.keeping import keep_guided_button, keep_page_button, keep_room_button, keep_service_button
from kiosk.ui.routes import Route
from kiosk.ui.screen import Screen
from kiosk.ui.widgets.result_row import ResultRow, RowFacts


def page_row(screen: Screen, page: ChosenPage, summary: str = "") -> ResultRow:
    """A page of advice, with what is in it where that is wanted. What is about abuse cannot be kept, as on the page."""
    session = screen.session
    about = Tagged(summary, page.lang) if summary else ""
    facts = RowFacts(Tagged(page.title, page.lang), about, _reasons(screen, page.because))
    keep = None if page.sensitive else keep_page_button(screen.look, session, page.id, page.title)
    row = ResultRow(screen.look, facts, keep)
    row.open.clicked.connect(lambda: session.navigator.go(Route("guide", page.id)))
    return row


def service_row(screen: Screen, service: ChosenService) -> ResultRow:
    """A service as other lists show it, and the reason."""
    session, hit = screen.session, service.hit
    known = row_of(session, hit)
    facts = RowFacts(known.name, known.organization, (*known.facts, *_reasons(screen, service.because)))
    row = ResultRow(screen.look, facts, keep_service_button(screen.look, session, hit.id, hit.name))
    row.open.clicked.connect(lambda: session.navigator.go(Route("service", hit.id)))
    return row


def room_row(screen: Screen, room: Room, ideas: list[Idea]) -> ResultRow:
    """A room with its ideas in a few words, and the reasons for them; it leads to the ideas one by one."""
    session, title = screen.session, said(room.titles, screen.words.language)
    texts = (("", Tagged(f"{idea.text}.", language_of(idea.text))) for idea in ideas)
    facts = RowFacts(title, "", (*texts, *_reasons(screen, room_reasons(ideas))))
    row = ResultRow(screen.look, facts, keep_room_button(screen.look, session, room.id, title))
    row.open.clicked.connect(lambda: session.navigator.go(Route(LIST, f"{ROOM}/{room.id}")))
    return row


def idea_row(screen: Screen, idea: Idea) -> ResultRow:
    """One idea, with the reasons; it leads to the page that says more."""
    row = ResultRow(screen.look, RowFacts(idea.text, "", _reasons(screen, idea.because)), None)
    row.open.clicked.connect(lambda: screen.session.navigator.go(Route("guide", idea.page)))
    return row


def _reasons(screen: Screen, because: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(("speech-bubble", reason) for reason in because[:MOST_REASONS] or (unsure(screen.words),))


def kept_rows(screen: Screen) -> list[ResultRow]:
    """What My list has of it: the whole result, and rooms with their ideas. Each leads to the result."""
    session, data, _ = screen.session, Guiding(screen.session).data, screen.words.gettext
    given = session.visit.choosing
    kept = []
    if given.kept:
        name = result_title(screen.words)
        facts = RowFacts(name, "", (("compass", _("Help me choose")),))
        kept.append(ResultRow(screen.look, facts, keep_guided_button(screen.look, session, name)))
    titles = {room.id: said(room.titles, screen.words.language) for room in data.rooms} if data is not None else {}
    for room in given.rooms:
        if room in titles:
            facts = RowFacts(titles[room], "", (("home", _("Ideas for the home")),))
            kept.append(ResultRow(screen.look, facts, keep_room_button(screen.look, session, room, titles[room])))
    for row in kept:
        row.open.clicked.connect(lambda: session.navigator.go(Route(RESULT)))
    return kept
