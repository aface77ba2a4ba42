"""One question about the booklet: for whom it is, how big its print is, or in which language it is."""

from __future__ import annotations

from kiosk.language import OWN_NAMES, Tagged, Words, interface_languages
from kiosk.ui.booklet_making import PRINT_SIZES, booklet_language, booklet_size
from kiosk.ui.screen import PageScreen
from kiosk.ui.session import Session
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.grid import CardGrid


class BookletChoiceScreen(PageScreen):
    """Key "whom", "size" or "language". A touch answers and leads back."""

    widest_em = 39.0

    def title(self) -> str:
        return self._("Make my booklet")

    def fill(self) -> None:
        _, key = self._, self.route.key
        questions = {
            "whom": _("Who is it for?"),
            "size": _("How big should the print be?"),
            "language": _("Which language?"),
        }
        self.add_title(questions.get(key, _("Make my booklet")))
        buttons = []
        chosen = answer(self.session, key)
        for value, words in answers(key, self.words).items():
            on = value == chosen
            name = _("{choice}, chosen").format(choice=words) if on else words
            button = Button(
                self.look, words, "tick" if on else "", "chosen" if on else "plain", leading=True, name=name
            )
            button.set_least_height(self.look.metrics.main_target)
            button.clicked.connect(lambda _c=False, value=value: self._choose(value))
            buttons.append(button)
        self.add(CardGrid(self.look, buttons, columns=1, tallest=0))

    def _choose(self, value: str) -> None:
        field = {"whom": "for_whom"}.get(self.route.key, self.route.key)
        self.session.visit.plan_booklet(**{field: value})
        self.session.navigator.back()


def answers(key: str, words: Words) -> dict[str, str]:
    """What can be answered to a question, and how it is called."""
    _ = words.gettext
    if key == "whom":
        return {"me": _("For me"), "someone": _("For someone I look after")}
    if key == "size":
        names = {"standard": _("Clear print"), "large": _("Large print"), "giant": _("Giant print")}
        return {size: names[size] for size in PRINT_SIZES}
    if key == "language":
        return {code: Tagged(OWN_NAMES[code], code) for code in interface_languages()}
    return {}


def answer(session: Session, key: str) -> str:
    """What is answered now."""
    if key == "whom":
        return session.visit.booklet.for_whom
    return booklet_size(session) if key == "size" else booklet_language(session)
