"""A guide: what to do first, short sections, words explained, local help, and pages that go with it."""

from __future__ import annotations

from collections.abc import Container

from PySide6.QtWidgets import QWidget

from kiosk.content.library import GuideTitle
from kiosk.content.resolve import resolve_guide
from kiosk.content.word_lists import words_to_explain
from kiosk.document.reading import readings
from kiosk.language import Tagged
from kiosk.search import Query
from kiosk.ui.estimate_ways import OF_GUIDES, can_estimate, estimate_card
from kiosk.ui.finding import row_of
from kiosk.ui.journeys import JourneyPlace, place_on_journey
from kiosk.ui.keeping import keep_guide_button, keep_service_button
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.document_view import DocumentWidgets
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.result_row import ResultRow
from kiosk.ui.widgets.text_block import TextBlock
from kiosk.visit import SearchState

_MOST_WORDS = 8


class GuideScreen(PageScreen):
    """Key is the guide's id. Amounts, numbers and the council's names are filled in now, as they are today."""

    widest_em = 39.0

    def build(self) -> None:
        self._guide = self.session.edition.library.guide(self.route.key, self.words.language)
        self.sensitive = bool(self._guide and self._guide.sensitive)
        super().build()

    def title(self) -> str:
        if self._guide is None:
            return ""
        topics = self.session.edition.library.topics()
        return next((t.title(self.words.language) for t in topics if t.id == self._guide.topic), "")

    def heading(self) -> str:
        return Tagged(self._guide.title, self._guide.lang) if self._guide else ""

    def speaking_widgets(self) -> list[QWidget]:
        """What to do comes first; the way to Easy Read and the dates of review are read last."""
        return [w for w in super().speaking_widgets() if w not in self._aside] + self._aside

    def visit_changed(self) -> None:
        self.refill()

    def fill(self) -> None:
        _, guide = self._, self._guide
        self._aside: list[QWidget] = []
        if guide is None:
            self.add_title(_("This page is not here any more"))
            return
        library = self.session.edition.library
        document = resolve_guide(guide, library, self.words, self.session.today())
        if not self.sensitive:
            self.add(TextBlock(self.look, document.title, "title", level=1, lang=guide.lang))
        notices = [TextBlock(self.look, notice, "muted") for notice in document.notices]
        for notice in notices:
            self.add(notice)
        place = place_on_journey(self.session, guide.id)
        if place is not None:
            self._aside.append(TextBlock(self.look, self._step_words(place), "muted"))
            self.add(self._aside[-1])
        if library.easy_read(guide.id, self.words.language) is not None:
            self._aside.append(self._way(_("Easy Read"), Route("easy-read", guide.id), "people"))
            self.add(Flow(self.look, [self._aside[-1]]))
        self._aside += notices
        widgets = DocumentWidgets(self.look, self.words, self._follow, guide.lang)
        if guide.kind == "worksheet":
            self.add_text(_("This is a sheet of paper to fill in by hand. Keep it for your booklet, then print it."))
        for widget in widgets.widgets(document.blocks):
            self.add(widget)
        if not guide.sensitive:
            keep = keep_guide_button(self.look, self.session, guide.id, guide.title)
            self.add(Flow(self.look, [keep]))
        estimate = OF_GUIDES.get(guide.id, "")
        if estimate and can_estimate(self.session, estimate):
            self.add(estimate_card(self.session, self.look, estimate))
        if place is not None:
            self._add_next_step(place)
        text = "\n".join(item.text for item in readings(document))
        related = self._related(widgets.linked)
        self._add_words(text, [*widgets.linked.values(), *(title.title for title in related)])
        self._add_sheets()
        self._add_local_help()
        self._add_related(related)
        if guide.sources:
            self.add_text(
                _("Where this comes from: {sources}").format(
                    sources="; ".join(source.title for source in guide.sources)
                ),
                "muted",
            )

    def _step_words(self, place: JourneyPlace) -> str:
        # Translators: where one is in a journey such as "Coming out of hospital", which is {journey}.
        words = self._("Step {number} of {of}: {journey}")
        return words.format(journey=place.title, number=place.number, of=place.of)

    def _add_next_step(self, place: JourneyPlace) -> None:
        """The way on along the journey, and back to all of its steps."""
        self.add_heading(self._step_words(place))
        library = self.session.edition.library
        following = library.guide(place.following, self.words.language) if place.following else None
        ways = []
        if following is not None:
            # Translators: leads to the next page of a journey, which is {page}.
            words = self._("Next step: {page}").format(page=following.title)
            ways.append(self._way(words, Route("guide", following.id), kind="primary"))
        # Translators: leads back to the list of a journey's steps.
        ways.append(self._way(self._("All the steps"), Route("guide", place.journey), "walking"))
        self.add(Flow(self.look, ways))

    def _way(self, words: str, route: Route, icon: str = "", kind: str = "plain") -> Button:
        button = Button(self.look, words, icon, kind, leading=True, trailing_icon="next")
        button.clicked.connect(lambda: self.session.navigator.go(route))
        return button

    def _add_sheets(self) -> None:
        """Sheets to print that go with the page."""
        assert self._guide is not None
        titles = {title.id: title for title in self.session.edition.library.titles(self.words.language)}
        sheets = [titles[key] for key in self._guide.sheets if key in titles]
        if not sheets:
            return
        # Translators: over sheets of paper that one can print and fill in by hand.
        self.add_heading(self._("To print and fill in"))
        ways = [self._way(Tagged(sheet.title, sheet.lang), Route("guide", sheet.id), "note") for sheet in sheets]
        self.add(Flow(self.look, ways))

    def _add_words(self, text: str, on_buttons: list[str]) -> None:
        """The hard words of a text, but for those that are on a button already: it leads to more than a meaning."""
        assert self._guide is not None
        taken = {words.casefold() for words in on_buttons}
        glossary = self.session.edition.library.glossary(self._guide.lang)
        terms = words_to_explain((term for term in glossary if term.term.casefold() not in taken), text, _MOST_WORDS)
        if not terms:
            return
        self.add_heading(self._("Words on this page"))
        buttons = []
        for term in terms:
            button = Button(self.look, Tagged(term.term, self._guide.lang), "info")
            button.clicked.connect(lambda _c=False, word=term.term: self.session.navigator.go(Route("word", word)))
            buttons.append(button)
        self.add(Flow(self.look, buttons))

    def _add_local_help(self) -> None:
        from kiosk.search.engine import search

        assert self._guide is not None
        wanted = self._guide.local_help
        if not wanted:
            return
        query = Query(wanted.words, types=wanted.types, beneficiaries=wanted.beneficiaries, language="en", limit=3)
        found = search(self.session.edition.connection, query)
        if not found.hits:
            return
        self.add_heading(self._("Local help with this"))
        for hit in found.hits:
            keep = keep_service_button(self.look, self.session, hit.id, hit.name)
            row = ResultRow(self.look, row_of(self.session, hit), keep)
            row.open.clicked.connect(lambda _c=False, key=hit.id: self.session.navigator.go(Route("service", key)))
            self.add(row)
        if found.total > len(found.hits):
            words = self.words.ngettext("See {count} service", "See all {count} services", found.total)
            everything = Button(self.look, words.format(count=found.total), trailing_icon="next", leading=True)
            everything.clicked.connect(self._see_all)
            self.add(Flow(self.look, [everything]))

    def _see_all(self) -> None:
        assert self._guide is not None
        wanted = self._guide.local_help
        self.session.visit.look_for(SearchState(wanted.words, types=wanted.types, beneficiaries=wanted.beneficiaries))
        self.session.navigator.go(Route("find"))

    def _related(self, linked: Container[str]) -> list[GuideTitle]:
        """Pages that go with this one, but for those that its text has led to."""
        assert self._guide is not None
        titles = {title.id: title for title in self.session.edition.library.titles(self.words.language)}
        return [titles[key] for key in self._guide.related if key in titles and f"guide:{key}" not in linked]

    def _add_related(self, related: list[GuideTitle]) -> None:
        if not related:
            return
        self.add_heading(self._("Pages that go with this one"))
        buttons = []
        for guide in related:
            button = Button(self.look, Tagged(guide.title, guide.lang), "booklet", leading=True, trailing_icon="next")
            button.clicked.connect(lambda _c=False, key=guide.id: self._follow(f"guide:{key}"))
            buttons.append(button)
        self.add(Flow(self.look, buttons))

    def _follow(self, target: str) -> None:
        kind, _colon, key = target.partition(":")
        if kind in ("guide", "service") and key:
            self.session.navigator.go(Route(kind, key))
