"""What the Care Quality Commission (CQC) says of a service, in whole sentences, and what its words mean."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kiosk.directory.service import Registration, Service
from kiosk.language import Words

_NOT_YET = ("not rated", "not rated yet", "not yet rated", "no published rating", "no rating")
_INSPECTED = ("inspected but not rated", "insufficient evidence to rate")


def cqc_registration(service: Service) -> Registration | None:
    """The registration with CQC, if the record names one."""
    seal = service.registration
    return seal if seal is not None and seal.scheme.casefold() == "cqc" else None


def is_rated(service: Service) -> bool:
    """Whether the record gives a rating that is one: "Not rated" is none."""
    seal = cqc_registration(service)
    return seal is not None and bool(seal.rating) and seal.rating.casefold() not in (*_NOT_YET, *_INSPECTED)


def rating_short(service: Service, words: Words, today: date) -> str:
    """The rating in one sentence, for a row of a list: "Rated Good on 19 January 2026"."""
    return rating_sentences(service, words, today)[0].rstrip(".")


def rating_sentences(service: Service, words: Words, today: date) -> list[str]:
    """The rating as a word with its date, or why there is none; a place without a rating is not a bad place.

    A date to come is a mistake in the record and is not given. The first line alone says the most important thing.
    """
    _ = words.gettext
    seal = cqc_registration(service)
    if seal is None:
        return [_("No rating given."), _("Ask if CQC has registered it.")]
    when = seal.rating_date if seal.rating_date and seal.rating_date <= today else None
    day = words.date(when) if when else ""
    if seal.rating.casefold() in _INSPECTED:
        lines = [_("Inspected, but not rated."), _("That is not a bad sign.")]
    elif seal.rating.casefold() in _NOT_YET:
        lines = [_("Not rated yet."), _("It may be new. That is not a bad sign.")]
    elif not seal.rating:
        lines = [_("No rating given."), _("It may be new, and not rated yet. Ask them, or look at the CQC website.")]
    else:
        rating = rating_name(seal.rating, words)
        pattern = _("Rated {rating} on {date}.") if day else _("Rated {rating}. The date is not given.")
        lines = [pattern.format(rating=rating, date=day)]
    if day and not is_rated(service):
        lines.append(_("Last inspected on {date}.").format(date=day))
    if seal.inherited and is_rated(service):
        lines.append(_("This rating was given to those who ran it before."))
    return lines


def question_lines(service: Service, words: Words) -> list[str]:
    """What was found for each of CQC's five questions, in its own order, as far as the record says."""
    seal = cqc_registration(service)
    asked = cqc_questions(words.gettext)
    given = seal.ratings if seal is not None else ()
    found = {name: word for name, word in given if word.casefold() not in _NOT_YET}
    return [f"{question} {rating_name(found[name], words)}" for name, question in asked.items() if name in found]


def cqc_questions(_: Callable[[str], str]) -> dict[str, str]:
    """The five questions of the Care Quality Commission (its single assessment framework), as it asks them."""
    return {
        "safe": _("Is it safe?"),
        "effective": _("Does the care work well?"),
        "caring": _("Are they kind?"),
        "responsive": _("Does it meet people's needs?"),
        "well-led": _("Is it well led?"),
    }


def rating_name(rating: str, words: Words) -> str:
    """CQC's word in the visitor's language; a word that is not one of its four stays as it is."""
    # Translators: the four ratings of the Care Quality Commission, best first.
    names = {
        "outstanding": words.pgettext("CQC rating", "Outstanding"),
        "good": words.pgettext("CQC rating", "Good"),
        "requires improvement": words.pgettext("CQC rating", "Requires improvement"),
        "inadequate": words.pgettext("CQC rating", "Inadequate"),
    }
    return names.get(rating.casefold(), rating)


def what_ratings_mean(words: Words) -> list[str]:
    """What CQC is, what its four words are, and what it means when there is none."""
    _ = words.gettext
    return [
        _("The Care Quality Commission (CQC) checks care homes and home care in England. It is not the council."),
        _("It has four ratings. The best is Outstanding, then Good, then Requires improvement, then Inadequate."),
        _("“Not rated” means that CQC has not given a rating. The service may be new. It does not mean bad care."),
        _("A rating can be some years old. Look at its date, and ask to see the newest report."),
    ]
