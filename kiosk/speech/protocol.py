"""The lines that pass between the controller and the worker, and the states and waits that both ends agree on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from kiosk.document.reading import Reading

WAV_VARIABLE = "SIGNPOST_SPEECH_WAV"
"""Names a file that the worker records to instead of playing; for tours and tests, never for a kiosk with visitors."""


class State(StrEnum):
    """Where the voice is. "starting" lasts until the first sound is on its way."""

    IDLE = "idle"
    STARTING = "starting"
    SPEAKING = "speaking"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long, in milliseconds, the worker may take before it is killed: to load, to start a sound, to fall silent."""

    load: int = 10_000
    start: int = 4_000
    stop: int = 400


@dataclass(frozen=True, slots=True)
class Mark:
    """A sentence or word that is being heard: which reading, and where in its text, in code points."""

    utterance: int
    start: int
    length: int


def utterances(readings: Sequence[Reading], language: str) -> list[dict[str, str]]:
    """The readings as the worker wants them; `language` is for those that name none."""
    return [{"id": item.path, "text": item.text, "lang": item.lang or language} for item in readings]


def mark(message: Mapping[str, Any], readings: Sequence[Reading]) -> Mark | None:
    """The place that a message names; None when there is no such place in the texts."""
    utterance, start, length = message.get("utterance"), message.get("start"), message.get("length")
    if not (isinstance(utterance, int) and isinstance(start, int) and isinstance(length, int)):
        return None
    if not 0 <= utterance < len(readings) or start < 0:
        return None
    return Mark(utterance, start, length) if 0 < length <= len(readings[utterance].text) - start else None
