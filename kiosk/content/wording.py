"""Plain-language checks on one piece of prose: formats, words, sentence length.

The rules follow the NHS content style guide (numbers, dates, times, phone numbers) and the plain-English habits of
UKAAF and the Easy Read standards. Each fault is (level, code, message).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from kiosk.content.idioms import idioms
from kiosk.content.prose import Piece
from kiosk.content.readability import sentences, words_of
from kiosk.phone_numbers import find_phone_like

Level = Literal["error", "warning", "note"]
Fault = tuple[Level, str, str]

MAX_SENTENCE, LONG_SENTENCE, MAX_PARAGRAPH = 25, 20, 60
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_SHORT_MONTH = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"

_FORMATS: tuple[tuple[Level, str, re.Pattern[str], str], ...] = (
    (
        "error",
        "range-dash",
        re.compile(r"(?<![\w-])[£\d][\d,.:]*(?:am|pm|%)?\s?[–—-]\s?£?\d[\d,.:]*(?![\w-]*-)"),
        'write a range with "to"',
    ),
    (
        "error",
        "24-hour-clock",
        re.compile(r"(?<![\d:])(?:1[3-9]|2[0-3]|0\d):[0-5]\d(?![\d:])"),
        'write a time as "5pm"',
    ),
    ("error", "time-dot", re.compile(r"(?<![\d.])\d{1,2}\.[0-5]\d\s?(?:am|pm)\b", re.I), 'write a time as "5:30pm"'),
    (
        "error",
        "time-space",
        re.compile(r"\b\d{1,2}(?::\d\d)?(?:\s(?:am|pm)|\s?[ap]\.m\.)", re.I),
        'write a time as "5pm"',
    ),
    (
        "error",
        "twelve",
        re.compile(r"\b12(?::00)?\s?(?:am|pm|noon|midnight)\b|\bnoon\b", re.I),
        'write "midday" or "midnight"',
    ),
    ("error", "ordinal", re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\b", re.I), 'write a date as "6 August 2026"'),
    (
        "error",
        "numeric-date",
        re.compile(r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d\d){1,2}\b|\b\d{4}-\d\d-\d\d\b"),
        'write a date as "6 August 2026"',
    ),
    ("error", "short-month", re.compile(rf"\b\d{{1,2}} {_SHORT_MONTH}\b"), 'write a date as "6 August 2026"'),
    ("error", "month-first", re.compile(rf"\b{_MONTH} \d{{1,2}}(?!\d|:|am|pm)\b"), 'write a date as "6 August 2026"'),
    ("error", "tel", re.compile(r"\b(?:Tel|Telephone|Ph)(?:\.\s|\.?\s?:)", re.I), 'write "Phone:"'),
    (
        "error",
        "comma",
        re.compile(r"(?<![\d.,/])(?!0|(?:1[89]|2[01])\d\d(?!\d))\d{4,}(?![\d,/])"),
        "numbers above 999 have a comma",
    ),
    ("error", "decimal-percent", re.compile(r"\b\d+\.\d+\s?(?:%|per ?cent)", re.I), 'write "1 in 7", not "14.3%"'),
    (
        "error",
        "slang-example",
        re.compile(r"\b(?:e\.g|i\.e)\b\.?|\betc\b\.?|\beg\b", re.I),
        'write "for example", "that is" or "and so on"',
    ),
    (
        "error",
        "shouting",
        re.compile(r"\b[A-Z]{2,}(?:\s+[A-Z]{2,}){2,}\b|\b(?:NOT|MUST|NEVER|ALWAYS|ONLY|FREE|DO)\b"),
        "no block capitals",
    ),
)

_BANNED: tuple[tuple[str, str], ...] = (
    (r"utili[sz](?:e[sd]?|ing|ation)", "use"),
    (r"in order to", "to"),
    (r"service[ -]users?", "person, people, you"),
    (r"clients?", "person, people, you"),
    (r"in relation to|with regard to|with respect to|in respect of", "about"),
    (r"facilitat(?:e[sd]?|ing|ion|or)", "help"),
    (r"signpost(?:s|ed|ing)?(?= (?:you|them|people|to)\b)|signposting|signposted", "tell you where to go"),
    (r"prior to", "before"),
    (r"subsequent(?:ly)?(?: to)?", "after, later"),
    (r"commenc(?:e[sd]?|ing|ement)", "start"),
    (r"terminat(?:e[sd]?|ing)", "end"),
    (r"in the event (?:of|that)", "if"),
    (r"at this (?:moment|point) in time", "now"),
    (r"pursuant to|in accordance with", "under, as … says"),
    (r"notwithstanding|aforementioned|hereby|thereof|herein", "say it plainly"),
    (r"endeavou?r(?:s|ed|ing)?", "try"),
    (r"ascertain(?:s|ed|ing)?", "find out"),
    (r"multi-?disciplinary|person-?cent(?:red|ered)|holistic(?:ally)?|wraparound", "say who does what"),
    (r"stakeholders?|leverag(?:e[sd]?|ing)|going forward|robust|empower(?:s|ed|ing|ment)?", "say it plainly"),
    (r"the elderly|elderly people|the aged", "older people"),
    (r"the disabled|handicapped|wheelchair[ -]bound", "disabled people, a person who uses a wheelchair"),
    (r"suffer(?:s|ed|ing)? from|dementia sufferers?|victims? of dementia", "has, lives with"),
    (r"vulnerable adults?|the vulnerable", "adults at risk, people who need care"),
    (r"click(?:s|ed|ing)?", "touch"),
)  # fmt: skip
_BANNED_PATTERNS = tuple((re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.I), instead) for words, instead in _BANNED)

_TYPED_MONEY = re.compile(r"£\s?[\d,.]*|(?<![\w.,])\d[\d,.]*\s?(?:pounds?|pence|p)\b|\bGBP\b")


def piece_faults(piece: Piece, lang: str) -> Iterator[Fault]:
    """Everything that is wrong with one piece of a guide."""
    yield from number_faults(piece.text)
    if lang == "en":
        yield from english_faults(piece.text)
    yield from length_faults(piece)


def number_faults(text: str) -> Iterator[Fault]:
    """Phone numbers and amounts of money that are typed where only contacts and figures may hold them."""
    for found in find_phone_like(text):
        yield "error", "phone-in-text", f"a phone number comes from a contact: {found.strip()!r}"
    for match in _TYPED_MONEY.finditer(text):
        yield "error", "money-in-text", f"an amount of money comes from a figure: {_around(text, match)!r}"


def english_faults(text: str) -> Iterator[Fault]:
    """Formats and words that our English does not use."""
    for level, code, pattern, advice in _FORMATS:
        for match in pattern.finditer(text):
            yield level, code, f"{advice}: {_around(text, match)!r}"
    for pattern, instead in _BANNED_PATTERNS:
        for match in pattern.finditer(text):
            yield "error", "word", f"{match.group(0)!r}: better {instead}"
    for phrase in idioms(text):
        yield "error", "idiom", f"{phrase!r}: say the plain thing; not everybody knows what it means"


def length_faults(piece: Piece) -> Iterator[Fault]:
    """Sentences and paragraphs that are too long to take in."""
    for sentence in sentences(piece.text):
        count = len(words_of(sentence))
        if count > MAX_SENTENCE:
            yield "error", "long-sentence", f"{count} words, at most {MAX_SENTENCE}: {_start(sentence)!r}"
        elif count > LONG_SENTENCE:
            yield "note", "long-sentence", f"{count} words, better at most {LONG_SENTENCE}: {_start(sentence)!r}"
    count = len(words_of(piece.text))
    if piece.kind == "paragraph" and count > MAX_PARAGRAPH:
        yield "error", "long-paragraph", f"{count} words, at most {MAX_PARAGRAPH}: {_start(piece.text)!r}"


def _around(text: str, match: re.Match[str]) -> str:
    return text[max(0, match.start() - 15) : match.end() + 15].strip()


def _start(text: str) -> str:
    return " ".join(text.split()[:8]) + " …"
