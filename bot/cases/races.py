"""Races of another day in words: one to come is a goal, a best of the past says how fast somebody is; none is a log.

News of the race that the plan leads to, moved or called off, changes its day; whatever it replaces is named first.
"""

import datetime as dt
from typing import Final

from bot.cases.aiming import aim_words
from bot.cases.binding import fill, new_log, open_sessions, pick
from bot.cases.cards import keep
from bot.cases.plans import changed
from bot.cases.training import training_of
from bot.conversations.amount import units_of
from bot.conversations.asking import noted, talk_at
from bot.conversations.flows import BY_KEY
from bot.conversations.goal import RACE_MONTH, goal_name
from bot.conversations.question import Situation
from bot.conversations.running import RACE_GOALS
from bot.conversations.typed.races import month_in
from bot.desk import Desk
from bot.screens import Button, Rows, Screen
from bot.taps import Tap, Verb
from bot.words import Html
from coach.history import Status
from coach.phrases import Duration
from coach.reader.race_news import RaceNews, race_news_in
from coach.reader.races import RaceTold, goal_of, race_in
from coach.reading import Activity, LogEntry
from coach.units import Metres, Seconds
from coach.workouts.telling import race_distance
from storage.logs import logs_between, logs_of_saying
from storage.prompts import answer_day
from storage.sayings import saying_by_id
from storage.tables import Saying

RACED: Final = "raced"
"""The value of the button that logs a best as today's run after all."""
RACE: Final = "race"
"""The value of the button that makes a race to come the goal of the plan, with its day."""
KEPT: Final = "keep"
OFFER: Final = "offer"
"""Where a chat remembers what was offered last: the saying, the deed, and when."""


def answer_race(desk: Desk, saying: Saying) -> bool:
    """Where a race of another day belongs, a tap away; false where the words speak of none."""
    news = race_news_in(saying.text, desk.today, units_of(desk.owner))
    if news is not None:
        desk.say(_news(desk, news, saying), reply_to=saying.message_id)
        return True
    race = race_in(saying.text, desk.today, units_of(desk.owner))
    if race is None or (not race.ahead and (race.metres is None or race.seconds is None)):
        return False
    desk.say(_ahead(desk, race, saying) if race.ahead else _best(desk, race, saying), reply_to=saying.message_id)
    return True


def _news(desk: Desk, news: RaceNews, saying: Saying) -> Screen:
    """A race that was moved or called off: the day in the plan follows by a tap."""
    known = _race_day(desk)
    if known is None:
        told = RaceTold(ahead=True, day=news.day)
        if news.off or news.day is None:
            return Screen(desk.words("race.none"), ((_other_day(desk, "label.raceday"),),))
        return _ahead(desk, told, saying)
    race = _named(desk)
    if news.off and news.day not in {None, known}:
        return Screen(desk.words("race.other_off", race=race, day=known))
    if news.off:
        without = _answers(desk, desk.words("button.race_off"), "raceday:none")
        rows: Rows = ((without,), (_other_day(desk, "button.race_other_day"),))
        return Screen(desk.words("race.off", race=race, day=known), rows)
    if news.day is None:
        return Screen(
            desk.words("race.moved_someday", race=race, day=known), ((_other_day(desk, "button.race_other_day"),),)
        )
    if news.day == known:
        return Screen(desk.words("race.same", race=race, day=known))
    move = Button(desk.words("button.race_moved", day=news.day), _ask(desk, saying, RACE))
    offer(desk, saying, RACE)
    return Screen(desk.words("race.moved", race=race, known=known, day=news.day), ((move,), (_leave(desk, saying),)))


