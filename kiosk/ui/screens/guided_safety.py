"""What comes at once when an answer is about safety: help now, whom to ring, and the page about it, before all else."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kiosk.choose.safety import Worry
from kiosk.content.resolve import ask_council_sentence, shown_contact
from kiosk.language import Tagged
from kiosk.ui.guided import Guiding
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen, Screen
from kiosk.ui.screens.find_words import urgent_button
from kiosk.ui.screens.guided import add_gone
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.phone_badge import PhoneBadge
from kiosk.ui.widgets.text_block import TextBlock


class GuidedSafetyScreen(PageScreen):
    """Key is the question's id. "Clear this screen" stands at its top."""

    widest_em = 39.0
    sensitive = True

    def build(self) -> None:
        self._guiding = Guiding(self.session, self.route.key)
        super().build()

    def title(self) -> str:
        return self._("Help me choose")

    def heading(self) -> str:
        return self._("Get help with this first")

    def fill(self) -> None:
        guiding = self._guiding
        worry = guiding.worry(guiding.question.id) if guiding.question is not None else None
        if guiding.question is None or worry is None:
            add_gone(self, guiding)
            return
        for widget in safety_widgets(self, worry):
            self.add(widget)
        last = guiding.question == guiding.questions[-1]
        words = self._("See what else may help") if last else self._("Go on with the questions")
        button = Button(self.look, words, leading=True, trailing_icon="next")
        button.set_least_height(self.look.metrics.main_target)
        button.clicked.connect(guiding.follow)
        self.add(Flow(self.look, [button]))


def safety_widgets(screen: Screen, worry: Worry, with_pages: bool = True) -> list[QWidget]:
    """What was said, "You can get help right now", safety contacts and no others, and the pages about it."""
    session, look = screen.session, screen.look
    library = session.edition.library
    found: list[QWidget] = [TextBlock(look, sentence) for sentence in worry.because]
    found.append(urgent_button(look, session))
    badges, ask = [], ""
    for key in worry.contacts:
        card = shown_contact(library, key, safety_only=True)
        if card is not None and card.phone:
            badges.append(PhoneBadge(look, card, "urgent"))
        elif key in ("council.safeguarding", "council.adult-social-care"):
            ask = ask or ask_council_sentence(key, session.words)
    if badges:
        found.append(Flow(look, badges))
    if ask:
        found.append(TextBlock(look, ask))
    titles = {title.id: title for title in library.titles(screen.words.language)}
    pages = [titles[key] for key in worry.pages if key in titles and with_pages]
    buttons = []
    for page in pages:
        button = Button(look, Tagged(page.title, page.lang), "shield", leading=True, trailing_icon="next")
        button.clicked.connect(lambda _c=False, key=page.id: session.navigator.go(Route("guide", key)))
        buttons.append(button)
    if buttons:
        found.append(Flow(look, buttons))
    return found
