"""Asks the parts that may hang or die (Qt, the sound system, the voice), in a child process, where that does no harm.

``python -m kiosk.doctor.child drawing|window|sound|voices`` prints one JSON object.
"""

from __future__ import annotations

import json
import sys
from typing import Any

_CALLS = 1500
"""Enough to see a leak, too few to bring Python 3.11 down by it (it dies after about 4,000)."""


def drawing() -> dict[str, Any]:
    """Versions, references to None lost per void call, the font families, and languages that they cannot write."""
    import PySide6
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFontDatabase, QGuiApplication
    from PySide6.QtSvg import QSvgRenderer
    from PySide6.QtWidgets import QWidget

    from kiosk.language import interface_languages
    from kiosk.ui.letters import can_be_written

    application = QGuiApplication(["doctor"])
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(_CALLS):
        thing.setObjectName("x")
    lost = (before - sys.getrefcount(None)) / _CALLS
    return {
        "pyside": PySide6.__version__,
        "lost_per_call": round(lost, 2),
        "families": sorted(QFontDatabase.families()),
        "unwritten": [code for code in interface_languages() if not can_be_written(code)],
        "parts": [application.platformName(), QSvgRenderer.__name__, QWidget.__name__],
    }


def window() -> dict[str, Any]:
    """The display that a window would open on. Qt ends the process when there is none."""
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(["doctor"])
    size = application.primaryScreen().size()
    return {"platform": application.platformName(), "width": size.width(), "height": size.height()}


def sound() -> dict[str, Any]:
    """The names of the sound outputs, the usual one first."""
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtMultimedia import QMediaDevices

    application = QCoreApplication(["doctor"])
    outputs = sorted(QMediaDevices.audioOutputs(), key=lambda device: not device.isDefault())
    names = [device.description() for device in outputs]
    del application
    return {"outputs": names}


def voices() -> dict[str, Any]:
    """The language tags that the voice library speaks, by the same binding that Listen uses."""
    from kiosk.speech.engine import SpeechError
    from kiosk.speech.espeak import Espeak

    try:
        engine = Espeak()
    except SpeechError as error:
        return {"problem": error.code, "tags": []}
    return {"problem": "", "tags": sorted({tag for voice in engine.voices() for tag, _rank in voice.languages})}


if __name__ == "__main__":
    questions = {"drawing": drawing, "window": window, "sound": sound, "voices": voices}
    print(json.dumps(questions[sys.argv[1]]()), flush=True)
