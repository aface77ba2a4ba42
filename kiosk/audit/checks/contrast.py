"""Whether everything stands out from what is behind it: words, edges, drawings and marks, sampled from the pixels."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.audit.check import check
from kiosk.audit.contrasts import contrast
from kiosk.audit.fault import Fault
from kiosk.audit.glyphs import ink_of_lines, places_of
from kiosk.audit.painted import PaintedText, paints_itself
from kiosk.audit.places import left_by_parents
from kiosk.audit.seen import Seen
from kiosk.audit.sheets import Piece, Sheet, sheet_of
from kiosk.ui.widgets.box import Box
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.entry import Entry
from kiosk.ui.widgets.level_card import LevelCard
from kiosk.ui.widgets.phone_badge import PhoneBadge

WORDS, WORDS_OFF, EDGES = 7.0, 4.5, 3.0
_BEHIND = 0.08
"""A colour that covers this part of a line lies behind its words; soft edges of letters never cover so much."""
_INK = 0.0015
"""The least part of a line that its ink covers, even where it is a full stop."""
_AIR = 0.1
"""So much round the ink is looked at too, as a part of the letters' size: a full stop alone hides what is behind it."""
_EDGED = (Button, Box, Entry, LevelCard, PhoneBadge)
_SIGNS_OF_CHOICE = {"tick", "kept", "close"}
_MOST_JUDGED = 50_000
_judged: dict[tuple[object, ...], str] = {}


@check("CONTRAST", "contrast", ("CO-01",), "Words stand out from what is behind them by 7:1, by 4.5:1 when off.")
def words_stand_out(seen: Seen) -> Iterator[Fault]:
    """WCAG 1.4.6 AAA; 1.4.3 asks for nothing where a button is off, but people still want to know what it would do."""
    for text in seen.texts:
        if not text.text.strip() or not seen.applies("CONTRAST", text.widget):
            continue
        least = WORDS if text.widget.isEnabled() else WORDS_OFF
        sheet, room = sheet_of(seen, text.widget), left_by_parents(seen, text.widget)
        for where, ink in _lines(text):
            place = where.toAlignedRect().intersected(room)
            if not place.isEmpty() and (wrong := _wrong_ink(sheet.piece(place), ink, least, text.pixels)):
                yield seen.fault("CONTRAST", f"“{text.text[:50]}” {wrong}", text.widget, where)
                break
    for field in seen.widgets:
        if isinstance(field, QLineEdit) and (field.text() or field.placeholderText()):
            role = QPalette.ColorRole.Text if field.text() else QPalette.ColorRole.PlaceholderText
            ink = _number(field.palette().color(role).name())
            if wrong := _wrong_ink(sheet_of(seen, field).piece(seen.in_view(field)), ink, WORDS):
                yield seen.fault("CONTRAST", f"“{(field.text() or field.placeholderText())[:50]}” {wrong}", field)


@check("BORDER", "contrast", ("CO-02",), "Edges, drawings and marks stand out from what lies beside them by 3:1.")
def edges_stand_out(seen: Seen) -> Iterator[Fault]:
    """WCAG 1.4.11. An edge is looked at from outside, at three places of each side: a line or a fill must be seen."""
    for widget in seen.widgets:
        if not seen.applies("BORDER", widget):
            continue
        if isinstance(widget, _EDGED):
            faint = _faint_side(sheet_of(seen, widget), seen.place(widget), seen.session.panel.pixels_per_mm)
            if faint:
                yield seen.fault("BORDER", faint, widget)
        elif _is_mark(widget) and not any(text.widget is widget for text in seen.texts):
            colors = sheet_of(seen, widget).piece(left_by_parents(seen, widget)).colors()
            behind = colors.most_common(1)[0][0] if colors else 0
            best = max((contrast(c, behind) for c, n in colors.items() if n >= 0.01 * colors.total()), default=1.0)
            if best < EDGES:
                yield seen.fault("BORDER", f"this mark stands out by {best:.1f}, least {EDGES:.0f}", widget)
    for icon in seen.icons:
        if seen.applies("BORDER", icon.widget):
            piece = sheet_of(seen, icon.widget).piece(icon.rect.toAlignedRect())
            if wrong := _wrong_ink(piece, _number(icon.color), EDGES):
                yield seen.fault("BORDER", f"the drawing “{icon.name}” {wrong}", icon.widget, icon.rect)


