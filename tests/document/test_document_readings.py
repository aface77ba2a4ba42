"""What a voice reads: everything that is shown, once, in order."""

from __future__ import annotations

from document_samples import PAGE
from document_strategies import documents
from hypothesis import given, settings

from kiosk.document.blocks import Document
from kiosk.document.reading import readings, table_row_text


def test_the_page_is_read_in_the_order_of_the_eye() -> None:
    texts = {reading.path: reading.text for reading in readings(PAGE)}
    assert list(texts)[:4] == ["title", "notice.0", "0.0", "1"]
    assert texts["0.0"] == "Ring the council."
    assert texts["3"] == "Some strong words about money"
    assert texts["5.1"] == "two"
    assert texts["8.0"] == "When: Now\nWhat: Tea"
    assert texts["9"].startswith("Advice line: 0300\u00a0123\u00a04567\nAdvice\n10am to 4pm")
    assert texts["11.0"] == "When:\nMonday\nTuesday"


def test_decoration_and_lines_to_write_on_are_not_read() -> None:
    paths = {reading.path for reading in readings(PAGE)}
    assert "13" in paths
    assert not paths & {"14", "15"}


@settings(deadline=None)
@given(documents)
def test_no_reading_is_blank_and_no_path_stands_twice(document: Document) -> None:
    found = readings(document)
    assert all(reading.text.strip() for reading in found)
    assert len({reading.path for reading in found}) == len(found)


def test_a_row_tells_its_headings_and_leaves_out_empty_cells() -> None:
    assert table_row_text(["When", "", "Cost"], ["Now", "Tea", ""]) == "When: Now\nTea"
