"""A feed as files that a plain web server can give out as an Open Referral UK 3.0 API.

In the folder of a source: ``index.json`` (what the API says of itself), ``services.json`` (the list, one page) and
``services/<uuid>.json`` (each service whole). A server that answers ``/services`` with ``services.json``, such as nginx
with ``try_files $uri.json $uri/index.json``, is a feed. `kiosk import` reads the folder as one feed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from kiosk.directory.exchange_fields import SOURCE, said_of_source
from kiosk.directory.exporters.service_json import short_object

_API = {
    "version": "HSDS-UK-3.0",
    "profile": "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md",
    "openapi_url": "https://docs.openreferraluk.org/en/latest/openapi30.json",
}


def files(about: dict[str, Any], services: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """(path in the feed's folder, text) of each file."""
    said = said_of_source(about)
    yield "index.json", _text({**_API, SOURCE: said})
    page = {
        "total_items": len(services),
        "total_pages": 1,
        "page_number": 1,
        "size": len(services),
        "first_page": True,
        "last_page": True,
        "empty": not services,
        SOURCE: said,
        "contents": [short_object(service) for service in services],
    }
    yield "services.json", _text(page)
    for service in services:
        yield f"services/{service['id']}.json", _text(service)


def _text(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
