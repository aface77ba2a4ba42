"""Booklets made once for all tests of this folder."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from booklet_samples import sample

from kiosk.booklet.render import Rendered, render_all

CASES = (("en", "standard"), ("en", "large"), ("en", "giant"), ("ar", "standard"))


@cache
def made(language: str, size: str) -> Rendered:
    return render_all(sample(language, size=size))


@pytest.fixture(params=CASES, ids=lambda case: "-".join(case))
def case(request: pytest.FixtureRequest) -> tuple[str, str]:
    """A language and a size."""
    found: tuple[str, str] = request.param
    return found


@pytest.fixture
def pdf(case: tuple[str, str]) -> bytes:
    """The sample booklet of the case as a PDF."""
    return made(*case).pdf
