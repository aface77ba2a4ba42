"""Named loggers that cost nothing until something has to be logged: `logging` is not imported before Home is shown.

What a visitor typed, chose or read is never logged; of an unforeseen fault only its kind and place.
"""

from __future__ import annotations


def warn(where: str, message: str, *parts: object) -> None:
    """Log a warning under a module's name; `parts` fill in the message."""
    import logging

    logging.getLogger(where).warning(message, *parts)


def fault(where: str, message: str, *parts: object) -> None:
    """Log an error under a module's name; `parts` fill in the message."""
    import logging

    logging.getLogger(where).error(message, *parts)
