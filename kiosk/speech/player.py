"""Plays one job after another: makes sound ahead, feeds the sink, and tells each mark when it is heard."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from kiosk.speech.engine import Engine, SpeechError, sensible_rate
from kiosk.speech.script import Line, Utterance, lines, say
from kiosk.speech.sinks import Sink

SECONDS_AHEAD = 3.0
STALLED_SECONDS = 3.0
_CHUNK = 8192

Message = dict[str, Any]


@dataclass(slots=True)
class _Job:
    number: int
    rate: int
    waiting: deque[Line]
    sound: deque[bytes] = field(default_factory=deque)
    marks: deque[tuple[int, Message]] = field(default_factory=deque)
    made: int = 0
    fed: int = 0
    heard: int = 0
    moved_at: float = 0.0
    paused: bool = False
    started: bool = False


class Player:
    """One voice. A new job, a stop or a failure silences the old one first; its marks are never told afterwards.

    `tell` gets the messages: started, sentence, word, finished, stopped, paused, resumed, failed. There is no clock in
    here: somebody calls `tick` every few milliseconds with the time while `busy`.
    """

    def __init__(self, engine: Engine, sink: Sink, tell: Callable[[Message], None]) -> None:
        self._engine = engine
        self._sink = sink
        self._tell = tell
        self._job: _Job | None = None

    @property
    def busy(self) -> bool:
        """Whether `tick` has work to do."""
        return self._job is not None and not self._job.paused

    def speak(
        self,
        number: int,
        utterances: Sequence[Utterance],
        rate: int,
        volume: float,
        first: tuple[int, int] = (0, 0),
    ) -> None:
        """Read from the sentence that holds the place `first`. The first sound is fed before this returns."""
        self._silence()
        wanted = [line for line in lines(utterances, first) if any(sign.isalnum() for sign in line.text)]
        spoken = [line for line in wanted if self._engine.has_voice(line.lang)]
        if wanted and not spoken:
            self._tell({"say": "failed", "job": number, "code": "no-voice"})
            return
        self._job = _Job(number, sensible_rate(rate), deque(spoken))
        self._guarded(lambda job: self._begin(job, volume))

    def _begin(self, job: _Job, volume: float) -> None:
        self._make_ahead(job)
        if job.marks:
            self._sink.set_volume(volume)
            self._sink.open(self._engine.frames_per_second)
            self._feed(job)
        job.started = True
        self._tell({"say": "started", "job": job.number})

    def stop(self, number: int) -> None:
        """Silence; told as "stopped" even when nothing was being said."""
        self._silence()
        self._tell({"say": "stopped", "job": number})

    def pause(self, number: int) -> None:
        job = self._job
        if job is not None and job.number == number and not job.paused:
            job.paused = True
            self._sink.pause()
        self._tell({"say": "paused", "job": number})

    def resume(self, number: int) -> None:
        job = self._job
        if job is not None and job.number == number and job.paused:
            job.paused = False
            job.moved_at = 0.0
            self._sink.resume()
        self._tell({"say": "resumed", "job": number})

    def set_volume(self, volume: float) -> None:
        self._sink.set_volume(volume)

    def tick(self, now: float) -> None:
        """Feed the sink and tell the marks that have been heard; `now` counts seconds."""
        if self.busy:
            self._guarded(lambda job: self._go_on(job, now))

    def _go_on(self, job: _Job, now: float) -> None:
        self._make_ahead(job)
        fed = self._feed(job)
        played = self._sink.played() if job.made else 0
        over = not job.waiting and not job.sound and (played >= job.fed or (not fed and self._sink.drained()))
        while job.marks and (job.marks[0][0] <= played or over):
            self._tell(job.marks.popleft()[1])
        if over:
            self._silence()
            self._tell({"say": "finished", "job": job.number})
        elif played > job.heard or not job.moved_at:
            job.heard, job.moved_at = played, now
        elif now - job.moved_at > STALLED_SECONDS:
            raise SpeechError("no-audio")

    def _make_ahead(self, job: _Job) -> None:
        """One more sentence when less than a few seconds are waiting; one only, so that marks are never late."""
        ahead = (job.made - job.heard) / self._engine.frames_per_second
        if not job.waiting or ahead >= SECONDS_AHEAD:
            return
        line = job.waiting.popleft()
        sound, words = say(line, self._engine, job.rate)
        place = {"job": job.number, "utterance": line.utterance}
        job.marks.append((job.made, {"say": "sentence", **place, "start": line.start, "length": line.length}))
        for word in words:
            job.marks.append((job.made + word.at, {"say": "word", **place, "start": word.start, "length": word.length}))
        job.made += sound.frames
        job.sound.extend(sound.pcm[at : at + _CHUNK] for at in range(0, len(sound.pcm), _CHUNK))

    def _feed(self, job: _Job) -> int:
        fed = 0
        while job.sound:
            taken = self._sink.write(job.sound[0])
            fed += taken // 2
            if taken < len(job.sound[0]):
                job.sound[0] = job.sound[0][taken:]
                break
            job.sound.popleft()
        job.fed += fed
        return fed

    def _guarded(self, act: Callable[[_Job], None]) -> None:
        job = self._job
        if job is None:
            return
        try:
            act(job)
        except SpeechError as error:
            self._silence()
            self._tell({"say": "failed", "job": job.number, "code": error.code})

    def _silence(self) -> None:
        if self._job is not None:
            self._job = None
            self._sink.close()
