"""Small source folders for tests: whole and right, until a test breaks one thing."""

from __future__ import annotations

from pathlib import Path

CONTACTS_HEAD = (
    "key,name,purpose,phone,relay,hours,web,safety,verified,hours_verified,relay_verified,checked_on,source\n"
)
CONTACTS = CONTACTS_HEAD + (
    "emergency.999,Police,Danger now,999,Textphone 18000,24 hours a day,,yes,yes,yes,yes,2026-11-21,Police\n"
    "national.line,Advice line,Advice,0300 123 4567,18001 0300 123 4567,10am to 4pm,https://example.org,"
    "no,yes,no,no,2026-11-21,Their site\n"
    "national.unsure,Unsure line,Advice,0300 765 4321,18001 0300 765 4321,9am to 5pm,,yes,no,yes,yes,,\n"
)
FIGURES_HEAD = "key,label,amount,unit,period,valid_from,valid_to,checked_on,verified,source_title,source_url\n"
FIGURES = FIGURES_HEAD + (
    "capital.upper,Upper limit,23250,GBP,,2025-04-06,2026-04-05,2026-11-21,yes,Circular,\n"
    "capital.upper,Upper limit,24000,GBP,,2026-04-06,2027-04-05,2026-11-21,yes,Circular,\n"
    "guess,A guess,99.5,GBP,week,2026-04-06,2027-04-05,2026-11-21,no,,\n"
    "gone,An old amount,10.5,GBP,week,2024-04-06,2025-04-05,2026-11-21,yes,Circular,\n"
)
TOPICS = """[[topics]]
id = "care"
title.en = "Care"
title.ar = "الرعاية"
[[topics.subtopics]]
id = "asking"
title.en = "Asking"
"""
FRONT = """id = "{id}"
title = "Asking for help"
summary = "How to ask."
topic = "care"
subtopic = "asking"
reviewed = 2026-11-01
review_by = 2027-05-01
{more}
[[sources]]
title = "Care Act 2014, section 9"
"""
FIRST = "> [!FIRST]\n> Ring the council.\n"


def guide_text(body: str, guide_id: str = "asking", more: str = "") -> str:
    """A guide file; the body stands after a FIRST box."""
    return f"+++\n{FRONT.format(id=guide_id, more=more)}+++\n{FIRST}\n{body}\n"


def write_guide(source: Path, body: str, guide_id: str = "asking", lang: str = "en", more: str = "") -> Path:
    """Write one guide into a source folder."""
    path = source / "guides" / lang / "care" / f"{guide_id}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(guide_text(body, guide_id, more), encoding="utf-8")
    return path


def write_source(folder: Path, about: str = "", body: str = "You can ask for help.") -> Path:
    """A source of one guide, three contacts and four figures; needs no base."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "source.toml").write_text(f'name = "Small"\narea = "Smallshire"\n{about}', encoding="utf-8")
    (folder / "contacts.csv").write_text(CONTACTS, encoding="utf-8")
    (folder / "figures.csv").write_text(FIGURES, encoding="utf-8")
    (folder / "topics.toml").write_text(TOPICS, encoding="utf-8")
    write_guide(folder, body)
    return folder
