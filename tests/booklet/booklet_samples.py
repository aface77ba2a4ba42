"""Booklets typed for the tests, in English and Arabic, with every kind of block in them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.booklet.compose import compose
from kiosk.booklet.model import Booklet, BookletRequest, Chosen
from kiosk.document.blocks import (
    BulletList,
    Callout,
    Checklist,
    ContactCard,
    Document,
    Fact,
    Facts,
    Heading,
    Link,
    Paragraph,
    Picture,
    Step,
    Steps,
    Table,
    Text,
    words,
)
from kiosk.language import Words, words_in
from kiosk.phone_numbers import group

COUNCIL = ContactCard(
    "Adult social care",
    "To ask for help at home, or a needs assessment",
    group("01632960418"),
    "18001 " + group("01632960418"),
    "Monday to Friday, 9am to 5pm",
    "https://www.example.org/adult-social-care/ask-for-help",
)
SAFETY = (
    ContactCard("Emergency", "Police, fire or ambulance, when someone is in danger now", "999", safety=True),
    ContactCard("NHS 111", "When you need medical help but it is not an emergency", "111", safety=True),
    COUNCIL,
    ContactCard("Samaritans", "If you want to talk, at any time, day or night", group("116123"), hours="24 hours"),
)

ASSESSMENT = Document(
    "needs-assessment",
    "Having a needs assessment",
    "en",
    (
        Callout(
            "first",
            (
                Paragraph(words("Ring the council and ask for a “needs assessment”. It is free.")),
                ContactCard("Adult social care", "", group("01632960418"), hours="Monday to Friday, 9am to 5pm"),
            ),
        ),
        Paragraph(
            words(
                "Someone from the council will talk with you. They will ask about ",
                Text("your day", strong=True),
                ", what is hard for you, and what you want. You can have a friend with you.",
            )
        ),
        Heading(2, words("What will happen")),
        Steps(
            (
                Step(words("The council asks a few questions, often by phone.")),
                Step(words("A worker visits, or meets you where you like."), "or"),
                Step(words("You fill in a form with someone you trust."), "and"),
                Step(words("You get a written answer. It says what help you can have, and why.")),
            )
        ),
        Callout(
            "important",
            (
                Paragraph(
                    words(
                        Text("If you find it hard to speak up, ", strong=True),
                        "you can have an advocate. That is someone on your side. It is free.",
                    )
                ),
            ),
        ),
        Heading(2, words("What to have ready")),
        Checklist(
            (
                words("a list of your medicines"),
                words("names of the people who help you now"),
                words("what a good day and a bad day are like, and what you would like to be able to do again"),
            )
        ),
        Heading(2, words("What they look at")),
        BulletList(
            (
                words("washing and dressing"),
                words("eating and drinking"),
                words("keeping safe at home"),
                words("seeing people. See ", Link("Company and activities", "guide:company")),
            )
        ),
        Heading(3, words("If you do not agree")),
        Paragraph(words("Ask the council to look again. You can complain if you are still not happy.")),
    ),
    summary="The council finds out what help you need. It is free.",
    notices=("Reviewed 21 November 2026 · to be checked by 21 May 2027",),
)

PAYING = Document(
    "who-pays",
    "Who pays for care",
    "en",
    (
        Callout(
            "first",
            (Paragraph(words("Ask the council for a financial assessment before you agree to pay for anything.")),),
        ),
        Paragraph(
            words(
                "Health care from the NHS is free. Care from the council may cost you money. What you pay depends on "
                "what you have."
            )
        ),
        Table(
            (words("What you have"), words("What the council does"), words("What you pay")),
            (
                (
                    words("More than £23,250"),
                    words("Gives advice, and can arrange care for you"),
                    words("The whole cost"),
                ),
                (words("£14,250 to £23,250"), words("Pays a part"), words("A part, from your income and savings")),
                (words("Less than £14,250"), words("Pays most of it"), words("A part of your income only")),
            ),
        ),
        Callout(
            "info", (Paragraph(words("Your home is not counted while you, your husband, wife or partner live in it.")),)
        ),
        Callout(
            "urgent", (Paragraph(words("Do not give away your home or savings before you have asked for advice.")),)
        ),
    ),
    summary="What the council pays, and what you may have to pay.",
)

ABUSE = Document(
    "abuse",
    "If someone is hurting you",
    "en",
    (Callout("urgent", (Paragraph(words("In danger now? Ring 999.")),)), Paragraph(words("It is not your fault."))),
)


def service(name: str, number: str, lang: str = "en") -> Document:
    """A service's page as the directory writes it."""
    return Document(
        f"demo:{number}",
        name,
        lang,
        (
            Facts(
                (
                    Fact("phone", "Phone", (words(group(number)),)),
                    Fact(
                        "place",
                        "Address",
                        (
                            words("Saltmarsh Community Centre"),
                            words("14 Harbour Road"),
                            words("Westhaven"),
                            words("WH1 4QT"),
                        ),
                    ),
                    Fact("calendar", "When", (words("Tuesday: 10am to midday"), words("Thursday: 1:30pm to 4pm"))),
                    Fact("money", "Cost", (words("£2.50 a visit"),)),
                    Fact("web", "E-mail", (words("memory.cafe.and.lunch.club@saltmarsh-community-trust.example.org"),)),
                )
            ),
        ),
        summary="A friendly place for people who forget things, and those who look after them. Tea, songs and quiet.",
    )


