"""What CQC's files have in common: their words for ratings, their labels, and which services are social care."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiosk.directory.importers import cleaning
from kiosk.directory.importers.content import Content
from kiosk.directory.importers.csv_headers import plain
from kiosk.directory.importers.report import Report, counted

VOCABULARY = "cqc"

_RATINGS = ("Outstanding", "Good", "Requires improvement", "Inadequate")
_SAYS_WHY = ("Inspected but not rated", "Insufficient evidence to rate")
_NOT_YET = ("not rated", "not yet rated", "no published rating")
_RATING_WORDS = {word.casefold(): word for word in (*_RATINGS, *_SAYS_WHY)} | dict.fromkeys(_NOT_YET, "Not rated")
_NOT_SOCIAL_CARE = {
    "ambulances", "ambulance service", "blood and transplant service", "clinic", "clinics", "dentist", "dentists",
    "dental service", "diagnosis screening", "diagnostic and or screening service", "doctors gps", "doctors",
    "gp practice", "hospital", "hospitals", "hospitals mental health capacity", "hyperbaric chamber services",
    "mobile doctors", "phone online advice", "prison healthcare", "slimming clinics", "urgent care centres",
    "urgent care services", "community services healthcare", "community services nursing",
}  # fmt: skip


def rating(text: str) -> str:
    """CQC's word in one spelling, also that there is none; "" for a blank, "Not applicable" and unknown words."""
    return _RATING_WORDS.get(" ".join(cleaning.one_line(text).split()).casefold(), "")


def attribute(label: str, link_type: str = "") -> dict[str, str]:
    """A label of CQC's as a service carries it; ``rules/codes.csv`` knows what kind of help it is."""
    return {"vocabulary": VOCABULARY, "name": label, "link_type": link_type}


def labels(cell: str) -> list[str]:
    """The labels in a cell that puts ``|`` between them, each once."""
    return list(dict.fromkeys(label for part in cell.split("|") if (label := cleaning.one_line(part))))


def is_health_only(service_types: list[str]) -> bool:
    """Whether all the types of a place, by CQC's directory, are health care: dentists, doctors, hospitals."""
    return bool(service_types) and all(plain(label) in _NOT_SOCIAL_CARE for label in service_types)


def page(location_id: str) -> str:
    """Where CQC's report on a location is read."""
    return f"https://www.cqc.org.uk/location/{location_id}" if location_id else ""


def registration(location_id: str, **facts: Any) -> dict[str, Any]:
    """What a service says of its registration; what is not known is left out when it is finished."""
    return {"scheme": "CQC", "external_id": location_id, "url": page(location_id), **facts}


def has_lost_zero(row: Mapping[str, str]) -> bool:
    return cleaning.lost_zero(row.get("phone", "").strip())


def report_counts(report: Report, content: Content, others: int, zeros: int) -> None:
    """One line each for what would otherwise be a line for thousands of rows."""
    if content.encoding != "utf-8":
        report.add("guess", "encoding", f"read as {content.encoding}, as it is not UTF-8", content.label, 1)
    if zeros:
        message = f"{counted(zeros, 'phone number')} that lost the 0 in front got it back"
        report.add("guess", "phone-zero", message, content.label)
    if others:
        message = f"{counted(others, 'other place')} (health care, not social care) left out"
        report.add("warning", "not-social-care", message, content.label)
