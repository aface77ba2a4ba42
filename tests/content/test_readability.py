"""Syllables, sentences and grades."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.readability import excused_patterns, grade, sentences, syllables, words_of
from kiosk.content.word_lists import GlossaryTerm

COUNTS = {
    1: "the be she make homes helped used fire lives leaves times clothes free due whole tea months hours GP 999 2026",
    2: "council people table needed wanted places social pension money quickly safely payment carer's being quiet fuel",
    3: "assessment follow-up safeguarding allowance benefits hospital equipment together advocate radio period area",
    4: "eligible residential information January society usually valuable",
    5: "disability opportunity",
}


@pytest.mark.parametrize(("word", "count"), [(word, n) for n, words in COUNTS.items() for word in words.split()])
def test_syllables_are_counted_as_they_are_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


@given(st.text())
def test_any_text_has_words_with_at_least_one_syllable(text: str) -> None:
    assert all(syllables(word) >= 1 for word in words_of(text))
    assert all(words_of(sentence) for sentence in sentences(text))


@given(st.text(alphabet="aeiouybcdfghlmnrst-'’", max_size=12))
def test_a_word_never_has_more_syllables_than_letters(word: str) -> None:
    assert 1 <= syllables(word) <= max(1, len(word))


def test_sentences_end_where_a_reader_stops() -> None:
    text = 'Ask Dr. Smith. It is 3.5 miles! Is it "far?" No\nA new line'
    assert sentences(text) == ["Ask Dr Smith.", "It is 3.5 miles!", 'Is it "far?', "No", "A new line"]


def test_a_short_text_has_no_grade() -> None:
    assert grade(["Too short to tell."]) is None


def test_harder_texts_have_higher_grades() -> None:
    easy = grade(["The cat sat on the mat. "] * 20)
    middle = grade(["The council can help you to find a carer near your home. "] * 10)
    hard = grade(["Local authorities coordinate multidisciplinary assessments for eligible individuals. "] * 10)
    assert easy is not None
    assert middle is not None
    assert hard is not None
    assert easy < 1 < middle < 6 < 12 < hard


def test_the_grade_is_the_formula_of_flesch_and_kincaid() -> None:
    found = grade(["The cat sat on the mat. "] * 10)
    assert found == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)


def test_excused_words_count_as_one_short_word() -> None:
    texts = ["Ask about Attendance Allowance and deprivation of assets now."] * 20
    excused = excused_patterns([GlossaryTerm("deprivation of assets", "…")])
    plain = grade(["Ask about help and help now."] * 20)
    assert grade(texts, excused) == plain
    assert grade(texts) != plain
