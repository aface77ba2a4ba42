"""Brings sources in, from finding their format to a written source folder."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from kiosk.directory.facet_rules import FacetRules, rules_of
from kiosk.directory.importers import cqc_ratings, oruk3
from kiosk.directory.importers.after_import import bodies_before, tell
from kiosk.directory.importers.authorities import KEY, Authorities
from kiosk.directory.importers.bring_ratings import add_ratings
from kiosk.directory.importers.detect import Feed, feeds
from kiosk.directory.importers.finishing import Finisher
from kiosk.directory.importers.json_pages import announced
from kiosk.directory.importers.report import Report, counted
from kiosk.directory.importers.write_source import ImportedSource, write_source
from kiosk.errors import InputError

MOST_SERVICES = 100_000
"""In one source. All of England's care homes and carers at home are half as many."""

_DAY = re.compile(
    r"(?:\b|_)(?:\d{1,2}(?:st|nd|rd|th)?[ _-]+)?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ _-]+\d{4}(?=\b|_)"
    r"|(?:\b|_)\d{4}[ _-]?\d\d(?:[ _-]?\d\d)?(?=\b|_)",
    re.IGNORECASE,
)
"""A day, or a month of a year, in the name of a file, such as "01_July_2026_"."""


class NothingToUseError(InputError):
    """A feed in which no service can be used."""


def bring(
    sources: Sequence[Path],
    into: Path,
    today: date | None = None,
    accept_fewer: bool = False,
    origins: Mapping[Path, str] | None = None,
    report: Report | None = None,
    authorities: Sequence[str] = (),
) -> Report:
    """Read every source and write them into one source folder. Raises `InputError`, with nothing changed.

    `origins` holds the web address that a file was read from, for those that were; `report` goes on from another one.
    `authorities` are the local authorities whose places are kept of lists that name them (CQC's); with none given,
    those of the import before.
    """
    report = Report() if report is None else report
    rules = rules_of(into)
    wanted = Authorities(authorities, into)
    imported: dict[str, ImportedSource] = {}
    ratings: dict[str, cqc_ratings.Ratings] = {}
    for source in sources:
        about = {"url": address} if (address := (origins or {}).get(source)) else {}
        for made in _read(source, into, imported, ratings, wanted, rules, report, today or date.today()):
            made.about.update(about)
            imported[made.id] = made
    if wanted.are_asked_for and not wanted.used:
        raise InputError("none of these says in which local authority a service is; --authority is for CQC's lists")
    add_ratings(ratings, into, imported, report)
    before = bodies_before(into)
    write_source(into, imported.values(), accept_fewer)
    imported.clear()
    tell(into, before, report)
    return report


def _read(
    source: Path,
    into: Path,
    imported: Mapping[str, ImportedSource],
    ratings: dict[str, cqc_ratings.Ratings],
    wanted: Authorities,
    rules: FacetRules,
    report: Report,
    today: date,
) -> Iterator[ImportedSource]:
    """Read one source; what was read, which takes more room than what is made of it, is let go with the last line.

    In a folder or an archive a file without services, such as an empty template, is passed over; not where it would be
    the next version of a source that is here.
    """
    useless: NothingToUseError | None = None
    used = False
    for feed in feeds(source, report):
        identity = _identity(feed, into, imported)
        narrowed, names = wanted.narrowed(feed, identity, report)
        if feed.format.kind == cqc_ratings.KIND:
            for content in narrowed.contents:
                ratings |= cqc_ratings.read_ratings(content)
            used = True
            continue
        try:
            made = read_feed(narrowed, report, today, identity, rules)
        except NothingToUseError as error:
            if (into / "directory" / identity).is_dir():
                raise
            report.add("warning", "no-services", "passed over: no service in it can be used", error.file or "")
            useless = error
            continue
        used = True
        made.about.update({KEY: names} if names else {})
        yield made
    if useless is not None and not used:
        raise useless


def read_feed(
    feed: Feed, report: Report, today: date, identity: str, rules: FacetRules | None = None
) -> ImportedSource:
    """One feed as services in our form, under the id that it gets here. Raises `InputError` when it holds none."""
    name = re.sub(r"[_\W]+", " ", _undated(feed)).strip()
    finisher = Finisher(identity, name, report, today, rules)
    whole = hashlib.sha256()
    for content in feed.contents:
        for piece in content.pieces():
            whole.update(piece)
    for content, line, body in feed.format.services(feed.contents, report):
        finisher.add(body, content.label, line)
        if finisher.seen > MOST_SERVICES:
            raise InputError(f"this holds more than {MOST_SERVICES} services; ask for those of your area", content.path)
    first = feed.contents[0].path
    if not finisher.bodies:
        raise NothingToUseError("no service in this file can be used, so nothing was changed", first)
    if finisher.without_id:
        which = "no id column" if finisher.without_id == finisher.seen else f"{finisher.without_id} without an id"
        report.add("warning", "no-id", f"{which}: corrections hold by name, street and postcode", str(first))
    if feed.format.many_files:
        totals = ((announced(item) or 0, content) for content in feed.contents for _, item in content.objects())
        total, page = max(((total, content.path) for total, content in totals), default=(0, first))
        if total > len(finisher.bodies):
            message = f"the feed says it has {counted(total, 'service')}, but here only {len(finisher.bodies)}"
            report.add("warning", "part-of-feed", message, str(page))
    report.sources.append({"id": identity, "format": feed.format.kind, "read": finisher.seen, **_counts(finisher)})
    said = {key: text for content in feed.contents for key, text in oruk3.said_of_source(content).items()}
    about = {"id": identity, "kind": feed.format.kind, "name": name, "sha256": whole.hexdigest(), **said}
    return ImportedSource(identity, about, tuple(finisher.bodies.values()))


def _identity(feed: Feed, into: Path, taken: Mapping[str, ImportedSource]) -> str:
    """The id of the source that a feed becomes, from its name. Raises `InputError` when two would be called the same.

    CQC puts the day into the names of its files: each is the next version of the one before, whatever it was called.
    """
    plain = identity = _slug(_undated(feed))
    if plain != _slug(feed.name) and not (into / "directory" / plain).is_dir():
        there = sorted(path.name for path in (into / "directory").glob("*") if (path / "source.json").is_file())
        identity = next((name for name in there if _slug(_DAY.sub(" ", name)) == plain), plain)
    if identity in taken:
        identity = _slug(f"{feed.contents[0].path.resolve().parent.name} {feed.name}")
    if identity in taken:
        raise InputError(f"two sources would both be called {identity!r}; rename one", feed.contents[0].path)
    return identity


def _undated(feed: Feed) -> str:
    """The name of a feed; of CQC's without the day."""
    if not feed.format.kind.startswith("cqc"):
        return feed.name
    return _DAY.sub(" ", feed.name).strip(" _-") or feed.name


def _counts(finisher: Finisher) -> dict[str, int]:
    """How many services were kept, have a point on the map, and have a kind; "guessed" kinds are by our rules."""
    kinds = [
        {facet["origin"] for facet in body.get("facets", ()) if facet["kind"] == "type"}
        for body in finisher.bodies.values()
    ]
    places = [body.get("service_at_locations", ()) for body in finisher.bodies.values()]
    return {
        "kept": len(kinds),
        "with_point": sum(1 for links in places if any("latitude" in link.get("location", ()) for link in links)),
        "with_kind": sum(1 for origins in kinds if origins),
        "guessed_kind": sum(1 for origins in kinds if origins and origins <= {"rule", "crosswalk"}),
    }


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.casefold()).strip("-")[:60] or "source"
