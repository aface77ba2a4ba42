"""An edition of awkward records: names of 300 letters, services of which only the name is known, every kind of block.

Made anew for every audit, in a folder that is thrown away; it builds on no other source, so that a change of the real
pages changes nothing here.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.audit import awkward_choosing, awkward_guides, awkward_services
from kiosk.audit.long_words import SPACED_TERM, UNBROKEN_TERM, spaced, unbroken
from kiosk.edition.build import build

AREA = "North Lakeland, the Western Dales and the Solway Coast"
BUILT_ON = date(2026, 11, 20)
EMPTY_TOPIC = "nothing-yet"
FULL_TOPIC = "full"
GUIDE_TOPIC = "care"

_ABOUT = f"""name = "Awkward records"
area = "{AREA}"
languages = ["en", "ar"]
"""
_CONTACTS = (
    ("key", "name", "purpose", "phone", "relay", "hours", "web", "safety", "verified", "hours_verified",
     "relay_verified", "checked_on", "source"),
    ("emergency.999", "Police, ambulance or fire", "Danger now", "999", "Textphone 18000", "24 hours a day", "", "yes",
     "yes", "yes", "yes", "2026-11-21", "Police"),
    ("nhs.111", spaced("NHS 111"), "", "111", "", spaced("Day and night"), "", "yes", "yes", "yes", "no", "", ""),
    ("line.whole", "Advice line", "Advice about care, for anybody", "0300 123 4567", "18001 0300 123 4567",
     "Monday to Friday, 10am to 4pm", "https://example.org", "no", "yes", "yes", "yes", "2026-11-21", "Their site"),
    ("line.web", "Advice on the web", "", "", "", "", "https://www.example.org/" + unbroken("advice", 120), "no", "yes",
     "no", "no", "", ""),
    ("line.long", unbroken("Adviceline"), spaced("Advice"), "0300 765 4321", "18001 0300 765 4321", spaced("Weekdays"),
     "", "yes", "yes", "yes", "yes", "", ""),
)  # fmt: skip
_FIGURES = (
    ("key", "label", "amount", "unit", "period", "valid_from", "valid_to", "checked_on", "verified", "source_title",
     "source_url"),
    ("now", "An amount", "23250", "GBP", "", "2026-04-06", "2027-04-05", "2026-11-21", "yes", "Circular", ""),
    ("gone", "An old amount", "10.5", "GBP", "week", "2024-04-06", "2025-04-05", "2025-01-21", "yes", "Circular", ""),
)  # fmt: skip
_TERMS = (
    ("term", "meaning", "also"),
    (UNBROKEN_TERM, "A word that is as long as the longest name of a service.", ""),
    (SPACED_TERM, spaced("It means"), ""),
    *((f"term {number}", f"The meaning of term {number}.", "") for number in range(1, 10)),
)


def build_awkward(folder: Path) -> Path:
    """Make the edition in an empty folder and say where it is."""
    source = folder / "awkward-source"
    for language, topic, guide_id, text in awkward_guides.guides():
        _write(source / "guides" / language / topic / f"{guide_id}.md", text)
    for guide_id, text in awkward_guides.easy_read():
        _write(source / "easy" / "en" / f"{guide_id}.md", text)
    _write(source / "source.toml", _ABOUT)
    _write(source / "topics.toml", _topics())
    _write(source / "choose.toml", awkward_choosing.choose_toml())
    _write_rows(source / "contacts.csv", _CONTACTS)
    _write_rows(source / "figures.csv", _FIGURES)
    _write_rows(source / "words" / "en" / "glossary.csv", _TERMS)
    _write_rows(source / "places" / "places.csv", awkward_services.PLACES)
    _write(source / "places" / "outlines.geojson", json.dumps(_outlines()))
    feed = source / "directory" / awkward_services.SOURCE
    _write(feed / "source.json", json.dumps({"id": awkward_services.SOURCE, "name": "Awkward feed", "kind": "feed"}))
    lines = (json.dumps(body, ensure_ascii=False) for body in awkward_services.services())
    _write(feed / "records.jsonl", "\n".join(lines) + "\n")
    return build(source, folder / "awkward-edition", BUILT_ON).folder


def _outlines() -> dict[str, Any]:
    """Two areas side by side; that of the services has a name without a break."""
    areas = ((unbroken("Fallow", 80), -2.50, -2.42), ("Nether", -2.42, -2.36))
    return {
        "type": "FeatureCollection",
        "features": [
            {"properties": {"name": name}, "geometry": {"type": "Polygon", "coordinates": [_square(west, east)]}}
            for name, west, east in areas
        ],
    }


def _square(west: float, east: float) -> list[list[float]]:
    return [[west, 54.06], [east, 54.06], [east, 54.14], [west, 54.14], [west, 54.06]]


def _topics() -> str:
    """Home's topics: one without pages, one as full as a topic may be, the others of middling length."""
    titles = {
        "find": "Find local help",
        GUIDE_TOPIC: "Getting care and support when you come home from hospital or cannot manage alone",
        EMPTY_TOPIC: "Money and benefits",
        FULL_TOPIC: "Your rights, staying safe, complaints and having your say",
    }
    subtopics = {
        GUIDE_TOPIC: {"asking": "Asking for help, and what happens then, however long it takes"},
        FULL_TOPIC: {f"part-{part}": f"Part {part} of seven" for part in range(1, 8)},
    }
    icons = {"find": "search", GUIDE_TOPIC: "heart"}
    lines = []
    for topic, title in titles.items():
        lines += ["[[topics]]", f'id = "{topic}"', f'title.en = "{title}"', f'icon = "{icons.get(topic, "info")}"']
        lines.append(f'summary.en = "{title}, and everything that goes with it for you and for those near to you"')
        for subtopic, name in subtopics.get(topic, {}).items():
            lines += ["[[topics.subtopics]]", f'id = "{subtopic}"', f'title.en = "{name}"']
    return "\n".join(lines) + "\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _write_rows(path: Path, rows: Iterable[Sequence[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
