"""The real voice engine, through pyttsx3, into memory."""

from __future__ import annotations

import array
import sys
import threading
import wave
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.speech.driver import NAME, PyttsxEngine, voice_for
from kiosk.speech.engine import Sound, SpeechError
from kiosk.speech.espeak import LIBRARY_VARIABLE, Espeak, Voice, library
from kiosk.speech.render import render
from kiosk.speech.script import Line, Utterance, say

SENTENCE = "The council finds out what help you need."


@pytest.fixture(scope="module")
def engine() -> PyttsxEngine:
    try:
        return PyttsxEngine()
    except SpeechError:
        pytest.skip("libespeak-ng is not installed")


def loudness(sound: Sound) -> float:
    samples = array.array("h", sound.pcm)
    return float((sum(sample * sample for sample in samples) / max(1, len(samples))) ** 0.5)


def test_pyttsx3_finds_our_driver_and_says_each_word_once(engine: PyttsxEngine) -> None:
    import pyttsx3

    voice = pyttsx3.init(NAME)
    heard: list[tuple[str, int, int]] = []
    token = voice.connect("started-word", lambda name, location, length: heard.append((name, location, length)))
    voice.say("Hello there", "one")
    voice.say("Second", "two")
    voice.runAndWait()
    voice.disconnect(token)
    assert heard == [("one", 0, 5), ("one", 6, 5), ("two", 0, 6)]


def test_pyttsx3_speaks_again_after_writing_a_file(engine: PyttsxEngine, tmp_path: Path) -> None:
    import pyttsx3

    voice = pyttsx3.init(NAME)
    voice.save_to_file("To the file", str(tmp_path / "a.wav"))
    voice.runAndWait()
    with wave.open(str(tmp_path / "a.wav")) as file:
        assert file.getnframes() > file.getframerate() / 4
    sounds: list[Sound] = []
    token = voice.connect("sound", lambda name, sound: sounds.append(sound))
    voice.say("Aloud again")
    voice.runAndWait()
    voice.disconnect(token)
    assert [len(sound.words) for sound in sounds] == [2]


def test_an_outer_loop_may_drive_the_driver(engine: PyttsxEngine) -> None:
    import pyttsx3

    voice = pyttsx3.init(NAME)
    sounds: list[Sound] = []
    token = voice.connect("sound", lambda name, sound: sounds.append(sound))
    voice.startLoop(False)
    voice.say("One")
    voice.iterate()
    voice.endLoop()
    voice.disconnect(token)
    assert len(sounds) == 1


def test_voices_can_be_listed_and_a_wrong_one_is_reported(engine: PyttsxEngine) -> None:
    import pyttsx3

    voice = pyttsx3.init(NAME)
    assert any("en-gb" in listed.languages for listed in voice.getProperty("voices"))
    wrong: list[Exception] = []
    token = voice.connect("error", lambda name, exception: wrong.append(exception))
    voice.setProperty("voice", "no such voice")
    voice.runAndWait()
    voice.disconnect(token)
    assert [getattr(error, "code", "") for error in wrong] == ["no-voice"]


def test_speech_is_loud_and_every_word_has_its_time(engine: PyttsxEngine) -> None:
    sound = engine.synthesise(SENTENCE, "en", 150)
    assert loudness(sound) > 500
    assert 1.5 < sound.frames / sound.frames_per_second < 6
    assert [SENTENCE[word.start : word.start + word.length] for word in sound.words] == SENTENCE.rstrip(".").split()
    times = [word.at for word in sound.words]
    assert times == sorted(set(times))
    assert times[-1] < sound.frames


@pytest.mark.parametrize("lang", ["cy", "tr", "pl", "bn", "ar", "ur"])
def test_another_language_sounds_unlike_english(engine: PyttsxEngine, lang: str) -> None:
    count = "1 2 3 4 5 6 7 8 9"

    def lengths(language: str) -> list[int]:
        sound = engine.synthesise(count, language, 150)
        assert loudness(sound) > 500
        times = [word.at for word in sound.words]
        return [after - before for before, after in pairwise(times)]

    def apart(first: list[int], second: list[int]) -> int:
        return sum(abs(a - b) for a, b in zip(first, second, strict=False))

    english = lengths("en")
    assert apart(english, lengths(lang)) > 3 * apart(english, lengths("en")) + 4000


