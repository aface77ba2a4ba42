"""Language: each by its own name, never by a flag."""

from __future__ import annotations

from kiosk.language import OWN_NAMES, Tagged
from kiosk.ui.letters import offered_languages
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.grid import CardGrid


class LanguageScreen(PageScreen):
    """Choosing a language leads back to the page one came from, in that language."""

    widest_em = 39.0

    def title(self) -> str:
        return self._("Language")

    def fill(self) -> None:
        _, visit = self._, self.session.visit
        self.add_title(_("Choose your language"))
        buttons = []
        for code in offered_languages(self.session.edition.manifest.languages):
            on = code == visit.language
            own = Tagged(OWN_NAMES[code], code)
            name = _("{choice}, chosen").format(choice=own) if on else own
            button = Button(self.look, own, "tick" if on else "language", "chosen" if on else "plain", name=name)
            button.set_least_height(self.look.metrics.main_target)
            button.clicked.connect(lambda _c=False, code=code: self._choose(code))
            buttons.append(button)
        self.add(CardGrid(self.look, buttons, columns=3, narrowest_em=11, tallest=26))
        self.add_text(_("Some pages are not translated yet. They are shown in English."), "muted")

    def _choose(self, code: str) -> None:
        self.session.visit.choose_language(code)
        self.session.navigator.back()
