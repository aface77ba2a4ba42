"""Care homes and home care that are hard to show side by side: nothing known of them, or all, or named at length."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.audit.long_words import spaced, unbroken

_SOURCE = "awkward"
NAMED_ONLY = f"{_SOURCE}:care-named-only"
NOT_RATED = f"{_SOURCE}:care-not-rated"
WELL_KNOWN = f"{_SOURCE}:care-well-known"
UNBROKEN = f"{_SOURCE}:care-unbroken"
SPACED = f"{_SOURCE}:care-spaced"
AGENCY = f"{_SOURCE}:care-agency"
_Body = dict[str, Any]


def care_services() -> Iterator[_Body]:
    """Each as a line of a feed."""
    home = [{"kind": "type", "id": "care-home", "origin": "feed"}]
    yield {"id": "care-named-only", "name": "A home known by name", "facets": home}
    yield {
        "id": "care-not-rated",
        "name": "New Barn",
        "status": "temporarily closed",
        "alert": "The council is looking into this home. Ring before you visit.",
        "facets": home,
        "registration": {"scheme": "CQC", "rating": "Not rated"},
    }
    yield _full("care-well-known", "Elderwood Court") | {"facets": home}
    for identity, long in (("care-unbroken", unbroken), ("care-spaced", spaced)):
        yield _full(identity, long("Home")) | {
            "facets": home,
            "organization": {"name": long("Group")},
            "languages": [{"name": long("Language")}],
            "cost_options": [{"option": long("Week"), "amount": 1120}],
            "eligibility_description": long("Everybody"),
        }
    yield _full("care-agency", "Elderwood Care at Home") | {
        "facets": [{"kind": "type", "id": "home-care", "origin": "feed"}],
        "attending_type": ["home visit"],
        "attributes": [{"name": "Domiciliary care service", "vocabulary": "cqc"}],
    }


def _full(identity: str, name: str) -> _Body:
    bands = ("Dementia", "Older People", "Physical Disability", "Sensory Impairment", "Younger Adults")
    return {
        "id": identity,
        "name": name,
        "organization": {"name": "Elderwood Care Limited"},
        "phones": [{"number": "01632 960177"}, {"number": "01632 960178", "type": "textphone"}],
        "cost_options": [{"option": "A single room", "amount": 1180, "amount_description": "a week, from"}],
        "languages": [{"name": language} for language in ("English", "Welsh", "Urdu", "British Sign Language")],
        "assured_date": "2026-10-01",
        "attributes": [
            {"name": "Care home service with nursing", "vocabulary": "cqc"},
            {"name": "Caring for people whose rights are restricted under the Mental Health Act", "vocabulary": "cqc"},
            *({"name": band, "vocabulary": "cqc", "link_type": "eligibility"} for band in bands),
        ],
        "registration": {
            "scheme": "CQC",
            "rating": "Requires improvement",
            "rating_date": "2026-02-03",
            "inherited": True,
            "beds": 1204,
            "ratings": {
                "safe": "Requires improvement",
                "effective": "Good",
                "caring": "Outstanding",
                "responsive": "Good",
                "well-led": "Inadequate",
            },
        },
        "service_at_locations": [
            {
                "id": f"at-{identity}",
                "location": {
                    "id": f"loc-{identity}",
                    "location_type": "physical",
                    "latitude": 54.12,
                    "longitude": -2.44,
                    "geo_precision": "postcode",
                    "addresses": [{"address_1": "3 Mill Lane", "city": "Upper Fallow", "postal_code": "ZX5 1AF"}],
                },
            }
        ],
    }
