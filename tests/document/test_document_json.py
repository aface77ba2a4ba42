"""Documents to JSON and back: nothing is lost, and nothing unknown gets in."""

from __future__ import annotations

import contextlib
import json
from typing import Any

import pytest
from document_strategies import documents, texts
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.document.as_json import document_from_json, from_json, to_json
from kiosk.document.blocks import Document
from kiosk.errors import InputError


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(documents)
def test_a_document_survives_json(document: Document) -> None:
    assert document_from_json(json.loads(json.dumps(to_json(document)))) == document


@pytest.mark.parametrize(
    "body",
    [
        None,
        5,
        "words",
        [],
        {},
        {"kind": "Script"},
        {"kind": "Text", "text": "x"},
        {"kind": "Document", "id": "x"},
        {"kind": "Document", "id": "x", "title": "x", "lang": "en", "blocks": [{"kind": "Nonsense"}]},
        {"kind": "Document", "id": "x", "title": "x", "lang": "en", "blocks": [], "onload": "x"},
    ],
)
def test_what_is_not_a_document_is_refused(body: Any) -> None:
    with pytest.raises(InputError):
        document_from_json(body)


def test_endless_nesting_is_refused() -> None:
    body: Any = {"kind": "Paragraph", "inlines": []}
    for _ in range(3000):
        body = {"kind": "Callout", "level": "info", "blocks": [body]}
    with pytest.raises(InputError):
        document_from_json(body)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["kind", "text", "blocks"]), inner),
    max_leaves=10,
)


@given(json_values)
def test_any_json_is_either_a_tree_or_refused(body: Any) -> None:
    with contextlib.suppress(InputError):
        assert json.dumps(to_json(from_json(body))) == json.dumps(body)
