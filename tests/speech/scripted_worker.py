"""A worker that behaves as its first argument says: python scripted_worker.py BEHAVIOUR LOG. Orders are logged."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

behaviour, log = sys.argv[1], Path(sys.argv[2])


def tell(say: str, **more: Any) -> None:
    os.write(1, (json.dumps({"say": say, **more}) + "\n").encode())


def note(text: str) -> None:
    with log.open("a") as file:
        file.write(text + "\n")


def mark(kind: str, job: int, utterance: int, start: int, length: int) -> None:
    tell(kind, job=job, utterance=utterance, start=start, length=length)


def obey(order: dict[str, Any]) -> None:
    do, job = order["do"], order["job"]
    first = list(order.get("from", ()))
    note(f"{do} {job} {order.get('rate', '')} {order.get('volume', '')} {first if first else ''}".rstrip())
    if do == "speak":
        if behaviour == "dies-on-speak":
            os._exit(11)
        if behaviour == "mute":
            return
        if behaviour == "no-voice":
            tell("failed", job=job, code="no-voice")
            return
        if behaviour == "no-audio":
            tell("failed", job=job, code="no-audio")
            return
        tell("started", job=job)
        if behaviour == "garbage":
            os.write(1, b'not json\n[1]\n\xff\xfe\n{"say": 5}\n' + b"[" * 5000 + b"\n")
            for bad in ((99, 0, 3), (-1, 0, 3), (0, -2, 3), (0, 0, 10_000), (0, 0, 0), ("0", None, [])):
                tell("word", job=job, utterance=bad[0], start=bad[1], length=bad[2])
            tell("word", job=job)
        if behaviour == "endless-line":
            for _ in range(100):
                os.write(1, b"x" * 4096)
            time.sleep(60)
        if behaviour == "late":
            mark("sentence", job - 1, 0, 0, 4)
            mark("word", job - 1, 0, 0, 4)
            tell("finished", job=job - 1)
        utterance, offset = order["from"]
        mark("sentence", job, utterance, offset, 4)
        mark("word", job, utterance, offset, 3)
        if behaviour == "second-sentence":
            mark("sentence", job, 0, 9, 4)
        if behaviour == "quick":
            tell("finished", job=job)
    elif do == "stop":
        if behaviour == "hangs-on-stop":
            time.sleep(60)
        tell("stopped", job=job)
    elif do == "pause":
        if behaviour == "hangs-on-pause":
            time.sleep(60)
        tell("paused", job=job)
    elif do == "resume":
        tell("resumed", job=job)


note("born")
if behaviour == "dies-at-birth":
    os._exit(1)
if behaviour == "no-engine":
    tell("failed", job=0, code="no-engine")
    os._exit(3)
if behaviour != "never-ready":
    tell("ready", languages=["ar", "en"])
for line in sys.stdin.buffer:
    obey(json.loads(line))
