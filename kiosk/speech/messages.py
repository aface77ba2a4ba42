"""What a visitor reads when a page cannot be read aloud; one plain sentence for each code."""

from __future__ import annotations

from kiosk.language import Words

CODES = ("no-engine", "no-voice", "no-audio", "no-file", "crashed")


def message(code: str, words: Words) -> str:
    """The sentence for a code; a code that is not known reads as "crashed"."""
    _ = words.gettext
    if code == "no-engine":
        return _("This machine has no voice for reading aloud. You can still read and print every page.")
    if code == "no-voice":
        return _("There is no voice for this language yet. You can still read and print the page.")
    if code == "no-audio":
        return _("The sound is not working on this machine. You can still read and print the page.")
    if code == "no-file":
        return _("The sound file could not be written.")
    return _("Reading aloud stopped by mistake. Press Listen to try again.")
