"""Guide files: what is read from them, and that everything else is refused with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_sources import guide_text, write_guide

from kiosk.content.guides import guide_from_record, read_guide
from kiosk.document.blocks import (
    BulletList,
    Callout,
    Checklist,
    ContactRef,
    FigureRef,
    Heading,
    Link,
    Paragraph,
    SlotRef,
    Step,
    Steps,
    Table,
    Text,
)
from kiosk.errors import InputError

EVERY_KIND = """## A heading

Plain and **strong** words. You get {{figure:aa.lower}} a week from {{council:name}}. See [money](guide:who-pays).

{{contact:emergency.999}}

- one
- two

1. First do this *and*
2. then that

- [ ] Tick me
- [ ] And me

> [!URGENT]
> Ring now.
>
> {{contact:national.line}}

| When | What |
|---|---|
| Now | Tea |
"""


def read(tmp_path: Path, body: str, more: str = ""):
    return read_guide(write_guide(tmp_path, body, more=more), "en")


def test_every_kind_of_block_is_read_in_order(tmp_path: Path) -> None:
    first, heading, words, contact, bullets, steps, ticks, urgent, table = read(tmp_path, EVERY_KIND).document.blocks
    assert first == Callout("first", (Paragraph((Text("Ring the council."),)),))
    assert heading == Heading(2, (Text("A heading"),))
    assert words == Paragraph(
        (
            Text("Plain and "),
            Text("strong", strong=True),
            Text(" words. You get "),
            FigureRef("aa.lower"),
            Text(" a week from "),
            SlotRef("name"),
            Text(". See "),
            Link("money", "guide:who-pays"),
            Text("."),
        )
    )
    assert contact == ContactRef("emergency.999")
    assert bullets == BulletList(((Text("one"),), (Text("two"),)))
    assert steps == Steps((Step((Text("First do this"),), "and"), Step((Text("then that"),))))
    assert ticks == Checklist(((Text("Tick me"),), (Text("And me"),)))
    assert urgent == Callout("urgent", (Paragraph((Text("Ring now."),)), ContactRef("national.line")))
    assert table == Table(((Text("When"),), (Text("What"),)), (((Text("Now"),), (Text("Tea"),)),))


def test_a_guide_survives_being_a_record(tmp_path: Path) -> None:
    guide = read(tmp_path, EVERY_KIND, more='sensitive = true\nrelated = ["x"]\nlocal_help = { types = ["advice"] }')
    assert guide_from_record(guide.record().body) == guide
    assert guide.record().key == "en/asking"


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("Some <b>bold</b> words.", 16, "html"),
        ("<script>alert(1)</script>", 16, "html"),
        ("<!-- hidden -->", 16, "html"),
        ("![a picture](x.png)", 16, "image"),
        ("[out](https://example.org)", 16, "link"),
        ("[**strong link**](guide:x)", 16, "link"),
        ("[{{figure:x}}](guide:x)", 16, "link"),
        ("# Too big", 16, "heading"),
        ("#### Too small", 16, "heading"),
        ("*slanted*", 16, "em"),
        ("    code", 16, "code"),
        ("```\ncode\n```", 16, "fence"),
        ("Fine.\n\n---", 18, "hr"),
        ("- one\n  - two inside", 16, "list item"),
        ("1. one\n   > inside", 16, "step"),
        ("- [ ] one\n- two", 16, "tick"),
        ("> No label.", 16, "box"),
        ("> [!INFO]\n> > [!INFO]\n> > inside", 16, "box"),
        ("| a | b | c | d | e |\n|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 |", 16, "columns"),
        ("Ring {{contact:emergency.999}} now.", 16, "line of its own"),
        ("{{figure:}}", 16, "not a figure"),
        ("{{money:aa}}", 16, "not a figure"),
        (">" * 500 + " deep", 16, "box"),
        ("- " * 300 + "deep", 16, "list item"),
    ],
)
def test_what_our_pages_do_not_have_is_refused_with_its_line(tmp_path: Path, body: str, line: int, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        read(tmp_path, body)
    assert caught.value.file == str(tmp_path / "guides/en/care/asking.md")
    assert caught.value.line == line


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("reviewed = 2026-01-01", "TOML"),
        ('related = "one"', "brackets"),
        ("related = 5", "wrong"),
        ('confidence = "maybe"', "maybe"),
        ('booklet = "yes"', "booklet|yes"),
        ('sensitive = "no"', "true or false"),
        ('local_help = "tea"', "wrong"),
        ("x = " + "[" * 2000 + "]" * 2000, "deep"),
    ],
)
def test_front_matter_that_is_wrong_is_refused(tmp_path: Path, more: str, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        read(tmp_path, "Words.", more)
    assert caught.value.line in (1, 2)


@pytest.mark.parametrize("when", ["2026-11-01T10:00:00", '"tomorrow"', "10:00:00", "20261301"])
def test_a_review_date_is_a_day_and_nothing_else(tmp_path: Path, when: str) -> None:
    path = write_guide(tmp_path, "Words.")
    path.write_text(path.read_text().replace("reviewed = 2026-11-01", f"reviewed = {when}"))
    with pytest.raises(InputError) as caught:
        read_guide(path, "en")
    assert caught.value.line == 1


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (b"", 1, r"\+\+\+"),
        (b"Just words", 1, r"\+\+\+"),
        (b"+++\nid = 1\n", 1, "not closed"),
        (b"+++\n+++\nWords", 1, "no id"),
        (guide_text("Caf\xe9").encode("latin-1"), 16, "UTF-8"),
        (guide_text("Words").encode("utf-16"), 1, "UTF-8"),
        (guide_text("A\x07bell").encode(), 16, "control"),
        (guide_text("A\x00zero").encode(), 16, "control"),
        (guide_text("A\x1b[31mred").encode(), 16, "control"),
        (guide_text("words " * 60_000).encode(), None, "larger"),
        (guide_text("Words", guide_id="other").encode(), 1, "file's name"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, data: bytes, line: int | None, says: str) -> None:
    path = tmp_path / "asking.md"
    path.write_bytes(data)
    with pytest.raises(InputError, match=says) as caught:
        read_guide(path, "en")
    assert (caught.value.file, caught.value.line) == (str(path), line)


@pytest.mark.parametrize("sign", ["**", "*", "[", "![", "*_"])
def test_deep_nesting_is_refused_and_does_not_exhaust_the_stack(tmp_path: Path, sign: str) -> None:
    with pytest.raises(InputError):
        read(tmp_path, sign * 5000 + "deep" + sign[::-1] * 5000 + "](x)" * 5000)


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "asking.md"
    plain = read(tmp_path, EVERY_KIND)
    path.write_bytes(b"\xef\xbb\xbf" + guide_text(EVERY_KIND).replace("\n", "\r\n").encode())
    assert read_guide(path, "en") == plain
