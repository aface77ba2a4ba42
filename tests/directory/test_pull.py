"""A live feed over HTTP: pages, stalls, lies about counts, breaking off, and going on from there."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from feed_server import Asked, FeedServer, feed_server

from kiosk.cli.commands import command_line
from kiosk.directory.importers import pull as pulling
from kiosk.directory.importers.feed_client import Limits
from kiosk.directory.importers.pull import done_with, is_address, pull
from kiosk.directory.importers.report import Report
from kiosk.directory.sources import read
from kiosk.errors import InputError

QUICK = Limits(connect=2, silence=0.3, answer=0.6, tries=2, first_pause=0.0, longest_pause=0.0, between=0.0)


@pytest.fixture
def feed(monkeypatch) -> Iterator[FeedServer]:
    monkeypatch.setattr(pulling, "PER_PAGE", 3)
    with feed_server() as server:
        yield server


def ids(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]


def pulled(feed: FeedServer, tmp_path: Path, report: Report | None = None) -> list[str]:
    return ids(pull(feed.address, tmp_path / "into", report or Report(), limits=QUICK))


@pytest.mark.parametrize("ending", ["", "/", "/services", "/services/"])
def test_every_page_and_then_every_service(feed, tmp_path, ending):
    path = pull(feed.address + ending, tmp_path / "into", Report(), limits=QUICK)
    assert ids(path) == [f"s{number}" for number in range(7)]
    assert sum(1 for asked in feed.asked if "?" in asked) == 3
    assert max(feed.asked.values()) == 1


def test_a_feed_that_never_says_which_page_is_the_last(feed, tmp_path):
    feed.says_last = False
    assert len(pulled(feed, tmp_path)) == 7


def test_a_feed_that_sends_the_same_page_for_ever(feed, tmp_path):
    feed.says_last = False
    first = feed.page

    def always_the_first(number: int, size: int) -> dict:
        return first(1, size)

    feed.page = always_the_first
    assert pulled(feed, tmp_path) == ["s0", "s1", "s2"]


@pytest.mark.parametrize("total", [31, 4, 0, -1, 10**12, "many"])
def test_a_wrong_total_is_said_and_not_believed(feed, tmp_path, total):
    feed.total = total
    report = Report()
    assert len(pulled(feed, tmp_path, report)) == 7
    assert [finding.code for finding in report.findings] == ["wrong-total"]


def test_a_list_that_ends_with_a_page_that_is_not_there(feed, tmp_path):
    feed.says_last = False

    def gone(asked: Asked) -> bool:
        if "page=4" not in asked.path:
            return False
        asked.send_error(404)
        return True

    feed.instead = gone
    assert len(pulled(feed, tmp_path)) == 7


def test_a_service_that_is_listed_but_not_there_keeps_its_short_form(feed, tmp_path):
    def gone(asked: Asked) -> bool:
        if not asked.path.endswith("/s3"):
            return False
        asked.send_error(410)
        return True

    feed.instead = gone
    report = Report()
    assert len(pulled(feed, tmp_path, report)) == 7
    assert [finding.code for finding in report.findings] == ["no-details"]


def test_services_that_are_listed_in_full_are_not_asked_for_again(feed, tmp_path):
    def in_full(asked: Asked) -> bool:
        asked.give({"contents": list(feed.services.values()), "last_page": True, "total_items": 7})
        return True

    feed.instead = in_full
    assert len(pulled(feed, tmp_path)) == 7
    assert sum(feed.asked.values()) == 1


def test_an_id_with_odd_letters_is_asked_for_as_it_is(feed, tmp_path):
    feed.services = {name: {"id": name, "name": "Odd", "description": "x"} for name in ("a/b", "../c", "d e?f", "ü#g")}
    feed.total = 4
    assert pulled(feed, tmp_path) == ["a/b", "../c", "d e?f", "ü#g"]


def test_a_pull_that_breaks_off_goes_on_from_there(feed, tmp_path):
    def broken(asked: Asked) -> bool:
        if not asked.path.endswith("/s4"):
            return False
        asked.cut_off()
        return True

    feed.instead = broken
    with pytest.raises(InputError, match=r"4 of 7 services have come. Give the same command again"):
        pulled(feed, tmp_path)
    feed.instead = lambda asked: False
    feed.asked.clear()
    assert pulled(feed, tmp_path) == [f"s{number}" for number in range(7)]
    assert sorted(feed.asked) == ["/v3/services/s4", "/v3/services/s5", "/v3/services/s6"]


def test_a_last_line_that_was_cut_off_is_asked_for_again(feed, tmp_path):
    path = pull(feed.address, tmp_path / "into", Report(), limits=QUICK)
    path.write_text(path.read_text(encoding="utf-8")[:-20], encoding="utf-8")
    feed.asked.clear()
    assert len(pulled(feed, tmp_path)) == 7
    assert list(feed.asked) == ["/v3/services/s6"]


def test_a_list_that_breaks_off_is_begun_anew(feed, tmp_path):
    def broken(asked: Asked) -> bool:
        if "page=3" not in asked.path:
            return False
        asked.send_error(503)
        return True

    feed.instead = broken
    with pytest.raises(InputError, match="HTTP 503"):
        pulled(feed, tmp_path)
    feed.instead = lambda asked: False
    assert len(pulled(feed, tmp_path)) == 7


def test_a_fault_that_passes_is_asked_again(feed, tmp_path):
    def once(asked: Asked) -> bool:
        if not asked.path.endswith("/s1") or feed.asked[asked.path] > 1:
            return False
        asked.give({}, status=429, Retry_After="0")
        return True

    feed.instead = once
    assert len(pulled(feed, tmp_path)) == 7
    assert feed.asked["/v3/services/s1"] == 2


def test_a_server_that_stalls_is_given_up(feed, tmp_path):
    def stalls(asked: Asked) -> bool:
        feed.released.wait(20)
        return True

    feed.instead = stalls
    with pytest.raises(InputError, match=r"cannot be reached|broke off"):
        pulled(feed, tmp_path)


def test_a_server_that_sends_a_letter_now_and_then_is_given_up(feed, tmp_path):
    def drips(asked: Asked) -> bool:
        asked.send_response(200)
        asked.end_headers()
        while not feed.released.wait(0.05):
            try:
                asked.wfile.write(b" ")
            except OSError:
                break
        return True

    feed.instead = drips
    with pytest.raises(InputError, match="not finished after"):
        pulled(feed, tmp_path)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
        (b'{"total_items": 3', "not valid JSON"),
        (b"[" * 5000, "nested"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b'{"version": "3.0", "profile": "x"}', "no list of services"),
        (b"7", "no list of services"),
        (b'{"contents": [], "total_items": 0}', "has no services"),
        (b'{"contents": [{"name": "x"}, 3, null]}', "has no services"),
    ],
)
def test_an_answer_that_is_no_feed_is_refused_in_one_sentence(feed, tmp_path, body, says):
    def other(asked: Asked) -> bool:
        asked.give(body)
        return True

    feed.instead = other
    with pytest.raises(InputError, match=says):
        pulled(feed, tmp_path)


def test_an_answer_without_end_is_cut(feed, tmp_path, monkeypatch):
    monkeypatch.setattr("kiosk.directory.importers.feed_client.MAX_BYTES", 100_000)

    def endless(asked: Asked) -> bool:
        asked.send_response(200)
        asked.end_headers()
        while not feed.released.is_set():
            try:
                asked.wfile.write(b" " * 50_000)
            except OSError:
                break
        return True

    feed.instead = endless
    with pytest.raises(InputError, match="larger than"):
        pulled(feed, tmp_path)


def test_nobody_at_the_address(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(InputError, match="cannot be reached"):
            pull(address, tmp_path / "into", Report(), limits=QUICK)


@pytest.mark.parametrize("address", ["http://", "https:///services", "http://name:word@example.test/v3"])
def test_what_is_no_address_is_refused(tmp_path, address):
    with pytest.raises(InputError, match="not an address"):
        pull(address, tmp_path / "into", Report(), limits=QUICK)


def test_only_web_addresses_are_addresses():
    assert is_address("HTTPS://example.test/v3")
    assert not is_address("feed.json")
    assert not is_address("file:///etc/passwd")


def test_the_command_brings_a_live_feed_in_and_leaves_nothing_behind(feed, tmp_path):
    into = tmp_path / "vale"
    result = CliRunner().invoke(command_line, ["import", feed.address, "--into", str(into), "--json"])
    assert result.exit_code == 0, result.output
    assert len([record for record in read(into) if record.kind == "service"]) == 7
    (about,) = [record.body for record in read(into) if record.kind == "feed"]
    assert about["url"] == feed.address
    assert [path.name for path in tmp_path.iterdir()] == ["vale"]


def test_a_second_pull_lands_in_the_same_source_and_half_a_feed_does_not_replace_it(feed, tmp_path):
    into = tmp_path / "vale"
    command = ["import", feed.address, "--into", str(into)]
    assert CliRunner().invoke(command_line, command).exit_code == 0
    feed.services = dict(list(feed.services.items())[:3])
    refused = CliRunner().invoke(command_line, command)
    assert refused.exit_code == 2
    assert "had 7" in refused.output
    assert len([record for record in read(into) if record.kind == "service"]) == 7
    assert CliRunner().invoke(command_line, [*command, "--yes"]).exit_code == 0
    assert len([record for record in read(into) if record.kind == "service"]) == 3


def test_the_report_as_a_page(feed, tmp_path):
    feed.services["s1"]["name"] = "<script>alert(1)</script>"
    page = tmp_path / "report.html"
    command = ["import", feed.address, "--into", str(tmp_path / "vale"), "--html", str(page)]
    assert CliRunner().invoke(command_line, command).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert "7 services from 1 source" in text
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


def test_what_was_pulled_can_be_forgotten(feed, tmp_path):
    path = pull(feed.address, tmp_path / "into", Report(), limits=QUICK)
    done_with(path)
    assert not path.exists()
