"""For staff: measures the screen with a bank card, and checks it with a ruler. `kiosk settings calibrate` opens it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from kiosk import settings
from kiosk.ui import keys
from kiosk.ui.metrics import LEAST_PIXELS_PER_MM, MOST_PIXELS_PER_MM, Panel
from kiosk.ui.routes import Route
from kiosk.ui.screen import PageScreen
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flow import Flow
from kiosk.ui.widgets.measures import CARD_WIDTH_MM, BankCard, RulerLine
from kiosk.ui.widgets.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.ui.window import KioskWindow

KEPT, NOT_A_SETTINGS_FILE, NOT_WRITTEN = "kept", "not-a-settings-file", "not-written"
"""The keys of the second look: how keeping the width went."""
_WIDEST_PART = 0.8
"""How much of the screen the card may take: its buttons stay in view above it."""


class CalibrateScreen(PageScreen):
    """First the card, then, with a key that says how keeping went, a line to be checked with a ruler."""

    framed = False

    def fill(self) -> None:
        if self.route.key:
            self._check()
        else:
            self._measure()

    def _measure(self) -> None:
        _ = self._
        self.add_title(_("Measure this screen"))
        self.add_text(
            _(
                "Hold a bank card flat against the glass. Make the drawing as wide as the card. The left and right"
                " arrow keys work too."
            )
        )
        panel = self.session.panel
        self._least = round(CARD_WIDTH_MM * LEAST_PIXELS_PER_MM) + 1
        self._most = min(int(CARD_WIDTH_MM * MOST_PIXELS_PER_MM), int(panel.width * _WIDEST_PART))
        self.card = BankCard(self.look, _("The drawing of a bank card"), 0)
        large = max(8, panel.width // 60)
        steps = {
            _("Much narrower"): -large,
            _("Narrower"): -1,
            _("Wider"): 1,
            _("Much wider"): large,
        }
        self.add(Flow(self.look, [self._button(name, partial(self.widen, by)) for name, by in steps.items()]))
        self.said = Status(self.look, " ", "heading")
        self.add(self.said)
        ends = [
            self._button(_("Keep this width"), self.keep, "tick", "primary"),
            self._button(_("Leave without keeping"), self.session.navigator.home, "close"),
        ]
        self.add(Flow(self.look, ends))
        self.add(self.card)
        self._show(round(CARD_WIDTH_MM * panel.pixels_per_mm))

    def _check(self) -> None:
        _ = self._
        panel = self.session.panel
        long = 100 if panel.width_mm > 130 else 50
        self.add_title(_("Check with a ruler"))
        heading, words = self._outcome()
        self.add_heading(heading)
        self.add_text(words)
        line = _("This line is {length} mm long from end to end. Hold a ruler against it.").format(length=long)
        self.add_text(line)
        # Translators: what a screen reader says for the drawing of a line with marks.
        self.add(RulerLine(self.look, _("The drawing of a ruler, {length} mm long").format(length=long), long))
        ends = [
            self._button(_("It is right"), self.session.navigator.home, "tick", "primary"),
            self._button(_("Measure again"), lambda: self.session.navigator.swap(Route("calibrate")), "repeat"),
        ]
        self.add(Flow(self.look, ends))

    def _outcome(self) -> tuple[str, str]:
        """How keeping the width went, and what that means."""
        _ = self._
        width, file = f"{self.session.panel.width_mm:.0f}", settings.user_file()
        if self.route.key == NOT_WRITTEN:
            return _("The width was not kept"), _(
                "{file} cannot be written. Let the kiosk's user write there, or put the line"
                " screen.width_mm = {width} into {system_file}."
            ).format(file=file, width=width, system_file=settings.SYSTEM_FILE)
        if self.route.key == NOT_A_SETTINGS_FILE:
            return _("The width was not kept"), _(
                "{file} is not a settings file. Move it out of the way, and measure again."
            ).format(file=file)
        heading = _("This screen is {width} mm wide").format(width=width)
        origin = (settings.load().origins or {}).get("screen.width_mm", "")
        if origin in (str(file), "built-in"):
            return heading, _("The width was kept.")
        place = settings.variable("screen.width_mm") if origin == "environment" else origin
        # Translators: {place} is the name of a setting's variable or file.
        return heading, _("The width was kept, but does not count yet: {place} is stronger.").format(place=place)

    def _button(self, name: str, act: Callable[[], object], icon: str = "", kind: str = "plain") -> Button:
        made = Button(self.look, name, icon, kind)
        made.set_least_height(self.look.metrics.main_target)
        made.clicked.connect(lambda: act())
        return made

    def widen(self, by: int) -> None:
        """Draw the card wider by some dots, or narrower."""
        self._show(self.card.dots + by)

    def _show(self, dots: int) -> None:
        _ = self._
        self.card.draw_at(max(self._least, min(self._most, dots)))
        words = _("This screen is {width} mm wide").format(width=f"{self.measured().width_mm:.0f}")
        if dots > self._most:
            words = _("{width}. The card cannot be made wider here.").format(width=words)
        elif dots < self._least:
            words = _("{width}. The card cannot be made narrower here.").format(width=words)
        self.said.set_text(words)

    def measured(self) -> Panel:
        """The panel, if the drawing is as wide as a card."""
        panel = self.session.panel
        return Panel(panel.width, panel.height, self.card.dots / CARD_WIDTH_MM)

    def keep(self) -> None:
        """Keep the width in this kiosk's settings, show everything by it at once, and ask for a second look."""
        panel, window = self.measured(), cast("KioskWindow", self.window())
        across = window.screen().size().width() if window.isFullScreen() else panel.width
        try:
            settings.save("screen.width_mm", f"{across / panel.pixels_per_mm:.1f}")
            outcome = KEPT
        except ValueError:
            outcome = NOT_A_SETTINGS_FILE
        except OSError:
            outcome = NOT_WRITTEN
        self.session.navigator.swap(Route("calibrate", outcome))
        window.use_panel(panel)

    def takes_key(self, key: int) -> bool:
        if self.route.key or key not in (keys.LEFT, keys.RIGHT):
            return False
        self.widen(-1 if key == keys.LEFT else 1)
        return True
