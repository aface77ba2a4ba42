"""A service as a page: what is urgent first, then its description, then the facts in a fixed order.

Nothing is shown that the record does not say: what is not known is said to be not known, with what to do instead.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime

from kiosk.directory import facet_names
from kiosk.directory.hours_of_places import hours_of, state_anywhere
from kiosk.directory.hours_words import describe, describe_exceptions, short_state, state_line
from kiosk.directory.listing import shown_postcode
from kiosk.directory.service import Place, Schedule, Service
from kiosk.directory.service_facts import (
    access_lines,
    cost_lines,
    getting_lines,
    phone_lines,
    rating_lines,
    web_lines,
    who_lines,
)
from kiosk.document.blocks import Block, BulletList, Callout, Document, Fact, Facts, Inlines, Paragraph, QrCode, Text
from kiosk.language import Tagged, Words, language_of
from kiosk.phone_numbers import keep_together

_STALE_MONTHS = 6


def service_document(
    service: Service,
    words: Words,
    now: datetime,
    distance: tuple[float, bool] | None = None,
    print_form: bool = False,
) -> Document:
    """The page of a service. `distance` is miles and whether they are only about right.

    With `print_form` nothing is said that is true only at this moment, and web addresses get a square code.
    """
    _ = words.gettext
    blocks: list[Block] = []
    if service.alert:
        blocks.append(Callout("important", tuple(paragraphs(service.alert, words))))
    if service.is_closed_for_now:
        closed = _("This service is closed for now. Ring before you go.")
        blocks.append(Callout("important", (Paragraph((Text(closed),)),)))
    if _is_stale(service, now.date()):
        blocks.append(
            Callout("info", (Paragraph((Text(_("This was last checked more than 6 months ago. Ring first.")),)),))
        )
    blocks += paragraphs(service.description or service.organization.description, words)
    if service.staff_note:
        blocks.append(Callout("info", tuple(paragraphs(service.staff_note, words))))
    blocks.append(Facts(tuple(_facts(service, words, now, distance, print_form))))
    if print_form and service.url.startswith(("https://", "http://")):
        blocks.append(QrCode(service.url, _("Web page of this service")))
    types = service.facet_ids("type", claims_only=True)
    organization = service.organization.name
    return Document(
        id=service.key,
        title=service.name,
        lang=words.language,
        blocks=tuple(blocks),
        # Translators: the organisation that gives a service.
        summary=_("Run by {organization}").format(organization=organization)
        if organization and organization.casefold() != service.name.casefold()
        else "",
        kicker=facet_names.type_name(types[0], words) if types else "",
        notices=tuple(checked(service, words, now.date())),
    )


def checked(service: Service, words: Words, today: date) -> list[str]:
    """Who last checked this entry and when, in one or two sentences: the council, or else the provider."""
    _ = words.gettext
    when = _checked_date(service, today)
    if when is None:
        return [_("We do not know when this was last checked."), _("Not yet checked by the council.")]
    if service.verified_date is not None and service.verified_date <= today:
        # Translators: {date} is such as "3 May 2026".
        return [_("Checked by the council on {date}").format(date=words.date(when))]
    # Translators: {date} is such as "3 May 2026".
    return [_("Checked on {date}").format(date=words.date(when)), _("Not yet checked by the council.")]


def _checked_date(service: Service, today: date) -> date | None:
    """When it was checked: by the council, else by the provider, else when the entry changed; no date to come."""
    said = (service.verified_date, service.assured_date, service.last_modified)
    return next((day for day in said if day is not None and day <= today), None)


def _is_stale(service: Service, today: date) -> bool:
    when = _checked_date(service, today)
    return when is not None and when < _months_before(today, _STALE_MONTHS)


def short_when(service: Service, words: Words, now: datetime) -> str:
    """One line about times for a list row: today if known, else the first pattern, else "Ask for times"."""
    if service.is_closed_for_now:
        return words.gettext("Closed for now")
    now_open = state_anywhere(hours_of(service), now)
    return short_state(now_open, words, now) or describe(all_schedules(service), words, now.date())[0]


def short_cost(service: Service, words: Words) -> str:
    """One line about cost for a list row."""
    return cost_lines(service, words)[0]


def all_schedules(service: Service) -> tuple[Schedule, ...]:
    """The hours of its places; the service's own where no place has any."""
    return tuple(row for place in service.places for row in place.schedules) or service.schedules


