"""One module a family of checks; importing this package registers them all."""

from kiosk.audit.checks import behaviour as behaviour
from kiosk.audit.checks import contrast as contrast
from kiosk.audit.checks import direction as direction
from kiosk.audit.checks import focus as focus
from kiosk.audit.checks import frame as frame
from kiosk.audit.checks import headings as headings
from kiosk.audit.checks import languages as languages
from kiosk.audit.checks import letters as letters
from kiosk.audit.checks import motion as motion
from kiosk.audit.checks import names as names
from kiosk.audit.checks import targets as targets
from kiosk.audit.checks import words_fit as words_fit
