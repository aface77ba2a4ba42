"""What Listen says of every page is kept in files, and no word of it comes out letter by letter that should not."""

from __future__ import annotations

import re
import subprocess

import pytest
import spoken_scripts

LETTERS_THAT_ARE_SAID = {"pm"}
"""A time is said so: "5 p m"."""


def phonemes(lines: list[str]) -> list[str]:
    """How the voice says each line, without stress and pauses."""
    said = subprocess.run(
        ["espeak-ng", "-q", "--ipa", "-v", "en-gb"], input="\n".join(lines), capture_output=True, text=True, check=True
    ).stdout
    return [re.sub(r"[ˈˌːˑ\s_-]", "", line) for line in said.strip("\n").split("\n")]


def spelled_out(words: list[str]) -> set[str]:
    """The words that the voice says letter by letter."""
    letters = [" ".join(word.upper()) for word in words]
    return {
        word for word, said, spelled in zip(words, phonemes(words), phonemes(letters), strict=True) if said == spelled
    }


def test_the_scripts_are_what_is_said_now() -> None:
    assert spoken_scripts.differing() == [], "make said, and read what changed"


def test_spelling_out_is_heard() -> None:
    assert spelled_out(["council", "NHS", "hrs", "care"]) == {"NHS", "hrs"}


def test_no_word_is_spelled_out_that_is_not_a_short_form() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in spoken_scripts.FOLDER.rglob("*.txt"))
    words = sorted({word for word in re.findall(r"[A-Za-z']{2,}", text) if word.strip("'")})
    assert len(words) > 1000
    spelled = spelled_out(words)
    assert {word for word in spelled if not word.isupper()} == LETTERS_THAT_ARE_SAID


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("care/first-contact.txt", "0 1 6 3 2"),
        ("rights/worried-about-abuse.txt", "9 9 9"),
        ("money/benefits-for-carers.txt", "pounds"),
    ],
)
def test_numbers_and_amounts_are_said_as_people_say_them(file: str, said: str) -> None:
    assert said in (spoken_scripts.FOLDER / file).read_text(encoding="utf-8")
