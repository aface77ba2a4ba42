"""Journeys on the screen: their steps lead to pages, and the pages know where on the way one is."""

from __future__ import annotations

import pytest
from opened_kiosk import Opened

from kiosk.ui.routes import Route

JOURNEY = "getting-help-for-the-first-time"


@pytest.fixture
def steps(kiosk: Opened) -> tuple[str, ...]:
    guide = kiosk.session.edition.library.guide(JOURNEY, "en")
    assert guide is not None
    return guide.steps


def title_of(kiosk: Opened, guide_id: str) -> str:
    guide = kiosk.session.edition.library.guide(guide_id, "en")
    assert guide is not None
    return guide.title


def press(kiosk: Opened, name: str) -> None:
    next(button for button in kiosk.buttons() if button.accessibleName() == name).click()
    kiosk.visitor.settle()


def test_every_step_is_a_button_that_leads_to_its_page(kiosk: Opened, steps: tuple[str, ...]) -> None:
    for step in steps:
        kiosk.go("guide", JOURNEY)
        press(kiosk, title_of(kiosk, step))
        assert kiosk.session.navigator.here == Route("guide", step)


def test_a_page_says_which_step_it_is_and_leads_on(kiosk: Opened, steps: tuple[str, ...]) -> None:
    kiosk.go("guide", JOURNEY)
    press(kiosk, title_of(kiosk, steps[0]))
    for number, step in enumerate(steps[1:], start=2):
        press(kiosk, f"Next step: {title_of(kiosk, step)}")
        assert kiosk.session.navigator.here == Route("guide", step)
        assert f"Step {number} of {len(steps)}: {title_of(kiosk, JOURNEY)}" in kiosk.texts()
    assert not any(name.startswith("Next step") for name in kiosk.names())
    press(kiosk, "All the steps")
    assert kiosk.session.navigator.here == Route("guide", JOURNEY)


def test_who_comes_to_the_page_another_way_is_on_no_journey(kiosk: Opened, steps: tuple[str, ...]) -> None:
    kiosk.go("home")
    kiosk.go("guide", steps[0])
    assert "Step 1 of" not in kiosk.texts()
    assert "All the steps" not in kiosk.names()


def test_a_sheet_is_reached_from_its_page_and_can_be_kept(kiosk: Opened) -> None:
    kiosk.go("guide", "reviews")
    sheet = title_of(kiosk, "sheet-questions-for-my-review")
    press(kiosk, sheet)
    assert "fill in by hand" in kiosk.texts()
    press(kiosk, f"Keep for my booklet: {sheet}")
    assert kiosk.session.visit.guides == ("sheet-questions-for-my-review",)


def test_easy_read_is_one_touch_away_and_leads_back(kiosk: Opened) -> None:
    kiosk.go("guide", "first-contact")
    press(kiosk, "Easy Read")
    assert kiosk.session.navigator.here == Route("easy-read", "first-contact")
    press(kiosk, "See the whole page")
    assert kiosk.session.navigator.here == Route("guide", "first-contact")
    kiosk.go("guide", "funeral-costs")
    assert "Easy Read" not in kiosk.names()
