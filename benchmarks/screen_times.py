"""What a visitor waits for on the screen, p95 in milliseconds: key press, touch, page to page, Help me choose, looks.

Editions of 1,000 to 100,000 services are built from those of `search_times`; painting is offscreen and complete.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from search_times import multiplied, p95, sample_records

from kiosk import settings
from kiosk.audit.states_of_choosing import HURT, MUCH, UNKNOWN, has_told
from kiosk.edition.build import build
from kiosk.edition.reader import open_edition
from kiosk.search import get_ready
from kiosk.ui.guided import QUESTION, RESULT, Guiding
from kiosk.ui.metrics import Panel
from kiosk.ui.routes import Route
from kiosk.ui.screens.type_words import TypeScreen
from kiosk.ui.session import Session
from kiosk.ui.start import make_application
from kiosk.ui.touch_guard import TouchGuard
from kiosk.ui.widgets.button import Button
from kiosk.ui.window import KioskWindow
from kiosk.visit import SearchState

TYPED = ("dementia support", "lunch club near me", "meels on weels", "help at home")
PAGES = (
    Route("home"),
    Route("topic", "care"),
    Route("guide", "needs-assessment"),
    Route("find"),
    Route("urgent"),
    Route("list"),
    Route("help"),
    Route("filter", "type"),
)
BROAD = ("the", "support", "community", "library", "help at home", "")
"""Words that half of all services hold, and none at all."""
BUDGETS = {
    "key press to painted": 50,
    "first results": 100,
    "touch": 100,
    "guided result": 100,
    "page to page": 60,
    "text size": 200,
    "colours": 200,
}


def milliseconds(act: Callable[[], object], window: KioskWindow) -> float:
    """How long an act takes until everything it changed is painted."""
    begun = time.perf_counter()
    act()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # as the event loop does, which does not run here
    window.repaint()
    return (time.perf_counter() - begun) * 1000


def row(name: str, times: list[float], budget: str) -> None:
    """Print one measured row beside its budget."""
    limit = BUDGETS[budget]
    verdict = "" if p95(times) <= limit else f" (OVER {limit})"
    print(f"{name}: p50 {statistics.median(times):.0f} ms, p95 {p95(times):.0f} ms, budget {limit} ms{verdict}")


def edition_of(count: int, folder: Path) -> Path:
    """An edition with so many services, real words multiplied with variation, over the national pages."""
    source = folder / f"source-{count}"
    feed = source / "directory" / "many"
    feed.mkdir(parents=True)
    (source / "source.toml").write_text('name = "Many"\narea = "Many"\nlanguages = ["en"]\nbase = "national"\n')
    (feed / "source.json").write_text(json.dumps({"id": "many", "name": "Many", "kind": "benchmark"}))
    with (feed / "records.jsonl").open("w", encoding="utf-8") as file:
        many = (record for record in multiplied(sample_records(), count) if record.kind == "service")
        for number, record in enumerate(many):
            body = dict(record.body, id=f"s{number:06d}", source_id="many")
            file.write(json.dumps(body, ensure_ascii=False) + "\n")
    return build(source, folder / f"edition-{count}").folder


def open_window(folder: Path) -> KioskWindow:
    """The real window on an edition, at 1920 × 1080."""
    window = KioskWindow(Session(open_edition(folder), settings.load({}, {}), Panel(1920, 1080)))
    window.show()
    TouchGuard(window.session, window)
    QApplication.processEvents()
    return window


def key_presses(window: KioskWindow) -> list[float]:
    """Every letter of some searches, typed into the search screen."""
    times = []
    for words in TYPED:
        window.session.navigator.go(Route("type"))
        QApplication.processEvents()
        screen = window.screen_shown
        assert isinstance(screen, TypeScreen)
        screen.entry.field.clear()
        for letter in words:
            times.append(milliseconds(partial(screen.entry.type_in, letter), window))
        window.session.navigator.home()
    return times


def broad_results(window: KioskWindow) -> list[float]:
    """The list of results, for words that tell little."""
    times = []
    for words in BROAD * 3:
        window.session.navigator.home()
        window.session.visit.look_for(SearchState(words=words))
        QApplication.processEvents()
        times.append(milliseconds(partial(window.session.navigator.go, Route("find")), window))
    return times


def at_100_000(folder: Path) -> None:
    """A whole country's directory: the first results of every letter and of words that tell little."""
    window = open_window(edition_of(100_000, folder))
    get_ready(window.session.edition.connection)  # as the kiosk does right after its first picture
    key_presses(window)
    row("key press to first results, 100,000 services", key_presses(window), "first results")
    row("list of results for broad words, 100,000 services", broad_results(window), "first results")
    window.close()


def touches(window: KioskWindow) -> list[float]:
    """From a finger on a button, in the bars and on the page, to its pressed look painted; it is let go beside."""
    panel, times = QTest.createTouchDevice(), []
    for page in PAGES:
        window.session.navigator.go(page)
        QApplication.processEvents()
        for button in window.findChildren(Button):
            place = button.mapTo(window, button.rect().center())
            if not button.isEnabled() or window.childAt(place) is not button:
                continue

            def put(what: str, place: QPoint) -> None:
                event = QTest.touchEvent(window, panel, False)
                getattr(event, what)(0, place, window)
                event.commit(True)

            times.append(milliseconds(partial(put, "press", place), window))
            assert button.isDown()
            away = QPoint(place.x(), (place.y() + window.height() // 2) % window.height())
            put("release", away)
            QApplication.processEvents()
    return times


def guided_results(window: KioskWindow) -> list[float]:
    """The result of Help me choose, near a place: from the last touch to all that was found, painted."""
    session, times = window.session, []
    (place,) = session.edition.connection.execute("SELECT id FROM outcode ORDER BY id LIMIT 1").fetchone()
    session.visit.look_for(SearchState(place=place))
    assert Guiding(session).near() is not None
    for answers in (MUCH, HURT, UNKNOWN) * 7:
        session.navigator.home()
        session.visit.choosing.begin_again()
        session.navigator.go(Route(QUESTION))
        has_told(answers)(session)
        QApplication.processEvents()
        times.append(milliseconds(partial(session.navigator.go, Route(RESULT)), window))
    session.visit.look_for(SearchState())
    return times


def main() -> int:
    """Print every row."""
    make_application()
    with tempfile.TemporaryDirectory() as folder:
        at_100_000(Path(folder))
        for count in (1_000, 10_000):
            window = open_window(edition_of(count, Path(folder)))
            key_presses(window)
            row(f"key press to painted, {count:,} services", key_presses(window), "key press to painted")
            row(f"touch to first visible answer, {count:,} services", touches(window), "touch")
            go = window.session.navigator.go
            for page in PAGES:
                milliseconds(partial(go, page), window)
            times = [milliseconds(partial(go, p), window) for _round in range(6) for p in PAGES]
            row(f"page to page, {count:,} services", times, "page to page")
            visit = window.session.visit
            sizes, colours = [], []
            for page in PAGES:
                go(page)
                QApplication.processEvents()
                for size in ("large", "largest", "standard"):
                    sizes.append(milliseconds(partial(visit.choose_display, text_size=size), window))
                for theme in ("night", "day"):
                    colours.append(milliseconds(partial(visit.choose_display, theme=theme), window))
            row(f"text size to painted, {count:,} services", sizes, "text size")
            row(f"colours to painted, {count:,} services", colours, "colours")
            row(f"guided result, {count:,} services", guided_results(window), "guided result")
            window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
