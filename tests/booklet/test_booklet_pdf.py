"""The PDF is tagged, complete and set as clear print: PDF/UA-1 (UA-01 to UA-10) and print rules (PR-01 to PR-14)."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise

import pikepdf
from booklet_samples import ABUSE, sample
from made_booklets import made
from pdf_words import elements, font_sizes, lines, page_texts, poppler, text

from kiosk.booklet.model import BODY_POINTS
from kiosk.booklet.render import page_count, render, render_all
from kiosk.language import words_in
from kiosk.phone_numbers import NBSP


def test_document_says_it_is_pdf_ua_and_gives_title_and_language(case: tuple[str, str], pdf: bytes) -> None:
    document = pikepdf.open(BytesIO(pdf))
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == words_in(case[0]).gettext("My first-contact booklet")
    assert str(document.Root.Lang).split("-")[0] == case[0]
    assert document.Root.MarkInfo.Marked is True
    assert document.Root.ViewerPreferences.DisplayDocTitle is True
    assert "/StructTreeRoot" in document.Root
    assert "Tagged:          yes" in poppler("pdfinfo", pdf=pdf)


def test_all_marks_on_the_page_are_tagged_or_artifacts(pdf: bytes) -> None:
    painting = {"Tj", "TJ", "'", '"', "f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "Do", "sh"}
    for page in pikepdf.open(BytesIO(pdf)).pages:
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            depth += operator in {"BMC", "BDC"}
            depth -= operator == "EMC"
            assert depth > 0 or operator not in painting


def test_headings_start_at_one_and_never_jump(pdf: bytes) -> None:
    levels = [int(node.role[1]) for node in elements(pdf) if re.fullmatch(r"H[1-6]", node.role)]
    assert levels[0] == 1
    assert len(levels) > 8
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_figure_has_an_alternative(pdf: bytes) -> None:
    figures = [node for node in elements(pdf) if node.role == "Figure"]
    assert figures
    assert all(node.alternative.strip() for node in figures)


def test_lists_tables_and_contents_have_their_parts(case: tuple[str, str], pdf: bytes) -> None:
    roles = [node.role for node in elements(pdf)]
    assert {"L", "LI", "Lbl", "LBody", "TOC", "TOCI", "Link"} <= set(roles)
    assert ("TH" in roles) == (case[1] != "giant")


def test_fonts_are_embedded_with_a_way_back_to_text(pdf: bytes) -> None:
    rows = poppler("pdffonts", pdf=pdf).splitlines()[2:]
    assert rows
    for row in rows:
        embedded, _subset, unicode_map = row.split()[-5:-2]
        assert (embedded, unicode_map) == ("yes", "yes"), row


def test_nothing_is_smaller_than_the_body(case: tuple[str, str], pdf: bytes) -> None:
    sizes = font_sizes(pdf)
    assert min(sizes) == BODY_POINTS[case[1]]
    assert max(sizes) >= BODY_POINTS[case[1]] * 1.3


def test_pages_are_a4_and_the_margins_are_wide(pdf: bytes) -> None:
    assert "595.276 x 841.89 pts (A4)" in poppler("pdfinfo", pdf=pdf)
    words = poppler("pdftotext", "-bbox", pdf=pdf, tail=("-",))
    edges = [tuple(map(float, found)) for found in re.findall(r'xMin="([\d.-]+)"[^>]*xMax="([\d.-]+)"', words)]
    assert min(left for left, _ in edges) >= 20 / 25.4 * 72 - 0.5
    assert max(right for _, right in edges) <= 595.276 - 20 / 25.4 * 72 + 0.5


def test_telephone_numbers_and_postcodes_stand_in_one_line(case: tuple[str, str], pdf: bytes) -> None:
    found = [line.replace(NBSP, " ") for line in lines(pdf)]
    for number in ("01632 960 418", "01632 960 101"):
        assert any(number in line for line in found), number
    assert any("WH1 4QT" in line for line in found)
    assert not any(re.search(r"01632( 960)?$", line) for line in found)


def test_arabic_text_keeps_its_numbers_in_order() -> None:
    whole = text(made("ar", "standard").pdf).replace(NBSP, " ")
    assert "0300 000 0001" in whole
    assert "0001 000 0300" not in whole
    assert "418 960 01632" not in whole


def test_lines_are_not_too_long_to_follow() -> None:
    found = [line for line in lines(made("en", "standard").pdf) if " . . ." not in line]
    full = sorted(map(len, found))[-5:]
    assert full[-1] <= 70
    assert full[0] >= 45


def test_lines_are_spaced_one_and_a_half() -> None:
    page = poppler("pdftotext", "-bbox-layout", pdf=made("en", "standard").pdf, tail=("-",))
    start = (
        page.index("You can ask for this information") if "You can ask for this" in page else page.index(">braille,<")
    )
    tops = [float(y) for y in re.findall(r'<line[^>]*yMin="([\d.]+)"', page[start - 4000 : start + 4000])]
    steps = [after - before for before, after in pairwise(tops) if 15 < after - before < 30]
    assert min(steps) / 16 >= 1.4


def test_page_two_tells_how_to_get_other_formats_in_sixteen_points() -> None:
    second = page_texts(made("en", "standard").pdf)[1]
    for promised in ("large print", "Easy Read", "braille", "audio", "British Sign Language", "another language"):
        assert promised in " ".join(second.split())
    assert "01632" in second
    assert 16.0 in font_sizes(made("en", "standard").pdf)


def test_page_two_gives_the_number_to_ask_in_every_size(case: tuple[str, str], pdf: bytes) -> None:
    assert "01632 960 418" in page_texts(pdf)[1].replace(NBSP, " ")


def test_cover_tells_dates_area_and_trust_and_names_no_service() -> None:
    cover = " ".join(page_texts(made("en", "standard").pdf)[0].split()).replace(NBSP, " ")
    for told in (
        "My first-contact booklet",
        "For me",
        "Westhaven",
        "Demonstration area",
        "Made on this machine, not signed",
        "Made on 1 December 2026",
        "Information as it was on 28 November 2026",
    ):
        assert told in cover
    assert "Memory" not in cover
    assert "assessment" not in cover


def test_every_page_is_numbered() -> None:
    pages = page_texts(made("en", "standard").pdf)
    for number, page in enumerate(pages, 1):
        assert f"Page {number} of {len(pages)}" in " ".join(page.split())


def test_contents_give_the_page_on_which_a_chapter_starts() -> None:
    pages = page_texts(made("en", "standard").pdf)
    contents = " ".join(" ".join(pages[1:3]).split())
    found = re.search(r"Who pays for care[ .\u2060]+(\d+)", contents)
    assert found
    assert pages[int(found.group(1)) - 1].startswith("Who pays for care")


def test_sensitive_pages_are_left_out_until_asked_for() -> None:
    assert ABUSE.title not in text(made("en", "standard").pdf)
    assert ABUSE.title in text(render(sample("en", include_sensitive=True)))


def test_no_heading_stands_last_on_a_page(case: tuple[str, str], pdf: bytes) -> None:
    heads = {"What will happen", "What to have ready", "What they look at", "If you do not agree", "ماذا سيحدث"}
    for page in page_texts(pdf):
        rows = [row.strip() for row in page.splitlines() if row.strip()]
        body = [row for row in rows if not row.startswith(("Demonstration area", "Page "))]
        assert not body or body[-1] not in heads


def test_page_on_how_i_need_information_is_one_sheet_at_standard_size() -> None:
    pages = page_texts(made("en", "standard").pdf)
    sheet = next(page for page in pages if page.startswith("How I need information"))
    for field in (
        "British Sign Language interpreter",
        "braille",
        "My language",
        "deafblind",
        "My advocate",
        "My carer",
    ):
        assert field in sheet


def test_square_codes_are_large_enough_to_scan() -> None:
    widths = [node.width for node in elements(made("en", "standard").pdf) if node.role == "Figure"]
    assert len(widths) == 3
    assert min(widths) / 72 * 25.4 >= 28


def test_pictures_count_and_pdf_come_out_of_one_child() -> None:
    whole = render_all(sample("en"), pictures=[1, 3], ppi=40)
    assert whole.pdf.startswith(b"%PDF")
    assert [picture[:4] for picture in whole.pictures] == [b"\x89PNG"] * 2
    assert whole.page_count == len(pikepdf.open(BytesIO(whole.pdf)).pages) == page_count(sample("en"))


def test_easy_letters_are_set_in_andika() -> None:
    assert "Andika" in poppler("pdffonts", pdf=render(sample("en", letters="easy")))
