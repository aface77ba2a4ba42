"""What visitors are told of the time after which a screen that nobody uses is cleared."""

from __future__ import annotations

from kiosk.language import Words


def idle_promise(words: Words, seconds: int) -> str:
    """Told before anything is chosen that could be lost (WCAG 2.2 SC 2.2.6); whole minutes are told as minutes."""
    minutes, rest = divmod(seconds, 60)
    if rest:
        pattern = words.ngettext(
            "If nobody touches the screen for {count} second, it asks, and then clears. Nothing is kept.",
            "If nobody touches the screen for {count} seconds, it asks, and then clears. Nothing is kept.",
            seconds,
        )
        return pattern.format(count=seconds)
    pattern = words.ngettext(
        "If nobody touches the screen for {count} minute, it asks, and then clears. Nothing is kept.",
        "If nobody touches the screen for {count} minutes, it asks, and then clears. Nothing is kept.",
        minutes,
    )
    return pattern.format(count=minutes)
