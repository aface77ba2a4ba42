"""``kiosk import``: brings feeds and files into a source folder."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kiosk.directory.importers.pull import Progress
    from kiosk.directory.importers.report import Report


@click.command("import")
@click.argument("sources", nargs=-1, required=True)
@click.option("--into", required=True, type=click.Path(path_type=Path), help="The source folder to write.")
@click.option(
    "--authority",
    "authorities",
    multiple=True,
    metavar="NAME",
    help="Of CQC's lists, keep only places in this local authority; may be repeated. all: every place again.",
)
@click.option("--report", "whole_report", is_flag=True, help="List what was found, not only how many.")
@click.option("--html", "page", type=click.Path(path_type=Path, dir_okay=False), help="Write the report as a page.")
@click.option("--yes", "--accept-fewer", "yes", is_flag=True, help="Also when a feed lost more than half its services.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def import_(
    sources: tuple[str, ...],
    into: Path,
    authorities: tuple[str, ...],
    whole_report: bool,
    page: Path | None,
    yes: bool,
    as_json: bool,
) -> None:
    """Bring SOURCES (files, folders, or addresses of live feeds) into a source folder.

    Their format is found by looking: Open Referral UK 3.0 and 1.0, HSDS tables, Outpost, CQC's three lists, GeoJSON,
    and tables with a header (.csv, .xlsx, .ods). A folder or a zip archive may hold any of these.

    An address is that of a feed such as https://example.org/OpenReferralService/v3. A pull that breaks off goes on
    where it was when the same command is given again. Nothing is changed when a source can't be read.

    CQC's lists hold all of England. With --authority "Trafford" only the places in Trafford are kept; the next import
    of such a list into the same folder does so again by itself.
    """
    from kiosk.directory.importers.bring import bring
    from kiosk.directory.importers.pull import done_with
    from kiosk.directory.importers.report import Report, counted

    report = Report()
    origins = _pulled(sources, into, report, quiet=as_json)
    paths = [next((path for path, url in origins.items() if url == source), Path(source)) for source in sources]
    try:
        bring(paths, into, accept_fewer=yes, origins=origins, report=report, authorities=authorities)
    finally:
        for path in origins:
            done_with(path)  # also when it is refused: the next try shall ask the feed anew
    if page is not None:
        from kiosk.directory.importers.report_page import report_page

        page.write_text(report_page(report, str(into)), encoding="utf-8")
    if as_json:
        click.echo(json.dumps({"into": str(into), **report.as_json()}, ensure_ascii=False, indent=2))
        return
    click.echo(report.as_text(everything=whole_report))
    brought = counted(report.services, "service is", "services are")
    click.echo(f"{brought} in {into}. Build an edition: kiosk build {into} --into DIR")


def _pulled(sources: Sequence[str], into: Path, report: Report, quiet: bool) -> dict[Path, str]:
    """Read every live feed among the sources into a file of its own: the addresses by file."""
    from kiosk.directory.importers.pull import is_address, pull

    return {pull(source, into, report, _progress(quiet)): source for source in sources if is_address(source)}


def _progress(quiet: bool) -> Progress:
    """Shows on the terminal how far a pull has come; on one that is no terminal only now and then a line."""
    watched = sys.stderr.isatty()

    def show(what: str, done: int, of: int) -> None:
        if quiet or not (watched or done == of or done % 200 == 0):
            return
        words = f"{what}: {done}" + (f" of {of}" if of else "")
        bar = "" if not of else " [" + "#" * (width := min(30, 30 * done // of)) + "." * (30 - width) + "]"
        click.echo(f"\r{words}{bar}" if watched else words, err=True, nl=not watched or done == of)

    return show
