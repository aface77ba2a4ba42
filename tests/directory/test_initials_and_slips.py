"""Words that records are found by though they don't stand there: initials, and what a mistyped word was meant to be."""

from __future__ import annotations

import pytest

from kiosk.directory.initials import initials
from kiosk.directory.slips import meant_words


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Royal Society for the Prevention of Cruelty to Animals", ("RSPCA",)),
        ("Vale Domestic Abuse Service", ("VDAS",)),
        ("Vale Befriending Circle Ltd", ("VBC",)),
        ("Carers of the Vale (Larkmere branch)", ("COTV",)),
        ("Tea and Talk Club", ("TTC", "TATC")),
        ("Tea Club", ()),
        ("St John's Hall", ("SJH",)),
        ("", ()),
        ("Bea Cee Dee Ee Eff Gee Aitch Eye", ()),
    ],
)
def test_initials(name, found):
    assert initials(name) == found


def texts(*rare: str, many: str = "dementia", times: int = 12):
    return [*((n, f"about {many}") for n in range(times)), *((100 + n, text) for n, text in enumerate(rare))]


def test_a_rare_word_one_slip_from_a_frequent_one_is_that_word():
    assert meant_words(texts("help with dementai", "for dementa")) == {100: ("dementia",), 101: ("dementia",)}


@pytest.mark.parametrize("word", ["demand", "dementias", "tementia", "walks", "dementia1"])
def test_other_words_and_other_forms_are_left_alone(word):
    assert meant_words(texts(word)) == {}


def test_a_word_that_is_not_rare_means_itself():
    assert meant_words(texts("dementa", "dementa", "dementa")) == {}


def test_two_slips_count_in_long_words_only():
    assert meant_words(texts("alzhiemrs group", many="alzheimers")) == {100: ("alzheimers",)}
    assert meant_words(texts("supprot gruop", many="support")) == {100: ("support",)}
    assert meant_words(texts("spuporrt", many="support")) == {}
