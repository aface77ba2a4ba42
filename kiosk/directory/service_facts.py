"""The lines of a service's facts, each from what the record says and no more."""

from __future__ import annotations

from datetime import date

from kiosk.directory import facet_names
from kiosk.directory.care_rating import cqc_registration, question_lines, rating_sentences
from kiosk.directory.listing import all_phones
from kiosk.directory.service import Cost, Service
from kiosk.language import Tagged, Words
from kiosk.phone_numbers import group


def phone_lines(service: Service, words: Words) -> list[str]:
    """Numbers in groups; without one, what to do instead."""
    _ = words.gettext
    lines = []
    for phone in all_phones(service):
        number = group(phone.number)
        if phone.extension:
            # Translators: a telephone extension behind a number.
            number = _("{number}, extension {extension}").format(number=number, extension=phone.extension)
        label = {"text": _("Text"), "sms": _("Text"), "textphone": _("Textphone")}.get(phone.kind, phone.description)
        # Translators: what a number is for, and the number: "Textphone: 0161 496 0000".
        line = _("{label}: {number}").format(label=label, number=number) if label else number
        lines.append(Tagged(line) if label and label == phone.description else line)
    if lines:
        return lines
    if service.url or service.email:
        return [_("No phone number given. Use the web or e-mail address below.")]
    if any(place.kind == "physical" and not place.masked for place in service.places):
        return [_("No phone number given. You can go there and ask.")]
    return [_("No phone number given. Ask the council how to reach them.")]


def cost_lines(service: Service, words: Words) -> list[str]:
    """What it costs as the record says it; "Cost not given" is not the same as free."""
    _ = words.gettext
    lines = [line for cost in service.costs if (line := _cost_line(cost, words))]
    if service.is_free:
        lines = [_("Free"), *(line for line in lines if line != _("Free"))]
    lines += feed_lines(service.fees_description)
    if not any(lines) and service.is_free is False:
        return [_("There is a charge. Ask how much.")]
    return list(dict.fromkeys(line for line in lines if line)) or [_("Cost not given")]


def _cost_line(cost: Cost, words: Words) -> str:
    _ = words.gettext
    if cost.amount is None or cost.amount < 0:
        return Tagged(", ".join(part for part in (cost.option, cost.description) if part))
    if cost.amount == 0:
        amount = _("Free")
    else:
        figure = f"{cost.amount:,.0f}" if cost.amount == int(cost.amount) else f"{cost.amount:,.2f}"
        amount = words.amount(f"£{figure}") if cost.currency.upper() in ("GBP", "£") else f"{figure} {cost.currency}"
    if cost.description:
        amount = f"{amount} {cost.description}"
    # Translators: what a price is for, and the price: "Lunch: £4.50".
    line = _("{option}: {amount}").format(option=cost.option, amount=amount) if cost.option else amount
    return Tagged(line) if cost.amount and (cost.option or cost.description) else line


def getting_lines(service: Service, words: Words) -> list[str]:
    """How to get it: referral, how to apply, waiting time, and the ways in which it is given."""
    _ = words.gettext
    lines: list[str] = []
    if service.referral_required is not None:
        referral = _("Someone has to refer you. Ask how."), _("You can contact them yourself.")
        lines.append(referral[0] if service.referral_required else referral[1])
    lines += feed_lines(service.application_process)
    if service.wait_time:
        # Translators: {time} is what the service says about its waiting time.
        lines.append(_("Waiting time: {time}").format(time=service.wait_time))
    ways = {
        "venue": _("You go there."),
        "phone": _("By phone."),
        "online": _("Online."),
        "home visit": _("They come to you."),
    }
    lines += [ways[way] for way in dict.fromkeys(w.casefold() for w in service.attending_type) if way in ways]
    return lines


def who_lines(service: Service, words: Words) -> list[str]:
    """Who it is for in the service's own words, its ages, and groups named by the feed or staff, never guessed."""
    _ = words.gettext
    lines: list[str] = [*feed_lines(service.eligibility_description)]
    low, high = service.minimum_age, service.maximum_age
    if low and high and low <= high:
        # Translators: an age range.
        lines.append(_("Age {low} to {high}").format(low=low, high=high))
    elif low and not high:
        lines.append(_("Age {low} and over").format(low=low))
    elif high and not low:
        lines.append(_("Up to age {high}").format(high=high))
    groups = service.facet_ids("beneficiary", claims_only=True)
    lines += [facet_names.beneficiary_name(name, words) for name in groups]
    return list(dict.fromkeys(lines))


def access_lines(service: Service, words: Words) -> list[str]:
    """What is said about access, word for word: partial access is never shown as full."""
    _ = words.gettext
    places = [place for place in service.places if place.kind == "physical"]
    lines: list[str] = []
    for place in places:
        facts = [Tagged(": ".join(part for part in (fact.description, fact.details) if part)) for fact in place.access]
        if facts and len(places) > 1 and place.town:
            # Translators: the name of a place in front of a fact about it.
            lines.append(Tagged(_("{place}:").format(place=place.town)))
        lines += facts
    return lines or ([_("Access not given. Ask before you go.")] if places else [])


def rating_lines(service: Service, words: Words, today: date) -> list[str]:
    """The CQC rating as a word with its date, and by question. A place without a rating is not a bad place."""
    seal = cqc_registration(service)
    if seal is None:
        return []
    lines = [*rating_sentences(service, words, today), *question_lines(service, words)]
    if seal.beds:
        lines.append(words.ngettext("{count} bed", "{count} beds", seal.beds).format(count=seal.beds))
    return [*lines, Tagged(seal.url)]


def web_lines(service: Service) -> list[str]:
    """Addresses of the service, else of its organisation."""
    organization = service.organization
    addresses = (service.url or organization.website, service.email or organization.email)
    return [Tagged(address) for address in dict.fromkeys(addresses)]


def feed_lines(text: str) -> list[Tagged]:
    """The lines of a feed's text, which are English whatever language the page is in."""
    return [Tagged(part.strip()) for part in text.split("\n")]
