"""WAV files of speech, one channel, 16 bits, that are whole at every moment (the standard library's are not)."""

from __future__ import annotations

import array
import struct
import sys
from pathlib import Path
from types import TracebackType

_HEADER = struct.Struct("<4sI4s4sIHHIIHH4sI")


class WavFile:
    """A WAV file being written; whole after every `add`, even if the program is then killed. Raises `OSError`.

    With `go_on`, new sound follows the sound of a file that this class wrote at the same rate.
    """

    def __init__(self, file: Path, frames_per_second: int, go_on: bool = False) -> None:
        self._frames_per_second = frames_per_second
        self._bytes = _sound_in(file, frames_per_second) if go_on else 0
        self._file = file.open("r+b" if self._bytes else "wb", buffering=0)
        self._file.truncate(_HEADER.size + self._bytes)
        self._write_header()

    def add(self, pcm: bytes) -> None:
        """Append samples that are in the machine's byte order."""
        if sys.byteorder == "big":
            samples = array.array("h", pcm)
            samples.byteswap()
            pcm = samples.tobytes()
        self._file.seek(_HEADER.size + self._bytes)
        self._file.write(pcm)
        self._bytes += len(pcm)
        self._write_header()

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> WavFile:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def _write_header(self) -> None:
        self._file.seek(0)
        self._file.write(_header(self._frames_per_second, self._bytes))


def _header(frames_per_second: int, sound: int) -> bytes:
    return _HEADER.pack(
        b"RIFF", 36 + sound, b"WAVE", b"fmt ", 16, 1, 1, frames_per_second, 2 * frames_per_second, 2, 16, b"data", sound
    )


def _sound_in(file: Path, frames_per_second: int) -> int:
    """Bytes of sound in a file of ours; 0 for any other file."""
    if not file.is_file():
        return 0
    with file.open("rb") as existing:
        header = existing.read(_HEADER.size)
    sound = file.stat().st_size - _HEADER.size
    same = sound > 0 and header[:4] == b"RIFF" and header[8:40] == _header(frames_per_second, 0)[8:40]
    return sound // 2 * 2 if same else 0
