"""Writes small workbooks for tests, so that no binary file stands in the project."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_FORMATS = "".join(f'<xf numFmtId="{number}"/>' for number in (0, 14, 20))
_STYLES = f'<styleSheet xmlns="{_MAIN}"><cellXfs>{_FORMATS}</cellXfs></styleSheet>'
Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Formula:
    """A formula with what the spreadsheet program worked out last."""

    formula: str
    cached: str = ""


def xlsx(
    path: Path, sheets: Mapping[str, Rows], hidden: Sequence[str] = (), merged: Sequence[str] = (), **parts: bytes
) -> Path:
    """Write a workbook of Excel's kind. `merged` such as "A1:C1" is for every sheet; `parts` are more members."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": _relations([("rId1", "officeDocument", "xl/workbook.xml")]),
        "xl/styles.xml": _STYLES,
    }
    names, relations = "", []
    for number, (name, rows) in enumerate(sheets.items(), 1):
        state = ' state="hidden"' if name in hidden else ""
        names += f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"{state}/>'
        relations.append((f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml"))
        members[f"xl/worksheets/sheet{number}.xml"] = sheet_xml(xlsx_rows(rows), merged)
    members["xl/workbook.xml"] = f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{names}</sheets></workbook>'
    members["xl/_rels/workbook.xml.rels"] = _relations(relations)
    return archive(path, members | parts)


def ods(path: Path, sheets: Mapping[str, Rows], hidden: Sequence[str] = (), body: str = "") -> Path:
    """Write a workbook of LibreOffice's kind. `body` stands in the first sheet instead of its rows."""
    tables = ""
    for name, rows in sheets.items():
        style = ' table:style-name="ta2"' if name in hidden else ""
        inside, body = body or "".join(_ods_row(row) for row in rows), ""
        tables += f"<table:table table:name={quoteattr(name)}{style}>{inside}</table:table>"
    spaces = " ".join(f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "table", "text", "style"))
    styles = '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/>'
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}</style:style></office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = f'<manifest:manifest xmlns:manifest="{_ODF}manifest:1.0"/>'
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    return archive(path, {"mimetype": mimetype, "content.xml": content, "META-INF/manifest.xml": manifest})


def archive(path: Path, members: Mapping[str, str | bytes]) -> Path:
    """A zip archive of these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return path


def sheet_xml(rows: str, merged: Sequence[str] = ()) -> str:
    """One sheet of an .xlsx around its rows."""
    cells = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    joined = f"<mergeCells>{cells}</mergeCells>" if merged else ""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{joined}</worksheet>'


def xlsx_rows(rows: Rows) -> str:
    """The rows of a sheet: texts, numbers, dates, times, `Formula`; None is an empty cell."""
    made = ""
    for number, row in enumerate(rows, 1):
        cells = (_xlsx_cell(f"{_letters(column)}{number}", value) for column, value in enumerate(row))
        made += f'<row r="{number}">{"".join(cells)}</row>'
    return made


def _xlsx_cell(place: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Formula):
        return f'<c r="{place}" t="str"><f>{escape(value.formula)}</f><v>{escape(value.cached)}</v></c>'
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        return f'<c r="{place}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, time):
        return f'<c r="{place}" s="2"><v>{(value.hour * 60 + value.minute) / 1440!r}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{place}"><v>{value!r}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def _ods_row(row: Sequence[Any]) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(value: Any) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, bool):
        return f'<table:table-cell office:value-type="boolean" office:boolean-value="{str(value).lower()}"/>'
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"/>'
    if isinstance(value, time):
        lasted = f"PT{value.hour:02d}H{value.minute:02d}M00S"
        return f'<table:table-cell office:value-type="time" office:time-value="{lasted}"/>'
    if isinstance(value, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{value!r}"/>'
    kind = ""
    if isinstance(value, Formula):
        kind, value = f" table:formula={quoteattr('of:=' + value.formula)}", value.cached
    paragraphs = "".join(f"<text:p>{escape(part)}</text:p>" for part in value.split("\n"))
    return f'<table:table-cell office:value-type="string"{kind}>{paragraphs}</table:table-cell>'


def _letters(column: int) -> str:
    found, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def _relations(rows: Sequence[tuple[str, str, str]]) -> str:
    found = "".join(f'<Relationship Id="{i}" Type="{_LINKS}/{kind}" Target="{where}"/>' for i, kind, where in rows)
    return f'<Relationships xmlns="{_PACKAGE}">{found}</Relationships>'
