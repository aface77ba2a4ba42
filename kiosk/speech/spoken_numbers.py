"""Telephone numbers and amounts of money as a voice should say them, in every language."""

from __future__ import annotations

import re

from kiosk import phone_numbers
from kiosk.speech.rewriting import Piece, Rule

_GAP = "[ \u00a0\u202f\u2009\u2011-]"
_NOT_INSIDE = r"(?<![\w£€$.,+/-])"
_NOT_ON = r"(?![\w%])(?![.,:/]\d)"

_LONG = re.compile(
    rf"{_NOT_INSIDE}(?:18001{_GAP})?(?:\+44{_GAP}?(?:\(0\){_GAP}?)?[1-9]|\(?0\d)(?:[)(]*{_GAP}?\d){{7,9}}{_NOT_ON}"
)
_FREE_LINE = re.compile(rf"{_NOT_INSIDE}116{_GAP}?(?:123|000|111|006){_NOT_ON}")
_NO_COUNT = r"(?![ \u00a0](?:people|places|homes|hours|days|weeks|months|years|miles|beds|pounds|per)\b)"
_SHORT = re.compile(rf"{_NOT_INSIDE}(?:999|112|111|101|7726|18000|18001){_NOT_ON}{_NO_COUNT}")
_SHORT_IF_CALLED = re.compile(
    rf"(?:(?<=: )|(?<=\bon )|(?<=[Rr]ing )|(?<=[Cc]all )|(?<=[Dd]ial ))(?:105|119|159){_NOT_ON}{_NO_COUNT}"
)
"""The power cut line, the NHS about tests, and banks: numbers that may as well be a count of something."""
_CODE = re.compile(rf"{_NOT_INSIDE}\d{{5,6}}{_NOT_ON}")
_AMOUNT = re.compile(
    r"£[ \u00a0]?(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,2}))?(?!\d)"
    r"(?:[ \u00a0]?(million|billion|thousand|bn|m|k)\b)?"
)
_SCALE = {"m": "million", "bn": "billion", "k": "thousand"}

POUNDS = {
    "ar": "جنيه إسترليني",
    "bn": "পাউন্ড",
    "cy": "punt",
    "es": "libras",
    "fa": "پوند",
    "fr": "livres",
    "gu": "પાઉન્ડ",
    "hi": "पाउंड",
    "it": "sterline",
    "lt": "svarų",
    "ne": "पाउन्ड",
    "pa": "ਪੌਂਡ",
    "pl": "funtów",
    "pt": "libras",
    "ro": "lire sterline",
    "ta": "பவுண்டுகள்",
    "tr": "sterlin",
    "uk": "фунтів",
    "ur": "پاؤنڈ",
}
"""The word for pounds after a number, for languages whose voice does not say the sign, or says it in front."""


def number_rules(language: str) -> list[Rule]:
    """Telephone numbers digit by digit with a pause between groups, and amounts with the word after the number."""
    return [
        Rule(_AMOUNT, _english_amount if language == "en" else lambda match: _amount(match, language)),
        Rule(_LONG, digit_by_digit),
        Rule(_FREE_LINE, digit_by_digit),
        Rule(_SHORT, digit_by_digit),
        Rule(_SHORT_IF_CALLED, digit_by_digit),
        # Text-message and relay codes ("text 85258"); an amount of this size has commas, so it is not taken for one.
        Rule(_CODE, digit_by_digit),
    ]


def digit_by_digit(match: re.Match[str]) -> list[Piece]:
    """Each digit by itself; a comma, which every voice takes as a short rest, between groups."""
    groups: list[list[Piece]] = [[]]
    # The nought in "+44 (0)20" is never dialled after +44.
    text = match[0].replace("(0)", "   ") if match[0].startswith("+") else match[0]
    for place, character in enumerate(text, match.start()):
        if character in "0123456789+":
            groups[-1].append((character, place))
        elif groups[-1]:
            groups.append([])
    groups = [group for group in groups if group]
    if len(groups) == 1:
        groups = _grouped(groups[0])
    pieces: list[Piece] = []
    for number, group in enumerate(groups):
        for character, place in group:
            pieces.append((character + " ", place))
        if number < len(groups) - 1:
            pieces[-1] = (pieces[-1][0].rstrip() + ", ", pieces[-1][1])
    last, place = pieces[-1]
    following = match.string[match.end() : match.end() + 1]
    pieces[-1] = (last.rstrip() + ("," if following.isspace() else ""), place)
    return pieces


def _grouped(digits: list[Piece]) -> list[list[Piece]]:
    """Digits written without gaps, in the groups that people use for such a number."""
    lengths = [len(part) for part in phone_numbers.group("".join(digit for digit, _ in digits)).split("\u00a0")]
    if sum(lengths) != len(digits):
        return [digits]
    groups: list[list[Piece]] = []
    start = 0
    for length in lengths:
        groups.append(digits[start : start + length])
        start += length
    return groups


def _english_amount(match: re.Match[str]) -> list[Piece]:
    whole, part, scale = match.groups()
    number = int(whole.replace(",", ""))
    if scale:
        return [(f"{whole}{'.' + part if part else ''} {_SCALE.get(scale, scale)} pounds", match.start())]
    pence = int(part.ljust(2, "0")) if part else 0
    pounds = f"{number} {'pound' if number == 1 else 'pounds'}"
    coins = f"{pence} {'penny' if pence == 1 else 'pence'}"
    if not pence:
        words = pounds
    elif not number:
        words = coins
    else:
        words = f"{pounds} {coins}"
    return [(words, match.start())]


def _amount(match: re.Match[str], language: str) -> list[Piece] | None:
    whole, part, scale = match.groups()
    word = POUNDS.get(language)
    number = whole.replace(",", "")
    if scale:
        return None
    if word is None:
        return [("£" + number + (f".{part}" if part else ""), match.start())]
    pence = f" {int(part.ljust(2, '0'))}" if part and int(part) else ""
    return [(f"{number} {word}{pence}", match.start())]
