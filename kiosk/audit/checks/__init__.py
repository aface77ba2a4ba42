"""One module a family of checks; importing this package registers them all."""

from kiosk.audit.checks import targets as targets
