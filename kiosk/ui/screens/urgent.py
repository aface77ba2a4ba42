"""Need help now: whom to ring, in three levels; numbers only from verified safety contacts."""

from __future__ import annotations

from dataclasses import replace

from kiosk.content.resolve import ask_council_sentence, shown_contact
from kiosk.document.blocks import ContactCard
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.session import Session
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.level_card import LevelCard
from kiosk.ui.widgets.look import Look
from kiosk.ui.widgets.phone_badge import PhoneBadge

NOW = ("emergency.999", "emergency.18000")
TODAY = ("council.safeguarding", "council.out-of-hours", "nhs.111", "emergency.101")
SOON = ("council.adult-social-care", "national.samaritans")


class UrgentScreen(PageScreen):
    """One touch from anywhere. "Clear this screen" stands at its top."""

    sensitive = True

    def title(self) -> str:
        return self._("Need help now")

    def heading(self) -> str:
        return self._("Who to ring")

    def fill(self) -> None:
        _ = self._
        for card in level_cards(self.look, self.session):
            self.add(card)
        helper = self.session.settings.text("site.help_from") or _("The people who work here")
        # Translators: {people} is for example "The people at the desk".
        self.add_text(_("{people} can ring for you. You do not have to give your name.").format(people=helper))
        read = Button(self.look, _("Read: worried about abuse"), "shield", leading=True, trailing_icon="next")
        read.clicked.connect(lambda: self.session.navigator.go(Route("guide", "worried-about-abuse")))
        if self.session.edition.library.guide("worried-about-abuse", "en") is not None:
            self.add(Flow(self.look, [read]))


def level_cards(look: Look, session: Session) -> list[LevelCard]:
    """The three levels: now, today, soon, each with the numbers that this edition has verified."""
    _ = session.words.gettext
    danger = _("Someone is hurt, in danger, or a crime is happening")
    today = _("Abuse or neglect, no care arrived, or you cannot cope")
    return [
        _level(look, session, _("In danger now"), danger, "urgent", NOW),
        _level(look, session, _("Today"), today, "accent", TODAY),
        _level(look, session, _("Soon"), _("Worried, or things are getting harder"), "safe", SOON),
    ]


def _level(look: Look, session: Session, name: str, when: str, color: str, keys: tuple[str, ...]) -> LevelCard:
    edge = {"accent": "line"}.get(color, color)
    badges = []
    missing = ""
    for key in keys:
        card = _card(session, key)
        if card is not None:
            badges.append(PhoneBadge(look, replace(card, hours="") if color == "urgent" else card, edge))
        elif key in ("council.safeguarding", "council.adult-social-care"):
            missing = ask_council_sentence(key, session.words)
    return LevelCard(look, name, when, color, badges, missing)


def _card(session: Session, key: str) -> ContactCard | None:
    card = shown_contact(session.edition.library, key, safety_only=True)
    return card if card is not None and card.phone else None
