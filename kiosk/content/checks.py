"""What is wrong with a source's content: broken references, dates run out, hard wording. Run by ``kiosk check``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.content.choose_checks import choose_faults
from kiosk.content.choose_data import choose_from_record
from kiosk.content.contacts import Contact, contact_from_record
from kiosk.content.easy_read import EasyRead, easy_read_from_record
from kiosk.content.easy_read_checks import easy_read_faults
from kiosk.content.figures import Figure, figure_from_record, figure_on, newest_before
from kiosk.content.grades import Grades, grades_of
from kiosk.content.guides import Guide, guide_from_record
from kiosk.content.prose import Prose, prose_of
from kiosk.content.source_checks import leaks, stored_contact_faults
from kiosk.content.topics import MAX_SUBTOPICS, Topic, topic_from_record
from kiosk.content.word_lists import GlossaryTerm, glossary_terms
from kiosk.content.wording import Fault, Level, piece_faults
from kiosk.document.blocks import Callout
from kiosk.records import Record

MAX_GUIDES = 7
"""Most guides one subtopic may hold: a list longer than that is not a choice any more."""
MAX_GRADE, HARD_GRADE = 8.0, 6.0
COUNCIL_SLOTS = (
    "council.adult-social-care",
    "council.out-of-hours",
    "council.safeguarding",
    "council.carers-centre",
    "council.advocacy",
    "council.complaints",
    "council.direct-payments",
    "council.blue-badge",
    "council.hospital-team",
    "council.financial-assessment",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend or to look at. `file` is the record's place, such as ``guides/en/care/needs-assessment``."""

    level: Level
    code: str
    file: str | None
    line: int | None
    message: str


@dataclass(frozen=True, slots=True)
class _Page:
    guide: Guide
    prose: Prose

    @property
    def place(self) -> str:
        return f"guides/{self.guide.lang}/{self.guide.topic}/{self.guide.id}"


def check_records(
    records: Iterable[Record], day: date, demonstration: bool = False, council: bool = False
) -> list[Finding]:
    """Everything found in a source's records, as if on `day`; errors first, then by place.

    In a council's own source it is an error that one of the council's contacts is missing.
    """
    return check_with_grades(records, day, demonstration, council)[0]


def check_with_grades(
    records: Iterable[Record], day: date, demonstration: bool = False, council: bool = False
) -> tuple[list[Finding], Grades]:
    """As `check_records`, and how hard each page is to read."""
    checked = _Checks(tuple(records), day, demonstration, council)
    order = {"error": 0, "warning": 1, "note": 2}
    findings = sorted(set(checked.findings()), key=lambda f: (order[f.level], f.file or "", f.code, f.message))
    return findings, checked.grades


