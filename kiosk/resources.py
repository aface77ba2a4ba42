"""Finds the files that come with the program: in a checkout, or inside the installed package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
_INSTALLED = PACKAGE / "_bundled"


@cache
def root() -> Path:
    """The folder that holds ``assets`` and ``locales``: the wheel's ``kiosk/_bundled`` or the checkout."""
    return _INSTALLED if _INSTALLED.is_dir() else PACKAGE.parent


def national_source() -> Path:
    """The source folder with the guides, contacts and figures for the whole of England."""
    return root() / "assets" / "national"


def demo_source() -> Path:
    """The source folder of the made-up district."""
    return root() / "assets" / "demo"


def icon(name: str) -> Path:
    """The SVG file of one of our icons."""
    return root() / "assets" / "icons" / f"{name}.svg"


def drawing(name: str) -> Path:
    """The SVG file of one of the drawings of Easy Read pages."""
    return root() / "assets" / "drawings" / f"{name}.svg"


def accessibility() -> Path:
    """The folder of the checklist of accessibility and of the statement for visitors."""
    return root() / "assets" / "accessibility"


def locales() -> Path:
    """The folder of compiled catalogues, ``LANG/LC_MESSAGES/kiosk.mo``."""
    return root() / "locales"


def demo_edition() -> Path:
    """The demo edition as it was built at set-up or inside the wheel; it may not be there yet in a checkout."""
    return _INSTALLED / "demo-edition" if _INSTALLED.is_dir() else PACKAGE.parent / "build" / "demo-edition"
