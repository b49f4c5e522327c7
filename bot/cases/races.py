"""Races of another day in words: one to come is a goal, a best of the past says how fast somebody is; none is a log."""

from typing import Final

from bot.cases.binding import fill, new_log, open_sessions, pick
from bot.cases.cards import keep
from bot.cases.training import training_of
from bot.conversations.amount import units_of
from bot.desk import Desk
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from coach.history import Status
from coach.phrases import Distance, Duration
from coach.profile import Goal
from coach.reader.races import RaceTold, race_in
from coach.reading import Activity, LogEntry
from coach.units import Metres, Seconds
from storage.logs import logs_between, logs_of_saying
from storage.prompts import answer_day
from storage.sayings import saying_by_id
from storage.tables import Saying

RACED: Final = "raced"
"""The value of the button that logs a best as today's run after all."""
_GOALS: Final = {Goal.FIVE_K: 5000, Goal.TEN_K: 10_000, Goal.HALF_MARATHON: 21_097, Goal.MARATHON: 42_195}
_SAME: Final = 0.03
"""How much a race's distance may be off that of a goal."""


def answer_race(desk: Desk, saying: Saying) -> bool:
    """Where a race of another day belongs, a tap away; false where the words speak of none."""
    race = race_in(saying.text, desk.today, units_of(desk.owner))
    if race is None or (not race.ahead and (race.metres is None or race.seconds is None)):
        return False
    desk.say(_ahead(desk, race) if race.ahead else _best(desk, race, saying), reply_to=saying.message_id)
    return True


def _ahead(desk: Desk, race: RaceTold) -> Screen:
    """A race to come: its distance as the goal and its day as the race's day, each by a tap."""
    words, athlete = desk.words, desk.athlete_id
    what = words.write(Distance(race.metres)) if race.metres is not None else words("race.some")
    text = words("race.ahead", what=what, day=race.day) if race.day else words("race.ahead_someday", what=what)
    goal = _goal_of(race.metres)
    rows = []
    if goal is not None and desk.owner.profile.get("goal") != goal:
        label = words("button.race_goal", goal=words(f"choice.goal.{goal}"))
        rows.append((Button(label, Tap(Verb.ANSWER, athlete, value=f"goal:{goal}")),))
    if race.day is None:
        rows.append((Button(words("label.raceday"), Tap(Verb.SETTING, athlete, value="raceday")),))
    elif desk.owner.profile.get("race_date") != race.day.isoformat():
        label = words("button.race_day", day=race.day)
        rows.append((Button(label, Tap(Verb.ANSWER, athlete, value=f"raceday:{race.day.isoformat()}")),))
    return Screen(text, tuple(rows))


def _best(desk: Desk, race: RaceTold, saying: Saying) -> Screen:
    """A result of the past: for the paces where it is recent, else a note; or today's run after all."""
    metres, seconds = race.metres or 0, race.seconds or 0
    what = desk.words.write(Distance(Metres(metres)))
    paces = Button(desk.words("button.race_paces"), Tap(Verb.ANSWER, desk.athlete_id, value=f"race:{metres}-{seconds}"))
    today = Button(desk.words("button.race_today"), Tap(Verb.ASK, desk.athlete_id, saying.id, RACED))
    text = desk.words("race.best", what=what, time=Duration(Seconds(seconds)))
    return Screen(text, ((paces,), (today,)))


def log_best(desk: Desk, saying_id: int) -> None:
    """What was taken for a result of the past was today's run after all."""
    saying = saying_by_id(desk.session, desk.athlete_id, saying_id)
    race = race_in(saying.text, desk.today, units_of(desk.owner)) if saying is not None else None
    if race is None or logs_of_saying(desk.session, saying_id):
        desk.say(Screen(desk.words("answer.already")))
        return
    entry = LogEntry(Status.DONE, Activity.RUN, desk.today, distance_m=race.metres, duration_s=race.seconds)
    logs = logs_between(desk.session, desk.athlete_id, desk.today, desk.today)
    session = pick(entry, open_sessions(training_of(desk), desk.today, logs))
    log = new_log(desk, saying_id=saying_id)
    fill(log, entry, session)
    answer_day(desk.session, desk.athlete_id, desk.today, desk.now)
    keep(desk, log, session)


def _goal_of(metres: int | None) -> Goal | None:
    """The goal whose distance a race has."""
    near = (goal for goal, length in _GOALS.items() if metres and abs(metres - length) <= _SAME * length)
    return next(near, None)
