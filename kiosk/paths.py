"""Where Signpost keeps its state on this machine."""

from __future__ import annotations

import os
from pathlib import Path


def home() -> Path:
    """The state folder: ``$SIGNPOST_HOME``, else the platform's own place. It is not created here."""
    chosen = os.environ.get("SIGNPOST_HOME")
    if chosen:
        return Path(chosen).expanduser()
    from platformdirs import user_state_dir

    return Path(user_state_dir("signpost", appauthor=False))
