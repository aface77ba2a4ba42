"""A document to JSON and back: the form that editions store and the booklet child reads."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from kiosk.document import blocks as tree
from kiosk.errors import InputError

_KINDS: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        tree.Text,
        tree.FigureRef,
        tree.SlotRef,
        tree.Link,
        tree.Heading,
        tree.Paragraph,
        tree.BulletList,
        tree.Step,
        tree.Steps,
        tree.Checklist,
        tree.Table,
        tree.ContactRef,
        tree.ContactCard,
        tree.Fact,
        tree.Facts,
        tree.QrCode,
        tree.Picture,
        tree.PictureRow,
        tree.NoteLines,
        tree.Callout,
        tree.Document,
    )
}


def to_json(node: Any) -> Any:
    """Dataclasses become objects with a ``kind``; tuples become lists; strings and numbers stay."""
    if is_dataclass(node) and not isinstance(node, type):
        body: dict[str, Any] = {"kind": type(node).__name__}
        for field in fields(node):
            body[field.name] = to_json(getattr(node, field.name))
        return body
    if isinstance(node, (tuple, list)):
        return [to_json(item) for item in node]
    return node


def from_json(body: Any) -> Any:
    """The reverse of `to_json`. Raises `InputError` for an unknown kind or missing field."""
    if isinstance(body, list):
        return tuple(from_json(item) for item in body)
    if isinstance(body, dict):
        kind = _KINDS.get(str(body.get("kind")))
        if kind is None:
            raise InputError(f"unknown kind of block: {body.get('kind')!r}")
        try:
            return kind(**{name: from_json(value) for name, value in body.items() if name != "kind"})
        except TypeError as error:
            raise InputError(f"a {kind.__name__} block has the wrong fields: {error}") from error
    return body


def document_from_json(body: Any) -> tree.Document:
    """A `Document` from JSON; raises `InputError` when it is something else."""
    try:
        document = from_json(body)
    except RecursionError as error:
        raise InputError("this document is nested too deeply") from error
    if not isinstance(document, tree.Document):
        raise InputError("this is not a document")
    return document
