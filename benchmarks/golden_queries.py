"""The golden queries: what people type, and the services that should be among the first. Read, dealt and counted here.

They were written from the records before the synonyms were widened, by someone who had not read the lists of words.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kiosk.errors import InputError
from kiosk.search import Hit

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "search" / "golden"
HALVES = ("first", "second")
CORPORA = ("demo", "trafford")
KINDS = (
    "plain", "half-typed", "typing-mistake", "compound", "word-form",
    "everyday", "question", "name", "place", "context",
)  # fmt: skip
COLUMNS = ["corpus", "query", "expected", "kind", "note"]
DEPTH = 10
"""A service below this rank counts as not found."""
_FACET = "type:"
_SEED = 16775
"""The first whole number with which no kind and no corpus is more than 3 queries larger in one half than in the other.

It was found from the kinds alone, before any query was run.
"""


@dataclass(frozen=True, slots=True)
class Golden:
    """One query; any of `expected` in the first places is right: keys ``source:id``, or ``type:`` and a kind's id."""

    corpus: str
    query: str
    expected: tuple[str, ...]
    kind: str
    note: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """The services that are named one by one."""
        return tuple(item for item in self.expected if not item.startswith(_FACET))

    @property
    def types(self) -> tuple[str, ...]:
        """The kinds of which any service is right."""
        return tuple(item.removeprefix(_FACET) for item in self.expected if item.startswith(_FACET))

    def rank(self, hits: Sequence[Hit]) -> int:
        """The place of the first right service, from 1; 0 when none is among the first `DEPTH`."""
        for place, hit in enumerate(hits[:DEPTH], 1):
            if hit.id in self.keys or set(self.types).intersection(hit.types):
                return place
        return 0


@dataclass(frozen=True, slots=True)
class Figures:
    """How well a search did: shares from 0 to 1 with a right service first, in the first three; mean of 1 ÷ rank."""

    count: int
    first: float
    third: float
    reciprocal: float

    @classmethod
    def of(cls, ranks: Sequence[int]) -> Figures:
        """Figures of ranks as `Golden.rank` gives them; of none, all are 0."""
        count = max(len(ranks), 1)
        return cls(
            count=len(ranks),
            first=sum(rank == 1 for rank in ranks) / count,
            third=sum(0 < rank <= 3 for rank in ranks) / count,
            reciprocal=sum(1 / rank for rank in ranks if rank) / count,
        )


def half_of(query: str) -> str:
    """The half in which a query belongs, by a seeded hash of its letters, so that nobody chooses."""
    number = sha256(f"{_SEED}:{query.casefold()}".encode()).digest()[0]
    return HALVES[number % 2]


def file_of(half: str) -> Path:
    """The file of a half."""
    return FOLDER / f"{half}_half.csv"


def read(half: str, path: Path | None = None) -> list[Golden]:
    """The queries of one half, or of a file of the same form. Raises `InputError` for a line that can't be meant."""
    path = path or file_of(half)
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if rows.fieldnames != COLUMNS:
            raise InputError(f"the columns must be {', '.join(COLUMNS)}", path, 1)
        return list(_queries(rows, path))


def _queries(rows: csv.DictReader[str], path: Path) -> Iterator[Golden]:
    for row in rows:
        line = rows.line_num
        if None in row or None in row.values():
            raise InputError("this line has too many or too few columns", path, line)
        made = Golden(row["corpus"], row["query"], tuple(row["expected"].split("|")), row["kind"], row["note"])
        if made.corpus not in CORPORA or made.kind not in KINDS:
            raise InputError("this line has a corpus or a kind that is not known", path, line)
        if not made.query.strip() or any(":" not in item or item != item.strip() for item in made.expected):
            raise InputError("this line has no query, or expects something that is not a key or a type", path, line)
        yield made
