"""Every word that the code asks a catalogue for is in the template: what stands inside an f-string is not collected."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
_ASKS = ("_", "gettext", "ngettext", "pgettext")


def asked_for(source: str) -> Iterator[tuple[int, str]]:
    """(line, English) for each call with plain words; of a word in a context the words, not the context."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        word = node.args[1 if name == "pgettext" and len(node.args) > 1 else 0]
        if name in _ASKS and isinstance(word, ast.Constant) and isinstance(word.value, str):
            yield node.lineno, word.value


def test_words_are_found_wherever_they_stand():
    source = "a = _('One')\nb = f\"{_('Two')} {words.ngettext('Three', 'Threes', n)}\"\nc = self._('Four')\nd = f('No')"
    found = {word for _line, word in asked_for(source + "\ne = w.pgettext('x', 'Five')")}
    assert found == {"One", "Two", "Three", "Four", "Five"}


def test_every_word_of_the_code_is_in_the_template():
    with (ROOT / "locales" / "kiosk.pot").open("rb") as file:
        known = {message.id[0] if isinstance(message.id, tuple) else message.id for message in read_po(file)}
    missing = [
        f"{path.relative_to(ROOT)}:{line}: {word!r}"
        for path in sorted((ROOT / "kiosk").rglob("*.py"))
        for line, word in asked_for(path.read_text(encoding="utf-8"))
        if word not in known
    ]
    assert not missing
