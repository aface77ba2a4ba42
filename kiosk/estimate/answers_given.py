"""What one person has answered in the estimates of their visit, in memory, and which results they keep."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType


class AnswersGiven:
    """Answers by estimate and question. Changing an answer loses no other one, also where it is idle for now."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._answers: dict[str, dict[str, str]] = {}
        self._kept: tuple[str, ...] = ()

    def of(self, estimate: str) -> Mapping[str, str]:
        """The answers of one estimate, by question: a choice's id, "yes", "no", pounds, or "dont-know"."""
        return MappingProxyType(self._answers.get(estimate, {}))

    def answer(self, estimate: str, question: str, value: str) -> None:
        """Answer a question, or answer it otherwise."""
        given = self._answers.setdefault(estimate, {})
        if given.get(question) != value:
            given[question] = value
            self._tell()

    def begin_again(self, estimate: str) -> None:
        """Forget the answers of one estimate, and do not keep its result."""
        if self._answers.pop(estimate, None) is not None or estimate in self._kept:
            self._kept = tuple(kept for kept in self._kept if kept != estimate)
            self._tell()

    @property
    def kept(self) -> tuple[str, ...]:
        """Estimates whose results go into the booklet, in the order in which they were kept."""
        return self._kept

    def keep(self, estimate: str) -> None:
        """Keep a result for the booklet; keeping it twice changes nothing."""
        if estimate not in self._kept:
            self._kept = (*self._kept, estimate)
            self._tell()

    def drop(self, estimate: str) -> None:
        """Take a result out of the booklet; the answers stay."""
        if estimate in self._kept:
            self._kept = tuple(kept for kept in self._kept if kept != estimate)
            self._tell()

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was answered."""
        return not self._answers and not self._kept
