"""``/pause``: no prompts until a date, tapped or in words, and back again with one line."""

import datetime as dt
import re
from collections.abc import Callable

from bot.conversations.asking import talk_at
from bot.conversations.typed.days import read_days
from bot.conversations.typed.plain import plain
from bot.conversations.typed.races import read_date
from bot.desk import Desk
from bot.incoming import Tapped
from bot.refs import newest_said
from bot.screens import Button, Rows, Screen
from bot.taps import Tap, Verb
from coach.profile import WEEKDAYS
from scheduler.due import schedule_athlete
from storage.tables import AthleteState

LENGTHS = (3, 7, 14, 28)
OPEN_END = "open"
AWAY = "away"
"""Where a chat remembers a time away that is still to come: its first day, and the first one with prompts again."""
PAUSE_REF = "pause:length"
PAUSE_OPEN = dt.timedelta(hours=2)
LENGTH = re.compile(r"(\d{1,3}|an?|one)\s*(days?|weeks?|months?)")
MOST_DAYS = 366
LONGEST_ANSWER = 40
"""Characters; what is longer is no answer to how long."""
_LEADING = re.compile(r"^(?:(?:please|pause|rest|for|until|till|til|to|back|again|on|the|from|i'm|im|me) )+")
_REASON = re.compile(
    r"(?:[,;(]| - |\b(?:or so|as|because|for (?:a |the |my )?(?=holiday|vacation|work|trip|travel))\b).*$"
    r"|\b(?:about|around|roughly|probably|maybe)\b ?"
)
_BACK = re.compile(
    r"(?:(?:hi|hey|hello|ok|okay|so|coach|and|now|actually|oh|well|yes|right|guess what"
    r"|good news) )*(?:i'?m|i am|im|we'?re|we are)? ?(?:back|ready)"
    r"(?: (?:again|now|home|to (?:run|train|start|go)(?:ning)?|from (?:my |the |our )?\w+|in business|on track"
    r"|for more))*"
    r"|(?:let'?s |i want to |can we |please )?(?:start|begin|go|resume|continue|carry on)"
    r"(?: (?:again|training|running|now))*"
)
"""Who is paused and says so is back."""
_NAMED: dict[str, Callable[[dt.date], dt.date]] = {
    "tomorrow": lambda today: today + dt.timedelta(days=1),
    "next week": lambda today: today + dt.timedelta(days=7 - today.weekday()),
    "next month": lambda today: (today.replace(day=28) + dt.timedelta(days=4)).replace(day=1),
    "new year": lambda today: dt.date(today.year + 1, 1, 1),
    "christmas": lambda today: read_date("25 december", today) or today,
}
"""Days that have a name."""


def pause(desk: Desk, words: str = "") -> None:
    """``/pause``: for how long? ``/pause until 24 December`` says so at once. While paused: back to training."""
    day = read_return(words, desk.today) if words else None
    if day is not None:
        _rest_until(desk, day)
    if desk.owner.state == AthleteState.PAUSED:
        resume_button = Button(desk.words("button.resume"), Tap(Verb.RESUME, desk.athlete_id))
        desk.say(Screen(_paused_text(desk), ((resume_button,),)))
        return
    buttons = [
        Button(desk.words("pause.days", n=days), Tap(Verb.PAUSE, desk.athlete_id, value=str(days))) for days in LENGTHS
    ]
    open_end = Button(desk.words("pause.open"), Tap(Verb.PAUSE, desk.athlete_id, value=OPEN_END))
    rows: Rows = (tuple(buttons[:2]), tuple(buttons[2:]), (open_end,))
    text = desk.words("pause.unclear") if words else desk.words("pause.how_long")
    desk.say(Screen(text, rows), ref=PAUSE_REF)


_UNDO = frozenset({"undo", "undo it", "undo that", "undo pause", "undo the pause"})


def answer_pause(desk: Desk, text: str) -> bool:
    """A length or a day in words ("a week", "until friday") right after ``/pause``, *I’m back* while paused."""
    if desk.owner.state == AthleteState.PAUSED and _is_back(text):
        wake(desk)
        desk.say(Screen(desk.words("pause.back")))
        return True
    asked = newest_said(desk)
    if asked is None or asked.ref != PAUSE_REF or asked.said_at < desk.now - PAUSE_OPEN or len(text) > LONGEST_ANSWER:
        return False
    day = read_return(text, desk.today)
    if day is None:
        return False
    _rest_until(desk, day)
    resume_button = Button(desk.words("button.resume"), Tap(Verb.RESUME, desk.athlete_id))
    desk.say(Screen(_paused_text(desk), ((resume_button,),)))
    return True


