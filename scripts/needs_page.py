"""The page that shows where each need is answered: by pages of advice, by the program, or not by a kiosk at all."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from pathlib import Path

from kiosk import resources
from kiosk.content.guides import Guide, read_guide

NEEDS = Path(__file__).resolve().parent.parent / "docs" / "needs.toml"


def guides_by_need() -> dict[str, list[Guide]]:
    """The bundled English guides that name each need, in the order of their folders."""
    found: dict[str, list[Guide]] = defaultdict(list)
    for path in sorted((resources.national_source() / "guides" / "en").rglob("*.md")):
        guide = read_guide(path, "en")
        for need in guide.needs:
            found[need].append(guide)
    return found


def unanswered() -> list[str]:
    """Needs with neither page nor feature nor reason, and needs that a page names but nobody has."""
    needs, pages = tomllib.loads(NEEDS.read_text(encoding="utf-8")), guides_by_need()
    bare = [need for need, row in needs.items() if not (pages.get(need) or row.get("features") or row.get("out"))]
    return bare + sorted(set(pages).difference(needs))


def page(made: str) -> str:
    """The page as Markdown. Raises `ValueError` while a need is answered nowhere."""
    if missing := unanswered():
        raise ValueError(f"answered nowhere: {', '.join(missing)}")
    pages = guides_by_need()
    lines = [
        "# What people asked for, and where it is\n",
        made,
        "Needs are numbered as in `docs/needs.toml`. A page of advice names those that it answers.\n",
        "| need | what was asked for | pages | in the program |",
        "|---|---|---|---|",
    ]
    for need, row in tomllib.loads(NEEDS.read_text(encoding="utf-8")).items():
        titles = "<br>".join(guide.title.replace("|", "\\|") for guide in pages.get(need, ()))
        rest = "<br>".join([*row.get("features", ()), *([f"Not here: {row['out']}"] if "out" in row else [])])
        lines.append(f"| {need} | {row['says']} | {titles} | {rest} |")
    return "\n".join(lines) + "\n"
