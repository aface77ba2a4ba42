"""The search itself: matching, filters, counts for each facet, order, and the rows of one page."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import nsmallest
from operator import itemgetter
from typing import Any, NamedTuple

from kiosk.directory.listing import facets_of
from kiosk.search.catalogue import Catalogue, catalogue_of
from kiosk.search.counting import facet_counts, open_only, with_facets
from kiosk.search.expressions import question_words
from kiosk.search.guides import find_guides
from kiosk.search.matching import Match, match
from kiosk.search.narrowing import counts_of, narrowed, without_choice
from kiosk.search.places import Nearest, distances, here_in_words, place_in_words, town_in_words
from kiosk.search.query import Did, FacetCount, Hit, Point, Query, Results
from kiosk.search.typing_mistakes import terms_of

_HALVING_MILES = 4.0
"""A service this far away must match twice as well as one next door to stand beside it."""
_FAR = float("inf")
_LARGE = 20_000


def search(connection: sqlite3.Connection, query: Query) -> Results:
    """Services and guides for a query. No words, whatever they hold, are an error.

    Without words every service that passes the filters fits, the nearest first, otherwise by name. Services without a
    place pass every distance and come after those with one. A postcode among the words counts as `near`, and
    so do "near me" and, where no service holds all the words, "near Sale".
    """
    started = time.perf_counter()
    fits = _fitting(connection, query)
    catalogue, found, query = fits.catalogue, fits.match, fits.query
    numbers, type_counts, beneficiary_counts = _counted(fits)
    first = max(query.offset, 0)
    page = _best(found, numbers, fits.where, first + max(query.limit, 0))[first:]
    return Results(
        total=len(numbers),
        hits=hits_of(catalogue, page, fits.where, query.near),
        guides=find_guides(catalogue, found, query.language) if found else (),
        did=(*(found.did if found else ()), *fits.placed),
        type_counts=type_counts,
        beneficiary_counts=beneficiary_counts,
        urgent=found is not None and found.urgent,
        times_unknown=fits.unknown,
        ms=(time.perf_counter() - started) * 1000,
    )


def _counted(fits: _Fits) -> tuple[list[int], tuple[FacetCount, ...], tuple[FacetCount, ...]]:
    """The numbers that fit the facets too, and the counts of both kinds of facets where they are wanted."""
    return facet_counts(fits.catalogue, fits.numbers, fits.query) if fits.query.facet_counts else (fits.numbers, (), ())


def get_ready(connection: sqlite3.Connection) -> None:
    """Read an edition's lists before the first question comes, which would have to wait for them.

    Of a large edition the words for mending typing mistakes too; elsewhere they are soon there, and take memory.
    """
    if catalogue_of(connection).count > _LARGE:
        terms_of(catalogue_of(connection), "en")


def near(connection: sqlite3.Connection, point: Point, within_miles: float | None = None, limit: int = 20) -> Results:
    """The services around a point, nearest first."""
    return search(connection, Query(near=point, within_miles=within_miles, limit=limit))


def counts(connection: sqlite3.Connection, query: Query, kind: str) -> tuple[FacetCount, ...]:
    """How many services each choice of a kind would leave beside all other choices; kinds in `narrowing.CHOICES`."""
    fits = _fitting(connection, replace(without_choice(query, kind), facet_counts=True))
    numbers, _types, _beneficiaries = facet_counts(fits.catalogue, fits.numbers, fits.query)
    return counts_of(fits.catalogue, numbers, kind, query)


class _Fits(NamedTuple):
    """What fits the words and all choices, but for those of facets where they are counted; the query as understood."""

    catalogue: Catalogue
    query: Query
    match: Match | None
    numbers: list[int]
    where: dict[int, Nearest]
    unknown: int
    placed: tuple[Did, ...] = ()
    """What was taken for a place."""


def _fitting(connection: sqlite3.Connection, query: Query) -> _Fits:
    catalogue = catalogue_of(connection)
    asked = query
    query = _without_place(connection, query)
    found: Match | None = None
    if question_words(query.words):
        found = match(catalogue, query)
        if query.near is None and any(step.action == "widened" for step in found.did):
            point, words = town_in_words(connection, query.words)
            if point is not None:
                query = replace(query, near=point, words=words)
                found = match(catalogue, query)
        numbers = [number for number, _ in found.scores]
        numbers += sorted(set(found.by_kind).difference(numbers))
    else:
        numbers = list(range(1, catalogue.count + 1))
    placed: tuple[Did, ...] = ()
    if query.near is not None and asked.near is None:
        placed = (Did("near", asked.words, "" if query.near is query.here else query.near.name),)
    numbers = narrowed(catalogue, numbers, query)
    unknown = 0
    if query.open_at is not None:
        numbers, unknown = open_only(catalogue, numbers, query.open_at)
    if not query.facet_counts:  # nobody counts what other facets leave, so how far those are away is not asked either
        numbers = with_facets(catalogue, numbers, query)
    where = distances(catalogue, numbers, query.near) if query.near else {}
    if query.near and query.within_miles is not None:
        widest = query.within_miles
        numbers = [n for n in numbers if (miles := where[n][0]) is None or miles <= widest]
    return _Fits(catalogue, query, found, numbers, where, unknown, placed)


def _without_place(connection: sqlite3.Connection, query: Query) -> Query:
    """The query with what stands for a place among its words taken out of them: "near me", or a postcode."""
    is_here, words = here_in_words(query.words)
    if is_here and not query.exact:
        query = replace(query, near=query.near or query.here, words=words)
    if query.near is None and any(character.isdigit() for character in query.words):
        point, words = place_in_words(connection, query.words)
        query = replace(query, near=point, words=words)
    return query


def _best(found: Match | None, numbers: list[int], where: dict[int, Nearest], count: int) -> list[int]:
    """The first `count` numbers in order: by tier, then by how well they match, weighed with the distance."""
    if found is None:
        if not where:
            return numbers[:count]
        return nsmallest(count, numbers, key=lambda n: (_FAR if where[n][0] is None else where[n][0], n))
    scores: Sequence[tuple[int, float]] = found.scores
    if found.weighed is not None and not where and not found.by_kind and len(numbers) == len(scores):
        scores = scores[: found.weighed] if found.weighed >= count else scores
    if found.by_kind or len(numbers) < len(scores):
        left = set(numbers)
        scores = [pair for pair in scores if pair[0] in left]
    if where:
        scores = [(n, score / (1 + _miles_or(where[n], _HALVING_MILES) / _HALVING_MILES)) for n, score in scores]
    page: list[int] = []
    for tier in _tiers(found, scores, numbers, where):
        if len(page) < count:
            page += [number for number, _ in nsmallest(count - len(page), tier, key=itemgetter(1, 0))]
    return page


def _tiers(
    found: Match, scores: Sequence[tuple[int, float]], numbers: list[int], where: dict[int, Nearest]
) -> Iterator[Sequence[tuple[int, float]]]:
    """Pairs to be sorted, tier by tier. What matches and is of the kind that is asked for comes before all else."""
    strict, kinds = found.strict, frozenset(found.by_kind)
    if not kinds:
        yield scores if strict is None else [pair for pair in scores if pair[0] in strict]
        if strict is not None:
            yield [pair for pair in scores if pair[0] not in strict]
        return
    matched = {number for number, _ in scores} if strict is None else strict
    yield [pair for pair in scores if pair[0] in matched and pair[0] in kinds]
    rest = [pair for pair in scores if pair[0] not in kinds or (pair[0] not in matched and not found.kind_first)]
    others = [[pair for pair in rest if (pair[0] in matched) is inside] for inside in (True, False)]
    placed = {n for n, _ in scores if n in matched} | {number for number, _ in rest}
    left = set(numbers).difference(placed)
    of_kind = [n for n in found.by_kind if n in left]
    near = [(n, _miles_or(where[n], _FAR) if where else float(order)) for order, n in enumerate(of_kind)]
    yield from (near, *others) if found.kind_first else (*others, near)


def _miles_or(nearest: Nearest, otherwise: float) -> float:
    return otherwise if nearest[0] is None else nearest[0]


def hits_of(
    catalogue: Catalogue, numbers: Sequence[int], where: dict[int, Nearest], point: Point | None
) -> tuple[Hit, ...]:
    """The rows of a page, by number; `where` may name the place that each is wanted at."""
    rows = _by_number(
        catalogue,
        "SELECT n, id, name, organization, summary, place, postcode, phone, is_free, facets FROM listing WHERE n IN ",
        numbers,
    )
    places = _by_number(
        catalogue,
        "SELECT id, place, postal_code, geo_precision FROM location WHERE id IN ",
        [where[number][1] for number in numbers if where and where[number][1]],
    )
    hits = []
    for number in numbers:
        key, name, organization, summary, place, postcode, phone, is_free, facets = rows[number]
        miles, location = where.get(number, (None, 0))
        about = point is not None and point.about
        if location in places:
            place, postcode, precision = places[location]
            about = about or precision in ("sector", "outcode")
        hits.append(
            Hit(
                kind="service", id=key, name=name, organization=organization, summary=summary, place=place,
                postcode=postcode, distance_miles=miles, distance_about=about and miles is not None,
                types=facets_of(facets, "type"), beneficiaries=facets_of(facets, "beneficiary"),
                is_free=None if is_free is None else bool(is_free), phone=phone,
            )
        )  # fmt: skip
    return tuple(hits)


def _by_number(catalogue: Catalogue, sql: str, numbers: Iterable[int]) -> dict[int, tuple[Any, ...]]:
    """Rows by their first column; one statement whatever the number of rows, so that it stays prepared."""
    wanted = list(numbers)
    if not wanted:
        return {}
    rows = catalogue.connection.execute(f"{sql}(SELECT value FROM json_each(?))", [str(wanted)])
    return {row[0]: row[1:] for row in rows}
