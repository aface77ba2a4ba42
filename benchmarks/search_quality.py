"""How often the right service is among the first: our search beside plain FTS5, on the golden queries.

Plain is the same table with the typed words in quotes, all of them wanted, the last one as a beginning, then any of
them when nothing fits; ordered by bm25 without weights. The second half of the queries is only for the figure at the
end: nobody mends the search by it, so its misses are never listed.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from golden_queries import CORPORA, DEPTH, HALVES, KINDS, Figures, Golden, read

from kiosk import resources
from kiosk.directory.importers.bring import bring
from kiosk.directory.listing import facets_of
from kiosk.edition.build import build
from kiosk.edition.reader import open_edition
from kiosk.search import Hit, Query, search

_PLAIN = (
    "SELECT listing.id, listing.name, listing.facets FROM service_fts JOIN listing ON listing.n = service_fts.rowid"
    " WHERE service_fts MATCH ? ORDER BY bm25(service_fts), service_fts.rowid LIMIT ?"
)

Finder = Callable[[str], Sequence[Hit]]


def ours(connection: sqlite3.Connection, words: str) -> Sequence[Hit]:
    """What the screen would show for these words, without a place or a choice."""
    return search(connection, Query(words=words, limit=DEPTH)).hits


def plain(connection: sqlite3.Connection, words: str) -> Sequence[Hit]:
    """The same table with what anyone would write first."""
    quoted = [f'"{word}"' for word in words.replace('"', " ").split() if any(map(str.isalnum, word))]
    if not quoted:
        return ()
    quoted[-1] += "*"
    for link in (" AND ", " OR "):
        rows = connection.execute(_PLAIN, [link.join(quoted), DEPTH]).fetchall()
        if rows:
            return [Hit("service", key, name, types=facets_of(facets, "type")) for key, name, facets in rows]
    return ()


def trafford_source(into: Path) -> Path | None:
    """The sample feeds of Trafford as a source folder, or None where there are none."""
    folder = Path(os.environ.get("SIGNPOST_SAMPLE_DATA") or Path(__file__).resolve().parents[2] / "shared" / "data")
    if not (folder / "trafford").is_dir():
        return None
    bring([folder / "trafford"], into)
    return into


@contextmanager
def editions(given: dict[str, Path | None]) -> Iterator[dict[str, sqlite3.Connection]]:
    """A connection for each corpus that can be had: from the folder given, else built for this run."""
    with tempfile.TemporaryDirectory() as place:
        folders = dict(given)
        if folders["demo"] is None:
            folders["demo"] = build(resources.demo_source(), Path(place) / "demo").folder
        if folders["trafford"] is None and (source := trafford_source(Path(place) / "source")):
            folders["trafford"] = build(source, Path(place) / "trafford").folder
        opened = {corpus: open_edition(folder) for corpus, folder in folders.items() if folder is not None}
        try:
            yield {corpus: edition.connection for corpus, edition in opened.items()}
        finally:
            for edition in opened.values():
                edition.close()


def ranks(queries: Sequence[Golden], finders: dict[str, Finder]) -> list[int]:
    """The rank of the first right service of each query."""
    return [query.rank(finders[query.corpus](query.query)) for query in queries]


def table(queries: Sequence[Golden], mine: Sequence[int], theirs: Sequence[int]) -> Iterator[str]:
    """Lines of figures: for each kind, each corpus and all; ours, then plain."""
    columns = f"{'in 3':>6} {'MRR':>6}"
    yield f"{'':<16} {'n':>4}   {'ours: first':>11} {columns}   {'plain: first':>12} {columns}"
    groups: list[tuple[str, Callable[[Golden], bool]]] = [
        *((kind, partial(lambda wanted, query: query.kind == wanted, kind)) for kind in KINDS),
        *((corpus, partial(lambda wanted, query: query.corpus == wanted, corpus)) for corpus in CORPORA),
        ("all", lambda query: True),
    ]
    for name, belongs in groups:
        chosen = [place for place, query in enumerate(queries) if belongs(query)]
        if not chosen:
            continue
        our, their = (Figures.of([column[place] for place in chosen]) for column in (mine, theirs))
        yield (
            f"{name:<16} {our.count:>4}   {our.first:>11.1%} {our.third:>6.1%} {our.reciprocal:>6.3f}"
            f"   {their.first:>12.1%} {their.third:>6.1%} {their.reciprocal:>6.3f}"
        )


def misses(queries: Sequence[Golden], found: Sequence[int], finders: dict[str, Finder]) -> Iterator[str]:
    """Lines for each query with no right service in the first three."""
    for query, rank in zip(queries, found, strict=True):
        if not 0 < rank <= 3:
            came = ", ".join(hit.id for hit in finders[query.corpus](query.query)[:3]) or "nothing"
            wanted = ", ".join(query.expected[:4]) + (" …" if len(query.expected) > 4 else "")
            yield f"{query.corpus}  {query.kind}  {query.query!r} (rank {rank or '-'})"
            yield f"    wanted {wanted}"
            yield f"    came   {came}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of the half that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=(*HALVES, "both"), default="first")
    parser.add_argument("--misses", action="store_true", help="list what was missed in the first half")
    parser.add_argument("--demo", type=Path, help="an edition of the demonstration; else it is built")
    parser.add_argument("--trafford", type=Path, help="an edition of the sample feeds of Trafford; else it is built")
    asked = parser.parse_args(arguments)
    if asked.misses and asked.half == "second":
        parser.error("the misses of the second half are never listed")
    with editions({"demo": asked.demo, "trafford": asked.trafford}) as connections:
        if "trafford" not in connections:
            print("there is no sample data here: the demonstration only")
        our_finders: dict[str, Finder] = {name: partial(ours, one) for name, one in connections.items()}
        plain_finders: dict[str, Finder] = {name: partial(plain, one) for name, one in connections.items()}
        for half in HALVES if asked.half == "both" else (asked.half,):
            queries = [query for query in read(half) if query.corpus in connections]
            mine = ranks(queries, our_finders)
            print(f"{half} half, {len(queries)} queries")
            print("\n".join(table(queries, mine, ranks(queries, plain_finders))))
            if asked.misses and half == "first":
                print("\n".join(misses(queries, mine, our_finders)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
