"""Estimates of what care may cost: pure sums over dated figures, with every step and its source. Never a decision."""
