"""A small IPP client (RFC 8010, RFC 8011): the five operations that printing a booklet needs, standard library only."""

from __future__ import annotations

import http.client
import itertools
import os
import socket
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from kiosk.errors import SignpostError

USER = "signpost"
"""The requesting user of every job: never the name of a person or of an account."""

PRINT_JOB = 0x0002
CANCEL_JOB = 0x0008
GET_JOB_ATTRIBUTES = 0x0009
GET_JOBS = 0x000A
GET_PRINTER_ATTRIBUTES = 0x000B
CUPS_GET_DEFAULT = 0x4001

_OPERATION, _JOB, _END = 0x01, 0x02, 0x03
_INTEGER, _BOOLEAN, _ENUM = 0x21, 0x22, 0x23
_KEYWORD, _URI, _CHARSET, _LANGUAGE, _MIME, _NAME = 0x44, 0x45, 0x47, 0x48, 0x49, 0x42
_TAGS = {
    "attributes-charset": _CHARSET,
    "attributes-natural-language": _LANGUAGE,
    "printer-uri": _URI,
    "requesting-user-name": _NAME,
    "job-name": _NAME,
    "document-format": _MIME,
    "job-id": _INTEGER,
    "my-jobs": _BOOLEAN,
}
_MAX_ANSWER = 1 << 20

Values = dict[str, list[Any]]


class IppError(SignpostError):
    """The printer could not be reached or did not speak IPP."""

    exit_code = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """What a printer said: its status, and attributes in groups (operation, printer or one group for each job)."""

    status: int
    groups: tuple[Values, ...]

    @property
    def ok(self) -> bool:
        return self.status < 0x0100

    def all(self, name: str) -> list[Any]:
        """Every value of the first attribute of that name, in any group."""
        for group in self.groups:
            if name in group:
                return group[name]
        return []

    def one(self, name: str, default: Any = None) -> Any:
        """The first value of an attribute."""
        found = self.all(name)
        return found[0] if found else default


@dataclass(frozen=True, slots=True)
class Printer:
    """Where a printer is; `socket_path` stands for a CUPS that listens on a file."""

    uri: str
    socket_path: str = ""


_numbers = itertools.count(1)


def ask(
    printer: Printer, operation: int, attributes: Mapping[str, Any] | None = None, data: bytes = b"", timeout: float = 5
) -> Answer:
    """Send one operation and read the answer. Raises `IppError` when nobody answers or the answer makes no sense.

    `attributes` go to the operation group; names that start with ``job:`` go to the job group without the prefix.
    """
    body = _message(printer, operation, dict(attributes or {})) + data
    place = urlsplit(printer.uri)
    connection = _connection(printer, timeout)
    try:
        path = place.path or "/"
        connection.request("POST", path, body, {"Content-Type": "application/ipp", "Host": place.netloc or "localhost"})
        reply = connection.getresponse()
        payload = reply.read(_MAX_ANSWER)
        if reply.status != 200:
            raise IppError(f"The printer answered HTTP {reply.status}.")
        return _parse(payload)
    except (OSError, http.client.HTTPException, struct.error, IndexError, ValueError) as error:
        raise IppError("The printer does not answer.") from error
    finally:
        connection.close()


def server() -> Printer:
    """The CUPS of this machine: ``$CUPS_SERVER``, else localhost:631."""
    named = os.environ.get("CUPS_SERVER", "")
    if named.startswith("/"):
        return Printer("ipp://localhost/", named)
    host, _, port = named.partition("/")[0].partition(":")
    return Printer(f"ipp://{host or 'localhost'}:{port or '631'}/")


def queue(name: str) -> Printer:
    """A queue of this machine's CUPS, by name."""
    here = server()
    return Printer(f"{here.uri}printers/{quote(name, safe='')}", here.socket_path)


def _connection(printer: Printer, timeout: float) -> http.client.HTTPConnection:
    place = urlsplit(printer.uri)
    host = place.hostname or "localhost"
    if printer.socket_path:
        return _SocketFile(printer.socket_path, timeout)
    if place.scheme == "ipps":
        return http.client.HTTPSConnection(host, place.port or 631, timeout=timeout)
    return http.client.HTTPConnection(host, place.port or 631, timeout=timeout)


class _SocketFile(http.client.HTTPConnection):
    """HTTP over a Unix socket."""

    def __init__(self, path: str, timeout: float) -> None:
        super().__init__("localhost", timeout=timeout)
        self._path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


def _message(printer: Printer, operation: int, attributes: dict[str, Any]) -> bytes:
    first = {
        "attributes-charset": "utf-8",
        "attributes-natural-language": "en",
        "printer-uri": unquote(printer.uri),
        "requesting-user-name": USER,
    }
    if operation == CUPS_GET_DEFAULT:
        del first["printer-uri"]
    job = {name.removeprefix("job:"): value for name, value in attributes.items() if name.startswith("job:")}
    # RFC 8011 4.1.5 wants the target (printer-uri, then job-id) before all the rest.
    user = first.pop("requesting-user-name")
    rest = {name: value for name, value in attributes.items() if not name.startswith("job:")}
    ordered = {
        **first,
        **({"job-id": rest.pop("job-id")} if "job-id" in rest else {}),
        "requesting-user-name": user,
        **rest,
    }
    out = [struct.pack(">BBHIB", 2, 0, operation, next(_numbers) & 0x7FFFFFFF, _OPERATION)]
    out += [_attribute(name, value) for name, value in ordered.items()]
    if job:
        out.append(bytes([_JOB]))
        out += [_attribute(name, value) for name, value in job.items()]
    out.append(bytes([_END]))
    return b"".join(out)


def _attribute(name: str, value: Any) -> bytes:
    values = value if isinstance(value, (list, tuple)) else [value]
    out = []
    for number, item in enumerate(values):
        tag = _TAGS.get(name, _INTEGER if isinstance(item, int) else _KEYWORD)
        if tag == _BOOLEAN:
            raw = b"\x01" if item else b"\x00"
        elif isinstance(item, int):
            raw = struct.pack(">i", item)
        else:
            raw = str(item).encode()
        label = name.encode() if number == 0 else b""
        out.append(struct.pack(">BH", tag, len(label)) + label + struct.pack(">H", len(raw)) + raw)
    return b"".join(out)


def _parse(payload: bytes) -> Answer:
    status = struct.unpack_from(">H", payload, 2)[0]
    groups: list[Values] = []
    name = ""
    for tag, label, raw in _fields(payload):
        if tag < 0x10:
            groups.append({})
            continue
        name = label or name
        groups[-1].setdefault(name, []).append(_value(tag, raw))
    return Answer(status, tuple(groups))


def _fields(payload: bytes) -> Iterator[tuple[int, str, bytes]]:
    place = 8
    while place < len(payload):
        tag = payload[place]
        place += 1
        if tag == _END:
            return
        if tag < 0x10:
            yield tag, "", b""
            continue
        size = struct.unpack_from(">H", payload, place)[0]
        label = payload[place + 2 : place + 2 + size].decode("utf-8", "replace")
        place += 2 + size
        size = struct.unpack_from(">H", payload, place)[0]
        yield tag, label, payload[place + 2 : place + 2 + size]
        place += 2 + size


def _value(tag: int, raw: bytes) -> Any:
    if tag in (_INTEGER, _ENUM) and len(raw) == 4:
        return struct.unpack(">i", raw)[0]
    if tag == _BOOLEAN:
        return raw == b"\x01"
    return raw.decode("utf-8", "replace")
