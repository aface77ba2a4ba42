"""An amount as a visitor types it: read with its signs and commas, and told in a plain sentence when it cannot be."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from kiosk.estimate.questions import MOST, Question
from kiosk.estimate.spans import PENNY
from kiosk.language import Words

MUCH_A_WEEK = Decimal(5_000)
"""In pounds. More than this each week is asked about once: a point may have been left out, or a year's amount given."""

_LEFT_OUT = str.maketrans({"£": None, ",": None, "٬": None, "٫": ".", " ": None, "\u00a0": None})
_AMOUNT = re.compile(r"\d{1,12}\.?\d*|\.\d+")


def read_amount(typed: str) -> Decimal | None:
    """Pounds and pence, or None when this is no amount. Digits of other scripts, £ and commas are understood."""
    plain = "".join(str(unicodedata.digit(letter, letter)) for letter in typed.translate(_LEFT_OUT))
    return Decimal(plain) if _AMOUNT.fullmatch(plain) else None


def trouble_with(typed: str, words: Words) -> str:
    """Why this cannot be used, for the visitor; empty when it can."""
    _ = words.gettext
    if not typed.strip():
        # Translators: “I don’t know” is the words on a button.
        return _("Type an amount, or touch “I don’t know”. If it is nothing, type 0.")
    if typed.strip().startswith(("-", "−")):
        return _("An amount cannot be less than nothing. If it is nothing, type 0.")
    amount = read_amount(typed)
    if amount is None:
        return _("This is not an amount. Type figures, such as 241.30.")
    if amount > MOST:
        return _("This is more than {amount}. Check the amount.").format(amount=words.amount(f"£{MOST:,.0f}"))
    if amount != amount.quantize(PENNY):
        return _("Type pounds and pence, with 2 figures after the point.")
    return ""


def is_much(question: Question, amount: Decimal) -> bool:
    """Whether to ask if this was meant."""
    return question.unit.endswith("a week") and amount > MUCH_A_WEEK
