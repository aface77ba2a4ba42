"""Runs every benchmark in this folder, one after another on a quiet machine, and lets each print its rows.

Exit code 1 when a benchmark could not be run; a row over its budget says OVER and does not fail.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    """Run all, or those whose names are given."""
    wanted = set(sys.argv[1:])
    scripts = [
        path
        for path in sorted(HERE.glob("*.py"))
        if path.name != Path(__file__).name
        and (not wanted or path.stem in wanted)
        and 'if __name__ == "__main__"' in path.read_text(encoding="utf-8")
    ]
    busy = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    print(f"{os.cpu_count()} processors, load {busy:.1f}" + (" (busy: expect slower rows)" if busy > 1 else ""))
    broken = []
    for path in scripts:
        print(f"-- {path.stem}", flush=True)
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
        if subprocess.run([sys.executable, str(path)], env=environment, cwd=HERE.parent, check=False).returncode != 0:
            broken.append(path.stem)
    if broken:
        print(f"could not be run: {', '.join(broken)}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
