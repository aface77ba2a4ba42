"""Panels that nobody would choose: every screen still opens, nothing is drawn beside the panel, nothing hangs."""

from __future__ import annotations

import pytest
from opened_kiosk import Open, every_place, show
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from kiosk.edition.reader import Edition
from kiosk.errors import InputError
from kiosk.ui.metrics import UNMEASURED_PIXELS_PER_MM
from kiosk.ui.start import read_shape

SHAPES = ["320x240", "640x480@508", "16000x300", "400x6000", "1024x600@80", "1024x600@850"]


@pytest.mark.usefixtures("booklet_at_once")
@pytest.mark.parametrize("shape", SHAPES)
def test_every_screen_opens_on_it(open_at: Open, demo_edition: Edition, shape: str) -> None:
    kiosk = open_at(shape)
    wide = kiosk.session.panel.width
    for name, route, before in every_place(demo_edition):
        show(kiosk, route, before)
        assert kiosk.session.navigator.here == route, name
        assert not kiosk.window.grab().isNull()
        assert kiosk.window.width() == wide, name
        kiosk.session.navigator.home()


@pytest.mark.parametrize("size", [(1, 1), (100, 100), (200, 2000)])
def test_a_window_made_tiny_and_large_again_shows_what_it_showed(open_at: Open, size: tuple[int, int]) -> None:
    kiosk = open_at("wide")
    kiosk.go("guide", "who-pays")
    kiosk.window.resize(*size)
    kiosk.visitor.settle()
    assert not kiosk.window.grab().isNull()
    kiosk.window.resize(1920, 1080)
    kiosk.visitor.settle()
    assert kiosk.session.panel == read_shape("1920x1080@476")
    assert kiosk.session.navigator.here.key == "who-pays"
    right = [
        w.mapTo(kiosk.window, QPoint(w.width(), 0)).x() for w in kiosk.window.findChildren(QWidget) if w.isVisible()
    ]
    assert max(right) <= 1920


@pytest.mark.parametrize(
    "shape", ["1280x800@10", "1280x800@0", "1280x800@-5", "1280x800@nan", "1280x800@inf", "1280x800@9e9"]
)
def test_a_width_that_cannot_be_is_refused_when_it_is_typed(shape: str) -> None:
    with pytest.raises(InputError, match="mm wide"):
        read_shape(shape)


def test_a_shape_without_a_width_is_taken_as_not_measured() -> None:
    assert read_shape("1280x800").pixels_per_mm == pytest.approx(UNMEASURED_PIXELS_PER_MM)
