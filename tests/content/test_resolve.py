"""Pages as they are shown: amounts of the day, contacts as verified, and plain words where something is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from small_sources import CONTACTS, write_guide, write_source

from kiosk.content.resolve import resolve_guide, shown_contact
from kiosk.document.blocks import Callout, ContactCard, Document, Paragraph, plain
from kiosk.document.plain_text import to_plain_text
from kiosk.document.reading import readings
from kiosk.edition.build import build
from kiosk.edition.reader import Edition, open_edition
from kiosk.language import words_in

TODAY = date(2026, 11, 22)
Show = Callable[..., Document]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[Path], Edition]]:
    found: list[Edition] = []

    def build_and_open(source: Path) -> Edition:
        build(source, tmp_path / f"edition-{len(found)}")
        found.append(open_edition(tmp_path / f"edition-{len(found)}"))
        return found[-1]

    yield build_and_open
    for edition in found:
        edition.close()


@pytest.fixture
def show(tmp_path: Path, opened: Callable[[Path], Edition]) -> Show:
    def shown(body: str, day: date = TODAY, lang: str = "en", more: str = "", council: str = "", contacts: str = ""):
        source = write_source(tmp_path / "shown")
        write_guide(source, body, more=more)
        if council:
            (source / "council.toml").write_text(council)
        if contacts:
            (source / "contacts.csv").write_text(CONTACTS + contacts)
        edition = opened(source)
        guide = edition.library.guide("asking", lang)
        assert guide is not None
        return resolve_guide(guide, edition.library, words_in(lang), day)

    return shown


def text_of(document: Document) -> str:
    return "\n".join(reading.text for reading in readings(document))


@pytest.mark.parametrize(("day", "amount"), [(date(2025, 6, 1), "£23,250"), (date(2026, 6, 1), "£24,000")])
def test_the_amount_of_the_day_is_shown(show: Show, day: date, amount: str) -> None:
    document = show("The limit is {{figure:capital.upper}}.", day)
    assert plain(document.blocks[1].inlines) == f"The limit is {amount}."
    assert not any("out of date" in notice for notice in document.notices)


def test_an_amount_that_ran_out_is_shown_with_a_warning(show: Show) -> None:
    document = show("You get {{figure:gone}}.")
    assert "£10.50" in text_of(document)
    assert "An amount on this page is out of date. Ask the council for the amount now." in document.notices


@pytest.mark.parametrize(
    "body",
    [
        "## Up to {{figure:capital.upper}}",
        "- up to {{figure:capital.upper}}",
        "1. up to {{figure:capital.upper}}",
        "- [ ] up to {{figure:capital.upper}}",
        "| Up to | {{figure:capital.upper}} |\n|---|---|\n| x | y |",
        "| Up | To |\n|---|---|\n| x | {{figure:capital.upper}} |",
        "> [!INFO]\n> Up to {{figure:capital.upper}}",
        "**{{figure:capital.upper}}**",
    ],
)
def test_amounts_are_filled_in_wherever_they_stand(show: Show, body: str) -> None:
    assert "£24,000" in to_plain_text(show(body + "\n\n## End"), words_in("en"))


@pytest.mark.parametrize("key", ["guess", "nonsense"])
def test_an_unverified_or_unknown_amount_is_never_shown(show: Show, key: str) -> None:
    text = text_of(show(f"You get {{{{figure:{key}}}}} a week."))
    assert "You get (ask the council for this amount) a week." in text
    assert "£" not in text


def test_a_figure_whose_key_starts_like_another_is_not_taken_for_it(show: Show) -> None:
    assert "£" not in text_of(show("You get {{figure:capital}}."))


def test_only_verified_facts_of_a_contact_are_shown(show: Show) -> None:
    card = show("{{contact:national.line}}").blocks[1]
    assert card == ContactCard(
        name="Advice line", purpose="Advice", phone="0300\u00a0123\u00a04567", web="https://example.org"
    )


def test_an_unverified_number_is_shown_nowhere(show: Show) -> None:
    document = show("{{contact:national.unsure}}\n\nMore words.")
    assert [type(block) for block in document.blocks] == [Callout, Paragraph]
    assert "765" not in text_of(document)


def test_a_sensitive_page_shows_safety_contacts_alone(show: Show) -> None:
    text = text_of(show("{{contact:emergency.999}}\n\n{{contact:national.line}}", more="sensitive = true"))
    assert "999" in text
    assert "0300" not in text


def test_a_box_with_nothing_left_in_it_is_left_out(show: Show) -> None:
    document = show("> [!INFO]\n> {{contact:national.unsure}}")
    assert len(document.blocks) == 1


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("council.adult-social-care", "Ask your council for adult social care"),
        ("council.safeguarding", "safeguarding team"),
    ],
)
def test_without_a_council_the_page_says_whom_to_ask_and_invents_no_number(show: Show, key: str, says: str) -> None:
    text = text_of(show(f"{{{{contact:{key}}}}}"))
    assert says in text
    assert not any(character.isdigit() for character in text.split("Ring the council.")[1].split("Reviewed")[0])


def test_the_council_is_called_by_its_name_where_it_is_known(show: Show) -> None:
    document = show("Ask {{council:name}}.", council='[council]\nname = "Smallshire Council"')
    assert "Ask Smallshire Council." in text_of(document)


def test_the_council_is_your_council_where_it_is_not(show: Show) -> None:
    assert "Ask your council." in text_of(show("Ask {{council:name}}."))


def test_review_dates_are_told_and_a_late_page_says_so(show: Show) -> None:
    assert show("Words.").notices == ("Reviewed 1 November 2026 · to be checked by 1 May 2027",)
    assert show("Words.", date(2027, 5, 1)).notices[0].startswith("Reviewed")
    assert "was due to be checked by 1 May 2027" in show("Words.", date(2027, 5, 2)).notices[0]


def test_a_page_that_is_not_translated_says_that_it_is_in_english(show: Show) -> None:
    document = show("Words.", lang="ar")
    assert document.lang == "en"
    assert len(document.notices) == 2


def test_a_draft_translation_says_so(tmp_path: Path, opened: Callable[[Path], Edition]) -> None:
    source = write_source(tmp_path / "source")
    body = "{{contact:emergency.999}}\n\nالحد هو {{figure:capital.upper}}."
    write_guide(source, body, lang="ar", more="draft_translation = true")
    edition = opened(source)
    guide = edition.library.guide("asking", "ar")
    assert guide is not None
    document = resolve_guide(guide, edition.library, words_in("ar"), TODAY)
    assert document.lang == "ar"
    assert len(document.notices) == 2
    assert "الحد هو \u200e£24,000." in text_of(document), "the mark keeps the sign in front"
    assert "999" in text_of(document)


def test_numbers_in_prose_are_kept_together(show: Show) -> None:
    assert "18001\u00a0101" in text_of(show("Use 18001 101 to ring."))


def test_an_unknown_contact_is_not_shown(tmp_path: Path, opened: Callable[[Path], Edition]) -> None:
    library = opened(write_source(tmp_path / "source")).library
    assert shown_contact(library, "nobody") is None
    assert shown_contact(library, "national.line") is not None
    assert shown_contact(library, "national.line", safety_only=True) is None


def test_invented_contacts_of_the_demonstration_stay_in_the_demonstration(
    tmp_path: Path, opened: Callable[[Path], Edition], demo_edition: Edition
) -> None:
    keys = {
        row[0]
        for row in demo_edition.connection.execute("SELECT key FROM record WHERE kind = 'contact'")
        if row[0].startswith("council.")
    }
    assert keys
    real = opened(write_source(tmp_path / "source", 'base = "national"\n'))
    assert all(real.library.contact(key) is None for key in keys)
    assert real.library.contact("emergency.999") is not None
    assert not real.manifest.demonstration
    assert demo_edition.manifest.demonstration


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_page_of_the_demonstration_can_be_shown(demo_edition: Edition, lang: str) -> None:
    library = demo_edition.library
    titles = library.titles(lang)
    assert titles
    for title in titles:
        guide = library.guide(title.id, lang)
        assert guide is not None
        document = resolve_guide(guide, library, words_in(lang), TODAY)
        assert len(readings(document)) > 5
        assert document.notices
