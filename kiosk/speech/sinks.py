"""Where sound goes: the loudspeaker, or a file that fills at the speed of a clock. One stream is one job."""

from __future__ import annotations

import array
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from kiosk.speech.engine import SpeechError
from kiosk.speech.wav_file import WavFile

BUFFER_SECONDS = 0.2
"""80 ms had drop-outs on a busy machine; 400 ms started no sooner and stopped no later (measured)."""


class Sink(Protocol):
    """Takes 16-bit mono samples. Frames are counted from `open`; what was not heard by `close` is never heard."""

    def open(self, frames_per_second: int) -> None:
        """Begin a stream. Raises `SpeechError("no-audio")`."""

    def write(self, pcm: bytes) -> int:
        """Take as much as there is room for now; gives the number of bytes taken."""

    def played(self) -> int:
        """Frames heard so far. Raises `SpeechError("no-audio")` when the device has gone."""

    def drained(self) -> bool:
        """Whether all that was written has been heard."""

    def pause(self) -> None: ...

    def resume(self) -> None: ...

    def set_volume(self, volume: float) -> None: ...

    def close(self) -> None:
        """Silence, now."""


class LoudspeakerSink:
    """The default sound output, through Qt. Every call may block for ever when the sound server hangs.

    Errors and states are compared by name: PySide6 6.11 has them twice (QAudio, QtAudio) and the two are never equal.
    """

    def __init__(self) -> None:
        self._sink: Any = None
        self._device: Any = None
        self._frames_per_second = 0
        self._volume = 1.0

    def warm_up(self, frames_per_second: int) -> None:
        """Ask for the device once, which takes the sound system's first connection out of the first Listen."""
        try:
            from PySide6.QtMultimedia import QMediaDevices
        except ImportError:
            return
        QMediaDevices.defaultAudioOutput().isFormatSupported(_format(frames_per_second))

    def open(self, frames_per_second: int) -> None:
        try:
            from PySide6.QtMultimedia import QAudioSink, QMediaDevices
        except ImportError:  # the wheel needs the sound system's client library (libpulse0)
            raise SpeechError("no-audio") from None
        self.close()
        output = QMediaDevices.defaultAudioOutput()
        wanted = _format(frames_per_second)
        if output.isNull() or not output.isFormatSupported(wanted):
            raise SpeechError("no-audio")
        # stateChanged is never connected: in PySide6 6.11.3 it raises TypeError inside the slot.
        self._sink = QAudioSink(output, wanted)
        self._sink.setBufferSize(wanted.bytesForDuration(int(BUFFER_SECONDS * 1_000_000)))
        self._sink.setVolume(self._volume)
        self._frames_per_second = frames_per_second
        self._device = self._sink.start()
        if self._device is None or self._sink.error().name != "NoError":
            self.close()
            raise SpeechError("no-audio")

    def write(self, pcm: bytes) -> int:
        if self._sink is None:
            return 0
        room = min(self._sink.bytesFree(), len(pcm)) // 2 * 2
        return max(0, int(self._device.write(pcm[:room]))) if room > 0 else 0

    def played(self) -> int:
        if self._sink is None:
            return 0
        if self._sink.error().name not in ("NoError", "UnderrunError"):
            raise SpeechError("no-audio")
        return int(self._sink.processedUSecs()) * self._frames_per_second // 1_000_000

    def drained(self) -> bool:
        return self._sink is None or self._sink.state().name in ("IdleState", "StoppedState")

    def pause(self) -> None:
        if self._sink is not None:
            self._sink.suspend()

    def resume(self) -> None:
        if self._sink is not None:
            self._sink.resume()

    def set_volume(self, volume: float) -> None:
        self._volume = volume
        if self._sink is not None:
            self._sink.setVolume(volume)

    def close(self) -> None:
        sink, self._sink, self._device = self._sink, None, None
        if sink is not None:
            sink.reset()


def _format(frames_per_second: int) -> Any:
    from PySide6.QtMultimedia import QAudioFormat

    wanted = QAudioFormat()
    wanted.setSampleRate(frames_per_second)
    wanted.setChannelCount(1)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return wanted


class RecordingSink:
    """Writes what would be heard to a WAV file, at the speed of a clock, so that marks fall as they would.

    For tours and tests on machines without sound. Streams follow one another in the file; a file that is there already
    is continued.
    """

    def __init__(self, file: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._file = file
        self._clock = clock
        self._frames_per_second = 0
        self._waiting = bytearray()
        self._written = 0
        self._played = 0.0
        self._saved = 0
        self._seen: float | None = None
        self._volume = 1.0
        self._wav: WavFile | None = None

    def open(self, frames_per_second: int) -> None:
        self.close()
        self._frames_per_second = frames_per_second
        try:
            self._wav = WavFile(self._file, frames_per_second, go_on=True)
        except OSError:
            raise SpeechError("no-audio") from None
        self._seen = self._clock()

    def write(self, pcm: bytes) -> int:
        self._advance()
        ahead = self._written - self._played
        room = max(0, int(BUFFER_SECONDS * self._frames_per_second - ahead))
        taken = pcm[: room * 2]
        self._waiting += taken
        self._written += len(taken) // 2
        return len(taken)

    def played(self) -> int:
        self._advance()
        return int(self._played)

    def drained(self) -> bool:
        return self.played() >= self._written

    def pause(self) -> None:
        self._advance()
        self._seen = None

    def resume(self) -> None:
        self._seen = self._clock()

    def set_volume(self, volume: float) -> None:
        self._advance()
        self._volume = volume

    def close(self) -> None:
        self._advance()
        self._waiting.clear()
        self._written = self._saved = 0
        self._played = 0.0
        self._seen = None
        if self._wav is not None:
            self._wav.close()
            self._wav = None

    def _advance(self) -> None:
        """Move the clock-driven position, never past what was written, and save what it passed."""
        if self._seen is None or self._wav is None:
            return
        now = self._clock()
        self._played = min(float(self._written), self._played + (now - self._seen) * self._frames_per_second)
        self._seen = now
        count = int(self._played) - self._saved
        if count > 0:
            heard = bytes(self._waiting[: count * 2])
            del self._waiting[: count * 2]
            self._saved += count
            self._wav.add(louder(heard, self._volume))


def louder(pcm: bytes, volume: float) -> bytes:
    """The samples scaled, as a loudspeaker's volume from 0 to 1 would."""
    if volume >= 1.0:
        return pcm
    return array.array("h", [int(sample * max(volume, 0.0)) for sample in array.array("h", pcm)]).tobytes()
