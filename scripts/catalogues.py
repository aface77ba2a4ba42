"""Interface words: take them out of the code, merge them into each language, compile, and check that all agree.

python scripts/catalogues.py extract   code → locales/kiosk.pot, then into every locales/LANG/LC_MESSAGES/kiosk.po
python scripts/catalogues.py compile   every .po → .mo beside it (or under another folder: --into DIR)
python scripts/catalogues.py check     exit 1 when the template or a language lacks a word that the code uses
"""

from __future__ import annotations

import argparse
import ast
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "locales"
TEMPLATE = LOCALES / "kiosk.pot"
_METHODS = [("**.py", "python"), ("**.j2", "jinja2"), ("**.jinja", "jinja2")]
Word = tuple[str | None, str | tuple[str, ...]]


def extract() -> Catalog:
    """The words in the code, with their translator's notes."""
    catalogue = Catalog(project="Signpost", copyright_holder="The Signpost project", charset="utf-8")
    found = extract_from_dir(ROOT / "kiosk", _METHODS, keywords=DEFAULT_KEYWORDS, comment_tags=("Translators:",))
    for name, _line, message, notes, context in sorted(found, key=lambda row: (row[0], row[1])):
        catalogue.add(message, None, [(f"kiosk/{name}", 0)], auto_comments=notes, context=context)
    return catalogue


def po_files() -> list[Path]:
    """The catalogues of all languages."""
    return sorted(LOCALES.glob("*/LC_MESSAGES/kiosk.po"))


def read(path: Path) -> Catalog:
    """A catalogue from a file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name if path.suffix == ".po" else None)


def words(catalogue: Catalog) -> set[Word]:
    """What identifies each message: its context and its English, with the plural."""
    return {(m.context, tuple(m.id) if isinstance(m.id, (list, tuple)) else m.id) for m in catalogue if m.id}


def update() -> int:
    """Write the template anew and merge it into each language; what is new there stays untranslated."""
    template = extract()
    LOCALES.mkdir(exist_ok=True)
    _write(TEMPLATE, template)
    for path in po_files():
        language = read(path)
        language.update(template, no_fuzzy_matching=True)
        language.obsolete.clear()
        _write(path, language)
    print(f"{len(words(template))} messages, {len(po_files())} languages besides English")
    return 0


def compile_all(into: Path = LOCALES) -> int:
    """Compile every language's catalogue."""
    for path in po_files():
        target = into / path.relative_to(LOCALES).with_suffix(".mo")
        target.parent.mkdir(parents=True, exist_ok=True)
        buffer = io.BytesIO()
        write_mo(buffer, read(path))
        target.write_bytes(buffer.getvalue())
    return 0


def check() -> int:
    """Compare code, template and languages; a language may leave a message untranslated, but must know of it."""
    if not TEMPLATE.is_file():
        print("no locales/kiosk.pot yet: nothing to compare")
        return 0
    wanted = words(extract())
    wrong = 0
    known = {text for _context, english in wanted for text in ([english] if isinstance(english, str) else english)}
    for name, text in words_within_strings():
        if text not in known:
            print(f"{name}: {text!r} stands within an f-string, where it is not collected")
            wrong += 1
    for path in (TEMPLATE, *po_files()):
        catalogue = read(path)
        have = words(catalogue)
        for label, gap in (("lacks", wanted - have), ("still has", have - wanted)):
            for word in sorted(gap, key=str)[:10]:
                print(f"{path.relative_to(ROOT)} {label} {word[1]!r}")
            wrong += len(gap)
        for message in catalogue if path != TEMPLATE else ():
            for problem in _wrong_fields(message):
                print(f"{path.relative_to(ROOT)}: {message.id!r}: {problem}")
                wrong += 1
    if wrong:
        print("Run: make catalogues")
    return 1 if wrong else 0


def words_within_strings() -> Iterator[tuple[str, str]]:
    """(file, English) of words that are asked for within an f-string: they are not found when words are collected."""
    for path in sorted((ROOT / "kiosk").rglob("*.py")):
        for outer in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for call in ast.walk(outer) if isinstance(outer, ast.JoinedStr) else ():
                if isinstance(call, ast.Call) and _name_of(call) in DEFAULT_KEYWORDS:
                    first = call.args[0] if call.args else None
                    if isinstance(first, ast.Constant) and isinstance(first.value, str):
                        yield str(path.relative_to(ROOT)), first.value


def _name_of(call: ast.Call) -> str:
    """What is called, without what it belongs to."""
    called = call.func
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""


def _wrong_fields(message: Message) -> list[str]:
    """What is wrong with the {fields} of a translation. A plural form such as "one place" may leave the number out."""
    english, translated = _forms(message.id), [form for form in _forms(message.string) if form]
    try:
        wanted = {field for form in english for field in _fields(form)}
        have = [_fields(form) for form in translated]
    except ValueError as error:
        return [str(error)]
    invented = sorted({field for fields in have for field in fields} - wanted)
    lost = sorted(wanted - have[0]) if have and len(english) == 1 else []
    return [f"has {invented}, which English has not"] * bool(invented) + [f"lost {lost}"] * bool(lost)


def _forms(text: object) -> list[str]:
    return [text] if isinstance(text, str) else [str(form) for form in text] if isinstance(text, (list, tuple)) else []


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _write(path: Path, catalogue: Catalog) -> None:
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=100, omit_header=False, ignore_obsolete=True, include_lineno=False)
    lines = [line for line in buffer.getvalue().splitlines(keepends=True) if not line.startswith(_MOVING)]
    path.write_bytes(b"".join(lines))


_MOVING = (b'"POT-Creation-Date', b'"Generated-By')
"""Header lines that would differ at every run."""


def main() -> int:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("extract", "compile", "check"))
    parser.add_argument("--into", type=Path, default=LOCALES)
    chosen = parser.parse_args()
    if chosen.what == "compile":
        return compile_all(chosen.into)
    return update() if chosen.what == "extract" else check()


if __name__ == "__main__":
    sys.exit(main())
