"""``/pause``: no prompts until a date, and back again with one line."""

import datetime as dt
import re

from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button, Rows, Screen
from bot.taps import Tap, Verb
from scheduler.due import schedule_athlete
from storage.outbox import newest_about
from storage.tables import AthleteState

LENGTHS = (3, 7, 14, 28)
OPEN_END = "open"
PAUSE_REF = "pause:length"
PAUSE_OPEN = dt.timedelta(hours=2)
LENGTH = re.compile(r"(\d{1,3}|an?|one)\s*(days?|weeks?|months?)")
MOST_DAYS = 366


def pause(desk: Desk) -> None:
    """``/pause``: for how long? Or, while paused, back to training."""
    if desk.owner.state == AthleteState.PAUSED:
        resume_button = Button(desk.words("button.resume"), Tap(Verb.RESUME, desk.athlete_id))
        desk.say(Screen(_paused_text(desk), ((resume_button,),)))
        return
    buttons = [
        Button(desk.words("pause.days", n=days), Tap(Verb.PAUSE, desk.athlete_id, value=str(days))) for days in LENGTHS
    ]
    open_end = Button(desk.words("pause.open"), Tap(Verb.PAUSE, desk.athlete_id, value=OPEN_END))
    rows: Rows = (tuple(buttons[:2]), tuple(buttons[2:]), (open_end,))
    desk.say(Screen(desk.words("pause.how_long"), rows), ref=PAUSE_REF)


def answer_pause(desk: Desk, text: str) -> bool:
    """A length in words ("a week", "10 days") right after ``/pause``; false for anything else."""
    length = LENGTH.fullmatch(text.strip().lower().removeprefix("for "))
    asked = newest_about(desk.session, desk.chat_id, "", desk.now - PAUSE_OPEN) if length is not None else None
    if length is None or asked is None or asked.ref != PAUSE_REF:
        return False
    number = int(length[1]) if length[1].isdecimal() else 1
    days = number * {"d": 1, "w": 7, "m": 28}[length[2][0]]
    if not 1 <= days <= MOST_DAYS:
        return False
    _rest_until(desk, desk.today + dt.timedelta(days=days))
    resume_button = Button(desk.words("button.resume"), Tap(Verb.RESUME, desk.athlete_id))
    desk.say(Screen(_paused_text(desk), ((resume_button,),)))
    return True


def pause_tapped(desk: Desk, tapped: Tapped) -> None:
    """The length was tapped: prompts stop from now."""
    desk.toast(tapped.query_id)
    value = tapped.tap.value
    _rest_until(desk, desk.today + dt.timedelta(days=int(value)) if value.isdigit() else None)
    resume_button = Button(desk.words("button.resume"), Tap(Verb.RESUME, desk.athlete_id))
    desk.show(Screen(_paused_text(desk), ((resume_button,),)), message_id=tapped.message_id)


def resume(desk: Desk, tapped: Tapped) -> None:
    """Back to training: prompts come again; the plan takes the break into account (C1)."""
    desk.toast(tapped.query_id)
    wake(desk)
    desk.set_rows((), message_id=tapped.message_id)
    desk.say(Screen(desk.words("pause.back")))


def wake(desk: Desk) -> None:
    """End a pause."""
    athlete = desk.owner
    athlete.state, athlete.paused_until = AthleteState.ACTIVE, None
    schedule_athlete(desk.session, athlete, desk.now)


def _rest_until(desk: Desk, day: dt.date | None) -> None:
    athlete = desk.owner
    athlete.state, athlete.paused_until = AthleteState.PAUSED, day
    schedule_athlete(desk.session, athlete, desk.now)


def _paused_text(desk: Desk) -> str:
    until = desk.owner.paused_until
    return desk.words("pause.until", day=until) if until else desk.words("pause.without_end")
