"""The rows of what Help me choose has found: a page, a service, a room with its ideas, each with its reason."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.choose.finder import ChosenPage, ChosenService, Idea
from kiosk.choose.result_page import result_title, shared_reasons, unsure
from kiosk.content.choose_data import Room, said
from kiosk.document.blocks import BulletList, Text
from kiosk.language import Tagged, language_of
from kiosk.ui.finding import row_of
from kiosk.ui.guided import RESULT, Guiding
from kiosk.ui.keeping import keep_guided_button, keep_page_button, keep_room_button, keep_service_button
from kiosk.ui.routes import Route
from kiosk.ui.screen import Screen
from kiosk.ui.widgets.box import Box
from kiosk.ui.widgets.document_view import DocumentWidgets
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.result_row import ResultRow, RowFacts
from kiosk.ui.widgets.text_block import TextBlock


def page_row(screen: Screen, page: ChosenPage) -> ResultRow:
    """A page of advice. What is about abuse cannot be kept, as on the page itself."""
    session = screen.session
    because = page.because or (unsure(screen.words),)
    facts = RowFacts(Tagged(page.title, page.lang), "", tuple(("speech-bubble", reason) for reason in because))
    keep = None if page.sensitive else keep_page_button(screen.look, session, page.id, page.title)
    row = ResultRow(screen.look, facts, keep)
    row.open.clicked.connect(lambda: session.navigator.go(Route("guide", page.id)))
    return row


def service_row(screen: Screen, service: ChosenService) -> ResultRow:
    """A service as other lists show it, and the reason."""
    session, hit = screen.session, service.hit
    known = row_of(session, hit)
    because = service.because or (unsure(screen.words),)
    facts = RowFacts(known.name, known.organization, (*known.facts, *(("speech-bubble", reason) for reason in because)))
    row = ResultRow(screen.look, facts, keep_service_button(screen.look, session, hit.id, hit.name))
    row.open.clicked.connect(lambda: session.navigator.go(Route("service", hit.id)))
    return row


def room_box(screen: Screen, room: Room, ideas: list[Idea]) -> QWidget:
    """A room's ideas; reasons that they share stand under them, once."""
    look, language = screen.look, screen.words.language
    title = said(room.titles, language)
    box = Box(look)
    box.column.addWidget(TextBlock(look, title, "heading", level=3, lang=language_of(title) or language))
    shared = shared_reasons(ideas)
    items = tuple(
        (Text(idea.text, lang=language_of(idea.text)), *(() if shared else (Text(" " + " ".join(idea.because)),)))
        for idea in ideas
    )
    for widget in DocumentWidgets(look, screen.words, lambda _target: None).widgets((BulletList(items),)):
        box.column.addWidget(widget)
    if shared:
        box.column.addWidget(TextBlock(look, " ".join(shared), "muted"))
    keep = keep_room_button(look, screen.session, room.id, title)
    box.column.addWidget(Flow(look, [keep]))
    return box


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
