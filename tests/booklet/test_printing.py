"""Printing to a real IPP printer: same bytes, plain trouble, and no job left for the next visitor."""

from __future__ import annotations

import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from booklet_samples import sample
from loopback_printer import Loopback, loopback_printer, missing_parts
from made_booklets import made

from kiosk.booklet import ipp, printing
from kiosk.booklet.print_messages import Phase, Result, phase_sentence, result_sentence
from kiosk.booklet.printing import cancel_all_jobs, find_printer, print_pdf
from kiosk.booklet.render import render
from kiosk.language import words_in

needs_printer = pytest.mark.skipif(bool(missing_parts()), reason=missing_parts() or "a printer can be started")


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    folder = Path(tempfile.mkdtemp(prefix="ipp"))
    try:
        with loopback_printer(folder) as running:
            yield running
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def gone(loopback: Loopback) -> bool:
    """Whether the printer drops the only job; it may first finish what it has in hand."""
    end = time.monotonic() + 15
    while time.monotonic() < end and open_jobs(loopback.printer):
        time.sleep(0.1)
    state = ipp.ask(loopback.printer, ipp.GET_JOB_ATTRIBUTES, {"job-id": 1}).one("job-state")
    return state == 7 and not loopback.received.exists()


def open_jobs(printer: ipp.Printer) -> list[ipp.Values]:
    wanted = {"which-jobs": "not-completed", "requested-attributes": ["job-id", "job-name"]}
    return [group for group in ipp.ask(printer, ipp.GET_JOBS, wanted).groups if "job-id" in group]


@needs_printer
def test_the_printer_gets_the_same_bytes_and_nothing_of_the_visitor(loopback: Loopback) -> None:
    pdf = render(sample("en", note="Secret Marmalade"))
    phases: list[Phase] = []
    done = print_pdf(pdf, loopback.printer, phases.append)
    assert done.result is Result.PRINTED
    assert phases == [Phase.CHECKING, Phase.SENDING, Phase.PRINTING]
    assert loopback.received.read_bytes() == pdf
    told = (loopback.folder / "job.env").read_text()
    assert "IPP_JOB_NAME=Signpost booklet" in told
    assert "Marmalade" not in told
    job = ipp.ask(loopback.printer, ipp.GET_JOB_ATTRIBUTES, {"job-id": done.job_id})
    assert job.one("job-name") == printing.JOB_NAME
    assert job.one("job-originating-user-name") == ipp.USER


@needs_printer
def test_out_of_paper_is_told_and_the_job_is_taken_back(loopback: Loopback) -> None:
    loopback.behave("empty")
    done = print_pdf(made("en", "standard").pdf, loopback.printer, patience=1)
    assert done.result is Result.OUT_OF_PAPER
    assert gone(loopback)


@needs_printer
def test_a_jam_is_told(loopback: Loopback) -> None:
    loopback.behave("jam")
    assert print_pdf(made("en", "standard").pdf, loopback.printer, patience=1).result is Result.JAM


@needs_printer
def test_a_visitor_who_stops_leaves_no_job(loopback: Loopback) -> None:
    loopback.behave("slow")
    at_work = loopback.folder / "job.env"
    done = print_pdf(made("en", "standard").pdf, loopback.printer, cancelled=at_work.exists)
    assert done.result is Result.CANCELLED
    assert gone(loopback)


@needs_printer
def test_a_slow_printer_is_given_up_and_its_job_cancelled(loopback: Loopback) -> None:
    loopback.behave("slow")
    done = print_pdf(made("en", "standard").pdf, loopback.printer, timeout=1.5)
    assert done.result is Result.TIME_OUT
    assert gone(loopback)


@needs_printer
def test_all_our_jobs_are_cancelled_when_a_visit_ends(loopback: Loopback) -> None:
    loopback.behave("slow")
    ticket = {"job-name": printing.JOB_NAME, "document-format": "application/pdf"}
    assert ipp.ask(loopback.printer, ipp.PRINT_JOB, ticket, made("en", "standard").pdf).ok
    assert len(open_jobs(loopback.printer)) == 1
    assert cancel_all_jobs(loopback.printer) == 1
    assert gone(loopback)


@needs_printer
def test_a_printer_that_goes_away_while_printing_is_told(loopback: Loopback) -> None:
    loopback.behave("slow")

    def unplug(phase: Phase) -> None:
        if phase is Phase.PRINTING:
            loopback.process.kill()
            loopback.process.wait()

    assert print_pdf(made("en", "standard").pdf, loopback.printer, unplug).result is Result.OFF


def test_no_printer_and_a_printer_that_is_off_are_told_apart() -> None:
    assert print_pdf(b"%PDF-", None).result is Result.NO_PRINTER
    assert print_pdf(b"%PDF-", ipp.Printer("ipp://localhost:9/ipp/print")).result is Result.OFF
    assert cancel_all_jobs(None) == 0
    assert cancel_all_jobs(ipp.Printer("ipp://localhost:9/ipp/print")) == 0


def test_a_machine_without_a_print_server_has_no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "localhost:9")
    assert find_printer() is None
    assert find_printer("ipp://printer.local/ipp/print") == ipp.Printer("ipp://printer.local/ipp/print")
    assert find_printer("front desk") == ipp.Printer("ipp://localhost:9/printers/front%20desk")


def answer(**attributes: list[object]) -> ipp.Answer:
    return ipp.Answer(0, ({name.replace("_", "-"): values for name, values in attributes.items()},))


def test_an_empty_second_tray_does_not_stop_printing() -> None:
    tray = answer(printer_state=[3], printer_state_reasons=["media-empty-warning"])
    assert printing._before(tray) is None
    ended = printing._ended(answer(job_state=[9]), tray, printing._harmless(tray))
    assert ended is Result.PRINTED


def test_completed_after_a_jam_is_not_believed() -> None:
    jam = answer(printer_state=[3], printer_state_reasons=["media-jam-report"])
    assert printing._ended(answer(job_state=[9]), jam, printing._harmless(jam)) is Result.JAM


def test_stopped_paused_and_refusing_printers_are_seen_before_sending() -> None:
    assert printing._before(answer(printer_state=[5], printer_state_reasons=["paused"])) is Result.STOPPED
    assert printing._before(answer(printer_state=[3], printer_is_accepting_jobs=[False])) is Result.STOPPED
    assert (
        printing._before(answer(printer_state=[5], printer_state_reasons=["media-empty-error"])) is Result.OUT_OF_PAPER
    )
    assert printing._before(answer(printer_state=[3], document_format_supported=["image/urf"])) is Result.REFUSED


def test_every_result_and_phase_has_a_plain_sentence() -> None:
    words = words_in("en")
    for result in Result:
        sentence = result_sentence(result, words, "the staff")
        assert sentence.endswith(".")
        assert "{" not in sentence
    assert all(phase_sentence(phase, words) for phase in Phase)


def test_an_answer_without_sense_is_told_as_no_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer_badly() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n\x02\x00\x00")

        speaker = threading.Thread(target=answer_badly)
        speaker.start()
        with pytest.raises(ipp.IppError):
            ipp.ask(ipp.Printer(f"ipp://127.0.0.1:{listening.getsockname()[1]}/"), ipp.GET_PRINTER_ATTRIBUTES)
        speaker.join()
