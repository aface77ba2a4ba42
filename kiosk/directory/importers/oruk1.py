"""Brings in Open Referral UK 1.0 JSON (HSDS 1.1 with the LGA's extensions): pages, arrays, JSON lines, single services.

Its collections have odd plurals (`eligibilitys`, `service_taxonomys`), which are right. Each service is put into the
words of HSDS 3.0 and then read by `oruk3`. Source: human-services `Schemas/`, tag 1.0, as described at
developers.openreferraluk.org.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kiosk.directory import tolerant
from kiosk.directory.importers import cleaning
from kiosk.directory.importers.content import Content
from kiosk.directory.importers.json_pages import packed, services_in
from kiosk.directory.importers.oruk3 import service_body
from kiosk.directory.importers.report import Report

KIND = "oruk1"

_MARKS = {
    "servicetaxonomys", "regularschedules", "holidayschedules", "eligibilitys", "fundings", "deliverabletype",
    "attendingaccess", "linktaxonomies",
}  # fmt: skip
_ENVELOPE = {"totalelements"}
_WHO = {
    "adult": "Adults", "child": "Children", "teen": "Teenagers", "family": "Families", "female": "Women",
    "male": "Men", "transgender": "Transgender people",
}  # fmt: skip
_ACCESS = {"drop-in": "Drop in", "appointment": "By appointment", "membership": "For members", "referral": ""}


def recognises(content: Content) -> bool:
    """Whether the first services have the old fields, or a page has the old envelope."""
    if not content.is_json:
        return False
    services = [service for _, service in services_in(content)][:3]
    if any(_MARKS & service.keys() for service in services):
        return True
    return any(_ENVELOPE & packed(item).keys() for _, item in content.objects())


def read(content: Content, report: Report) -> Iterator[tuple[int, dict[str, Any]]]:
    """(line, service) for each service. Names and e-mail addresses of people are not read."""
    for line, service in services_in(content):
        yield line, service_body(as_new(service)) | _rating(service)


def as_new(old: dict[str, Any]) -> dict[str, Any]:
    """A packed service of 1.0 with what 3.0 calls otherwise put into 3.0's words; what both have stays."""
    new = dict(old)
    organization = packed(tolerant.mapping(old.get("organization")))
    new["organization"] = {**organization, "website": organization.get("website") or organization.get("url")}
    new["schedules"] = [*tolerant.mappings(old.get("regularschedules")), *tolerant.mappings(old.get("schedules"))]
    eligible = [packed(row) for row in tolerant.mappings(old.get("eligibilitys"))]
    new["minimumage"], new["maximumage"] = _ages(eligible, old)
    new["eligibilitydescription"] = old.get("eligibilitydescription") or ", ".join(_people(eligible))
    new["attributes"] = [
        *tolerant.mappings(old.get("attributes")),
        *_terms(old.get("servicetaxonomys"), "service_type"),
        *(term for row in eligible for term in _terms(row.get("taxonomys"), "eligibility")),
    ]
    new["serviceatlocations"] = [_link(packed(link)) for link in tolerant.mappings(old.get("serviceatlocations"))]
    access = cleaning.one_line(old.get("attendingaccess")).casefold()
    if access in _ACCESS:
        new.setdefault("referralrequired", access == "referral")
        new["applicationprocess"] = old.get("applicationprocess") or _ACCESS[access]
    return new


def _ages(eligible: list[dict[str, Any]], old: dict[str, Any]) -> tuple[Any, Any]:
    """The lowest and the highest age over all rows; a row without an age leaves that side open."""
    if not eligible:
        return old.get("minimumage"), old.get("maximumage")
    low = [tolerant.whole(row.get("minimumage"), 1, 120) for row in eligible]
    high = [tolerant.whole(row.get("maximumage"), 1, 119) for row in eligible]
    lowest = None if None in low else min(age for age in low if age is not None)
    return lowest, None if None in high else max(age for age in high if age is not None)


def _people(eligible: list[dict[str, Any]]) -> list[str]:
    said = (cleaning.one_line(row.get("eligibility")) for row in eligible)
    return list(dict.fromkeys(_WHO.get(text.casefold(), text) for text in said if text))


def _terms(value: Any, link_type: str) -> Iterator[dict[str, Any]]:
    for item in tolerant.mappings(value):
        term = packed(tolerant.mapping(packed(item).get("taxonomy"))) or packed(item)
        code = tolerant.line(term.get("id"))
        vocabulary = cleaning.one_line(term.get("vocabulary")) or code.partition(":")[0]
        yield {
            "link_type": link_type,
            "taxonomy_term": {"code": code, "name": term.get("name"), "taxonomy": vocabulary},
        }


def _link(link: dict[str, Any]) -> dict[str, Any]:
    place = packed(tolerant.mapping(link.get("location")))
    old_addresses = [packed(address) for address in tolerant.mappings(place.get("physicaladdresses"))]
    return {
        **link,
        "schedules": link.get("schedules") or link.get("regularschedule") or link.get("regularschedules"),
        "holidayschedules": link.get("holidayschedules") or link.get("holidayschedule"),
        "location": {
            **place,
            "addresses": place.get("addresses") or [address | {"addresstype": "physical"} for address in old_addresses],
            "accessibility": place.get("accessibility") or place.get("accessibilityfordisabilities"),
        },
    }


def _rating(service: dict[str, Any]) -> dict[str, Any]:
    """The rating in a feed of the Care Quality Commission's services, which stands among the reviews."""
    for item in tolerant.mappings(service.get("reviews")):
        review = packed(item)
        page = cleaning.web(review.get("url"))
        if "cqc.org.uk" in page:
            return {
                "registration": {
                    "scheme": "CQC",
                    "external_id": page.rstrip("/").rpartition("/")[2],
                    "rating": cleaning.one_line(review.get("title")),
                    "rating_date": (found.isoformat() if (found := tolerant.day(review.get("date"))) else None),
                    "url": page,
                }
            }
    return {}
