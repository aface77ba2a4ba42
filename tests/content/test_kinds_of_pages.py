"""Journeys, worksheets and Easy Read: what their files hold, what is refused, what is found wrong, what is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from small_sources import FIRST, TOPICS, write_guide

from kiosk.content.checks import check_records, check_with_grades
from kiosk.content.guides import guide_from_record, read_guide
from kiosk.content.resolve import resolve_easy_read, resolve_guide
from kiosk.document.blocks import (
    Callout,
    Checklist,
    ContactCard,
    Heading,
    Link,
    NoteLines,
    PictureRow,
    Step,
    Steps,
    Table,
    Text,
)
from kiosk.document.reading import readings
from kiosk.edition.build import build
from kiosk.edition.gather import gather
from kiosk.edition.reader import Edition, open_edition
from kiosk.errors import InputError
from kiosk.language import words_in

DAY = date(2026, 11, 22)
JOURNEY = 'kind = "journey"\nsteps = ["asking", "after"]'
EASY = """+++
id = "asking"
title = "Asking for help"
reviewed = 2026-11-22
review_by = 2027-05-22
+++
![phone] You can ring the council.

## What happens

![talk] They **talk** with you.

{{contact:emergency.999}}
"""


def write_easy(source: Path, text: str = EASY, name: str = "en/asking.md") -> Path:
    path = source / "easy" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def codes(source: Path, level: str = "error") -> set[str]:
    return {found.code for found in check_records(gather(source).records, DAY) if found.level == level}


def test_a_journey_keeps_its_steps_through_its_record(small_source: Path) -> None:
    guide = read_guide(write_guide(small_source, "Go.", "journey", more=JOURNEY), "en")
    assert (guide.kind, guide.steps) == ("journey", ("asking", "after"))
    assert guide_from_record(guide.record().body) == guide


def test_a_plain_page_has_the_record_that_it_always_had(small_source: Path) -> None:
    body = read_guide(write_guide(small_source, "Go."), "en").record().body
    assert not {"kind", "steps", "sheets", "to_confirm"} & body.keys()


def test_a_kind_that_there_is_not_is_refused(small_source: Path) -> None:
    with pytest.raises(InputError, match="'poster' is not one of"):
        read_guide(write_guide(small_source, "Go.", more='kind = "poster"'), "en")


def test_a_worksheet_has_lines_and_tables_to_write_into(small_source: Path) -> None:
    body = "Why?\n{{lines:3}}\n\n| Day | Time | Who |\n|---|---|---|\n| | | |\n| | | |"
    blocks = read_guide(write_guide(small_source, body), "en").document.blocks
    assert NoteLines(3) in blocks
    table = next(block for block in blocks if isinstance(block, Table))
    assert len(table.rows) == 2
    assert not any(cell for row in table.rows for cell in row)


@pytest.mark.parametrize("lines", ["0", "13", "99"])
def test_so_many_lines_do_not_stand_on_a_page(small_source: Path, lines: str) -> None:
    with pytest.raises(InputError, match="lines to write on"):
        read_guide(write_guide(small_source, f"{{{{lines:{lines}}}}}"), "en")


def test_a_journey_is_checked_for_the_pages_it_leads_to(small_source: Path) -> None:
    write_guide(small_source, "Go.", "journey", more=JOURNEY)
    assert "step" in codes(small_source)
    write_guide(small_source, "Then.", "after")
    assert "step" not in codes(small_source)
    write_guide(small_source, "Go.", "journey", more='kind = "journey"\nsteps = ["asking"]')
    assert "step" in codes(small_source)
    write_guide(small_source, "Go.", "journey", more='steps = ["asking", "after"]')
    assert "step" in codes(small_source)


def test_a_page_is_checked_for_its_sheets(small_source: Path) -> None:
    write_guide(small_source, "Go.", more='sheets = ["sheet-day"]')
    assert "sheet" in codes(small_source)
    path = write_guide(small_source, "Write.\n{{lines:2}}", "sheet-day", more='kind = "worksheet"')
    path.write_text(path.read_text(encoding="utf-8").replace(FIRST, ""), encoding="utf-8")
    assert codes(small_source) == set()


def test_worksheets_are_not_counted_among_the_pages_of_a_subtopic(small_source: Path) -> None:
    for number in range(6):
        write_guide(small_source, "Go.", f"page-{number}")
    write_guide(small_source, "Go.", "sheet", more='kind = "worksheet"')
    assert "too-many-guides" not in codes(small_source)
    write_guide(small_source, "Go.", "page-6")
    assert "too-many-guides" in codes(small_source)


def test_what_is_to_be_confirmed_is_listed_fact_by_fact(small_source: Path) -> None:
    write_guide(small_source, "Go.", more='confidence = "check"\nto_confirm = ["It takes a week.", "It is free."]')
    notes = [f.message for f in check_records(gather(small_source).records, DAY) if f.code == "confirm"]
    assert notes == ["It is free.", "It takes a week."]


def test_pages_stand_in_the_order_of_the_tree(small_source: Path, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        write_guide(small_source, "Go.", name)
    (small_source / "topics.toml").write_text(TOPICS + 'pages = ["c", "asking", "a"]\n', encoding="utf-8")
    edition = open_edition(build(small_source, tmp_path / "edition").folder)
    assert [title.id for title in edition.library.titles("en")] == ["c", "asking", "a", "b"]
    edition.close()


def test_a_page_that_the_tree_names_and_nobody_wrote_is_told(small_source: Path) -> None:
    (small_source / "topics.toml").write_text(TOPICS + 'pages = ["asking", "gone"]\n', encoding="utf-8")
    told = [found.message for found in check_records(gather(small_source).records, DAY) if found.code == "page"]
    assert told == ["there is no guide gone to put in its place"]


def test_a_journey_is_shown_with_its_steps_after_the_first_box(small_source: Path, tmp_path: Path) -> None:
    write_guide(small_source, "## Ready\n\n- [ ] A pen", "journey", more=JOURNEY)
    write_guide(small_source, "Then.", "after")
    edition = open_edition(build(small_source, tmp_path / "edition").folder)
    guide = edition.library.guide("journey", "en")
    assert guide is not None
    document = resolve_guide(guide, edition.library, words_in("en"), DAY)
    edition.close()
    assert [type(block) for block in document.blocks] == [Callout, Heading, Steps, Heading, Checklist]
    steps = document.blocks[2]
    assert isinstance(steps, Steps)
    assert steps.items[0] == Step(
        (Link("Asking for help", "guide:asking", "en"), Text(". How to ask.", lang="en")),
    )


def test_a_journey_whose_box_has_nothing_left_in_it_still_has_its_steps(demo_edition: Edition) -> None:
    guide = demo_edition.library.guide("becoming-a-carer", "en")
    assert guide is not None
    bare = replace(guide, document=replace(guide.document, blocks=()))
    document = resolve_guide(bare, demo_edition.library, words_in("en"), DAY)
    assert any(isinstance(block, Steps) for block in document.blocks)


def test_an_easy_read_page_is_read_and_shown(small_source: Path, tmp_path: Path) -> None:
    write_easy(small_source)
    assert codes(small_source) <= {"drawing"}
    edition = open_edition(build(small_source, tmp_path / "edition").folder)
    page = edition.library.easy_read("asking", "ar")
    assert page is not None
    document = resolve_easy_read(page, edition.library, words_in("en"), DAY)
    edition.close()
    first, heading, second, contact = document.blocks
    assert first == PictureRow("phone", (Text("You can ring the council."),))
    assert isinstance(heading, Heading)
    assert isinstance(second, PictureRow)
    assert isinstance(contact, ContactCard)
    assert "They talk with you." in [reading.text for reading in readings(document)]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (('id = "asking"', 'id = "asking"'), ""),
        (("You can ring the council.", "You can " + "ring and " * 9 + "ask."), "long-sentence"),
        (("You can ring the council.", "Ring 020 7946 0000."), "phone-in-text"),
        (("You can ring the council.", "You get £5."), "money-in-text"),
        (("![talk] They", "They"), "easy-read"),
        (("![phone]", "![no-such-drawing]"), "drawing"),
        (("review_by = 2027-05-22", "review_by = 2026-05-22"), "review-by"),
        (("{{contact:emergency.999}}", "{{contact:nobody}}"), "contact-unknown"),
    ],
)
def test_what_is_wrong_with_an_easy_read_page_is_found(small_source: Path, change: tuple[str, str], code: str) -> None:
    write_easy(small_source, EASY.replace(*change))
    found = codes(small_source) - ({"drawing"} if code != "drawing" else set())
    assert found == ({code} if code else set())


def test_an_easy_read_page_belongs_to_a_guide(small_source: Path) -> None:
    write_easy(small_source, EASY.replace('id = "asking"', 'id = "other"'), "en/other.md")
    assert "easy-read" in codes(small_source)


@pytest.mark.parametrize(
    ("text", "name", "says"),
    [
        (EASY, "asking.md", "easy/LANGUAGE"),
        (EASY, "en/more/asking.md", "easy/LANGUAGE"),
        (EASY.replace("+++\n!", "!"), "en/asking.md", "not closed"),
        (EASY.replace("title", "heading"), "en/asking.md", "no title"),
        (EASY.replace("2027-05-22", '"soon"'), "en/asking.md", "not a date"),
        (EASY.partition("![phone]")[0], "en/asking.md", "no text"),
    ],
)
def test_an_easy_read_file_that_is_wrong_is_refused(small_source: Path, text: str, name: str, says: str) -> None:
    write_easy(small_source, text, name)
    with pytest.raises(InputError, match=says):
        gather(small_source)


def test_on_a_sensitive_page_easy_read_shows_only_safety_contacts(small_source: Path, tmp_path: Path) -> None:
    write_guide(small_source, "Go.", more="sensitive = true")
    write_easy(small_source, EASY.replace("emergency.999", "national.line"))
    assert "contact-not-safe" in codes(small_source)
    edition = open_edition(build(small_source, tmp_path / "edition").folder)
    page = edition.library.easy_read("asking", "en")
    assert page is not None
    document = resolve_easy_read(page, edition.library, words_in("en"), DAY)
    edition.close()
    assert not any(isinstance(block, ContactCard) for block in document.blocks)


def test_how_hard_the_pages_are_to_read_is_told(small_source: Path) -> None:
    write_guide(small_source, "You can ask for help. " * 20)
    _found, grades = check_with_grades(gather(small_source).records, DAY)
    assert list(grades.by_page) == ["guides/en/care/asking"]
    assert "median" in grades.in_words()
