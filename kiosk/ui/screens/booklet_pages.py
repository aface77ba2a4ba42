"""Which pages of advice go into the booklet: tick and untick."""

from __future__ import annotations

from kiosk.content.library import GuideTitle
from kiosk.language import Tagged
from kiosk.ui.booklet_making import chosen_guides, possible_guides
from kiosk.ui.choices_screen import ChoicesScreen
from kiosk.ui.routes import Route
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.filter_button import FilterButton

SENSITIVE, EASY = "about-abuse", "in-easy-read"
"""The keys under which pages about abuse and neglect, and pages in Easy Read, are offered."""


class BookletPagesScreen(ChoicesScreen):
    """Key is a topic's id or one of the two above; without one, the choice between them.

    Pages about abuse are offered only after an explicit yes, since a booklet lies about at home.
    """

    widest_em = 39.0

    def title(self) -> str:
        return self._("Make my booklet")

    def visit_changed(self) -> None:
        self.refill()

    def fill(self) -> None:
        if self.route.key == SENSITIVE:
            self._fill_sensitive()
        elif self.route.key:
            self._fill_topic(self.route.key)
        else:
            self._fill_topics()

    def _fill_topics(self) -> None:
        _, language = self._, self.words.language
        self.add_title(_("Which pages of advice?"))
        self._add_done()
        topics = self.session.edition.library.topics()
        buttons = [self._group(topic.title(language), topic.id) for topic in topics if self._titles(topic.id)]
        on = self.session.visit.booklet.with_sensitive
        buttons.append(self._way(_("Pages about abuse and neglect"), _("Put in") if on else _("Left out"), SENSITIVE))
        if self._titles(EASY):
            # Translators: a group of pages that can be put into a booklet: short sentences with pictures.
            buttons.append(self._group(_("Pages in Easy Read"), EASY))
        self.add_choices(buttons, others=1)

    def _group(self, name: str, key: str) -> Button:
        titles, chosen = self._titles(key), chosen_guides(self.session)
        # Translators: how many of a topic's pages go into the booklet.
        words = self._("{count} of {total} chosen")
        return self._way(name, words.format(count=sum(t.id in chosen for t in titles), total=len(titles)), key)

    def _fill_topic(self, key: str) -> None:
        language = self.words.language
        topics = self.session.edition.library.topics()
        name = self._("Pages in Easy Read") if key == EASY else self._("Pages of advice")
        self.add_title(next((topic.title(language) for topic in topics if topic.id == key), name))
        self._add_done()
        chosen = chosen_guides(self.session)
        buttons = []
        for title in self._titles(key):
            on = title.id in chosen
            rest = tuple(g for g in chosen if g != title.id) if on else (*chosen, title.id)
            buttons.append(self._tick(Tagged(title.title, title.lang), on, title.id, rest))
        self.add_choices(buttons, others=1)

    def _fill_sensitive(self) -> None:
        _ = self._
        self.add_title(_("Pages about abuse and neglect"))
        self._add_done()
        self.add_text(_("Somebody at home may see your booklet. Put these pages in only if that is safe for you."))
        on = self.session.visit.booklet.with_sensitive
        button = self._choice(_("Put in pages about abuse"), on)
        button.clicked.connect(lambda: self._sensitive(not on))
        self.add_choices([button], others=1)

    def _add_done(self) -> None:
        done = Button(self.look, self._("Done"), "tick", "primary")
        done.set_least_height(self.look.metrics.main_target)
        done.clicked.connect(self.session.navigator.back)
        self.add(done)

    def _titles(self, topic: str) -> list[GuideTitle]:
        with_sensitive = self.session.visit.booklet.with_sensitive
        found = [title for title in possible_guides(self.session) if with_sensitive or not title.sensitive]
        return [title for title in found if topic == (EASY if title.kind == "easy-read" else title.topic)]

    def _way(self, label: str, value: str, key: str) -> Button:
        button = FilterButton(self.look, label, value)
        button.clicked.connect(lambda: self.session.navigator.go(Route("booklet-pages", key)))
        return button

    def _sensitive(self, wanted: bool) -> None:
        visit = self.session.visit
        library = self.session.edition.library
        titles = [t.id for t in library.titles(visit.language) if t.sensitive]
        easy = [t.id for t in library.easy_titles(visit.language) if t.sensitive]
        chosen = tuple(g for g in chosen_guides(self.session) if g not in (*titles, *easy))
        visit.plan_booklet(with_sensitive=wanted, guides=(*chosen, *titles) if wanted else chosen)

    def _choice(self, words: str, on: bool) -> Button:
        name = self._("{choice}, chosen").format(choice=words) if on else words
        button = Button(
            self.look, words, "tick" if on else "", "chosen" if on else "plain", leading=True, bold=on, name=name
        )
        button.set_least_height(self.look.metrics.mm(16))
        button.setObjectName(words)  # the name changes with the state, the focus stays on the same thing
        return button

    def _tick(self, words: str, on: bool, guide_id: str, rest: tuple[str, ...]) -> Button:
        def act() -> None:
            if on:
                self.session.visit.drop_guide(guide_id)
            self.session.visit.plan_booklet(guides=rest)

        button = self._choice(words, on)
        button.clicked.connect(act)
        return button
