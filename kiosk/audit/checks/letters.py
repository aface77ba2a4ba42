"""The letters themselves: how high, from which font, upright, and numbers to ring in one piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.audit.check import check
from kiosk.audit.fault import Fault
from kiosk.audit.glyphs import SetWord, script_of, words_as_set
from kiosk.audit.seen import Seen
from kiosk.phone_numbers import NBSP, is_plausible
from kiosk.ui import theme
from kiosk.ui.metrics import CAPITALS_MM
from kiosk.ui.wrapped_text import wrapped

_OWN_FONTS = {
    "LATIN": {"Noto Sans"},
    "ARABIC": {"Noto Sans Arabic"},
    "BENGALI": {"Noto Sans Bengali"},
    "GURMUKHI": {"Noto Sans Gurmukhi"},
    "GUJARATI": {"Noto Sans Gujarati"},
}
"""The font that was chosen for each script; another one that happens to have its letters draws some of them badly."""
_CAPITALS_IN_A_ROW = 3
_NUMBER = re.compile(r"\+?\d(?:[\d\s\u00a0\u2011()-]*\d)?")


@check(
    "CAPHEIGHT",
    "glyphs",
    ("TX-01", "TX-02", "TX-03", "LA-06"),
    "Capitals are as high as the text size that was chosen promises, never below 5.0 mm.",
)
def capitals(seen: Seen) -> Iterator[Fault]:
    """The Latin font is measured, since other fonts do not say how high their letters are."""
    chosen, least = CAPITALS_MM[seen.cell.text_size], CAPITALS_MM["standard"]
    for widget, words, pixels, bold in _letters_on_screen(seen):
        font = theme.font(pixels, bold, seen.cell.easy_letters)
        high = seen.mm(QFontMetricsF(font).capHeight())
        wanted = chosen if seen.applies("CAPHEIGHT", widget) else least
        if high < wanted:
            yield seen.fault("CAPHEIGHT", f"capitals of “{words[:50]}” are {high:.2f} mm high, least {wanted}", widget)


@check("TOFU", "glyphs", ("LA-04",), "Every letter has a drawing, from the font that was chosen for its script.")
def missing_letters(seen: Seen) -> Iterator[Fault]:
    """Signs and digits may come from any of the theme's fonts, words only from their script's own."""
    latin = {theme.EASY_LETTERS} if seen.cell.easy_letters else _OWN_FONTS["LATIN"]
    known = {*theme.FAMILIES, *latin}
    for text in seen.texts:
        families = {family for family, _glyphs in text.laid.fonts()}
        missing = any(0 in glyphs for _family, glyphs in text.laid.fonts())
        if not missing and families <= latin and {script_of(c) for c in text.text} <= {"", "LATIN"}:
            continue
        for word in words_as_set(text.laid):
            if (wrong := _wrong_font(word, latin, known)) and seen.applies("TOFU", text.widget):
                yield seen.fault("TOFU", f"“{word.text.strip()[:40]}” {wrong}", text.widget, text.rect)
    for field in seen.widgets:
        if isinstance(field, QLineEdit):
            for word in words_as_set(
                wrapped(field.text() or field.placeholderText(), field.font(), 100_000, longest=0)
            ):
                if wrong := _wrong_font(word, latin, known):
                    yield seen.fault("TOFU", f"“{word.text.strip()[:40]}” {wrong}", field)


@check("ITALIC", "glyphs", ("CN-09",), "No letter is slanted.")
def italics(seen: Seen) -> Iterator[Fault]:
    """Asks the fonts that were really used, so that a slanted run inside a text is found."""
    for text in seen.texts:
        slanted = any(run.rawFont().style() != QFont.Style.StyleNormal for run in text.laid.layout.glyphRuns())
        if slanted and seen.applies("ITALIC", text.widget):
            yield seen.fault("ITALIC", f"letters of “{text.text[:50]}” are slanted", text.widget, text.rect)


@check("CAPS", "glyphs", ("CN-09",), "No more than two words in a row are set in capitals.")
def block_capitals(seen: Seen) -> Iterator[Fault]:
    """Short forms such as NHS stand alone or in pairs. A capital alone ("A", "I") counts neither way."""
    for text in seen.texts:
        rows = groupby((word for word in re.findall(r"[^\W\d_]+", text.text) if len(word) > 1), key=str.isupper)
        longest = max((sum(1 for _word in row) for upper, row in rows if upper), default=0)
        if longest >= _CAPITALS_IN_A_ROW and seen.applies("CAPS", text.widget):
            yield seen.fault("CAPS", f"{longest} words of “{text.text[:50]}” are in capitals", text.widget, text.rect)


@check("PHONE-BREAK", "glyphs", ("CN-06",), "A number to ring stays on one line.")
def broken_numbers(seen: Seen) -> Iterator[Fault]:
    """UKAAF: a number that goes on in the next line is dialled wrong."""
    for text in seen.texts:
        if len(text.lines) < 2:
            continue
        for match in _NUMBER.finditer(text.text):
            number = match.group(0)
            whole = is_plausible(number) or NBSP in number
            if whole and text.laid.x_of(match.start())[0] != text.laid.x_of(match.end() - 1)[0]:
                yield seen.fault("PHONE-BREAK", f"“{number}” goes over the end of a line", text.widget, text.rect)


def _letters_on_screen(seen: Seen) -> Iterator[tuple[QWidget, str, int, bool]]:
    """Every text with the size of its letters, also what the toolkit paints in a field."""
    for text in seen.texts:
        yield text.widget, text.text, text.pixels, text.bold
    for widget in seen.widgets:
        if isinstance(widget, QLineEdit):
            yield widget, widget.text() or widget.placeholderText(), widget.font().pixelSize(), widget.font().bold()


def _wrong_font(word: SetWord, latin: set[str], known: set[str]) -> str:
    """What is wrong with the font of a word, or "" when nothing is."""
    if word.missing:
        return "has a letter that no font here can draw"
    wanted = latin if word.script == "LATIN" else _OWN_FONTS.get(word.script, known) if word.script else known
    others = sorted(word.families - wanted)
    return f"comes from {', '.join(others)}" if others else ""
