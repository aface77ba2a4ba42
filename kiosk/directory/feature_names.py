"""What a visitor reads for the features that a search can narrow down by."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.language import Words


def feature_name(kind: str, feature: str, words: Words) -> str:
    """The name of a feature of the kind "way", "route", "access", "day" ("0" is Monday) or "part"."""
    if kind == "day":
        return words.weekday(int(feature))
    return _NAMES[kind](words.gettext)[feature]


def _ways(_: Callable[[str], str]) -> dict[str, str]:
    return {
        "at-a-place": _("You go there"),
        "at-home": _("They come to you"),
        "by-phone": _("By phone"),
        "online": _("Online"),
    }


def _routes(_: Callable[[str], str]) -> dict[str, str]:
    return {
        "free": _("Free"),
        # Translators: nobody, such as a doctor, has to send one there.
        "no-referral": _("No referral needed"),
    }


def _access(_: Callable[[str], str]) -> dict[str, str]:
    return {
        "step-free": _("Step-free way in"),
        "step-free-inside": _("Lift, or no steps inside"),
        "accessible-toilet": _("Accessible toilet"),
        "hearing-loop": _("Hearing loop"),
        "sign-language": _("Sign language"),
        "disabled-parking": _("Disabled parking"),
        "bus-stop": _("Bus stop near"),
        "hoist": _("Hoist"),
        "quiet-space": _("Quiet space"),
    }


def _parts(_: Callable[[str], str]) -> dict[str, str]:
    return {"morning": _("Mornings"), "afternoon": _("Afternoons"), "evening": _("Evenings")}


_NAMES = {"way": _ways, "route": _routes, "access": _access, "part": _parts}
