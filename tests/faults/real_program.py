"""The real program with a visitor's hands before it, as a script to be run in a process of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

DRIVEN = Path(__file__).parents[1] / "journeys" / "driven_kiosk.py"
Told = tuple[subprocess.CompletedProcess[str], dict[str, object]]
"""How the program ended, and what the visitor saw."""
