"""A booklet that is really set, but once for all the screens that show one."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.booklet.render import Rendered, render_all
from kiosk.errors import SignpostError
from kiosk.ui.booklet_making import Typesetter, booklet_of
from kiosk.ui.session import Session

_PPI = 40


class BookletOnce:
    """Sets the first booklet that is asked for; where that fails, as without a typesetter, it fails for all."""

    def __init__(self) -> None:
        self._set: Rendered | SignpostError | None = None

    def for_session(self, session: Session) -> Typesetter:
        """What a session calls to have a booklet set; it answers at once."""

        def make(done: Callable[[Rendered], None], failed: Callable[[Exception], None]) -> None:
            if self._set is None:
                try:
                    self._set = render_all(booklet_of(session), pictures=[], ppi=_PPI)
                except SignpostError as error:
                    self._set = error
            if isinstance(self._set, Rendered):
                done(self._set)
            else:
                failed(self._set)

        return make
