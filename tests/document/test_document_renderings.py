"""The plain-text and HTML twins of a page."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from document_samples import NASTY, PAGE
from document_strategies import documents
from hypothesis import given, settings

from kiosk.document.blocks import ContactCard, Document, Paragraph, QrCode, Table, Text, words
from kiosk.document.html import to_html
from kiosk.document.plain_text import to_plain_text
from kiosk.language import words_in

EN = words_in("en")
VOID = {"meta", "br", "input"}


class Outline(HTMLParser):
    """Collects tags, links and texts, and fails on tags that do not close."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.texts: list[str] = []
        self.attributes: dict[str, dict[str, str | None]] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.setdefault(tag, dict(attrs))
        self.links += [value for name, value in attrs if name == "href" and value]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("style",):
            self.texts.append(data)


def test_plain_text_says_everything_in_order() -> None:
    text = to_plain_text(PAGE, EN)
    parts = [
        "Your rights", "A page & its title", "=====", "What it is about.", "Reviewed 1 November 2026",
        "| What to do first:", "| Ring the council.", "What happens", "----", "In detail",
        "Some strong words about money", "مرحبا", "- one", "1. ask or", "2. write", "[ ] a pen", "When: Now",
        "Advice line: 0300\u00a0123\u00a04567", "https://example.org", "Choices: 111, then option 2", "When:",
        "  Monday", "Ring with your own phone", "[A heart]", "____", "| Urgent:", "<script>",
    ]  # fmt: skip
    position = -1
    for part in parts:
        position = text.find(part, position + 1)
        assert position >= 0, part


@settings(deadline=None)
@given(documents)
def test_plain_text_is_never_wider_than_72_unless_a_word_is(document: Document) -> None:
    for line in to_plain_text(document, EN).splitlines():
        assert len(line) <= 72 or not re.search(r"\S +\S", line.lstrip("| -[]0123456789."))


def test_a_table_to_fill_in_may_have_a_row_without_a_cell() -> None:
    table = Table((words("When"), words("Who")), ((), (words("Monday"), ())))
    text = to_plain_text(replace(PAGE, blocks=(table,)), EN)
    assert "Monday" in text


def test_a_telephone_number_is_never_broken_over_a_line() -> None:
    number = "0300\u00a0123\u00a04567"
    for width in range(40, 75):
        document = replace(PAGE, blocks=(Paragraph(words("x" * width + " " + number + " more")),))
        assert number in to_plain_text(document, EN)


def test_html_is_well_formed_and_has_the_parts_of_the_page() -> None:
    outline = Outline(to_html(PAGE, EN))
    assert outline.open == []
    assert outline.tags.count("h1") == 1
    for tag in ("main", "h2", "h3", "ul", "ol", "table", "th", "section", "dl", "strong"):
        assert tag in outline.tags
    assert outline.attributes["html"] == {"lang": "en", "dir": "ltr"}
    assert outline.attributes["section"]["aria-label"] == "What to do first"
    assert "script" not in outline.tags
    assert any(NASTY in text for text in ["".join(outline.texts)])


def test_html_numbers_can_be_rung_and_numbers_with_words_cannot() -> None:
    links = Outline(to_html(PAGE, EN)).links
    assert links == ["tel:+443001234567", "https://example.org", "tel:+443001234567"]


def test_html_follows_the_direction_of_the_page_and_of_words_in_it() -> None:
    html = to_html(PAGE, EN)
    assert '<span lang="ar" dir="rtl">مرحبا</span>' in html
    arabic = Outline(to_html(replace(PAGE, lang="ar"), words_in("ar")))
    assert arabic.attributes["html"] == {"lang": "ar", "dir": "rtl"}
    assert '<bdi dir="ltr">0300' in to_html(replace(PAGE, lang="ar"), words_in("ar"))


def test_html_never_links_to_a_script() -> None:
    bad = "javascript:alert(1)"
    blocks = (ContactCard("x", web=bad), QrCode(bad, "scan"), ContactCard("y", web="example.org/help"))
    assert Outline(to_html(replace(PAGE, blocks=blocks), EN)).links == ["https://example.org/help"]


@settings(deadline=None)
@given(documents)
def test_any_page_gives_well_formed_html(document: Document) -> None:
    outline = Outline(to_html(document, EN))
    assert outline.open == []
    assert "script" not in outline.tags


@settings(deadline=None)
@given(documents)
def test_nothing_a_page_says_becomes_markup(document: Document) -> None:
    said = replace(document, blocks=(*document.blocks, Paragraph((Text("<b onclick=x>"),))), title="</title><i>")
    tags = Outline(to_html(said, EN)).tags
    assert "b" not in tags
    assert "i" not in tags
