"""Reads CQC's "Care directory with ratings" (``Latest_ratings``) and adds what it says to services of other sources.

It is no list of services: each row is one answer of CQC (safe, effective …) about one place and one group of people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.importers import cqc_terms, header_rows, simple_csv
from kiosk.directory.importers.content import Content
from kiosk.directory.importers.large_tables import MOST_PLACES
from kiosk.directory.importers.report import Report, counted
from kiosk.errors import InputError

KIND = "cqc_ratings"
DOMAINS = ("safe", "effective", "caring", "responsive", "well-led")
"""CQC's five questions, in its order; each is rated beside the whole ("overall")."""

_COLUMNS = {
    "id": ("location id",),
    "group": ("service population group", "service or population group", "population group"),
    "domain": ("domain", "key question"),
    "rating": ("latest rating", "rating"),
    "date": ("publication date",),
    "inherited": ("inherited rating y n", "inherited rating"),
    "area": ("location local authority", "local authority"),
}


@dataclass(slots=True)
class Ratings:
    """What CQC says of one place. `words` holds a rating for "overall" and for each of `DOMAINS` that has one.

    Dates are ISO dates of publication, "" when not given. `inherited`: given to the provider that ran it before.
    """

    words: dict[str, str] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    inherited: bool | None = None

    @property
    def date(self) -> str:
        """When the overall rating was published; without one, the latest date of all."""
        return self.dates.get("overall") or max(self.dates.values(), default="")


def recognises(content: Content) -> bool:
    """Whether the header of the ratings of places stands near the top; those of providers have no Location ID."""
    return header_of(content) is not None


def header_of(content: Content) -> header_rows.Header | None:
    """Where the header of the ratings stands; None when this is another table."""
    return header_rows.find(content, _COLUMNS, ("id", "group", "domain", "rating"))


def read(content: Content, report: Report) -> Iterator[tuple[int, dict[str, Any]]]:
    """Nothing: there are no services in this file. `bring` hands it to `read_ratings` and `merge`."""
    yield from ()


def read_ratings(content: Content) -> dict[str, Ratings]:
    """The ratings by Location ID, for all people together (the group "Overall"), the newest of each question.

    Raises `InputError` when the header is not there, or when there are more places than CQC can have.
    """
    header = header_of(content)
    if header is None:
        raise InputError("no row here has the header of CQC's latest ratings", content.path, 1)
    found: dict[str, Ratings] = {}
    for _, _, row in header_rows.below(content, header):
        domain = row.get("domain", "").casefold().replace(" ", "-")
        identity = tolerant.line(row.get("id", ""))
        if not identity or row.get("group", "").casefold() != "overall" or domain not in ("overall", *DOMAINS):
            continue
        day = simple_csv.date_in(row.get("date", "")) or ""
        ratings = found.setdefault(identity, Ratings())
        if len(found) > MOST_PLACES:
            raise InputError(f"this list rates more than {MOST_PLACES:,} places", content.path)
        if domain in ratings.dates and day <= ratings.dates[domain]:
            continue
        ratings.dates[domain] = day
        ratings.words[domain] = cqc_terms.rating(row.get("rating", ""))
        if domain == "overall":
            ratings.inherited = tolerant.flag(row.get("inherited", ""))
    return found


def merge(ratings: Mapping[str, Ratings], bodies: Iterable[dict[str, Any]], report: Report) -> int:
    """Add ratings, in place, to the services that are registered with CQC under these ids; how many got one.

    A service whose own rating was published later than these keeps it, and gets none for single questions.
    """
    rated = older = 0
    for body in bodies:
        seal = tolerant.mapping(body.get("registration"))
        found = ratings.get(tolerant.line(seal.get("external_id")))
        if found is None or tolerant.line(seal.get("scheme")).casefold() != "cqc":
            continue
        if tolerant.line(seal.get("rating")) and tolerant.line(seal.get("rating_date")) > found.date:
            older += 1
            continue
        told = {
            "rating": found.words.get("overall", ""),
            "rating_date": found.date,
            "ratings": {domain: word for domain in DOMAINS if (word := found.words.get(domain))},
            "inherited": found.inherited,
        }
        for name, value in told.items():
            seal.pop(name, None)
            if value not in ("", {}, None):
                seal[name] = value
        rated += 1
    if older:
        message = f"{counted(older, 'service')} had a later rating already, which stays"
        report.add("warning", "older-rating", message)
    return rated
