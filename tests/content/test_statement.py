"""The accessibility statement: truthful, in the form that is asked for, and plain where the form allows it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from small_sources import CONTACTS, write_source

from kiosk import resources
from kiosk.content.checklist import read_checklist
from kiosk.content.prose import Piece, prose_of
from kiosk.content.readability import excused_patterns, grade, sentences, words_of
from kiosk.content.statement import not_met, read_statement, statement_document
from kiosk.content.wording import piece_faults
from kiosk.document.blocks import Document, Heading, plain
from kiosk.document.plain_text import to_plain_text
from kiosk.document.reading import readings
from kiosk.edition.build import build
from kiosk.edition.reader import Edition, open_edition
from kiosk.errors import InputError
from kiosk.language import words_in

TODAY = date(2026, 11, 24)
FOLDER = resources.accessibility()
FORM = (
    "How accessible this kiosk is",
    "Feedback and contact information",
    "Reporting accessibility problems with this kiosk",
    "Enforcement procedure",
    "Technical information about this kiosk’s accessibility",
    "Compliance status",
    "Non-accessible content",
    "Disproportionate burden",
    "What we’re doing to improve accessibility",
    "Preparation of this accessibility statement",
)
"""The headings of the model statement on GOV.UK in their order, with "kiosk" for "website"."""
NAMES_OF_LAWS_AND_STANDARDS = (
    "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018",
    "Web Content Accessibility Guidelines",
    "Equality Advisory and Support Service",
    "Equality Act",
    "British Sign Language",
    "non-compliances",
    "Non-accessible",
    "non-accessible",
    "partially compliant",
    "accessibility",
    "accessible",
)


def shown(
    edition: Edition, language: str = "en", today: date = TODAY, helper: str = "the people at the desk"
) -> Document:
    return statement_document(FOLDER, edition.library, helper, words_in(language), today)


def said(document: Document) -> str:
    return "\n".join(reading.text for reading in readings(document)).replace("\u00a0", " ")


def test_every_row_that_is_not_met_and_matters_to_a_visitor_is_named(demo_edition: Edition) -> None:
    rows = [row for row in read_checklist(FOLDER / "checklist.toml") if row.visitor]
    assert len(rows) > 5
    text = said(shown(demo_edition))
    for row in rows:
        assert row.visitor in text, row.id
        assert row.source in text, row.id


def test_nothing_is_called_unmet_that_is_met() -> None:
    rows = read_checklist(FOLDER / "checklist.toml")
    assert [row.id for row in rows if row.visitor and not row.not_yet] == []
    assert len(not_met(rows)) == sum(bool(row.visitor) for row in rows)


def test_it_has_the_parts_of_the_model_in_their_order(demo_edition: Edition) -> None:
    headings = [plain(block.inlines) for block in shown(demo_edition).blocks if isinstance(block, Heading)]
    assert [heading for heading in headings if heading in FORM] == list(FORM)


def test_it_says_partially_compliant_and_never_that_a_law_is_met(demo_edition: Edition) -> None:
    text = said(shown(demo_edition))
    model = "partially compliant with the Web Content Accessibility Guidelines version 2.2 AA standard, due to the non-"
    assert model in text
    assert not re.search(
        r"(?:complies|compl(?:y|iant)|conforms?|meets?) (?:fully )?with the (?:Reg|law|Equality)", text
    )
    assert "fully compliant" not in text
    assert "Disabled people have not tested it yet" in text
    assert "auditor from outside has not tested it" in text


def test_dates_and_counts_come_from_its_head(demo_edition: Edition) -> None:
    statement = read_statement(FOLDER / "statement.en.md")
    text = said(shown(demo_edition))
    assert f"prepared on {words_in('en').date(statement.days['prepared'])}" in text
    assert f"last reviewed on {words_in('en').date(statement.days['reviewed'])}" in text
    assert f"{statement.counted['screens']} kinds of screen" in text
    assert "{{" not in text


def test_a_late_review_is_admitted(demo_edition: Edition) -> None:
    late = shown(demo_edition, today=date(2031, 1, 1))
    assert any("was due to be checked by" in notice for notice in late.notices)
    assert not any("was due" in notice for notice in shown(demo_edition).notices)


def test_the_councils_own_contact_and_name_are_shown(demo_edition: Edition) -> None:
    text = said(shown(demo_edition))
    assert "Larkmere and Vale Council" in text
    assert "01632 960 130" in text
    assert "0808 800 0082" in text
    assert "the people at the desk" in text


@pytest.mark.parametrize(
    ("rows", "shows"),
    [
        ("", None),
        ("council.complaints,Complaints,,01632 960 130,,,,no,no,no,no,2026-11-21,x\n", None),
        ("council.adult-social-care,Care,,01632 960 100,,,,yes,yes,no,no,2026-11-21,x\n", "01632 960 100"),
        ("council.accessibility,Access team,,01632 960 177,,,,no,yes,no,no,2026-11-21,x\n", "01632 960 177"),
    ],
)
def test_without_a_contact_of_the_council_it_says_whom_to_ask(tmp_path: Path, rows: str, shows: str | None) -> None:
    source = write_source(tmp_path / "source")
    (source / "contacts.csv").write_text(CONTACTS + rows)
    build(source, tmp_path / "edition")
    edition = open_edition(tmp_path / "edition")
    text = said(shown(edition))
    edition.close()
    assert ("Ask the people at the desk." in text) == (shows is None)
    assert shows is None or shows in text
    assert ("01632" in text) == (shows is not None)


@pytest.mark.parametrize("helper", ["*Ann* & <Bob>", "[us](guide:x)", "{{figure:x}}", "a_b_c `d`", "1. the desk\\"])
def test_what_staff_wrote_about_themselves_is_shown_as_they_wrote_it(demo_edition: Edition, helper: str) -> None:
    assert helper.replace("{", "").replace("}", "") in said(shown(demo_edition, helper=helper))


def test_who_helps_here_fits_into_a_sentence(demo_edition: Edition) -> None:
    assert "in your way, ask the people at the desk." in said(shown(demo_edition, helper="The people at the desk"))


def test_on_a_screen_in_another_language_it_is_marked_as_english(demo_edition: Edition) -> None:
    document = shown(demo_edition, "ar")
    assert document.lang == "en"
    assert document.notices[0] == words_in("ar").gettext(
        "This page is not yet in your language. It is shown in English."
    )
    assert {reading.lang for reading in readings(document)} == {"en"}


def without(text: str, endings: list[str]) -> str:
    return next((text.removesuffix(ending) for ending in endings if text.endswith(ending)), text)


def test_it_is_written_in_plain_words(demo_edition: Edition) -> None:
    document = shown(demo_edition)
    prose = prose_of(document.title, document.summary, document.blocks).pieces
    excused = excused_patterns((), NAMES_OF_LAWS_AND_STANDARDS)
    rules = [f" ({row.source})" for row in read_checklist(FOLDER / "checklist.toml") if row.visitor]
    pieces = [Piece(piece.kind, without(piece.text.replace("\u00a0", " "), rules)) for piece in prose]
    texts = [piece.text for piece in pieces if piece.kind not in ("title", "heading")]
    found = grade(texts, excused)
    assert found is not None
    assert found <= 8, f"grade {found:.1f}"
    faults = [fault for piece in pieces for fault in piece_faults(piece, "en") if fault[0] == "error"]
    assert faults == []
    assert max(len(words_of(sentence)) for text in texts for sentence in sentences(text)) <= 25


def test_plain_text_of_it_stands_whole(demo_edition: Edition) -> None:
    assert "Accessibility statement for this kiosk" in to_plain_text(shown(demo_edition), words_in("en"))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("prepared = 2026", "prepared = 12026"), "TOML"),
        (("prepared = 2026-11-22", 'prepared = "soon"'), "prepared must be a day"),
        (("screens = ", 'screens = "some" #'), "whole numbers"),
        (("{{statement:council}}", "{{statement:nobody}}"), "no slot nobody"),
        (("+++\ntitle", "title"), "between two lines"),
        (("title = ", "titel = "), "no title"),
    ],
)
def test_a_broken_statement_is_told_in_words(
    tmp_path: Path, demo_edition: Edition, change: tuple[str, str], says: str
) -> None:
    for name in ("statement.en.md", "checklist.toml"):
        (tmp_path / name).write_text((FOLDER / name).read_text(encoding="utf-8"), encoding="utf-8")
    path = tmp_path / "statement.en.md"
    text = path.read_text(encoding="utf-8")
    assert change[0] in text
    path.write_text(text.replace(*change, 1), encoding="utf-8")
    with pytest.raises(InputError, match=says):
        statement_document(tmp_path, demo_edition.library, "us", words_in("en"), TODAY)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ('[[section]]\n[[section.row]]\nid = "A-1"', "no title"),
        ('[[section]]\ntitle = "A"\n[[section.row]]\nid = "A-1"\nrequirement = "x"', "A-1: source is missing"),
        ('[[section]]\ntitle = "A"\n[[section.row]]\nid = "A-1"\ntest = "x"', "A-1: there is no field test"),
        ('[[section]]\ntitle = "A"\n[[section.row]]\nid = "A-1"\ntests = "x"', "A-1: tests is a list"),
        ('[[section]]\ntitle = "A"\n[[section.row]]\nid = "A-1"\nnumber = 3', "A-1: every field"),
        ("section = 3", "section must be written"),
        (
            '[[section]]\ntitle = "A"\n[[section.row]]\nid = "A-1"\nrequirement = "x"\nsource = "y"\nvisitor = "z."',
            "without not_yet",
        ),
        (
            '[[section]]\ntitle = "A"\n' + '[[section.row]]\nid = "A-1"\nrequirement = "x"\nsource = "y"\n' * 2,
            "A-1 stands here twice",
        ),
    ],
)
def test_a_broken_checklist_is_told_in_words(tmp_path: Path, body: str, says: str) -> None:
    path = tmp_path / "checklist.toml"
    path.write_text(body)
    with pytest.raises(InputError, match=says):
        read_checklist(path)
