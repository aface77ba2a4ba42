"""Words that change while one stays on a page: how many were found, how far the printing is, what was typed wrongly."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent

from kiosk.ui.widgets.text_block import TextBlock


class Status(TextBlock):
    """Every change after the first picture is announced, with no move of the focus (WCAG 2.2 SC 4.1.3).

    Of several changes at once only the last is announced.
    """

    _known = ""
    _settled = False

    def set_text(self, text: str) -> None:
        super().set_text(text)
        if self._settled and self.isVisible():
            QTimer.singleShot(0, self, self._announce)

    def _announce(self) -> None:
        if self.text != self._known and self.isVisible():
            from kiosk.ui.accessible import announce

            self._known = self.text
            announce(self, self.text)

    def _settle(self) -> None:
        self._known, self._settled = self.text, True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._settled:
            QTimer.singleShot(0, self, self._settle)
