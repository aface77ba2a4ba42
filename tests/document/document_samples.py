"""A page with every kind of block, already filled in."""

from __future__ import annotations

from kiosk.document.blocks import (
    BulletList,
    Callout,
    Checklist,
    ContactCard,
    Document,
    Fact,
    Facts,
    Heading,
    Link,
    NoteLines,
    Paragraph,
    Picture,
    QrCode,
    Step,
    Steps,
    Table,
    Text,
    words,
)

NASTY = "<script>alert('x')</script> & \"more\""
PAGE = Document(
    id="page",
    title="A page & its title",
    lang="en",
    summary="What it is about.",
    kicker="Your rights",
    notices=("Reviewed 1 November 2026",),
    blocks=(
        Callout("first", (Paragraph(words("Ring the council.")),)),
        Heading(2, words("What happens")),
        Heading(3, words("In detail")),
        Paragraph((Text("Some "), Text("strong", strong=True), Text(" words about "), Link("money", "guide:who-pays"))),
        Paragraph((Text("مرحبا", lang="ar"),)),
        BulletList((words("one"), words("two"))),
        Steps((Step(words("ask"), "or"), Step(words("write")))),
        Checklist((words("a pen"),)),
        Table((words("When"), words("What")), ((words("Now"), words("Tea")),)),
        ContactCard(
            "Advice line",
            "Advice",
            "0300\u00a0123\u00a04567",
            "18001\u00a00300\u00a0123\u00a04567",
            "10am to 4pm",
            "https://example.org",
        ),
        ContactCard("Choices", phone="111, then option 2"),
        Facts((Fact("clock", "When", (words("Monday"), words("Tuesday"))),)),
        QrCode("tel:+443001234567", "Ring with your own phone"),
        Picture("heart", "A heart"),
        Picture("heart"),
        NoteLines(2),
        Callout("urgent", (Paragraph(words(NASTY)),)),
    ),
)