REQUEST = BookletRequest(
    area="Westhaven",
    demonstration=True,
    printed_on=date(2026, 12, 1),
    data_as_of=date(2026, 11, 28),
    safety=SAFETY,
    formats_contact=COUNCIL,
    guides=(Chosen(ASSESSMENT), Chosen(PAYING), Chosen(ABUSE, sensitive=True)),
    services=(
        Chosen(service("Harbour Memory Café", "01632960101")),
        Chosen(service("Lunch at the Chapel", "01632960102")),
        Chosen(service("A Lift to the Doctor", "01632960103")),
    ),
    note="Ask about a ramp for the front step.\nMum likes mornings best.",
)

ARABIC_GUIDE = Document(
    "needs-assessment",
    "تقييم احتياجاتك",
    "ar",
    (
        Callout(
            "first",
            (
                Paragraph(words("اتصل بالبلدية على الرقم 0300 000 0001 واطلب «تقييم الاحتياجات». إنه مجاني.")),
                ContactCard(
                    "رعاية البالغين",
                    "لطلب المساعدة في المنزل",
                    group("01632960418"),
                    hours="من الاثنين إلى الجمعة، من 9 صباحًا إلى 5 مساءً",
                ),
            ),
        ),
        Paragraph(
            words("سيتحدث معك شخص من البلدية. سيسألك عن ", Text("يومك", strong=True), " وما هو صعب عليك وما تريده.")
        ),
        Heading(2, words("ماذا سيحدث")),
        Steps(
            (
                Step(words("تطرح البلدية بعض الأسئلة، غالبًا عبر الهاتف.")),
                Step(words("يزورك موظف في المكان الذي تريده."), "and"),
                Step(words("تحصل على جواب مكتوب.")),
            )
        ),
        Heading(2, words("ما الذي تحضّره")),
        Checklist((words("قائمة بأدويتك"), words("أسماء من يساعدونك الآن"))),
        BulletList((words("الغسل واللبس"), words("الأكل والشرب"))),
        Table(
            (words("ما تملكه"), words("ما تدفعه")),
            (
                (words("أكثر من 23,250 جنيهًا"), words("كل التكلفة")),
                (words("أقل من 14,250 جنيهًا"), words("جزء من دخلك")),
            ),
        ),
    ),
    summary="تعرف البلدية ما المساعدة التي تحتاجها.",
)


def request_in(language: str, **changes: object) -> BookletRequest:
    """The sample request in a language, with some of its fields changed."""
    changed = replace(REQUEST, language=language)
    if language == "ar":
        guides = (Chosen(ARABIC_GUIDE), Chosen(ASSESSMENT))
        changed = replace(changed, guides=guides, services=(Chosen(service("Harbour Memory Café", "01632960101")),))
    return replace(changed, **changes)  # type: ignore[arg-type]


def sample(language: str = "en", **changes: object) -> Booklet:
    """The sample booklet in a language."""
    return compose(request_in(language, **changes), words_in(language))


def every_block() -> tuple[object, ...]:
    """One of each thing that may stand in a document."""
    return (Picture("phone"), *ASSESSMENT.blocks, *PAYING.blocks, COUNCIL)


__all__ = ["COUNCIL", "REQUEST", "SAFETY", "Words", "every_block", "request_in", "sample", "service"]
