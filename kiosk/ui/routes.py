"""Every place a visitor can be, as data."""

from __future__ import annotations

from typing import NamedTuple


class Route(NamedTuple):
    """A place: the screen's name and what it shows (a guide's id, a service's key, a filter's name)."""

    screen: str
    key: str = ""


ATTRACT = Route("attract")
HOME = Route("home")

SCREENS = {
    "attract": "kiosk.ui.screens.attract:AttractScreen",
    "home": "kiosk.ui.screens.home:HomeScreen",
    "topic": "kiosk.ui.screens.topic:TopicScreen",
    "subtopic": "kiosk.ui.screens.subtopic:SubtopicScreen",
    "easy-read": "kiosk.ui.screens.easy_read:EasyReadScreen",
    "guide": "kiosk.ui.screens.guide:GuideScreen",
    "word": "kiosk.ui.screens.word:WordScreen",
    "find": "kiosk.ui.screens.find:FindScreen",
    "type": "kiosk.ui.screens.type_words:TypeScreen",
    "filter": "kiosk.ui.screens.filter:FilterScreen",
    "whats-on": "kiosk.ui.screens.whats_on:WhatsOnScreen",
    "whats-on-filter": "kiosk.ui.screens.whats_on_filter:WhatsOnFilterScreen",
    "choose-care": "kiosk.ui.screens.choose_care:ChooseCareScreen",
    "compare": "kiosk.ui.screens.compare:CompareScreen",
    "estimate": "kiosk.ui.screens.estimate:EstimateScreen",
    "estimate-amount": "kiosk.ui.screens.estimate_amount:EstimateAmountScreen",
    "estimate-answers": "kiosk.ui.screens.estimate_answers:EstimateAnswersScreen",
    "estimate-result": "kiosk.ui.screens.estimate_result:EstimateResultScreen",
    "guided": "kiosk.ui.screens.guided:GuidedScreen",
    "guided-safety": "kiosk.ui.screens.guided_safety:GuidedSafetyScreen",
    "guided-answers": "kiosk.ui.screens.guided_answers:GuidedAnswersScreen",
    "guided-result": "kiosk.ui.screens.guided_result:GuidedResultScreen",
    "guided-list": "kiosk.ui.screens.guided_list:GuidedListScreen",
    "service": "kiosk.ui.screens.service:ServiceScreen",
    "list": "kiosk.ui.screens.my_list:MyListScreen",
    "booklet": "kiosk.ui.screens.booklet:BookletScreen",
    "booklet-choice": "kiosk.ui.screens.booklet_choice:BookletChoiceScreen",
    "booklet-pages": "kiosk.ui.screens.booklet_pages:BookletPagesScreen",
    "booklet-note": "kiosk.ui.screens.booklet_note:BookletNoteScreen",
    "booklet-preview": "kiosk.ui.screens.booklet_preview:BookletPreviewScreen",
    "booklet-print": "kiosk.ui.screens.booklet_print:BookletPrintScreen",
    "urgent": "kiosk.ui.screens.urgent:UrgentScreen",
    "display": "kiosk.ui.screens.display:DisplayScreen",
    "language": "kiosk.ui.screens.language:LanguageScreen",
    "help": "kiosk.ui.screens.help:HelpScreen",
    "statement": "kiosk.ui.screens.statement:StatementScreen",
    "sources": "kiosk.ui.screens.sources:SourcesScreen",
    "finish": "kiosk.ui.screens.finish:FinishScreen",
    "calibrate": "kiosk.ui.screens.calibrate:CalibrateScreen",
}
