"""The booklet's own pages: other formats, "How I need information", and "My notes"."""

from __future__ import annotations

from dataclasses import replace

from kiosk.booklet.model import MAX_NOTE, BookletRequest
from kiosk.document.blocks import (
    Block,
    Checklist,
    Document,
    Heading,
    NoteLines,
    Paragraph,
    words,
)
from kiosk.language import Words


def other_formats(request: BookletRequest, language: Words) -> Document:
    """How to get the same information in another way; printed on page 2 at 16 points or more."""
    _ = language.gettext
    blocks: list[Block] = [
        Paragraph(
            words(
                _(
                    "You can ask for this information in large print, Easy Read, braille, audio, "
                    "British Sign Language or another language."
                )
            )
        )
    ]
    desk = request.help_from or _("the people at the desk")
    if request.formats_contact:
        # Translators: {people} is for example "the people at the desk"; a telephone number follows.
        blocks.append(Paragraph(words(_("Ask {people}, or ring:").format(people=desk))))
        # Without its purpose the card stays on page 2 in giant print as well.
        blocks.append(replace(request.formats_contact, purpose="", hours=""))
    else:
        blocks.append(Paragraph(words(_("Ask {people}, or ask your council.").format(people=desk))))
    return Document("booklet.formats", _("If you need this in another way"), request.language, tuple(blocks))


def information_needs(request: BookletRequest, language: Words) -> Document:
    """A page to fill in and hand over, with the fields of the Accessible Information Standard (DAPB1605)."""
    _ = language.gettext
    # What services must do: NHS England, Accessible Information Standard requirements (DAPB1605).
    say = _(
        "Fill in this page and show it when you ask for help. "
        "The NHS and council services must write down these needs and meet them."
    )
    blocks: tuple[Block, ...] = (
        Paragraph(words(say)),
        Heading(2, words(_("Write to me in"))),
        Checklist(
            tuple(
                words(text)
                for text in (_("large print"), _("Easy Read"), _("braille"), _("audio"), _("email or text message"))
            )
        ),
        Heading(2, words(_("My language"))),
        NoteLines(1),
        Heading(2, words(_("When we talk, I need"))),
        Checklist(
            tuple(
                words(text)
                for text in (
                    _("an interpreter for my language"),
                    _("a British Sign Language interpreter"),
                    _("a deafblind communicator"),
                    _("lip-reading, a hearing loop or a quiet room"),
                    _("more time, or someone with me"),
                )
            )
        ),
        Heading(2, words(_("My advocate: name and phone"))),
        NoteLines(1),
        Heading(2, words(_("My carer or person to contact: name and phone"))),
        NoteLines(1),
    )
    return Document("booklet.needs", _("How I need information"), request.language, blocks)


def notes(request: BookletRequest, language: Words) -> Document:
    """The visitor's own words, exactly as typed, and lines to write more."""
    _ = language.gettext
    blocks: list[Block] = []
    text = request.note.strip()[:MAX_NOTE]
    for line in text.splitlines():
        if line.strip():
            blocks.append(Paragraph(words(line.strip())))
    if not blocks:
        blocks.append(Paragraph(words(_("What I want to ask. Who I spoke to, when, and what they said."))))
    blocks.append(NoteLines(0))
    return Document("booklet.notes", _("My notes"), request.language, tuple(blocks))
