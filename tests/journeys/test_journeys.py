"""What residents come to do, from the first touch to the last, through the screens that they see."""

from __future__ import annotations

import pytest
from opened_kiosk import Open, Opened

from kiosk.tour.visitor import LostVisitorError
from kiosk.ui.routes import ATTRACT, HOME, Route


def begin(kiosk: Opened) -> None:
    kiosk.session.navigator.attract()
    kiosk.visitor.settle()
    kiosk.visitor.touch("Touch to start")


def test_a_daughter_finds_help_for_dementia_and_keeps_it(open_at: Open) -> None:
    kiosk = open_at()
    begin(kiosk)
    kiosk.visitor.touch("Find local help")
    kiosk.visitor.touch("Search for help")
    kiosk.visitor.type("dementia")
    kiosk.visitor.touch("Search")
    name = kiosk.screen.results.hits[0].name  # type: ignore[attr-defined]
    kiosk.visitor.touch(name)
    kiosk.visitor.touch("Keep: ")
    kiosk.visitor.touch("My list (1)")
    assert name in kiosk.texts()
    kiosk.visitor.touch("Make my booklet")
    assert "1 service" in kiosk.texts()


def test_a_man_in_danger_finds_the_numbers_and_clears_the_screen(open_at: Open) -> None:
    kiosk = open_at("small", "large")
    begin(kiosk)
    kiosk.visitor.touch("Need help now?")
    assert "999" in kiosk.texts()
    kiosk.visitor.touch("Read: worried about abuse")
    kiosk.visitor.turn_page()
    kiosk.visitor.touch("Clear this screen")
    assert kiosk.session.navigator.here == HOME
    assert not kiosk.session.navigator.can_go_back


def test_somebody_who_reads_poorly_makes_everything_large_and_comes_back_to_the_same_place(open_at: Open) -> None:
    kiosk = open_at()
    begin(kiosk)
    kiosk.visitor.touch("Getting care and support")
    kiosk.visitor.touch("Asking for help")
    kiosk.visitor.touch("Having a needs assessment")
    kiosk.visitor.turn_page()
    before = kiosk.screen.place
    assert before > 0
    kiosk.visitor.touch("Text size")
    kiosk.visitor.touch("Largest")
    assert kiosk.session.visit.display.text_size == "largest"
    kiosk.visitor.touch("Colours")
    kiosk.visitor.touch("Night")
    kiosk.visitor.touch("Back to my page")
    kiosk.visitor.touch("Back to my page") if kiosk.visitor.sees("Back to my page") else None
    assert kiosk.session.navigator.here == Route("guide", "needs-assessment")
    assert kiosk.screen.place == pytest.approx(before, abs=0.2)


def test_an_arabic_speaker_changes_the_language_reads_and_makes_a_booklet(open_at: Open) -> None:
    kiosk = open_at("tall")
    begin(kiosk)
    kiosk.visitor.touch("Language")
    kiosk.visitor.touch("العربية")
    assert kiosk.session.visit.language == "ar"
    assert kiosk.session.navigator.here == HOME, "back on the page one came from"
    _ = kiosk.session.words.gettext
    care = next(topic for topic in kiosk.session.edition.library.topics() if topic.id == "care")
    kiosk.visitor.touch(care.title("ar"))
    kiosk.visitor.touch(care.subtopics[0].title("ar"))
    guide = kiosk.session.edition.library.guide("needs-assessment", "ar")
    assert guide is not None
    kiosk.visitor.touch(guide.title)
    assert any("؀" <= letter <= "ۿ" for letter in kiosk.texts())
    kiosk.visitor.touch(_("Keep for my booklet"))
    kiosk.visitor.touch(_("Home"))
    kiosk.visitor.touch(_("Make my booklet"))
    kiosk.visitor.touch(_("Look at it"))
    kiosk.visitor.wait_for("the pages", lambda: kiosk.screen.ready, 90)  # type: ignore[attr-defined]


