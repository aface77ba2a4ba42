"""Records: the one form of everything publishable, and the digest over a set of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

MAX_DEPTH = 40
"""Deepest nesting a record's JSON may have; deeper is refused before it can exhaust the stack."""


@dataclass(frozen=True, slots=True)
class Record:
    """One publishable thing: a guide, a contact, a figure, a service."""

    kind: str
    key: str
    body: dict[str, Any]

    def canonical(self) -> str:
        """The body as JSON with sorted keys and no spare spaces: equal bodies give equal text."""
        return json.dumps(self.body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def line_digest(kind: str, key: str, canonical: str) -> bytes:
    """What one record adds to the digest: kind NUL key NUL sha256(canonical JSON), then a newline."""
    inner = hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}\0{key}\0{inner}\n".encode("utf-8", "surrogatepass")


def digest(records: Iterable[Record]) -> str:
    """sha256 in hex over the records sorted by kind and key; the order given does not matter."""
    lines = sorted(line_digest(record.kind, record.key, record.canonical()) for record in records)
    whole = hashlib.sha256()
    for line in lines:
        whole.update(line)
    return whole.hexdigest()
