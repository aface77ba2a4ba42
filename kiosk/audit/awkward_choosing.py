"""Help me choose with words that do not fit one line: questions, answers, reasons, rooms and ideas."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.audit import awkward_guides
from kiosk.audit.long_words import spaced, unbroken

_PAGES = (
    awkward_guides.LONG_TITLE,
    awkward_guides.UNBROKEN_TITLE,
    awkward_guides.EVERY_BLOCK,
    awkward_guides.OUT_OF_DATE,
    awkward_guides.BARE,
)
_OTHERS = ("bed", "meals", "falls", "memory", "company")


def choose_toml() -> str:
    """The file, with answers that have the ids of the bundled one."""
    return "\n".join([*_questions(), *_rules(), *_rooms()]) + "\n"


def _questions() -> Iterator[str]:
    yield from _question("hard", spaced("What is hard"), several=True)
    hard = {
        "stairs": unbroken("Stairs", 120),
        "washing": spaced("Washing", 160),
        **{name: f"The answer {name}, and what goes with it" for name in _OTHERS},
    }
    for name, text in hard.items():
        yield from _choice(name, text, f"You said that {text} is hard.")
    yield from _question("safe", "Is this person safe?")
    yield from _choice("yes", "Yes", "You said that this person is safe.")
    yield from _choice("hurt", spaced("No, it is", 120), spaced("You said that it is", 160) + ".")


def _question(name: str, text: str, several: bool = False) -> list[str]:
    lines = ["[[questions]]", f'id = "{name}"', f'text.en = "{text}?"', f'help.en = "{spaced("Say", 160)}."']
    return [*lines, "several = true"] if several else lines


def _choice(name: str, text: str, because: str) -> list[str]:
    return ["[[questions.choices]]", f'id = "{name}"', f'text.en = "{text}"', f'because.en = "{because}"']


def _rules() -> Iterator[str]:
    pages = ", ".join(f'"{page}"' for page in _PAGES)
    yield from ("[[rules]]", 'when = { safe = ["hurt"] }', "urgent = true", "weight = 9")
    yield from (f'pages = ["{awkward_guides.SENSITIVE}"]', 'contacts = ["emergency.999", "line.long"]')
    for weight, name in enumerate(("stairs", "washing", "memory"), start=1):
        yield from ("[[rules]]", f'when = {{ hard = ["{name}"] }}', f"pages = [{pages}]", f"weight = {weight}")
        yield from ('types = ["befriending-and-social"]', 'equipment = ["rail", "seat", "lamp"]')


def _rooms() -> Iterator[str]:
    rooms = {"stairs": spaced("Stairs", 120), "bathroom": unbroken("Bathroom", 80)}
    for name, title in rooms.items():
        yield from ("[[rooms]]", f'id = "{name}"', f'title.en = "{title}"')
    ideas = (("rail", "stairs", spaced("A rail")), ("seat", "bathroom", "A seat"), ("lamp", "stairs", unbroken("Lamp")))
    for name, room, text in ideas:
        page = awkward_guides.LONG_TITLE
        yield from ("[[equipment]]", f'id = "{name}"', f'room = "{room}"', f'text.en = "{text}"', f'page = "{page}"')
