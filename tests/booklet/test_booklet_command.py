"""The booklet and print commands, and what a booklet takes from an edition."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from pdf_words import page_texts, text

from kiosk import resources
from kiosk.booklet.compose import compose
from kiosk.booklet.gather import Choices, gather
from kiosk.booklet.service_qr import is_safe, with_code
from kiosk.cli.commands import command_line
from kiosk.document.blocks import Document, Fact, Facts, QrCode, words
from kiosk.edition.build import build
from kiosk.edition.reader import Edition, open_edition
from kiosk.errors import InputError
from kiosk.language import words_in

NOW = datetime(2026, 12, 1, 10, 30)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("booklet") / "edition"
    build(resources.demo_source(), into)
    return into


@pytest.fixture
def edition(folder: Path) -> Edition:
    return open_edition(folder)


def first_services(edition: Edition, count: int) -> tuple[str, ...]:
    rows = edition.connection.execute("SELECT key FROM record WHERE kind = 'service' ORDER BY key LIMIT ?", (count,))
    return tuple(row[0] for row in rows)


def test_command_writes_a_booklet_and_says_how_long_it_is(folder: Path, edition: Edition, tmp_path: Path) -> None:
    out = tmp_path / "my.pdf"
    arguments = [
        "booklet",
        "--out",
        str(out),
        "--topic",
        "care",
        "--service",
        first_services(edition, 3)[2],
        "--for",
        "someone",
    ]
    done = CliRunner().invoke(command_line, [*arguments, "--note", "Ring Asha", "--edition", str(folder), "--json"])
    assert done.exit_code == 0, done.output
    told = json.loads(done.output)
    whole = text(out.read_bytes())
    assert told["pages"] == len(page_texts(out.read_bytes()))
    assert "Services you chose" in told["chapters"]
    assert "For someone I look after" in whole
    assert "Ring Asha" in whole


def test_command_tells_what_it_left_out_as_sensitive(folder: Path, tmp_path: Path) -> None:
    arguments = ["booklet", "--out", str(tmp_path / "my.pdf"), "--service", "demo:adult-safeguarding-line"]
    done = CliRunner().invoke(command_line, [*arguments, "--edition", str(folder), "--json"])
    assert done.exit_code == 0, done.output
    told = json.loads(done.output)
    assert told["left_out"] == ["demo:adult-safeguarding-line"]
    assert "Services you chose" not in told["chapters"]


@pytest.mark.parametrize("wrong", [["--topic", "no-such"], ["--service", "no:such"], ["--language", "xx"]])
def test_what_does_not_exist_is_refused_in_a_sentence(folder: Path, tmp_path: Path, wrong: list[str]) -> None:
    out = tmp_path / "my.pdf"
    done = CliRunner().invoke(command_line, ["booklet", "--out", str(out), "--edition", str(folder), *wrong])
    assert done.exit_code == 2
    assert "there is no" in done.output
    assert not out.exists()


def test_print_command_refuses_what_is_not_a_pdf_and_tells_of_a_dead_printer(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"hello")
    assert CliRunner().invoke(command_line, ["print", str(file)]).exit_code == 2
    file.write_bytes(b"%PDF-1.7 nothing")
    done = CliRunner().invoke(command_line, ["print", str(file), "--printer", "ipp://localhost:9/ipp/print"])
    assert done.exit_code == 3
    assert "does not answer" in done.output


def test_core_guides_are_in_and_topics_add_theirs(edition: Edition) -> None:
    plain = gather(edition, Choices(), words_in("en"), NOW)
    more = gather(edition, Choices(topics=("money",)), words_in("en"), NOW)
    assert plain.guides
    assert {item.document.id for item in plain.guides} < {item.document.id for item in more.guides}


def test_sensitive_guides_are_printed_only_when_asked_for(edition: Edition) -> None:
    sensitive = [title for title in edition.library.titles("en") if title.sensitive]
    assert sensitive
    chosen = Choices(guides=tuple(title.id for title in sensitive))
    request = gather(edition, chosen, words_in("en"), NOW)
    shown = {chapter.document.id for chapter in compose(request, words_in("en")).chapters}
    assert not shown.intersection(title.id for title in sensitive)
    with_them = gather(edition, Choices(guides=chosen.guides, include_sensitive=True), words_in("en"), NOW)
    shown = {chapter.document.id for chapter in compose(with_them, words_in("en")).chapters}
    assert shown.issuperset(title.id for title in sensitive)


def test_safety_numbers_and_dates_come_from_the_edition(edition: Edition) -> None:
    request = gather(edition, Choices(), words_in("en"), NOW)
    assert request.safety[0].phone == "999"
    assert request.printed_on == NOW.date()
    assert request.data_as_of is not None
    assert request.demonstration
    assert request.trust == "local"


def test_unknown_service_is_an_input_error(edition: Edition) -> None:
    with pytest.raises(InputError, match="nobody:1"):
        gather(edition, Choices(services=("nobody:1",)), words_in("en"), NOW)


def test_service_code_rings_or_opens_only_safe_addresses() -> None:
    def page(*lines: str, code: str = "") -> Document:
        facts = Facts((Fact("phone", "Phone", tuple(words(line) for line in lines)),))
        return Document("s", "S", "en", (facts, QrCode(code, "x")) if code else (facts,))

    def codes(document: Document) -> list[str]:
        return [block.data for block in with_code(document, words_in("en")).blocks if isinstance(block, QrCode)]

    assert codes(page("01632 960101", code="https://example.org")) == ["tel:+441632960101"]
    assert codes(page("ask", code="https://example.org/a")) == ["https://example.org/a"]
    assert codes(page("ask", code="javascript:alert(1)")) == []
    assert codes(page("https://example.org/b")) == ["https://example.org/b"]
    assert not is_safe("https://example.org/" + "a" * 200)
