"""What an import says about the council's own decisions: corrections whose service changed, and duplicates."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.directory import duplicates
from kiosk.directory.duplicates import Pair, proposed, read_pairs
from kiosk.directory.importers.bring import bring
from kiosk.directory.importers.report import Report
from kiosk.directory.sources import read
from kiosk.errors import InputError

TODAY = date(2026, 11, 22)


def service(identity: str, name: str, postcode: str = "", **more: Any) -> dict[str, Any]:
    place = [{"location": {"addresses": [{"postal_code": postcode}]}}] if postcode else []
    return {"id": identity, "name": name, "description": "x", "service_at_locations": place, **more}


def bring_in(into: Path, **feeds: list[dict[str, Any]]) -> Report:
    paths = []
    for name, services in feeds.items():
        path = into.parent / f"{name}.json"
        path.write_text(json.dumps({"contents": services}), encoding="utf-8")
        paths.append(path)
    return bring(paths, into, TODAY, accept_fewer=True)


def codes(report: Report) -> list[str]:
    wanted = ("correction", "maybe-same", "to-decide")
    return [finding.code for finding in report.findings if finding.code in wanted]


def keys(into: Path) -> set[str]:
    return {record.key for record in read(into) if record.kind == "service"}


@pytest.fixture
def into(tmp_path) -> Path:
    return tmp_path / "vale"


def test_a_correction_whose_service_changed_beneath_is_named_with_what_changed(into):
    bring_in(into, a=[service("1", "Tea", email="old@tea.test"), service("2", "Walks")])
    (into / "corrections.csv").write_text("service,action,field,value\na:1,mend,name,Tea and talk\na:2,hide,,\n")
    report = bring_in(into, a=[service("1", "Tea", email="new@tea.test"), service("2", "Walks")])
    (finding,) = [finding for finding in report.findings if finding.code == "correction"]
    assert "'a:1' has changed since (email)" in finding.message
    assert finding.line == 2
    (tea,) = [record.body for record in read(into) if record.kind == "service"]
    assert (tea["name"], tea["email"]) == ("Tea and talk", "new@tea.test"), "the correction and the news both hold"


def test_a_service_that_only_says_a_new_date_has_not_changed(into):
    bring_in(into, a=[service("1", "Tea", last_modified="2026-01-01")])
    (into / "corrections.csv").write_text("service,action,field,value\na:1,note,,Ring first\n")
    assert codes(bring_in(into, a=[service("1", "Tea", last_modified="2026-02-02")])) == []


def test_a_correction_whose_service_went_away_is_named(into):
    bring_in(into, a=[service("1", "Tea"), service("2", "Walks")])
    (into / "corrections.csv").write_text("service,action,field,value\na:1,hide,,\n")
    report = bring_in(into, a=[service("2", "Walks")])
    assert "no service 'a:1'" in next(f.message for f in report.findings if f.code == "correction")


def test_twins_are_proposed_once_and_remembered(into):
    feeds = {"a": [service("1", "Tea & Talk", "ZX1 1AA")], "b": [service("9", "tea and talk", "ZX11AA")]}
    assert codes(bring_in(into, **feeds)) == ["maybe-same", "to-decide"]
    assert [pair[:2] for pair in read_pairs(into / duplicates.FILE)] == [("a:1", "b:9")]
    assert codes(bring_in(into, **feeds)) == ["to-decide"], "an open question is counted, and not asked twice"
    assert keys(into) == {"a:1", "b:9"}, "nothing is hidden before somebody decides"


@pytest.mark.parametrize(
    ("decision", "left"),
    [("keep one", {"a:1"}), ("Keep Other", {"b:9"}), ("different", {"a:1", "b:9"}), ("", {"a:1", "b:9"})],
)
def test_a_decision_holds_at_every_import(into, decision, left):
    feeds = {"a": [service("1", "Tea", "ZX1 1AA")], "b": [service("9", "Tea", "ZX1 1AA")]}
    bring_in(into, **feeds)
    (into / duplicates.FILE).write_text(f"one,other,decision,who\na:1,b:9,{decision},ward office\n", encoding="utf-8")
    report = bring_in(into, **feeds)
    assert keys(into) == left
    assert codes(report) == ([] if decision else ["to-decide"])
    assert "ward office" in (into / duplicates.FILE).read_text(encoding="utf-8")


def test_the_one_that_is_left_is_shown_even_if_it_was_not_to_be_kept(into):
    bring_in(into, a=[service("1", "Tea", "ZX1 1AA"), service("2", "Walks")])
    (into / duplicates.FILE).write_text("one,other,decision\na:1,b:9,keep other\n", encoding="utf-8")
    assert "a:1" in keys(into), "its twin went away, so somebody must still find it"


def test_new_pairs_are_added_below_what_a_person_wrote(into):
    into.mkdir()
    (into / "source.toml").write_text('name = "Vale"\narea = "Vale"\nlanguages = ["en"]\nbase = "national"\n')
    (into / duplicates.FILE).write_text("decision,other,one,why\ndifferent,x:2,x:1,two halls", encoding="utf-8")
    bring_in(into, a=[service("1", "Tea", "ZX1 1AA")], b=[service("9", "Tea", "ZX1 1AA")])
    assert (into / duplicates.FILE).read_text(encoding="utf-8") == (
        "decision,other,one,why\ndifferent,x:2,x:1,two halls\n,b:9,a:1,\n"
    )


def test_what_makes_twins():
    tea = {"name": "Tea", "phones": [{"number": "01632 960 001"}]}
    assert proposed({"a:1": tea, "b:1": {**tea, "phones": [{"number": "01632960001"}]}}) == [Pair("a:1", "b:1", "Tea")]
    assert proposed({"a:1": tea, "b:1": {**tea, "name": "Coffee"}}) == []
    assert proposed({"a:1": tea, "a:2": tea}) == [], "one source knows its own"
    assert proposed({"a:1": {"name": "Tea"}, "b:1": {"name": "Tea"}}) == [], "a name alone is not enough"
    assert proposed({"a:1": tea, "b:1": tea}, [Pair("b:1", "a:1", "", "different")]) == []


@pytest.mark.parametrize(
    ("text", "says"),
    [("one,other\na:1,b:1\n", "column decision is missing"), ("one,other,decision\na:1,b:1,maybe\n", "'maybe' is not")],
)
def test_a_wrong_file_of_decisions_is_refused_with_its_line(tmp_path, text, says):
    path = tmp_path / duplicates.FILE
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=says):
        read_pairs(path)