def _is_back(text: str) -> bool:
    """Whether words say that somebody is back, or take the pause back."""
    said = plain(text)
    return said in _UNDO or _BACK.fullmatch(said.replace(",", "")) is not None


def read_return(text: str, today: dt.date) -> dt.date | None:
    """The first day with prompts again: "10 days", "until friday", "back on 24 December"; ``None`` where it is unclear.

    A day that has begun, or one over a year ahead, is none.
    """
    said = _LEADING.sub("", _REASON.sub("", plain(text)))
    length = LENGTH.fullmatch(said)
    if length is not None:
        number = int(length[1]) if length[1].isdecimal() else 1
        day: dt.date | None = today + dt.timedelta(days=number * {"d": 1, "w": 7, "m": 28}[length[2][0]])
    else:
        day = _NAMED[said](today) if said in _NAMED else _weekday(said, today) or read_date(said, today)
    return day if day is not None and today < day <= today + dt.timedelta(days=MOST_DAYS) else None


def _weekday(said: str, today: dt.date) -> dt.date | None:
    """The next such day; ``next friday`` is the friday of the week after this one."""
    name = said.removeprefix("next ")
    named = read_days(name) or frozenset()
    if len(named) != 1:
        return None
    ahead = (WEEKDAYS.index(next(iter(named))) - today.weekday() - 1) % 7 + 1
    this_week = ahead < 7 - today.weekday()
    return today + dt.timedelta(days=ahead + 7 if name != said and this_week else ahead)


def pause_tapped(desk: Desk, tapped: Tapped) -> None:
    """The length was tapped: prompts stop from now."""
    desk.toast(tapped.query_id)
    value = tapped.tap.value
    _rest_until(desk, desk.today + dt.timedelta(days=int(value)) if value.isdigit() else None)
    resume_button = Button(desk.words("button.resume"), Tap(Verb.RESUME, desk.athlete_id))
    desk.show(Screen(_paused_text(desk), ((resume_button,),)), message_id=tapped.message_id)


def resume(desk: Desk, tapped: Tapped) -> None:
    """Back to training: prompts come again; the plan takes the break into account (C1). Once is enough."""
    if desk.owner.state != AthleteState.PAUSED:
        desk.toast(tapped.query_id, desk.words("pause.over_already"))
        return
    desk.toast(tapped.query_id)
    wake(desk)
    desk.set_rows((), message_id=tapped.message_id)
    desk.say(Screen(desk.words("pause.back")))


def wake(desk: Desk) -> None:
    """End a pause."""
    athlete = desk.owner
    athlete.state, athlete.paused_until = AthleteState.ACTIVE, None
    schedule_athlete(desk.session, athlete, desk.now)


def resume_rows(desk: Desk) -> Rows:
    """Back to training sooner, by a tap."""
    return ((Button(desk.words("button.resume"), Tap(Verb.RESUME, desk.athlete_id)),),)


def pause_between(desk: Desk, first: dt.date, back: dt.date) -> None:
    """No prompts from one day on until another: from now where it has begun, else remembered until then."""
    talk = talk_at(desk)
    if first <= desk.today:
        talk.remember(**{AWAY: None})
        _rest_until(desk, back)
    else:
        talk.remember(**{AWAY: [first.isoformat(), back.isoformat()]})


def begin_away(desk: Desk, day: dt.date) -> None:
    """Where somebody told that they are away on a day, the pause begins with the prompt it holds back."""
    talk = talk_at(desk)
    away = talk.row.data.get(AWAY)
    if not away or day < dt.date.fromisoformat(away[0]):
        return
    talk.remember(**{AWAY: None})
    back = dt.date.fromisoformat(away[1])
    if day < back and desk.owner.state == AthleteState.ACTIVE:
        _rest_until(desk, back)


def _rest_until(desk: Desk, day: dt.date | None) -> None:
    athlete = desk.owner
    athlete.state, athlete.paused_until = AthleteState.PAUSED, day
    schedule_athlete(desk.session, athlete, desk.now)


def _paused_text(desk: Desk) -> str:
    until = desk.owner.paused_until
    return desk.words("pause.until", day=until) if until else desk.words("pause.without_end")
