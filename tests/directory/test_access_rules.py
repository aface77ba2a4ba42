"""What a feed's words about access come to: only what is said in full, and nothing that is taken back."""

from __future__ import annotations

import csv

import pytest

from kiosk.directory import access_rules
from kiosk.directory.access_rules import FACTS, access_facts, facts_in
from kiosk.directory.service import Service


@pytest.mark.parametrize(
    ("said", "facts"),
    [
        ("Full wheelchair access", {"step-free", "step-free-inside"}),
        ("Partial wheelchair access", set()),
        ("Wheelchair accessible entrance", {"step-free"}),
        ("STEP-FREE entrance", {"step-free"}),
        ("Wheelchair accessible; two steps to the hall", set()),
        ("Not wheelchair accessible", set()),
        ("No step-free access", set()),
        ("Wheelchair access: yes", {"step-free"}),
        ("Wheelchair access: no", set()),
        ("Building has lift", {"step-free-inside"}),
        ("The lift is not working", set()),
        ("Level access and a disabled toilet", {"step-free", "accessible-toilet"}),
        ("No accessible toilet", set()),
        ("Induction loop", {"hearing-loop"}),
        ("Blue Badge bays outside", {"disabled-parking"}),
        ("Car parking", set()),
        ("Friendly staff", set()),
        ("", set()),
    ],
)
def test_statements(said, facts):
    assert facts_in(said) == facts


def test_a_service_says_what_any_of_its_places_says():
    hall = {
        "location": {"accessibility": [{"description": "Partial wheelchair access"}, {"description": "Hearing loop"}]}
    }
    library = {"location": {"accessibility": [{"description": "Step-free entrance"}]}}
    body = {"id": "1", "source_id": "v", "name": "x", "service_at_locations": [hall, library]}
    assert access_facts(Service.from_record(body)) == ("step-free", "hearing-loop")
    assert access_facts(Service.from_record({**body, "service_at_locations": []})) == ()


def test_signing_among_the_languages_counts():
    body = {"id": "1", "source_id": "v", "name": "x", "languages": [{"name": "British Sign Language"}]}
    assert access_facts(Service.from_record(body)) == ("sign-language",)


def test_the_list_of_words_and_the_facts_are_the_same():
    with access_rules._FILE.open(encoding="utf-8", newline="") as file:
        assert [row["fact"] for row in csv.DictReader(file)] == list(FACTS)
