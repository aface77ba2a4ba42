"""Which pages of advice go into the booklet: tick and untick."""

from __future__ import annotations

from kiosk.language import Tagged
from kiosk.ui.booklet_making import chosen_guides, possible_guides
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.grid import CardGrid


class BookletPagesScreen(PageScreen):
    """Pages about abuse are offered only after an explicit yes, since a booklet lies about at home."""

    def title(self) -> str:
        return self._("Make my booklet")

    def visit_changed(self) -> None:
        self.refill()

    def fill(self) -> None:
        _, visit = self._, self.session.visit
        self.add_title(_("Which pages of advice?"))
        done = Button(self.look, _("Done"), "tick", "primary")
        done.set_least_height(self.look.metrics.main_target)
        done.clicked.connect(self.session.navigator.back)
        self.add(done)
        chosen = chosen_guides(self.session)
        titles = [t for t in possible_guides(self.session) if visit.booklet.with_sensitive or not t.sensitive]
        for topic in self.session.edition.library.topics():
            rows = [title for title in titles if title.topic == topic.id]
            if not rows:
                continue
            self.add_heading(topic.title(self.words.language))
            buttons = []
            for title in rows:
                on = title.id in chosen
                rest = tuple(g for g in chosen if g != title.id) if on else (*chosen, title.id)
                buttons.append(self._tick(Tagged(title.title, title.lang), on, title.id, rest))
            self.add(CardGrid(self.look, buttons, columns=2, narrowest_em=16, tallest=0))
        self.add_heading(_("Pages about abuse and neglect"))
        self.add_text(_("Somebody at home may see your booklet. Put these pages in only if that is safe for you."))
        on = visit.booklet.with_sensitive
        words = _("Put in pages about abuse")
        button = Button(
            self.look,
            words,
            "tick" if on else "",
            "chosen" if on else "plain",
            leading=True,
            name=_("{choice}, chosen").format(choice=words) if on else words,
        )
        button.set_least_height(self.look.metrics.mm(16))
        button.clicked.connect(lambda: self._sensitive(not on))
        self.add(button)

    def _sensitive(self, wanted: bool) -> None:
        visit = self.session.visit
        titles = [t.id for t in self.session.edition.library.titles(visit.language) if t.sensitive]
        chosen = tuple(g for g in chosen_guides(self.session) if g not in titles)
        visit.plan_booklet(with_sensitive=wanted, guides=(*chosen, *titles) if wanted else chosen)

    def _tick(self, words: str, on: bool, guide_id: str, rest: tuple[str, ...]) -> Button:
        _ = self._
        name = _("{choice}, chosen").format(choice=words) if on else words
        button = Button(
            self.look, words, "tick" if on else "", "chosen" if on else "plain", leading=True, bold=on, name=name
        )
        button.set_least_height(self.look.metrics.mm(16))

        def act() -> None:
            if on:
                self.session.visit.drop_guide(guide_id)
            self.session.visit.plan_booklet(guides=rest)

        button.clicked.connect(act)
        return button
