"""Choosing care: which services are care homes or home care, and up to three of them compared fact by fact.

What the record does not say is "Not said". A tag that we guessed is never shown as what the provider says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kiosk.directory.care_rating import cqc_registration, question_lines, rating_sentences
from kiosk.directory.service import Service
from kiosk.directory.service_facts import cost_lines, phone_lines, who_lines
from kiosk.directory.service_page import checked, where_lines
from kiosk.language import Tagged, Words, language_of
from kiosk.phone_numbers import keep_together

CARE_HOME, HOME_CARE = "care-home", "home-care"
KINDS = (CARE_HOME, HOME_CARE)
_CQC = "cqc"
_WITH_NURSING = ("care home service with nursing", "nursing homes", "nursing home")
_WITHOUT_NURSING = "care home service without nursing"

_ELSEWHERE = {CARE_HOME: {"phone", "online", "home visit"}, HOME_CARE: {"phone", "online"}}
"""Ways in which help is given that is not itself care of this kind."""

Distances = Mapping[str, tuple[float, bool]]
"""By a service's key: miles, and whether they are only about right."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is said of one service. Lines may be `Tagged` with their language; not `known`, the line is "Not said"."""

    lines: tuple[str, ...]
    known: bool = True

    def spoken(self) -> str:
        """All of it as one run of sentences."""
        return " ".join(line if line.endswith((".", "?", "!")) else f"{line}." for line in self.lines)


@dataclass(frozen=True, slots=True)
class Column:
    """One of the services compared; `notes` say that it is closed, or what is urgent there."""

    id: str
    name: str
    kinds: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One fact of all of them: a cell for each column. `icon` names an SVG of ours."""

    key: str
    icon: str
    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Services side by side, in the order chosen."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """Care homes, home care, or both."""
        return tuple(kind for kind in KINDS if any(kind in column.kinds for column in self.columns))

    def row_text(self, row: Row) -> str:
        """A row as it is read aloud: "Beds. Wren Hollow: 38 beds. Millrace House: Not said."."""
        said = (f"{column.name}: {cell.spoken()}" for column, cell in zip(self.columns, row.cells, strict=True))
        return " ".join((f"{row.label}.", *said))


def kinds_of(service: Service) -> tuple[str, ...]:
    """Which kinds of care to choose a service is: care home, home care, both or neither.

    Its provider, staff or a code of its own record says so; a guess from its words counts only where it is registered
    with CQC. Advice about care that is given only by telephone or on the web, or about homes in one's own, is no care.
    """
    registered = cqc_registration(service) is not None
    ways = {way.casefold() for way in service.attending_type}
    said = {f.id for f in service.facets if f.kind == "type" and (f.origin != "rule" or registered)}
    return tuple(kind for kind in KINDS if kind in said and not (ways and ways <= _ELSEWHERE[kind]))


def beds_line(service: Service, words: Words) -> str:
    """ "38 beds", or nothing when that is not known."""
    seal = service.registration
    if seal is None or not seal.beds:
        return ""
    return words.ngettext("{count} bed", "{count} beds", seal.beds).format(count=seal.beds)


def compare(services: Sequence[Service], words: Words, now: datetime, distances: Distances | None = None) -> Comparison:
    """The services side by side. A row that has nothing to say of any of them is there all the same, as "Not said"."""
    _, today, far = words.gettext, now.date(), distances or {}
    columns = tuple(_column(service, words) for service in services)
    rows = [
        _row("run-by", "people", _("Run by"), [[Tagged(s.organization.name)] for s in services], words),
        _row("rating", "rating", _("CQC rating"), [rating_sentences(s, words, today) for s in services], words),
    ]
    questions = [question_lines(service, words) for service in services]
    if any(questions):
        rows.append(_row("questions", "rating", _("What CQC found"), questions, words))
    if any(CARE_HOME in column.kinds for column in columns) or any(beds_line(s, words) for s in services):
        rows.append(_row("beds", "care-home", _("Beds"), [[beds_line(s, words)] for s in services], words))
        rows.append(_row("nursing", "heart", _("Nursing"), [_nursing(s, words) for s in services], words))
    rows += [
        _row("covers", "info", _("What it covers"), [list(map(Tagged, _terms(s, ""))) for s in services], words),
        _row("people", "people", _("Who it is for"), [_people(s, words) for s in services], words),
        _row("place", "place", _("Where"), [_where(s, words, far.get(s.key)) for s in services], words),
        _row("phone", "phone", _("Phone"), [_phones(s, words) for s in services], words),
        _row("cost", "money", _("Cost"), [_cost(s, words) for s in services], words),
        _row("languages", "language", _("Languages"), [list(map(Tagged, s.languages)) for s in services], words),
        _row("checked", "calendar", _("Last checked"), [checked(s, words, today) for s in services], words),
    ]
    return Comparison(columns, tuple(rows))


def _column(service: Service, words: Words) -> Column:
    notes = [words.gettext("Closed for now")] if service.is_closed_for_now else []
    if service.alert:
        notes += [Tagged(part.strip()) for part in service.alert.split("\n") if part.strip()]
    return Column(service.key, Tagged(service.name), kinds_of(service), tuple(notes))


def _row(key: str, icon: str, label: str, found: Sequence[Sequence[str]], words: Words) -> Row:
    return Row(key, icon, label, tuple(_cell(lines, words) for lines in found))


def _cell(lines: Sequence[str], words: Words) -> Cell:
    filled = dict.fromkeys(_together(line) for line in lines if line.strip())
    return Cell(tuple(filled)) if filled else Cell((words.gettext("Not said"),), known=False)


def _together(line: str) -> str:
    """Numbers in one piece; the words still know their language."""
    lang = language_of(line)
    return Tagged(keep_together(line), lang) if lang else keep_together(line)


def _terms(service: Service, link_type: str) -> list[str]:
    """The labels of CQC's register: those of what is done there, or of "eligibility"."""
    return [term.name for term in service.terms if term.vocabulary == _CQC and term.link_type == link_type]


def _people(service: Service, words: Words) -> list[str]:
    """What the service says, then CQC's words for those it is registered for, but for what was said already."""
    said = who_lines(service, words)
    known = {line.casefold() for line in said}
    return [*said, *(Tagged(name) for name in _terms(service, "eligibility") if name.casefold() not in known)]


def _nursing(service: Service, words: Words) -> list[str]:
    """Yes or no only where CQC's register says so; a name such as "Nursing Home" is no register."""
    names = {name.casefold() for name in _terms(service, "")}
    if names.intersection(_WITH_NURSING):
        return [words.gettext("Yes, it is registered for nursing")]
    return [words.gettext("No, it is registered without nursing")] if _WITHOUT_NURSING in names else []


def _where(service: Service, words: Words, distance: tuple[float, bool] | None) -> list[str]:
    somewhere = any(place.kind != "virtual" for place in service.places)
    known = somewhere or bool(service.areas) or "home visit" in service.attending_type or distance is not None
    return where_lines(service, words, distance) if known else []


def _phones(service: Service, words: Words) -> list[str]:
    known = service.phones or any(place.phones for place in service.places)
    return phone_lines(service, words) if known else []


def _cost(service: Service, words: Words) -> list[str]:
    lines = cost_lines(service, words)
    return [] if lines == [words.gettext("Cost not given")] else lines
