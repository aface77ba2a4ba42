"""The audit of the audit: every check finds the fault that was put in, by its name, and nothing after the repair."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from opened_kiosk import Open
from planted import PLANTS, Plant

import kiosk.audit.checks  # noqa: F401  (registers the checks)
from kiosk.audit.check import CHECKS
from kiosk.audit.fault import Fault
from kiosk.audit.seen import Seen

for module in sorted(Path(__file__).parent.glob("plants_*.py")):
    import_module(module.stem)


@pytest.mark.usefixtures("booklet_at_once")
@pytest.mark.parametrize("plant", PLANTS, ids=[f"{plant.code}-{plant.name}" for plant in PLANTS])
def test_a_fault_is_found_by_its_name_and_nothing_after_the_repair(open_at: Open, plant: Plant) -> None:
    cell = plant.cell
    kiosk = open_at(cell.shape, cell.text_size, cell.theme, cell.language)
    kiosk.session.navigator.go(plant.route)
    kiosk.visitor.settle()

    def found() -> list[Fault]:
        return list(CHECKS[plant.code].look(Seen(kiosk.window, cell)))

    assert found() == []
    repair = plant.put(kiosk)
    kiosk.visitor.settle()
    assert {fault.code for fault in found()} == {plant.code}
    repair()
    kiosk.visitor.settle()
    assert found() == []


def test_every_check_has_had_its_fault_planted() -> None:
    assert {plant.code for plant in PLANTS} == set(CHECKS)
