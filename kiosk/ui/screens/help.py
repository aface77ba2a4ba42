"""Help: whom to ring now, today and soon, who here can help, and how to use this screen. One touch from anywhere."""

from __future__ import annotations

from kiosk.document.blocks import BulletList, words
from kiosk.ui.bar_title import area_line
from kiosk.ui.choosing_ways import can_choose, choose_button
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.screens.urgent import level_cards
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.document_view import DocumentWidgets
from kiosk.ui.widgets.flow import Flow


class HelpScreen(PageScreen):
    """The council's number and the people nearby, in the same place on every page."""

    def title(self) -> str:
        return self._("Help")

    def fill(self) -> None:
        _ = self._
        self.add_title(_("How can we help?"))
        helper = self.session.settings.text("site.help_from")
        if helper:
            self.add_text(_("{people} can help you use this screen.").format(people=helper))
        else:
            self.add_text(_("The people who work here can help you use this screen."))
        for card in level_cards(self.look, self.session):
            self.add(card)
        if can_choose(self.session):
            self.add(Flow(self.look, [choose_button(self.look, self.session)]))
        self.add_heading(_("How to use this screen"))
        tips = (
            _("Touch a box to open it. Touch Back to go back."),
            _("Touch Listen to hear the page. Touch Stop to stop."),
            _("Touch Text size to make the words bigger."),
            _("Touch Keep to put something on your list. You can print your list."),
            _("Touch Finish when you are done. Everything you did is forgotten."),
        )
        view = DocumentWidgets(self.look, self.words, lambda target: None)
        for widget in view.widgets((BulletList(tuple(words(tip) for tip in tips)),)):
            self.add(widget)
        self.add_heading(_("About what you see here"))
        manifest = self.session.edition.manifest
        self.add_text(area_line(self.session))
        if manifest.demonstration:
            self.add_text(_("This is a demonstration. The area, its services and their numbers are made up."))
        from datetime import date

        self.add_text(
            _("The information was put together on {date}.").format(
                date=self.words.date(date.fromisoformat(manifest.built_on))
            )
        )
        statement = Button(self.look, _("Accessibility statement"), "access", leading=True, trailing_icon="next")
        statement.clicked.connect(lambda: self.session.navigator.go(Route("statement")))
        sources = Button(self.look, _("Where the information comes from"), "info", leading=True, trailing_icon="next")
        sources.clicked.connect(lambda: self.session.navigator.go(Route("sources")))
        self.add(Flow(self.look, [statement, sources]))
