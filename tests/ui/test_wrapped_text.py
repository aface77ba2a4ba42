"""Text in lines: numbers stay whole, any script and any text at all can be laid out, marks fall on the right words."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.audit.glyphs import ink_of_lines
from kiosk.phone_numbers import keep_together
from kiosk.ui.theme import font
from kiosk.ui.wrapped_text import Span, WrappedText, utf16_offset

SENTENCE = "Ring the council on {number} between 10am and 4pm, or ask somebody to ring for you."
ARABIC = "اتصل بالمجلس على الرقم {number} أو اطلب من شخص آخر الاتصال نيابة عنك."


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Fonts need an application."""


def lines_of(laid: WrappedText) -> list[str]:
    layout, found = laid._layout, []
    text = layout.text()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        found.append(text[line.textStart() : line.textStart() + line.textLength()])
    return found


@pytest.mark.parametrize("sentence", [SENTENCE, ARABIC], ids=["en", "ar"])
@pytest.mark.parametrize("number", ["01632 960 123", "0300 123 4567", "+44 7700 900 123"])
def test_a_phone_number_is_never_broken_over_two_lines(sentence: str, number: str) -> None:
    whole = keep_together(number)
    text = sentence.format(number=whole)
    alone = WrappedText(whole, font(30), 100_000).natural_width
    for width in range(int(alone) + 4, 1400, 23):
        lines = lines_of(WrappedText(text, font(30), width, right_to_left=sentence is ARABIC))
        assert any(whole in line for line in lines), (width, lines)


def test_the_same_number_with_ordinary_spaces_would_be_broken() -> None:
    text = SENTENCE.format(number="01632 960 123")
    broken = [
        width
        for width in range(200, 1400, 23)
        if not any("01632 960 123" in line for line in lines_of(WrappedText(text, font(30), width)))
    ]
    assert broken


VOWELLED = "يُحفظ ما كُتِبَ أوّلًا. ويُمسَح كلُّ شيءٍ، إنْ شاءَ، في نهايةِ الزيارة. جارٍ عدُّ الصفحاتِ. يمكن أن يتصل العاملون."


@pytest.mark.parametrize("text", [SENTENCE, VOWELLED], ids=["en", "ar"])
@pytest.mark.parametrize("bold", [False, True])
def test_no_letter_reaches_out_of_its_line_so_that_lines_never_touch_nor_are_cut(text: str, bold: bool) -> None:
    laid = WrappedText(text, font(60, bold), 700, right_to_left=text is VOWELLED)
    inks = ink_of_lines(laid)
    assert len(inks) >= 4
    assert inks[0].top() >= 0
    assert inks[-1].bottom() <= laid.height
    assert all(lower.top() >= upper.bottom() for upper, lower in pairwise(inks))


def test_no_line_has_more_letters_than_may_be_and_no_word_is_broken_for_it() -> None:
    text = " ".join([SENTENCE] * 4)
    free = WrappedText(text, font(30), 2000)
    short = WrappedText(text, font(30), 2000, longest=40)
    assert max(len(line.rstrip()) for line in free.line_texts()) > 60
    assert 30 < max(len(line.rstrip()) for line in short.line_texts()) <= 40
    assert "".join(short.line_texts()) == text
    assert all(line.endswith(" ") for line in short.line_texts()[:-1])


def test_no_line_is_wider_than_its_room_even_with_an_endless_word() -> None:
    for text in ("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch", "w" * 500, SENTENCE):
        laid = WrappedText(text, font(30, bold=True), 240)
        assert laid.natural_width <= 241
        assert laid.height == laid.lines * laid.line_height
    assert laid.lines > 2


def test_an_empty_text_takes_one_line_or_none_and_paints() -> None:
    laid = WrappedText("", font(30), 200)
    assert laid.lines <= 1
    assert laid.top_of(0) >= 0


def test_line_breaks_of_the_author_are_kept() -> None:
    assert WrappedText("one\ntwo\nthree", font(30), 2000).lines == 3


