"""How long an estimate takes, from answers to the page of its result, in milliseconds: the median of many."""

from __future__ import annotations

import statistics
import sys
import time
from datetime import date

from kiosk import resources
from kiosk.audit.states_of_benefits import CARER, NOT_SURE, OLD_AND_ILL
from kiosk.audit.states_of_estimates import AT_HOME, OVER, OWNER, UNKNOWN
from kiosk.edition.reader import open_edition
from kiosk.estimate.estimators import ESTIMATORS, used_answers
from kiosk.language import words_in

BUDGET = 20.0
TIMES = 50
RESULTS = {
    "care-costs": {"short": OVER, "long": AT_HOME, "a home": OWNER, "no amount": UNKNOWN},
    "benefits": {"old": OLD_AND_ILL, "a carer": CARER, "not sure": NOT_SURE},
}


def main() -> int:
    """Print a row for each kind of result; one that is over the budget says OVER."""
    edition = open_edition(resources.demo_edition())
    words, day = words_in("en"), date.today()
    for key, results in RESULTS.items():
        estimator = ESTIMATORS[key]
        for name, given in results.items():
            taken = []
            for _time in range(TIMES):
                started = time.perf_counter()
                answers = used_answers(estimator, given, words)
                estimator.page(answers, edition.library, words, day)
                taken.append((time.perf_counter() - started) * 1000)
            median = statistics.median(taken)
            over = " OVER" if median > BUDGET else ""
            print(f"{key}, {name:10} {median:6.1f} ms   budget {BUDGET:.0f}{over}")
    edition.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
