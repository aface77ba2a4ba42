"""The kiosk's window, as the tests of screens open it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parent.parent / "ui"))

from screen_fixtures import application, booklet_at_once, kiosk, open_at
from walking import awkward_folder, walk_with

__all__ = ["application", "awkward_folder", "booklet_at_once", "kiosk", "open_at", "walk_with"]
