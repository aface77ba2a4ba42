"""Reads a live Open Referral feed from its server: the pages of its list, then each service; it can be taken up again.

Such a feed has no question for "what is new", so all is asked for (ORUK 3.0, `/services` and `/services/{id}`). What
has come stands in a hidden folder beside the source folder until the import is done. Only what was seen counts: the
totals that servers announce are often wrong.
"""

from __future__ import annotations

import json
import re
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from kiosk.directory import tolerant
from kiosk.directory.importers.feed_client import PATIENT, FeedClient, Limits, NotThereError
from kiosk.directory.importers.json_pages import announced, ends_here, is_in_full, on_page, packed
from kiosk.directory.importers.report import Report
from kiosk.errors import InputError

PER_PAGE = 50
_MOST_PAGES = 4_000
_MOST_SERVICES = 100_000
_STALE_AFTER = 24 * 3600
"""Seconds after which a pull that broke off is begun anew: the feed will have changed."""

Progress = Callable[[str, int, int], None]
"""Called with "list" or "services", how many are there, and how many there will be (0 for not known)."""


def is_address(source: str) -> bool:
    """Whether a source is the address of a feed rather than a file."""
    return bool(re.match(r"https?://", source, re.IGNORECASE))


def pull(
    address: str,
    beside: Path,
    report: Report,
    progress: Progress = lambda what, done, of: None,
    limits: Limits = PATIENT,
) -> Path:
    """Read a whole feed into one file of JSON lines, which is named after the server, and return it.

    Raises `InputError` when the feed can't be read or breaks off; the same call takes it up again where it was.
    `done_with` takes the file away when it has been brought in.
    """
    base = _base(address)
    folder = _folder(base, beside)
    with FeedClient(limits) as client:
        listed = _listing(client, base, folder, report, progress)
        return _services(client, base, folder, listed, report, progress)


def done_with(pulled: Path) -> None:
    """Forget what was pulled."""
    shutil.rmtree(pulled.parent, ignore_errors=True)
    with suppress(OSError):
        pulled.parent.parent.rmdir()  # another pull may be kept there


def _base(address: str) -> str:
    """The address without `/services`, a query or a closing slash. Raises `InputError` for what is no address."""
    parts = urlsplit(address.strip())
    if not parts.hostname or parts.username or parts.password:
        raise InputError("this is not an address of a feed that can be asked", address)
    path = re.sub(r"/services/?$", "", parts.path.rstrip("/"))
    return f"{parts.scheme.casefold()}://{parts.netloc}{path}"


def _folder(base: str, beside: Path) -> Path:
    """Where it is kept meanwhile; a new one when the last pull of this feed lies too far back."""
    name = re.sub(r"[^a-z0-9]+", "-", base.partition("://")[2].casefold()).strip("-")[:60]
    place = beside.resolve()
    folder = place.parent / f".{place.name}-pull" / name
    begun = folder / "list.json"
    if begun.is_file() and time.time() - begun.stat().st_mtime > _STALE_AFTER:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _listing(
    client: FeedClient, base: str, folder: Path, report: Report, progress: Progress
) -> dict[str, dict[str, Any]]:
    """The short form of every service by its id. It is kept only when it has been read to its end."""
    kept = folder / "list.json"
    if kept.is_file():
        found: dict[str, dict[str, Any]] = json.loads(kept.read_text(encoding="utf-8"))
        return found
    listed: dict[str, dict[str, Any]] = {}
    total = 0
    for number in range(1, _MOST_PAGES + 1):
        where = f"{base}/services?{urlencode({'page': number, 'per_page': PER_PAGE})}"
        try:
            page = client.json(where)
        except NotThereError:
            if number > 1:
                break  # so some servers say that the list is over
            raise
        services = on_page(page)
        if services is None:
            raise InputError("this is not a page of a feed: there is no list of services in it", where)
        total = max(total, announced(page) or 0)
        before = len(listed)
        for service in services:
            identity = tolerant.line(packed(service).get("id"))
            if identity:
                listed.setdefault(identity, service)
        progress("list", len(listed), total)
        if ends_here(page) or not services or len(listed) == before or len(listed) > _MOST_SERVICES:
            break
    if not listed:
        raise InputError("the feed has no services", f"{base}/services")
    if total != len(listed):
        message = f"the feed says that it has {total} services; its list has {len(listed)}"
        report.add("warning", "wrong-total", message, base)
    _write(kept, json.dumps(listed, ensure_ascii=False))
    return listed


def _services(
    client: FeedClient,
    base: str,
    folder: Path,
    listed: dict[str, dict[str, Any]],
    report: Report,
    progress: Progress,
) -> Path:
    """Each service in full, a line of JSON each; what stands there already is not asked for again."""
    path = folder / f"{folder.name}.jsonl"
    there = _already(path)
    with path.open("a", encoding="utf-8", newline="\n") as file:
        for identity, short in listed.items():
            if identity in there:
                continue
            service: Any = short
            if not is_in_full(short):
                try:
                    service = client.json(f"{base}/services/{quote(identity, safe='')}")
                except NotThereError:
                    report.add("warning", "no-details", f"{identity} is listed, but has no page of its own", base)
                except InputError as error:
                    done = f"{len(there)} of {len(listed)} services have come"
                    message = f"{error.message}; {done}. Give the same command again to go on from there"
                    raise InputError(message, error.file) from error
            if not isinstance(service, dict):
                report.add("warning", "no-details", f"the page of {identity} is not a service", base)
                service = short
            file.write(json.dumps({**service, "id": identity}, ensure_ascii=False).replace("\n", " ") + "\n")
            file.flush()
            there.add(identity)
            progress("services", len(there), len(listed))
    return path


def _already(path: Path) -> set[str]:
    """The ids of the services that came before; a last line that was cut off is taken away."""
    if not path.is_file():
        return set()
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    found: set[str] = set()
    whole: list[str] = []
    for line in lines:
        try:
            found.add(json.loads(line)["id"])
        except (ValueError, KeyError, TypeError):
            continue
        whole.append(line + "\n")
    _write(path, "".join(whole))
    return found


def _write(path: Path, text: str) -> None:
    beside = path.with_name(path.name + ".new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)
