"""Display: text sizes and letters, colours, and what makes the screen easier to reach and to touch."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.ui.display_names import size_names, theme_names
from kiosk.ui.metrics import CAPITALS_MM
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.theme import THEMES
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.grid import CardGrid
from kiosk.ui.widgets.samples import SizeSample, ThemeSample
from kiosk.ui.widgets.toggle import Toggle


class DisplayScreen(PageScreen):
    """Key "size", "colours", "more" or "voice". A choice shows at once; "Back to my page" leads back to it."""

    def title(self) -> str:
        return self._("The voice") if self.route.key == "voice" else self._("Text size and colours")

    def visit_changed(self) -> None:
        self.refill()

    def fill(self) -> None:
        {"colours": self._fill_colours, "more": self._fill_more, "voice": self._fill_voice}.get(
            self.route.key, self._fill_sizes
        )()
        _ = self._
        done = Button(self.look, _("Back to my page"), "tick", "primary")
        done.clicked.connect(self.session.navigator.back)
        standard = Button(self.look, _("Standard display"), "repeat")
        standard.clicked.connect(self.session.standard_display)
        buttons: list[Button] = [done, standard]
        if self.route.key == "more" and self.session.settings["speech.enabled"]:
            voice = Button(self.look, _("The voice"), trailing_icon="next")
            voice.clicked.connect(lambda: self.session.navigator.swap(Route("display", "voice")))
            buttons.append(voice)
        elif self.route.key != "more":
            more = Button(self.look, _("More ways to change it"), trailing_icon="next")
            more.clicked.connect(lambda: self.session.navigator.swap(Route("display", "more")))
            buttons.append(more)
        for button in buttons:
            button.set_least_height(self.look.metrics.main_target)
        self.add(Flow(self.look, buttons))

    def _fill_sizes(self) -> None:
        _, visit = self._, self.session.visit
        names = size_names(self.words)
        self.add_title(_("How big should the words be?"))
        cards: list[QWidget] = []
        for size in CAPITALS_MM:
            on = visit.display.text_size == size
            card = SizeSample(self.look, names[size], size, on, self._named(names[size], on))
            card.set_least_height(self.look.metrics.main_target)
            card.clicked.connect(lambda _c=False, size=size: visit.choose_display(text_size=size))
            cards.append(card)
        self.add(CardGrid(self.look, cards, columns=4, narrowest_em=10, tallest=0))
        self.add_text(_("Choose what is easiest for your eyes. You can change it at any time."))
        self._toggles([("easy_letters", _("Letters that are easier to tell apart"), True)])

    def _fill_colours(self) -> None:
        _, visit = self._, self.session.visit
        names = theme_names(self.words)
        self.add_title(_("Which colours?"))
        cards: list[QWidget] = []
        for name, theme in THEMES.items():
            on = visit.display.theme == name
            card = ThemeSample(self.look, names[name], theme, on, self._named(names[name], on))
            card.set_least_height(self.look.metrics.main_target)
            card.clicked.connect(lambda _c=False, name=name: visit.choose_display(theme=name))
            cards.append(card)
        self.add(CardGrid(self.look, cards, columns=5, narrowest_em=11, tallest=0))
        self.add_text(_("Choose what is easiest for your eyes. You can change it at any time."))

    def _fill_more(self) -> None:
        _ = self._
        self.add_title(_("What else would help?"))
        self._toggles(
            [
                ("controls_low", _("Put everything I touch low down"), True),
                ("steady_touch", _("Take more care with shaking hands"), True),
                ("pictures", _("Show pictures beside the words"), True),
                ("keyboard", _("Put the keys in the order A to Z"), "a-z"),
            ]
        )

    def _fill_voice(self) -> None:
        _, voice = self._, self.session.voice
        self.add_title(_("How should the voice sound?"))
        acts = (
            (_("Quieter"), lambda: voice.change_loudness(-1)),
            (_("Louder"), lambda: voice.change_loudness(1)),
            (_("Slower"), lambda: voice.change_rate(-1)),
            (_("Faster"), lambda: voice.change_rate(1)),
        )
        made: list[QWidget] = []
        for words, act in acts:
            button = Button(self.look, words)
            button.set_least_height(self.look.metrics.main_target)
            button.clicked.connect(lambda _c=False, act=act: act())
            made.append(button)
        self.add(CardGrid(self.look, made, columns=4, narrowest_em=8, tallest=0))
        self.add_text(_("You hear at once how it sounds. The keys F6 and F7 make it quieter and louder on every page."))
        self._toggles([("say_aloud", _("Say aloud what I come to with the keys"), True)])

    def _toggles(self, toggles: list[tuple[str, str, object]]) -> None:
        """Buttons that switch a part of the display between a value and the other one it may have."""
        visit = self.session.visit
        made: list[QWidget] = []
        for part, label, value in toggles:
            on = getattr(visit.display, part) == value
            other = (not value) if isinstance(value, bool) else "qwerty"
            toggle = Toggle(self.look, self.words, label, on)
            toggle.set_least_height(self.look.metrics.main_target)
            toggle.clicked.connect(
                lambda _c=False, part=part, then=other if on else value: visit.choose_display(**{part: then})
            )
            made.append(toggle)
        self.add(CardGrid(self.look, made, columns=2, narrowest_em=19, tallest=0))

    def _named(self, words: str, on: bool) -> str:
        return self._("{choice}, chosen").format(choice=words) if on else words
