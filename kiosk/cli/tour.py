"""``kiosk tour``: a visitor's journey through the real program, in pictures, without a display."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path

import click

from kiosk.display import TEXT_SIZES


@click.command()
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="The folder for the pictures and the booklet."
)
@click.option("--shape", default="1920x1080@476", show_default=True, help="Size in pixels, and millimetres across.")
@click.option(
    "--text", type=click.Choice(TEXT_SIZES), default="standard", show_default=True, help="Text size to start with."
)
@click.option("--at", "moment", type=click.DateTime(["%Y-%m-%dT%H:%M"]), default=None, help="Tour as if at this time.")
@click.option("--edition", type=click.Path(path_type=Path), default=None, help="Show this edition.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def tour(out: Path, shape: str, text: str, moment: datetime | None, edition: Path | None, as_json: bool) -> None:
    """Take a visitor's journey: a numbered picture a step, and the booklet that was made."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from kiosk.tour.journey import take_tour
    from kiosk.ui.start import edition_to_show, read_shape

    diary = take_tour(edition_to_show(edition), out, read_shape(shape), moment, text)
    if as_json:
        found = {
            "pictures": [str(path) for path in diary.pictures],
            "booklet": str(diary.booklet) if diary.booklet else None,
            "pages": diary.pages,
            "sound": str(diary.sound) if diary.sound else None,
            "findings": diary.remarks,
        }
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for path in diary.pictures:
        click.echo(path)
    if diary.booklet:
        click.echo(f"{diary.booklet} ({diary.pages} pages)")
    if diary.sound:
        click.echo(diary.sound)
    for remark in diary.remarks:
        click.echo(f"Note: {remark}")
