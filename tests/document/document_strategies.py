"""Any document there can be, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from kiosk.document.blocks import (
    BulletList,
    Callout,
    Checklist,
    ContactCard,
    ContactRef,
    Document,
    Fact,
    Facts,
    FigureRef,
    Heading,
    Link,
    NoteLines,
    Paragraph,
    Picture,
    PictureRow,
    QrCode,
    SlotRef,
    Step,
    Steps,
    Table,
    Text,
)

texts = st.text(max_size=12)
inline = st.one_of(
    st.builds(Text, texts, st.booleans(), st.sampled_from(["", "ar"])),
    st.builds(FigureRef, texts),
    st.builds(SlotRef, texts),
    st.builds(Link, texts, texts),
)
inlines = st.lists(inline, max_size=3).map(tuple)
many = st.lists(inlines, max_size=3).map(tuple)
steps = st.lists(st.builds(Step, inlines, st.sampled_from(["", "and", "or"])), max_size=3).map(tuple)
leaf = st.one_of(
    st.builds(Heading, st.sampled_from([2, 3]), inlines),
    st.builds(Paragraph, inlines),
    st.builds(BulletList, many),
    st.builds(Checklist, many),
    st.builds(Steps, steps),
    st.builds(Table, many, st.lists(many, max_size=2).map(tuple)),
    st.builds(ContactRef, texts),
    st.builds(ContactCard, texts, texts, texts, texts, texts, texts, st.booleans()),
    st.builds(Facts, st.lists(st.builds(Fact, texts, texts, many), max_size=2).map(tuple)),
    st.builds(QrCode, texts, texts),
    st.builds(Picture, texts, texts),
    st.builds(PictureRow, texts, inlines),
    st.builds(NoteLines, st.integers(1, 20)),
)
levels = st.sampled_from(["first", "info", "important", "urgent"])
block = st.one_of(leaf, st.builds(Callout, levels, st.lists(leaf, max_size=3).map(tuple)))
documents = st.builds(
    Document,
    texts,
    texts,
    st.sampled_from(["en", "ar"]),
    st.lists(block, max_size=4).map(tuple),
    texts,
    texts,
    st.lists(texts, max_size=2).map(tuple),
)
