"""What one person has answered in Help me choose during their visit, in memory, and what of its result they keep."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType


class ChoosingGiven:
    """Answers by question, as ids. Changing an answer loses no other one."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._answers: dict[str, tuple[str, ...]] = {}
        self._kept = False
        self._rooms: tuple[str, ...] = ()

    @property
    def answers(self) -> Mapping[str, tuple[str, ...]]:
        """By question: the ids of the choices, or "dont-know" alone. A question that was not asked yet is missing."""
        return MappingProxyType(self._answers)

    def answer(self, question: str, *choices: str) -> None:
        """Answer a question, or answer it otherwise; without a choice it is as if it had not been asked."""
        if self._answers.get(question, ()) == choices:
            return
        if choices:
            self._answers[question] = choices
        else:
            del self._answers[question]
        self._tell()

    def begin_again(self) -> None:
        """Forget the answers, and keep nothing of the result."""
        if not self.is_untouched:
            self._answers.clear()
            self._kept, self._rooms = False, ()
            self._tell()

    @property
    def kept(self) -> bool:
        """Whether the whole result goes into the booklet."""
        return self._kept

    def keep(self, kept: bool) -> None:
        """Keep the whole result for the booklet, or take it out again; the answers stay."""
        if kept != self._kept:
            self._kept = kept
            self._tell()

    @property
    def rooms(self) -> tuple[str, ...]:
        """Ids of the rooms whose ideas go into the booklet, in the order in which they were kept."""
        return self._rooms

    def keep_room(self, room: str) -> None:
        """Keep a room's ideas; keeping them twice changes nothing."""
        if room not in self._rooms:
            self._rooms = (*self._rooms, room)
            self._tell()

    def drop_room(self, room: str) -> None:
        """Take a room's ideas out of the booklet."""
        if room in self._rooms:
            self._rooms = tuple(kept for kept in self._rooms if kept != room)
            self._tell()

    @property
    def kept_count(self) -> int:
        """How many things on My list are of this result."""
        return len(self._rooms) + int(self._kept)

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was answered."""
        return not self._answers and not self.kept_count
