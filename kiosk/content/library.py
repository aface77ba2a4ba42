"""Reads guides, contacts, figures and topics out of an open edition, with plain SQL.

What Home does not show is imported when it is first asked for: the first picture comes sooner.
"""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.content.topics import Topic, topic_from_record

if TYPE_CHECKING:
    from kiosk.content.contacts import Contact
    from kiosk.content.easy_read import EasyRead
    from kiosk.content.figures import Figure
    from kiosk.content.guides import Guide
    from kiosk.content.word_lists import GlossaryTerm


EASY_READ = "easy-read/"
"""Begins the id under which the Easy Read form of a guide is kept and printed: ``easy-read/direct-payments``."""


class GuideTitle(NamedTuple):
    """A guide as a list shows it. `lang` tells when it is not in the language that was asked for."""

    id: str
    lang: str
    title: str
    summary: str
    topic: str
    subtopic: str
    booklet: str
    sensitive: bool
    kind: str = "page"
    """One of `kiosk.content.guides.KINDS`, or "easy-read"."""


class Library:
    """The content half of an edition. Every method reads; nothing is kept."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def record(self, kind: str, key: str) -> dict[str, Any] | None:
        """The body of a record, or None."""
        row = self._connection.execute("SELECT json FROM record WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        return None if row is None else json.loads(row[0])

    def has_record(self, kind: str, key: str) -> bool:
        """Whether there is such a record; sooner than reading it."""
        found = self._connection.execute("SELECT 1 FROM record WHERE kind = ? AND key = ?", (kind, key)).fetchone()
        return found is not None

    def guide(self, guide_id: str, lang: str) -> Guide | None:
        """A guide in a language, in English where it is not translated, or None."""
        from kiosk.content.guides import guide_from_record

        body = self._in_language("guide", guide_id, lang)
        return None if body is None else guide_from_record(body)

    def easy_read(self, guide_id: str, lang: str) -> EasyRead | None:
        """The Easy Read form of a guide in a language, in English where it is not translated, or None."""
        from kiosk.content.easy_read import easy_read_from_record

        body = self._in_language("easy", guide_id, lang)
        return None if body is None else easy_read_from_record(body)

    def _in_language(self, kind: str, key: str, lang: str) -> dict[str, Any] | None:
        """A record in a language, in English where it is not translated, or None."""
        bodies = (self.record(kind, f"{code}/{key}") for code in dict.fromkeys((lang, "en")))
        return next((body for body in bodies if body is not None), None)

    def titles(self, lang: str, topic: str | None = None) -> list[GuideTitle]:
        """Every guide once, translated where it can be, in the order of the topic tree."""
        rows = self._connection.execute(
            "SELECT id, lang, title, summary, topic, subtopic, booklet, sensitive, kind FROM guide"
            " WHERE lang IN (?, 'en') AND (? IS NULL OR topic = ?) ORDER BY position",
            (lang, topic, topic),
        )
        best: dict[str, GuideTitle] = {}
        for row in rows:
            found = GuideTitle(*row)
            found = found._replace(sensitive=bool(found.sensitive))
            if found.id not in best or found.lang == lang:
                best[found.id] = found
        return list(best.values())

    def easy_titles(self, lang: str) -> list[GuideTitle]:
        """Every Easy Read page once, in the order of its guides; its id begins with `EASY_READ`.

        It goes into a booklet only where it is asked for, and is as sensitive as its guide.
        """
        rows = self._connection.execute("SELECT key FROM record WHERE kind = 'easy'")
        there = {str(row[0]).partition("/")[2] for row in rows}
        found = []
        for guide in self.titles(lang):
            page = self.easy_read(guide.id, lang) if guide.id in there else None
            if page is not None:
                named = guide._replace(id=EASY_READ + guide.id, lang=page.lang, title=page.title)
                found.append(named._replace(summary="", booklet="no", kind="easy-read"))
        return found

    def topics(self) -> list[Topic]:
        """The topics of Home, in order."""
        rows = self._connection.execute("SELECT json FROM record WHERE kind = 'topic'")
        bodies = [json.loads(row[0]) for row in rows]
        return [topic_from_record(body) for body in sorted(bodies, key=lambda body: int(body.get("order", 0)))]

    def contact(self, key: str) -> Contact | None:
        """A contact, or None when this edition has none of that key."""
        from kiosk.content.contacts import contact_from_record

        body = self.record("contact", key)
        return None if body is None else contact_from_record(body)

    def council(self) -> dict[str, str]:
        """The council's own words (name, web address …); empty for an edition of no council."""
        return self.record("council", "council") or {}

    def figure(self, key: str, day: date) -> tuple[Figure | None, bool]:
        """The verified figure in force on a day and False; or the last one that ran out and True; or (None, False)."""
        from kiosk.content.figures import figure_from_record, figure_on, newest_before

        rows = self._connection.execute(
            "SELECT json FROM record WHERE kind = 'figure' AND key >= ? AND key < ?", (f"{key}@", f"{key}A")
        )
        figures = [figure_from_record(json.loads(row[0])) for row in rows]
        current = figure_on(figures, day)
        if current is not None:
            return (current, False) if current.verified else (None, False)
        past = newest_before(figures, day)
        return past, past is not None

    def glossary(self, lang: str) -> list[GlossaryTerm]:
        """The glossary of a language."""
        from kiosk.content.word_lists import glossary_terms

        rows = self._connection.execute(
            "SELECT json FROM record WHERE kind = 'glossary' AND key >= ? AND key < ?", (f"{lang}/", f"{lang}0")
        )
        return glossary_terms(json.loads(row[0]) for row in rows)
