"""The exceptions that Signpost raises on purpose, each with a message written for its reader."""

from __future__ import annotations

from pathlib import Path


class SignpostError(Exception):
    """Something went wrong that a person can be told about in one plain sentence."""

    exit_code = 2


class InputError(SignpostError):
    """A file or an answer that cannot be used; names the file and, where known, the line."""

    def __init__(self, message: str, file: Path | str | None = None, line: int | None = None) -> None:
        self.message = message
        self.file = str(file) if file is not None else None
        self.line = line
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """The message with its place in front: ``guides/en/a.md, line 3: …``."""
        if self.file is None:
            return self.message
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{place}: {self.message}"


class EditionError(SignpostError):
    """An edition that must not be shown: missing, damaged or made for another version."""


class MissingPartError(SignpostError):
    """A part of the machine (voice, sound, printer, font) that is not there."""

    exit_code = 3
