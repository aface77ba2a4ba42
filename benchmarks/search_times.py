"""Search with facet counts ÷ raw FTS5 doing the same query and counts, at 1,000 and 10,000 services; p95 over queries.

Services are those of the sample data (else of the demonstration), multiplied with changed names, words and places. The
raw side runs the expression that the search came to, takes 20 rows by rank and counts the facets in SQL. The plain side
is the same with only the typed words. Prints rows of ``name value ratio``.
"""

from __future__ import annotations

import os
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from kiosk import resources
from kiosk.content import sources as content_sources
from kiosk.content import tables as content_tables
from kiosk.directory import sources, tables
from kiosk.directory.importers.bring import bring
from kiosk.records import Record
from kiosk.search import Point, Query, search
from kiosk.search.catalogue import catalogue_of
from kiosk.search.expressions import all_of, question_words, quoted
from kiosk.search.matching import match

BUDGET = 1.3
ROUNDS = 15
QUERIES = (
    "dementia", "care home", "care homes altrincham", "lunch club", "library", "libary sale", "befriending", "befr",
    "support for carers", "mental health", "i am lonely", "food bank", "foodbank", "exercise classes for older people",
    "help with money", "community", "children", "church", "trafford", "meels on wheels", "alzhiemers", "advice",
    "day centre", "transport to hospital", "swimming", "gardening", "counselling", "bereavement", "sa", "people with",
)  # fmt: skip
_FACETS = (
    "SELECT kind, facet_id, count(*) FROM service_fts JOIN service_facet ON service_facet.service = service_fts.rowid"
    " WHERE service_fts MATCH ? GROUP BY kind, facet_id"
)
_BEST = "SELECT rowid FROM service_fts WHERE service_fts MATCH ? ORDER BY rank LIMIT 20"


def sample_records() -> list[Record]:
    """The services to multiply, with their feeds and places."""
    folder = Path(os.environ.get("SIGNPOST_SAMPLE_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data")
    if not (folder / "trafford").is_dir():
        return sources.read(resources.demo_source())
    with tempfile.TemporaryDirectory() as place:
        into = Path(place) / "source"
        bring([folder / "trafford"], into)
        return sources.read(into)


def multiplied(records: list[Record], count: int) -> list[Record]:
    """As many services as asked for: the real ones, then copies with changed names, shuffled words, other places."""
    chance = random.Random(1)
    services = [record for record in records if record.kind == "service"]
    made = services[:count]
    texts = [record.body.get("description", "").split() for record in services]
    while len(made) < count:
        record = chance.choice(services)
        body: dict[str, Any] = deepcopy(record.body)
        number = len(made)
        body["id"] = f"{body['id']}-{number}"
        body["name"] = f"{body['name']} {chance.choice(('North', 'South', 'East', 'West', 'Old', 'New'))} {number}"
        words = [*body.get("description", "").split(), *chance.choice(texts)[:40]]
        chance.shuffle(words)
        body["description"] = " ".join(words)
        for link in body.get("service_at_locations", ()):
            location = link["location"]
            if "latitude" in location:
                location["latitude"] += chance.uniform(-0.2, 0.2)
                location["longitude"] += chance.uniform(-0.3, 0.3)
        made.append(Record("service", f"{body['source_id']}:{body['id']}", body))
    return [*made, *(record for record in records if record.kind != "service")]


def database(path: Path, records: list[Record]) -> sqlite3.Connection:
    """An edition's tables on disk, opened read-only as the kiosk does."""
    connection = sqlite3.connect(path)
    national = content_sources.read(resources.national_source())
    content_tables.write(Database(connection), national)
    tables.write(Database(connection), records)
    connection.commit()
    connection.execute("ANALYZE")
    connection.commit()
    connection.execute("VACUUM")
    connection.close()
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)


def raw(connection: sqlite3.Connection, expression: str) -> None:
    """The same answer from SQL alone, as fast as we could write it: the best 20 rows, and the number of each facet."""
    best = ",".join(str(row[0]) for row in connection.execute(_BEST, [expression]))
    connection.execute(f"SELECT * FROM listing WHERE n IN ({best})").fetchall()
    connection.execute(_FACETS, [expression]).fetchall()


def milliseconds(action: Callable[[], object]) -> float:
    started = time.perf_counter()
    action()
    return (time.perf_counter() - started) * 1000


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def measure(connection: sqlite3.Connection) -> tuple[list[float], list[float], list[float]]:
    """Best time of each query: ours, raw with our expression, raw with the typed words; all in turn in one run."""
    catalogue = catalogue_of(connection)
    ours: list[float] = []
    same: list[float] = []
    plain: list[float] = []
    for words in QUERIES:
        expression = match(catalogue, Query(words=words)).wide_expression
        typed = question_words(words)
        simple = all_of([*map(quoted, typed[:-1]), quoted(typed[-1], prefix=True)])
        rounds = [
            (
                milliseconds(partial(search, connection, Query(words=words))),
                milliseconds(partial(raw, connection, expression)),
                milliseconds(partial(raw, connection, simple)),
            )
            for _ in range(ROUNDS)
        ]
        for values, column in zip((ours, same, plain), zip(*rounds, strict=True), strict=True):
            values.append(min(column))
        if "--each" in sys.argv:
            print(f"  {words:<36} {ours[-1]:7.2f} {same[-1]:7.2f} {plain[-1]:7.2f} ms")
    return ours, same, plain


def main() -> int:
    """Print the rows; the one with a budget says OVER when it is over."""
    records = sample_records()
    for count in (1_000, 10_000):
        with tempfile.TemporaryDirectory() as place:
            connection = database(Path(place) / "edition.sqlite", multiplied(records, count))
            first = milliseconds(partial(search, connection, Query(words="dementia")))
            repair = milliseconds(partial(search, connection, Query(words="demetnia")))
            ours, same, plain = measure(connection)
            point = Point(53.42, -2.32)
            near = statistics.median(
                milliseconds(partial(search, connection, Query(near=point, within_miles=3))) for _ in range(ROUNDS)
            )
            connection.close()
        ratio = p95(ours) / p95(same)
        over = " OVER" if count == 10_000 and ratio > BUDGET else ""
        print(f"search.{count}.p95 {p95(ours):.2f} ms {ratio:.2f}{over}")
        print(f"search.{count}.p95-against-typed-words {p95(ours):.2f} ms {p95(ours) / p95(plain):.2f}")
        print(f"search.{count}.raw-fts5.p95 {p95(same):.2f} ms 1.00")
        middle = statistics.median(ours)
        print(f"search.{count}.median {middle:.2f} ms {middle / statistics.median(same):.2f}")
        print(f"search.{count}.first {first:.1f} ms")
        print(f"search.{count}.first-repair {repair:.1f} ms")
        print(f"search.{count}.near-no-words {near:.1f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
