"""A question open in the message of a guided session, answered in words: what instead, where it hurts, how much."""

import re
from collections.abc import Callable
from typing import Final

from bot.cases.guided import hurts, leave_question, swap_to
from bot.cases.guided_lead import Lead
from bot.cases.report import ELSEWHERE, UNKNOWN, level_in
from bot.views.guided import AREAS, form_name
from coach.guided import Offer, Task, offers
from coach.reader import read

Deed = Callable[[Lead], None]
"""What words do to a session."""
_WHY: Final = {
    **dict.fromkeys(("easier", "an easier one", "the easier one", "something easier", "easier please"), "easier"),
    **dict.fromkeys(("no equipment", "without equipment", "without", "bodyweight", "no weights"), "equipment"),
    **dict.fromkeys(("instead", "another", "another one", "something else", "other", "the other one"), "other"),
}
"""What somebody wants instead, by its words."""
_BACK: Final = frozenset({"back", "keep it", "keep", "no", "none", "never mind", "nevermind", "cancel", "go on"})
_UNHURT: Final = frozenset({"nothing", "nothing hurts", "no", "none", "never mind", "nevermind", "cancel", "go on"})
_ELSEWHERE: Final = frozenset({"somewhere else", "elsewhere", "other"})
_PLACE: Final = re.compile(r"(?:(?:number|no|the|option) )?([1-9])(?:st|nd|rd|th)?(?: one)?")
_SHORTEST: Final = 4
"""Letters from which a part of an exercise's name is meant by it."""


def asked(lead: Lead, text: str) -> Deed | None:
    """What words answer to the open question; ``None`` where they are about something else."""
    area = lead.hurts_at
    if area is None:
        return _swapped(lead, text)
    if text in _UNHURT:
        return leave_question
    return _level(area, text) if area else _area(lead, text)


def _swapped(lead: Lead, text: str) -> Deed | None:
    """One of what is offered: by why it is, by its name, or by its place."""
    if text in _BACK:
        return leave_question
    found = offers(lead.guided, lead.equipment)
    place = _PLACE.fullmatch(text)
    if place is not None and int(place[1]) <= len(found):
        return _to(int(place[1]) - 1)
    meant = [n for n, offer in enumerate(found) if _is_meant(lead, offer, text)]
    return _to(meant[0]) if meant else None


def _to(number: int) -> Deed:
    return lambda lead: swap_to(lead, number)


def _is_meant(lead: Lead, offer: Offer, text: str) -> bool:
    if text in _WHY:
        return offer.why == _WHY[text]
    name = form_name(Task(offer.exercise, offer.rung, 1, 0), lead.desk.words).lower()
    return len(text) >= _SHORTEST and text.removesuffix("s") in name


def _area(lead: Lead, text: str) -> Deed | None:
    """A button's own name, or the part of the body that words name; with a level they are a report by themselves."""
    desk = lead.desk
    labels = {str(desk.words(f"area.{area}")).lower(): area for area in AREAS}
    named = read(f"{text} 5/10", desk.today, desk.words.units, desk.words.language).pain
    area = ELSEWHERE if text in _ELSEWHERE else labels.get(text, UNKNOWN if named is None else named.area)
    if area == UNKNOWN or re.search(r"\d", text):
        return None
    return lambda lead: hurts(lead, area)


def _level(area: str, text: str) -> Deed | None:
    level = level_in(text)
    return None if level is None else lambda lead: hurts(lead, area, str(level))
