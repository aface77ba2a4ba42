"""Writes what Listen says of every page, a sentence a line, or checks that it still says so.

python scripts/spoken_scripts.py write|check

Read the change before it is committed: it is what people will hear.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk import resources
from kiosk.audit import states_of_benefits, states_of_estimates
from kiosk.content.library import Library
from kiosk.content.resolve import resolve_easy_read, resolve_guide
from kiosk.document.blocks import Document
from kiosk.document.reading import readings
from kiosk.edition.build import build
from kiosk.edition.reader import open_edition
from kiosk.estimate.estimators import ESTIMATORS, used_answers
from kiosk.language import words_in
from kiosk.speech.text import normalise, sentences

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "speech" / "scripts"
DAY = date(2026, 11, 22)
"""Amounts of money and notices are as they are on this day."""


def script_of(document: Document) -> str:
    """What is said of a document: a line for each sentence, an empty line after each paragraph."""
    parts = []
    for reading in readings(document):
        spans = sentences(reading.text, reading.lang)
        said = [normalise(reading.text[span.start : span.end], reading.lang).text for span in spans]
        parts.append("\n".join(" ".join(line.split()) for line in said))
    return "\n\n".join(parts) + "\n"


def scripts_now() -> Iterator[tuple[str, str]]:
    """(file, script) of every bundled page, with the made-up council's numbers."""
    with TemporaryDirectory() as folder:
        edition = open_edition(build(resources.demo_source(), Path(folder) / "edition", DAY).folder)
        try:
            yield from _scripts(edition.library)
            yield from _results(edition.library)
        finally:
            edition.close()


def _scripts(library: Library) -> Iterator[tuple[str, str]]:
    words = words_in("en")
    for title in library.titles("en"):
        guide = library.guide(title.id, "en")
        assert guide is not None
        yield f"{guide.topic}/{guide.id}.txt", script_of(resolve_guide(guide, library, words, DAY))
        easy = library.easy_read(title.id, "en")
        if easy is not None:
            yield f"easy-read/{easy.id}.txt", script_of(resolve_easy_read(easy, library, words, DAY))


def _results(library: Library) -> Iterator[tuple[str, str]]:
    """What is said of results of the estimates: those that the audit looks at."""
    words = words_in("en")
    answers = {"care-costs": states_of_estimates.TOLD, "benefits": states_of_benefits.TOLD}
    for name, estimator in ESTIMATORS.items():
        for number, given in enumerate(answers[name], start=1):
            used = used_answers(estimator, given, words)
            yield f"estimates/{name}-{number}.txt", script_of(estimator.page(used, library, words, DAY))


def differing() -> list[str]:
    """Files that are missing, of no page, or say something else than the page does."""
    now = dict(scripts_now())
    kept = {str(path.relative_to(FOLDER)): path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.txt")}
    return sorted(name for name in now.keys() | kept.keys() if now.get(name) != kept.get(name))


def write() -> None:
    """Write every script, and take away those of pages that are gone."""
    now = dict(scripts_now())
    for path in FOLDER.rglob("*.txt"):
        if str(path.relative_to(FOLDER)) not in now:
            path.unlink()
    for name, text in now.items():
        (FOLDER / name).parent.mkdir(parents=True, exist_ok=True)
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:] == ["write"]:
        write()
    elif found := differing():
        sys.exit(f"not as they are said now (make said, and read what changed): {', '.join(found[:10])}")
