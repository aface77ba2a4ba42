"""The audit of every screen, as far as there is time for it here: it must find nothing."""

from __future__ import annotations

from pathlib import Path

from kiosk.audit.examine import Wanted, audit


def test_no_screen_has_a_fault_in_any_state_of_the_sample(demo_folder: Path) -> None:
    """One process, since the other core is busy with other tests; `kiosk audit --full` looks at forty times as much."""
    report = audit(Wanted(demo_folder, jobs=1))
    found = [f"{f.code} {f.state} ({f.cell}): {f.widget} {f.message}" for f in report.findings if f.level == "error"]
    assert not found, "\n".join(found)
    assert report.visits > report.states > 150
    assert len(report.checks) > 40
