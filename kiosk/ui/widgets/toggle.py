"""Something that is on or off: what it is, small, and which of the two, bold and with a tick."""

from __future__ import annotations

from kiosk.language import Words
from kiosk.ui.widgets.filter_button import FilterButton
from kiosk.ui.widgets.look import Look


class Toggle(FilterButton):
    """Its state is in words, for the eye and for the ear (EN 301 549 5.6)."""

    def __init__(self, look: Look, words: Words, label: str, on: bool) -> None:
        _ = words.gettext
        # Translators: the state of a choice that can be switched on and off.
        super().__init__(look, label, _("On") if on else _("Off"), trailing_icon="tick" if on else "")
        self.set_kind("chosen" if on else "plain")
