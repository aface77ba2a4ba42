"""WAV files of speech: one channel, 16 bits."""

from __future__ import annotations

import array
import sys
import wave
from pathlib import Path
from types import TracebackType


class WavFile:
    """A WAV file being written; whole after every `add`, even if the program is then killed. Raises `OSError`.

    With `go_on` the sound of an existing file of the same kind is kept and continued.
    """

    def __init__(self, file: Path, frames_per_second: int, go_on: bool = False) -> None:
        before = _sound_in(file, frames_per_second) if go_on else b""
        self._file = file.open("wb", buffering=0)
        self._wave = wave.open(self._file, "wb")  # noqa: SIM115 (open until `close`)
        self._wave.setparams((1, 2, frames_per_second, 0, "NONE", "not compressed"))
        self._wave.writeframes(before)

    def add(self, pcm: bytes) -> None:
        """Append samples that are in the machine's byte order."""
        if sys.byteorder == "big":
            samples = array.array("h", pcm)
            samples.byteswap()
            pcm = samples.tobytes()
        self._wave.writeframes(pcm)

    def close(self) -> None:
        self._wave.close()
        self._file.close()

    def __enter__(self) -> WavFile:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _sound_in(file: Path, frames_per_second: int) -> bytes:
    if not file.exists():
        return b""
    try:
        with file.open("rb") as raw, wave.open(raw, "rb") as old:
            same = (old.getnchannels(), old.getsampwidth(), old.getframerate()) == (1, 2, frames_per_second)
            return old.readframes(old.getnframes()) if same else b""
    except (EOFError, wave.Error):
        return b""
