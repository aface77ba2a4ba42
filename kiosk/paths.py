"""Where Signpost keeps its state on this machine, and what it can make anew."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def home() -> Path:
    """The state folder: ``$SIGNPOST_HOME``, else the platform's own place. It is not created here."""
    chosen = os.environ.get("SIGNPOST_HOME")
    if chosen:
        return Path(chosen).expanduser()
    if sys.platform == "linux":  # the XDG rule by hand: the first picture need not wait for a library
        return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "signpost"
    from platformdirs import user_state_dir

    return Path(user_state_dir("signpost", appauthor=False))


def cache() -> Path:
    """The folder of what can be made anew: ``$SIGNPOST_HOME/cache``, else the platform's place. Not created here."""
    if os.environ.get("SIGNPOST_HOME"):
        return home() / "cache"
    if sys.platform == "linux":
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "signpost"
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("signpost", appauthor=False))
