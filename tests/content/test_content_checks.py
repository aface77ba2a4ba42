"""`kiosk check`: each fault is found where it is, and a faultless source has none."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_sources import CONTACTS, write_guide

from kiosk import resources
from kiosk.cli.commands import command_line
from kiosk.content.checks import COUNCIL_SLOTS, Finding, check_records
from kiosk.edition.gather import gather
from kiosk.records import Record

DAY = date(2026, 11, 22)
Check = Callable[..., list[Finding]]


@pytest.fixture
def check(small_source: Path) -> Check:
    def checked(body: str = "You can ask for help.", more: str = "", day: date = DAY) -> list[Finding]:
        write_guide(small_source, body, more=more)
        return check_records(gather(small_source).records, day)

    return checked


def codes(findings: list[Finding], level: str = "error") -> set[str]:
    return {finding.code for finding in findings if finding.level == level}


def test_a_faultless_source_has_no_errors(check: Check) -> None:
    assert codes(check()) == set()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("You get {{figure:nonsense}}.", "figure-unknown"),
        ("You get {{figure:guess}}.", "figure-unverified"),
        ("You get {{figure:gone}}.", "figure-out-of-date"),
        ("{{contact:nobody}}", "contact-unknown"),
        ("{{contact:council.tea-room}}", "contact-unknown"),
        ("Ring 020 7946 0000 now.", "phone-in-text"),
        ("Ring (020) 7946 0000 now.", "phone-in-text"),
        ("Ring 020.7946.0000 now.", "phone-in-text"),
        ("Ring +44 20 7946 0000 now.", "phone-in-text"),
        ("- Ring 0800 1111", "phone-in-text"),
        ("اتصل على ٠٢٠ ٧٩٤٦ ٠٠٠٠", "phone-in-text"),
        ("You get £20 a week.", "money-in-text"),
        ("You get £{{figure:capital.upper}}.", "money-in-text"),
        ("It costs 50p.", "money-in-text"),
        ("It costs 20 pounds.", "money-in-text"),
        ("Read [this](guide:nowhere).", "link"),
        ("> [!INFO]\n> It runs from 10-4.", "range-dash"),
        ("It runs 9am – 5pm.", "range-dash"),
        ("For people aged 18–25.", "range-dash"),
        ("It opens at 17:00.", "24-hour-clock"),
        ("It opens at 09:30.", "24-hour-clock"),
        ("It opens at 9.30am.", "time-dot"),
        ("On 1st April.", "ordinal"),
        ("On 06/08/2026.", "numeric-date"),
        ("On 6 Aug 2026.", "short-month"),
        ("Tel: the office", "tel"),
        ("You MUST ask.", "shouting"),
        ("DO NOT PANIC now.", "shouting"),
        ("Help, e.g. a ramp.", "slang-example"),
        ("We utilise it.", "word"),
        ("In order to ask, ring.", "word"),
        ("A service user asks.", "word"),
        ("We can signpost you to help.", "word"),
        ("Help in relation to care.", "word"),
        ("## We facilitate", "word"),
        ("The elderly live here.", "word"),
        ("| When | What |\n|---|---|\n| Click here | Tea |", "word"),
        ("It opens at 5 pm.", "time-space"),
        ("It opens at 12pm.", "twelve"),
        ("On August 6 it opens.", "month-first"),
        ("For 1500 people.", "comma"),
        ("It is 14.3% more.", "decimal-percent"),
        ("Help to get you back on your feet.", "idiom"),
        ("It was the last straw.", "idiom"),
        ("- Ask for the ins and outs", "idiom"),
        ("Word " * 26 + ".", "long-sentence"),
        ("- " + "Word " * 26, "long-sentence"),
    ],
)
def test_a_fault_on_a_page_is_an_error_of_that_page(check: Check, body: str, code: str) -> None:
    found = [finding for finding in check(body) if finding.code == code and finding.level == "error"]
    assert [finding.file for finding in found] == ["guides/en/care/asking"]


@pytest.mark.parametrize(
    "body",
    [
        "Ring 999 if you are in danger. For NHS help ring 111.",
        "It is open 10am to 4pm, midday to 2:30pm, and at midnight.",
        "The Care Act 2014 began on 1 April 2015.",
        "You get {{figure:capital.upper}} a week. That is 1 in 7 people.",
        "Follow-up visits, 24-hour care and COVID-19 jabs.",
        "The NHS and the CQC can help. A GP can too.",
        "Ask for a 6-week plan. Section 42 says so.",
        "Look for the blue signpost by the door.",
        "You must ask. You do not have to pay.",
        "Use form HC1 or SF300.",
        "Words of 1,500 people in 2026.",
        "Write it down at the end of the day. Do not wash it in hot water.",
        "What do you put on your feet? Ask for a hand rail.",
    ],
)
def test_good_words_raise_no_alarm(check: Check, body: str) -> None:
    findings = check(body)
    assert codes(findings) == set()
    assert codes(findings, "warning") <= {"slot"}


def test_the_length_of_a_sentence_is_counted_exactly(check: Check) -> None:
    assert "long-sentence" not in codes(check("Word " * 20 + "."), "note")
    assert "long-sentence" in codes(check("Word " * 21 + "."), "note")
    assert "long-sentence" not in codes(check("Word " * 25 + "."))


def test_a_long_paragraph_is_an_error(check: Check) -> None:
    assert "long-paragraph" in codes(check("Word word word. " * 21))
    assert "long-paragraph" not in codes(check("Word word word. " * 20))


def test_hard_reading_is_an_error_and_plain_reading_is_not(check: Check) -> None:
    hard = "Organisational responsibilities necessitate considerable administrative collaboration. " * 12
    assert "reading-grade" in codes(check(hard))
    assert "reading-grade" not in codes(check("The council can help you. Ask them what you can get. " * 12))


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ('related = ["nowhere"]', "related"),
    ],
)
def test_a_fault_in_front_matter_is_an_error(check: Check, more: str, code: str) -> None:
    assert code in codes(check(more=more))


def test_a_page_past_its_date_is_an_error_on_that_day_and_not_before(check: Check) -> None:
    assert "review-by" not in codes(check(day=date(2027, 5, 1)))
    assert "review-by" in codes(check(day=date(2027, 5, 2)))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("review_by = 2027-05-01\n", "review-by"),
        ('[[sources]]\ntitle = "Care Act 2014, section 9"\n', "sources"),
    ],
)
def test_a_page_without_a_review_date_or_a_source_is_a_warning(small_source: Path, line: str, code: str) -> None:
    path = write_guide(small_source, "Words.")
    assert code not in codes(check_records(gather(small_source).records, DAY), "warning")
    path.write_text(path.read_text().replace(line, ""))
    assert code in codes(check_records(gather(small_source).records, DAY), "warning")


def test_a_page_that_is_still_to_be_checked_is_a_note(check: Check) -> None:
    assert "confirm" in codes(check(more='confidence = "check"'), "note")
    assert "confirm" not in codes(check(more='confidence = "sure"'), "note")


def test_too_many_subtopics_are_an_error_also_when_they_come_as_records(small_source: Path) -> None:
    records = list(gather(small_source).records)
    topic = next(record for record in records if record.kind == "topic")
    crowded = [{"id": f"s{number}", "title": {"en": "x"}} for number in range(8)]
    records.append(Record("topic", "crowded", {**topic.body, "id": "crowded", "subtopics": crowded}))
    assert "too-many-subtopics" in codes(check_records(records, DAY))


@pytest.mark.parametrize(("day", "wrong"), [(date(2027, 4, 5), False), (date(2027, 4, 6), True)])
def test_figures_are_checked_for_the_day(check: Check, day: date, wrong: bool) -> None:
    assert ("figure-out-of-date" in codes(check("You get {{figure:capital.upper}}.", day=day))) is wrong


def test_a_figure_that_starts_later_is_missing_today(check: Check) -> None:
    assert "figure-missing" in codes(check("You get {{figure:capital.upper}}.", day=date(2025, 4, 5)))


@pytest.mark.parametrize(
    ("key", "wrong"), [("emergency.999", False), ("national.line", True), ("national.unsure", True)]
)
def test_sensitive_pages_need_verified_safety_contacts(check: Check, key: str, wrong: bool) -> None:
    body = f"{{{{contact:{key}}}}}"
    assert ("contact-not-safe" in codes(check(body, more="sensitive = true"))) is wrong
    assert "contact-not-safe" not in codes(check(body))


def test_an_unverified_contact_is_a_warning(check: Check) -> None:
    assert "contact-unverified" in codes(check("{{contact:national.unsure}}"), "warning")


def test_each_missing_council_contact_is_named(check: Check) -> None:
    found = [f.message for f in check() if f.code == "slot"]
    assert len(found) == len(COUNCIL_SLOTS)
    assert all(any(slot in message for message in found) for slot in COUNCIL_SLOTS)


def test_in_a_councils_own_source_a_missing_contact_is_an_error(small_source: Path) -> None:
    records = gather(small_source).records
    assert "slot" not in codes(check_records(records, DAY))
    assert "slot" in codes(check_records(records, DAY, council=True))
    rows = "".join(f"{slot},We have none,,,,,,no,no,no,no,,\n" for slot in COUNCIL_SLOTS)
    (small_source / "contacts.csv").write_text(CONTACTS + rows)
    found = check_records(gather(small_source).records, DAY, council=True)
    assert codes(found) == set(), "a row that says so is enough"


def test_an_unfilled_council_name_is_told(check: Check) -> None:
    assert any(f.file == "council" and "name" in f.message for f in check("Ask {{council:name}}."))


def test_a_page_starts_with_what_to_do_first(small_source: Path) -> None:
    path = write_guide(small_source, "Words.")
    path.write_text(path.read_text().replace("[!FIRST]", "[!INFO]"))
    assert "first" in codes(check_records(gather(small_source).records, DAY))


def test_a_page_outside_the_topics_is_an_error(small_source: Path) -> None:
    path = write_guide(small_source, "Words.")
    path.write_text(path.read_text().replace('"asking"\nreviewed', '"elsewhere"\nreviewed'))
    assert "subtopic" in codes(check_records(gather(small_source).records, DAY))
    (small_source / "topics.toml").unlink()
    assert "topic" in codes(check_records(gather(small_source).records, DAY))


def test_a_subtopic_holds_at_most_seven_guides(small_source: Path) -> None:
    for number in range(6):
        write_guide(small_source, "Words.", f"page{number}")
    assert "too-many-guides" not in codes(check_records(gather(small_source).records, DAY))
    write_guide(small_source, "Words.", "page6")
    assert "too-many-guides" in codes(check_records(gather(small_source).records, DAY))


@pytest.mark.parametrize(
    ("body", "more", "wrong"),
    [
        ("{{contact:emergency.999}}\n\nمبلغ {{figure:capital.upper}}.", "", False),
        ("مبلغ {{figure:capital.upper}}.", "", True),
        ("{{contact:emergency.999}}\n\nمبلغ.", "", True),
        ("{{contact:national.line}}\n\nمبلغ {{figure:capital.upper}}.", "", True),
        ("{{contact:emergency.999}}\n\nمبلغ {{figure:capital.upper}}.", "sensitive = true", True),
    ],
)
def test_a_translation_has_the_numbers_and_amounts_of_the_english_page(
    small_source: Path, body: str, more: str, wrong: bool
) -> None:
    write_guide(small_source, "{{contact:emergency.999}}\n\nYou get {{figure:capital.upper}}.")
    write_guide(small_source, body, lang="ar", more=more)
    found = check_records(gather(small_source).records, DAY)
    assert ("translation" in codes(found)) is wrong


def test_a_translation_needs_its_english_page(small_source: Path) -> None:
    write_guide(small_source, "كلمات.", "alone", lang="ar")
    assert "translation" in codes(check_records(gather(small_source).records, DAY))


def test_english_rules_are_for_english_pages(small_source: Path) -> None:
    write_guide(small_source, "10-4", lang="ar")
    found = check_records(gather(small_source).records, DAY)
    assert not [f for f in found if f.code == "range-dash"]


def test_a_glossary_term_that_no_page_uses_is_an_error(small_source: Path) -> None:
    (small_source / "words/en").mkdir(parents=True)
    (small_source / "words/en/glossary.csv").write_text("term,meaning\nhelp,aid\ngazebo,a tent\n")
    found = [f for f in check_records(gather(small_source).records, DAY) if f.code == "unused-term"]
    assert [(f.level, f.message) for f in found] == [("error", "no page uses 'gazebo'")]


def test_glossary_words_do_not_make_a_page_hard(small_source: Path) -> None:
    write_guide(small_source, "Ask for intermediate rehabilitation services. They can help you a lot. " * 12)
    assert "reading-grade" in codes(check_records(gather(small_source).records, DAY), "error") | codes(
        check_records(gather(small_source).records, DAY), "note"
    )
    (small_source / "words/en").mkdir(parents=True)
    (small_source / "words/en/glossary.csv").write_text("term,meaning\nintermediate rehabilitation services,help\n")
    found = check_records(gather(small_source).records, DAY)
    assert not [f for f in found if f.code == "reading-grade"]


def test_invented_numbers_may_not_leave_the_demonstration(small_source: Path) -> None:
    row = "council.safeguarding,Safeguarding,,01632 960 110,,,,yes,yes,no,no,2026-11-21,made up\n"
    (small_source / "contacts.csv").write_text(CONTACTS + row)
    records = gather(small_source).records
    assert "demo-leak" in codes(check_records(records, DAY))
    assert "demo-leak" not in codes(check_records(records, DAY, demonstration=True))


def test_numbers_of_the_demonstration_belong_to_nobody() -> None:
    def service(number: str) -> Record:
        return Record("service", "demo:1", {"name": "Tea", "phones": [{"number": number}]})

    assert codes(check_records([service("01632 960 123")], DAY, demonstration=True)) == set()
    assert "demo-number" in codes(check_records([service("0161 234 5678")], DAY, demonstration=True))
    assert "demo-number" not in codes(check_records([service("0161 234 5678")], DAY))
    assert "demo-leak" in codes(check_records([service("01632 960 123")], DAY), "warning")
    nested = Record("service", "demo:2", {"service_at_locations": [{"phones": [{"number": "0161 234 5678"}]}]})
    assert "demo-number" in codes(check_records([nested], DAY, demonstration=True))
    typed = Record("service", "demo:3", {"description": "Ring 0161 234 5678."})
    assert "demo-number" in codes(check_records([typed], DAY, demonstration=True))


def test_a_phone_number_in_council_toml_is_an_error(small_source: Path) -> None:
    (small_source / "council.toml").write_text('[council]\nhelp = "Ring 0161 234 5678"\n')
    assert "phone-in-text" in codes(check_records(gather(small_source).records, DAY))


@pytest.mark.parametrize(("phone", "wrong"), [("0300 123 45678", True), ("0300 123 4567", False), ("61016", False)])
def test_a_contact_with_a_number_of_the_wrong_length_is_an_error(small_source: Path, phone: str, wrong: bool) -> None:
    row = f"national.odd,Odd line,,{phone},,,,no,yes,no,no,2026-11-21,x\n"
    (small_source / "contacts.csv").write_text(CONTACTS + row)
    assert ("phone-shape" in codes(check_records(gather(small_source).records, DAY))) is wrong


@pytest.mark.parametrize(
    ("relay", "told"),
    [
        ("Relay UK 18001 0300 111 2222", False),
        ("Relay UK 18001 then 0300 111 2222", False),
        ("Textphone 0300 111 9999", False),
        ("Relay UK 18001 0300 111 2223", True),
        ("Relay UK 18001 then 0300 111 2223", True),
    ],
)
def test_a_relay_line_that_rings_another_number_is_a_note(small_source: Path, relay: str, told: bool) -> None:
    row = f"national.odd,Odd line,,0300 111 2222,{relay},,,no,yes,no,yes,2026-11-21,x\n"
    (small_source / "contacts.csv").write_text(CONTACTS + row)
    assert ("relay-number" in codes(check_records(gather(small_source).records, DAY), "note")) is told


def test_our_own_sources_have_no_errors() -> None:
    for source in (resources.national_source(), resources.demo_source()):
        found = gather(source)
        findings = check_records(found.records, DAY, demonstration=found.about["demonstration"])
        assert [f for f in findings if f.level == "error"] == []


def test_the_command_tells_errors_and_exits_1(small_source: Path) -> None:
    write_guide(small_source, "You MUST ask.")
    result = CliRunner().invoke(command_line, ["check", str(small_source), "--on", "2026-11-22"])
    assert result.exit_code == 1
    assert "error: shouting: guides/en/care/asking:" in result.output
    assert "slot" not in result.output


def test_the_command_exits_0_without_errors_and_reports_the_rest_when_asked(small_source: Path) -> None:
    result = CliRunner().invoke(command_line, ["check", str(small_source), "--on", "2026-11-22", "--report"])
    assert result.exit_code == 0
    assert "warning: slot" in result.output


def test_the_commands_json_is_one_object_with_every_finding(small_source: Path) -> None:
    write_guide(small_source, "You MUST ask.")
    result = CliRunner().invoke(command_line, ["check", str(small_source), "--on", "2026-11-22", "--json"])
    body = json.loads(result.output)
    assert body["counts"]["error"] == 1
    assert set(body["findings"][0]) == {"level", "code", "file", "line", "message"}
    assert body["findings"][0]["file"] == "guides/en/care/asking"
