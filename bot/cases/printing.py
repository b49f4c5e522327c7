"""*Send me my plan for the fridge*: the whole plan as a page to print, as a file in the chat."""

import re
from dataclasses import replace
from typing import Final

from bot.cases.training import Training, training_of
from bot.conversations.typed.plain import plain
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button
from bot.taps import Tap, Verb
from bot.views.fridge import fridge_text
from bot.views.fridge_page import fridge_page
from bot.words import words_for
from coach.measuring import may_measure
from coach.plan import Plan

FILE_NAME: Final = "legwork-plan-%Y-%m-%d.html"
_PLAN: Final = (
    r"(?:(?:the|my|this|whole|full|entire|training|running|12 ?week) )*(?:plan|schedule|programme|program|weeks)"
)
_PAPER: Final = (
    r"(?:for (?:the|my|our) (?:fridge|wall|door)|on (?:the|my|our) (?:fridge|wall)|to print(?: (?:it|out))?|on paper|"
    r"(?:as|in) (?:a |an )?(?:pdf|file|document|page|html|picture|image|printout)|printable|printed)"
)
_TOLD: Final = re.compile(
    r"^(?:(?:so|well|now|and) )*i(?:'?ve| have| just)? (?:keep|kept|have|put|printed|hung|stuck|saved)\b"
)
"""*I keep the plan on the fridge* asks for none."""
_ASKED: Final = re.compile(
    rf"\b(?:print(?: out)?|printable|printed) {_PLAN}\b|^{_PAPER}$"
    rf"|\b{_PLAN}\b(?: (?!(?:is|was|looks?|looked|hangs?)\b)\w+){{0,4}}? {_PAPER}\b"
    r"|\bfridge (?:plan|version|sheet|copy)\b|\b(?:pdf|printout|printable version|paper copy) of "
    rf"{_PLAN}\b|\b(?:print|export|download|save) {_PLAN}\b|^(?:can (?:i|you) )?(?:please )?print (?:it|this)(?: out)?$"
)
"""Words for the plan on paper; *my plan is to print photos* and *planned run* are none."""


def print_button(desk: Desk) -> Button:
    """What stands under the plan."""
    return Button(desk.words("button.fridge"), Tap(Verb.PRINT, desk.athlete_id))


def printed(desk: Desk, tapped: Tapped) -> None:
    """The button under the plan."""
    desk.toast(tapped.query_id)
    print_plan(desk)


def answer_printing(desk: Desk, text: str) -> bool:
    """Send the page where words ask for it; false for any others."""
    said = plain(text)
    if not _ASKED.search(said) or _TOLD.match(said):
        return False
    print_plan(desk)
    return True


def print_plan(desk: Desk) -> None:
    """The whole plan as it stands, as one file."""
    words = words_for(desk.words.language, desk.words.units, html=False)
    training = training_of(desk)
    page = fridge_page(fridge_text(_as_known(training), words, modest=not may_measure(training.profile)), words)
    desk.send_document(page, FILE_NAME, desk.words("fridge.caption"))


def _as_known(training: Training) -> Plan:
    """The plan with the days of this week that are gone; what changed was told in the chat."""
    first, *rest = training.plan.weeks
    return replace(training.plan, weeks=(training.whole_week(first.start).as_week(), *rest), changes=())
