"""A page in Easy Read: short sentences, one idea a row, a drawing beside each."""

from __future__ import annotations

from kiosk.content.resolve import resolve_easy_read
from kiosk.language import Tagged
from kiosk.ui.keeping import keep_easy_read_button
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.document_view import DocumentWidgets
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.text_block import TextBlock


class EasyReadScreen(PageScreen):
    """Key is the guide's id. What can be kept of a guide can be kept of its Easy Read form."""

    widest_em = 39.0

    def build(self) -> None:
        library, language = self.session.edition.library, self.words.language
        self._page = library.easy_read(self.route.key, language)
        self._guide = library.guide(self.route.key, language)
        self.sensitive = bool(self._page and self._guide and self._guide.sensitive)
        super().build()

    def title(self) -> str:
        # Translators: a way of writing for people who find reading hard: short sentences with pictures.
        return self._("Easy Read")

    def heading(self) -> str:
        return Tagged(self._page.title, self._page.lang) if self._page else ""

    def visit_changed(self) -> None:
        self.refill()

    def fill(self) -> None:
        page = self._page
        if page is None:
            self.add_title(self._("This page is not here any more"))
            return
        document = resolve_easy_read(page, self.session.edition.library, self.words, self.session.today())
        if not self.sensitive:
            self.add(TextBlock(self.look, document.title, "title", level=1, lang=page.lang))
        made = DocumentWidgets(self.look, self.words, lambda _target: None, page.lang)
        for widget in made.widgets(document.blocks):
            self.add(widget)
        if self._guide is not None:
            ways = []
            if not self.sensitive:
                ways.append(keep_easy_read_button(self.look, self.session, page.id, page.title, page.lang))
            # Translators: leads from the Easy Read form of a page to all of it.
            whole = Button(self.look, self._("See the whole page"), "booklet", leading=True, trailing_icon="next")
            whole.clicked.connect(lambda: self.session.navigator.swap(Route("guide", page.id)))
            self.add(Flow(self.look, [*ways, whole]))
        for notice in document.notices:
            self.add(TextBlock(self.look, notice, "muted"))
