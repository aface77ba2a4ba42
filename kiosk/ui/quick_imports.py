"""Keeps PySide from reading the source of every module that is imported after it.

PySide looks into each for the word "PySide6", in case somebody switches its naming features on (``__feature__``), and
keeps all those sources in memory. Nothing here uses the features. Where a later PySide does this otherwise, nothing is
changed and starting is only slower.
"""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401  (makes the module below exist)


def skip_reading_sources() -> bool:
    """Answer "no feature" for every module from now on; False where this PySide has no such question."""
    feature = sys.modules.get("shibokensupport.feature")
    if feature is None or not hasattr(feature, "_mod_uses_pyside"):
        return False
    vars(feature)["_mod_uses_pyside"] = lambda module: False
    return True
