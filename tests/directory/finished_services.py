"""Services as an import leaves them, for property tests; ways to write them as a source and to read them back."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from kiosk.directory import tolerant
from kiosk.directory.importers import hsds_tables, oruk3
from kiosk.directory.importers.bring import read_feed
from kiosk.directory.importers.content import read_content
from kiosk.directory.importers.detect import FORMATS, Feed
from kiosk.directory.importers.finishing import Finisher
from kiosk.directory.importers.report import Report

TODAY = date(2026, 11, 22)
_NASTY = ["=1+1", "'=x", "''@x", "-5", "+44 1632 960123", "@x", "N/A", '"', "a;b|c,d\te", "../../x", "CARE HOME", "0",
          "true",
          "<b>x</b> &amp;", "\u202eabc", "🦊", "ŵ £", "null", "[1]", "x" * 300, "a\x00b", "CON", "\\N"]  # fmt: skip

text = st.sampled_from(_NASTY) | st.text(max_size=12)
line = text.map(tolerant.line)
prose = st.builds("{}\n{}".format, text, text).map(tolerant.text) | line
day = st.dates(date(2000, 1, 1), date(2040, 1, 1)).map(date.isoformat) | line
flag = st.sampled_from([True, False, None])
identity = st.uuids().map(str) | st.sampled_from(["1", "A", "a", "x/../y", "=1"]) | line
number = st.none() | st.integers(-3, 2000) | st.floats(-1e6, 1e6)


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


def _few(item: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(item, max_size=2)


phones = _few(_some(number=line, type=line, description=line, extension=line))
schedules = _few(
    _some(freq=st.sampled_from(["WEEKLY", "week", "MONTHLY", "DAILY"]) | line, byday=line, bymonthday=line,
          interval=st.integers(1, 1000), dtstart=day, valid_from=day, valid_to=day,
          opens_at=st.sampled_from(["09:00", "9:00", "24:00"]) | line, closes_at=line, description=line, notes=line)
)  # fmt: skip
location = _some(
    id=identity, name=line, location_type=st.sampled_from(["physical", "postal", "virtual", "Boat"]),
    latitude=st.none() | st.floats(50, 60), longitude=st.none() | st.floats(-6, 1), transportation=prose,
    mask_exact_address=flag, geo_precision=st.sampled_from(["exact", "postcode", "sector", "outcode", "none"]),
    addresses=_few(_some(address_1=line, address_2=line, city=line, region=line, state_province=line, country=line,
                         postal_code=st.sampled_from(["ZX3 1AA", "ZX3"]) | line)),
    accessibility=_few(_some(description=line, details=line)),
)  # fmt: skip
facets = _few(
    st.fixed_dictionaries(
        {"kind": line.filter(bool), "id": line.filter(bool), "origin": st.sampled_from(["feed", "staff", "rule"])}
    )
)
links = _few(
    st.fixed_dictionaries(
        {"location": location},
        optional={"id": identity, "description": prose, "schedules": schedules, "phones": phones},
    )
)
body = st.fixed_dictionaries(
    {"id": identity, "name": line.filter(bool)},
    optional={
        "alternate_name": line, "description": prose | st.just("A refuge"),
        "status": st.sampled_from(["active", "temporarily closed", "Temporarily Closed", "Open"]) | line,
        "url": st.sampled_from(["https://x.example/a", "www.x.example", "http://x.example/a b", "http://x/%zz"]) | line,
        "email": st.sampled_from(["a@b.example", "A B <a@b.example>"]) | line, "fees_description": prose,
        "is_free": flag,
        "referral_required": flag, "application_process": prose, "eligibility_description": prose,
        "minimum_age": st.none() | st.integers(0, 60), "maximum_age": st.none() | st.integers(60, 120), "alert": prose,
        "wait_time": line, "attending_type": st.lists(line.filter(bool), max_size=2), "assured_date": day,
        "last_modified": st.sampled_from(["2026-11-17T08:00:00Z", "2026-11-17T08:00:00", "2026-02-30"]) | day,
        "staff_note": prose, "organization": _some(id=identity, name=line, description=prose, website=line, email=line),
        "phones": phones, "schedules": schedules, "service_at_locations": links,
        "cost_options": _few(_some(option=line, amount=number, currency=line, amount_description=line)),
        "languages": _few(_some(name=line, code=line)), "service_areas": _few(_some(name=line, extent=line)),
        "attributes": _few(_some(name=line, vocabulary=line, code=line, link_type=line)),
        "facets": facets,
        "registration": _some(scheme=line, external_id=line, rating=line, rating_date=day, beds=st.integers(1, 5000),
                           url=line),
    },
)  # fmt: skip


def finished(bodies: list[dict[str, Any]], source_id: str = "vale") -> dict[str, dict[str, Any]]:
    """The services that an import would keep of these, with no kinds but their own."""
    finisher = Finisher(source_id, source_id, Report(), TODAY)
    for number, found in enumerate(bodies, start=1):
        finisher.add({**found, "finished": True}, "x", number)
    return finisher.bodies


def write_source(folder: Path, bodies: dict[str, dict[str, Any]], source_id: str = "vale", **about: str) -> Path:
    """A source folder with one source of these services."""
    place = folder / "directory" / source_id
    place.mkdir(parents=True, exist_ok=True)
    (folder / "source.toml").write_text('name = "Vale"\n', encoding="utf-8")
    (place / "source.json").write_text(json.dumps({"id": source_id, **about}), encoding="utf-8")
    lines = (json.dumps(found, ensure_ascii=False) + "\n" for found in bodies.values())
    (place / "records.jsonl").write_text("".join(lines), encoding="utf-8", newline="\n")
    return folder


def back(folder: Path, report: Report | None = None) -> dict[str, dict[str, Any]]:
    """The services of an exported source, in whichever format, by id."""
    report = report or Report()
    tables = [read_content(path) for path in sorted(folder.glob("*.csv"))]
    if tables:
        assert hsds_tables.recognises_files(tables)
        finisher = Finisher(folder.name, folder.name, report, TODAY)
        for content, number, found in hsds_tables.read_files(tables, report):
            finisher.add(found, str(content.path), number)
        return finisher.bodies
    kind = next(kind for kind in FORMATS if kind.kind == oruk3.KIND)
    contents = tuple(read_content(path) for path in sorted(folder.rglob("*.json")))
    assert all(kind.recognises(content) for content in contents)
    imported = read_feed(Feed(folder.name, kind, contents), report, TODAY, folder.name)
    return {found["id"]: found for found in imported.bodies}
