"""Pain told in words alone: how much is asked before anything is made of it."""

from bot.cases.report import level_screen, pain_ref
from bot.conversations.amount import units_of
from bot.desk import Desk
from bot.screens import Screen
from bot.views.log import area_name
from coach.history import PAIN_TO_WATCH
from coach.reader.habits import ache_at_times
from coach.reading import Reading
from coach.soreness import LEVEL_ASKED


def is_unmeasured(reading: Reading) -> bool:
    """Whether a message reports nothing but a mild ache without a figure (``achilles is a bit tight``).

    What sounds worse than mild is taken with care at once, and asked about as well.
    """
    asked = reading.question is not None and reading.question.key == LEVEL_ASKED
    mild = reading.pain is not None and reading.pain.level < PAIN_TO_WATCH
    return asked and mild and not (reading.entries or reading.symptoms)


def ask_level(desk: Desk, reading: Reading) -> bool:
    """How much does it hurt? False where that is not what is missing."""
    if not is_unmeasured(reading) or reading.pain is None:
        return False
    desk.say(level_screen(desk, reading.pain.area), ref=pain_ref(reading.pain.area))
    return True


def answer_at_times(desk: Desk, text: str) -> bool:
    """An ache that comes and goes is kept as a note; whether it hurts now is asked. False for anything else."""
    area = ache_at_times(text, desk.today, units_of(desk.owner))
    if area is None:
        return False
    rows = level_screen(desk, area).rows
    desk.say(Screen(desk.words("pain.at_times", area=area_name(area, desk.words)), rows), ref=pain_ref(area))
    return True
