"""A document as one accessible HTML page with nothing to fetch. Used by commands only."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from kiosk.document.blocks import Document
from kiosk.document.plain_text import callout_label, join_word
from kiosk.language import Words, is_right_to_left
from kiosk.phone_numbers import dial_uri

_FOLDER = Path(__file__).parent / "templates"


def to_html(document: Document, words: Words) -> str:
    """The page as HTML; references must have been filled in (`kiosk.content.resolve`). Everything is escaped.

    A link to another guide becomes its words only: the page stands alone.
    """
    return _template().render(document=document, words=words, direction=_direction(document.lang)) + "\n"


def html_environment(folder: Path) -> Environment:
    """What makes pages of the templates in a folder: everything is escaped, and a name that is not known an error."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _template() -> Template:
    environment = html_environment(_FOLDER)
    environment.filters |= {
        "kind": _kind,
        "dial": dial_uri,
        "direction": _direction,
        "web_address": _web_address,
    }
    environment.globals |= {"callout_label": callout_label, "join_word": join_word}
    return environment.get_template("page.html.j2")


def _kind(node: Any) -> str:
    return type(node).__name__


def _direction(lang: str) -> str:
    return "rtl" if is_right_to_left(lang) else "ltr"


def _web_address(text: str) -> str:
    """The address a link may lead to, or nothing: only the web and telephones, never a script."""
    if text.startswith(("https://", "http://", "tel:")):
        return text
    return "" if ":" in text.partition("/")[0] or " " in text or "." not in text else f"https://{text}"
