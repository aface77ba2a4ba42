"""What a visitor is told about printing, in plain sentences."""

from __future__ import annotations

from enum import Enum

from kiosk.language import Words


class Phase(Enum):
    """Where a job is, for the progress bar."""

    CHECKING = "checking"
    SENDING = "sending"
    PRINTING = "printing"


class Result(Enum):
    """How a job ended."""

    PRINTED = "printed"
    CANCELLED = "cancelled"
    NO_PRINTER = "no-printer"
    OUT_OF_PAPER = "out-of-paper"
    JAM = "jam"
    NEEDS_HELP = "needs-help"
    STOPPED = "stopped"
    OFF = "off"
    REFUSED = "refused"
    TIME_OUT = "time-out"


def phase_sentence(phase: Phase, words: Words) -> str:
    """What is happening now."""
    _ = words.gettext
    return {
        Phase.CHECKING: _("Looking at the printer"),
        Phase.SENDING: _("Sending your booklet to the printer"),
        Phase.PRINTING: _("Printing your booklet"),
    }[phase]


def result_sentence(result: Result, words: Words, help_from: str = "") -> str:
    """How it ended and what to do; `help_from` is for example "the people at the desk"."""
    _ = words.gettext
    ask = help_from or _("the people at the desk")
    sentences = {
        Result.PRINTED: _("Your booklet is printed. Take it with you."),
        Result.CANCELLED: _("Printing is stopped. Nothing more will be printed."),
        Result.NO_PRINTER: _("There is no printer here that works now. Ask {people}."),
        Result.OUT_OF_PAPER: _("The printer has no paper. Ask {people} for paper, then print again."),
        Result.JAM: _("Paper is stuck in the printer. Ask {people} to help, then print again."),
        Result.NEEDS_HELP: _("The printer needs someone to look at it. Ask {people} to help, then print again."),
        Result.STOPPED: _("The printer has been stopped. Ask {people} to start it, then print again."),
        Result.OFF: _("The printer does not answer. It may be off. Ask {people}."),
        Result.REFUSED: _("This printer could not print the booklet. Ask {people}."),
        Result.TIME_OUT: _("Printing took too long, so we stopped it. Ask {people} to look at the printer."),
    }
    # Translators: {people} is for example "the people at the desk".
    return sentences[result].format(people=ask)
