"""``kiosk show``: one service or one page of advice as the screen would show it, without a screen."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.document.blocks import Document, Facts, plain
from kiosk.errors import InputError

if TYPE_CHECKING:
    from kiosk.edition.reader import Edition
    from kiosk.language import Words

_EASY_READ = "easy-read/"


@click.command()
@click.argument("identity", metavar="ID")
@click.option("--language", default="en", help="The language of the labels, and of the page where there is one in it.")
@click.option("--edition", type=click.Path(path_type=Path), help="The edition to read; else the current one.")
@click.option("--html", "as_html", is_flag=True, help="Print a web page that stands alone.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def show(identity: str, language: str, edition: Path | None, as_html: bool, as_json: bool) -> None:
    """Show the service, or the page of advice, with this ID.

    An ID is what "kiosk search" prints. easy-read/ID is the Easy Read form of a page. With --json: the record, and what
    its page says now.
    """
    from kiosk.edition.current import open_current
    from kiosk.language import words_in

    if as_html and as_json:
        raise InputError("--html and --json are two forms: choose one")
    words = words_in(language)
    opened = open_current(edition)
    try:
        body, document = _found(opened, identity.encode("utf-8", "replace").decode(), words, datetime.now())
        if opened.manifest.demonstration:
            document = replace(document, notices=(_made_up(words), *document.notices))
    finally:
        opened.close()
    if as_json:
        click.echo(json.dumps({**body, "key": identity, "page": _page(document)}, ensure_ascii=False, indent=2))
    elif as_html:
        from kiosk.document.html import to_html

        click.echo(to_html(document, words), nl=False)
    else:
        from kiosk.document.plain_text import to_plain_text

        click.echo(to_plain_text(document, words).rstrip("\n"))


def _found(opened: Edition, identity: str, words: Words, now: datetime) -> tuple[dict[str, Any], Document]:
    """The record with this identity, and its page as it reads now. Raises `InputError` where there is none."""
    from kiosk.content.resolve import resolve_easy_read, resolve_guide
    from kiosk.directory.service_page import service_document

    service = opened.service(identity)
    if service is not None:
        body = opened.library.record("service", identity) or {}
        return body, service_document(service, words, now)
    if identity.startswith(_EASY_READ):
        easy = opened.library.easy_read(identity.removeprefix(_EASY_READ), words.language)
        if easy is not None:
            document = resolve_easy_read(easy, opened.library, words, now.date())
            return {"id": easy.id, "language": easy.lang}, document
    guide = opened.library.guide(identity, words.language)
    if guide is None:
        raise InputError(f"there is no service and no page {identity!r} in this edition")
    sources = [{"title": source.title, "url": source.url} for source in guide.sources]
    body = {
        "id": guide.id,
        "language": guide.lang,
        "topic": guide.topic,
        "subtopic": guide.subtopic,
        "confidence": guide.confidence,
        "sources": sources,
    }
    return body, resolve_guide(guide, opened.library, words, now.date())


def _made_up(words: Words) -> str:
    """What is said on everything of the demonstration, so that nobody rings an invented number from a copied page."""
    return words.gettext("This is a demonstration. The area, its services and their numbers are made up.")


def _page(document: Document) -> dict[str, Any]:
    """What the page says; facts by the drawing that stands beside them ("phone", "place", "clock", "money" …)."""
    from kiosk.document.as_json import to_json

    facts = [fact for block in document.blocks if isinstance(block, Facts) for fact in block.rows]
    return {
        "title": document.title,
        "summary": document.summary,
        "facts": {fact.icon: [plain(line) for line in fact.lines] for fact in facts},
        "notices": list(document.notices),
        "blocks": to_json(document.blocks),
    }
