"""A small server of a live feed on loopback, which pages, stalls, lies about counts and breaks off as it is told."""

from __future__ import annotations

import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

Answer = Callable[["Asked"], bool]
"""What is done instead of answering; False to answer as usual."""


class FeedServer:
    """A feed of services by id. `instead` may do something else with each question."""

    def __init__(self, count: int) -> None:
        self.services: dict[str, dict[str, Any]] = {
            f"s{number}": {"id": f"s{number}", "name": f"Group {number}", "description": "Tea.", "schedules": []}
            for number in range(count)
        }
        self.total = count
        self.says_last = True
        self.asked: Counter[str] = Counter()
        self.instead: Answer = lambda asked: False
        self.address = ""
        self.released = threading.Event()

    def page(self, number: int, size: int) -> dict[str, Any]:
        """A page of the list in its short form."""
        short = [{"id": body["id"], "name": body["name"], "status": "active"} for body in self.services.values()]
        part = short[(number - 1) * size : number * size]
        body: dict[str, Any] = {"total_items": self.total, "page_number": number, "contents": part}
        return body | ({"last_page": number * size >= len(short)} if self.says_last else {})


class Asked(BaseHTTPRequestHandler):
    """One question."""

    feed: FeedServer

    def do_GET(self) -> None:
        """Answer it."""
        self.feed.asked[self.path] += 1
        if self.feed.instead(self):
            return
        parts = urlsplit(self.path)
        if parts.path == "/v3/services":
            query = parse_qs(parts.query)
            self.give(self.feed.page(int(query["page"][0]), int(query["per_page"][0])))
        elif (identity := unquote(parts.path.removeprefix("/v3/services/"))) in self.feed.services:
            self.give(self.feed.services[identity])
        else:
            self.send_error(404)

    def give(self, body: Any, status: int = 200, **headers: str) -> None:
        """Send JSON, or bytes as they are."""
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(data)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def cut_off(self) -> None:
        """Promise a long answer, and go away."""
        self.send_response(200)
        self.send_header("Content-Length", "5000")
        self.end_headers()
        self.wfile.write(b'{"id": "s')
        self.wfile.flush()
        self.connection.close()

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@contextmanager
def feed_server(count: int = 7) -> Iterator[FeedServer]:
    """A feed with so many services at `address`, until the block ends."""
    feed = FeedServer(count)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Asked", (Asked,), {"feed": feed}))
    server.daemon_threads = True
    feed.address = f"http://127.0.0.1:{server.server_address[1]}/v3"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield feed
    finally:
        feed.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
