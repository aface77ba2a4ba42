"""What the text sizes and the sets of colours are called."""

from __future__ import annotations

from kiosk.language import Words


def size_names(words: Words) -> dict[str, str]:
    """The names of the text sizes, smallest first, by what settings call them."""
    _ = words.gettext
    return {"standard": _("Standard"), "large": _("Large"), "larger": _("Larger"), "largest": _("Largest")}


def theme_names(words: Words) -> dict[str, str]:
    """The names of the sets of colours, by what settings call them."""
    _ = words.gettext
    return {
        "day": _("Day"),
        "night": _("Night"),
        # Translators: soft colours for eyes that are dazzled by white.
        "low-glare": _("Low glare"),
        "black-on-white": _("Black on white"),
        "yellow-on-black": _("Yellow on black"),
    }
