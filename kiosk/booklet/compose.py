"""Puts a booklet together: cover, other formats, who to ring, chosen guides and services, pages to write on."""

from __future__ import annotations

from kiosk.booklet import form_pages
from kiosk.booklet.model import Booklet, BookletRequest, Chapter, Chosen, Cover
from kiosk.booklet.service_qr import with_code
from kiosk.document.blocks import Block, Callout, Document, Paragraph, words
from kiosk.language import Words


def compose(request: BookletRequest, language: Words) -> Booklet:
    """The booklet of a request. `language` gives the interface words; documents keep the language they came in."""
    _ = language.gettext
    return Booklet(
        language=request.language,
        right_to_left=language.right_to_left,
        size=request.size,
        letters=request.letters,
        cover=_cover(request, language),
        formats=form_pages.other_formats(request, language),
        contents_title=_("What is in this booklet"),
        # Translators: under the list of a booklet's contents; its pages name other pages, to be read on the kiosk.
        contents_note=_("If a page says “Read …” and it is not in this list, you can read it on the kiosk."),
        chapters=_chapters(request, language),
        footer=_footer(request, language),
        labels=_labels(language),
    )


def _cover(request: BookletRequest, language: Words) -> Cover:
    _ = language.gettext
    labels = []
    if request.demonstration:
        labels.append(_("Demonstration area"))
    if request.trust == "local":
        labels.append(_("Made on this machine, not signed"))
    lines = []
    if request.printed_on:
        lines.append(_("Made on {date}").format(date=language.date(request.printed_on)))
    if request.data_as_of:
        # Translators: the day on which the kiosk's information was last brought up to date.
        lines.append(_("Information as it was on {date}").format(date=language.date(request.data_as_of)))
    lines.append(_("Things change. Ring before you set out."))
    # Translators: on the cover of the booklet: whom it is for.
    whom = _("For me") if request.whom == "me" else _("For someone I look after")
    area = "" if request.demonstration and request.area == "Demonstration area" else request.area
    return Cover(_("My first-contact booklet"), whom, area, tuple(labels), tuple(lines))


def _chapters(request: BookletRequest, language: Words) -> tuple[Chapter, ...]:
    _ = language.gettext
    chapters = []
    if request.safety or request.ring_note:
        chapters.append(Chapter("ring", _ring(request, language)))
    chapters += [Chapter("estimate", document) for document in request.estimates]
    chapters += [Chapter("guide", document) for document in _wanted(request.guides, request)]
    services = _wanted(request.services, request)
    if services:
        chapters.append(
            Chapter("services", _services_page(request, language), tuple(with_code(s, language) for s in services))
        )
        chapters += [Chapter("questions", page) for page in request.questions]
    chapters.append(Chapter("needs", form_pages.information_needs(request, language)))
    chapters.append(Chapter("notes", form_pages.notes(request, language)))
    return tuple(chapters)


def _wanted(chosen: tuple[Chosen, ...], request: BookletRequest) -> list[Document]:
    return [item.document for item in chosen if request.include_sensitive or not item.sensitive]


def _ring(request: BookletRequest, language: Words) -> Document:
    _ = language.gettext
    danger = Callout(
        "urgent",
        (Paragraph(words(_("If someone is in danger now, ring 999. It is free from any phone."))),),
    )
    blocks: tuple[Block, ...] = (danger, *request.safety)
    if request.ring_note:
        blocks = (*blocks, Paragraph(words(request.ring_note)))
    return Document("booklet.ring", _("Who to ring"), request.language, blocks)


def _services_page(request: BookletRequest, language: Words) -> Document:
    _ = language.gettext
    say = _("These are the services you kept. Ring first to check that they can help you.")
    return Document("booklet.services", _("Services you chose"), request.language, (Paragraph(words(say)),))


def _footer(request: BookletRequest, language: Words) -> str:
    _ = language.gettext
    return _("Demonstration area") if request.demonstration else request.area


def _labels(language: Words) -> dict[str, str]:
    _ = language.gettext
    return {
        # Translators: at the foot of each printed page; keep {page} and {pages}.
        "page": _("Page {page} of {pages}"),
        "first": _("What to do first"),
        "info": _("Good to know"),
        "important": _("Important"),
        "urgent": _("Urgent"),
        # Translators: joins two steps: do this and then the next one.
        "and": _("and"),
        # Translators: joins two steps: do this one or the next one.
        "or": _("or"),
        "relay": _("If you cannot hear or speak on the phone:"),
        # Translators: stands before opening hours.
        "hours": _("Open:"),
        "web": _("Website:"),
    }
