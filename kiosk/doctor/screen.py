"""The screen and its languages: was it measured, can the width be true, can every language be shown."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.doctor.finding import Finding
from kiosk.language import OWN_NAMES, interface_languages
from kiosk.settings import Settings
from kiosk.ui.metrics import LEAST_PIXELS_PER_MM, MOST_PIXELS_PER_MM, is_likely

_LEAST_PIXELS, _MOST_PIXELS = 1024, 7680
"""What a screen may have where none is seen just now."""
_MEASURE = "Hold a bank card against the screen: kiosk settings calibrate"


def width(loaded: Settings, pixels: int | None) -> Finding:
    """The screen's width. `pixels` is how many dots it has across, None where no screen can be seen from here."""
    millimetres = float(loaded["screen.width_mm"])
    if not millimetres:
        cause = "The screen has not been measured, so letters and buttons may be larger or smaller than meant."
        return Finding("screen.width", "warning", cause, _MEASURE)
    if pixels is not None and not is_likely(pixels, millimetres):
        cause = f"The screen is said to be {millimetres:g} mm wide, which cannot be with its {pixels} dots."
    elif not _LEAST_PIXELS / MOST_PIXELS_PER_MM <= millimetres <= _MOST_PIXELS / LEAST_PIXELS_PER_MM:
        cause = f"The screen is said to be {millimetres:g} mm wide, which no screen for this kiosk is."
    else:
        return Finding("screen.width", "ok", f"The screen is {millimetres:g} mm wide.")
    return Finding("screen.width", "warning", f"{cause} It is shown as if nobody had measured it.", _MEASURE)


def languages(loaded: Settings, pages: tuple[str, ...], unwritten: tuple[str, ...]) -> Iterator[Finding]:
    """Words and letters of each language that the edition has pages in, and the language that visits start in.

    `unwritten` are those of which the fonts here lack letters."""
    translated = interface_languages()
    for code in dict.fromkeys((*OWN_NAMES, *pages)):
        if code not in translated:
            yield Finding(
                f"words.{code}",
                "warning",
                f"The buttons and questions are not here in {code}, so visitors are not offered it.",
                "In a checkout: make catalogues. Else install the kiosk again from its whole package.",
            )
        elif code in unwritten:
            yield Finding(
                f"letters.{code}",
                "warning",
                f"No font here has all letters of {code}, so visitors are not offered it.",
                "apt-get install fonts-noto-core",
            )
    first = loaded.text("screen.language")
    offered = {"en", *(code for code in pages if code in translated and code not in unwritten)}
    if first not in offered:
        yield Finding(
            "screen.language",
            "warning",
            f"Visits should start in {first[:20]!r}, which cannot be shown here; they start in English.",
            f"kiosk settings set screen.language en (or one of: {', '.join(sorted(offered))})",
        )
