"""Values of `Qt.Key` that the start path needs, written out.

PySide builds every enumeration of the `Qt` namespace, hundreds of names, when one of them is first used: a tenth of the
time to the first picture. So nothing on the way to Home uses that namespace.
"""

from __future__ import annotations

SPACE = 0x20
ESCAPE = 0x01000000
TAB = 0x01000001
BACKTAB = 0x01000002
RETURN = 0x01000004
ENTER = 0x01000005
HOME = 0x01000010
END = 0x01000011
LEFT = 0x01000012
UP = 0x01000013
RIGHT = 0x01000014
DOWN = 0x01000015
PAGE_UP = 0x01000016
PAGE_DOWN = 0x01000017
SHIFT = 0x01000020
F1 = 0x01000030
F2 = 0x01000031
F3 = 0x01000032
F4 = 0x01000033
F5 = 0x01000034
F6 = 0x01000035
F7 = 0x01000036
VOLUME_DOWN = 0x01000070
VOLUME_UP = 0x01000072
ARROWS = frozenset((LEFT, UP, RIGHT, DOWN))
PAGING = frozenset((HOME, END, PAGE_UP, PAGE_DOWN))
FUNCTION = frozenset((F1, F2, F3, F4, F5, F6, F7, VOLUME_DOWN, VOLUME_UP))
"""What these do is in `kiosk.ui.function_keys`."""
