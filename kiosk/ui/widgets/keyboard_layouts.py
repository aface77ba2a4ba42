"""The layouts of the on-screen keyboard, as data: which keys stand on which page, by what is typed in which script.

A key is what it types; a name of several letters from `DOES` stands for a key that does something else. No row is wider
than ten keys, so that each is 20 mm wide on the narrowest panel.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Purpose = Literal["words", "note", "place", "amount"]
"""What is typed: words to look for, sentences, a postcode or a place name, an amount of money."""
PageName = Literal["letters", "english", "numbers"]
"""The letters of the visitor's language, English letters for visitors of another one, digits and signs."""

DOES = ("space", "rub-out", "numbers", "letters", "english", "order", "capital")
"""Keys that type nothing, or no letter. "order" changes between the order of the alphabet and that of keyboards."""


class Page(NamedTuple):
    """One page of keys: rows of letters as they stand from left to right, and under them a row that does other things.

    Where a row's height is short, `short_foot` goes on in the last row of letters in the stead of all of `foot`; with
    `short_beside` the keys of the last row stand at the ends of the other rows, one each.
    `from_right` says that the rows are written as they are read in a right-to-left script, the order of the alphabet;
    in the order of a keyboard keys stand where they always stand.
    """

    rows: tuple[tuple[str, ...], ...]
    foot: tuple[str, ...] = ()
    short_foot: tuple[str, ...] = ()
    short_beside: bool = False
    from_right: bool = False


LATIN = {
    "qwerty": ("qwertyuiop", "asdfghjkl'", "zxcvbnm,.?"),
    "a-z": ("abcdefghij", "klmnopqrst", "uvwxyz',.?"),
}
ARABIC = {
    "qwerty": ("ضصثقفغعهخح", "شسيبلاتنمك", "ئءؤرىةوزظط", "ذأإآجد"),
    "a-z": ("اأإآءبتةثج", "حخدذرزسشصض", "طظعغفقكلمن", "هوؤيىئ"),
}
"""The first row of each is that of the Arabic (101) keyboard, whose rows of twelve are shortened to ten: what falls off
at their ends stands in the third and the fourth row."""
PLACE = {
    "qwerty": ("1234567890", "QWERTYUIOP", "ASDFGHJKL'", "ZXCVBNM"),
    "a-z": ("1234567890", "ABCDEFGHIJ", "KLMNOPQRST", "UVWXYZ'"),
}
SIGNS = ("1234567890", '£-/:;()&@"', ".,?!'+=%#*")
ARABIC_SIGNS = ("1234567890", '£-/:؛()&@"', ".،؟!'+=%#*")
AMOUNT = ("123", "456", "789")


def page_of(name: PageName, purpose: Purpose, language: str, order: str) -> Page:
    """The page of a keyboard; `order` is "qwerty" or "a-z"."""
    if purpose == "amount":
        return Page(_keys(*AMOUNT, (".", "0", "rub-out")), short_beside=True)
    if purpose == "place":
        return Page(_keys(*PLACE[order]), ("order", "space", "rub-out"), ("space", "rub-out"))
    if name == "numbers":
        if language == "ar":
            return Page(_keys(*ARABIC_SIGNS), ("letters", "english", "space", "rub-out"))
        return Page(_keys(*SIGNS), ("letters", "space", "rub-out"))
    if language == "ar" and name == "letters":
        foot = ("numbers", "order", "english", "space", "rub-out")
        return Page(_keys(*ARABIC[order]), foot, ("numbers", "space", "rub-out"), from_right=order == "a-z")
    back = ("letters",) if language == "ar" else ()
    capital = ("capital",) if purpose == "note" else ()
    return Page(_keys(*LATIN[order]), (*back, "numbers", "order", *capital, "space", "rub-out"))


def pages_of(purpose: Purpose, language: str) -> tuple[PageName, ...]:
    """The pages that a keyboard has, the first one first."""
    if purpose in ("place", "amount"):
        return ("letters",)
    return ("letters", "english", "numbers") if language == "ar" else ("letters", "numbers")


def begins_sentence(before: str) -> bool:
    """Whether the next letter of a note begins a sentence, by what stands before it."""
    words = before.rstrip(" ")
    return not words or (words != before and words[-1] in ".?!")


def _keys(*rows: str | tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(row) for row in rows)
