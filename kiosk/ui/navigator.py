"""Where the visitor is and how they came there: a stack of routes."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.ui.routes import ATTRACT, HOME, Route

_DEEPEST = 60


class Navigator:
    """Screens ask for a route; nobody opens a screen. The start of every visit is the attract screen."""

    def __init__(self) -> None:
        self._stack: list[Route] = [ATTRACT]
        self._listeners: list[Callable[[Route], None]] = []

    def subscribe(self, listener: Callable[[Route], None]) -> None:
        """Call `listener` with the new place after every move."""
        self._listeners.append(listener)

    @property
    def here(self) -> Route:
        return self._stack[-1]

    @property
    def way(self) -> tuple[Route, ...]:
        """Where one has come from, the first place first, and last where one is."""
        return tuple(self._stack)

    @property
    def can_go_back(self) -> bool:
        return len(self._stack) > 1

    def go(self, route: Route) -> None:
        """Go to a place; asking for the place where one is changes nothing."""
        if route != self.here:
            self._stack = [*self._stack[-_DEEPEST:], route]
            self._tell()

    def swap(self, route: Route) -> None:
        """Go to a place that stands in this one's stead, so that Back does not lead here."""
        if len(self._stack) > 1 and self._stack[-2] == route:
            self._stack = self._stack[:-1]
        else:
            self._stack = [*self._stack[:-1], route]
        self._tell()

    def back_to(self, route: Route) -> None:
        """Go back along the way to a place, or go there in this one's stead when it was not on the way."""
        if route in self._stack[:-1]:
            place = len(self._stack) - 2 - self._stack[-2::-1].index(route)
            self._stack = self._stack[: place + 1]
        else:
            self._stack = [*self._stack[:-1], route]
        self._tell()

    def back(self) -> None:
        """Go where one came from; at the first place, Home."""
        self._stack = self._stack[:-1] if len(self._stack) > 1 else [HOME]
        self._tell()

    def home(self) -> None:
        """Go Home and forget the way."""
        self._stack = [HOME]
        self._tell()

    def attract(self) -> None:
        """Go to the screen that waits for the next visitor."""
        self._stack = [ATTRACT]
        self._tell()

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener(self.here)
