"""How the screen is shown and touched: the sizes, themes and keyboards there are, and what one visitor chose."""

from __future__ import annotations

from dataclasses import dataclass

TEXT_SIZES = ("standard", "large", "larger", "largest")
THEMES = ("day", "night", "low-glare", "black-on-white", "yellow-on-black")
KEYBOARDS = ("qwerty", "a-z")


@dataclass(frozen=True, slots=True)
class Display:
    """How the screen is shown and touched. `text_size`, `theme` and `keyboard` are words of the tables above.

    `easy_letters` sets the words in Andika; `controls_low` puts all that can be touched within low reach; `pictures`
    shows drawings beside words; `steady_touch` takes more care with a shaking hand; `say_aloud` says what has the
    focus.
    """

    text_size: str = "standard"
    theme: str = "day"
    easy_letters: bool = False
    controls_low: bool = False
    pictures: bool = True
    keyboard: str = "qwerty"
    steady_touch: bool = False
    say_aloud: bool = False

    def __post_init__(self) -> None:
        for word, known, what in (
            (self.text_size, TEXT_SIZES, "text size"),
            (self.theme, THEMES, "theme"),
            (self.keyboard, KEYBOARDS, "keyboard"),
        ):
            if word not in known:
                raise ValueError(f"no {what} {word!r}")
