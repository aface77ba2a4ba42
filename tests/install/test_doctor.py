"""The doctor: what it finds on a machine, said plainly, with an exit code to act on."""

from __future__ import annotations

import json
import os
import socket
import struct
import threading
from collections.abc import Iterator
from datetime import date, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner

from kiosk.cli.commands import command_line
from kiosk.doctor import machine, parts
from kiosk.doctor.finding import Finding, exit_code

LONDON = ZoneInfo("Europe/London")


def test_the_installed_pyside_keeps_its_count_of_none() -> None:
    """The canary of docs/decisions/0001: 6.12.0 on Python 3.11 loses one reference at every call."""
    assert machine.probe("drawing", qt_platform="offscreen")["lost_per_call"] == 0


def test_a_pyside_that_loses_references_is_a_missing_part() -> None:
    finding = machine.pyside("6.12.0", 1.0)
    assert finding.level == "missing"
    assert "<6.12" in finding.next_step


def test_a_child_that_dies_is_an_answer_and_not_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.sys, "executable", "/bin/false")
    (finding,), unwritten = machine.drawing(("en",))
    assert unwritten == ()
    assert (finding.code, finding.level) == ("pyside", "missing")


def test_a_missing_library_is_named_by_its_package() -> None:
    said = "ImportError: libEGL.so.1: cannot open shared object file: No such file or directory"
    assert machine.missing_library(said) == "apt-get install libegl1"
    assert machine.missing_library("libxkbcommon-x11.so.0: cannot open") == "apt-get install libxkbcommon-x11-0"
    assert machine.missing_library("libglib-2.0.so.0: cannot open") == "apt-get install libglib2.0-0"
    assert "libnever.so" in machine.missing_library("libnever.so.3: cannot open")


def test_without_noto_sans_the_kiosk_cannot_work_and_without_arabic_it_can() -> None:
    levels = {finding.code: finding.level for finding in machine.fonts(["Andika"], ("en", "ar"))}
    assert levels == {"font.latin": "missing", "font.easy-letters": "ok", "font.ar": "warning"}


def test_no_display_is_something_to_look_at_and_no_failure() -> None:
    finding, pixels = machine.display({})
    assert pixels is None
    assert finding.level == "warning"
    assert "kiosk tour" in finding.next_step


@pytest.mark.parametrize(
    ("now", "level"),
    [
        (datetime(2026, 11, 22, 10, tzinfo=LONDON), "ok"),
        (datetime(1970, 1, 1, 0, 5, tzinfo=LONDON), "warning"),
    ],
)
def test_a_clock_that_stands_before_the_edition_is_wrong(
    now: datetime, level: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/London")
    import time

    time.tzset()
    try:
        assert machine.clock(date(2026, 11, 20), now).level == level
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_state_folder_that_cannot_be_written_is_mentioned() -> None:
    assert parts.state_folder(Path("/proc/signpost")).level == "warning"


def test_state_goes_into_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    assert parts.state_folder(tmp_path / "not" / "yet").level == "ok"
    assert list(tmp_path.iterdir()) == []


class Printer(BaseHTTPRequestHandler):
    """A printer that answers every question with the state it was given (RFC 8011: printer-state 3 idle, 5 stopped)."""

    state = 3
    reason = b"none"

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        answer = struct.pack(">BBHI", 1, 1, 0, 1) + b"\x01" + _value(0x47, b"attributes-charset", b"utf-8")
        answer += b"\x04" + _value(0x23, b"printer-state", struct.pack(">i", self.state))
        answer += _value(0x44, b"printer-state-reasons", self.reason) + b"\x03"
        self.send_response(200)
        self.send_header("Content-Type", "application/ipp")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:
        pass


def _value(tag: int, name: bytes, data: bytes) -> bytes:
    return bytes([tag]) + struct.pack(">H", len(name)) + name + struct.pack(">H", len(data)) + data


@pytest.fixture
def printer() -> Iterator[tuple[type[Printer], str]]:
    kind = type("ThisPrinter", (Printer,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), kind) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield kind, f"ipp://127.0.0.1:{server.server_port}/ipp/print"
        server.shutdown()
        thread.join()


def test_a_printer_that_is_ready_is_well(printer: tuple[type[Printer], str]) -> None:
    assert parts.printer(True, printer[1]).level == "ok"


def test_a_printer_that_stopped_says_why(printer: tuple[type[Printer], str]) -> None:
    kind, address = printer
    kind.state, kind.reason = 5, b"media-empty-error"
    finding = parts.printer(True, address)
    assert finding.level == "warning"
    assert "media-empty" in finding.cause


def test_a_printer_that_does_not_answer_is_mentioned() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        silent = server.getsockname()[1]
    assert parts.printer(True, f"ipp://127.0.0.1:{silent}/ipp/print").level == "warning"


def test_a_language_without_a_voice_is_mentioned_and_one_with_a_voice_is_well() -> None:
    levels = {finding.code: finding.level for finding in machine.voices(("en", "so"), True)}
    assert levels == {"voice.en": "ok", "voice.so": "warning"}


def test_a_machine_without_the_voice_library_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_ESPEAK_LIBRARY", "/nowhere/libespeak-ng.so")
    (finding,) = machine.voices(("en",), True)
    assert finding.level == "warning"
    assert "espeak-ng" in finding.next_step


def test_what_is_switched_off_is_not_asked_for() -> None:
    assert parts.printer(False, "").level == "ok"
    assert machine.sound(False).level == "ok"
    assert [finding.level for finding in machine.voices(("en",), False)] == ["ok"]


@pytest.mark.parametrize(("levels", "code"), [(("ok", "ok"), 0), (("ok", "warning"), 1), (("warning", "missing"), 3)])
def test_exit_codes_tell_worn_from_broken(levels: tuple[str, ...], code: int) -> None:
    assert exit_code([Finding("x", level, "") for level in levels]) == code  # type: ignore[arg-type]


def test_json_is_one_object_and_a_folder_that_is_no_edition_is_a_missing_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path / "home"))
    result = CliRunner().invoke(command_line, ["doctor", "--edition", str(tmp_path), "--json"])
    answer = json.loads(result.output)
    assert result.exit_code == 3
    (edition,) = [finding for finding in answer["findings"] if finding["code"] == "edition"]
    assert edition["level"] == "missing"
    assert edition["next_step"]
    assert sum(answer["counts"].values()) == len(answer["findings"])
    assert not os.path.lexists(tmp_path / "home"), "looking must not leave anything behind"
