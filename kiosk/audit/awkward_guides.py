"""Guides that show every kind of block, every notice, and titles that do not fit one line."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.audit.long_words import SPACED_TERM, UNBROKEN_TERM, spaced, unbroken

EVERY_BLOCK = "every-block"
SENSITIVE = "sensitive"
OUT_OF_DATE = "out-of-date"
OVERDUE = "overdue"
BARE = "bare"
LONG_TITLE = "long-title"
UNBROKEN_TITLE = "unbroken-title"
JOURNEY = "a-journey"
SHEET = "a-sheet"
_EVERY_BLOCK = f"""
> [!FIRST]
> Ring the council, and say **that you need help now**.
> {{{{contact:line.whole}}}}

You may have up to {{{{figure:now}}}} before you pay. Ask {{{{council:name}}}} about [what to do](guide:bare).

Words that are explained: term 1, term 2, term 3, term 4, term 5, term 6, term 7, term 8, {UNBROKEN_TERM} and
{SPACED_TERM}.

## A heading of the second level

- The first line of a list, which is long enough to need a second line on a panel of any of the three shapes
- A line that leads on to [a page with a long title](guide:{LONG_TITLE})

### A heading of the third level

- [ ] Something to tick off
- [ ] {unbroken("Ticked")}

1. Write down what is hard for you. *and*
2. Ask somebody to be with you, or see [the page about that](guide:{SENSITIVE}). *or*
3. Ring on 24 November at 2:30pm and say £23,250.

| What | How much |
|---|---|
| A lunch | £4.50 |
| {spaced("A day at the centre", 160)} | {unbroken("pounds", 120)} |

| What | When | Where |
|---|---|---|
| A lunch | Tuesdays, 9:30am to 4:15pm | Upper Fallow |

> [!INFO]
> You can bring somebody.

> [!IMPORTANT]
> The amount changes every April.
>
> {{{{contact:line.web}}}}

> [!URGENT]
> Ring 999 when somebody is in danger.
>
> {{{{contact:emergency.999}}}}

{{{{contact:line.long}}}}

{{{{contact:council.adult-social-care}}}}
"""
_ARABIC = """
> [!FIRST]
> اتصل بالمجلس على الرقم أدناه من 9am إلى 5pm.
> {{contact:line.whole}}

قد تحصل على {{figure:now}} قبل أن تدفع. اسأل Age UK أو اتصل يوم 24 November.

## ماذا يحدث بعد ذلك

- زيارة في المنزل (about 1 hour)
- رسالة من NHS

1. اكتب ما يصعب عليك. *and*
2. اسأل شخصًا تثق به.

| ماذا | كم |
|---|---|
| غداء | £4.50 |
"""
_SHEET = f"""
Write down what you do.

| Time | What I do | {spaced("What is hard about it", 80)} |
|---|---|---|
| {unbroken("Morning", 60)} | | |
| {spaced("In the evening", 90)} | | |

{{{{lines:3}}}}
"""
_EASY_READ = f"""
![phone] Ring **the council**. Ask for {unbroken("help", 60)}.

{{{{contact:line.whole}}}}

![money] You may have up to {{{{figure:now}}}} before you pay.

## {unbroken("Heading", 120)}

![house] {spaced("You can stay at home", 200)}.

{{{{contact:line.long}}}}
"""
_FIRST = "> [!FIRST]\n> Ring the council.\n"


def guides() -> Iterator[tuple[str, str, str, str]]:
    """(language, topic, id, text) of every guide."""
    yield _guide(
        EVERY_BLOCK,
        _EVERY_BLOCK,
        more=f'related = ["{LONG_TITLE}", "{BARE}", "{OVERDUE}"]\nlocal_help = {{ words = "lunch club" }}\n'
        f'booklet = "core"\n[[sources]]\ntitle = "{spaced("Care Act 2014, section 9")}"',
    )
    yield _guide(
        EVERY_BLOCK, _ARABIC, title="كل أنواع الفقرات في صفحة واحدة", language="ar", more="draft_translation = true"
    )
    yield _guide(
        SENSITIVE,
        f"{_FIRST}\n## Who can help\n\n{{{{contact:council.safeguarding}}}}\n\n{{{{contact:line.long}}}}\n",
        title="Somebody hurts you, frightens you or takes your money",
        more="sensitive = true",
    )
    yield _guide(OUT_OF_DATE, f"{_FIRST}\nIt was {{{{figure:gone}}}} a week. It is {{{{figure:unknown}}}} now.\n")
    yield _guide(OVERDUE, f"{_FIRST}\nAsk first.\n", dates="reviewed = 2024-11-01\nreview_by = 2025-05-01")
    yield _guide(BARE, "One line.\n", dates="", summary="S")
    yield _guide(LONG_TITLE, f"{_FIRST}\nShort.\n", title=spaced("A page about"), summary=spaced("What it says"))
    yield _guide(UNBROKEN_TITLE, f"{_FIRST}\n{unbroken('Unbroken')}\n", title=unbroken("Title"))
    steps = f'steps = ["{LONG_TITLE}", "{UNBROKEN_TITLE}", "{SENSITIVE}", "{BARE}"]'
    title = spaced("The way through a title", 120)
    yield _guide(
        JOURNEY, f"{_FIRST}\nOne by one.\n", title=title, more=f'kind = "journey"\n{steps}\nsheets = ["{SHEET}"]'
    )
    yield _guide(SHEET, _SHEET, title=spaced("Sheet with a title", 120), more='kind = "worksheet"')
    for part in range(1, 8):
        for page in range(1, 8):
            name = f"page-{part}-{page}"
            yield _guide(name, f"{_FIRST}\nShort.\n", title=f"Page {page} of part {part}", at=("full", f"part-{part}"))


def easy_read() -> Iterator[tuple[str, str]]:
    """(id, text) of every Easy Read page."""
    for guide_id, title in ((UNBROKEN_TITLE, unbroken("Title")), (LONG_TITLE, spaced("A title"))):
        front = f'id = "{guide_id}"\ntitle = "{title}"\nreviewed = 2026-11-01\nreview_by = 2027-05-01'
        yield guide_id, f"+++\n{front}\n+++\n{_EASY_READ}"


def _guide(
    guide_id: str,
    body: str,
    *,
    title: str = "",
    summary: str = "What this page is about, in one line.",
    dates: str = "reviewed = 2026-11-01\nreview_by = 2027-05-01",
    more: str = "",
    language: str = "en",
    at: tuple[str, str] = ("care", "asking"),
) -> tuple[str, str, str, str]:
    topic, subtopic = at
    front = [
        f'id = "{guide_id}"',
        f'title = "{title or "A page that is " + guide_id.replace("-", " ")}"',
        f'summary = "{summary}"',
        f'topic = "{topic}"',
        f'subtopic = "{subtopic}"',
        dates,
        more,
    ]
    return language, topic, guide_id, "+++\n" + "\n".join(front) + "\n+++\n" + body
