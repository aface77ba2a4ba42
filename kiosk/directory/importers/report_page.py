"""The report of an import as one page for staff; it needs nothing from anywhere else."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

from kiosk.directory.importers.report import Finding, Report

_FOLDER = Path(__file__).parent / "templates"
_LEVELS = {
    "error": ("Left out", "These records could not be used."),
    "warning": ("To look at", "These came in, but something about them is missing, odd or out of date."),
    "guess": ("Put right or hidden", "These were put right or hidden by a rule of ours. Check a few."),
}
_SAYS = {
    "ages": "The lowest age is above the highest.",
    "bad-point": "The point on the map is not in the United Kingdom.",
    "correction": "A correction of yours no longer fits.",
    "elsewhere": "These lie in other local authorities than those asked for.",
    "encoding": "The file is in an old spelling of letters.",
    "extra-cells": "Rows have more cells than the header.",
    "hidden-address": "The address is not shown, as the place may be a refuge.",
    "maybe-same": "Two feeds may carry the same service.",
    "no-contact": "Nobody could get in touch with these.",
    "no-details": "The feed lists these, but says nothing more about them.",
    "no-day": "Hours for a holiday that name no day.",
    "no-id": "These have no id of their own, so corrections hold by name, street and postcode.",
    "no-name": "These have no name.",
    "no-services": "These files hold no service that can be used.",
    "not-active": "The feed says that these have ended.",
    "not-dated": "Nobody says when these were last checked.",
    "not-narrowed": "These lists do not say in which local authority a service is.",
    "not-services": "These files hold no services.",
    "not-visible": "By their own dates, these are not to be shown today.",
    "old-cost": "A price ran out.",
    "part-of-feed": "The feed says that it has more.",
    "person-column": "Columns that name people are not brought in.",
    "phone-zero": "Telephone numbers that had lost their first 0.",
    "same-id": "An id stands more than once.",
    "swapped-point": "Latitude and longitude were swapped.",
    "times-as-text": "Opening times that can be read in more than one way are shown as they were written.",
    "to-decide": "Write “different”, “keep one” or “keep other” beside each pair in duplicates.csv.",
    "wrong-total": "The feed counts its services wrongly, or its list is cut short.",
}


def report_page(report: Report, into: str) -> str:
    """The page as HTML. Everything in it is escaped."""
    from kiosk.document.html import html_environment

    template = html_environment(_FOLDER).get_template("report.html.j2")
    return template.render(report=report, levels=list(_levels(report)), into=into) + "\n"


def _levels(report: Report) -> list[dict[str, Any]]:
    """The findings by level, and in each by what they are about."""
    found = []
    for level, (title, says) in _LEVELS.items():
        same = sorted((finding for finding in report.findings if finding.level == level), key=lambda one: one.code)
        groups = [_group(code, list(findings)) for code, findings in groupby(same, key=lambda one: one.code)]
        found.append({"level": level, "title": title, "says": says, "count": len(same), "groups": groups})
    return found


def _group(code: str, findings: list[Finding]) -> dict[str, Any]:
    return {"code": code, "says": _SAYS.get(code, code), "findings": findings}
