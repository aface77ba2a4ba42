"""A visit: what one person chose, who is told, and that forgetting is the only way back to the start."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kiosk.display import TEXT_SIZES, THEMES, Display
from kiosk.visit import Beginning, BookletState, SearchState, Visit


def a_full_visit() -> Visit:
    visit = Visit()
    visit.keep("demo:one")
    visit.keep_guide("who-pays")
    visit.choose_language("ar")
    visit.choose_display(text_size="largest")
    visit.choose_display(theme="night")
    visit.look_for(SearchState(words="dementia", place="Alderbrook"))
    visit.plan_booklet(note="For my sister", with_sensitive=True)
    visit.estimates.answer("care-costs", "savings", "16000")
    visit.estimates.keep("care-costs")
    return visit


def what_it_says(visit: Visit) -> tuple[object, ...]:
    return (
        visit.shortlist, visit.guides, visit.language, visit.display, visit.search, visit.booklet,
    )  # fmt: skip


def test_keeping_twice_changes_nothing_and_tells_nobody() -> None:
    visit, told = Visit(), []
    visit.subscribe(lambda: told.append(visit.shortlist))
    visit.keep("demo:one")
    visit.keep("demo:one")
    visit.keep_guide("who-pays")
    visit.keep_guide("who-pays")
    assert visit.shortlist == ("demo:one",)
    assert visit.guides == ("who-pays",)
    assert visit.kept_count == 2
    assert len(told) == 2


def test_things_are_kept_in_the_order_chosen_and_one_can_be_dropped() -> None:
    visit = Visit()
    for key in ("b", "a", "c"):
        visit.keep(key)
        visit.keep_guide(f"guide-{key}")
    visit.drop("a")
    visit.drop_guide("guide-b")
    assert visit.shortlist == ("b", "c")
    assert visit.guides == ("guide-a", "guide-c")


def test_dropping_what_was_never_kept_tells_nobody() -> None:
    visit, told = Visit(), []
    visit.subscribe(lambda: told.append(True))
    visit.drop("demo:one")
    visit.drop_guide("who-pays")
    assert told == []


def test_forgetting_brings_back_the_beginning_whole() -> None:
    beginning = Beginning(language="ar", display=Display(text_size="large", theme="night"))
    visit = Visit(beginning)
    visit.keep("demo:one")
    visit.choose_language("en")
    visit.choose_display(text_size="standard")
    visit.choose_display(theme="day")
    visit.plan_booklet(note="Mrs Example")
    visit.forget()
    assert what_it_says(visit) == what_it_says(Visit(beginning))
    assert what_it_says(visit) == (
        (), (), "ar", Display(text_size="large", theme="night"), SearchState(), BookletState(),
    )  # fmt: skip


def test_forgetting_leaves_no_trace_anywhere_in_the_visit() -> None:
    visit = a_full_visit()
    visit.forget()
    assert vars(visit) == vars(Visit()) | {"_listeners": []}
    assert visit.is_untouched


def test_nothing_but_forgetting_leads_back_to_the_start() -> None:
    verbs = [name for name in dir(Visit) if not name.startswith("_") and callable(getattr(Visit, name))]
    back = [name for name in verbs if any(word in name for word in ("forget", "reset", "clear", "start", "restore"))]
    assert back == ["forget"]
    visit = a_full_visit()
    visit.drop("demo:one")
    visit.drop_guide("who-pays")
    assert not visit.is_untouched


def test_what_is_read_from_a_visit_can_not_be_changed_behind_its_back() -> None:
    visit = a_full_visit()
    with pytest.raises(AttributeError):
        visit.shortlist = ("other",)  # type: ignore[misc]
    with pytest.raises(AttributeError):
        visit.search.words = "other"  # type: ignore[misc]
    assert isinstance(visit.shortlist, tuple)
    assert isinstance(visit.guides, tuple)


def test_every_listener_hears_of_every_change_even_when_one_joins_meanwhile() -> None:
    visit, first, late = Visit(), [], []

    def join() -> None:
        first.append(True)
        if len(first) == 1:
            visit.subscribe(lambda: late.append(True))

    visit.subscribe(join)
    visit.keep("a")
    assert late == []
    visit.keep("b")
    visit.forget()
    assert len(first) == 3
    assert len(late) == 2


def test_looking_for_the_same_again_tells_nobody() -> None:
    visit, told = Visit(), []
    visit.look_for(SearchState(words="bus"))
    visit.plan_booklet(size="large")
    visit.subscribe(lambda: told.append(True))
    visit.look_for(SearchState(words="bus"))
    visit.plan_booklet(size="large")
    assert told == []


@pytest.mark.parametrize("size", ["", "huge", "Standard", "standard ", "200%"])
def test_a_size_that_does_not_exist_is_refused_and_nothing_changes(size: str) -> None:
    visit = Visit()
    with pytest.raises(ValueError, match="text size"):
        visit.choose_display(text_size=size)
    assert visit.display.text_size == "standard"


@pytest.mark.parametrize("theme", ["", "Day", "sepia"])
def test_a_theme_that_does_not_exist_is_refused_and_nothing_changes(theme: str) -> None:
    visit = Visit()
    with pytest.raises(ValueError, match="theme"):
        visit.choose_display(theme=theme)
    assert visit.display.theme == "day"


def test_a_plan_for_the_booklet_knows_only_its_own_parts() -> None:
    visit = Visit()
    with pytest.raises(TypeError):
        visit.plan_booklet(colour="red")
    assert visit.booklet == BookletState()


def test_sizes_and_themes_are_those_that_the_screen_can_show() -> None:
    from kiosk.ui.metrics import CAPITALS_MM
    from kiosk.ui.theme import THEMES as SHOWN

    assert tuple(CAPITALS_MM) == TEXT_SIZES
    assert tuple(SHOWN) == THEMES


def test_a_visit_needs_no_screen() -> None:
    code = "import sys, kiosk.visit; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_standard_display_is_what_visits_start_with_and_leaves_the_list_alone() -> None:
    begins = Display(theme="low-glare", controls_low=True)
    visit = Visit(Beginning(display=begins))
    visit.keep("demo:one")
    visit.choose_display(text_size="largest", theme="night", easy_letters=True, pictures=False, keyboard="a-z")
    visit.standard_display()
    assert visit.display == begins
    assert visit.shortlist == ("demo:one",)


def test_a_part_of_the_display_that_does_not_exist_is_refused() -> None:
    visit = Visit()
    with pytest.raises(TypeError):
        visit.choose_display(blinking=True)
    assert visit.display == Display()
