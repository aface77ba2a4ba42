"""The top of a page about abuse or danger: its title, and "Clear this screen", which never scrolls away."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from kiosk.ui.session import Session
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.look import Look
from kiosk.ui.widgets.text_block import TextBlock


class SafeTop(QWidget):
    """One touch forgets the visit, stops speech, cancels printing and shows Home (GOV.UK "Exit this page")."""

    def __init__(self, look: Look, session: Session, title: str) -> None:
        super().__init__()
        _ = session.words.gettext
        wide = look.metrics.columns_of_text >= 33
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.gap)
        self.clear = Button(look, _("Clear this screen"), "finish", "accent")
        self.clear.set_least_height(look.metrics.main_target)
        self.clear.clicked.connect(lambda: session.end_visit(to_home=True))
        heading = TextBlock(look, title, "title", level=1)
        for part, stretch in ((heading, 1), (self.clear, 0)) if wide else ((self.clear, 0), (heading, 0)):
            row.addWidget(part, stretch)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
