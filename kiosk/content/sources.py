"""Reads the guides, contacts, figures, topics and words of one source folder into records."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kiosk.content import choose_data
from kiosk.content.contacts import read_contacts
from kiosk.content.easy_read import read_easy_read
from kiosk.content.figures import read_figures
from kiosk.content.guides import read_guide
from kiosk.content.reading_files import read_toml
from kiosk.content.topics import read_topics
from kiosk.content.word_lists import read_word_lists
from kiosk.errors import InputError
from kiosk.records import Record

_FIELDS = {"name": str, "area": str, "languages": list, "base": str, "demonstration": bool}
_PLAIN = {str: "words", list: "a list", bool: "true or false"}


def read_about(source: Path) -> dict[str, Any]:
    """The ``source.toml`` of a source, checked: name, area, languages, base, demonstration."""
    path = source / "source.toml"
    if not path.is_file():
        raise InputError("this folder is not a source: it has no source.toml", source)
    about = read_toml(path)
    for field, kind in _FIELDS.items():
        if field in about and not isinstance(about[field], kind):
            raise InputError(f"{field} must be {_PLAIN[kind]}", path)
    if not about.get("name"):
        raise InputError("the source has no name", path)
    return {
        "name": about["name"],
        "area": about.get("area") or about["name"],
        "languages": [str(code) for code in about.get("languages", ["en"])],
        "base": about.get("base", ""),
        "demonstration": bool(about.get("demonstration", False)),
    }


def read(source: Path) -> list[Record]:
    """The content records of one source folder, without its base. Raises `InputError` with file and line."""
    records: list[Record] = []
    council = source / "council.toml"
    if council.is_file():
        slots = read_toml(council).get("council", {})
        if not isinstance(slots, dict) or not all(isinstance(value, str) for value in slots.values()):
            raise InputError("[council] must be a table of words", council)
        records.append(Record("council", "council", dict(slots)))
    if (source / "topics.toml").is_file():
        records += read_topics(source / "topics.toml")
    if (source / choose_data.FILE).is_file():
        records.append(choose_data.read_choose(source / choose_data.FILE))
    if (source / "contacts.csv").is_file():
        records += [contact.record() for contact in read_contacts(source / "contacts.csv")]
    if (source / "figures.csv").is_file():
        records += [figure.record() for figure in read_figures(source / "figures.csv")]
    records += read_word_lists(source / "words")
    records += [page.record() for page in read_easy_read(source / "easy")]
    return records + _read_guides(source / "guides")


def _read_guides(folder: Path) -> list[Record]:
    places: dict[str, Path] = {}
    records: list[Record] = []
    for path in sorted(folder.rglob("*.md")):
        if len(path.relative_to(folder).parts) != 3:
            raise InputError("a guide lies in guides/LANGUAGE/TOPIC/", path)
        guide = read_guide(path, path.parent.parent.name)
        if guide.topic != path.parent.name:
            raise InputError(f"the guide's topic is {guide.topic!r} but it lies in {path.parent.name!r}", path)
        record = guide.record()
        if record.key in places:
            raise InputError(f"a guide of this id lies in {places[record.key]} too", path)
        places[record.key] = path
        records.append(record)
    return records
