"""``kiosk places``: cuts the postcodes of one area out of a national list, for a source folder."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", required=True, type=click.Path(path_type=Path), help="The source folder.")
@click.option("--around", default="", help="A council by its name, where the names came with the file.")
@click.option("--area", "areas", multiple=True, help="The code of a council or ward, such as E08000009.")
@click.option("--postcodes", "parts", default="", help="First parts of postcodes with commas between: M33,M32,WA14.")
@click.option("--within", type=click.FloatRange(0, 100), default=0, help="So many miles round what --of says.")
@click.option("--of", default="", help="A postcode, or a latitude and longitude: 53.42,-2.32.")
@click.option("--ring", type=click.FloatRange(0, 200), default=30, help="How many miles outside middles are kept.")
@click.option("--replace", is_flag=True, help="Also tables that were made or changed by hand.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def places(
    file: Path, into: Path, around: str, areas: tuple[str, ...], parts: str, within: float, of: str, ring: float,
    replace: bool, as_json: bool,
) -> None:  # fmt: skip
    """Write places/postcodes.csv, sectors.csv and outcodes.csv from a national list of postcodes.

    FILE is the ONS Postcode Directory (ONSPD), the National Statistics Postcode Lookup (NSPL) or OS Code-Point Open, as
    downloaded: the zip archive, its folder, or the CSV file. All three are free under the Open Government Licence.

    Of the area that you name each postcode is kept, and for 30 miles around it the middles of sectors (M33 7) and
    outcodes (M33). The lines that the licence asks for go into places/about.toml.
    """
    from kiosk.directory.place_tables.cut import cut
    from kiosk.directory.place_tables.national_files import NationalFile
    from kiosk.directory.place_tables.wanted import wanted
    from kiosk.directory.place_tables.write_places import check_source, write_places

    check_source(into)
    national = NationalFile(file)
    wish = wanted(national, around, areas, parts.split(","), within, of)
    found = cut(national, wish, ring, _progress)
    if sys.stderr.isatty():
        click.echo(err=True)
    lines = write_places(found, file.name, into, date.today(), replace)
    counts = {name: len(getattr(found, name)) for name in ("postcodes", "sectors", "outcodes")}
    left = found.tally
    if as_json:
        left_out = {name: getattr(left, name) for name in ("ended", "nowhere", "northern_ireland", "unreadable")}
        summary = {"into": str(into), "rows": left.rows, **counts, "left_out": left_out, "licence": lines}
        click.echo(json.dumps(summary, ensure_ascii=False, indent=2))
        return
    click.echo(
        f"{counts['postcodes']:,} postcodes, {counts['sectors']:,} sectors and {counts['outcodes']:,} outcodes are in"
        f" {into / 'places'}."
    )
    click.echo(
        f"{left.rows:,} rows were read: {left.ended:,} postcodes are no longer used, {left.nowhere:,} have no position,"
        f" {left.unreadable:,} could not be read."
    )
    if left.northern_ireland:
        click.echo(
            f"{left.northern_ireland:,} postcodes of Northern Ireland (BT) were left out: the Open Government Licence"
            " does not cover them."
        )
    click.echo("The licence asks that these lines go with the data:")
    for line in lines:
        click.echo(f"  {line}")


def _progress(rows: int) -> None:
    """Show on the terminal how many rows were read; where there is none, a line for each million."""
    if sys.stderr.isatty():
        click.echo(f"\r{rows:,} rows read", err=True, nl=False)
    elif rows % 1_000_000 < 100_000:
        click.echo(f"{rows:,} rows read", err=True)
