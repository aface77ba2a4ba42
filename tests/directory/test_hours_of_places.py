"""Days on which one place is not open as usual: on the service's page, in "open now" and in what is on."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from kiosk.directory.hours_of_places import hours_of, open_now_anywhere, state_anywhere
from kiosk.directory.importers.oruk1 import as_new
from kiosk.directory.importers.oruk3 import service_body
from kiosk.directory.occurrences import occurrences
from kiosk.directory.service import Service
from kiosk.directory.service_page import service_document
from kiosk.document.blocks import Facts, plain
from kiosk.language import words_in

ENGLISH = words_in("en")
THURSDAY, CHRISTMAS = date(2026, 12, 24), date(2026, 12, 25)
ELEVEN = datetime(2026, 12, 24, 11)


def every_day(opens="10:00", closes="16:00"):
    return {"freq": "WEEKLY", "byday": "MO,TU,WE,TH,FR", "opens_at": opens, "closes_at": closes}


def away(day="2026-12-24", last="", **fields):
    return {"start_date": day, "end_date": last or day, **fields}


def club(*places, own=(), exceptions=()):
    """A club whose places are (rows, exceptions)."""
    links = [
        {"location": {"id": f"p{n}", "name": f"Hall {n}", "addresses": [{"city": "Larkmere"}]}, "schedules": list(rows),
         "exceptions": list(special)}
        for n, (rows, special) in enumerate(places)
    ]  # fmt: skip
    body = {"id": "x", "source_id": "vale", "name": "Tea and talk", "service_at_locations": links}
    return Service.from_record({**body, "schedules": list(own), "exceptions": list(exceptions)})


def on(service, day=THURSDAY):
    return [(one.place, one.opens.hour, one.closes.hour) for one in occurrences(service, day, 1)]


def when(service):
    (facts,) = [block for block in service_document(service, ENGLISH, ELEVEN).blocks if isinstance(block, Facts)]
    return [plain(line) for row in facts.rows if row.icon == "clock" for line in row.lines]


def test_a_place_is_closed_on_a_day_on_which_the_other_is_open():
    two = club(([], [away(closed=True)]), ([], []), own=[every_day()])
    assert on(two) == [(1, 10, 16)]
    assert on(two, date(2026, 12, 23)) == [(None, 10, 16)], "on any other day both are one entry"
    assert open_now_anywhere(hours_of(two), ELEVEN) is True
    one = club(([], [away(closed=True)]), own=[every_day()])
    assert on(one) == []
    assert open_now_anywhere(hours_of(one), ELEVEN) is False
    assert state_anywhere(hours_of(one), ELEVEN).state == "closed"


def test_what_is_said_of_a_place_wins_over_what_is_said_of_the_whole_service():
    early = away(last="2026-12-27", opens_at="10:00", closes_at="12:00")
    two = club(([every_day()], [early]), ([every_day()], []), exceptions=[away(closed=True)])
    assert on(two) == [(0, 10, 12)]
    assert open_now_anywhere(hours_of(two), ELEVEN) is True
    assert open_now_anywhere(hours_of(two), ELEVEN.replace(hour=13)) is False


def test_a_place_of_which_only_a_day_is_named_is_not_known_then():
    one = club(([every_day()], [away()]))
    assert open_now_anywhere(hours_of(one), ELEVEN) is None
    assert state_anywhere(hours_of(one), ELEVEN).state == "not_known"
    closed_everywhere = club(([every_day()], [away()]), exceptions=[away(closed=True)])
    assert open_now_anywhere(hours_of(closed_everywhere), ELEVEN) is False


def test_hours_given_for_a_bank_holiday_are_not_doubted():
    usual = club(([every_day()], []))
    (doubted,) = occurrences(usual, CHRISTMAS, 1)
    assert doubted.on_holiday
    for special in (away("2026-12-25", opens_at="11:00", closes_at="14:00"), away("2026-12-25", closed=False)):
        told = club(([every_day()], [special]))
        (sure,) = occurrences(told, CHRISTMAS, 1)
        assert not sure.on_holiday
        now = state_anywhere(hours_of(told), datetime(2026, 12, 25, 12))
        assert (now.state, now.bank_holiday) == ("open", False)
        assert state_anywhere(hours_of(usual), datetime(2026, 12, 25, 12)).bank_holiday


def test_the_page_names_the_place_that_is_closed():
    two = club(([every_day()], [away(closed=True)]), ([every_day()], []))
    said = when(two)
    assert said[0] == "Open now, until 4pm."
    assert said[said.index("Hall 0, Larkmere:") + 1] == "Closed on 24 December 2026"
    one = club(([every_day()], [away(closed=True)]), exceptions=[away("2026-12-25", closed=True)])
    said = when(one)
    assert said[0] == "Not open now. Next: Monday 28 December 2026.", "it is closed on Friday too"
    assert said[-2:] == ["Closed on 25 December 2026", "Closed on 24 December 2026"]
    assert "Hall 0, Larkmere:" not in said


@pytest.mark.parametrize("level", ["service", "link", "location"])
def test_a_feed_may_say_it_of_the_service_its_place_or_the_service_at_the_place(level):
    rows = [{"closed": True, "start_date": "2026-12-24", "end_date": "2026-12-24"}]
    location = {"id": "l1", "name": "Hall", "holidayschedules": rows if level == "location" else None}
    link = {"id": "sl1", "location": location, "holiday_schedules": rows if level == "link" else []}
    body = {"id": "x", "name": "Tea", "regularschedules": [every_day()], "serviceatlocations": [link],
            "holidayschedules": rows if level == "service" else []}  # fmt: skip
    made = Service.from_record({**service_body(as_new(body)), "source_id": "vale"})
    assert on(made) == []
    assert on(made, date(2026, 12, 23)) == [(0, 10, 16)]
