"""A private sound server with an output that goes nowhere, and a recording of all that is played there."""

from __future__ import annotations

import array
import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import IO

RATE = 22050
LOUD = 700
"""A sample above this is sound; speech is at several thousand, silence at 0."""


def missing_part() -> str:
    """Why no sound can be recorded here; empty when it can."""
    absent = [name for name in ("pulseaudio", "parec") if shutil.which(name) is None]
    return f"{' and '.join(absent)} not installed" if absent else ""


class SoundRig:
    """PulseAudio on a socket of its own with a null sink, and parec listening to it from before the first sound."""

    def __init__(self) -> None:
        self._folder = tempfile.mkdtemp(prefix="snd-", dir="/tmp")  # a socket's path may have 107 characters
        self.server = f"unix:{self._folder}/socket"
        private = {"HOME": self._folder, "PULSE_RUNTIME_PATH": self._folder, "PULSE_SERVER": self.server}
        surroundings = {**os.environ, **private}
        surroundings.pop("DBUS_SESSION_BUS_ADDRESS", None)
        self.pulse = subprocess.Popen(
            [
                "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
                "--high-priority=yes", "--realtime=yes",  # as sound servers run; where that is not allowed it is left
                f"--load=module-native-protocol-unix socket={self._folder}/socket auth-anonymous=1",
                f"--load=module-null-sink sink_name=kiosk rate={RATE} channels=1 format=s16le",
            ],
            env=surroundings, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._wait_for(lambda: Path(self._folder, "socket").exists())
        self._recorder = subprocess.Popen(
            [
                "parec", "-d", "kiosk.monitor", "--latency-msec=10", "--raw",
                f"--rate={RATE}", "--channels=1", "--format=s16le",
            ],
            env=surroundings, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._lock = threading.Lock()
        self._data = bytearray()
        self._start = float("inf")
        assert self._recorder.stdout is not None
        self._reader = threading.Thread(target=self._read, args=(self._recorder.stdout,), daemon=True)
        self._reader.start()
        self._wait_for(lambda: len(self._data) > RATE // 5)

    def _read(self, pipe: IO[bytes]) -> None:
        while data := os.read(pipe.fileno(), 4096):
            now = time.monotonic()
            with self._lock:
                self._data += data
                self._start = min(self._start, now - len(self._data) / 2 / RATE)

    @staticmethod
    def _wait_for(done: object, seconds: float = 15.0) -> None:
        until = time.monotonic() + seconds
        while not done():  # type: ignore[operator]
            if time.monotonic() > until:
                raise TimeoutError("the private sound server did not come up")
            time.sleep(0.02)

    def recording(self) -> Recording:
        """All that was played so far, silence included."""
        with self._lock:
            whole = len(self._data) // 2 * 2
            return Recording(array.array("h", bytes(self._data[:whole])), self._start)

    def close(self) -> None:
        for process in (self._recorder, self.pulse):
            process.kill()
            process.wait()
        self._reader.join(5)
        if self._recorder.stdout is not None:
            self._recorder.stdout.close()
        shutil.rmtree(self._folder, ignore_errors=True)


class Recording:
    """Samples with the time, on the monotonic clock, of the first of them."""

    def __init__(self, samples: array.array[int], start: float) -> None:
        self.samples = samples
        self.start = start

    def at(self, moment: float) -> int:
        """The frame that was heard at a moment."""
        return max(0, int((moment - self.start) * RATE))

    def time_of(self, frame: int) -> float:
        return self.start + frame / RATE

    def first_sound(self, since: float = 0.0) -> float | None:
        """When sound was first heard after a moment."""
        found = onset(self.samples, self.at(since) if since else 0)
        return None if found is None else self.time_of(found)

    def last_sound(self) -> float | None:
        """When sound was last heard."""
        for frame in range(len(self.samples) - 1, -1, -1):
            if abs(self.samples[frame]) > LOUD:
                return self.time_of(frame)
        return None

    def place_of(self, expected: Sequence[int], since: float) -> tuple[int, float]:
        """Where the expected sound begins in the recording, and how alike the two are in loudness (1 = the same).

        Loudness over 10 ms is compared, not samples: espeak-ng gives the voice a little chance flutter each time.
        """
        mine, theirs = onset(self.samples, self.at(since)), onset(expected, 0)
        if mine is None or theirs is None:
            return 0, 0.0
        first = max(0, mine - theirs - 2 * RATE)
        heard = _sums(self.samples[first : mine + len(expected) + 2 * RATE])
        wanted = _sums(expected)
        near = mine - theirs - first
        best = max(range(near - 4400, near + 4401, 44), key=lambda lag: _alike(heard, wanted, lag, 440))
        best = max(range(best - 44, best + 45, 11), key=lambda lag: _alike(heard, wanted, lag, 110))
        return first + best, _alike(heard, wanted, best, 110)

    def places_of(self, expected: Sequence[int], frames: Sequence[int], since: float) -> list[tuple[int, float]]:
        """For each frame of the expected sound, in rising order, where it was heard, and how sure that is.

        Each is looked for near the one before, so that a gap (a machine that was busy) does not spoil the rest.
        """
        start, _ = self.place_of(expected[: 3 * RATE], since)
        heard, wanted = _sums(self.samples), _sums(expected)
        found: list[tuple[int, float]] = []
        shift = start
        for frame in frames:
            piece = wanted[frame : frame + RATE]
            near = range(shift + frame - 5500, shift + frame + 5501, 44)
            best = max(near, key=lambda lag: _alike(heard, piece, lag, 440))
            alike = _alike(heard, piece, best, 110)
            if alike > 0.9:
                shift = best - frame
            found.append((best, alike))
        return found


def onset(samples: Sequence[int], start: int) -> int | None:
    """The first loud sample from a frame on."""
    for frame in range(start, len(samples)):
        if abs(samples[frame]) > LOUD:
            return frame
    return None


_WINDOW = RATE // 100


def _sums(samples: Sequence[int]) -> list[int]:
    """Running sums of loudness, so that the loudness of any stretch is one subtraction."""
    return [0, *accumulate(abs(sample) for sample in samples)]


def _alike(heard: list[int], wanted: list[int], lag: int, step: int) -> float:
    places = range(max(0, -lag), len(wanted) - 1 - _WINDOW, step)
    last = len(heard) - 1
    pairs = [
        (
            heard[min(place + lag + _WINDOW, last)] - heard[min(place + lag, last)],
            wanted[place + _WINDOW] - wanted[place],
        )
        for place in places
    ]
    return correlation(pairs)


def correlation(pairs: Sequence[tuple[int, int]]) -> float:
    """Pearson's; 0 when there is nothing to compare."""
    count = len(pairs) or 1
    mine, theirs = sum(a for a, _ in pairs) / count, sum(b for _, b in pairs) / count
    product = sum((a - mine) * (b - theirs) for a, b in pairs)
    spread = sum((a - mine) ** 2 for a, _ in pairs) * sum((b - theirs) ** 2 for _, b in pairs)
    return product / spread**0.5 if spread else 0.0
