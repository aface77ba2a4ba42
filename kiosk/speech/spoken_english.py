"""How English voices should say times, dates, postcodes, addresses on the web and the short forms of social care."""

from __future__ import annotations

import re

from kiosk.speech.rewriting import Piece, Rule, as_words

_SPACE = "[ \u00a0]"
_DASH = "[-\u2010-\u2014]"
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAYS = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday",
    "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip
_DAY = r"(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)?"

_LETTER_BY_LETTER = """
AA ADHD AIS ASC BSL CAB CHC CQC DFG DLA DWP EHCP ESA FNC GP HMRC ICB IMHA JSA
LA LPA MCA NHS NI OPG OT PA PHB POA UC UK UTR VI YMCA
"""
SPELLED = frozenset(_LETTER_BY_LETTER.split())
"""Short forms said letter by letter. PIP, DoLS, SEND, IMCA and the like are said as words, as people say them."""

_TOP_LEVEL = r"(?:org|com|net|info|uk|gov|nhs|co|ac|eu|scot|wales|cymru)"
_WEB = re.compile(
    rf"(?<![\w@.])(?:https?://)?(?:[a-z0-9-]{{1,60}}\.){{1,6}}{_TOP_LEVEL}\b(?:/[\w./%#?=&~-]{{0,200}})?", re.IGNORECASE
)
_MAIL = re.compile(r"(?<![\w.])[\w.+-]{1,64}@(?:[a-z0-9-]{1,60}\.){1,6}[a-z]{2,12}\b", re.IGNORECASE)
_SIGNS = {".": " dot ", "/": " slash ", "@": " at ", "-": " hyphen ", "_": " underscore ", "+": " plus "}


def english_rules() -> list[Rule]:
    """In order of strength; the first rule that takes a stretch of text keeps it."""
    return [
        Rule(_MAIL, _address),
        Rule(_WEB, _address),
        Rule(re.compile(r"\b24/7\b"), as_words("24 hours a day, 7 days a week")),
        Rule(re.compile(r"(?<![\d/-])(\d{4})-(\d\d)-(\d\d)(?![\d/-])"), lambda m: _date(m, 3, 2, 1)),
        Rule(re.compile(r"(?<![\d/.])(\d\d?)/(\d\d?)/(\d{4})(?![\d/])"), lambda m: _date(m, 1, 2, 3)),
        Rule(re.compile(rf"\b(\d\d?){_SPACE}(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"), _short_month),
        Rule(re.compile(rf"(?<!\w)({_DAY}){_SPACE}?{_DASH}{_SPACE}?({_DAY})\b"), _day_range),
        Rule(re.compile(r"\b(Mon|Tues?|Weds?|Thu(?:rs?)?|Fri)\b\.?(?=[\s,:/&])"), lambda m: [(_day(m[1]), m.start())]),
        Rule(re.compile(rf"(?<![\d.:,])(\d\d?)[:.]([0-5]\d){_SPACE}?([ap])\.?m\b\.?", re.IGNORECASE), _clock),
        Rule(re.compile(rf"(?<![\d.:,£])(\d\d?){_SPACE}?([ap])\.m\.?(?!\w)", re.IGNORECASE), as_words(r"\1 \2m")),
        Rule(re.compile(rf"(?<=[ap]m){_SPACE}?{_DASH}{_SPACE}?(?=\d)", re.IGNORECASE), as_words(" to ")),
        Rule(re.compile(rf"(?<=[0-9]){_SPACE}?[–—]{_SPACE}?(?=[£0-9])|(?<=[0-9])-(?=[£0-9])"), as_words(" to ")),
        Rule(re.compile(r"\b([A-Z]{1,2})(\d{1,2})([A-Z]?)[ \u00a0]?(\d)([A-Z]{2})\b"), _postcode),
        Rule(re.compile(r"(\d)([¼½¾])"), lambda m: [(f"{m[1]} and {_FRACTIONS[m[2]]}", m.start())]),
        Rule(re.compile(rf"([¼½¾])(?={_SPACE}mile\b)"), lambda m: [(_PARTS[m[1]], m.start())]),
        Rule(re.compile(rf"(\d){_SPACE}?%"), as_words(r"\1 per cent")),
        Rule(re.compile(r"(?<=\d)p\b(?!\w)"), as_words(" pence")),
        Rule(re.compile(r"(?<=\d)\+(?![\d\w])"), as_words(" plus")),
        Rule(re.compile(r"(?<![A-Za-z0-9])([A-Z]{2,5})(s?)(?![A-Za-z0-9])"), _letters),
        *(Rule(re.compile(rf"(?<!\w){pattern}(?!\w)"), as_words(words)) for pattern, words in _SHORT_FORMS),
        Rule(re.compile(r"(?<=[a-z])/(?=[a-z])"), as_words(" or ")),
    ]


