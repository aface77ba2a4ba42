"""``kiosk booklet`` and ``kiosk print``: a personal booklet as a PDF file, and a PDF on paper."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from kiosk import settings
from kiosk.errors import InputError, MissingPartError
from kiosk.language import interface_languages, words_in

if TYPE_CHECKING:
    from kiosk.booklet.model import Size, Whom

_MAX_PDF = 64 * 1024 * 1024


@click.command()
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The PDF file to write.")
@click.option(
    "--size", type=click.Choice(["standard", "large", "giant"]), default="standard", help="Size of the print."
)
@click.option("--language", default="en", help="Language of the booklet, such as en or ar.")
@click.option(
    "--topic",
    "topics",
    multiple=True,
    metavar="ID",
    help="A topic, a guide, or an Easy Read page such as easy-read/direct-payments; may be repeated.",
)
@click.option("--service", "services", multiple=True, metavar="ID", help="A service to put in; may be repeated.")
@click.option("--note", default="", help="Words for the page My notes.")
@click.option("--for", "whom", type=click.Choice(["me", "someone"]), default="me", help="Whom the booklet is for.")
@click.option("--easy-letters", is_flag=True, help="Set it in Andika, whose letters are easy to tell apart.")
@click.option("--include-sensitive", is_flag=True, help="Also put in chosen pages about abuse.")
@click.option("--edition", "folder", type=click.Path(path_type=Path), help="The edition to use.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def booklet(
    out: Path,
    size: str,
    language: str,
    topics: tuple[str, ...],
    services: tuple[str, ...],
    note: str,
    whom: str,
    easy_letters: bool,
    include_sensitive: bool,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Make a first-contact booklet as a tagged PDF."""
    from kiosk.booklet.compose import compose
    from kiosk.booklet.gather import Choices, gather
    from kiosk.booklet.render import render_all
    from kiosk.edition.current import open_current

    if language not in interface_languages():
        raise InputError(f"there is no language called {language}; there are {', '.join(interface_languages())}")
    words = words_in(language)
    choices = Choices(
        topics=topics,
        services=services,
        size=cast("Size", size),
        letters="easy" if easy_letters else "plain",
        whom=cast("Whom", whom),
        include_sensitive=include_sensitive,
        note=note,
        help_from=settings.load().text("site.help_from"),
    )
    edition = open_current(folder)
    try:
        request = gather(edition, choices, words, datetime.now())
    finally:
        edition.close()
    made = compose(request, words)
    rendered = render_all(made)
    out.write_bytes(rendered.pdf)
    chosen = (*request.guides, *request.services)
    left_out = [item.document.id for item in chosen if item.sensitive and not include_sensitive]
    if as_json:
        chapters = [chapter.document.title for chapter in made.chapters]
        summary = {"file": str(out), "pages": rendered.page_count, "size": size, "language": language}
        click.echo(json.dumps({**summary, "chapters": chapters, "left_out": left_out}, ensure_ascii=False))
    else:
        click.echo(f"{out}: {rendered.page_count} pages")
        if left_out:
            click.echo(f"left out, unless --include-sensitive is given: {', '.join(left_out)}")


@click.command("print")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--printer", default="", metavar="URI", help="An ipp:// address or a queue's name; otherwise the setting."
)
def print_(file: Path, printer: str) -> None:
    """Print a PDF file and wait until the paper is out."""
    from kiosk.booklet.print_messages import Result, phase_sentence, result_sentence
    from kiosk.booklet.printing import find_printer, print_pdf

    words = words_in("en")
    with file.open("rb") as stream:
        pdf = stream.read(_MAX_PDF + 1)
    if not pdf.startswith(b"%PDF-") or len(pdf) > _MAX_PDF:
        raise InputError("this is not a PDF file that can be printed", file)
    found = find_printer(printer or settings.load().text("print.printer"))
    done = print_pdf(pdf, found, lambda phase: click.echo(phase_sentence(phase, words), err=True))
    sentence = result_sentence(done.result, words)
    if done.result is not Result.PRINTED:
        raise MissingPartError(sentence)
    click.echo(sentence)
