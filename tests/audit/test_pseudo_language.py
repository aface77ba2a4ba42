"""The pseudo-language: every message of the interface in it, longer, in brackets, with its fields."""

from __future__ import annotations

from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from kiosk.audit import pseudo_language
from kiosk.audit.pseudo_language import CODE, LONGER, pseudo
from kiosk.language import interface_languages, is_right_to_left, words_in

TEMPLATE = Path(__file__).parents[2] / "locales" / "kiosk.pot"


@pytest.fixture(scope="module")
def messages() -> list[str]:
    with TEMPLATE.open("rb") as file:
        catalogue = read_po(file)
    ids = [message.id for message in catalogue if message.id]
    return [text for found in ids for text in ((found,) if isinstance(found, str) else found)]


def fields(text: str) -> list[str]:
    return sorted(name for _before, name, _form, _conversion in Formatter().parse(text) if name is not None)


def test_every_message_keeps_its_fields(messages: list[str]) -> None:
    assert len(messages) > 300
    assert any(fields(message) for message in messages)
    lost = [message for message in messages if fields(pseudo(message)) != fields(message)]
    assert lost == []


def test_every_message_can_be_filled_in(messages: list[str]) -> None:
    for message in messages:
        values = {name: f"<{name}>" for name in fields(message)}
        if values:
            filled = pseudo(message).format(**values)
            assert all(value in filled for value in values.values())


def test_every_message_stands_in_brackets_and_is_about_a_third_longer(messages: list[str]) -> None:
    for message in messages:
        found = pseudo(message)
        bare = sum(len(before) for before, *_field in Formatter().parse(message))
        if not bare:
            continue
        assert (found[0], found[-1]) == ("[", "]")
        longer = len(found) - 2 - len(message)
        assert round(bare * LONGER) - 1 <= longer <= round(bare * LONGER)


def test_letters_have_accents_and_words_stay_words() -> None:
    assert pseudo("Find local help") == "[Fîîñđ ļööçååļ ĥééļp]"
    assert pseudo("Page {page} of {pages}") == "[Pååĝéé {page} ööf {pages}]"


def test_fields_alone_stay_as_they_are() -> None:
    assert pseudo("") == ""
    assert pseudo("{first}") == "{first}"


def test_it_is_learnt_and_never_offered() -> None:
    pseudo_language.learn()
    words = words_in(CODE)
    assert words.gettext("Home") == pseudo("Home")
    assert words.ngettext("{count} found", "{count} found", 3) == pseudo("{count} found")
    assert words.pgettext("a month", "May") == pseudo("May")
    assert not words.right_to_left
    assert not is_right_to_left(CODE)
    assert CODE not in interface_languages()
    assert words_in("en").gettext("Home") == "Home"
