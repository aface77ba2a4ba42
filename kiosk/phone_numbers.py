"""Telephone numbers: how they are grouped, kept in one piece, dialled by a link, and found in prose.

Grouping follows Ofcom's National Telephone Numbering Plan; visitors see spaces by area code (NHS content style guide,
"Phone: 0300 123 4567"). Groups are joined by no-break spaces: a number then never breaks over a line and never turns
round inside right-to-left text.
"""

from __future__ import annotations

import re
import unicodedata

NBSP = "\u00a0"

_SHORT = {"999", "112", "111", "101", "119", "105", "159", "116123", "116000", "18000"}
_BETWEEN = r"[\s()./\u2010-\u2015-]{0,3}"
_PHONE_LIKE = re.compile(
    rf"(?<![\w£,.])(?:\(?\+44\)?{_BETWEEN}(?:\(0\){_BETWEEN})?[0-9]|\(?0[0-9])(?:{_BETWEEN}[0-9]){{7,10}}(?![\w,]*[0-9])"
    rf"|(?<![\w£,.])0800{_BETWEEN}1111(?![\w,]*[0-9])"
)
_LEFT_TO_RIGHT_MARK = "\u200e"
_AMOUNT = re.compile(r"(?<!\u200e)£(?=\d)")
_FROM_THE_RIGHT = re.compile(r"[\u0590-\u08ff]")
_SPACED_DIGITS = re.compile(r"(?<![\d£,.])(\(?\+?\d[\d()]*)(?:[ \u00a0-]+\(?\d[\d()]+)+(?![\d,.]*\d)")
_POSTCODE = re.compile(r"\b([A-Za-z]{1,2}\d[A-Za-z\d]?)[ \u00a0]+(\d[A-Za-z]{2})\b")
_DRAMA = (
    *("01632960", "02079460", "02896496", "02920180", "03069990", "07700900", "08081570", "09098790"),
    *(f"0{city}4960" for city in (113, 114, 115, 116, 117, 118, 121, 131, 141, 151, 161)),
    "01914980",
)
_THREE_DIGIT_AREA = ("011", "0121", "0131", "0141", "0151", "0161", "0191")


def digits(number: str) -> str:
    """Only the digits, with a leading +44 turned into 0: ``"+44 (0)20 7946 0000"`` → ``"02079460000"``."""
    text = number.replace("(0)", "") if number.strip().startswith(("+44", "0044")) else number
    found = "".join(character for character in text if character in "0123456789")
    if text.strip().startswith(("+44", "0044")):
        found = "0" + found.removeprefix("00").removeprefix("44")
    return found


def group(number: str) -> str:
    """A number as people read it, grouped by area code and joined by no-break spaces.

    A number of an unknown shape keeps the spaces it came with. An empty string stays empty.
    """
    text = number.strip()
    plain = digits(text)
    if not plain or re.search(r"[^\d\s\u00a0+()-]", text):
        return keep_together(text)
    if plain in _SHORT:
        return "116" + NBSP + plain[3:] if plain.startswith("116") and len(plain) == 6 else plain
    return NBSP.join(_groups(plain)) if plain.startswith("0") and len(plain) in (10, 11) else keep_together(text)


def _groups(plain: str) -> list[str]:
    if plain.startswith("02"):
        return [plain[:3], plain[3:7], plain[7:]]
    if plain.startswith(("03", "08", "09")) or plain.startswith(_THREE_DIGIT_AREA):
        return [plain[:4], plain[4:7], plain[7:]]
    return [plain[:5], plain[5:8], plain[8:]]


def keep_together(text: str) -> str:
    """The text with no-break spaces inside postcodes and whatever looks like a number in groups, and amounts in order.

    Used on every string that is shown, printed or spoken, so that a number stays in one piece and in order.
    """

    def join(match: re.Match[str]) -> str:
        return re.sub(r"[ \u00a0]+", NBSP, match.group(0)).replace("-", "\u2011")

    return amounts_from_left(_SPACED_DIGITS.sub(join, _POSTCODE.sub(rf"\1{NBSP}\2", text)))


def amounts_from_left(text: str) -> str:
    """The text with a mark before each amount among Arabic letters, without which "£4.50" reads "4.50£" there."""
    return _AMOUNT.sub(_LEFT_TO_RIGHT_MARK + "£", text) if _FROM_THE_RIGHT.search(text) else text


def dial_uri(number: str) -> str:
    """The ``tel:`` address of a number, or an empty string when the text is more than a number ("111, option 2")."""
    plain = digits(number)
    if not plain or re.search(r"[^\d\s\u00a0+()-]", number):
        return ""
    if number.strip().startswith("+") and not plain.startswith("0"):
        return "tel:+" + plain
    if plain.startswith("0") and len(plain) > 6:
        return "tel:+44" + plain[1:]
    return "tel:" + plain


def find_phone_like(text: str) -> list[str]:
    """Everything in a prose text that a reader would take for a telephone number; guides may hold none."""
    western = "".join(str(unicodedata.digit(character)) if character.isdecimal() else character for character in text)
    return [match.group(0) for match in _PHONE_LIKE.finditer(western)]


def is_plausible(number: str) -> bool:
    """Whether the number is a short code or ten or eleven digits that start with 0."""
    plain = digits(number)
    return plain in _SHORT or (plain.startswith("0") and len(plain) in (10, 11))


def is_drama_number(number: str) -> bool:
    """Whether Ofcom set the number aside for drama, so that it can belong to nobody.

    Source: Ofcom, "Telephone numbers for use in TV and radio drama programmes".
    """
    plain = digits(number)
    return len(plain) == 11 and plain.startswith(_DRAMA)
