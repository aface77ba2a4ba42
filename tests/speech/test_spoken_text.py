"""What is said instead of what is shown, and where sentences and words begin."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.speech.text import LONGEST_SENTENCE, normalise, sentences, token_at, tokens

LANGUAGES = ("en", "en-GB", "ar", "pl", "zh", "so", "")
LIKELY = st.sampled_from(
    ["0300 123 4567", "0300\u00a0123\u00a04567", "£23,250", "£0.50", "10:30am", "–", "24/7", "SW1A 1AA", "www.nhs.uk",
     "e.g.", "GP", "1½", "\n", ". ", "? ", "\u200f", "\ud800", "\0", "😀", "مرحبا.", "。", "(", "+44 (0)20 7946 0000",
     "99/99/2026"]
)  # fmt: skip
ANY_TEXT = st.lists(st.one_of(st.text(max_size=20), LIKELY), max_size=12).map("".join)


def said(text: str, lang: str = "en") -> str:
    return normalise(text, lang).text


@pytest.mark.parametrize(
    ("shown", "spoken"),
    [
        ("Phone: 0300\u00a0123\u00a04567.", "Phone: 0 3 0 0, 1 2 3, 4 5 6 7."),
        ("Phone 0300 123 4567 now", "Phone 0 3 0 0, 1 2 3, 4 5 6 7, now"),
        ("Ring 02079460000.", "Ring 0 2 0, 7 9 4 6, 0 0 0 0."),
        ("(0161) 496 0000", "0 1 6 1, 4 9 6, 0 0 0 0"),
        ("+44 (0)20 7946 0000", "+ 4 4, 2 0, 7 9 4 6, 0 0 0 0"),
        ("0300\u2011123\u20114567", "0 3 0 0, 1 2 3, 4 5 6 7"),
        ("Call 999.", "Call 9 9 9."),
        ("112 or 111 or 101", "1 1 2, or 1 1 1, or 1 0 1"),
        ("116\u00a0123", "1 1 6, 1 2 3"),
        ("116 123", "1 1 6, 1 2 3"),
        ("18001 0300 123 4567", "1 8 0 0 1, 0 3 0 0, 1 2 3, 4 5 6 7"),
        ("£23,250", "23250 pounds"),
        ("£30.65 a week", "30 pounds 65 pence a week"),
        ("£1, £1.01 and £0.50", "1 pound, 1 pound 1 penny and 50 pence"),
        ("£2.5m", "2.5 million pounds"),
        ("50p", "50 pence"),
        ("10%", "10 per cent"),
        ("10am to 4pm", "10am to 4pm"),
        ("10:30am–4.05pm", "10 30 am to 4 oh 5 pm"),
        ("9 a.m.", "9 am"),
        ("open 24/7", "open 24 hours a day, 7 days a week"),
        ("06/08/2026", "6 August 2026"),
        ("2026-08-06", "6 August 2026"),
        ("6 Aug 2026", "6 August 2026"),
        ("Mon-Fri", "Monday to Friday"),
        ("SW1A 1AA", "S.W 1 A, 1 A.A"),
        ("www.nhs.uk/conditions.", "W.W.W dot N.H.S dot U.K slash conditions."),
        ("info@example-care.org.uk", "info at example hyphen care dot org dot U.K"),
        ("your GP, GPs and the NHS", "your G.P, G P's and the N.H.S"),
        ("CQC, UTR and PIP", "C.Q.C, U.T.R and PIP"),
        ("e.g. a bus", "for example, a bus"),
        ("his/her", "his or her"),
        ("18–25", "18 to 25"),
        ("1½ miles, ¼ mile", "1 and a half miles, a quarter of a mile"),
        ("Text SHOUT to 85258", "Text SHOUT to 8 5 2 5 8"),
        ("Forward texts to 7726; emails too", "Forward texts to 7 7 2 6; emails too"),
        ("Bank safe line: 159", "Bank safe line: 1 5 9"),
        ("You can reach most banks on 159. Or", "You can reach most banks on 1 5 9. Or"),
        ("If the power goes off, ring 105.", "If the power goes off, ring 1 0 5."),
        ("See 111.nhs.uk.", "See 1 1 1 dot N.H.S dot U.K."),
    ],
)
def test_english_is_said_as_people_say_it(shown: str, spoken: str) -> None:
    assert said(shown) == spoken


@pytest.mark.parametrize(
    "shown", ["in 1999", "101 people", "99/99/2026", "a cat", "£999", "Room 12", "WORDS", "on 105 days", "159 homes"]
)
def test_what_only_looks_like_a_number_to_dial_or_a_date_is_left(shown: str) -> None:
    assert "9 9" not in said(shown)
    assert "1 0 1" not in said(shown)
    assert said(shown).replace(" pounds", "").replace("£", "") == shown.replace("£", "")


def test_other_languages_say_numbers_digit_by_digit_and_pounds_after_the_amount() -> None:
    assert said("0300\u00a0123\u00a04567", "ar") == "0 3 0 0, 1 2 3, 4 5 6 7"
    assert said("£23,250", "pl") == "23250 funtów"
    assert said("£30.65", "tr") == "30 sterlin 65"
    assert said("10am", "pl") == "10am"


def test_each_group_of_a_telephone_number_is_led_back_to_its_own_digits() -> None:
    shown = "Ring 0300\u00a0123\u00a04567 now"
    spoken = normalise(shown, "en")
    for digit, place in (("3", 6), ("1", 10), ("7", 17)):
        assert shown[spoken.origin[spoken.text.index(digit)]] == digit
        assert spoken.origin[spoken.text.index(digit)] == place
    assert spoken.origin[spoken.text.index("now")] == shown.index("now")


def test_the_word_for_pounds_belongs_to_the_amount_that_is_shown() -> None:
    shown = "Up to £23,250 a year"
    spoken = normalise(shown, "en")
    token = token_at(shown, spoken.origin[spoken.text.index("pounds")])
    assert token is not None
    assert shown[token.start : token.end] == "£23,250"


def test_marks_that_are_not_heard_do_not_reach_the_voice() -> None:
    assert said("a\u200fb\u00adc\0d") == "abc d"


@given(text=ANY_TEXT, lang=st.sampled_from(LANGUAGES))
def test_any_text_can_be_made_ready_and_its_map_never_goes_back(text: str, lang: str) -> None:
    spoken, origin = normalise(text, lang)
    assert len(spoken) == len(origin)
    assert list(origin) == sorted(origin)
    assert all(0 <= place < len(text) for place in origin)
    assert "\0" not in spoken
    spoken.encode("utf-8")


@given(text=ANY_TEXT, lang=st.sampled_from(LANGUAGES))
def test_sentences_hold_everything_once_and_in_order(text: str, lang: str) -> None:
    spans = sentences(text, lang)
    assert all(text[start:end].strip() for start, end in spans)
    assert all(end - start <= LONGEST_SENTENCE for start, end in spans)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


@given(text=ANY_TEXT, offset=st.integers(-5, 300))
def test_words_are_never_blank_and_every_place_leads_to_one(text: str, offset: int) -> None:
    words = tokens(text)
    assert all(text[start:end].strip() and not any(c.isspace() for c in text[start:end]) for start, end in words)
    assert (token_at(text, offset) in words) if words else token_at(text, offset) is None


def parts(text: str, lang: str = "en") -> list[str]:
    return [text[start:end] for start, end in sentences(text, lang)]


def test_sentences_end_where_a_reader_would_rest() -> None:
    assert parts("It is free. You can ask!  Really? Yes") == ["It is free.", "You can ask!", "Really?", "Yes"]
    assert parts('He said "No." Then he left.') == ['He said "No."', "Then he left."]
    assert parts("One line\nanother line") == ["One line", "another line"]
    assert parts("ما هذا؟ هذا بيت.", "ar") == ["ما هذا؟", "هذا بيت."]
    assert parts("你好。再见。", "zh") == ["你好。", "再见。"]
    assert parts("यह है। वह है।", "hi") == ["यह है।", "वह है।"]


def test_short_forms_and_amounts_do_not_end_a_sentence() -> None:
    for text in ("Ask Dr. Smith now.", "Use a ramp, e.g. at home.", "It is £30.65 a week.", "See J. Smith."):
        assert parts(text) == [text]


def test_a_very_long_sentence_is_cut_at_a_comma_or_a_space() -> None:
    text = "word word, " * 100
    assert len(parts(text)) > 3
    assert all(part.endswith(("word", ",")) for part in parts(text))


def test_words_come_without_their_punctuation() -> None:
    text = "“Hello,” (she) said: £23,250 – 10am."
    assert [text[a:b] for a, b in tokens(text)] == ["Hello", "she", "said", "£23,250", "10am"]


def test_a_huge_text_is_ready_in_moments() -> None:
    for piece in ("a. b ", "0-", "a-", "1,", "x.x", "£1 ", "A1 ", "Mon ", "  "):
        text = piece * (60_000 // len(piece))
        began = time.monotonic()
        sentences(text, "en")
        normalise(text[:6000], "en")
        assert time.monotonic() - began < 20, piece
