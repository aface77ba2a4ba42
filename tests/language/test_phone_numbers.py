"""Telephone numbers: grouped as people read them, never changed, never broken, never missed in prose."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.phone_numbers import (
    NBSP,
    dial_uri,
    digits,
    find_phone_like,
    group,
    is_drama_number,
    is_plausible,
    keep_together,
)

number_like = st.text(alphabet="0123456789 +()-\u00a0", max_size=20)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("02079460123", "020 7946 0123"),
        ("020 79460123", "020 7946 0123"),
        ("+442079460123", "020 7946 0123"),
        ("+44 (0)20 7946 0123", "020 7946 0123"),
        ("0044 20 7946 0123", "020 7946 0123"),
        ("0044 (0)20 7946 0123", "020 7946 0123"),
        ("(0161) 496 0123", "0161 496 0123"),
        ("0113-496-0123", "0113 496 0123"),
        ("01632960123", "01632 960 123"),
        ("01204123456", "01204 123 456"),
        ("07700900123", "07700 900 123"),
        ("08001234567", "0800 123 4567"),
        ("0800123456", "0800 123 456"),
        ("03001234567", "0300 123 4567"),
        ("0800 1111", "0800 1111"),
        ("116123", "116 123"),
        ("999", "999"),
        ("18000", "18000"),
        ("18001 0300 123 4567", "18001 0300 123 4567"),
        ("111, then option 2", "111, then option 2"),
        ("Text 61016", "Text 61016"),
        ("+353 1 234 5678", "+353 1 234 5678"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_numbers_are_grouped_by_area_code(stored: str, shown: str) -> None:
    assert group(stored).replace(NBSP, " ") == shown


@given(number_like)
def test_grouping_never_changes_a_digit(number: str) -> None:
    assert digits(group(number)) == digits(number)


@given(number_like)
def test_grouping_twice_is_grouping_once(number: str) -> None:
    assert group(group(number)) == group(number)


@given(st.from_regex(r"\A0[1-9][0-9]{8,9}\Z"))
def test_a_grouped_number_has_no_place_to_break(number: str) -> None:
    assert not re.search(r"[ -]", group(number))
    assert all(2 <= len(part) <= 5 for part in group(number).split(NBSP))


@given(st.text())
def test_keeping_numbers_together_changes_only_spaces_and_hyphens(text: str) -> None:
    def bare(words: str) -> str:
        return re.sub(r"[ \u00a0\u2011\u200e-]", "", words)

    assert bare(keep_together(text)) == bare(text)
    assert keep_together(keep_together(text)) == keep_together(text)


def test_only_numbers_are_kept_together_not_the_words_round_them() -> None:
    assert keep_together("Ring 18001 0300 123 4567 now") == f"Ring 18001{NBSP}0300{NBSP}123{NBSP}4567 now"
    assert keep_together("on 6 August from 10am to 4pm") == "on 6 August from 10am to 4pm"


@pytest.mark.parametrize(
    ("number", "uri"),
    [
        ("0300 123 4567", "tel:+443001234567"),
        ("+44 20 7946 0123", "tel:+442079460123"),
        ("020\u00a07946\u00a00123", "tel:+442079460123"),
        ("999", "tel:999"),
        ("116 123", "tel:116123"),
        ("0800 1111", "tel:+448001111"),
        ("18001 0300 123 4567", "tel:1800103001234567"),
        ("+353 1 234 5678", "tel:+35312345678"),
        ("111, then option 2", ""),
        ("Text 999", ""),
        ("", ""),
    ],
)
def test_a_number_can_be_dialled_only_when_it_is_nothing_but_a_number(number: str, uri: str) -> None:
    assert dial_uri(number) == uri


@pytest.mark.parametrize(
    "text",
    [
        "Ring 02079460123.",
        "Ring 020 7946 0123.",
        "Ring (020) 7946 0123.",
        "Ring 020-7946-0123.",
        "Ring 020.7946.0123.",
        "Ring 020\u20117946\u20110123.",
        "Ring 020\u00a07946\u00a00123.",
        "Ring +44 20 7946 0123.",
        "Ring +44(0)2079460123",
        "tel:01632 960123",
        "0800 1111",
        "07700  900 123",
        "اتصل ٠٣٠٠ ١٢٣ ٤٥٦٧",
    ],
)
def test_a_number_in_prose_is_found(text: str) -> None:
    assert len(find_phone_like(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ring 999 or 111.",
        "On 6 August 2026 at 10:30am.",
        "£23,250 and £0.50",
        "Between 2024 and 2026, 1,234,567 people",
        "Section 42 (1) of the Act",
        "Form HC1, page 10",
        "0 to 10",
        "Reference 20160000012345",
    ],
)
def test_other_numbers_in_prose_are_not_taken_for_one(text: str) -> None:
    assert find_phone_like(text) == []


@given(st.text())
def test_any_prose_can_be_searched(text: str) -> None:
    assert all(any(character.isdigit() for character in found) for found in find_phone_like(text))


@pytest.mark.parametrize("number", ["020 7946 0000", "01632 960999", "07700 900123", "08081 570123", "0161 496 0123"])
def test_drama_numbers_are_known(number: str) -> None:
    assert is_drama_number(number)


@pytest.mark.parametrize("number", ["020 7946 1000", "01632 961999", "0161 496 1123", "0300 123 4567", "999", ""])
def test_other_numbers_are_not_taken_for_drama_numbers(number: str) -> None:
    assert not is_drama_number(number)


@pytest.mark.parametrize(
    ("number", "plausible"),
    [
        ("999", True),
        ("0300 123 4567", True),
        ("0800 123456", True),
        ("123456", False),
        ("0300 123 45678", False),
        ("", False),
    ],
)
def test_a_plausible_number_is_a_short_code_or_ten_or_eleven_digits(number: str, plausible: bool) -> None:
    assert is_plausible(number) is plausible


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("غداء: £4.50", "غداء: \u200e£4.50"),
        ("من \u200e£5 إلى £7", "من \u200e£5 إلى \u200e£7"),
        ("Lunch is £4.50", "Lunch is £4.50"),
        ("ادفع £ نقدًا", "ادفع £ نقدًا"),
    ],
)
def test_an_amount_among_arabic_letters_keeps_its_order(text: str, marked: str) -> None:
    assert keep_together(text) == marked
    assert keep_together(marked) == marked


@pytest.mark.parametrize("postcode", ["ZX5 1AE", "M33 7AB", "EC1A 1BB", "zx5  1ae"])
def test_a_postcode_stays_in_one_piece(postcode: str) -> None:
    outward, inward = postcode.split()
    assert keep_together(f"12 Station Road, {postcode}.") == f"12 Station Road, {outward}\u00a0{inward}."
