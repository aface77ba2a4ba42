"""Figures of speech that can't be understood word by word: our English says the plain thing instead.

People with a learning disability, autistic people and people new to English take words as they stand; standards for
Easy Read ("Information for All", Inclusion Europe) and the NHS content style guide ask for none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_IDIOMS = (
    r"a (?:piece of cake|pinch of salt|stone's throw|breath of fresh air|drop in the ocean|shoulder to cry on)",
    r"a (?:mixed bag|ball ?park figure)|across the board|above board|at (?:sixes and sevens|the drop of a hat)",
    r"back (?:on (?:my|your|their|his|her|our) feet|to square one)|beat(?:ing)? about the bush|bit(?:e|ing) the bullet",
    r"break(?:ing)? the ice|bend(?:ing)? over backwards?|burn(?:ing)? the candle at both ends",
    r"by the skin of (?:your|their) teeth|call(?:ing)? it a day|costs? an arm and a leg|cut(?:ting)? corners",
    r"(?:fall|fell|fallen|falling|slip|slips|slipped|slipping) through the (?:net|cracks|gaps)",
    r"(?:find|finding|found) (?:your|their) feet|feel(?:ing)? the pinch|for a rainy day|from scratch",
    r"(?:get|gets|getting|got) (?:the ball rolling|to grips with|out of hand|the hang of)|gr[ae]y areas?",
    r"(?:give|gives|giving|gave|lend|lending) (?:\w+ )?a hand|(?:go|goes|going|went) the extra mile",
    r"hang(?:ing)? in there|hit(?:s|ting)? the (?:ground running|roof|nail on the head)|ins and outs",
    r"in (?:a nutshell|the long run|the pipeline|the same boat|safe hands)|jump(?:ing)? through hoops",
    r"keep(?:ing)? (?:\w+ )?(?:an eye on|in the loop|your chin up|tabs on)|light at the end of the tunnel",
    r"make ends meet|making ends meet|no stone unturned|no strings attached|(?:once )?in a blue moon|once and for all",
    r"off the (?:record|beaten track)|on (?:a shoestring|last legs|thin ice|the back burner|the dot|the mend)",
    r"on (?:the same page|top of the world)|one[ -]stop[ -]shop|out of the blue|over the (?:moon|hill)",
    r"pass(?:ing)? the buck|peace of mind|play(?:ing)? it by ear|pull(?:ing|ed)? (?:strings|yourself together)",
    r"raining cats and dogs|red tape|rules? of thumb|see(?:ing)? eye to eye|second to none|take the plunge",
    r"the (?:bottom line|last straw|tip of the iceberg)|think(?:ing)? outside the box|touch(?:ing)? base",
    r"turn(?:ing)? (?:a blind eye|over a new leaf)|under the weather|up (?:and running|in the air|to scratch|to speed)",
)
"""Only what has no plain use beside it: "at the end of the day" and "in hot water" may be meant as they stand."""
_PATTERN = re.compile(r"(?<![\w-])(?:" + "|".join(_IDIOMS) + r")(?![\w-])", re.IGNORECASE)


def idioms(text: str) -> Iterator[str]:
    """The figures of speech in an English text, as they are written there."""
    for match in _PATTERN.finditer(text.replace("’", "'")):
        yield match.group(0)
