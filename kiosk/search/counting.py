"""Filters and counts: what is left after each choice, and how many would fit for each facet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from kiosk.directory import facet_names
from kiosk.directory.listing import BENEFICIARY_SHIFT, facet_bits
from kiosk.search.catalogue import Catalogue
from kiosk.search.query import FacetCount, Query


def open_only(catalogue: Catalogue, numbers: Iterable[int], moment: datetime) -> tuple[list[int], int]:
    """Those that are known to be open, and how many have no known times."""
    if "schedule" not in catalogue.tables:
        return [], len(list(numbers))
    _, hours_of = catalogue.hours()
    states = catalogue.open_states(moment.replace(tzinfo=None))
    kept, unknown = [], 0
    for number in numbers:
        hours = hours_of.get(number)
        state = None if hours is None else states[hours]
        if state:
            kept.append(number)
        elif state is None:
            unknown += 1
    return kept, unknown


class FacetChoice:
    """The chosen facets of one kind; several are alternatives, none means that everything fits."""

    def __init__(self, catalogue: Catalogue, kind: str, ids: Sequence[str]) -> None:
        self.bits = facet_bits(kind, ids)
        self.any = not ids
        self._others: frozenset[int] = frozenset()
        foreign = [name for name in ids if not facet_bits(kind, [name])]
        if foreign and "service_facet" in catalogue.tables:
            marks = ",".join("?" * len(foreign))
            rows = catalogue.connection.execute(
                f"SELECT service FROM service_facet WHERE kind = ? AND facet_id IN ({marks})", [kind, *foreign]
            )
            self._others = frozenset(row[0] for row in rows)

    def keep(self, catalogue: Catalogue, numbers: list[int]) -> list[int]:
        if self.any:
            return numbers
        facets, bits, others = catalogue.facets, self.bits, self._others
        return [number for number in numbers if facets[number] & bits or number in others]


def facet_counts(
    catalogue: Catalogue, numbers: list[int], query: Query
) -> tuple[list[int], tuple[FacetCount, ...], tuple[FacetCount, ...]]:
    """The numbers that fit both choices; counts of types without the chosen types, of beneficiaries likewise."""
    types = FacetChoice(catalogue, "type", query.types)
    beneficiaries = FacetChoice(catalogue, "beneficiary", query.beneficiaries)
    for_types = beneficiaries.keep(catalogue, numbers)
    for_beneficiaries = types.keep(catalogue, numbers)
    combinations = _combinations(catalogue, for_types)
    type_counts = count_bits(combinations, facet_names.TYPES, 0)
    if for_beneficiaries is not for_types:
        combinations = _combinations(catalogue, for_beneficiaries)
    beneficiary_counts = count_bits(combinations, facet_names.BENEFICIARIES, BENEFICIARY_SHIFT)
    return types.keep(catalogue, for_types), type_counts, beneficiary_counts


def with_facets(catalogue: Catalogue, numbers: list[int], query: Query) -> list[int]:
    """The numbers that fit the chosen types and beneficiaries."""
    types = FacetChoice(catalogue, "type", query.types)
    return types.keep(catalogue, FacetChoice(catalogue, "beneficiary", query.beneficiaries).keep(catalogue, numbers))


def _combinations(catalogue: Catalogue, numbers: list[int]) -> Counter[int]:
    """How often each combination of facets stands there; there are far fewer of them than services."""
    return Counter(map(catalogue.facets.__getitem__, numbers))


def count_bits(combinations: Counter[int], names: Sequence[str], shift: int) -> tuple[FacetCount, ...]:
    """How often each named facet is set, its bit being `shift` on; the most frequent first."""
    totals: Counter[int] = Counter()
    mask = (1 << len(names)) - 1
    for combination, count in combinations.items():
        bits = (combination >> shift) & mask
        while bits:
            lowest = bits & -bits
            totals[lowest] += count
            bits ^= lowest
    found = (FacetCount(names[bit.bit_length() - 1], count) for bit, count in totals.items())
    return tuple(sorted(found, key=lambda item: (-item.count, item.id)))
