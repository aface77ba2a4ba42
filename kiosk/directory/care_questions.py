"""What to ask before you choose: our own questions for a visit to a care home, and for a home-care agency."""

from __future__ import annotations

from kiosk.document.blocks import Block, Checklist, Document, NoteLines, Text
from kiosk.language import Words


def questions_for(kind: str, words: Words) -> tuple[str, ...]:
    """The questions for "care-home" or "home-care", in the order in which one would ask them; none for other kinds."""
    if kind == "care-home":
        return _care_home(words)
    return _home_care(words) if kind == "home-care" else ()


def questions_title(kind: str, words: Words) -> str:
    """What stands above the questions."""
    _ = words.gettext
    return _("What to ask when you visit") if kind == "care-home" else _("What to ask a home-care agency")


def questions_page(kind: str, words: Words) -> Document:
    """The questions as a page to tick off, with room for notes."""
    items = tuple((Text(question),) for question in questions_for(kind, words))
    blocks: tuple[Block, ...] = (Checklist(items), NoteLines(4))
    return Document(f"questions.{kind}", questions_title(kind, words), words.language, blocks)


def _care_home(words: Words) -> tuple[str, ...]:
    _ = words.gettext
    return (
        _("Can I see a room that is free now?"),
        _("How many staff are there in the day, and at night?"),
        _("Will the same carers look after me each time?"),
        _("Can you still look after me if I need more care, or a nurse?"),
        _("What is the food like? Can I choose what and when I eat?"),
        _("What do people do here all day? Can they go out?"),
        _("When can family and friends visit?"),
        _("What do you do when someone falls, and who do you tell?"),
        _("Which doctor comes here? Can I keep my own?"),
        _("What does it cost, what is extra, and how often does the price go up?"),
        _("Can I have the contract and all fees in writing, to read at home?"),
        _("What happens if my money runs out?"),
        _("Can I see the newest CQC report? What has changed since?"),
        _("How do I complain, and what happens then?"),
        _("Can I stay for a week or two first, to try it?"),
    )


def _home_care(words: Words) -> tuple[str, ...]:
    _ = words.gettext
    return (
        _("Can you come where I live, on the days and at the times I need?"),
        _("Will the same carers come each time? Can I meet them first?"),
        _("What happens when my carer is ill or late? Who rings me?"),
        _("How long is each visit? Do you pay for the travel between visits?"),
        _("Who can I ring at night and at weekends?"),
        _("Can you help with medicines, and with lifting?"),
        _("Do your carers speak my language, and cook the food I eat?"),
        _("What training and checks do carers have?"),
        _("How do you keep my keys and my money safe?"),
        _("Who writes the care plan, and how often do we look at it again?"),
        _("What does it cost, also at weekends and on bank holidays?"),
        _("Can I have the contract and all fees in writing? How can I end it?"),
        _("Can I see the newest CQC report?"),
        _("How do I complain, and what happens then?"),
    )
