"""Kinds and groups from codes, labels and words: in which order, with what origin, and by a council's own lists."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from kiosk.directory.facet_rules import FacetRules, our_rules, rules_of
from kiosk.directory.importers.bring import bring
from kiosk.directory.sources import read
from kiosk.errors import InputError


def facets(body: dict, rules: FacetRules | None = None, source: str = "") -> set[tuple[str, str, str]]:
    found = (rules or our_rules()).facets(body, source)
    return {(facet["kind"], facet["id"], facet["origin"]) for facet in found}


def term(name: str, code: str = "", vocabulary: str = "") -> dict:
    return {"attributes": [{"name": name, "code": code, "vocabulary": vocabulary}]}


@pytest.mark.parametrize(
    "code",
    ["esdServiceType:242", "esd:service/242", "http://id.esd.org.uk/service/242", "esdServiceTypes:242",
     "https://standards.esd.org.uk/?uri=esd%3Aservice%2F242"],
)  # fmt: skip
def test_a_code_of_the_esd_list_however_it_is_written(code):
    assert ("type", "home-care", "crosswalk") in facets(term("x", code))
    assert ("type", "home-care", "crosswalk") not in facets(term("x", code.replace("242", "999999")))


def test_a_bare_number_counts_only_in_an_esd_list():
    assert ("type", "home-care", "crosswalk") in facets(term("x", "242", "esdServiceTypes"))
    assert facets(term("x", "242", "bccservicetype")) == set()


def test_what_the_feed_says_stays_and_is_not_said_again():
    said = {"facets": [{"kind": "type", "id": "housing", "origin": "feed"}], "name": "Housing advice"}
    assert ("type", "housing", "feed") in facets(said)
    assert ("type", "housing", "rule") not in facets(said)


def test_words_of_the_name_before_those_of_the_description():
    assert ("type", "dementia-support", "rule") in facets({"name": "Dementia café"})
    named = facets({"name": "Care home", "description": "Also dementia"})
    assert ("type", "dementia-support", "rule") not in named


def own(folder: Path, words: str = "", codes: str = "") -> Path:
    rules = folder / "rules"
    rules.mkdir(parents=True, exist_ok=True)
    if words:
        (rules / "words.csv").write_text(f"kind,facet,where,words\n{words}\n", encoding="utf-8")
    if codes:
        (rules / "codes.csv").write_text(f"vocabulary,code,kind,facet\n{codes}\n", encoding="utf-8")
    return folder


def test_a_council_adds_words_and_codes_of_its_own(tmp_path):
    own(tmp_path, "type,befriending-and-social,,knit and natter", "bccservicetype,78,beneficiary,autism")
    rules = rules_of(tmp_path)
    assert ("type", "befriending-and-social", "rule") in facets({"name": "Knit and Natter"}, rules)
    assert ("beneficiary", "autism", "crosswalk") in facets(term("x", "78", "bccservicetype"), rules)
    assert ("type", "dementia-support", "rule") in facets({"name": "Dementia café"}, rules), "ours hold too"
    assert facets({"name": "Knit and Natter"}) == set()


def test_a_councils_row_for_a_code_stands_instead_of_ours(tmp_path):
    rules = rules_of(own(tmp_path, codes="esd,242,type,telecare"))
    found = facets(term("x", "esdServiceType:242"), rules)
    assert {facet for _, facet, _ in found} == {"telecare"}


@pytest.mark.parametrize(
    ("words", "codes", "says", "line"),
    [
        ("type,home-cares,,home care", "", "'home-cares' is no type", 2),
        ("kind,home-care,,home care", "", "is no kind", 2),
        ("", "esd,1,type,anyone", "'anyone' is no type", 2),
        ('type,home-care,,"home', "", "not a valid CSV", 2),
    ],
)
def test_a_wrong_row_is_refused_with_its_line(tmp_path, words, codes, says, line):
    with pytest.raises(InputError, match=says) as raised:
        rules_of(own(tmp_path, words, codes))
    assert raised.value.line == line


def test_a_list_without_its_columns_is_refused(tmp_path):
    own(tmp_path, "x")
    (tmp_path / "rules" / "words.csv").write_text("kind,words\ntype,x\n", encoding="utf-8")
    with pytest.raises(InputError, match="column facet is missing"):
        rules_of(tmp_path)


def test_an_import_into_a_source_uses_its_lists(tmp_path):
    into = own(tmp_path / "vale", "type,telecare,,wibble")
    (into / "source.toml").write_text('name = "Vale"\narea = "Vale"\nlanguages = ["en"]\nbase = "national"\n')
    feed = tmp_path / "feed.json"
    feed.write_text(json.dumps({"contents": [{"id": 1, "name": "Wibble", "description": "x"}]}), encoding="utf-8")
    bring([feed], into, date(2026, 11, 22))
    (body,) = [record.body for record in read(into) if record.kind == "service"]
    assert {"kind": "type", "id": "telecare", "origin": "rule"} in body["facets"]
