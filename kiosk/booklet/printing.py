"""Prints a booklet: look at the printer, send, watch, and leave no job behind whatever happens."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kiosk.booklet import ipp
from kiosk.booklet.print_messages import Phase, Result

JOB_NAME = "Signpost booklet"
"""The name of every job: print servers keep job names, so it tells nothing of a visitor."""

TIME_OUT = 180.0
PATIENCE = 10.0
"""Seconds that a printer may report trouble before the job is taken back; printers report and recover."""
POLL = 0.5

_STOPPED, _CANCELLED, _ABORTED, _COMPLETED = 5, 7, 8, 9
_GONE = (0x0406, 0x0407)
_FAULTS = (
    ("media-empty", Result.OUT_OF_PAPER),
    ("media-needed", Result.OUT_OF_PAPER),
    ("media-jam", Result.JAM),
    ("cover-open", Result.NEEDS_HELP),
    ("door-open", Result.NEEDS_HELP),
    ("toner-empty", Result.NEEDS_HELP),
    ("marker-supply-empty", Result.NEEDS_HELP),
    ("offline", Result.OFF),
    ("shutdown", Result.OFF),
    ("timed-out", Result.OFF),
    ("paused", Result.STOPPED),
    ("stopped-partly", Result.STOPPED),
)
_UNREACHABLE = ("unavailable", "not responding", "unable to connect", "no route to host", "connection refused")
_PRINTER_WANTED = [
    "printer-state",
    "printer-state-reasons",
    "printer-state-message",
    "printer-is-accepting-jobs",
    "document-format-supported",
    "sides-supported",
]
_JOB_WANTED = ["job-id", "job-state", "job-state-reasons", "job-impressions-completed", "job-printer-state-message"]


@dataclass(frozen=True, slots=True)
class Printed:
    """How printing ended. `job_id` is 0 when nothing was sent."""

    result: Result
    job_id: int = 0

    @property
    def ok(self) -> bool:
        return self.result is Result.PRINTED


def find_printer(named: str = "") -> ipp.Printer | None:
    """The printer to use: an ``ipp://`` address as it is, a queue by name, else the default of this machine's CUPS."""
    if named.startswith(("ipp://", "ipps://")):
        return ipp.Printer(named)
    if named:
        return ipp.queue(named)
    try:
        answer = ipp.ask(ipp.server(), ipp.CUPS_GET_DEFAULT, {"requested-attributes": ["printer-name"]})
    except ipp.IppError:
        return None
    name = answer.one("printer-name", "") if answer.ok else ""
    return ipp.queue(str(name)) if name else None


def print_pdf(
    pdf: bytes,
    printer: ipp.Printer | None,
    progress: Callable[[Phase], None] = lambda phase: None,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    timeout: float = TIME_OUT,
    patience: float = PATIENCE,
) -> Printed:
    """Print and wait for the end; call it from a worker thread. Never raises for what a printer does.

    Whatever goes wrong, the job is cancelled before this returns, so that it can't come out for the next visitor.
    """
    if printer is None:
        return Printed(Result.NO_PRINTER)
    progress(Phase.CHECKING)
    try:
        state = _printer_state(printer)
    except ipp.IppError:
        return Printed(Result.OFF)
    trouble = _before(state)
    if trouble is not None:
        return Printed(trouble)
    if cancelled():
        return Printed(Result.CANCELLED)
    progress(Phase.SENDING)
    job, result = 0, Result.REFUSED
    try:
        answer = ipp.ask(printer, ipp.PRINT_JOB, _ticket(state), pdf, timeout=30)
        job = int(answer.one("job-id", 0)) if answer.ok else 0
        if job:
            progress(Phase.PRINTING)
            result = _watch(printer, job, state, cancelled, timeout, patience)
    except ipp.IppError:
        result = Result.OFF
    finally:
        if result is not Result.PRINTED:
            _cancel(printer, job)
    return Printed(result, job)


def cancel_all_jobs(printer: ipp.Printer | None) -> int:
    """Cancel our unfinished jobs and tell how many there were. Called at the start and when a visit ends."""
    if printer is None:
        return 0
    wanted = {"which-jobs": "not-completed", "my-jobs": True, "requested-attributes": ["job-id", "job-name"]}
    try:
        answer = ipp.ask(printer, ipp.GET_JOBS, wanted, timeout=3)
    except ipp.IppError:
        return 0
    ours = [group for group in answer.groups if "job-id" in group and group.get("job-name", [JOB_NAME])[0] == JOB_NAME]
    return sum(_cancel_one(printer, int(group["job-id"][0])) for group in ours)


