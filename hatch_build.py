"""Puts what the program shows into the wheel: assets, compiled catalogues and the demonstration, already built."""

from __future__ import annotations

import importlib.util
import os
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_PLACE = "kiosk/_bundled"


class BundleHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs while a wheel is built; an editable install uses the checkout's own folders and needs none of it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        self._made = tempfile.TemporaryDirectory(prefix="signpost-wheel-")
        made = Path(self._made.name)
        _compile_catalogues(root, made / "locales")
        _build_demo_edition(root, made / "demo-edition")
        build_data["force_include"].update(
            {
                str(root / "assets"): f"{_PLACE}/assets",
                str(made / "locales"): f"{_PLACE}/locales",
                str(made / "demo-edition"): f"{_PLACE}/demo-edition",
            }
        )

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        made = getattr(self, "_made", None)
        if made is not None:
            made.cleanup()


def _compile_catalogues(root: Path, into: Path) -> None:
    spec = importlib.util.spec_from_file_location("signpost_catalogues", root / "scripts" / "catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    catalogues = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(catalogues)
    into.mkdir(parents=True)
    catalogues.compile_all(into)


def _build_demo_edition(root: Path, into: Path) -> None:
    """Built by this checkout's own code; ``SOURCE_DATE_EPOCH`` gives its day, for wheels that can be made again."""
    sys.path.insert(0, str(root))
    try:
        from kiosk.edition.build import build

        build(root / "assets" / "demo", into, built_on=_day())
    finally:
        sys.path.remove(str(root))


def _day() -> date | None:
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else None
