"""Booklets made once for all tests of this folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from made_booklets import made

CASES = (("en", "standard"), ("en", "large"), ("en", "giant"), ("ar", "standard"))


@pytest.fixture(params=CASES, ids=lambda case: "-".join(case))
def case(request: pytest.FixtureRequest) -> tuple[str, str]:
    """A language and a size."""
    found: tuple[str, str] = request.param
    return found


@pytest.fixture
def pdf(case: tuple[str, str]) -> bytes:
    """The sample booklet of the case as a PDF."""
    return made(*case).pdf
