"""The accessibility statement: what the kiosk does for disabled people, what it does not yet, and who to tell."""

from __future__ import annotations

from kiosk import resources
from kiosk.content.statement import statement_document
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.document_view import DocumentWidgets
from kiosk.ui.widgets.text_block import TextBlock


class StatementScreen(PageScreen):
    """Opened from Help. The words are in English; on a screen in another language they are marked as such."""

    widest_em = 39.0

    def title(self) -> str:
        return self._("Accessibility statement")

    def fill(self) -> None:
        helper = self.session.settings.text("site.help_from") or "the people who work here"
        document = statement_document(
            resources.accessibility(), self.session.edition.library, helper, self.words, self.session.today()
        )
        self.add(TextBlock(self.look, document.title, "title", level=1, lang=document.lang))
        for notice in document.notices:
            self.add(TextBlock(self.look, notice, "muted"))
        widgets = DocumentWidgets(self.look, self.words, lambda target: None, document.lang)
        for widget in widgets.widgets(document.blocks):
            self.add(widget)