def test_half_and_double_speed_take_about_double_and_half_the_time(engine: PyttsxEngine) -> None:
    slow, normal, fast = (engine.synthesise(SENTENCE, "en", rate).frames for rate in (75, 150, 300))
    assert 1.7 < slow / normal < 2.4
    assert 0.4 < fast / normal < 0.6
    assert engine.synthesise(SENTENCE, "en", 10_000).frames == pytest.approx(fast, rel=0.1)


@pytest.mark.parametrize("lang", ["so", "ps", "ti", "xx"])
def test_a_language_without_a_voice_is_never_read_by_another(engine: PyttsxEngine, lang: str) -> None:
    assert not engine.has_voice(lang)
    with pytest.raises(SpeechError) as caught:
        engine.synthesise("Waan ku caawin karnaa.", lang, 150)
    assert caught.value.code == "no-voice"
    assert engine.synthesise("Then English works.", "en", 150).frames > 0


@pytest.mark.parametrize(
    ("lang", "voice_id"),
    [("en", "gmw/en"), ("EN-gb", "gmw/en"), ("en-us", "gmw/en-US"), ("ar-SY", "sem/ar"), ("zh", "sit/cmn"),
     ("pt", "roa/pt"), ("fr", "roa/fr"), ("vi", "aav/vi")],
)  # fmt: skip
def test_each_language_has_the_voice_made_for_it(engine: PyttsxEngine, lang: str, voice_id: str) -> None:
    found = voice_for(lang, library().voices())
    assert found is not None
    assert found.id == voice_id


def test_a_relative_of_a_language_does_not_stand_in_for_it() -> None:
    voices = (Voice("cus/om", "Oromo", (("om", 5),)), Voice("a/b", "Beta", (("bb", 5), ("cc", 2))))
    assert voice_for("so", voices) is None
    assert voice_for("cc", voices) is voices[1]


def test_words_in_numbers_and_emoji_lead_to_displayed_words_in_order(engine: PyttsxEngine) -> None:
    text = "😀 Phone 0300\u00a0123\u00a04567 or pay £23,250 – at 10:30am, Monday."
    _, words = say(Line(0, 0, text, "en", True), engine, 150)
    assert [text[word.start : word.start + word.length] for word in words] == [
        "Phone", "0300", "123", "4567", "or", "pay", "£23,250", "at", "10:30am", "Monday",
    ]  # fmt: skip
    assert [word.at for word in words] == sorted(word.at for word in words)


@pytest.mark.parametrize("text", ["", "   ", "\0", "<b>x</b> [[eI]] &amp;", "\ud800", "...", "a" * 5000])
def test_odd_texts_do_no_harm(engine: PyttsxEngine, text: str) -> None:
    assert engine.synthesise(text, "en", 300).complete


def test_without_the_library_there_is_a_clear_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIBRARY_VARIABLE, "/nonexistent/libespeak-ng.so.1")
    with pytest.raises(SpeechError) as caught:
        Espeak()
    assert caught.value.code == "no-engine"


def test_a_library_that_is_another_one_is_no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(LIBRARY_VARIABLE, "libc.so.6" if sys.platform == "linux" else "nothing")
    with pytest.raises(SpeechError) as caught:
        Espeak()
    assert caught.value.code == "no-engine"


def test_a_text_is_rendered_to_a_file(engine: PyttsxEngine, tmp_path: Path) -> None:
    file = tmp_path / "out.wav"
    texts = (Utterance("Hello there. It is free.", "en"), Utterance("Not spoken.", "so"))
    seconds = render(texts, engine, 150, file)
    with wave.open(str(file)) as written:
        assert written.getnframes() / written.getframerate() == pytest.approx(seconds)
        assert max(array.array("h", written.readframes(written.getnframes()))) > 5000
    assert 1.5 < seconds < 8


@pytest.mark.parametrize(("lang", "place", "code"), [("so", "a.wav", "no-voice"), ("en", "nowhere/a.wav", "no-file")])
def test_what_cannot_be_rendered_has_a_code(
    engine: PyttsxEngine, tmp_path: Path, lang: str, place: str, code: str
) -> None:
    with pytest.raises(SpeechError) as caught:
        render((Utterance("Hello.", lang),), engine, 150, tmp_path / place)
    assert caught.value.code == code


def test_the_driver_can_be_told_to_break_off(engine: PyttsxEngine) -> None:
    timer = threading.Timer(0.05, library().abort)
    timer.start()
    sound = engine.synthesise("word " * 20_000, "en", 75)
    timer.join()
    assert not sound.complete
    assert engine.synthesise(SENTENCE, "en", 150).complete
