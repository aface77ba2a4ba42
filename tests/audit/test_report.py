"""The report: one finding for the same fault in many places, in the same order every time, readable by people too."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from opened_kiosk import Opened
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from kiosk.audit.check import CHECKS, Check
from kiosk.audit.fault import Fault
from kiosk.audit.pictures import Pictures, picture_of
from kiosk.audit.plan import Visit
from kiosk.audit.report import Finding, Report, merge, with_notes
from kiosk.audit.report_page import report_page
from kiosk.audit.seen import Cell, Seen
from kiosk.audit.sight import Exemption, Sight, sight_from_json, sight_to_json
from kiosk.ui.screens import home
from kiosk.ui.screens.home import HomeScreen
from kiosk.ui.widgets.button import Button

SMALL = Fault("TARGET-TRIED", "is 11.2 by 9 mm", "Button “Back”", (1, 2, 3, 4))
SMALLER = Fault("TARGET-TRIED", "is 8 by 9 mm", "Button “Back”", (5, 6, 7, 8))
NAMELESS = Fault("NAME-TRIED", "has <no> name & no role", "Button “”")


def sight(state: str, *faults: Fault, cell: Cell | None = None, screen: str = "HomeScreen", **more: object) -> Sight:
    visit = Visit(state, cell or Cell(), ("names",))
    return Sight(visit, screen, home.__file__, 25, faults, **more)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _checks() -> Iterator[None]:
    """Two checks that only these tests have."""
    for code, rows in (("TARGET-TRIED", ("TG-01", "TG-02")), ("NAME-TRIED", ("NA-01",))):
        CHECKS[code] = Check(code, "names", rows, f"What {code} looks for.", lambda seen: ())
    yield
    del CHECKS["TARGET-TRIED"], CHECKS["NAME-TRIED"]


def test_the_same_fault_in_many_cells_is_one_finding() -> None:
    tall = Cell("tall", "largest")
    report = merge({0: sight("home", SMALL), 1: sight("home", SMALLER, cell=tall), 2: sight("other", SMALL)}, [])
    (found,) = report.findings
    assert (found.code, found.rows) == ("TARGET-TRIED", ("TG-01", "TG-02"))
    assert (found.message, found.widget) == ("is 11.2 by 9 mm", "Button “Back”")
    assert (found.state, found.cell) == ("home", "wide-standard-day-en")
    assert (found.states, found.cells) == (("home", "other"), ("wide-standard-day-en", "tall-largest-day-en"))
    assert found.times == 3
    assert (found.file, found.line) == ("kiosk/ui/screens/home.py", 25)


def test_other_checks_widgets_screens_and_words_are_findings_of_their_own() -> None:
    different = [
        sight("home", SMALL),
        sight("home", SMALL._replace(code="NAME-TRIED")),
        sight("home", SMALL._replace(widget="Button “Home”")),
        sight("home", SMALL._replace(message="is covered")),
        sight("find", SMALL, screen="FindScreen"),
    ]
    assert len(merge(dict(enumerate(different)), []).findings) == 5


def test_the_order_in_which_things_are_seen_changes_nothing() -> None:
    cells = [Cell(shape) for shape in ("wide", "tall", "small")]
    buttons = [NAMELESS._replace(widget=f"Button {number}") for number in range(3)]
    sights = {n: sight(f"state {n}", SMALL, buttons[n % 3], cell=cells[n % 3]) for n in range(12)}
    shuffled = list(sights.items())
    random.Random(7).shuffle(shuffled)
    assert merge(dict(shuffled), ["X"]) == merge(sights, ["X"])
    assert list(dict(shuffled)) != list(sights)


def test_a_picture_is_the_first_that_was_taken() -> None:
    taken = {number: sight("home", SMALL, pictures=(name,)) for number, name in enumerate(("", "2-0001.png", "x"))}
    report = merge(taken, [])
    assert report.findings[0].picture == "2-0001.png"


def test_what_was_looked_at_is_counted() -> None:
    exemption = Exemption("Key", "TARGET-TRIED", "The keys are …")
    sights = {
        0: sight("home", SMALL),
        1: sight("home", cell=Cell("tall")),
        2: sight("find", NAMELESS, screen="FindScreen", exemptions=frozenset({exemption})),
    }
    report = merge(sights, ["NAME-TRIED"])
    assert (report.screens, report.states, report.cells, report.visits) == (2, 2, 2, 3)
    assert report.exemptions == (exemption,)
    assert report.counts == {"error": 2, "note": 0}


def test_the_json_has_what_staff_s_programs_read() -> None:
    left_out = Finding("note", "SETTING", "", 0, "left out")
    report = with_notes(merge({0: sight("home", SMALL)}, ["NAME-TRIED"]), [left_out])
    body = json.loads(json.dumps(report.as_json()))
    assert body["counts"] == {"error": 1, "note": 1}
    assert (body["screens"], body["states"], body["cells"], body["visits"]) == (1, 1, 1, 1)
    assert body["checks"] == ["NAME-TRIED"]
    note, error = body["findings"]
    assert (note["level"], note["code"]) == ("note", "SETTING")
    assert {"level", "code", "file", "line", "message", "rows", "state", "cell", "widget", "picture"} <= error.keys()
    assert (error["level"], error["rows"], error["cells"]) == ("error", ["TG-01", "TG-02"], ["wide-standard-day-en"])
    assert body["exemptions"] == []


def test_what_a_worker_saw_comes_over_whole() -> None:
    seen = sight("home", SMALL, NAMELESS, exemptions=frozenset({Exemption("Key", "X", "why")}), pictures=("1.png", ""))
    assert sight_from_json(seen.visit, json.loads(json.dumps(sight_to_json(seen)))) == seen


class Page(HTMLParser):
    """The parts of a page that matter to whoever cannot see it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.pictures: list[dict[str, str | None]] = []
        self.ids: set[str] = set()
        self.wanted_ids: set[str] = set()
        self.lang = ""
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag not in ("meta", "img"):
            self.open.append(tag)
        if tag == "html":
            self.lang = found["lang"] or ""
        if tag in ("h1", "h2", "h3"):
            self.headings.append(int(tag[1]))
        if tag == "img":
            self.pictures.append(found)
        if found.get("id"):
            assert found["id"] not in self.ids
            self.ids.add(str(found["id"]))
        for name in ("href", "aria-labelledby"):
            if (found.get(name) or "").startswith("#") or name == "aria-labelledby":
                self.wanted_ids.add((found.get(name) or "").removeprefix("#"))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def report_of_everything() -> Report:
    sights = {
        0: sight("home", SMALL, NAMELESS, pictures=("1-0001-target.png", "")),
        1: sight("find", NAMELESS, screen="FindScreen"),
        2: sight("find", SMALL, screen="FindScreen", exemptions=frozenset({Exemption("Key", "X", "A <true> reason.")})),
        3: sight("home", Fault("CRASH", "the screen failed")),
    }
    return with_notes(merge(sights, ["NAME-TRIED"]), [Finding("note", "SETTING", "", 0, "left out")])


