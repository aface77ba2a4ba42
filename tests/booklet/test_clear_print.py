"""What clear print asks of the paper (PR rows) and of the file (UA rows), seen on finished pages."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from booklet_samples import sample
from made_booklets import made
from pdf_words import _walk, font_sizes, poppler, text
from PySide6.QtGui import QImage

from kiosk.document.blocks import Heading, Paragraph, plain

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</word>')


@pytest.mark.parametrize(("size", "least"), [("standard", 14), ("large", 18), ("giant", 24)])
def test_each_print_size_is_as_large_as_its_name_promises(size: str, least: int) -> None:
    sizes = font_sizes(made("en", size).pdf)
    assert min(sizes) >= least
    assert least * 0.3528 * 0.536 >= 2.3, "the height of a small letter in millimetres"


def printed_lines(pdf: bytes) -> list[list[tuple[float, float, str]]]:
    """The words of each printed line with their left and right edges in points."""
    page = poppler("pdftotext", "-bbox-layout", pdf=pdf, tail=("-",))
    lines = re.findall(r"<line.*?</line>", page, re.S)
    return [[(float(left), float(right), word) for left, right, word in WORD.findall(line)] for line in lines]


def test_lines_are_ragged_on_one_side_and_no_word_is_divided(case: tuple[str, str], pdf: bytes) -> None:
    full = [line for line in printed_lines(pdf) if len(line) >= 6 and not any(". . ." in word[2] for word in line)]
    assert len(full) > 10
    ends = Counter(round(line[-1][1] if case[0] == "en" else min(word[0] for word in line)) for line in full)
    ((_place, most),) = ends.most_common(1)
    assert most < 0.3 * len(full), "the lines end at the same place: the text is justified"
    assert [line[-1][2] for line in full if re.search(r"[a-z]\u00ad?-$", line[-1][2])] == []


def test_no_letter_leans(pdf: bytes) -> None:
    fonts = poppler("pdffonts", pdf=pdf)
    assert "NotoSans" in fonts
    assert not re.search(r"italic|oblique", fonts, re.IGNORECASE)


@pytest.mark.parametrize("page", [1, 2, 4])
def test_print_is_black_on_white_and_survives_a_grey_printer(page: int, tmp_path: Path) -> None:
    """Paper is white wherever there is no ink, and the words are black: no tint lies behind them."""
    picture = drawn(made("en", "standard").pdf, page, 60, tmp_path)
    levels = [picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(picture.height())]
    assert sum(level == 255 for level in levels) > 0.6 * len(levels), "the paper is tinted"
    assert min(levels) < 40
    tint = max((levels.count(level), level) for level in set(levels) - {255})
    assert tint[0] < 0.03 * len(levels), f"a field of lightness {tint[1]} lies on the page"


def test_lines_to_write_on_are_fifteen_millimetres_apart(tmp_path: Path) -> None:
    pdf = made("en", "standard").pdf
    pages = text(pdf).split("\f")
    notes = 1 + next(number for number, page in enumerate(pages) if "front step" in page)
    dark = rows_ruled(pdf, notes, tmp_path)
    steps = [(after - before) / DOTS * 25.4 for before, after in pairwise(dark)]
    assert len(steps) > 5
    assert min(steps) >= 15 - 0.2


DOTS = 150


def rows_ruled(pdf: bytes, number: int, folder: Path) -> list[int]:
    """The rows of a page, drawn at `DOTS` an inch, in which a line runs over most of the width."""
    page = drawn(pdf, number, DOTS, folder)
    ruled = []
    for y in range(page.height()):
        inked = sum(page.pixelColor(x, y).lightness() < 160 for x in range(0, page.width(), 5))
        if inked > 0.7 * page.width() / 5 and (not ruled or y > ruled[-1] + 5):
            ruled.append(y)
    return ruled[:-1]  # the last one is the line over the foot of the page


def drawn(pdf: bytes, number: int, dots: int, folder: Path) -> QImage:
    """A page as a grey printer would print it."""
    source = folder / "booklet.pdf"
    source.write_bytes(pdf)
    command = ["pdftoppm", "-gray", "-r", str(dots), "-f", str(number), "-l", str(number), "-png", str(source)]
    return QImage.fromData(subprocess.run(command, capture_output=True, check=True).stdout)


def test_english_chapters_of_an_arabic_booklet_say_that_they_are_english() -> None:
    document = pikepdf.open(BytesIO(made("ar", "standard").pdf))
    foreign = [node for node in _walk(document.Root.StructTreeRoot.K) if str(node.get("/Lang", "")) == "en"]
    assert "/H1" in {str(node.S) for node in foreign}
    assert "/P" in {str(node.S) for node in foreign}


def test_heads_of_tables_say_of_what_they_are_the_head() -> None:
    document = pikepdf.open(BytesIO(made("en", "standard").pdf))
    heads = [node for node in _walk(document.Root.StructTreeRoot.K) if node.get("/S") == "/TH"]
    assert len(heads) == 3
    assert all("/Scope" in repr(node.A) for node in heads)


def test_links_say_where_they_lead_and_tab_follows_the_order_of_the_page(pdf: bytes) -> None:
    document = pikepdf.open(BytesIO(pdf))
    links = [note for page in document.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
    assert len(links) > 3
    assert all(str(link.get("/Contents", "")).strip() and "/StructParent" in link for link in links)
    assert {str(page.Tabs) for page in document.pages} == {"/S"}


def test_a_screen_reader_gets_the_words_in_the_order_in_which_they_were_written() -> None:
    said = re.sub(r'[\s\u00a0"]+', "", poppler("pdfinfo", "-struct-text", pdf=made("en", "standard").pdf))
    place, met = 0, 0
    for document in sample("en").documents:
        for block in document.blocks:
            if isinstance(block, (Heading, Paragraph)):
                wanted = re.sub(r"[\s\u00a0]+", "", plain(block.inlines))
                found = said.find(wanted[:30], place)
                assert found >= 0, plain(block.inlines)
                place, met = found, met + 1
    assert met > 15
