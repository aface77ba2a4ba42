"""PySide6 6.12.0 loses a reference to None on every call that returns nothing, and aborts; this bird sings first."""

import sys

from PySide6.QtCore import QObject, QTimer


def test_void_calls_do_not_lose_references_to_none() -> None:
    parent, timer = QObject(), QTimer()
    before = sys.getrefcount(None)
    for _ in range(5_000):
        timer.setInterval(10)
        parent.setObjectName("signpost")
    lost = before - sys.getrefcount(None)
    assert abs(lost) < 500, f"PySide6 lost {lost} references to None in 10,000 calls"
