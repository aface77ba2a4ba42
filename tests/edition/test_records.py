"""Records and their digest."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.records import Record, digest

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
records = st.lists(
    st.builds(Record, st.sampled_from(["guide", "contact", "service"]), st.text(), st.dictionaries(st.text(), values)),
    max_size=6,
)


@given(records, st.randoms())
def test_the_order_of_records_does_not_matter(found: list[Record], chance: random.Random) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert digest(shuffled) == digest(found)


@given(st.dictionaries(st.text(), values))
def test_the_order_of_a_records_fields_does_not_matter(body: dict[str, object]) -> None:
    turned = dict(reversed(body.items()))
    assert digest([Record("guide", "a", turned)]) == digest([Record("guide", "a", body)])


@pytest.mark.parametrize(
    "other",
    [
        Record("guide", "b", {"x": 1}),
        Record("contact", "a", {"x": 1}),
        Record("guide", "a", {"x": 2}),
        Record("guide", "a", {"y": 1}),
        Record("guide", "a", {"x": "1"}),
        Record("guide", "a", {"x": 1, "y": None}),
    ],
)
def test_any_difference_changes_the_digest(other: Record) -> None:
    assert digest([other]) != digest([Record("guide", "a", {"x": 1})])


def test_one_record_more_or_twice_changes_the_digest() -> None:
    one, two = Record("guide", "a", {}), Record("guide", "b", {})
    assert len({digest([]), digest([one]), digest([one, one]), digest([one, two])}) == 4


def test_the_digest_is_what_was_agreed() -> None:
    """sha256 over sorted lines of kind NUL key NUL sha256(canonical JSON) newline; a publisher computes the same."""
    import hashlib

    inner = hashlib.sha256('{"a":"é","b":1}'.encode()).hexdigest()
    expected = hashlib.sha256(f"guide\0en/x\0{inner}\n".encode()).hexdigest()
    assert digest([Record("guide", "en/x", {"b": 1, "a": "é"})]) == expected
