"""Brings in HSDS data packages (3.0, and 1.1 where it differs): CSV files of one folder that belong together.

The rows are joined into nested services as HSDS 3.0 JSON has them, which then go the way of any Open Referral UK feed.
Names, titles and e-mail addresses of contacts are not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kiosk.directory.exchange_fields import MARK
from kiosk.directory.importers import oruk3
from kiosk.directory.importers.content import Content
from kiosk.directory.importers.hsds_joining import Package
from kiosk.directory.importers.hsds_rows import header, read_rows, table_kind
from kiosk.directory.importers.json_pages import packed
from kiosk.directory.importers.report import Report

KIND = "hsds_csv"


def recognises_files(contents: Sequence[Content]) -> bool:
    """Whether the files belong together: a table of services with ids and names, and one of another kind.

    A table of services that Signpost exported is enough by itself.
    """
    kinds = {table_kind(content) for content in contents} - {""}
    services = [content for content in contents if _is_services(content)]
    return bool(services) and (len(kinds) > 1 or any(MARK in header(content) for content in services))


def read_files(contents: Sequence[Content], report: Report) -> Iterator[tuple[Content, int, dict[str, Any]]]:
    """(the file of the services, line, service) for each row there.

    References to rows that are not there, ids that stand twice, tables and columns that are not known or missing are
    reported. Raises `InputError` only when the table of services itself is broken.
    """
    package = Package(read_rows(contents, report), report)
    for row in package.services:
        yield row.content, row.line, oruk3.service_body(packed(package.service(row)))
    package.report_lost_rows()


def _is_services(content: Content) -> bool:
    return table_kind(content) == "service" and {"id", "name"} <= set(header(content))
