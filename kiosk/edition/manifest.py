"""An edition's manifest: what it is made of, its digest, and how far it is to be trusted."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from kiosk.errors import EditionError

FORMAT = 1
SCHEMA = 6
"""Raised with every change of the tables; an older edition is brought up to it (`older`), a newer one refused."""
OLDEST = 2
"""The oldest schema whose editions can still be shown; `migrations` has a step from each to the next."""
DATABASE = "edition.sqlite"
MANIFEST = "manifest.json"
_MAX_BYTES = 256 * 1024


@dataclass(frozen=True, slots=True)
class Manifest:
    """`digest` is over the records; `database_sha256` over the file. `trust` is "signed" or "local"."""

    name: str
    area: str
    languages: tuple[str, ...]
    demonstration: bool
    trust: Literal["signed", "local"]
    digest: str
    built_from: tuple[str, ...]
    built_on: str
    counts: dict[str, int]
    database_size: int
    database_sha256: str
    schema: int = SCHEMA
    format: int = FORMAT

    def write(self, folder: Path) -> None:
        """Write ``manifest.json`` into a folder, flushed to the disk."""
        with (folder / MANIFEST).open("wb") as file:
            file.write(_sealed(json.loads(json.dumps(asdict(self)))))
            file.flush()
            os.fsync(file.fileno())


def read_manifest(folder: Path) -> Manifest:
    """The manifest of an edition folder, whose `schema` may be an older one, from `OLDEST` on.

    Raises `EditionError` when it is missing or changed, and when it is too new or too old to be shown.
    """
    path = folder / MANIFEST
    try:
        with path.open("rb") as file:
            data = file.read(_MAX_BYTES + 1)
        body: Any = json.loads(data.decode("utf-8")) if len(data) <= _MAX_BYTES else None
        unchanged = isinstance(body, dict) and body.pop("seal", None) is not None and _sealed(body) == data
    except FileNotFoundError:
        raise EditionError(f"{folder} is not an edition: it has no {MANIFEST}.") from None
    except (OSError, ValueError, RecursionError) as error:
        raise EditionError(f"{path} cannot be read, so this edition is not shown.") from error
    if not unchanged:
        raise EditionError(f"{path} was changed after it was written, so this edition is not shown.")
    _check_version(folder, body.get("format"), body.get("schema"))
    try:
        body["languages"], body["built_from"] = tuple(body["languages"]), tuple(body["built_from"])
        return Manifest(**body)
    except (KeyError, TypeError) as error:
        raise EditionError(f"{path} is not a manifest of this version, so this edition is not shown.") from error


def _check_version(folder: Path, form: Any, schema: Any) -> None:
    numbers = type(form) is int and type(schema) is int
    if numbers and form == FORMAT and OLDEST <= schema <= SCHEMA:
        return
    if numbers and (form > FORMAT or schema > SCHEMA):
        raise EditionError(f"{folder} was built by a newer version of Signpost; update Signpost to show it.")
    raise EditionError(f"{folder} was built for another version of Signpost; build it again.")


def file_sha256(path: Path) -> str:
    """sha256 of a file in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _sealed(body: dict[str, Any]) -> bytes:
    """The one way in which a manifest's bytes may stand in its file; `seal` comes last."""
    text = json.dumps(body, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    seal = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return json.dumps({**body, "seal": seal}, indent=1).encode("ascii")
