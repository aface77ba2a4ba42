"""Whatever a visitor types or a feed holds is printed literally and never stops a booklet."""

from __future__ import annotations

import unicodedata

import pytest
from booklet_samples import request_in, sample, service
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdf_words import lines, poppler, text

from kiosk.booklet import fonts
from kiosk.booklet.compose import compose
from kiosk.booklet.glyphs import coverage
from kiosk.booklet.model import Chosen
from kiosk.booklet.render import render, render_all
from kiosk.booklet.safe_text import MARK, Cleaner
from kiosk.language import words_in
from kiosk.phone_numbers import NBSP


@pytest.fixture(scope="module")
def cleaner() -> Cleaner:
    return Cleaner(fonts.find().files)


def note_page(note: str, **changes: object) -> str:
    request = request_in("en", note=note, guides=(), services=(), safety=(), **changes)
    return text(render(compose(request, words_in("en"))))


def test_marks_of_the_typesetter_are_printed_as_typed() -> None:
    assert "#hash *stars* $dollar <b> _under_ @ref `code` \\\\" in note_page(
        "#hash *stars* $dollar <b> _under_ @ref `code` \\\\"
    )


@pytest.mark.parametrize(
    "name",
    [
        "王",
        "😀",
        "👩🏽‍🦽",
        "a\u0651b",
        "আমার নাম",
        "\u202eevil",
        "\u0007bell",
        "é" * 400,
        "W" * 400,
        "\U0010ffff",
        "क्षत्रिय",
        "ئۇيغۇر",
    ],
)
def test_awkward_names_never_stop_a_booklet(name: str) -> None:
    document = service(name, "01632960101")
    request = request_in("en", services=(Chosen(document),), note=name)
    made = render_all(compose(request, words_in("en")))
    assert made.page_count > 5


def test_character_in_no_font_shows_as_a_mark(cleaner: Cleaner) -> None:
    assert cleaner.text("Mr 王 here") == f"Mr {MARK} here"
    assert cleaner.text("Zoë Łukasz") == "Zoë Łukasz"


def test_long_words_stay_within_the_page() -> None:
    pdf = render(sample("en", size="giant", note="M" * 400, services=(Chosen(service("W" * 400, "01632960101")),)))
    import re

    edges = [float(x) for x in re.findall(r'xMax="([\d.]+)"', poppler("pdftotext", "-bbox", pdf=pdf, tail=("-",)))]
    assert max(edges) <= 595.3 - 56


def test_direction_overrides_and_controls_are_taken_out(cleaner: Cleaner) -> None:
    assert cleaner.text("a\u202eb\u0000c\u2066d\ud800e") == "abcde"


def test_numbers_postcodes_and_dates_are_kept_in_one_piece(cleaner: Cleaner) -> None:
    assert cleaner.text("Ring 0300 123 4567") == f"Ring 0300{NBSP}123{NBSP}4567"
    assert cleaner.text("Westhaven WH1 4QT") == f"Westhaven WH1{NBSP}4QT"
    assert cleaner.text("9am to 5:30pm") == f"9am{NBSP}to{NBSP}5:30pm"
    assert cleaner.text("by 21 May 2027") == f"by 21{NBSP}May{NBSP}2027"


def test_long_addresses_may_break_after_their_signs(cleaner: Cleaner) -> None:
    assert cleaner.text("memory.cafe@saltmarsh.example.org").split("\u200b")[1] == "cafe@"
    assert cleaner.text("a plain sentence of some length.") == "a plain sentence of some length."


def test_a_note_in_another_direction_reads_in_its_own() -> None:
    pdf = render(sample("ar", note="Ask about a ramp."))
    assert any(line.endswith("ramp.") for line in lines(pdf))


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_cleaned_text_holds_only_what_can_be_drawn(cleaner: Cleaner, words: str) -> None:
    files = fonts.find().files
    for character in cleaner.text(words):
        drawn = character in "\n\u200b\u200c\u200d" or any(character in coverage(file) for file in files)
        assert drawn, unicodedata.name(character, hex(ord(character)))


@given(st.text(max_size=120))
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_a_visitor_notes_is_printed_without_error(words: str) -> None:
    assert render(compose(request_in("en", note=words, guides=(), services=()), words_in("en"))).startswith(b"%PDF")
