"""The kiosk's window for tests of screens."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from screen_fixtures import application, booklet_at_once, kiosk, open_at

__all__ = ["application", "booklet_at_once", "kiosk", "open_at"]