_SHORT_FORMS = (
    (r"[Ee]\.g\.?,?", "for example,"),
    (r"[Ee]g", "for example,"),
    (r"[Ii]\.e\.?,?", "that is,"),
    (r"etc\.?(?=\s+[a-z])", "and so on"),
    (r"etc\b", "and so on"),
    (r"&", "and"),
    (r"and/or", "and or"),
    (r"n/a|N/A", "not applicable"),
    (r"c/o", "care of"),
    (r"w/c", "week commencing"),
    (r"approx\.?", "about"),
    (r"hrs?\.?", "hours"),
    (r"mins\.?", "minutes"),
    (r"pw|p/w", "a week"),
    (r"pcm", "a month"),
    (r"vs\.?", "against"),
    (r"[Tt]el\.?(?=:)", "Telephone"),
    (r"Rd\.?", "Road"),
    (r"Ave\.?", "Avenue"),
    (r"(?<=[a-z] )St\.?(?=,|\n|$)", "Street"),
)
_FRACTIONS = {"¼": "a quarter", "½": "a half", "¾": "three quarters"}
_PARTS = {"¼": "a quarter of a", "½": "half a", "¾": "three quarters of a"}


def spelled(letters: str) -> str:
    """Capitals that a voice says one by one; dotted, since a bare A would be read as the article."""
    return ".".join(letters)


def _letters(match: re.Match[str]) -> list[Piece] | None:
    if match[1] not in SPELLED:
        return None
    return [(" ".join(match[1]) + "'s" if match[2] else spelled(match[1]), match.start())]


def _postcode(match: re.Match[str]) -> list[Piece]:
    area, district, letter, sector, unit = match.groups()
    first = f"{spelled(area)} {district}" + (f" {letter}" if letter else "")
    return [(first + ", ", match.start()), (f"{sector} {spelled(unit)}", match.start(4))]


def _address(match: re.Match[str]) -> list[Piece]:
    text = match[0]
    for scheme in ("https://", "http://"):
        if text.lower().startswith(scheme):
            text = text[len(scheme) :]
    head = "W.W.W dot " if text.lower().startswith("www.") else ""
    text = text[4:] if head else text
    body = text.rstrip("./")
    words = "".join(_SIGNS.get(sign, sign if sign.isalnum() else " ") for sign in body)
    known = [_part_of_address(word) for word in words.split()]
    return [(head + " ".join(known) + text[len(body) :].replace("/", ""), match.start())]


def _part_of_address(word: str) -> str:
    if word.upper() in SPELLED:
        return spelled(word.upper())
    return " ".join(word) if word in ("111", "999") else word


def _date(match: re.Match[str], day: int, month: int, year: int) -> list[Piece] | None:
    if not (1 <= int(match[day]) <= 31 and 1 <= int(match[month]) <= 12):
        return None
    return [(f"{int(match[day])} {_MONTHS[int(match[month]) - 1]} {match[year]}", match.start())]


def _short_month(match: re.Match[str]) -> list[Piece]:
    full = next(name for name in _MONTHS if name.startswith(match[2][:3]))
    return [(match[1] + " ", match.start()), (full, match.start(2))]


def _day(text: str) -> str:
    return _DAYS[text[:3].lower()]


def _day_range(match: re.Match[str]) -> list[Piece]:
    return [(_day(match[1]) + " to ", match.start()), (_day(match[2]), match.start(2))]


def _clock(match: re.Match[str]) -> list[Piece]:
    minutes = int(match[2])
    said = "" if minutes == 0 else f" oh {minutes}" if minutes < 10 else f" {minutes}"
    return [(f"{int(match[1])}{said} {match[3].lower()}m", match.start())]