def paragraphs(text: str, words: Words) -> list[Block]:
    """Text from a feed as paragraphs and lists; lines that start with a bullet become a list."""
    blocks: list[Block] = []
    bullets: list[Inlines] = []
    for part in text.split("\n"):
        piece = part.strip()
        bullet = piece.startswith(("- ", "• ", "* ", "· "))
        if bullets and not bullet:
            blocks.append(BulletList(tuple(bullets)))
            bullets = []
        if bullet:
            bullets.append(feed_text(piece[2:].strip(), words))
        elif piece:
            blocks.append(Paragraph(feed_text(piece, words)))
    if bullets:
        blocks.append(BulletList(tuple(bullets)))
    return blocks


def feed_text(text: str, words: Words) -> Inlines:
    """Words of a feed, which are English whatever language the page is in."""
    return (_line(Tagged(text), words),)


def _line(text: str, words: Words) -> Text:
    lang = language_of(text, words.language)
    return Text(keep_together(text), lang=lang if lang != words.language else "")


def _facts(
    service: Service, words: Words, now: datetime, distance: tuple[float, bool] | None, print_form: bool
) -> list[Fact]:
    _ = words.gettext
    rows = [
        ("phone", _("Phone"), phone_lines(service, words)),
        ("place", _("Where"), where_lines(service, words, distance)),
        ("clock", _("When"), _when_lines(service, words, now, print_form)),
        ("money", _("Cost"), cost_lines(service, words)),
        ("door", _("How to get it"), getting_lines(service, words)),
        ("people", _("Who it is for"), who_lines(service, words)),
        ("access", _("Access"), access_lines(service, words)),
        ("language", _("Languages"), _languages(service, words)),
        ("rating", _("Care Quality Commission (CQC)"), rating_lines(service, words, now.date())),
        ("web", _("Web and e-mail"), web_lines(service)),
    ]
    facts = []
    for icon, label, lines in rows:
        filled = [line for line in lines if line]
        if filled:
            facts.append(Fact(icon, label, tuple((_line(line, words),) for line in filled)))
    return facts


def _languages(service: Service, words: Words) -> list[str]:
    """Their English names, as the feed gives them; a list of several is joined in the page's language."""
    named = words.list(service.languages)
    return [Tagged(named) if len(service.languages) == 1 else named]


def where_lines(service: Service, words: Words, distance: tuple[float, bool] | None) -> list[str]:
    """Where it is given and how far that is; of a masked place only the town."""
    _ = words.gettext
    lines: list[str] = []
    for place in service.places:
        if place.kind == "virtual":
            continue
        if place.masked:
            town = place.town or shown_postcode(place)
            # Translators: {town} is a town. The exact address is kept private on purpose.
            private = _("{town}. The address is private. Ask them.").format(town=town)
            lines.append(private if town else _("The address is private. Ask them."))
        else:
            lines += map(Tagged, (address_line(place), place.transportation, place.description))
    lines = list(dict.fromkeys(line for line in lines if line))
    if not lines:
        lines = [_("They come to you.")] if "home visit" in service.attending_type else [_("No address given.")]
        if service.areas:
            # Translators: {areas} is a list of towns or districts.
            lines.append(_("Covers {areas}.").format(areas=words.list(service.areas)))
    if distance is not None:
        # Translators: {distance} is such as "2 miles" or "about 2 miles".
        lines.append(_("{distance} from here").format(distance=words.distance(*distance)))
    return lines


def address_line(place: Place) -> str:
    """The address on one line; for a masked place only the town."""
    if place.masked:
        return place.town
    parts = [place.name, *place.lines, place.city, place.postcode]
    return ", ".join(dict.fromkeys(part for part in parts if part))


def _when_lines(service: Service, words: Words, now: datetime, print_form: bool) -> list[str]:
    lines: list[str] = []
    if not print_form and not service.is_closed_for_now:
        lines.append(state_line(state_anywhere(hours_of(service), now), words))
    with_hours = [place for place in service.places if place.schedules]
    different = len({place.schedules for place in with_hours}) > 1
    for place in with_hours:
        if different:
            lines.append(_place_before_hours(place, words))
        lines += describe(place.schedules, words, now.date())
        if not different:
            break
    if not with_hours:
        lines += describe(service.schedules, words, now.date())
    return [*lines, *_exception_lines(service, words, now.date())]


def _exception_lines(service: Service, words: Words, today: date) -> list[str]:
    """The days that are not as usual: everywhere, then place by place, each named where they differ."""
    lines = list(describe_exceptions(service.exceptions, words, today))
    different = len({place.exceptions for place in service.places}) > 1
    for place in service.places:
        told = describe_exceptions(place.exceptions, words, today)
        if told and different:
            lines.append(_place_before_hours(place, words))
        lines += told if different else [line for line in told if line not in lines]
    return lines


def _place_before_hours(place: Place, words: Words) -> str:
    name = place.town if place.masked else address_line(place)
    # Translators: the name of a place in front of its opening hours.
    return Tagged(words.gettext("{place}:").format(place=name))


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) if year >= 1 else date.min
