"""A service as a page: the order of facts, and nothing said that the record does not say."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.directory.service import Service
from kiosk.directory.service_page import service_document, short_cost, short_when
from kiosk.document.blocks import Callout, Facts, Paragraph, QrCode, plain
from kiosk.document.reading import readings
from kiosk.language import words_in

ENGLISH = words_in("en")
NOW = datetime(2026, 11, 24, 11)
"""A Tuesday."""

FULL: dict[str, Any] = {
    "id": "1",
    "source_id": "vale",
    "name": "Larkmere Lunch Club",
    "description": "Hot lunch.\n- Soup\n- Pudding",
    "alert": "No lunch on 1 December.",
    "status": "active",
    "url": "https://lunch.test",
    "email": "hello@lunch.test",
    "is_free": False,
    "referral_required": False,
    "eligibility_description": "For people who live alone.",
    "minimum_age": 60,
    "assured_date": "2026-05-24",
    "organization": {"name": "Vale Friends"},
    "phones": [{"number": "01632960001"}, {"number": "01632960009", "type": "textphone"}],
    "schedules": [{"freq": "WEEKLY", "byday": "TU,TH", "opens_at": "10:00", "closes_at": "12:00"}],
    "service_at_locations": [
        {
            "location": {
                "name": "Mill Hall",
                "latitude": 54.08,
                "longitude": -2.48,
                "addresses": [{"address_1": "3 Mill Lane", "city": "Larkmere", "postal_code": "ZX1 1AA"}],
                "accessibility": [{"description": "Partial wheelchair access"}],
            }
        }
    ],
    "cost_options": [{"option": "Lunch", "amount": 4.5}, {"option": "Tea", "amount": 0}],
    "languages": [{"name": "English"}, {"name": "Urdu"}],
    "facets": [
        {"kind": "type", "id": "meals-and-food", "origin": "rule"},
        {"kind": "beneficiary", "id": "older-people", "origin": "feed"},
        {"kind": "beneficiary", "id": "lonely", "origin": "rule"},
    ],
    "registration": {"scheme": "CQC", "rating": "Good", "rating_date": "2026-01-19"},
}


def facts_of(body: dict[str, Any], **options: Any) -> dict[str, list[str]]:
    document = service_document(Service.from_record(body), ENGLISH, NOW, **options)
    (facts,) = [block for block in document.blocks if isinstance(block, Facts)]
    return {row.icon: [plain(line) for line in row.lines] for row in facts.rows}


def test_rows_stand_in_one_order():
    assert list(facts_of(FULL)) == [
        "phone", "place", "clock", "money", "door", "people", "access", "language", "rating", "web",
    ]  # fmt: skip


def test_a_guessed_kind_of_help_is_not_stated_as_the_providers_claim():
    kind = {"kind": "type", "id": "meals-and-food"}
    claimed = Service.from_record({**FULL, "facets": [{**kind, "origin": "feed"}]})
    guessed = Service.from_record({**FULL, "facets": [{**kind, "origin": "rule"}]})
    assert service_document(claimed, ENGLISH, NOW).kicker == "Meals and food"
    assert service_document(guessed, ENGLISH, NOW).kicker == ""


def test_the_alert_comes_first():
    document = service_document(Service.from_record(FULL), ENGLISH, NOW)
    first = document.blocks[0]
    assert isinstance(first, Callout)
    assert first.level == "important"
    assert document.summary == "Run by Vale Friends"
    assert document.notices == ("Checked on 24 May 2026", "Not yet checked by the council.")


def test_facts_as_the_record_says_them():
    facts = facts_of(FULL, distance=(2.2, True))
    assert facts["phone"] == ["01632 960 001".replace(" ", "\u00a0"), "Textphone: " + "01632\u00a0960\u00a0009"]
    assert facts["place"] == ["Mill Hall, 3 Mill Lane, Larkmere, ZX1\u00a01AA", "about 2 miles from here"]
    assert facts["clock"] == ["Open now, until midday.", "Tuesday and Thursday, 10am to midday"]
    assert facts["money"] == ["Lunch: £4.50", "Tea: Free"]
    assert facts["rating"] == ["Rated Good on 19 January 2026."]


@pytest.mark.parametrize(
    ("seal", "lines"),
    [
        ({"rating": "Good", "rating_date": "2026-01-19"}, ["Rated Good on 19 January 2026."]),
        ({"rating": "Inspected but not rated", "rating_date": "2026-01-19"},
         ["Inspected, but not rated.", "That is not a bad sign.", "Last inspected on 19 January 2026."]),
        ({}, ["No rating given.", "It may be new, and not rated yet. Ask them, or look at the CQC website."]),
        ({"rating": "Not rated", "ratings": {"safe": "Not rated"}},
         ["Not rated yet.", "It may be new. That is not a bad sign."]),
        ({"rating": "Good", "inherited": True, "ratings": {"safe": "Inadequate", "well-led": "Good", "tasty": "Good"}},
         ["Rated Good. The date is not given.", "This rating was given to those who ran it before.",
          "Is it safe? Inadequate", "Is it well led? Good"]),
    ],
)  # fmt: skip
def test_ratings_are_words_and_none_is_no_bad_rating(seal, lines):
    facts = facts_of({**FULL, "registration": {"scheme": "CQC", **seal}})
    assert facts["rating"] == lines


def test_partial_access_is_not_full_access():
    assert facts_of(FULL)["access"] == ["Partial wheelchair access"]


def test_guessed_groups_are_not_shown_as_the_providers_words():
    assert facts_of(FULL)["people"] == ["For people who live alone.", "Age 60 and over", "Older people"]


def test_paper_does_not_say_open_now_and_carries_a_code():
    document = service_document(Service.from_record(FULL), ENGLISH, NOW, print_form=True)
    assert not any("Open now" in reading.text for reading in readings(document))
    assert [block.data for block in document.blocks if isinstance(block, QrCode)] == ["https://lunch.test"]


def test_what_is_not_known_is_said_plainly():
    bare = {"id": "1", "source_id": "v", "name": "Bare"}
    facts = facts_of(bare)
    assert facts == {
        "phone": ["No phone number given. Ask the council how to reach them."],
        "place": ["No address given."],
        "clock": ["Ask for times"],
        "money": ["Cost not given"],
    }
    service = Service.from_record(bare)
    assert service_document(service, ENGLISH, NOW).notices[0] == "We do not know when this was last checked."
    assert (short_when(service, ENGLISH, NOW), short_cost(service, ENGLISH)) == ("Ask for times", "Cost not given")


NOT_YET = "Not yet checked by the council."
OLD = "This was last checked more than 6 months ago. Ring first."


@pytest.mark.parametrize(
    ("said", "notices", "stale"),
    [
        ({"assured_date": "2026-05-23"}, ("Checked on 23 May 2026", NOT_YET), True),
        ({"assured_date": "2026-05-24"}, ("Checked on 24 May 2026", NOT_YET), False),
        ({"assured_date": "2027-01-01"}, ("We do not know when this was last checked.", NOT_YET), False),
        ({"assured_date": "rubbish"}, ("We do not know when this was last checked.", NOT_YET), False),
        ({"verified_date": "2026-11-01"}, ("Checked by the council on 1 November 2026",), False),
        ({"verified_date": "2026-01-01"}, ("Checked by the council on 1 January 2026",), True),
        ({"verified_date": "2027-01-01", "assured_date": "2026-11-02"}, ("Checked on 2 November 2026", NOT_YET), False),
    ],
)
def test_when_it_was_checked_and_by_whom(said, notices, stale):
    document = service_document(Service.from_record({**FULL, "assured_date": None, **said}), ENGLISH, NOW)
    assert document.notices == notices
    assert any(reading.text == OLD for reading in readings(document)) is stale


def test_a_hidden_address_is_only_a_town():
    body = {**FULL, "service_at_locations": [{"location": {
        "name": "Secret House", "mask_exact_address": True, "transportation": "Next to the school",
        "addresses": [{"address_1": "9 Hidden Street", "address_2": "Near Lane", "city": "Larkmere",
                       "postal_code": "ZX1 1AB"}]}}]}  # fmt: skip
    text = "\n".join(reading.text for reading in readings(service_document(Service.from_record(body), ENGLISH, NOW)))
    assert "Larkmere. The address is private. Ask them." in text
    for secret in ("Hidden", "Near Lane", "Secret", "1AB", "school"):
        assert secret not in text


def test_closed_for_now_is_a_banner_and_says_nothing_of_today():
    body = {**FULL, "alert": "", "status": "temporarily closed"}
    document = service_document(Service.from_record(body), ENGLISH, NOW)
    banner = document.blocks[0]
    assert isinstance(banner, Callout)
    assert isinstance(banner.blocks[0], Paragraph)
    assert plain(banner.blocks[0].inlines).startswith("This service is closed for now.")
    assert facts_of(body)["clock"] == ["Tuesday and Thursday, 10am to midday"]


def test_free_is_not_the_same_as_not_known():
    assert facts_of({**FULL, "cost_options": [], "is_free": True})["money"] == ["Free"]
    assert facts_of({**FULL, "cost_options": [], "is_free": None})["money"] == ["Cost not given"]
    assert facts_of({**FULL, "cost_options": [], "is_free": False})["money"] == ["There is a charge. Ask how much."]


def test_no_rating_is_not_a_bad_rating():
    body = {**FULL, "registration": {"scheme": "CQC", "rating_date": "2024-01-01"}}
    assert facts_of(body)["rating"][0] == "No rating given."


def test_feed_text_on_a_page_in_another_language_is_marked_as_english():
    document = service_document(Service.from_record(FULL), words_in("ar"), NOW)
    paragraph = next(block for block in document.blocks if isinstance(block, Paragraph))
    assert [getattr(part, "lang", "") for part in paragraph.inlines] == ["en"]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates().map(str),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(FULL)), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(FULL)), _JSON), st.datetimes(min_value=datetime(1, 1, 2)))
def test_a_record_of_any_shape_has_a_page(body, now):
    service = Service.from_record(body)
    assert service_document(service, ENGLISH, now).blocks
    assert short_when(service, ENGLISH, now)
    assert short_cost(service, ENGLISH)


def test_wrong_types_are_not_known():
    service = Service.from_record({"id": 7, "name": ["x"], "minimum_age": -1, "is_free": "perhaps", "phones": "0161"})
    assert (service.id, service.name, service.minimum_age, service.is_free, service.phones) == ("7", "", None, None, ())
    assert Service.from_record({"assured_date": "2026-02-30"}).assured_date is None
    assert Service.from_record({"assured_date": "2026-02-03T10:00:00Z"}).assured_date == date(2026, 2, 3)
