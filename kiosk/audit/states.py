"""The one list of every screen and dialog in every state that matters."""

from __future__ import annotations

from kiosk.audit.state import State
from kiosk.audit.states_of_benefits import states_of_benefits
from kiosk.audit.states_of_booklets import states_of_booklets
from kiosk.audit.states_of_care import states_of_care
from kiosk.audit.states_of_choosing import states_of_choosing
from kiosk.audit.states_of_estimates import states_of_estimates
from kiosk.audit.states_of_finding import states_of_finding, states_of_services
from kiosk.audit.states_of_frame import states_of_frame
from kiosk.audit.states_of_guides import states_of_guides, states_of_the_place
from kiosk.audit.states_of_staff import states_of_staff
from kiosk.audit.states_of_whats_on import states_of_whats_on
from kiosk.edition.reader import Edition


def every_state(shown: Edition) -> list[State]:
    """Every state of an edition's screens, each with a name of its own, in one order."""
    return [
        *states_of_the_place(shown),
        *states_of_guides(shown),
        *states_of_finding(shown),
        *states_of_whats_on(shown),
        *states_of_care(shown),
        *states_of_services(shown),
        *states_of_estimates(),
        *states_of_benefits(),
        *states_of_choosing(),
        *states_of_booklets(shown),
        *states_of_frame(shown),
        *states_of_staff(),
    ]
