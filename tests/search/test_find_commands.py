"""``kiosk search`` and ``kiosk show`` on a built edition."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from kiosk.cli.commands import command_line
from kiosk.edition import reader


def run(*arguments: object) -> Result:
    return CliRunner().invoke(command_line, [str(argument) for argument in arguments])


def test_search_as_json(demo_folder):
    result = run("search", "lunch", "--edition", demo_folder, "--json", "--limit", 2)
    assert result.exit_code == 0
    found = json.loads(result.output)
    assert found["total"] >= len(found["results"]) > 0
    keys = {"id", "name", "organization", "summary", "place", "postcode", "distance_miles", "types", "beneficiaries"}
    assert keys <= set(found["results"][0])
    assert isinstance(found["did"], list)


def test_search_near_a_place(demo_folder):
    found = json.loads(run("search", "", "--near", "ZX1", "--edition", demo_folder, "--json").output)
    miles = [hit["distance_miles"] for hit in found["results"] if hit["distance_miles"] is not None]
    assert miles
    assert miles == sorted(miles)


def test_every_choice_of_the_screen_is_there_for_a_script(demo_folder):
    everything = json.loads(run("search", "--edition", demo_folder, "--json").output)["total"]
    for choice in (
        ["--way", "at-home"], ["--access", "step-free"], ["--day", "tuesday", "--part", "morning"], ["--no-referral"],
        ["--spoken", "Urdu"], ["--free"],
    ):  # fmt: skip
        found = json.loads(run("search", *choice, "--counts", "access", "--edition", demo_folder, "--json").output)
        assert 0 < found["total"] < everything, choice
        assert all(count <= found["total"] for count in found["counts"].values())
        assert found["urgent"] is False


def test_an_unknown_place_is_bad_input(demo_folder):
    result = run("search", "lunch", "--near", "Atlantis", "--edition", demo_folder)
    assert result.exit_code == 2
    assert "Atlantis" in result.output


def test_show_a_service(demo_folder):
    key = json.loads(run("search", "lunch", "--edition", demo_folder, "--json").output)["results"][0]["id"]
    shown = run("show", key, "--edition", demo_folder)
    assert shown.exit_code == 0
    assert "Phone:" in shown.output
    record = json.loads(run("show", key, "--edition", demo_folder, "--json").output)
    assert f"{record['source_id']}:{record['id']}" == record["key"] == key


def test_show_says_what_the_page_says(demo_folder):
    key = json.loads(run("search", "lunch", "--edition", demo_folder, "--json").output)["results"][0]["id"]
    page = json.loads(run("show", key, "--edition", demo_folder, "--json").output)["page"]
    assert {"phone", "place", "clock", "money"} <= page["facts"].keys()
    assert page["notices"]


@pytest.mark.parametrize("key", ["demo:nothing", "easy-read/nothing", "", "../../etc/passwd", "\x00", "😀" * 300])
def test_showing_what_is_not_there(demo_folder, key):
    assert run("show", key, "--edition", demo_folder).exit_code == 2


@pytest.mark.parametrize("key", ["worried-about-abuse", "easy-read/worried-about-abuse"])
def test_show_a_page_of_advice_with_its_numbers(demo_folder, key):
    shown = " ".join(run("show", key, "--edition", demo_folder).output.split())
    assert "Safeguarding adults team: 01632 960 110" in shown
    assert "numbers are made up" in shown
    page = json.loads(run("show", key, "--edition", demo_folder, "--json").output)["page"]
    assert page["blocks"]
    assert page["title"] in shown


def test_show_a_page_in_arabic_as_a_web_page(demo_folder):
    found = run("show", "worried-about-abuse", "--language", "ar", "--html", "--edition", demo_folder).output
    assert found.startswith("<!DOCTYPE html>")
    assert 'dir="rtl"' in found
    assert 'href="tel:+441632960110"' in found
    assert run("show", "worried-about-abuse", "--html", "--json", "--edition", demo_folder).exit_code == 2


@pytest.mark.parametrize("command", [("search", "lunch"), ("show", "demo:nothing"), ("booklet",)])
def test_a_damaged_edition_too_large_to_be_hashed_is_one_plain_sentence(demo_folder, tmp_path, monkeypatch, command):
    monkeypatch.setattr(reader, "_HASH_AT_ONCE", 0)
    damaged = tmp_path / "damaged"
    shutil.copytree(demo_folder, damaged)
    database = damaged / "edition.sqlite"
    data = bytearray(database.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    database.write_bytes(data)
    result = run(*command, "--edition", damaged, *(["--out", tmp_path / "b.pdf"] if command == ("booklet",) else []))
    assert result.exit_code == 2
    assert "can't be read" in result.output
    assert result.output.count("\n") == 1


def test_a_reader_that_goes_away_ends_a_command_quietly():
    process = subprocess.Popen(
        [sys.executable, "-c", "from kiosk.cli import main; main()", "settings", "show"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait(timeout=60)


def test_the_search_does_not_load_what_only_builders_need():
    code = (
        "import sys, kiosk.search, kiosk.directory.service_page;"
        "print([m for m in ('sqlite_utils', 'dateutil', 'rapidfuzz', 'click', 'babel', 'jinja2') if m in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
