"""The sample booklets, each typeset once in a run of the tests."""

from __future__ import annotations

from functools import cache

from booklet_samples import sample

from kiosk.booklet.render import Rendered, render_all


@cache
def made(language: str, size: str) -> Rendered:
    """The sample booklet in a language and a size."""
    return render_all(sample(language, size=size))
