"""Keys alone: everything is met, in the order of reading, without a trap, and one sees where one is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QAbstractSlider, QLineEdit, QWidget

from kiosk.audit.check import check
from kiosk.audit.contrasts import contrast
from kiosk.audit.fault import Fault
from kiosk.audit.key_walk import KeyWalk, everything_put_back, handed_on, press, walk_by
from kiosk.audit.painted import paints_itself
from kiosk.audit.seen import Seen
from kiosk.ui.keyboard_use import KEYBOARD
from kiosk.ui.widgets.scroll_page import ScrollPage

_TAB, _BACKTAB, _DOWN = Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Down
_CALLED = {_TAB: "Tab", _BACKTAB: "Shift and Tab"}
_LEFT, _RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right
_CSS_PIXEL_MM = 25.4 / 96
_LEAST_CONTRAST = 3.0
_RING_WITHIN_MM = 4.0
"""What changes further inside is not a ring round a control."""
_STARTS = 6
"""So many controls of a screen are enough to see where the sideways arrows go: it is looked at in many set-ups."""
_MOST_COUNTED = 50_000
_counted: dict[tuple[int, ...], int] = {}


def _keys(seen: Seen) -> tuple[Qt.Key, ...]:
    """The keys that walk through all controls: backwards too where that is wanted."""
    return (_TAB, _BACKTAB) if seen.both_ways else (_TAB,)


def _wanted(seen: Seen, code: str) -> list[QWidget]:
    """What can be pressed, typed into or moved, of our own and of the toolkit's kinds."""
    kinds = (QAbstractButton, QLineEdit, QAbstractSlider, QAbstractScrollArea)
    found = [w for w in seen.widgets if isinstance(w, kinds) or w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [widget for widget in found if widget.isEnabled() and seen.applies(code, widget)]


@check("UNREACHABLE", "order", ("KB-01", "SP-16"), "Tab, or Shift and Tab, comes to everything that can be used.")
def unreachable(seen: Seen) -> Iterator[Fault]:
    met = {control for key in _keys(seen) for control in walk_by(seen, key).met}
    pagers: set[QWidget] = set() if seen.both_ways else _pagers_of(met)
    for control in _wanted(seen, "UNREACHABLE"):
        if control not in met and control not in pagers and not handed_on(seen, control, met):
            yield seen.fault("UNREACHABLE", "keys never come here", control)
    for control in met:
        if not seen.root.isAncestorOf(control):
            yield seen.fault("UNREACHABLE", "keys come here though something lies over all of it", control)


@check("TRAP", "order", ("KB-01", "SP-16"), "Every press of Tab moves the focus, and it comes round.")
def trap(seen: Seen) -> Iterator[Fault]:
    for key in _keys(seen):
        name, walk = _CALLED[key], walk_by(seen, key)
        if walk.stuck is not None and len(_wanted(seen, "TRAP")) > 1 and seen.applies("TRAP", walk.stuck):
            yield seen.fault("TRAP", f"{name} does not go on from here", walk.stuck)


@check("ORDER", "order", ("KB-02",), "Tab goes the way that one reads: down, and along each row from its start.")
def order(seen: Seen) -> Iterator[Fault]:
    onward = walk_by(seen, _TAB).met
    yield from _out_of_order(seen, onward)
    if not seen.both_ways:
        return
    backward = walk_by(seen, _BACKTAB).met
    again = [control for control in reversed(backward) if control in onward]
    same = [control for control in onward if control in backward]
    for there, back in zip(_from(same, again), again, strict=True):
        if there is not back and seen.applies("ORDER", back):
            yield seen.fault("ORDER", "Shift and Tab comes here another way than Tab", back)
            return


def _from(controls: list[QWidget], others: list[QWidget]) -> list[QWidget]:
    """The round begun where the other one begins."""
    if not others or others[0] not in controls:
        return controls
    at = controls.index(others[0])
    return controls[at:] + controls[:at]


def _out_of_order(seen: Seen, met: list[QWidget]) -> Iterator[Fault]:
    """The round may begin anywhere, but is read from the top: it is turned until as little as can be is wrong."""
    rounds = [met[at:] + met[:at] for at in range(len(met)) if _may_begin(seen, met[at - 1], met[at])]
    found = [list(_wrong_steps(seen, turned)) for turned in rounds or [met]]
    yield from min(found, key=len, default=[])


def _may_begin(seen: Seen, last: QWidget, first: QWidget) -> bool:
    """Whether a round may end and begin between two controls: they stand in different parts of the window."""
    return _below(seen.root, last) is not _below(seen.root, first) or last is first


def _below(root: QWidget, control: QWidget) -> QWidget:
    """The part of the root that a control stands in."""
    here = control
    while (parent := here.parentWidget()) is not None and parent is not root:
        here = parent
    return here


def _wrong_steps(seen: Seen, met: Sequence[QWidget]) -> Iterator[Fault]:
    right_to_left = seen.session.words.right_to_left
    left_behind: set[QWidget] = set()
    for before, control in pairwise(met):
        if not seen.applies("ORDER", control):
            continue
        old, new = _branch(before), _branch(control)
        shared = next(part for part in old if part in new)
        come_from = old[old.index(shared) - 1] if old[0] is not shared else before
        gone_to = new[new.index(shared) - 1] if new[0] is not shared else control
        left_behind.update(old[: old.index(shared)])
        if any(part in left_behind for part in new[: new.index(shared)]):
            yield seen.fault("ORDER", "Tab comes back to a part of the screen that it had left", control)
        elif _goes_back(come_from.geometry(), gone_to.geometry(), right_to_left):
            yield seen.fault("ORDER", f"Tab goes back in reading, from “{before.accessibleName()[:40]}”", control)


def _branch(control: QWidget) -> list[QWidget]:
    """A control, its parent, and so on up to the window."""
    branch = [control]
    while (parent := branch[-1].parentWidget()) is not None:
        branch.append(parent)
    return branch


def _goes_back(before: QRect, after: QRect, right_to_left: bool) -> bool:
    if after.bottom() < before.top():
        return True
    if after.top() > before.bottom():
        return False
    return after.left() > before.right() if right_to_left else after.right() < before.left()


@check("COVERED", "order", ("KB-04",), "What gets the focus is scrolled into view, and nothing lies over it.")
def covered(seen: Seen) -> Iterator[Fault]:
    told: set[QWidget] = set()
    for key in _keys(seen):
        for control, in_view, over in walk_by(seen, key).steps:
            if control in told or not seen.applies("COVERED", control):
                continue
            view = seen.view_around(control)
            high = min(control.height(), view.height() if view is not None else seen.window.height())
            if in_view.height() < high - 1 or in_view.width() < control.width() - 1:
                told.add(control)
                yield seen.fault("COVERED", f"only {in_view.height()} of {high} pixels come into view", control)
            elif over is not None:
                told.add(control)
                name = f"{type(over).__name__} “{over.accessibleName()[:40]}”"
                yield seen.fault("COVERED", f"{name} lies over it", control)


@check("ARROWS", "behaviour", ("KB-01", "SP-19"), "The arrow keys come to the same as Tab, in the same order.")
def arrows(seen: Seen) -> Iterator[Fault]:
    if not seen.applies("ARROWS", seen.screen):
        return
    onward, down = walk_by(seen, _TAB), walk_by(seen, _DOWN)
    by_tab, by_arrow = _pagers_as_one(onward.met), _pagers_as_one(down.met)
    either = {*by_tab, *_pagers_as_one(walk_by(seen, _BACKTAB).met)}
    for control in by_tab:
        if control not in by_arrow and seen.applies("ARROWS", control):
            yield seen.fault("ARROWS", "the arrow down never comes here, though Tab does", control)
    if down.stuck is not None and by_arrow and seen.applies("ARROWS", down.stuck):
        yield seen.fault("ARROWS", "the arrow down does not go on from here", down.stuck)
    shared = [control for control in by_tab if control in by_arrow]
    for wanted, control in zip(shared, [control for control in by_arrow if control in by_tab], strict=True):
        if wanted is not control and seen.applies("ARROWS", control):
            yield seen.fault("ARROWS", "the arrow down comes here in another order than Tab", control)
            break
    for control in by_arrow:
        if control not in either:
            yield seen.fault("ARROWS", "the arrow down comes here, and Tab never", control)
    yield from _sideways(seen, onward)


def _pagers_as_one(controls: Sequence[QWidget]) -> list[QWidget]:
    """Page up and Page down stand for one another: which can be pressed hangs on where the page was just then."""
    pages = [page for control in controls if isinstance(page := control.parentWidget(), ScrollPage)]
    other: dict[QWidget, QWidget] = {page.up: page.down for page in pages}
    return list(dict.fromkeys(other.get(control, control) for control in controls))


def _pagers_of(controls: Iterable[QWidget]) -> set[QWidget]:
    """Both page buttons of every page of which one was met."""
    pages = [page for control in controls if isinstance(page := control.parentWidget(), ScrollPage)]
    return {button for page in pages for button in (page.up, page.down)}


def _sideways(seen: Seen, walk: KeyWalk) -> Iterator[Fault]:
    """The arrow in the direction of reading goes on, the other one back; in a field they move within the words."""
    on, back = _RIGHT, _LEFT
    if seen.session.words.right_to_left:
        on, back = back, on
    starts = [
        control
        for control in walk.met
        if seen.view_around(control) is None  # what scrolls, and its pager, stand elsewhere after every press
        and not isinstance(control.parentWidget(), ScrollPage)
        and seen.applies("ARROWS", control)
    ]
    with everything_put_back(seen):
        for start in starts[:: max(1, len(starts) // _STARTS)]:
            for arrow, tab in ((on, _TAB), (back, _BACKTAB)):
                start.setFocus()
                wanted = start if isinstance(start, QLineEdit) else press(seen, tab)
                start.setFocus()
                if start.hasFocus() and press(seen, arrow) is not wanted:
                    yield seen.fault(
                        "ARROWS", f"{arrow.name.removeprefix('Key_')} does not go the way of reading", start
                    )


@check("FOCUS", "focus", ("KB-03",), "The focus shows: as much changes by 3 to 1 as a ring of two points all round.")
def focus(seen: Seen) -> Iterator[Fault]:
    scale = seen.session.panel.pixels_per_mm
    ring, band = 2 * _CSS_PIXEL_MM * scale, round(_RING_WITHIN_MM * scale)
    paper = seen.session.theme.paper
    controls = sorted(_wanted(seen, "FOCUS"), key=lambda control: seen.view_around(control) is not None)
    with everything_put_back(seen):
        KEYBOARD.active = False
        seen.window.setFocus()
        without = [_picture(_painter_of(control), paper) for control in controls]
        for control, before in zip(controls, without, strict=True):
            painter = _painter_of(control)
            control.setFocus()
            KEYBOARD.active = True
            after = _picture(painter, paper)
            KEYBOARD.active = False
            least = 2 * ring * (painter.width() + painter.height()) - 4 * ring * ring
            changed = _changed(before, after, band)
            if changed < least:
                yield seen.fault("FOCUS", f"{changed} pixels change with the focus, of {least:.0f} at least", control)


def _painter_of(control: QWidget) -> QWidget:
    """What paints a control's ring: itself or, around a control of the toolkit's, what it stands in."""
    parent = control.parentWidget()
    return control if paints_itself(control) or parent is None else parent


def _picture(widget: QWidget, paper: str) -> QImage:
    picture = QImage(widget.size(), QImage.Format.Format_RGB32)
    picture.fill(QColor(paper))
    widget.render(picture, QPoint(0, 0), QRegion(), QWidget.RenderFlag.DrawChildren)
    return picture


def _changed(before: QImage, after: QImage, band: int) -> int:
    """How many pixels differ by 3 to 1 between two pictures of one widget, in a band along its edges.

    The same buttons stand on many screens, and nearly all rows of a ring are alike: each is counted once.
    """
    if before.size() != after.size():
        return 0
    wide, high = before.width(), before.height()
    one, other = bytes(before.constBits()), bytes(after.constBits())
    key = hash(one), hash(other), wide, high, band
    if key not in _counted:
        if len(_counted) >= _MOST_COUNTED:
            _counted.clear()
        _counted[key] = _changed_in(memoryview(one).cast("I"), memoryview(other).cast("I"), wide, high, band)
    return _counted[key]


def _changed_in(old: memoryview[int], new: memoryview[int], wide: int, high: int, band: int) -> int:
    found = 0
    for row in range(high):
        start, end = row * wide, (row + 1) * wide
        whole = row < band or row >= high - band or wide <= 2 * band
        for left, right in ((start, end),) if whole else ((start, start + band), (end - band, end)):
            if old[left:right] != new[left:right]:
                found += _changed_in_row(old[left:right].tobytes(), new[left:right].tobytes())
    return found


@lru_cache(maxsize=8192)
def _changed_in_row(old: bytes, new: bytes) -> int:
    pairs = Counter(zip(memoryview(old).cast("I"), memoryview(new).cast("I"), strict=True))
    return sum(many for (one, other), many in pairs.items() if one != other and contrast(one, other) >= _LEAST_CONTRAST)
