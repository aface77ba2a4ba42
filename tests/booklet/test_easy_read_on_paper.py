"""An Easy Read page on paper: each drawing beside its words, in large print, no row broken, marked as what it is."""

from __future__ import annotations

import json
import re
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from booklet_samples import request_in
from click.testing import CliRunner
from pdf_words import elements, font_sizes, page_texts, poppler, text
from PySide6.QtGui import QImage

from kiosk import resources
from kiosk.booklet.as_data import booklet_data
from kiosk.booklet.compose import compose
from kiosk.booklet.gather import Choices, gather, guide_ids
from kiosk.booklet.model import BODY_POINTS, Booklet, Chosen
from kiosk.booklet.render import Rendered, render_all
from kiosk.cli.commands import command_line
from kiosk.document.blocks import ContactCard, Document, PictureRow, words
from kiosk.edition.build import build
from kiosk.edition.reader import Edition, open_edition
from kiosk.errors import InputError
from kiosk.language import words_in

NOW = datetime(2026, 12, 1, 10, 30)
LEAST_POINTS = 14
"""Easy Read is printed at 14 points or more, on 24 pages or fewer (DH 2010)."""
MOST_PAGES = 24
POINTS_A_MM = 72 / 25.4
DRAWING = 30 * POINTS_A_MM
ROW = "This is one idea in words enough to run on over three lines in the largest print there is, row number"
ROW_AR = "هذه فكرة واحدة في كلمات قليلة"
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</word>')
SIZES = sorted(BODY_POINTS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("easy") / "edition"
    build(resources.demo_source(), into)
    return into


def booklet_with(page: Document, language: str = "en", size: str = "standard") -> Booklet:
    request = request_in(language, guides=(Chosen(page),), services=(), size=size)
    return compose(request, words_in(language))


def many_rows() -> Document:
    rows = (PictureRow("phone", words(f"{ROW} {number}.")) for number in range(1, 21))
    return Document("easy-read/rows", "Rows", "en", tuple(rows))


def pages_with(rendered: Rendered, wanted: str) -> list[int]:
    return [number for number, page in enumerate(page_texts(rendered.pdf)) if wanted in " ".join(page.split())]


def word_edges(rendered: Rendered, page: int) -> list[tuple[float, float, str]]:
    found = poppler("pdftotext", "-bbox", "-f", str(page + 1), "-l", str(page + 1), pdf=rendered.pdf, tail=("-",))
    return [(float(left), float(right), word) for left, right, word in _WORD.findall(found)]


def ask(folder: Path, tmp_path: Path, *more: str) -> tuple[int, str, Path]:
    out = tmp_path / "my.pdf"
    done = CliRunner().invoke(command_line, ["booklet", "--out", str(out), "--edition", str(folder), "--json", *more])
    return done.exit_code, done.output, out


def test_the_command_takes_an_easy_read_page_by_its_id(folder: Path, tmp_path: Path) -> None:
    code, output, out = ask(folder, tmp_path, "--topic", "easy-read/direct-payments")
    assert code == 0, output
    assert "Direct payments (Easy Read)" in json.loads(output)["chapters"]
    assert "You choose who helps you." in " ".join(text(out.read_bytes()).split())


@pytest.mark.parametrize("wrong", ["easy-read/funeral-costs", "easy-read/", "easy-read/no-such"])
def test_a_page_without_an_easy_read_form_is_refused(folder: Path, tmp_path: Path, wrong: str) -> None:
    code, output, out = ask(folder, tmp_path, "--topic", wrong)
    assert code == 2
    assert f"there is no topic or guide called {wrong}" in output
    assert not out.exists()


def test_an_easy_read_page_about_abuse_is_printed_only_when_asked_for(folder: Path, tmp_path: Path) -> None:
    chosen = ("--topic", "easy-read/worried-about-abuse")
    _code, output, _out = ask(folder, tmp_path, *chosen)
    assert json.loads(output)["left_out"] == ["easy-read/worried-about-abuse"]
    assert not any("Easy Read" in chapter for chapter in json.loads(output)["chapters"])
    _code, output, _out = ask(folder, tmp_path, *chosen, "--include-sensitive")
    assert json.loads(output)["left_out"] == []
    assert any("Easy Read" in chapter for chapter in json.loads(output)["chapters"])


def test_it_stands_before_its_guide_and_only_where_it_was_asked_for(folder: Path) -> None:
    edition = open_edition(folder)
    both = guide_ids(edition, Choices(guides=("direct-payments", "easy-read/direct-payments")), words_in("en"))
    assert both.index("easy-read/direct-payments") + 1 == both.index("direct-payments")
    assert not [key for key in guide_ids(edition, Choices(topics=("care",)), words_in("en")) if "easy-read" in key]
    with pytest.raises(InputError, match="easy-read/who-knows"):
        guide_ids(edition, Choices(guides=("easy-read/who-knows",)), words_in("en"))


@pytest.mark.parametrize("size", SIZES)
def test_no_row_is_broken_and_words_stand_beside_the_drawing(size: str) -> None:
    rendered = render_all(booklet_with(many_rows(), size=size))
    margin = (20 if size == "giant" else 27) * POINTS_A_MM
    for number in range(1, 21):
        (page,) = pages_with(rendered, f"{ROW} {number}.")
        beside = [left for left, _right, word in word_edges(rendered, page) if word in {"idea", "number", "This"}]
        assert min(beside) >= margin + DRAWING


def test_in_arabic_the_drawing_stands_at_the_right() -> None:
    page = Document("easy-read/rows", "صفحة", "ar", (PictureRow("phone", words(ROW_AR)),))
    rendered = render_all(booklet_with(page, "ar"), pictures=(), ppi=36)
    (number,) = pages_with(rendered, "فكرة")
    right = max(edge for _left, edge, word in word_edges(rendered, number) if word in ROW_AR.split())
    assert right <= (210 - 27 - 30) * POINTS_A_MM
    assert coloured_at(rendered.pictures[number], 27 + 126, 27 + 156)
    assert not coloured_at(rendered.pictures[number], 27, 27 + 30)


def test_the_drawing_is_on_the_paper_but_is_only_decoration() -> None:
    page = Document("easy-read/one", "One", "en", (PictureRow("phone", words("Ring your council.")),))
    rendered = render_all(booklet_with(page), pictures=(), ppi=36)
    (number,) = pages_with(rendered, "Ring your council.")
    assert coloured_at(rendered.pictures[number], 27, 27 + 30)
    assert not [node for node in elements(rendered.pdf) if node.role == "Figure"]
    assert "Ring your council." in text(rendered.pdf)


@pytest.mark.parametrize("size", SIZES)
def test_a_line_about_ringing_stays_with_its_number(size: str) -> None:
    card = ContactCard("Adult social care", "Ask", "01632 960 100", hours="Monday to Friday", web="www.example.org")
    rows = [PictureRow("phone", words(f"{ROW} {number}.")) for number in range(1, 7)]
    for before in range(1, 7):
        page = Document("easy-read/x", "X", "en", (*rows[:before], PictureRow("phone", words("Ring them.")), card))
        rendered = render_all(booklet_with(page, size=size))
        (row,) = pages_with(rendered, "Ring them.")
        assert "960" in page_texts(rendered.pdf)[row]


def test_every_page_of_ours_is_large_print_and_short(folder: Path) -> None:
    edition = open_edition(folder)
    longest = max(edition.library.easy_titles("en"), key=lambda title: rows_of(edition, title.id))
    request = gather(edition, Choices(guides=(longest.id,), include_sensitive=True), words_in("en"), NOW)
    rendered = render_all(compose(request, words_in("en")))
    plain = gather(edition, Choices(include_sensitive=True), words_in("en"), NOW)
    without = render_all(compose(plain, words_in("en")), pdf=False)
    assert min(font_sizes(rendered.pdf)) >= LEAST_POINTS
    assert rendered.page_count - without.page_count <= MOST_PAGES


def rows_of(edition: Edition, page_id: str) -> int:
    page = edition.library.easy_read(page_id.removeprefix("easy-read/"), "en")
    assert page is not None
    return len(page.document.blocks)


def test_a_booklet_in_arabic_marks_the_english_page_as_english(folder: Path) -> None:
    edition = open_edition(folder)
    chosen = Choices(guides=("easy-read/direct-payments",))
    booklet = compose(gather(edition, chosen, words_in("ar"), NOW), words_in("ar"))
    document = next(chapter.document for chapter in booklet.chapters if "easy-read" in chapter.document.id)
    assert (document.lang, document.title) == ("en", "Direct payments (Easy Read)")
    assert document.notices[0] == words_in("ar").gettext(
        "This page is not yet in your language. It is shown in English."
    )
    document_in_pdf = pikepdf.open(BytesIO(render_all(booklet_with(document, "ar")).pdf))
    told = paragraph_languages(document_in_pdf.Root.StructTreeRoot.K, "ar")
    rows = [block for block in document.blocks if isinstance(block, PictureRow)]
    assert told.count("en") >= len(rows)


def paragraph_languages(node: Any, language: str) -> list[str]:
    """The language of each paragraph, its own or that of what it stands in."""
    if isinstance(node, pikepdf.Array):
        return [found for item in node for found in paragraph_languages(item, language)]
    if not isinstance(node, pikepdf.Dictionary):
        return []
    language = str(node.get("/Lang", language))
    own = [language] if node.get("/S") == "/P" else []
    return own + (paragraph_languages(node.K, language) if "/K" in node else [])


def test_every_row_of_ours_has_its_drawing_in_what_the_typesetter_gets(folder: Path) -> None:
    edition = open_edition(folder)
    every = tuple(title.id for title in edition.library.easy_titles("en"))
    request = gather(edition, Choices(guides=every, include_sensitive=True), words_in("en"), NOW)
    chapters = booklet_data(compose(request, words_in("en")))["chapters"]
    rows = [b for c in chapters for b in c["document"]["blocks"] if b["kind"] == "PictureRow"]
    assert len(rows) > 200
    assert all(row["svg"].startswith("<svg") for row in rows)


def coloured_at(picture: bytes, left_mm: float, right_mm: float) -> bool:
    """Whether something coloured is drawn in the upper part of a page between two distances from its left edge."""
    image = QImage.fromData(picture)
    a_mm = image.width() / 210
    across = range(round(left_mm * a_mm), round(right_mm * a_mm))
    down = range(round(35 * a_mm), round(120 * a_mm))
    return any(image.pixelColor(x, y).hslSaturation() > 60 for x in across for y in down)
