"""What counts as a press when hands shake, and what does not; places in millimetres, times in milliseconds, no Qt.

EN 301 549 5.7 and 5.8 ask this of keys; the same is done for touch. Duff and others (2010) found that people with
motor impairment press targets twice and leave them sideways far more often than others.
"""

from __future__ import annotations

from enum import Enum, auto
from math import hypot
from typing import NamedTuple

_SAME_PLACE = 12.0
"""A tap within so many millimetres of the last one is taken for the same one: a finger's width and a tremor."""
_EDGE = 3.0
"""Touches that begin so near to the panel's edge are those of a hand that rests on the frame."""
_LEAST_TARGET = 12.7
_HOLDS, _RESTS = 5000, 1000
"""After so long a finger gives way to the next, on a control and elsewhere: a driver has lost its end, or a hand rests
on the glass, as when staff hold a bank card against it."""


STEADY_REPEAT = 1000.0
"""How long a second press is not taken for one of its own, in a visit that asked for more care: by touch and by key."""


class Place(NamedTuple):
    """A place on the panel, from its top left corner."""

    x: float
    y: float

    def apart(self, other: Place) -> float:
        return hypot(self.x - other.x, self.y - other.y)


class Box(NamedTuple):
    """What can be seen of a control."""

    left: float
    top: float
    right: float
    bottom: float

    def beside(self, at: Place) -> float:
        """How far outside its edge a place is; 0 within."""
        return hypot(max(self.left - at.x, 0.0, at.x - self.right), max(self.top - at.y, 0.0, at.y - self.bottom))

    def within(self, left: float, top: float, right: float, bottom: float) -> Box:
        """The part of it that lies in another."""
        return Box(max(self.left, left), max(self.top, top), min(self.right, right), min(self.bottom, bottom))


class Care(NamedTuple):
    """How much is forgiven. `repeat`: how long the same place stays shut after a press that did something; `slip`: how
    far beside its control a finger may come up; `reach`: how far it may then have moved; `tremble`: how far it may
    move up or down a page before it takes the page along."""

    repeat: float = 400.0
    slip: float = 6.0
    reach: float = 15.0
    tremble: float = 8.0

    @property
    def steadier(self) -> Care:
        """The same with more care, for a visitor who asked for it."""
        return Care(
            max(self.repeat, STEADY_REPEAT), max(self.slip, 10.0), max(self.reach, 22.0), max(self.tremble, 12.0)
        )


class Answer(Enum):
    """What is made of a finger."""

    IGNORED = auto()
    """It does nothing."""
    PRESSES = auto()
    """It went down on something, or is on it again."""
    STRAYED = auto()
    """It is too far from what it went down on to press it."""
    DRAGS = auto()
    """It takes the page along."""
    ACTS = auto()
    """It came up where that presses what it went down on."""


class _Finger(NamedTuple):
    name: int
    start: Place
    since: float
    control: Box | None
    scrolls: bool
    drags: bool


class TouchRules:
    """One finger at a time; all others, and a hand on the frame, do nothing."""

    def __init__(self, width: float, height: float, care: Care | None = None) -> None:
        self.care = care or Care()
        self.width = width
        self.height = height
        self._finger: _Finger | None = None
        self._last: tuple[Place, Place, float] | None = None
        self._ended: tuple[Place, Place, float] | None = None

    @property
    def finger(self) -> int | None:
        """The finger that is minded just now."""
        return self._finger.name if self._finger else None

    def down(
        self, finger: int, at: Place, when: float, control: Box | None = None, *, scrolls: bool = False,
        coasting: bool = False,
    ) -> Answer:  # fmt: skip
        """A finger touches the glass, over `control` if over any; `scrolls` in a page that can be moved, `coasting` in
        one that is still moving. Where another finger gives way, the caller takes its press back first."""
        held = self._finger
        if held is not None and held.name != finger:
            holds = _HOLDS if held.control is not None or held.drags else _RESTS
            if 0 <= when - held.since < holds:
                return Answer.IGNORED
        self._finger = None
        if self._at_edge(at, control) or self._again(at, when):
            return Answer.IGNORED
        self._finger = _Finger(finger, at, when, control, scrolls, drags=coasting)
        return Answer.DRAGS if coasting else Answer.PRESSES

    def move(self, finger: int, at: Place) -> Answer:
        """A finger moves on the glass."""
        held = self._finger
        if held is None or held.name != finger:
            return Answer.IGNORED
        if held.scrolls and not held.drags and abs(at.y - held.start.y) > self.care.tremble:
            held = self._finger = held._replace(drags=True)
        if held.drags:
            return Answer.DRAGS
        return Answer.PRESSES if self._on(held, at) else Answer.STRAYED

    def up(self, finger: int, at: Place, when: float) -> Answer:
        """A finger leaves the glass. After `ACTS` the caller says with `acted` whether that did anything."""
        answer = self.move(finger, at)
        held = self._finger
        if answer is Answer.IGNORED or held is None:
            return Answer.IGNORED
        self._finger = None
        if answer is not Answer.PRESSES:
            return answer
        self._ended = (held.start, at, when)
        return Answer.ACTS

    def acted(self) -> None:
        """The last press did something: its place stays shut for a while."""
        self._last = self._ended

    def lift_all(self) -> None:
        """No finger is on the glass, whatever was heard before."""
        self._finger = None

    def _on(self, held: _Finger, at: Place) -> bool:
        if held.control is None:
            return True
        beside = held.control.beside(at)
        return beside == 0 or (beside <= self.care.slip and held.start.apart(at) <= self.care.reach)

    def _again(self, at: Place, when: float) -> bool:
        if self._last is None:
            return False
        start, end, then = self._last
        return 0 <= when - then < self.care.repeat and min(at.apart(start), at.apart(end)) <= _SAME_PLACE

    def _at_edge(self, at: Place, control: Box | None) -> bool:
        """In the strip along the edge, unless the control there would be too small to press without the strip."""
        inner = Box(_EDGE, _EDGE, self.width - _EDGE, self.height - _EDGE)
        if inner.beside(at) == 0:
            return False
        if control is None:
            return True
        left = control.within(*inner)
        return min(left.right - left.left, left.bottom - left.top) >= _LEAST_TARGET
