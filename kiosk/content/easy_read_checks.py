"""What an Easy Read page must keep to: short sentences, one idea a row, a drawing that exists beside each row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kiosk import resources
from kiosk.content.easy_read import EasyRead
from kiosk.content.prose import Prose
from kiosk.content.readability import sentences, words_of
from kiosk.content.wording import Fault, english_faults, number_faults
from kiosk.document.blocks import ContactRef, Heading, PictureRow

LONGEST_SENTENCE, MOST_SENTENCES = 15, 2
"""Words in a sentence and sentences in a row ("Information for All", Inclusion Europe: short sentences, one idea)."""


def easy_read_faults(page: EasyRead, prose: Prose, has_guide: bool, day: date) -> Iterator[Fault]:
    """Everything wrong with the page but for its contacts and amounts."""
    if not has_guide:
        yield "error", "easy-read", "there is no guide of this id"
    if page.review_by is None:
        yield "warning", "review-by", "the page has no review_by date"
    elif page.review_by < day:
        yield "error", "review-by", f"the page was due to be checked by {page.review_by}"
    for block in page.document.blocks:
        if isinstance(block, PictureRow):
            if not resources.drawing(block.name).is_file():
                yield "error", "drawing", f"there is no drawing called {block.name}"
        elif not isinstance(block, (Heading, ContactRef)):
            yield "error", "easy-read", f"a {type(block).__name__} can't stand on an Easy Read page"
    for piece in prose.pieces:
        yield from number_faults(piece.text)
        if page.lang != "en":
            continue
        yield from english_faults(piece.text)
        found = sentences(piece.text)
        if len(found) > MOST_SENTENCES:
            yield (
                "warning",
                "easy-read",
                f"{len(found)} sentences in a row, at most {MOST_SENTENCES}: {piece.text[:40]!r}",
            )
        for sentence in found:
            count = len(words_of(sentence))
            if count > LONGEST_SENTENCE:
                yield "error", "long-sentence", f"{count} words, at most {LONGEST_SENTENCE}: {sentence[:40]!r}"
