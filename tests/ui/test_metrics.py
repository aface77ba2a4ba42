"""Millimetres on the panel: what is promised in millimetres is there on every shape of screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.display import TEXT_SIZES
from kiosk.ui.metrics import CAPITALS_MM, UNMEASURED_PIXELS_PER_MM, Metrics, Panel

SHAPES = [(1920, 1080, 476.0), (1080, 1920, 268.0), (1280, 800, 261.0)]
every_shape = pytest.mark.parametrize(("width", "height", "mm"), SHAPES)
every_size = pytest.mark.parametrize("size", TEXT_SIZES)


@every_shape
def test_a_tenth_of_a_metre_is_a_tenth_of_a_metre(width: int, height: int, mm: float) -> None:
    metrics = Metrics(Panel.measured(width, height, mm), "standard")
    assert metrics.mm(mm) == width
    assert metrics.mm(100) / metrics.panel.pixels_per_mm == pytest.approx(100, abs=0.2)


@every_shape
@every_size
def test_targets_capitals_and_gaps_keep_their_least_millimetres(width: int, height: int, mm: float, size: str) -> None:
    metrics = Metrics(Panel.measured(width, height, mm), size)
    per_mm = metrics.panel.pixels_per_mm
    assert metrics.target / per_mm >= 12.7
    assert metrics.main_target >= metrics.target
    assert metrics.gap / per_mm >= 3
    assert 0 <= metrics.body * 0.714 / per_mm - CAPITALS_MM[size] < 0.18, "never lower, at most one pixel higher"
    assert metrics.body < metrics.heading < metrics.title


def test_ordinary_capitals_meet_the_standard_and_the_largest_are_twice_as_tall() -> None:
    assert CAPITALS_MM["standard"] >= 4.89  # EN 301 549 5.1.4 at 400 mm; ADA 707.7.2 asks for 4.8
    assert CAPITALS_MM["larger"] >= 7.33  # 0.7 degrees at 600 mm
    assert CAPITALS_MM["largest"] >= 2 * CAPITALS_MM["standard"]
    assert list(CAPITALS_MM.values()) == sorted(CAPITALS_MM.values())


@pytest.mark.parametrize(("width", "height", "mm"), SHAPES[:2])
def test_main_actions_are_twenty_millimetres_on_a_kiosk_of_full_size(width: int, height: int, mm: float) -> None:
    metrics = Metrics(Panel.measured(width, height, mm), "standard")
    assert metrics.main_target / metrics.panel.pixels_per_mm == pytest.approx(20, abs=0.2)
    assert not metrics.low


def test_only_the_small_panel_counts_as_low() -> None:
    low = [Metrics(Panel.measured(*shape), "standard").low for shape in SHAPES]
    assert low == [False, False, True]
    assert [Panel.measured(*shape).portrait for shape in SHAPES] == [False, True, False]


@pytest.mark.parametrize("width_mm", [0, -5, 5e-324, 10, 137, 1601, 10_000, float("nan"), float("inf"), float("-inf")])
def test_an_absurd_width_means_that_nobody_measured(width_mm: float) -> None:
    panel = Panel.measured(1920, 1080, width_mm)
    assert panel.pixels_per_mm == UNMEASURED_PIXELS_PER_MM == 1920 / 476


@pytest.mark.parametrize("width_mm", [72, 100, 261, 830])
def test_a_width_that_can_be_is_believed(width_mm: float) -> None:
    panel = Panel.measured(1000, 600, width_mm)
    assert panel.pixels_per_mm == 1000 / width_mm
    assert panel.width_mm == pytest.approx(width_mm)


@given(
    width=st.integers(320, 16000),
    height=st.integers(240, 16000),
    mm=st.floats(allow_nan=True, allow_infinity=True),
    size=st.sampled_from(TEXT_SIZES),
)
def test_no_panel_whatever_gives_a_size_of_nothing(width: int, height: int, mm: float, size: str) -> None:
    metrics = Metrics(Panel.measured(width, height, mm), size)
    lengths = (metrics.gap, metrics.margin, metrics.padding, metrics.target, metrics.main_target, metrics.line,
               metrics.corner, metrics.body, metrics.heading, metrics.title, metrics.mm(0))  # fmt: skip
    assert all(isinstance(length, int) and length >= 1 for length in lengths)
    assert metrics.columns_of_text > 0


@pytest.mark.parametrize(
    ("words", "width", "height", "per_mm"),
    [
        ("1280x800@261", 1280, 800, 1280 / 261),
        ("1920x1080", 1920, 1080, UNMEASURED_PIXELS_PER_MM),
    ],
)
def test_a_shape_is_read_from_words(words: str, width: int, height: int, per_mm: float) -> None:
    from kiosk.ui.start import read_shape

    panel = read_shape(words)
    assert (panel.width, panel.height) == (width, height)
    assert panel.pixels_per_mm == pytest.approx(per_mm)


@pytest.mark.parametrize("words", ["", "big", "1280", "1280x", "x800", "1280x800@wide", "12.5x800", "10x10", "99999x2"])
def test_a_shape_that_cannot_be_is_refused_in_words(words: str) -> None:
    from kiosk.errors import InputError
    from kiosk.ui.start import read_shape

    with pytest.raises(InputError, match=r"shape is like 1280x800@261|not possible here"):
        read_shape(words)
