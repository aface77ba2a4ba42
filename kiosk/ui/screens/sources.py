"""Where the information comes from: the lists and tables in this edition, and the words that their owners ask for."""

from __future__ import annotations

from kiosk.language import Tagged
from kiosk.ui.screen import PageScreen


class SourcesScreen(PageScreen):
    """Opened from Help. Names, licences and thanks stand as their owners wrote them."""

    widest_em = 39.0

    def title(self) -> str:
        return self._("Where the information comes from")

    def fill(self) -> None:
        _ = self._
        self.add_title(self.title())
        self.add_text(_("The council put this together. Lists of services and places come from others:"))
        rows = self.session.edition.connection.execute(
            "SELECT name, publisher, attribution, licence FROM source ORDER BY name, id"
        ).fetchall()
        for name, publisher, attribution, licence in rows:
            self.add_heading(Tagged(name))
            for line in (publisher, *attribution.split("\n")):
                if line:
                    self.add_text(Tagged(line))
            if licence:
                # Translators: {licence} is such as "Open Government Licence v3.0".
                self.add_text(Tagged(_("Licence: {licence}").format(licence=licence)), "muted")
        if not rows:
            self.add_text(_("There are no such lists here."))
