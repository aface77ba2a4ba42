"""One state of one screen: how a visitor or the machine brings it about, and the small steps it takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Literal, NamedTuple

from PySide6.QtWidgets import QLineEdit

from kiosk import settings
from kiosk.ui.routes import Route
from kiosk.ui.session import Session
from kiosk.ui.widgets.button import Button
from kiosk.ui.window import KioskWindow
from kiosk.visit import SearchState

Before = Callable[[Session], None]
After = Callable[[KioskWindow], None]


def as_found(_session: Session) -> None:
    """What the visitor did before: nothing."""


def nothing_more(_window: KioskWindow) -> None:
    """What happens once the screen is shown: nothing."""


class State(NamedTuple):
    """A screen as it is looked at. `before` is done while the screen that waits is shown, `after` on the screen itself.

    `edition` is "shown" for what this kiosk shows, "awkward" for the records of `kiosk.audit.awkward`. `alike` says
    that it is one of many that are made of the same parts; others of them are looked at in every cell.
    """

    name: str
    route: Route
    before: Before = as_found
    edition: Literal["shown", "awkward"] = "shown"
    after: After = nothing_more
    alike: bool = False

    @property
    def screen(self) -> str:
        """The screen's name in `kiosk.ui.routes.SCREENS`."""
        return self.route.screen


def in_order(*steps: Before) -> Before:
    """One thing after another."""

    def all_of_them(session: Session) -> None:
        for step in steps:
            step(session)

    return all_of_them


def looks_for(**state: Any) -> Before:
    """Looks for something, by the fields of `SearchState`."""
    return lambda session: session.visit.look_for(SearchState(**state))


def keeps(*services: str, guides: tuple[str, ...] = ()) -> Before:
    """Keeps services and guides for the booklet."""

    def keep(session: Session) -> None:
        for key in services:
            session.visit.keep(key)
        for guide_id in guides:
            session.visit.keep_guide(guide_id)

    return keep


def goes_out(weekday: int | None = None, **outing: Any) -> Before:
    """Looks at What's on, by the fields of `OutingState`; a weekday (0 = Monday) stands for the next such day."""

    def look(session: Session) -> None:
        if weekday is not None:
            today = session.today()
            ahead = (weekday - today.weekday()) % 7
            outing["day"] = (today + timedelta(days=ahead)).isoformat() if ahead else ""
        session.visit.plan_outing(**outing)

    return look


def comes_by(route: Route) -> Before:
    """Comes by way of another place."""
    return lambda session: session.navigator.go(route)


def plans(**booklet: Any) -> Before:
    """Plans a booklet, by the fields of `BookletState`."""
    return lambda session: session.visit.plan_booklet(**booklet)


def where(**values: Any) -> Before:
    """Finds the kiosk in a place with other settings; `site__name` stands for "site.name"."""
    wanted = {name.replace("__", "."): value for name, value in values.items()}

    def set_up(session: Session) -> None:
        session.settings = settings.Settings({**session.settings.values, **wanted})

    return set_up


def press(*names: str) -> After:
    """Presses buttons by their English names, one after another."""

    def press_them(window: KioskWindow) -> None:
        for name in names:
            wanted = window.session.words.gettext(name)
            found = [b for b in window.findChildren(Button) if b.isVisible() and b.accessibleName() == wanted]
            if not found:
                raise LookupError(f"there is no button “{wanted}”")
            found[0].click()

    return press_them


def turns_keys_to(page: str) -> After:
    """Presses the key that leads to another page of keys, by what it does, where this language has that page."""

    def press_it(window: KioskWindow) -> None:
        found = [key for key in window.findChildren(Button) if key.isVisible() and getattr(key, "does", "") == page]
        if not found and page != "english":
            raise LookupError(f"there is no key that leads to {page}")
        for key in found[:1]:
            key.click()

    return press_it


def chooses(**display: Any) -> Before:
    """Changes the display, by the fields of `Display`."""
    return lambda session: session.visit.choose_display(**display)


def types(text: str) -> After:
    """Has this in the field."""

    def type_it(window: KioskWindow) -> None:
        field = window.findChild(QLineEdit)
        if field is None:
            raise LookupError("there is no field to type into")
        field.setText(text)

    return type_it
