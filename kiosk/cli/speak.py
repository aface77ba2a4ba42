"""``kiosk speak``: hear a text, or write it as a sound file."""

from __future__ import annotations

from pathlib import Path

import click

from kiosk.errors import InputError, MissingPartError
from kiosk.language import words_in


@click.command()
@click.argument("text")
@click.option("--language", default="en", show_default=True, help="Language of the text, such as en or ar.")
@click.option(
    "--wav", type=click.Path(dir_okay=False, path_type=Path), help="Write a WAV file instead of playing the text."
)
@click.option("--rate", type=click.IntRange(75, 300), default=150, show_default=True, help="Speed in words a minute.")
def speak(text: str, language: str, wav: Path | None, rate: int) -> None:
    """Read TEXT aloud with the voice that the kiosk uses."""
    if not text.strip():
        raise InputError("There is nothing to read: the text is empty.")
    if wav is not None and not wav.absolute().parent.is_dir():
        raise InputError("There is no such folder.", wav.absolute().parent)
    code = _speak(text, language, wav, rate)
    if code == "no-file":
        raise InputError("This file cannot be written.", wav)
    if code:
        from kiosk.speech.messages import message

        raise MissingPartError(message(code, words_in("en")))


def _speak(text: str, language: str, wav: Path | None, rate: int) -> str:
    """Speak and wait; gives the code of what went wrong, or nothing."""
    import signal

    from PySide6.QtCore import QCoreApplication, QTimer

    from kiosk.document.reading import Reading

    application = QCoreApplication.instance() or QCoreApplication(["kiosk"])
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends the program; the worker ends with its stdin
    readings = [Reading("text", text, language)]
    problems: list[str] = []

    def failed(code: str) -> None:
        problems.append(code)
        application.quit()

    if wav is not None:
        from kiosk.speech.sound_file import SoundFile

        file = SoundFile()
        file.unavailable.connect(failed)
        file.written.connect(application.quit)
        QTimer.singleShot(0, lambda: file.write(readings, language, rate, wav))
        application.exec()
    else:
        from kiosk.speech.controller import SpeechController

        voice = SpeechController()
        voice.unavailable.connect(failed)
        voice.finished.connect(application.quit)
        QTimer.singleShot(0, lambda: voice.speak(readings, language, rate, 1.0))
        application.exec()
        voice.close()
    return problems[0] if problems else ""
