"""One word and its meaning."""

from __future__ import annotations

from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow import Flow


class WordScreen(PageScreen):
    """Key is the term as the glossary writes it."""

    widest_em = 39.0

    def title(self) -> str:
        return self._("What a word means")

    def fill(self) -> None:
        _, library = self._, self.session.edition.library
        terms = [*library.glossary(self.words.language), *library.glossary("en")]
        term = next((term for term in terms if term.term == self.route.key), None)
        self.add_title(self.route.key)
        self.add_text(term.meaning if term else _("This word is not explained here yet. Ask someone who works here."))
        back = Button(self.look, _("Back to the page"), "back", "primary")
        back.set_least_height(self.look.metrics.main_target)
        back.clicked.connect(self.session.navigator.back)
        self.add(Flow(self.look, [back]))