def test_lines_stand_apart_and_arabic_gets_the_height_it_needs() -> None:
    latin, arabic = WrappedText("Ag", font(30), 500), WrappedText("الأُمُّ", font(30), 500, right_to_left=True)
    assert latin.line_height >= 30 * 1.4
    assert arabic.line_height >= 30 * 1.4


@pytest.mark.parametrize("right_to_left", [False, True])
def test_lines_begin_where_reading_begins(right_to_left: bool) -> None:
    laid = WrappedText("x" if not right_to_left else "س", font(30), 600, right_to_left)
    line = laid._layout.lineAt(0)
    starts = line.naturalTextRect().left()
    assert (starts > 500) if right_to_left else (starts < 5)


def test_centred_lines_stand_in_the_middle() -> None:
    laid = WrappedText("middle", font(30), 600, centred=True)
    assert laid._layout.lineAt(0).naturalTextRect().center().x() == pytest.approx(300, abs=3)


def test_characters_beyond_the_basic_plane_count_twice() -> None:
    text = "a\N{GRINNING FACE}b\N{MUSICAL SYMBOL G CLEF}c"
    assert [utf16_offset(text, place) for place in range(6)] == [0, 1, 3, 4, 6, 7]
    assert utf16_offset("", 0) == 0


def ink(laid: WrappedText, marks: list[Span]) -> set[int]:
    """The columns of pixels that a mark's colour covers."""
    image = QImage(900, 60, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    laid.draw(painter, 0, 0, "#000000", marks)
    painter.end()
    row = int(laid.line_height) - 10
    return {x for x in range(900) if image.pixel(x, row) & 0xFFFFFF == 0xFF0000}


def test_a_mark_after_emoji_falls_on_its_word_and_on_nothing_else() -> None:
    before = "Tea \N{TEACUP WITHOUT HANDLE}\N{GRINNING FACE} and "
    text = before + "toast"
    laid = WrappedText(text, font(30), 900)
    marked = ink(laid, [Span(len(before), 5, background="#FF0000")])
    starts = laid._layout.lineAt(0).cursorToX(utf16_offset(text, len(before)))
    starts = starts[0] if isinstance(starts, tuple) else starts
    assert marked
    assert min(marked) == pytest.approx(starts, abs=2)
    assert max(marked) >= laid.natural_width - 4


def test_the_line_of_a_word_is_found_from_its_place_in_the_text() -> None:
    laid = WrappedText("one\ntwo\nthree", font(30), 2000)
    tops = [laid.top_of("one\ntwo\nthree".index(word)) for word in ("one", "two", "three")]
    assert tops == sorted(tops)
    assert tops[2] - tops[1] == pytest.approx(laid.line_height, abs=1)


@settings(deadline=None, max_examples=150)
@given(
    text=st.text(),
    width=st.floats(-100, 4000, allow_nan=False),
    right_to_left=st.booleans(),
    start=st.integers(0, 60),
    length=st.integers(0, 60),
)
def test_any_text_at_all_can_be_laid_out_marked_and_painted(
    text: str, width: float, right_to_left: bool, start: int, length: int
) -> None:
    laid = WrappedText(text, font(24), width, right_to_left, spans=[Span(start, length, bold=True)])
    assert laid.height >= 0
    assert -laid.line_height <= laid.top_of(start) <= laid.height
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    laid.draw(painter, 0, 0, "#000000", [Span(start, length, background="#FFE3A3")])
    painter.end()


@pytest.mark.parametrize("words", ["أُعدّ على هذا الجهاز", "أُرسلت", "العُلَّيق"])
@pytest.mark.parametrize("bold", [False, True])
def test_vowel_marks_on_high_letters_stay_within_the_text(words: str, bold: bool) -> None:
    laid = WrappedText(words, font(100, bold), 5000, right_to_left=True)
    ink = ink_of_lines(laid)[0]
    assert ink.top() >= 0
    assert ink.bottom() <= laid.height
