"""The kiosk's own parts: settings, state folder, edition, screen width, printer; and the whole round."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from kiosk import language, paths, settings
from kiosk.doctor import machine
from kiosk.doctor.finding import Finding, Level
from kiosk.edition.current import candidates
from kiosk.edition.manifest import Manifest
from kiosk.edition.reader import verify
from kiosk.errors import EditionError

_CUPS_SOCKET = "/run/cups/cups.sock"


def examine(edition: Path | None = None) -> Iterator[Finding]:
    """The whole round, in the order in which things are needed."""
    loaded = settings.load()
    found, manifest = _edition(edition)
    languages = tuple(dict.fromkeys((*language.interface_languages(), *(manifest.languages if manifest else ()))))
    yield from machine.drawing(languages)
    yield machine.display()
    yield from found
    yield state_folder(paths.home())
    yield machine.space(_nearest(paths.home()))
    yield from settings_in_force(loaded)
    yield from machine.voices(languages, bool(loaded["speech.enabled"]))
    yield machine.sound(bool(loaded["speech.enabled"]))
    yield printer(bool(loaded["print.enabled"]), loaded.text("print.printer"))
    yield machine.clock(date.fromisoformat(manifest.built_on) if manifest else None)


def _edition(chosen: Path | None) -> tuple[list[Finding], Manifest | None]:
    """The edition that would be shown, its digest computed again; every damaged one before it is named."""
    findings: list[Finding] = []
    for folder in [chosen] if chosen is not None else candidates():
        try:
            manifest = verify(folder)
        except EditionError as error:
            level: Level = "missing" if chosen is not None else "warning"
            findings.append(
                Finding("edition", level, str(error), "Build it again, or roll back: kiosk edition rollback")
            )
            continue
        findings.append(
            Finding("edition", "ok", f'"{manifest.name}" of {manifest.built_on} is whole ({manifest.digest[:12]}).')
        )
        if manifest.demonstration:
            findings.append(
                Finding(
                    "edition.demonstration",
                    "warning",
                    "The demonstration is shown, whose services are made up.",
                    "Build your own: kiosk import, kiosk build, then kiosk edition use DIR",
                )
            )
        return findings, manifest
    if chosen is None:
        findings.append(
            Finding(
                "edition",
                "missing",
                "There is no edition that can be shown.",
                "kiosk build SOURCE --into DIR, kiosk edition use DIR",
            )
        )
    return findings, None


def state_folder(folder: Path) -> Finding:
    """Whether the kiosk can write where it keeps its state."""
    place = _nearest(folder)
    try:
        with tempfile.TemporaryFile(dir=place):
            pass
    except OSError as error:
        return Finding(
            "state",
            "warning",
            f"Nothing can be written in {folder} ({error.strerror}); settings and new editions cannot be kept.",
            "Give the kiosk's user this folder, or name another in SIGNPOST_HOME.",
        )
    return Finding("state", "ok", f"State is kept in {folder}.")


def _nearest(folder: Path) -> Path:
    """The folder itself or, before its first use, the nearest one above it that exists."""
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return folder


def settings_in_force(loaded: settings.Settings) -> Iterator[Finding]:
    """Values that were left out, and the screen's width."""
    for problem in loaded.problems:
        yield Finding(
            "settings", "warning", f"A setting was left out: {problem}.", "Correct it: kiosk settings set NAME VALUE"
        )
    if loaded["screen.width_mm"]:
        yield Finding("screen.width", "ok", f"The screen is {loaded['screen.width_mm']:g} mm wide.")
    else:
        yield Finding(
            "screen.width",
            "warning",
            "The screen has not been measured, so letters may be larger or smaller than meant.",
            "Measure its visible width with a ruler: kiosk settings set screen.width_mm 476",
        )


def printer(wanted: bool, address: str) -> Finding:
    """Whether the printer can be reached; nothing is sent to it."""
    if not wanted:
        return Finding("printer", "ok", "Printing is switched off in the settings.")
    parts = urlsplit(address)
    if parts.scheme in {"ipp", "ipps", "http", "https"} and parts.hostname:
        return _reach(address, parts.hostname, _port(address))
    queues = cups_queues()
    if queues is None:
        return Finding(
            "printer",
            "warning",
            "The print service CUPS does not run here; nothing can be printed.",
            "Start CUPS, or set print.printer.",
        )
    if address and address not in queues:
        return Finding("printer", "warning", f"CUPS has no queue called {address}.", "`lpstat -e` lists the queues.")
    if not queues:
        return Finding(
            "printer", "warning", "CUPS runs but has no printer.", "Add a printer to CUPS, or set print.printer."
        )
    return Finding("printer", "ok", f"CUPS offers {address or queues[0]}.")


def _port(address: str) -> int:
    parts = urlsplit(address)
    try:
        given = parts.port
    except ValueError:
        given = None
    return given or {"http": 80, "https": 443}.get(parts.scheme, 631)


def _reach(address: str, host: str, port: int) -> Finding:
    try:
        socket.create_connection((host, port), timeout=3).close()
    except OSError as error:
        reason = error.strerror or str(error)
        return Finding(
            "printer",
            "warning",
            f"The printer at {address} does not answer ({reason}).",
            "Is it switched on and on the network?",
        )
    return Finding("printer", "ok", f"The printer at {address} answers.")


def cups_queues() -> list[str] | None:
    """Names of the CUPS queues, the default first; None when CUPS does not run."""
    program = shutil.which("lpstat")
    if program is None or not _cups_answers():
        return None
    quiet = {**os.environ, "LC_ALL": "C"}
    run = subprocess.run([program, "-e"], capture_output=True, text=True, timeout=15, check=False, env=quiet)
    default = subprocess.run([program, "-d"], capture_output=True, text=True, timeout=15, check=False, env=quiet).stdout
    names = run.stdout.split()
    first = default.rpartition(":")[2].strip()
    return sorted(names, key=lambda name: name != first)


def _cups_answers() -> bool:
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as channel:
            channel.settimeout(3)
            channel.connect(_CUPS_SOCKET)
        return True
    except OSError:
        pass
    try:
        socket.create_connection(("localhost", 631), timeout=3).close()
    except OSError:
        return False
    return True
