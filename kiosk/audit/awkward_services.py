"""Services that are hard to show: known by name alone, known in every detail, named at length, closed, private."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.audit.awkward_care import care_services
from kiosk.audit.long_words import spaced, unbroken

SOURCE = "awkward"
BARE = f"{SOURCE}:bare"
EVERYTHING = f"{SOURCE}:everything"
UNBROKEN = f"{SOURCE}:unbroken"
SPACED = f"{SOURCE}:spaced"
CLOSED = f"{SOURCE}:closed"
PRIVATE = f"{SOURCE}:private"
OTHER_SCRIPTS = f"{SOURCE}:other-scripts"
MANY_PLACES = f"{SOURCE}:many-places"
CLUBS = tuple(f"{SOURCE}:club-{number}" for number in range(1, 31))
ONLY_ONE_HAS = "semaphore"
"""A word that stands in one service alone."""

PLACES = (
    ("name", "lat", "lon", "kind"),
    ("Upper Fallow", "54.10", "-2.45", "place"),
    (unbroken("Nether", 120), "54.20", "-2.55", "place"),
)
_Body = dict[str, Any]
_MEALS_IN_COMPANY = [
    {"kind": "type", "id": "meals-shopping", "origin": "feed"},
    {"kind": "type", "id": "befriending-and-social", "origin": "feed"},
]


def services() -> Iterator[_Body]:
    """Every service, as a line of a feed."""
    yield {"id": "bare", "name": "Known by its name alone"}
    yield _everything()
    yield _long("unbroken", unbroken)
    yield _long("spaced", spaced)
    yield {"id": "closed", "name": "Closed for now", "status": "temporarily closed", "phones": [_phone("01632 960101")]}
    yield {
        "id": "private",
        "name": "A refuge",
        "service_at_locations": [_at("private", "Hidden House", "1 Secret Street", mask_exact_address=True)],
    }
    yield {
        "id": "other-scripts",
        "name": "Świetlica Żółw · Ŵythnos Ŷnys · جمعية الجيران 12",
        "organization": {"name": "مركز المجتمع (Community Centre), 2nd floor"},
        "description": "Zajęcia w języku polskim. نتكلم العربية. Ring 01632 960102 on weekdays.",
        "phones": [_phone("01632 960102")],
        "is_free": True,
        "facets": [_facet("type", "befriending-and-social")],
    }
    yield {
        "id": "many-places",
        "name": "Library at Home",
        "service_at_locations": [
            _at(f"p{number}", f"Branch library {number}", f"{number} High Street", days=day)
            for number, day in enumerate(("MO", "TU", "WE", "TH", "FR", "SA"), start=1)
        ],
    }
    for number in range(1, 31):
        yield _club(number)
    yield from _activities()
    yield from care_services()


def _activities() -> Iterator[_Body]:
    """Activities of which something about their times is not certain, or not known."""
    company = [_facet("type", "befriending-and-social"), _facet("beneficiary", "bereaved")]
    fortnightly = {"byday": "TH", "freq": "WEEKLY", "interval": 2, "opens_at": "10:00"}
    hours = {"byday": "SU", "freq": "WEEKLY", "opens_at": "10:15", "closes_at": "12:30"}
    for identity, rows in (
        ("ask", []),
        ("ask-which-weeks", [fortnightly]),
        ("term", [{**hours, "notes": spaced("Term time only. Not when")}]),
        ("twice", [hours, {**hours, "opens_at": "19:30", "closes_at": "21:45"}, {**hours, "opens_at": None}]),
        ("most-days", [{"byday": "MO,TU,WE,TH,FR", "freq": "WEEKLY", "opens_at": "09:00", "closes_at": "17:00"}]),
    ):
        body = _long(identity, spaced) if identity == "ask" else {"id": identity}
        named = {**body, "name": f"Company, {body.get('name', identity)}", "service_at_locations": []}
        yield {**named, "facets": company, "attending_type": ["venue"], "schedules": rows}


def _everything() -> _Body:
    """Every field that a page can show, filled in."""
    return {
        "id": "everything",
        "name": "Elderwood Day Centre & Café “Kettle’s On”",
        "alternate_name": "The Kettle",
        "description": "Company, food and help with forms.\n- Lunch every day\n- A bus that fetches you\n"
        f"We answer by telephone, by letter and by {ONLY_ONE_HAS}.",
        "alert": "The lift is out of order until 3 December. Ring first if you cannot climb stairs.",
        "staff_note": "Ask for a free first visit.",
        "url": "https://www.example.org/" + unbroken("elderwood", 90),
        "email": "elderwood.day.centre.and.cafe@long-name-of-an-organisation.example",
        "is_free": False,
        "fees_description": "Most people pay something. Ask about help with the cost.",
        "referral_required": True,
        "application_process": "Ring us, or ask your social worker or your GP to write to us.",
        "wait_time": "about 3 weeks",
        "attending_type": ["venue", "phone", "online", "home visit"],
        "eligibility_description": "For people who live alone, and for those who look after somebody.",
        "minimum_age": 55,
        "maximum_age": 110,
        "assured_date": "2026-10-15",
        "organization": {"name": "Elderwood and District Care Association", "website": "https://www.example.org"},
        "phones": [
            _phone("01632 960103", extension="4411", description="Bookings, Monday to Friday, 8:30am to 5:30pm"),
            _phone("07700 900103", type="text"),
            _phone("18001 01632 960103", type="textphone"),
        ],
        "cost_options": [
            {"option": "Lunch", "amount": 4.5, "currency": "GBP", "amount_description": "with pudding"},
            {"option": "The bus", "amount": 0},
            {"option": "A day", "amount": 1234.56},
        ],
        "languages": [{"name": name} for name in ("English", "Welsh", "Polish", "Urdu", "British Sign Language")],
        "service_areas": [{"name": name} for name in ("Upper Fallow", "Nether Fallow", "Elderwood")],
        "facets": [
            _facet("type", "day-opportunities"),
            _facet("type", "advice-advocacy"),
            _facet("beneficiary", "older-people"),
            _facet("beneficiary", "unpaid-carers"),
        ],
        "registration": {
            "scheme": "CQC",
            "external_id": "1-123456789",
            "rating": "Requires improvement",
            "rating_date": "2026-02-03",
            "beds": 42,
            "url": "https://www.cqc.org.uk/location/1-123456789",
        },
        "service_at_locations": [
            _at("hall", "Elderwood Hall", "12a Mill Lane", access=("Step-free entrance", "Hearing loop", "Blue Badge"))
        ],
    }


def _long(identity: str, long: Any) -> _Body:
    """A service that has a name, an organisation, a street and a rule of 300 letters."""
    return {
        "id": identity,
        "name": long("Service"),
        "description": f"{long('Description')} and some ordinary words after it.",
        "organization": {"name": long("Organisation")},
        "phones": [_phone("01632 960104", description=long("Bookings"))],
        "eligibility_description": long("Everybody"),
        "application_process": long("Apply"),
        "cost_options": [{"option": long("Lunch"), "amount": 4.5}],
        "facets": [*_MEALS_IN_COMPANY, _facet("beneficiary", "older-people")],
        "service_at_locations": [_at(identity, long("Hall"), long("Street"), access=(long("Ramp"),))],
    }


def _club(number: int) -> _Body:
    weekday = ("MO", "TU", "WE", "TH", "FR")[number % 5]
    return {
        "id": f"club-{number}",
        "name": f"Lunch club {number}",
        "description": "A hot lunch and company.",
        "organization": {"name": "Friends of Upper Fallow"},
        "phones": [_phone(f"01632 9602{number:02d}")],
        "is_free": number % 3 == 0,
        "facets": [*_MEALS_IN_COMPANY, _facet("beneficiary", "older-people")],
        "service_at_locations": [_at(f"club-{number}", "Village Hall", f"{number} Church Lane", days=weekday)],
    }


def _phone(number: str, **more: str) -> _Body:
    return {"number": number, "type": "voice", **more}


def _facet(kind: str, identity: str) -> _Body:
    return {"kind": kind, "id": identity, "origin": "feed"}


def _at(
    identity: str, name: str, street: str, *, days: str = "TU", access: tuple[str, ...] = (), **location: Any
) -> _Body:
    """A place with its address and its hours."""
    return {
        "id": f"at-{identity}",
        "location": {
            "id": f"loc-{identity}",
            "name": name,
            "location_type": "physical",
            "latitude": 54.1,
            "longitude": -2.45,
            "geo_precision": "exact",
            "addresses": [{"address_1": street, "city": "Upper Fallow", "postal_code": "ZX5 1AE"}],
            "accessibility": [{"description": fact} for fact in access],
            **location,
        },
        "schedules": [{"byday": days, "freq": "WEEKLY", "opens_at": "09:30", "closes_at": "16:15"}],
    }
