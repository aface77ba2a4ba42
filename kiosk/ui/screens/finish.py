"""Finish: says what will be forgotten, and asks once."""

from __future__ import annotations

from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.button import Button


class FinishScreen(PageScreen):
    """A visit with nothing kept can finish with the same two touches; nothing is lost by accident."""

    widest_em = 39.0

    def title(self) -> str:
        return self._("Finish")

    def fill(self) -> None:
        _, visit = self._, self.session.visit
        self.add_title(_("Are you done?"))
        if visit.kept_count:
            words = self.words.ngettext(
                "You kept {count} thing. It will be forgotten, with everything you typed.",
                "You kept {count} things. They will be forgotten, with everything you typed.",
                visit.kept_count,
            )
            self.add_text(words.format(count=visit.kept_count))
        else:
            self.add_text(_("Everything you looked at and typed will be forgotten."))
        done = Button(self.look, _("Yes, clear everything"), "finish", "primary")
        done.clicked.connect(lambda: self.session.end_visit())
        back = Button(self.look, _("No, go back"), "back")
        back.clicked.connect(self.session.navigator.back)
        buttons = [done, back]
        if visit.kept_count:
            booklet = Button(self.look, _("Print my booklet first"), "booklet")
            booklet.clicked.connect(lambda: self.session.navigator.go(Route("booklet")))
            buttons.append(booklet)
        for button in buttons:
            button.set_least_height(self.look.metrics.main_target)
            self.add(button)
