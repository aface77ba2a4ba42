"""One word and its meaning."""

from __future__ import annotations

from kiosk.language import SOURCE_LANGUAGE, Tagged
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
        term, meaning = Tagged(self.route.key), _("This word is not explained here yet. Ask someone who works here.")
        for lang in (SOURCE_LANGUAGE, self.words.language):
            for known in library.glossary(lang):
                if known.term == self.route.key:
                    term, meaning = Tagged(known.term, lang), Tagged(known.meaning, lang)
        self.add_title(term)
        self.add_text(meaning)
        back = Button(self.look, _("Back to the page"), "back", "primary")
        back.set_least_height(self.look.metrics.main_target)
        back.clicked.connect(self.session.navigator.back)
        self.add(Flow(self.look, [back]))
