"""The player with a voice and a loudspeaker whose times are known."""

from __future__ import annotations

import pytest
from tone_engine import HandSink, ToneEngine

from kiosk.speech.player import STALLED_SECONDS, Message, Player
from kiosk.speech.script import Utterance


class Stage:
    """A player, what it told, and a clock moved by hand, one frame a millisecond."""

    def __init__(self) -> None:
        self.engine = ToneEngine()
        self.sink = HandSink()
        self.told: list[Message] = []
        self.player = Player(self.engine, self.sink, self.told.append)
        self.now = 1.0

    def pass_time(self, milliseconds: int) -> None:
        for _ in range(milliseconds // 10):
            self.sink.pass_time(10)
            self.now += 0.01
            self.player.tick(self.now)

    def speak(self, *texts: str, job: int = 1, first: tuple[int, int] = (0, 0), rate: int = 150) -> None:
        self.player.speak(job, [Utterance(text, "en") for text in texts], rate, 1.0, first)

    def kinds(self) -> list[str]:
        return [str(message["say"]) for message in self.told]

    def words(self, *texts: str) -> list[str]:
        return [texts[m["utterance"]][m["start"] : m["start"] + m["length"]] for m in self.told if m["say"] == "word"]


@pytest.fixture
def stage() -> Stage:
    return Stage()


def test_words_are_told_when_they_are_heard_not_when_they_are_made(stage: Stage) -> None:
    stage.speak("one two three")
    stage.pass_time(10)
    assert stage.words("one two three") == ["one"]
    stage.pass_time(80)
    assert stage.words("one two three") == ["one"]
    stage.pass_time(20)
    assert stage.words("one two three") == ["one", "two"]
    stage.pass_time(1000)
    assert stage.words("one two three") == ["one", "two", "three"]
    assert stage.kinds()[-1] == "finished"


def test_sentences_and_texts_follow_in_order_with_places_in_the_displayed_text(stage: Stage) -> None:
    texts = ("Ring 0300 123 4567. Then wait.", "Last.")
    stage.speak(*texts)
    stage.pass_time(6000)
    sentences = [
        texts[m["utterance"]][m["start"] : m["start"] + m["length"]] for m in stage.told if m["say"] == "sentence"
    ]
    assert sentences == ["Ring 0300 123 4567.", "Then wait.", "Last."]
    assert stage.words(*texts) == ["Ring", "0300", "123", "4567", "Then", "wait", "Last"]
    assert stage.kinds()[0] == "started"
    assert stage.kinds().count("finished") == 1


def test_everything_made_is_heard_once(stage: Stage) -> None:
    stage.speak("One two three. Four five", "six")
    stage.pass_time(6000)
    tones = [sample for sample in stage.sink.heard if sample]
    assert tones == [1000 + n for count in (3, 2, 1) for n in range(count) for _ in range(100)]


def test_after_stop_nothing_more_is_told_or_heard(stage: Stage) -> None:
    stage.speak("one two three")
    stage.pass_time(120)
    stage.player.stop(2)
    told, heard = list(stage.told), len(stage.sink.heard)
    assert stage.kinds()[-1] == "stopped"
    stage.pass_time(1000)
    assert stage.told == told
    assert len(stage.sink.heard) == heard
    assert not stage.player.busy


def test_stop_is_answered_even_when_nothing_is_said(stage: Stage) -> None:
    stage.player.stop(9)
    assert stage.told == [{"say": "stopped", "job": 9}]


def test_a_new_job_silences_the_old_one_first(stage: Stage) -> None:
    stage.speak("one two three", job=1)
    stage.pass_time(50)
    stage.speak("four", job=2)
    assert stage.sink.log[-3:] == ["close", "volume 1", "open"]
    stage.pass_time(1000)
    after = stage.told[stage.kinds().index("started", 1) :]
    assert {message["job"] for message in after} == {2}


def test_pause_holds_the_place_and_resume_loses_nothing(stage: Stage) -> None:
    stage.speak("one two three")
    stage.pass_time(150)
    stage.player.pause(1)
    stage.pass_time(5000)
    assert stage.words("one two three") == ["one", "two"]
    assert len(stage.sink.heard) == 150
    stage.player.resume(1)
    stage.pass_time(1000)
    assert stage.words("one two three") == ["one", "two", "three"]
    assert [sample for sample in stage.sink.heard if sample] == [1000] * 100 + [1001] * 100 + [1002] * 100


def test_pause_of_a_job_that_is_over_changes_nothing(stage: Stage) -> None:
    stage.speak("one", job=2)
    stage.player.pause(1)
    assert stage.player.busy
    stage.pass_time(1000)
    assert stage.kinds()[-1] == "finished"


def test_reading_can_begin_at_the_sentence_that_holds_a_place(stage: Stage) -> None:
    texts = ("One one. Two two.", "Three.")
    stage.speak(*texts, first=(0, 12))
    stage.pass_time(3000)
    assert stage.words(*texts) == ["Two", "two", "Three"]


def test_a_text_whose_language_has_no_voice_is_left_out_but_not_a_whole_page(stage: Stage) -> None:
    stage.player.speak(1, [Utterance("Waan", "so"), Utterance("English", "en")], 150, 1.0)
    stage.pass_time(1000)
    assert [m["utterance"] for m in stage.told if m["say"] == "word"] == [1]
    stage.player.speak(2, [Utterance("Waan", "so")], 150, 1.0)
    assert stage.told[-1] == {"say": "failed", "job": 2, "code": "no-voice"}
    assert not stage.player.busy


@pytest.mark.parametrize("texts", [(), ("",), ("...", "  "), ("–",)])
def test_nothing_to_say_is_finished_at_once(stage: Stage, texts: tuple[str, ...]) -> None:
    stage.speak(*texts)
    stage.pass_time(20)
    assert stage.kinds() == ["started", "finished"]
    assert "open" not in stage.sink.log


@pytest.mark.parametrize("fault", ["open", "played"])
def test_a_device_that_fails_is_told_once_and_silenced(stage: Stage, fault: str) -> None:
    stage.sink.fault = fault
    stage.speak("one two")
    stage.pass_time(100)
    assert stage.told[-1] == {"say": "failed", "job": 1, "code": "no-audio"}
    assert stage.kinds().count("failed") == 1
    assert not stage.player.busy


def test_a_device_that_takes_sound_but_never_plays_it_is_given_up(stage: Stage) -> None:
    stage.speak("one two")
    stage.player.tick(1.0)
    stage.player.tick(1.0 + STALLED_SECONDS / 2)
    assert stage.player.busy
    stage.player.tick(1.1 + STALLED_SECONDS)
    assert stage.told[-1]["code"] == "no-audio"


def test_a_long_page_is_made_a_little_ahead_only(stage: Stage) -> None:
    stage.speak(" ".join(f"Word {n}." for n in range(500)))
    stage.pass_time(200)
    assert 3 <= len(stage.engine.said) < 40


def test_the_speed_is_kept_within_half_and_double(stage: Stage) -> None:
    stage.speak("one", rate=5)
    stage.speak("one", rate=5000)
    assert [rate for _, _, rate in stage.engine.said] == [75, 300]