class _Checks:
    """The records sorted by kind, and the checks over them."""

    def __init__(self, records: tuple[Record, ...], day: date, demonstration: bool, council: bool) -> None:
        self._records = records
        self._slot_level: Level = "error" if council else "warning"
        self._day = day
        self._demonstration = demonstration
        bodies: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            bodies[record.kind].append(record)
        self._contacts: dict[str, Contact] = {r.key: contact_from_record(r.body) for r in bodies["contact"]}
        self._figures: dict[str, list[Figure]] = defaultdict(list)
        for record in bodies["figure"]:
            self._figures[record.body["key"]].append(figure_from_record(record.body))
        self._topics: dict[str, Topic] = {r.key: topic_from_record(r.body) for r in bodies["topic"]}
        self._council: dict[str, str] = {key: value for r in bodies["council"] for key, value in r.body.items()}
        self._glossary: dict[str, list[GlossaryTerm]] = defaultdict(list)
        for record in bodies["glossary"]:
            self._glossary[record.body["lang"]] += glossary_terms([record.body])
        self._pages = [
            _Page(guide, prose_of(guide.title, guide.summary, guide.document.blocks))
            for guide in (guide_from_record(r.body) for r in bodies["guide"])
        ]
        self._choose = [choose_from_record(record.body) for record in bodies["choose"]]
        self._easy = [easy_read_from_record(record.body) for record in bodies["easy"]]
        self._english = {page.guide.id: page for page in self._pages if page.guide.lang == "en"}

        names = [contact.name for contact in self._contacts.values()]
        self.grades = grades_of(((p.place, p.prose) for p in self._english.values()), self._glossary["en"], names)

    def findings(self) -> Iterator[Finding]:
        for page in self._pages:
            faults = [
                *self._references(page),
                *self._place_in_tree(page.guide),
                *self._dates_and_shape(page.guide),
                *self._wording(page),
                *self._translation(page),
            ]
            faults += _grade_faults(self.grades.by_page.get(page.place))
            for level, code, message in faults:
                yield Finding(level, code, page.place, None, message)
        for easy in self._easy:
            for level, code, message in self._easy_read(easy):
                yield Finding(level, code, f"easy/{easy.lang}/{easy.id}", None, message)
        for data in self._choose:
            for level, code, message in choose_faults(data, self._english, {*self._contacts, *COUNCIL_SLOTS}):
                yield Finding(level, code, "choose", None, message)
        for place, (level, code, message) in (*self._sizes(), *self._slots(), *self._unused_terms()):
            yield Finding(level, code, place, None, message)
        for contact in self._contacts.values():
            for level, code, message in stored_contact_faults(contact):
                yield Finding(level, code, f"contacts/{contact.key}", None, message)
        for place, (level, code, message) in leaks(self._records, self._demonstration):
            yield Finding(level, code, place, None, message)

    def _easy_read(self, page: EasyRead) -> Iterator[Fault]:
        prose, guide = prose_of(page.title, "", page.document.blocks), self._english.get(page.id)
        yield from self._amounts_and_numbers(prose, guide is not None and guide.guide.sensitive)
        yield from easy_read_faults(page, prose, guide is not None, self._day)

    def _amounts_and_numbers(self, prose: Prose, sensitive: bool) -> Iterator[Fault]:
        for key in dict.fromkeys(prose.figures):
            yield from self._figure_faults(key)
        for key in dict.fromkeys(prose.contacts):
            yield from self._contact_faults(key, sensitive)

    def _references(self, page: _Page) -> Iterator[Fault]:
        yield from self._amounts_and_numbers(page.prose, page.guide.sensitive)
        yield from self._parts_of_others(page.guide)
        for target in dict.fromkeys(page.prose.links):
            if target.removeprefix("guide:") not in self._english:
                yield "error", "link", f"there is no guide {target.removeprefix('guide:')}"
        for other in page.guide.related:
            if other not in self._english:
                yield "error", "related", f"there is no guide {other}"
            elif other == page.guide.id:
                yield "warning", "related", "a guide is not related to itself"

    def _parts_of_others(self, guide: Guide) -> Iterator[Fault]:
        """A journey's pages and a page's sheets."""
        kinds = {page_id: page.guide.kind for page_id, page in self._english.items()}
        for step in guide.steps:
            if kinds.get(step) != "page":
                yield "error", "step", f"there is no page {step} to be a step"
        for sheet in guide.sheets:
            if kinds.get(sheet) != "worksheet":
                yield "error", "sheet", f"there is no worksheet {sheet}"
        if (guide.kind == "journey") != (len(guide.steps) > 1):
            yield "error", "step", "a journey has two steps or more, and no other page has any"

    def _figure_faults(self, key: str) -> Iterator[Fault]:
        rows = self._figures.get(key, [])
        if not rows:
            yield "error", "figure-unknown", f"there is no figure {key}"
            return
        figure = figure_on(rows, self._day)
        if figure is not None and figure.verified:
            return
        past = newest_before(rows, self._day)
        if figure is not None:
            yield (
                "error",
                "figure-unverified",
                f"the figure {key} is not verified, so the page asks the council instead",
            )
        elif past is not None:
            yield "error", "figure-out-of-date", f"the figure {key} ran out on {past.valid_to}"
        else:
            yield "error", "figure-missing", f"the figure {key} has no amount for {self._day}"

    def _contact_faults(self, key: str, sensitive: bool) -> Iterator[Fault]:
        contact = self._contacts.get(key)
        if contact is None:
            if key not in COUNCIL_SLOTS:
                yield "error", "contact-unknown", f"there is no contact {key}"
        elif sensitive and not (contact.safety and contact.verified):
            reason = "verified" if contact.safety else "a safety contact"
            yield "error", "contact-not-safe", f"{key} stands on a sensitive page but is not {reason}; it is not shown"
        elif not contact.verified:
            yield "warning", "contact-unverified", f"{key} is not verified, so its number is not shown"

    def _place_in_tree(self, guide: Guide) -> Iterator[Fault]:
        topic = self._topics.get(guide.topic)
        if topic is None:
            yield "error", "topic", f"there is no topic {guide.topic}"
        elif guide.subtopic not in {sub.id for sub in topic.subtopics}:
            yield "error", "subtopic", f"the topic {guide.topic} has no subtopic {guide.subtopic}"

    def _dates_and_shape(self, guide: Guide) -> Iterator[Fault]:
        blocks = guide.document.blocks
        starts_well = bool(blocks) and isinstance(blocks[0], Callout) and blocks[0].level == "first"
        if not starts_well and guide.kind != "worksheet":
            yield "error", "first", "the page does not start with what to do first: > [!FIRST]"
        if guide.review_by is None:
            yield "warning", "review-by", "the page has no review_by date"
        elif guide.review_by < self._day:
            yield "error", "review-by", f"the page was due to be checked by {guide.review_by}"
        if not guide.sources:
            yield "warning", "sources", "the page names no source"
        if guide.confidence == "check":
            for fact in guide.to_confirm or ("some facts on this page are still to be checked",):
                yield "note", "confirm", fact

    def _wording(self, page: _Page) -> Iterator[Fault]:
        for piece in page.prose.pieces:
            yield from piece_faults(piece, page.guide.lang)
            if "{{" in piece.text:
                yield "error", "reference", f"a {piece.kind} can't hold a reference: {piece.text!r}"

    def _translation(self, page: _Page) -> Iterator[Fault]:
        if page.guide.lang == "en":
            return
        english = self._english.get(page.guide.id)
        if english is None:
            yield "error", "translation", "there is no English page of this id"
            return
        for name, ours, theirs in (
            ("contacts", page.prose.contacts, english.prose.contacts),
            ("figures", page.prose.figures, english.prose.figures),
        ):
            lost, extra = set(theirs) - set(ours), set(ours) - set(theirs)
            if lost or extra:
                both = [f"without {', '.join(sorted(lost))}"] * bool(lost) + [
                    f"with {', '.join(sorted(extra))}"
                ] * bool(extra)
                yield "error", "translation", f"its {name} are not those of the English page: {'; '.join(both)}"
        if page.guide.sensitive != english.guide.sensitive:
            yield "error", "translation", "it must be sensitive exactly when the English page is"
        if (page.guide.topic, page.guide.subtopic) != (english.guide.topic, english.guide.subtopic):
            yield "error", "translation", "it stands in another topic or subtopic than the English page"

    def _sizes(self) -> Iterator[tuple[str, Fault]]:
        listed = (page.guide for page in self._pages if page.guide.kind != "worksheet")
        held = Counter((guide.lang, guide.topic, guide.subtopic) for guide in listed)
        for (lang, topic, subtopic), count in held.items():
            if count > MAX_GUIDES:
                message = f"{subtopic} holds {count} guides, at most {MAX_GUIDES}"
                yield f"guides/{lang}/{topic}", ("error", "too-many-guides", message)
        for topic_id, found in self._topics.items():
            if len(found.subtopics) > MAX_SUBTOPICS:
                yield (
                    f"topics/{topic_id}",
                    ("error", "too-many-subtopics", f"{len(found.subtopics)} subtopics, at most {MAX_SUBTOPICS}"),
                )

        for topic_id, found in self._topics.items():
            for page in (page for subtopic in found.subtopics for page in subtopic.pages):
                if page not in self._english:
                    yield f"topics/{topic_id}", ("warning", "page", f"there is no guide {page} to put in its place")

    def _slots(self) -> Iterator[tuple[str, Fault]]:
        for key in COUNCIL_SLOTS:
            if key not in self._contacts:
                message = f"the council's contact {key} is missing; pages ask visitors to ask the council"
                yield "contacts", (self._slot_level, "slot", message)
        for name in sorted({name for page in self._pages for name in page.prose.slots}):
            if not self._council.get(name):
                yield "council", ("warning", "slot", f"council.toml does not say {name}; pages say “your council”")

    def _unused_terms(self) -> Iterator[tuple[str, Fault]]:
        for lang, terms in self._glossary.items():
            text = "\n".join(
                piece.text for page in self._pages if page.guide.lang == lang for piece in page.prose.pieces
            )
            for term in terms:
                if not term.pattern().search(text):
                    yield f"words/{lang}/glossary", ("error", "unused-term", f"no page uses {term.term!r}")


def _grade_faults(found: float | None) -> Iterator[Fault]:
    if found is not None and found > HARD_GRADE:
        level: Level = "error" if found > MAX_GRADE else "note"
        yield level, "reading-grade", f"Flesch-Kincaid grade {found:.1f}; aim for {HARD_GRADE:g}, at most {MAX_GRADE:g}"
