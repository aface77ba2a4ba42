"""The report as one page for people, with a picture of each fault; it needs nothing from anywhere else."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import Any

from kiosk.audit.check import CHECKS
from kiosk.audit.examine import PICTURES
from kiosk.audit.report import Finding, Report

_FOLDER = Path(__file__).parent / "templates"
_SAYS = {
    "CRASH": "A screen, the way to it, or a check failed instead of answering.",
    "CATALOGUE": "A language has no words on this machine.",
    "SETTING": "A setting of this machine was left out.",
}


def report_page(report: Report) -> str:
    """The page as HTML. Everything in it is escaped."""
    from kiosk.document.html import html_environment

    template = html_environment(_FOLDER).get_template("report.html.j2")
    return template.render(report=report, groups=list(_groups(report)), pictures=PICTURES) + "\n"


def _groups(report: Report) -> list[dict[str, Any]]:
    """The findings by check, and in each by screen."""
    by_check = groupby(report.findings, key=lambda found: found.code)
    return [_group(code, list(findings)) for code, findings in by_check]


def _group(code: str, findings: list[Finding]) -> dict[str, Any]:
    known = CHECKS.get(code)
    return {
        "code": code,
        "says": known.says if known else _SAYS.get(code, ""),
        "rows": known.rows if known else (),
        "count": len(findings),
        "screens": [
            {"name": name or "This machine", "findings": list(found)}
            for name, found in groupby(findings, key=lambda found: found.screen)
        ],
    }
