"""Asks a feed's server for JSON: slowly, with caps on size and time, and again when it fails for a moment."""

from __future__ import annotations

import time
from typing import Any, NamedTuple

import urllib3
from urllib3.exceptions import HTTPError

from kiosk import __version__
from kiosk.directory.reading_json import MAX_BYTES, decode_utf8, parse
from kiosk.errors import InputError

_AGAIN = (429, 500, 502, 503, 504)
_CHUNK = 64 * 1024
_REDIRECTS = urllib3.Retry(total=None, connect=0, read=0, redirect=5, status=0, other=0)


class Limits(NamedTuple):
    """How patient and how polite one is; all times in seconds."""

    connect: float = 10.0
    silence: float = 30.0
    """Longest wait for the next bytes."""
    answer: float = 120.0
    """Longest time that one answer may take in all."""
    tries: int = 4
    first_pause: float = 1.0
    longest_pause: float = 60.0
    between: float = 0.1
    """Least time from one question to the next."""


PATIENT = Limits()
"""As staff pull feeds."""


class NotThereError(InputError):
    """The server says that there is no such page (HTTP 404 or 410)."""


class FeedClient:
    """One server, asked one question at a time. Use it as a context, so that the connection is closed."""

    def __init__(self, limits: Limits = PATIENT) -> None:
        self._limits = limits
        timeout = urllib3.Timeout(connect=limits.connect, read=limits.silence)
        headers = {"Accept": "application/json", "User-Agent": f"Signpost/{__version__} (directory import)"}
        self._pool = urllib3.PoolManager(timeout=timeout, headers=headers, maxsize=1)
        self._last = -1e9

    def __enter__(self) -> FeedClient:
        return self

    def __exit__(self, *_problem: object) -> None:
        self._pool.clear()

    def json(self, address: str) -> Any:
        """What stands at an address. Raises `NotThereError`; `InputError` when several tries bring nothing."""
        pause = self._limits.first_pause
        for left in range(self._limits.tries - 1, -1, -1):
            self._wait()
            try:
                return self._ask(address)
            except _PassingError as problem:
                if not left:
                    raise InputError(problem.reason, address) from problem
                time.sleep(min(max(pause, problem.wait), self._limits.longest_pause))
                pause *= 2
        raise AssertionError

    def _wait(self) -> None:
        time.sleep(max(0.0, self._last + self._limits.between - time.monotonic()))
        self._last = time.monotonic()

    def _ask(self, address: str) -> Any:
        try:
            answer = self._pool.request("GET", address, preload_content=False, retries=_REDIRECTS)
        except HTTPError as error:
            raise _PassingError(f"the server cannot be reached ({_plain(error)})") from error
        try:
            if answer.status in (404, 410):
                raise NotThereError(f"the server has no such page (HTTP {answer.status})", address)
            if answer.status in _AGAIN:
                raise _PassingError(
                    f"the server answered HTTP {answer.status}", _seconds(answer.headers.get("Retry-After"))
                )
            if answer.status != 200:
                raise InputError(f"the server answered HTTP {answer.status}", address)
            data = self._read(answer, address)
        except HTTPError as error:
            raise _PassingError(f"the answer broke off ({_plain(error)})") from error
        finally:
            answer.close()
        return self._parsed(data, address)

    def _read(self, answer: urllib3.BaseHTTPResponse, address: str) -> bytes:
        """The whole answer. A server that sends a byte now and then is given up too."""
        ends = time.monotonic() + self._limits.answer
        parts: list[bytes] = []
        size = 0
        while part := answer.read1(_CHUNK, decode_content=True):
            size += len(part)
            if size > MAX_BYTES:
                raise InputError(f"this answer is larger than {MAX_BYTES // 1024 // 1024} MB", address)
            if time.monotonic() > ends:
                raise _PassingError(f"the answer was not finished after {self._limits.answer:.0f} seconds")
            parts.append(part)
        return b"".join(parts)

    def _parsed(self, data: bytes, address: str) -> Any:
        text = decode_utf8(data, address)
        if text.lstrip().startswith("<"):
            raise InputError("this is a web page, not a feed of services", address)
        return parse(text, address)


class _PassingError(Exception):
    """What may go well at another try; `wait` is how long the server asks to be left alone."""

    def __init__(self, reason: str, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait = wait


def _seconds(text: str | None) -> float:
    return float(text) if text is not None and text.isascii() and text.isdigit() else 0.0


def _plain(error: BaseException) -> str:
    """The innermost reason without objects' names, such as "Name or service not known"."""
    reason = getattr(error, "reason", None)
    if isinstance(reason, BaseException):
        return _plain(reason)
    words = str(error.args[-1] if error.args else error).rpartition("] ")[2].strip("()\"' ")
    return words[:120] or type(error).__name__