def _ahead(desk: Desk, race: RaceTold, saying: Saying) -> Screen:
    """A race to come: its distance as the goal and its day as the race's day; which race it replaces is said."""
    words, known = desk.words, _race_day(desk)
    what, goal = _what(desk, race), goal_of(race.metres)
    month = month_in(saying.text, desk.today) if race.day is None else None
    if month is not None:
        talk_at(desk).remember(**{RACE_MONTH: month})
    new_goal = goal is not None and desk.owner.profile.get("goal") != goal
    new_day = race.day is not None and race.day != known
    new_day = new_day or (month is not None and known is not None and f"{known:%Y-%m}" != month)
    if known is not None and not new_goal and not new_day:
        return Screen(words("race.same", race=what, day=known))
    text = words("race.ahead", what=what, day=race.day) if race.day else words("race.ahead_someday", what=what)
    rows: list[tuple[Button, ...]] = []
    if known is not None:
        text = words("race.replaces", what=what, race=_named(desk), day=known)
    if race.day is not None or new_goal:
        label = goal_name(goal, words) if goal is not None else ""
        key = "button.race_day" if goal is None else "button.race_goal_day" if race.day else "button.race_goal"
        rows.append((Button(words(key, goal=label, day=race.day), _ask(desk, saying, RACE)),))
    if race.day is None:
        rows.append((_other_day(desk, "label.raceday"),))
    if known is not None:
        rows.append((_leave(desk, saying),))
    if race.day is not None or new_goal:
        offer(desk, saying, RACE)
    aim = aim_words(desk, training_of(desk), saying.text, goal)
    return Screen(f"{aim}\n\n{text}" if aim else text, tuple(rows))


def offer(desk: Desk, saying: Saying, deed: str) -> None:
    """Remember what was offered last, so that a *yes* is understood also after the next morning's message."""
    talk_at(desk).remember(**{OFFER: [saying.id, deed, desk.now.isoformat()]})


def _what(desk: Desk, race: RaceTold) -> str:
    """What a race is called at the start of a sentence."""
    if race.metres is None:
        return desk.words("race.some")
    name = desk.words.write(race_distance(race.metres))
    return Html(name[:1].upper() + name[1:])


def take_race(desk: Desk, saying_id: int) -> None:
    """The race that words told of is what the plan leads to from now on."""
    saying = saying_by_id(desk.session, desk.athlete_id, saying_id)
    told = saying.said_at.astimezone(desk.zone).date() if saying is not None else desk.today
    race = race_in(saying.text, told, units_of(desk.owner)) if saying is not None else None
    news = race_news_in(saying.text, told, units_of(desk.owner)) if saying is not None else None
    day = race.day if race is not None else news.day if news is not None else None
    goal = goal_of(race.metres) if race is not None else None
    answers = {"goal": goal, "raceday": day.isoformat() if day is not None and day > desk.today else None}
    lines = []
    for key, value in answers.items():
        if value is not None:
            BY_KEY[key].save(str(value), Situation(desk.owner, desk.now))
            lines.append(noted(desk, BY_KEY[key]))
    desk.say(Screen("\n".join(lines) or desk.words("wish.over")))
    changed(desk, *(key for key, value in answers.items() if value is not None))


def _best(desk: Desk, race: RaceTold, saying: Saying) -> Screen:
    """A result of the past: for the paces where it is recent, else a note; or today's run after all."""
    metres, seconds = race.metres or 0, race.seconds or 0
    what = desk.words.write(race_distance(Metres(metres)))
    paces = _answers(desk, desk.words("button.race_paces"), f"race:{metres}-{seconds}")
    today = Button(desk.words("button.race_today"), _ask(desk, saying, RACED))
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


def _race_day(desk: Desk) -> dt.date | None:
    """The day of the race that the plan leads to; ``None`` where it leads to none, or it is over."""
    told = desk.owner.profile.get("race_date")
    day = dt.date.fromisoformat(str(told)) if told else None
    return day if day is not None and day >= desk.today else None


def _named(desk: Desk) -> str:
    """What the race of the plan is called: its goal, or just a race."""
    goal = desk.owner.profile.get("goal")
    return desk.words(f"race.of.{goal}") if goal in RACE_GOALS else desk.words("race.some")


def _answers(desk: Desk, label: str, value: str) -> Button:
    return Button(label, Tap(Verb.ANSWER, desk.athlete_id, value=value))


def _other_day(desk: Desk, key: str) -> Button:
    return Button(desk.words(key), Tap(Verb.SETTING, desk.athlete_id, value="raceday"))


def _leave(desk: Desk, saying: Saying) -> Button:
    return Button(desk.words("wish.no"), _ask(desk, saying, KEPT))


def _ask(desk: Desk, saying: Saying, deed: str) -> Tap:
    return Tap(Verb.ASK, desk.athlete_id, saying.id, deed)
