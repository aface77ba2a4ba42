"""The kiosk's own parts: settings, state folder, edition, printer; and the whole round."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kiosk import language, paths, settings
from kiosk.booklet import ipp
from kiosk.booklet.printing import find_printer
from kiosk.doctor import machine, screen
from kiosk.doctor.finding import Finding, Level
from kiosk.edition import older
from kiosk.edition.current import candidates
from kiosk.edition.manifest import SCHEMA, Manifest
from kiosk.edition.reader import verify
from kiosk.errors import EditionError

_STOPPED = 5
"""printer-state of RFC 8011, 5.4.11."""
_PRINTER_WANTED = ["printer-state", "printer-state-reasons", "printer-is-accepting-jobs"]


def examine(edition: Path | None = None) -> Iterator[Finding]:
    """The whole round, in the order in which things are needed."""
    loaded = settings.load()
    found, manifest = _edition(edition)
    languages = tuple(dict.fromkeys((*language.interface_languages(), *(manifest.languages if manifest else ()))))
    drawing, unwritten = machine.drawing(languages)
    yield from drawing
    display, pixels = machine.display()
    yield display
    yield from found
    yield state_folder(paths.home())
    yield machine.space(_nearest(paths.home()))
    yield from settings_in_force(loaded)
    yield screen.width(loaded, pixels)
    yield from screen.languages(loaded, manifest.languages if manifest else ("en",), unwritten)
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
        if manifest.schema < SCHEMA:
            findings.append(_brought_up())
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


def _brought_up() -> Finding:
    """An edition of an older schema is shown from tables that were made anew from its records."""
    place = older.brought_up_folder()
    how = f"it is brought up to this one, and kept so in {place}"
    if not older.can_be_kept():
        how = f"nothing can be written in {place}, so it is brought up to this one at every start, which takes longer"
    return Finding(
        "edition.older",
        "warning",
        f"The edition was built for an older version of Signpost; {how}.",
        "It is better to build it again: kiosk build SOURCE --into DIR, then kiosk edition use DIR",
    )


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
    """Values that were left out."""
    for problem in loaded.problems:
        step = "Correct it: kiosk settings set NAME VALUE"
        if "not a settings file" in problem or "cannot be read" in problem or "too large" in problem:
            step = "Move what is there out of the way, and set again what is to differ: kiosk settings set NAME VALUE"
        yield Finding("settings", "warning", f"A setting was left out: {problem}.", step)


def printer(wanted: bool, address: str) -> Finding:
    """Whether the printer that visitors would get can be reached and is ready; nothing is sent to it."""
    if not wanted:
        return Finding("printer", "ok", "Printing is switched off in the settings.")
    place = find_printer(address)
    if place is None:
        return Finding(
            "printer",
            "warning",
            "This machine's print service has no usual printer, or does not run; nothing can be printed.",
            "Add a printer to CUPS (lpadmin -d makes one the usual one), or set print.printer to its ipp:// address.",
        )
    try:
        state = ipp.ask(place, ipp.GET_PRINTER_ATTRIBUTES, {"requested-attributes": _PRINTER_WANTED}, timeout=5)
    except ipp.IppError as error:
        return Finding("printer", "warning", f"{place.uri}: {error}", "Is it switched on and on the network?")
    if not state.ok:
        cause = f"{place.uri} does not know this printer (IPP status {state.status:#06x})."
        return Finding("printer", "warning", cause, "Look at the setting print.printer; `lpstat -e` lists the queues.")
    reasons = [str(reason) for reason in state.all("printer-state-reasons") if str(reason) != "none"]
    if state.one("printer-state") == _STOPPED or state.one("printer-is-accepting-jobs") is False:
        cause = f"{place.uri} has stopped ({', '.join(reasons) or 'no reason given'})."
        return Finding("printer", "warning", cause, "Put right what it says, then cupsenable and cupsaccept its queue.")
    if reasons:
        return Finding("printer", "warning", f"{place.uri} says: {', '.join(reasons)}.", "Look at the printer.")
    return Finding("printer", "ok", f"{place.uri} is ready.")
