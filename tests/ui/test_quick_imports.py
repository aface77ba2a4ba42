"""PySide does not read the sources of our modules when they are imported."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import kiosk.ui.start, linecache
print(sum(1 for name in linecache.cache if "kiosk/ui/screen" in name or "kiosk/edition" in name))
"""


def test_no_source_is_read_for_an_import() -> None:
    finished = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    assert finished.stdout.strip() == "0"


def test_the_question_is_still_there_in_this_pyside() -> None:
    from kiosk.ui.quick_imports import skip_reading_sources

    assert skip_reading_sources()


def test_what_assistive_technology_is_told_is_not_on_the_way_to_the_first_picture() -> None:
    script = (
        "import sys, kiosk.ui.start, kiosk.ui.screens.attract, kiosk.ui.screens.home\n"
        "print('kiosk.ui.accessible' in sys.modules)"
    )
    finished = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert finished.stdout.strip() == "False"
