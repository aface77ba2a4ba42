"""One search over services and guides: it never fails on any words and says what it did with them."""

from __future__ import annotations

from kiosk.search.catalogue import forget
from kiosk.search.engine import get_ready, near, search
from kiosk.search.places import find_place
from kiosk.search.query import Did, FacetCount, Hit, Point, Query, Results

__all__ = [
    "Did",
    "FacetCount",
    "Hit",
    "Point",
    "Query",
    "Results",
    "find_place",
    "forget",
    "get_ready",
    "near",
    "search",
]
