"""What holds for all tests of the directory."""

from __future__ import annotations

from exporting import no_flushing

__all__ = ["no_flushing"]
