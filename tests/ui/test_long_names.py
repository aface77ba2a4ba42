"""Names of 300 letters without a space, wherever a name may stand: no screen is forced wider, and no letter is lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from opened_kiosk import Opened, open_kiosk
from PySide6.QtWidgets import QWidget

from kiosk.audit import awkward_guides
from kiosk.audit.awkward import AREA, GUIDE_TOPIC, build_awkward
from kiosk.audit.awkward_services import UNBROKEN, services
from kiosk.audit.long_words import LONGEST, UNBROKEN_TERM, unbroken
from kiosk.audit.painted import painted_by
from kiosk.edition.build import build
from kiosk.edition.reader import open_edition
from kiosk.ui.routes import SCREENS, Route
from kiosk.ui.widgets.button import Button

SERVICE = next(body for body in services() if body["name"] == unbroken("Service"))
TITLE, SITE, PLACE = unbroken("Topic"), unbroken("Library"), unbroken("Area")
ROUTES = {
    "topic": GUIDE_TOPIC,
    "guide": awkward_guides.LONG_TITLE,
    "word": UNBROKEN_TERM,
    "service": UNBROKEN,
}


@pytest.fixture(scope="module")
def long_named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The awkward records, in an area and with a topic whose names have no space either."""
    folder = tmp_path_factory.mktemp("long-names")
    build_awkward(folder)
    source = folder / "awkward-source"
    about = source / "source.toml"
    about.write_text(about.read_text().replace(AREA, PLACE))
    topics = source / "topics.toml"
    topics.write_text(topics.read_text().replace('title.en = "Money and benefits"', f'title.en = "{TITLE}"'))
    shutil.rmtree(folder / "awkward-edition")
    return build(source, folder / "edition").folder


@pytest.fixture(params=[("wide", "standard"), ("tall", "largest"), ("small", "standard"), ("small", "largest")])
def long_kiosk(request: pytest.FixtureRequest, application: object, long_named: Path) -> Iterator[Opened]:
    named = {"site__name": SITE, "site__help_from": SITE, "site__place": PLACE}
    with open_kiosk(open_edition(long_named), *request.param, **named) as kiosk:
        yield kiosk


def out_of_the_panel(kiosk: Opened) -> list[str]:
    """What reaches over the sides of the panel, and words that are painted beside their widget."""
    window = kiosk.window
    window.grab()
    wide = kiosk.session.panel.width
    assert window.width() == wide
    assert window.minimumSizeHint().width() <= wide
    found = []
    for widget in (w for w in window.findChildren(QWidget) if w.isVisible() and w.width() > 0 and w.height() > 0):
        left = widget.mapTo(window, widget.rect().topLeft()).x()
        called = f"{type(widget).__name__} {widget.accessibleName()[:40]!r}"
        if left < 0 or left + widget.width() > wide:
            found.append(f"{called} reaches from {left} to {left + widget.width()} of {wide}")
        for text in painted_by(widget, window).texts:
            if text.rect.left() < left - 1 or text.rect.right() > left + widget.width() + 1:
                found.append(
                    f"{called} paints {text.text[:30]!r} from {text.rect.left():.0f} to {text.rect.right():.0f}"
                )
    return found


@pytest.mark.usefixtures("booklet_at_once")
def test_no_screen_is_forced_wider_than_the_panel(long_kiosk: Opened) -> None:
    visit = long_kiosk.session.visit
    visit.keep(UNBROKEN)
    visit.keep_guide(awkward_guides.LONG_TITLE)
    faults = []
    for screen in SCREENS:
        long_kiosk.session.navigator.go(Route(screen, ROUTES.get(screen, "")))
        long_kiosk.visitor.settle()
        assert long_kiosk.session.navigator.here.screen == screen
        faults += [f"{screen}: {fault}" for fault in out_of_the_panel(long_kiosk)]
    assert faults == []


def test_every_letter_of_such_a_name_is_painted(long_kiosk: Opened) -> None:
    long_kiosk.go("service", UNBROKEN)
    shown = long_kiosk.window.screen_shown
    assert shown is not None
    painted = [
        text for w in shown.findChildren(QWidget) if w.isVisible() for text in painted_by(w, long_kiosk.window).texts
    ]
    (name,) = [text for text in painted if text.text == SERVICE["name"]]
    assert "".join(name.laid.line_texts()) == SERVICE["name"]
    assert len(SERVICE["name"]) == LONGEST
    assert len(name.lines) > 1


def test_a_button_is_as_narrow_as_its_place_even_with_a_word_that_is_not(long_kiosk: Opened) -> None:
    button = Button(long_kiosk.session.look, unbroken("Word"), "home", trailing_icon="next")
    assert button.minimumSizeHint().width() <= long_kiosk.session.panel.width
    tall = button.heightForWidth(long_kiosk.session.metrics.mm(60))
    assert tall > button.heightForWidth(10_000)