def test_the_page_can_be_read_by_everybody() -> None:
    page = Page(report_page(report_of_everything()))
    assert page.lang == "en"
    assert page.open == []
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert page.wanted_ids - {""} <= page.ids
    assert [picture["src"] for picture in page.pictures] == ["pictures/1-0001-target.png"]
    assert all(picture["alt"] for picture in page.pictures)


def test_the_page_says_everything_and_believes_nothing() -> None:
    html = report_page(report_of_everything())
    text = Page(html).text
    assert "has <no> name & no role" in text
    assert "<no>" not in html
    for words in ("5 faults", "What TARGET-TRIED looks for.", "TG-01, TG-02", "A <true> reason.", "left out", "CRASH"):
        assert words in text


def test_a_page_of_no_faults_says_so() -> None:
    page = Page(report_page(merge({0: sight("home")}, ["NAME-TRIED"])))
    assert "Nothing was found." in page.text
    assert page.open == []


def test_a_picture_shows_the_place_with_a_frame(kiosk: Opened) -> None:
    back = next(button for button in kiosk.buttons() if isinstance(kiosk.screen, HomeScreen) and button.isVisible())
    place = QRect(back.mapTo(kiosk.window, back.rect().topLeft()), back.size())
    picture = picture_of(kiosk.window, place)
    assert place.width() < picture.width() < kiosk.window.width()
    assert frames_in(picture) == 1


def test_a_place_that_is_scrolled_away_is_brought_into_the_picture_and_put_back(open_at: object) -> None:
    kiosk: Opened = open_at("small", "largest")  # type: ignore[operator]
    screen = kiosk.go("guide", "who-pays")
    page = screen.page  # type: ignore[attr-defined]
    last = [b for b in kiosk.window.findChildren(Button) if page.content.isAncestorOf(b)][-1]
    place = QRect(last.mapTo(kiosk.window, last.rect().topLeft()), last.size())
    assert place.top() > kiosk.window.height()
    assert frames_in(picture_of(kiosk.window, place)) == 1
    assert page.view.value == 0


def frames_in(picture: QImage) -> int:
    """Whether the frame's own dark line runs down somewhere in the picture."""
    middle = picture.height() // 2
    dark = [x for x in range(picture.width()) if picture.pixelColor(x, middle).name() == "#14213d"]
    return int(bool(dark))


def test_a_fault_is_pictured_once_by_each_who_looks(kiosk: Opened, tmp_path: Path) -> None:
    pictures = Pictures(tmp_path / "made", "1-")
    seen = Seen(kiosk.window, Cell())
    assert pictures.take("HomeScreen", seen, [SMALL, NAMELESS, SMALLER]) == (
        "1-0001-target-tried.png",
        "1-0002-name-tried.png",
        "",
    )
    assert pictures.take("HomeScreen", seen, [SMALL]) == ("",)
    assert pictures.take("FindScreen", seen, [SMALL]) == ("1-0003-target-tried.png",)
    assert len(list((tmp_path / "made").glob("*.png"))) == 3