def _ticket(state: ipp.Answer) -> dict[str, Any]:
    ticket: dict[str, Any] = {"job-name": JOB_NAME, "document-format": "application/pdf"}
    if "two-sided-long-edge" in state.all("sides-supported"):
        ticket["job:sides"] = "two-sided-long-edge"
    return ticket


def _before(state: ipp.Answer) -> Result | None:
    """What stands in the way before anything is sent."""
    if not state.ok:
        return Result.NO_PRINTER
    formats = state.all("document-format-supported")
    if formats and "application/pdf" not in formats:
        return Result.REFUSED
    stopped = state.one("printer-state") == _STOPPED
    fault = _fault(state, stopped)
    if fault is not None:
        return fault
    if stopped or state.one("printer-is-accepting-jobs") is False:
        return Result.STOPPED
    return None


def _watch(
    printer: ipp.Printer,
    job: int,
    before: ipp.Answer,
    cancelled: Callable[[], bool],
    timeout: float,
    patience: float,
) -> Result:
    end = time.monotonic() + timeout
    ignored = _harmless(before)
    trouble: Result | None = None
    since = 0.0
    while time.monotonic() < end:
        if cancelled():
            return Result.CANCELLED
        try:
            work = ipp.ask(printer, ipp.GET_JOB_ATTRIBUTES, {"job-id": job, "requested-attributes": _JOB_WANTED})
            state = _printer_state(printer)
        except ipp.IppError:
            return Result.OFF
        ended = _ended(work, state, ignored)
        if ended is not None:
            return ended
        now = _fault(state, True, ignored) or _unreachable(work, state)
        if now is None and state.one("printer-state") == _STOPPED:
            now = Result.STOPPED
        if now is not trouble:
            trouble, since = now, time.monotonic()
        if trouble is not None and time.monotonic() - since >= patience:
            return trouble
        time.sleep(POLL)
    return trouble or Result.TIME_OUT


def _ended(work: ipp.Answer, state: ipp.Answer, ignored: frozenset[str]) -> Result | None:
    """How the job ended, or None while it goes on. CUPS says "completed" after a jam too, so reasons are looked at."""
    if not work.ok and work.status not in _GONE:
        return None
    # A server that keeps no history forgets a job as soon as it is done.
    job_state = work.one("job-state") if work.ok else _COMPLETED
    fault = _fault(state, True, ignored)
    if job_state == _COMPLETED:
        return fault if fault in (Result.JAM, Result.OUT_OF_PAPER) else Result.PRINTED
    if job_state == _ABORTED:
        return fault or Result.REFUSED
    return Result.CANCELLED if job_state == _CANCELLED else None


def _harmless(before: ipp.Answer) -> frozenset[str]:
    """Warnings that stood before the job, such as an empty second tray; an old jam is never taken as harmless."""
    reasons = (str(value) for value in before.all("printer-state-reasons"))
    return frozenset(reason for reason in reasons if not reason.startswith("media-jam"))


def _fault(state: ipp.Answer, warnings: bool, ignored: frozenset[str] = frozenset()) -> Result | None:
    for reason in (str(value) for value in state.all("printer-state-reasons")):
        if reason in ignored or (not warnings and reason.endswith(("-warning", "-report"))):
            continue
        for start, result in _FAULTS:
            if reason.startswith(start):
                return result
    return None


def _unreachable(work: ipp.Answer, state: ipp.Answer) -> Result | None:
    """CUPS tells only in words that the printer behind a queue is switched off."""
    told = f"{work.one('job-printer-state-message', '')} {state.one('printer-state-message', '')}".casefold()
    return Result.OFF if any(sign in told for sign in _UNREACHABLE) else None


def _printer_state(printer: ipp.Printer) -> ipp.Answer:
    return ipp.ask(printer, ipp.GET_PRINTER_ATTRIBUTES, {"requested-attributes": _PRINTER_WANTED})


def _cancel(printer: ipp.Printer, job: int) -> None:
    if job:
        _cancel_one(printer, job)
    else:
        cancel_all_jobs(printer)


def _cancel_one(printer: ipp.Printer, job: int) -> int:
    try:
        return int(ipp.ask(printer, ipp.CANCEL_JOB, {"job-id": job}, timeout=3).ok)
    except ipp.IppError:
        return 0
