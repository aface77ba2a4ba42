"""The pages that feeds wrap their services in: every envelope and casing met so far."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.exchange_fields import PREFIX
from kiosk.directory.importers.content import Content

_LISTS = ("contents", "content", "items", "results", "data", "services")
MOST_PARTS = 2000
"""More opening hours, places or attributes than this no service has; the rest of such a list is not read."""
_LAST = ("last", "lastpage")
_DETAILS = {"serviceatlocations", "schedules", "regularschedules", "contacts", "locations", "costoptions"}


def packed(body: dict[str, Any]) -> dict[str, Any]:
    """The object with its keys in small letters without underscores; of two equal keys the one spelled so wins.

    Our own extra fields keep their names. Only the first `MOST_PARTS` keys, and things in a list, are read; of a page
    all services.
    """
    found: dict[str, Any] = {}
    for key, value in islice(body.items(), MOST_PARTS):
        plain = key if key.startswith(PREFIX) else key.casefold().replace("_", "")
        if plain == key or plain not in found:
            cut = isinstance(value, list) and len(value) > MOST_PARTS and plain not in _LISTS
            found[plain] = value[:MOST_PARTS] if cut else value
    return found


def services_in(content: Content) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each service object of a file with its line, whatever it is wrapped in; keys packed."""
    for line, item in content.objects():
        services = on_page(item)
        if services is not None:
            yield from ((line, packed(service)) for service in services)
        elif not {"name", "id"}.isdisjoint(body := packed(item)):
            yield line, body


def on_page(value: Any) -> list[dict[str, Any]] | None:
    """The objects in a page's list, also in a bare list; None for what is no page, such as a single service."""
    if isinstance(value, list):
        return list(tolerant.mappings(value))
    body = packed(tolerant.mapping(value))
    pages = [body[key] for key in _LISTS if isinstance(body.get(key), (list, dict))]
    return list(tolerant.mappings(pages[0])) if pages and "name" not in body else None


def ends_here(page: Any) -> bool:
    """Whether a page says that it is the last one; a bare list is all there is."""
    body = packed(tolerant.mapping(page))
    return isinstance(page, list) or any(body.get(key) is True for key in _LAST)


def announced(page: Any) -> int | None:
    """How many services a page says that the whole feed has. Often wrong; only what is seen counts."""
    body = packed(tolerant.mapping(page))
    return tolerant.whole(body.get("totalitems", body.get("totalelements")), 0, 10**7)


def is_in_full(service: dict[str, Any]) -> bool:
    """Whether a service of a list has its details already; Open Referral UK 3.0 lists only the short form."""
    return not _DETAILS.isdisjoint(packed(service))
