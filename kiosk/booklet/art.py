"""The drawings a booklet prints: our own icons by name and the cover's signpost, all as SVG text."""

from __future__ import annotations

import re
from functools import cache

from kiosk import resources

INK = "#0B4F6C"

_CALLOUTS = {
    "first": ("tick", "#14532D"),
    "info": ("info", "#0B4F6C"),
    "important": ("warning", "#7A5200"),
    "urgent": ("warning", "#8C1C13"),
}
_MAX_BYTES = 20_000
_NAME = re.compile(r"[a-z0-9-]{1,40}")

_PHONE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none" stroke="currentColor" stroke-width="5"'
    ' stroke-linecap="round" stroke-linejoin="round"><path d="M19.5 10L26 22.5L20.5 27.5C23.6 34.4 29.6 40.4 36.5 43.5'
    'L41.5 38L54 44.5C54 50 50 54 44.5 54C25.5 54 10 38.5 10 19.5C10 14 14 10 19.5 10Z"/></svg>'
)

_SIGNPOST = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 200" fill="none" stroke-linejoin="round"
 stroke-linecap="round" stroke="{ink}" stroke-width="5"{flip}>
<path d="M30 190H210" stroke="#5B6B86"/>
<path d="M113 190V18A7 7 0 0 1 127 18V190" fill="#FFFFFF"/>
<path d="M84 34H186L206 55L186 76H84Z" fill="{ink}"/>
<path d="M156 88H54L34 108L54 128H156Z" fill="#F2A900"/>
<path d="M84 140H170L188 157L170 174H84Z" fill="#FFFFFF"/>
<path d="M62 190C62 178 70 170 80 172M180 190C180 180 172 174 164 178" stroke="#14532D"/>
</svg>"""


@cache
def icon(name: str, colour: str = INK) -> str:
    """One of our icons in one colour; empty when there is none of that name."""
    if not _NAME.fullmatch(name):
        return ""
    file = resources.icon(name)
    if not file.is_file() or file.stat().st_size > _MAX_BYTES:
        return ""
    return file.read_text(encoding="utf-8").replace("currentColor", colour)


@cache
def drawing(name: str) -> str:
    """One of the drawings of Easy Read, in its own colours; empty when there is none of that name."""
    if not _NAME.fullmatch(name):
        return ""
    file = resources.drawing(name)
    if not file.is_file() or file.stat().st_size > _MAX_BYTES:
        return ""
    return file.read_text(encoding="utf-8")


def furniture(right_to_left: bool) -> dict[str, str]:
    """The drawings that the template itself places, by the name it uses."""
    flip = ' transform="translate(240 0) scale(-1 1)"' if right_to_left else ""
    art = {level: icon(name, colour) for level, (name, colour) in _CALLOUTS.items()}
    art["phone"] = _PHONE.replace("currentColor", INK)
    art["place"] = icon("place")
    art["web"] = icon("web")
    signpost = _SIGNPOST.format(ink=INK, flip="")
    if flip:
        signpost = signpost.replace('stroke-width="5">', f'stroke-width="5"><g{flip}>').replace("</svg>", "</g></svg>")
    art["signpost"] = signpost
    return art
