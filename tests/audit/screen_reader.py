"""Reads the open kiosk as a screen reader does, over AT-SPI: run by the system's Python, which has the bindings.

Prints one JSON object: what was read on each page, what was announced, and what became of each press.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM = "Signpost"
PATIENCE = 60.0
announced: list[str] = []


def wait_for(what: str, found: Callable[[], Any]) -> Any:
    """Poll until something is there; what assistive technology is told comes in meanwhile."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            answer = found()
        except GLib.GError:
            answer = None  # what was asked about went while it was asked
        if answer:
            return answer
        time.sleep(0.05)
    raise SystemExit(f"waited {PATIENCE:.0f} seconds for {what}; announced so far: {announced}")


def program() -> Any:
    desktop = Atspi.get_desktop(0)
    children = (desktop.get_child_at_index(number) for number in range(desktop.get_child_count()))
    return next((child for child in children if child is not None and child.get_name() == PROGRAM), None)


def parts(here: Any) -> Iterator[Any]:
    """Everything below, in the order in which a reader goes from child to child; what is not shown is passed over."""
    for number in range(here.get_child_count()):
        child = here.get_child_at_index(number)
        if child is None or not child.get_state_set().contains(Atspi.StateType.SHOWING):
            continue
        yield child
        yield from parts(child)


def actions(part: Any) -> list[str]:
    if "Action" not in part.get_interfaces():
        return []
    return [Atspi.Action.get_action_name(part, number) for number in range(Atspi.Action.get_n_actions(part))]


def read(part: Any) -> dict[str, Any]:
    states = part.get_state_set()
    return {
        "role": part.get_role_name(),
        "name": part.get_name(),
        "description": part.get_description(),
        "level": part.get_attributes().get("level", ""),
        "language": part.get_object_locale(),
        "actions": actions(part),
        "enabled": states.contains(Atspi.StateType.ENABLED),
        "focused": states.contains(Atspi.StateType.FOCUSED),
    }


def page(root: Any) -> list[dict[str, Any]]:
    root.clear_cache()
    return [read(part) for part in parts(root)]


def named(root: Any, name: str, role: str) -> Any:
    """The part that is shown whose name begins so."""
    root.clear_cache()
    return next((p for p in parts(root) if p.get_role_name() == role and p.get_name().startswith(name)), None)


def press(root: Any, name: str) -> bool:
    button = wait_for(f"the button “{name}”", lambda: named(root, name, "push button"))
    number = actions(button).index("Press")
    return bool(Atspi.Action.do_action(button, number))


def arrive(root: Any, heading: str) -> list[dict[str, Any]]:
    """Wait until a page with this heading is there and holds still, and read it."""
    wait_for(f"the heading “{heading}”", lambda: named(root, heading, "heading"))
    before: list[list[dict[str, Any]]] = [[]]

    def still() -> list[dict[str, Any]]:
        now, last = page(root), before[0]
        before[0] = now
        return now if now == last else []

    return wait_for(f"the page “{heading}” to hold still", still)


def visit() -> dict[str, Any]:
    Atspi.init()
    listener = Atspi.EventListener.new(lambda event: announced.append(str(event.any_data)))
    listener.register("object:announcement")
    root = wait_for("the program", program)
    told: dict[str, Any] = {}
    told["waiting"] = arrive(root, "Find help. Know your rights.")
    told["pressed"] = [press(root, "Touch to start")]
    told["home"] = arrive(root, "What do you need today?")
    told["pressed"].append(press(root, "Find local help"))
    told["find"] = arrive(root, "Find local help")
    service = next(part["name"] for part in told["find"] if part["name"].startswith("Keep: "))
    told["pressed"].append(press(root, service))
    kept = service.replace("Keep: ", "Kept: ", 1)
    wait_for("the kept service to be announced", lambda: kept in announced)
    wait_for("the button to say that it is kept", lambda: named(root, kept, "push button"))
    told["kept"] = page(root)
    told["pressed"].append(press(root, "Language"))
    wait_for("the languages", lambda: named(root, "العربية", "push button"))
    told["languages"] = page(root)
    told["pressed"].append(press(root, "العربية"))
    wait_for("the list in Arabic", lambda: named(root, kept.removeprefix("Kept: "), "push button"))
    told["arabic"] = page(root)
    told["announced"] = announced
    return told


if __name__ == "__main__":
    json.dump(visit(), sys.stdout, ensure_ascii=False)
