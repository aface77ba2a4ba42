"""Words, dates, hours and distances in the visitor's language, without Qt.

Interface words go through gettext (`Words`); the catalogues are ``locales/LANG/LC_MESSAGES/kiosk.mo``. A language is
named in its own words (`OWN_NAMES`) and never by a flag.
"""

from __future__ import annotations

import datetime
import gettext as gettext_module
from collections.abc import Iterable
from functools import cache

from kiosk import resources

OWN_NAMES = {"en": "English", "ar": "العربية"}
"""Languages whose interface is translated, each by its own name."""

LEFT_TO_RIGHT_MARK = "\u200e"
"""Invisible; after it digits and their sign run from left to right."""

_RIGHT_TO_LEFT = {"ar", "fa", "he", "ku", "ps", "ur"}


SOURCE_LANGUAGE = "en"
"""The language of what is not translated: services, contacts, and guides that no one has translated yet."""


class Tagged(str):
    """Words that know their own language, where it may not be that of what stands around them.

    What is made of them (a sentence that holds them, a part of them) does not know it any more.
    """

    lang: str

    def __new__(cls, text: str, lang: str = SOURCE_LANGUAGE) -> Tagged:
        made = super().__new__(cls, text)
        made.lang = lang
        return made


def language_of(text: str, otherwise: str = "") -> str:
    """The language that words know of themselves, or `otherwise`."""
    return text.lang if isinstance(text, Tagged) else otherwise


def is_right_to_left(language: str) -> bool:
    """Whether the language's script runs from right to left."""
    return language.partition("-")[0] in _RIGHT_TO_LEFT


class Words:
    """The interface words of one language; a language without a catalogue speaks English."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._catalogue = _catalogue(language)

    @property
    def right_to_left(self) -> bool:
        return is_right_to_left(self.language)

    def gettext(self, message: str) -> str:
        """The message in this language."""
        return self._catalogue.gettext(message)

    def ngettext(self, singular: str, plural: str, count: int) -> str:
        """The message in the plural form that this language uses for `count`."""
        return self._catalogue.ngettext(singular, plural, count)

    def pgettext(self, context: str, message: str) -> str:
        """The message as it reads in one context, where English has one word for two things."""
        return self._catalogue.pgettext(context, message)

    def date(self, day: datetime.date) -> str:
        """A date with the month in full: "6 August 2026" (NHS content style guide, numbers)."""
        months = self._months()
        return f"{day.day} {months[day.month - 1]} {day.year}"

    def day_and_month(self, day: datetime.date) -> str:
        """A date in this year: "6 August"."""
        # Translators: a day and a month: "6 August".
        return self.gettext("{day} {month}").format(day=day.day, month=self._months()[day.month - 1])

    def weekday(self, number: int) -> str:
        """The name of a day of the week; 0 is Monday."""
        _ = self.gettext
        names = (
            _("Monday"),
            _("Tuesday"),
            _("Wednesday"),
            _("Thursday"),
            _("Friday"),
            _("Saturday"),
            _("Sunday"),
        )
        return names[number % 7]

    def _months(self) -> tuple[str, ...]:
        _ = self.gettext
        return (
            _("January"),
            _("February"),
            _("March"),
            _("April"),
            _("May"),
            _("June"),
            _("July"),
            _("August"),
            _("September"),
            _("October"),
            _("November"),
            _("December"),
        )

    def time(self, moment: datetime.time) -> str:
        """A time of day as people say it: "10am", "2:30pm", "midday", "midnight"; never the 24-hour clock."""
        _ = self.gettext
        if (moment.hour, moment.minute) == (0, 0):
            return _("midnight")
        if (moment.hour, moment.minute) == (12, 0):
            return _("midday")
        hour = moment.hour % 12 or 12
        clock = f"{hour}:{moment.minute:02d}" if moment.minute else str(hour)
        # Translators: a time before noon, such as "10:30am"; keep {time} once.
        morning = _("{time}am")
        # Translators: a time after noon, such as "2pm"; keep {time} once.
        afternoon = _("{time}pm")
        return (morning if moment.hour < 12 else afternoon).format(time=clock)

    def hours(self, opens: datetime.time, closes: datetime.time) -> str:
        """A span of time: "10am to 4pm"; a span of a whole day is "24 hours"."""
        _ = self.gettext
        if opens == closes or (opens == datetime.time(0, 0) and closes >= datetime.time(23, 59)):
            return _("24 hours")
        # Translators: opening hours, for example "10am to 4pm".
        return _("{start} to {end}").format(start=self.time(opens), end=self.time(closes))

    def amount(self, text: str) -> str:
        """An amount of money that keeps its sign in front after Arabic letters (Unicode bidi rules W2 and W5)."""
        return LEFT_TO_RIGHT_MARK + text if self.right_to_left else text

    def distance(self, miles: float, about: bool = False) -> str:
        """A distance in words that people use: "less than ¼ mile", "about 2 miles"; whole miles from 2 upwards."""
        _ = self.gettext
        if miles < 0.2:
            return _("less than ¼ mile")
        if miles < 0.375:
            words = _("¼ mile")
        elif miles < 0.75:
            words = _("½ mile")
        elif miles < 1.25:
            words = _("1 mile")
        elif miles < 1.75:
            words = _("1½ miles")
        else:
            count = round(miles)
            words = self.ngettext("{count} mile", "{count} miles", count).format(count=count)
        # Translators: a distance that is not exact, for example "about 2 miles".
        return _("about {distance}").format(distance=words) if about else words

    def list(self, parts: Iterable[str]) -> str:
        """Items joined as in a sentence: "a, b and c"."""
        items = [part for part in parts if part]
        if len(items) < 2:
            return "".join(items)
        _ = self.gettext
        # Translators: joins the last two items of a list: "Monday and Tuesday".
        pair = _("{first} and {last}")
        # Translators: the sign between the other items of a list, with its space.
        comma = _(", ")
        return pair.format(first=comma.join(items[:-1]), last=items[-1])


@cache
def words_in(language: str) -> Words:
    """The words of a language; made once for each."""
    return Words(language)


def interface_languages() -> tuple[str, ...]:
    """Codes of the languages whose interface can be shown now: English, and every compiled catalogue."""
    compiled = [
        code for code in OWN_NAMES if code != "en" and gettext_module.find("kiosk", resources.locales(), [code])
    ]
    return ("en", *compiled)


_LENT: dict[str, gettext_module.NullTranslations] = {}


def lend_catalogue(language: str, catalogue: gettext_module.NullTranslations) -> None:
    """Let a code speak through a catalogue that lies in no file. It is not offered to visitors: see `OWN_NAMES`."""
    _LENT[language] = catalogue
    words_in.cache_clear()


def _catalogue(language: str) -> gettext_module.NullTranslations:
    return _LENT[language] if language in _LENT else _catalogue_on_disk(language)


@cache
def _catalogue_on_disk(language: str) -> gettext_module.NullTranslations:
    return gettext_module.translation("kiosk", resources.locales(), [language], fallback=True)
