"""Interface words: collected from the code, merged into each language, compiled, and compared."""

from __future__ import annotations

import gettext
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

_SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "catalogues.py"


@pytest.fixture
def tool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The tool, looking at a small program in a folder of its own."""
    spec = importlib.util.spec_from_file_location("catalogues", _SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    code = tmp_path / "kiosk" / "ui"
    code.mkdir(parents=True)
    (code / "home.py").write_text(
        "# Translators: the card on Home.\nprint(_('Find local help'))\n"
        "print(_.ngettext('{n} place', '{n} places', 2))\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "LOCALES", tmp_path / "locales")
    monkeypatch.setattr(module, "TEMPLATE", tmp_path / "locales" / "kiosk.pot")
    return module


def translate(tool: ModuleType, english: str, words: str) -> Path:
    path: Path = tool.LOCALES / "ar" / "LC_MESSAGES" / "kiosk.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Language: ar\\n"\n\n'
    path.write_text(f'{head}msgid "{english}"\nmsgstr "{words}"\n', encoding="utf-8")
    return path


def test_words_are_collected_with_their_translators_notes(tool: ModuleType) -> None:
    assert tool.update() == 0
    template = tool.TEMPLATE.read_text(encoding="utf-8")
    assert 'msgid "Find local help"' in template
    assert "Translators: the card on Home." in template
    assert 'msgid_plural "{n} places"' in template
    again = tool.TEMPLATE.read_bytes()
    tool.update()
    assert tool.TEMPLATE.read_bytes() == again, "collecting twice must change nothing"


def test_a_new_word_in_the_code_is_noticed_until_it_is_collected(
    tool: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    tool.update()
    assert tool.check() == 0
    (tool.ROOT / "kiosk" / "new.py").write_text("_('Something new')\n", encoding="utf-8")
    assert tool.check() == 1
    assert "Something new" in capsys.readouterr().out
    tool.update()
    assert tool.check() == 0


def test_merging_keeps_translations_and_drops_words_that_are_gone(tool: ModuleType) -> None:
    path = translate(tool, "Find local help", "ابحث عن مساعدة قريبة")
    with path.open("a", encoding="utf-8") as file:
        file.write('\nmsgid "Long gone"\nmsgstr "x"\n')
    tool.update()
    text = path.read_text(encoding="utf-8")
    assert "ابحث عن مساعدة قريبة" in text
    assert "Long gone" not in text
    assert tool.check() == 0


def test_a_compiled_catalogue_speaks_its_language(tool: ModuleType) -> None:
    translate(tool, "Find local help", "ابحث عن مساعدة قريبة")
    assert tool.compile_all(tool.LOCALES) == 0
    words = gettext.translation("kiosk", tool.LOCALES, ["ar"])
    assert words.gettext("Find local help") == "ابحث عن مساعدة قريبة"


def test_a_translation_that_lost_its_field_is_noticed(tool: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    (tool.ROOT / "kiosk" / "when.py").write_text("_('Made on {date}')\n", encoding="utf-8")
    translate(tool, "Made on {date}", "بتاريخ")
    tool.update()
    assert tool.check() == 1
    assert "Made on {date}" in capsys.readouterr().out


def test_words_that_would_not_be_collected_are_noticed(tool: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    translate(tool, "Find local help", "ابحث عن مساعدة قريبة")
    tool.update()
    (tool.ROOT / "kiosk" / "when.py").write_text(
        "f\"{_('Lost')} {words.gettext('Find local help')}\"\n", encoding="utf-8"
    )
    assert tool.check() == 1
    assert "'Lost' stands within an f-string" in capsys.readouterr().out