def test_a_carer_plans_a_booklet_for_someone_else_with_fewer_pages(open_at: Open) -> None:
    kiosk = open_at()
    begin(kiosk)
    kiosk.visitor.touch("Make my booklet")
    kiosk.visitor.touch("Who it is for: For me")
    kiosk.visitor.touch("For someone I look after")
    assert kiosk.session.visit.booklet.for_whom == "someone"
    assert "Who it is for: For someone I look after" in kiosk.names()
    kiosk.visitor.touch("Size of the print: Clear print")
    kiosk.visitor.touch("Large print")
    kiosk.visitor.wait_for("the page count", lambda: "printed pages" in kiosk.texts(), 90)
    many = kiosk.texts()
    kiosk.visitor.touch("Pages of advice: 3 pages")
    for topic in ("Getting care and support: 1 of 7 chosen", "Money and benefits: 1 of 6 chosen"):
        kiosk.visitor.touch(topic)
        kiosk.visitor.touch(next(name for name in kiosk.names() if name.endswith(", chosen")))
        kiosk.visitor.touch("Done")
    assert "Money and benefits: 0 of 6 chosen" in kiosk.names()
    kiosk.visitor.touch("Done")
    kiosk.visitor.wait_for("the page count", lambda: "printed pages" in kiosk.texts() and kiosk.texts() != many, 90)
    assert "Pages of advice: 1 page" in kiosk.names()


def test_pages_about_abuse_go_into_a_booklet_only_after_a_yes(open_at: Open) -> None:
    from kiosk.ui.booklet_making import chosen_guides

    kiosk = open_at()
    begin(kiosk)
    kiosk.visitor.touch("Make my booklet")
    kiosk.visitor.touch("Pages of advice")
    sensitive = {t.id for t in kiosk.session.edition.library.titles("en") if t.sensitive}
    assert sensitive
    assert not sensitive & set(chosen_guides(kiosk.session))
    kiosk.visitor.touch("Pages about abuse and neglect: Left out")
    kiosk.visitor.touch("Put in pages about abuse")
    assert sensitive <= set(chosen_guides(kiosk.session))
    kiosk.visitor.touch("Put in pages about abuse, chosen")
    assert not sensitive & set(chosen_guides(kiosk.session))


def test_finish_asks_once_and_then_forgets(open_at: Open) -> None:
    kiosk = open_at()
    begin(kiosk)
    kiosk.session.visit.keep("demo:anything")
    kiosk.visitor.touch("Finish")
    assert "You kept 1 thing." in kiosk.texts()
    kiosk.visitor.touch("No, go back")
    assert kiosk.session.visit.kept_count == 1
    kiosk.visitor.touch("Finish")
    kiosk.visitor.touch("Yes, clear everything")
    assert kiosk.session.navigator.here == ATTRACT
    assert kiosk.session.visit.is_untouched


def test_the_next_visitor_finds_nothing_of_the_one_before(open_at: Open) -> None:
    kiosk = open_at()
    begin(kiosk)
    kiosk.visitor.touch("Language")
    kiosk.visitor.touch("العربية")
    kiosk.visitor.touch(kiosk.session.words.gettext("Find local help"))
    kiosk.visitor.touch(kiosk.session.words.gettext("Search for help, a place or a group"))
    kiosk.visitor.type("مرض")
    kiosk.visitor.touch(kiosk.session.words.gettext("Search"))
    kiosk.visitor.touch(kiosk.session.words.gettext("Finish"))
    kiosk.visitor.touch(kiosk.session.words.gettext("Yes, clear everything"))
    begin(kiosk)
    kiosk.visitor.touch("Find local help")
    assert "مرض" not in kiosk.texts() + "".join(kiosk.names())
    assert kiosk.screen.place == 0
    assert "My list (0)" in kiosk.names()


def test_a_visitor_who_looks_for_what_is_not_there_is_told_what_is(open_at: Open) -> None:
    kiosk = open_at()
    with pytest.raises(LostVisitorError, match=r"there is: .*Find local help"):
        kiosk.visitor.touch("Book a flight")
    with pytest.raises(LostVisitorError, match="no keyboard"):
        kiosk.visitor.type("a")
    kiosk.go("type")
    with pytest.raises(LostVisitorError, match="no key"):
        kiosk.visitor.type("€")
