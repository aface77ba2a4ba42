"""Where the information comes from: each list by name with its owner's words, also the tables of places."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from opened_kiosk import open_kiosk

from kiosk.directory.place_tables.write_places import licence_lines
from kiosk.directory.sources import read
from kiosk.edition.build import build
from kiosk.edition.reader import open_edition
from kiosk.ui.routes import Route
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.text_block import TextBlock

LINES = licence_lines("ons", 2026)


def texts(kiosk) -> list[str]:
    return [block.text for block in kiosk.window.screen_shown.findChildren(TextBlock) if block.isVisible()]


def test_help_leads_there_and_each_list_is_named(kiosk):
    kiosk.session.navigator.go(Route("help"))
    button = next(b for b in kiosk.window.screen_shown.findChildren(Button) if b.accessibleName().startswith("Where"))
    button.click()
    said = texts(kiosk)
    assert "Larkmere and Vale made-up services" in said
    assert "Licence: CC0 1.0" in said
    assert any("made up" in text.casefold() for text in said)


def test_what_the_owners_of_the_places_ask_for_is_shown(tmp_path: Path, application):
    source = tmp_path / "source"
    (source / "places").mkdir(parents=True)
    (source / "source.toml").write_text('name = "Vale"\narea = "Vale"\nlanguages = ["en"]\nbase = "national"\n')
    lines = "".join(f'  "{line}",\n' for line in LINES)
    (source / "places" / "about.toml").write_text(
        f'from = "ONS Postcode Directory"\nfile = "x.zip"\nlicence = [\n{lines}]\n', encoding="utf-8"
    )
    assert [record.key for record in read(source) if record.kind == "feed"] == ["places"]
    edition = open_edition(build(source, tmp_path / "edition", date(2026, 11, 22)).folder)
    with open_kiosk(edition) as kiosk:
        kiosk.session.navigator.go(Route("sources"))
        said = texts(kiosk)
    assert "ONS Postcode Directory" in said
    assert set(LINES) <= set(said)
