"""What of Help me choose goes into the booklet: the whole result, or the ideas of the rooms that were kept."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.choose.finder import choose
from kiosk.choose.result_page import ResultPage
from kiosk.choose.safety import without_private, worry_of
from kiosk.document.blocks import Document
from kiosk.language import Words
from kiosk.ui.guided import Guiding
from kiosk.ui.session import Session


def guided_pages(session: Session, words: Words) -> Iterator[Document]:
    """The pages, found anew in the booklet's language.

    Nothing on them tells what was said about abuse, unless the visitor wants pages about it in the booklet.
    """
    given, guiding = session.visit.choosing, Guiding(session)
    if guiding.data is None or not given.kept_count:
        return
    library, connection = session.edition.library, session.edition.connection
    answers = guiding.answers
    if not session.visit.booklet.with_sensitive:
        private = {title.id for title in library.titles(words.language) if title.sensitive}
        answers = without_private(guiding.data, answers, private)
    near = guiding.near()
    found = choose(guiding.data, answers, connection, words.language, near)
    services = {hit.hit.id: service for hit in found.services if (service := session.edition.service(hit.hit.id))}
    worry = worry_of(guiding.data, answers, words.language)
    page = ResultPage(guiding.data, found, worry, services, library, words, near is not None)
    if given.kept:
        yield page.document()
        return
    rooms = page.document_of_rooms(given.rooms)
    if rooms is not None:
        yield rooms