@check("GREY", "contrast", ("CO-03", "SP-20"), "What is chosen shows a sign of it, not only another colour.")
def not_by_colour_alone(seen: Seen) -> Iterator[Fault]:
    """Without colours a chosen button would look like its neighbours but for a thicker line."""
    signs: dict[QWidget, set[str]] = {}
    for icon in seen.icons:
        signs.setdefault(icon.widget, set()).add(icon.name)
    for widget in seen.controls:
        chosen = isinstance(widget, Button) and widget.chosen
        if chosen and not signs.get(widget, set()) & _SIGNS_OF_CHOICE and seen.applies("GREY", widget):
            yield seen.fault("GREY", "it looks chosen by its colours alone", widget)


def _lines(text: PaintedText) -> Iterator[tuple[QRectF, int]]:
    """The lines of a text with their ink, and what is marked as being read aloud with its own."""
    air = text.pixels * _AIR
    inks = (ink.translated(text.corner) for ink in ink_of_lines(text.laid) if not ink.isEmpty())
    layers = [([ink.adjusted(-air, -air, air, air) for ink in inks], _number(text.color))]
    for mark in text.marks:
        if mark.color:
            places = places_of(text.laid, mark.start, mark.length)
            layers.append(([place.translated(text.corner) for place in places], _number(mark.color)))
    for number, (pieces, ink) in enumerate(layers):
        for place in (place for places, _ink in layers[number + 1 :] for place in places):
            pieces = [rest for piece in pieces for rest in _without(piece, place)]
        for piece in pieces:
            yield piece, ink


def _without(line: QRectF, place: QRectF) -> Iterator[QRectF]:
    """What is left of a line at both sides of a mark."""
    if not place.intersects(line):
        yield line
        return
    left, right = place.left() - line.left(), line.right() - place.right()
    if left > line.height() / 4:
        yield QRectF(line.left(), line.top(), left, line.height())
    if right > line.height() / 4:
        yield QRectF(place.right(), line.top(), right, line.height())


def _wrong_ink(piece: Piece, ink: int, least: float, pixels: int = 0) -> str:
    """What is wrong with an ink in its place, or "" when nothing is; worked out once for places that look alike."""
    key = piece.digest, ink, least, pixels
    if key not in _judged:
        if len(_judged) >= _MOST_JUDGED:
            _judged.clear()
        _judged[key] = _judge(piece, ink, least, pixels)
    return _judged[key]


def _judge(piece: Piece, ink: int, least: float, pixels: int) -> str:
    """Large letters need not be counted pixel by pixel.

    What lies behind is seen at the rim of the place too, where no letter comes; soft edges of letters are not.
    """
    colors = piece.colors(max(1, pixels // 24), max(1, pixels // 12))
    total, rim = colors.total(), piece.rim()
    if colors[ink] < _INK * total:
        return "is painted over, or in another colour than it should be"
    behind = {
        color: count
        for color, count in colors.items()
        if color != ink and count >= _BEHIND * total and rim[color] >= _BEHIND / 2 * rim.total()
    }
    if not behind or sum(behind.values()) + colors[ink] < total / 2:
        return "stands on a picture or on colours that run into each other"
    worst = min(contrast(ink, color) for color in behind)
    return f"stands out by {worst:.1f}, least {least:g}" if worst < least else ""


def _faint_side(sheet: Sheet, place: QRect, per_mm: float) -> str:
    """Which side of a box cannot be told from what lies outside, or ""."""
    deep = max(2, round(1.2 * per_mm))
    for part in (0.3, 0.5, 0.7):
        x = place.left() + round(place.width() * part)
        y = place.top() + round(place.height() * part)
        sides = {
            "left": (QPoint(place.left(), y), QPoint(1, 0)),
            "right": (QPoint(place.right(), y), QPoint(-1, 0)),
            "upper": (QPoint(x, place.top()), QPoint(0, 1)),
            "lower": (QPoint(x, place.bottom()), QPoint(0, -1)),
        }
        for side, (start, inward) in sides.items():
            outside = sheet.color_at(start - inward * 2)
            inside = [sheet.color_at(start + inward * step) for step in range(deep)]
            if outside is None:
                continue
            best = max((contrast(outside, color) for color in inside if color is not None), default=EDGES)
            if best < EDGES:
                return f"its {side} edge stands out by {best:.1f}, least {EDGES:.0f}"
    return ""


def _is_mark(widget: QWidget) -> bool:
    """Whether a widget is something small that is painted and holds nothing: a dot, a box to tick."""
    least, most = 4, 200
    small = least <= widget.width() <= most and least <= widget.height() <= most
    return small and paints_itself(widget) and not widget.findChildren(QWidget)


def _number(color: str) -> int:
    return QColor(color).rgb() & 0xFFFFFF
