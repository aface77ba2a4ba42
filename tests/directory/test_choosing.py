"""Care compared: only what the record says, unknown said to be unknown, a rating in words with its date."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.directory.care_questions import questions_for
from kiosk.directory.care_rating import rating_short, what_ratings_mean
from kiosk.directory.choosing import Comparison, Row, compare, kinds_of
from kiosk.directory.service import Service
from kiosk.language import language_of, words_in

ENGLISH = words_in("en")
NOW = datetime(2026, 11, 24, 11)


def care(**body: Any) -> Service:
    home = {"kind": "type", "id": "care-home", "origin": "feed"}
    return Service.from_record({"id": "1", "source_id": "vale", "name": "Elm House", "facets": [home], **body})


def cqc(**facts: Any) -> dict[str, Any]:
    return {"registration": {"scheme": "CQC", **facts}}


def row(comparison: Comparison, key: str) -> Row:
    return next(row for row in comparison.rows if row.key == key)


def lines(key: str, **body: Any) -> tuple[str, ...]:
    return row(compare([care(**body)], ENGLISH, NOW), key).cells[0].lines


def keys(comparison: Comparison) -> list[str]:
    return [row.key for row in comparison.rows]


def facet(identity: str, origin: str, kind: str = "type") -> dict[str, str]:
    return {"kind": kind, "id": identity, "origin": origin}


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"rating": "Good", "rating_date": "2026-01-19"}, ["Rated Good on 19 January 2026."]),
        ({"rating": "Outstanding"}, ["Rated Outstanding. The date is not given."]),
        ({"rating": "Inadequate", "rating_date": "2027-01-19"}, ["Rated Inadequate. The date is not given."]),
        (
            {"rating": "Good", "rating_date": "2026-01-19", "inherited": True},
            ["Rated Good on 19 January 2026.", "This rating was given to those who ran it before."],
        ),
        ({"rating": "Not rated"}, ["Not rated yet.", "It may be new. That is not a bad sign."]),
        (
            {"rating": "Inspected but not rated", "rating_date": "2026-01-19"},
            ["Inspected, but not rated.", "That is not a bad sign.", "Last inspected on 19 January 2026."],
        ),
    ],
)
def test_a_rating_is_a_word_with_its_date_or_the_reason_why_there_is_none(
    facts: dict[str, Any], said: list[str]
) -> None:
    assert list(lines("rating", **cqc(**facts))) == said


def test_a_place_without_a_rating_is_not_said_to_be_new_and_one_without_a_registration_is_not_said_to_be_bad() -> None:
    assert lines("rating", **cqc())[1].startswith("It may be new")
    assert lines("rating") == ("No rating given.", "Ask if CQC has registered it.")
    assert lines("rating", registration={"scheme": "Ofsted", "rating": "Good"})[0] == "No rating given."


def test_the_first_line_alone_does_for_a_row_of_a_list() -> None:
    rated = care(**cqc(rating="Requires improvement", rating_date="2026-01-19"))
    assert rating_short(rated, ENGLISH, NOW.date()) == "Rated Requires improvement on 19 January 2026"
    assert rating_short(care(**cqc(rating="Not rated")), ENGLISH, NOW.date()) == "Not rated yet"


def test_the_five_questions_are_there_as_soon_as_one_home_has_them() -> None:
    plain, full = care(), care(id="2", **cqc(rating="Good", ratings={"safe": "Requires improvement", "caring": "Good"}))
    assert "questions" not in keys(compare([plain, plain], ENGLISH, NOW))
    found = row(compare([plain, full], ENGLISH, NOW), "questions")
    assert found.cells[0].lines == ("Not said",)
    assert not found.cells[0].known
    assert found.cells[1].lines == ("Is it safe? Requires improvement", "Are they kind? Good")
    assert lines("questions", **cqc(ratings={"caring": "Good", "safe": "Inadequate"}))[0] == "Is it safe? Inadequate"


def test_a_home_of_which_only_the_name_is_known_says_so_in_every_row() -> None:
    comparison = compare([care()], ENGLISH, NOW)
    unknown = {row.key for row in comparison.rows if not row.cells[0].known}
    assert unknown == set(keys(comparison)) - {"rating", "checked"}
    assert all(row.cells[0].lines == ("Not said",) for row in comparison.rows if row.key in unknown)
    assert "We do not know when this was last checked." in lines("checked")


def test_what_was_guessed_is_not_shown_as_a_claim() -> None:
    guessed = [facet(name, origin, "beneficiary") for name, origin in (("dementia", "rule"), ("autism", "crosswalk"))]
    assert lines("people", facets=[facet("older-people", "feed", "beneficiary"), *guessed]) == ("Older people",)
    assert lines("nursing", name="Elm Nursing Home", description="Nurses day and night.") == ("Not said",)


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Care home service with nursing", "Yes, it is registered for nursing"),
        ("Nursing homes", "Yes, it is registered for nursing"),
        ("Care home service without nursing", "No, it is registered without nursing"),
        ("Residential homes", "Not said"),
    ],
)
def test_nursing_is_told_from_the_register_alone(label: str, said: str) -> None:
    assert lines("nursing", attributes=[{"name": label, "vocabulary": "cqc"}]) == (said,)
    assert lines("nursing", attributes=[{"name": label, "vocabulary": "own"}]) == ("Not said",)


def test_what_it_covers_and_for_whom_are_the_register_s_own_words_in_english() -> None:
    terms = [
        {"name": "Care home service without nursing", "vocabulary": "cqc"},
        {"name": "Dementia care", "vocabulary": "cqc"},
        {"name": "Younger Adults", "vocabulary": "cqc", "link_type": "eligibility"},
        {"name": "Free parking", "vocabulary": "own"},
    ]
    arabic = compare([care(attributes=terms)], words_in("ar"), NOW)
    assert row(arabic, "covers").cells[0].lines == ("Care home service without nursing", "Dementia care")
    assert row(arabic, "people").cells[0].lines == ("Younger Adults",)
    assert [language_of(line) for key in ("covers", "people") for line in row(arabic, key).cells[0].lines] == ["en"] * 3


def test_a_private_address_stays_private() -> None:
    location = {
        "name": "Secret House",
        "mask_exact_address": True,
        "addresses": [{"address_1": "9 Hidden Street", "city": "Larkmere", "postal_code": "ZX1 9ZZ"}],
    }
    comparison = compare([care(service_at_locations=[{"location": location}])], ENGLISH, NOW, {"vale:1": (2.2, True)})
    text = comparison.row_text(row(comparison, "place"))
    assert "Larkmere" in text
    assert "about 2 miles from here" in text
    assert not any(word in text for word in ("Hidden", "ZX1", "Secret"))


def test_beds_and_nursing_are_asked_of_homes_only() -> None:
    agency = care(facets=[facet("home-care", "feed")])
    assert not {"beds", "nursing"} & set(keys(compare([agency, agency], ENGLISH, NOW)))
    mixed = compare([agency, care(**cqc(beds=1))], ENGLISH, NOW)
    assert [cell.lines for cell in row(mixed, "beds").cells] == [("Not said",), ("1 bed",)]
    assert mixed.kinds == ("care-home", "home-care")


def test_free_is_said_and_a_cost_that_is_not_given_is_not_said() -> None:
    assert lines("cost", is_free=True) == ("Free",)
    assert lines("cost") == ("Not said",)


def test_what_is_closed_says_so_beside_its_name() -> None:
    (column,) = compare([care(status="temporarily closed", alert="No visits in December.")], ENGLISH, NOW).columns
    assert column.notes == ("Closed for now", "No visits in December.")


def test_a_row_read_aloud_names_each_home() -> None:
    homes = [care(**cqc(beds=38)), care(id="2", name="Oak House")]
    comparison = compare(homes, ENGLISH, NOW)
    assert comparison.row_text(row(comparison, "beds")) == "Beds. Elm House: 38 beds. Oak House: Not said."


@pytest.mark.parametrize(
    ("facets", "more", "kinds"),
    [
        ([facet("care-home", "feed"), facet("home-care", "staff")], {}, ("care-home", "home-care")),
        ([facet("care-home", "crosswalk")], {}, ("care-home",)),
        ([facet("care-home", "rule")], {}, ()),
        ([facet("care-home", "rule")], cqc(), ("care-home",)),
        ([facet("care-home", "feed")], {"attending_type": ["phone", "home visit"]}, ()),
        ([facet("home-care", "feed")], {"attending_type": ["online"]}, ()),
        ([facet("home-care", "feed")], {"attending_type": ["venue"]}, ("home-care",)),
        ([facet("meals-and-food", "feed")], cqc(), ()),
    ],
)
def test_what_is_care_to_choose(facets: list[dict[str, str]], more: dict[str, Any], kinds: tuple[str, ...]) -> None:
    assert kinds_of(care(facets=facets, **more)) == kinds


def test_there_are_questions_to_ask_for_both_kinds_each_asked_once() -> None:
    for kind in ("care-home", "home-care"):
        asked = questions_for(kind, ENGLISH)
        assert len(asked) >= 12
        assert len(set(asked)) == len(asked)
        assert all(question.rstrip().endswith(("?", ".")) for question in asked)
    assert questions_for("library", ENGLISH) == ()
    assert any("Not rated" in sentence for sentence in what_ratings_mean(ENGLISH))


@given(st.lists(st.text(max_size=20), max_size=4), st.text(max_size=20))
def test_whatever_a_record_holds_every_row_has_a_filled_cell_for_each_service(names: list[str], rating: str) -> None:
    strange = care(
        name=rating, attributes=[{"name": name, "vocabulary": "cqc"} for name in names], **cqc(rating=rating)
    )
    comparison = compare([care(), strange, care(alert=rating)], ENGLISH, NOW)
    assert all(len(row.cells) == 3 and all(cell.lines for cell in row.cells) for row in comparison.rows)
    assert all(comparison.row_text(row) for row in comparison.rows)


def test_what_the_provider_says_already_is_not_said_again_in_the_register_s_words() -> None:
    band = {"name": "Older People", "vocabulary": "cqc", "link_type": "eligibility"}
    claim = facet("older-people", "feed", "beneficiary")
    assert lines("people", facets=[claim], attributes=[band]) == ("Older people",)
    assert lines("people", attributes=[band]) == ("Older People",)
