"""Moving a session to another day: the athlete decides, the coach says what the rules say (C8)."""

import datetime as dt
from collections.abc import Sequence

from bot.cases.answers import prompt_ref, prompted, row_id, still_open
from bot.cases.plans import keep_shown
from bot.cases.training import Training, monday_of, training_of
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from bot.views.prompt import LATER, back_row, move_screen
from bot.views.week import week_text
from bot.words.figures import write_weekday
from coach.moves import broken_by, nearest_day
from coach.session import Session
from scheduler.due import schedule_athlete
from storage.plans import keep_move
from storage.prompts import answer
from storage.tables import Prompt

DAYS_AHEAD = 6
CONFIRMED = "y"
LATER_BY = dt.timedelta(hours=2)


def move(desk: Desk, tapped: Tapped) -> None:
    """Move: first the days on offer; then, where the day breaks a rule, what it breaks and a better day."""
    prompt, asked = prompted(desk, tapped)
    sessions = still_open(desk, prompt, asked)
    if not sessions:
        desk.toast(tapped.query_id, desk.words("answer.already"))
        return
    desk.toast(tapped.query_id)
    day, _, confirmed = tapped.tap.value.partition(":")
    if day == LATER:
        _ask_later(desk, tapped)
        return
    # A card left open for days offers days that are gone: then the days ahead are offered anew.
    if not day or dt.date.fromisoformat(day) < desk.today:
        days = [desk.today + dt.timedelta(days=number) for number in range(1, DAYS_AHEAD + 1)]
        screen = move_screen(sessions, days, row_id(prompt), desk.athlete_id, desk.words)
        desk.show(screen, message_id=tapped.message_id, ref=prompt_ref(prompt))
        return
    target = dt.date.fromisoformat(day)
    warning = None if confirmed == CONFIRMED else _warning(desk, prompt, sessions, target)
    if warning is not None:
        desk.show(warning, message_id=tapped.message_id, ref=prompt_ref(prompt))
        return
    _carry_out(desk, prompt, sessions, target)
    desk.set_rows((), message_id=tapped.message_id)


def _ask_later(desk: Desk, tapped: Tapped) -> None:
    """Later today: the same prompt again in two hours."""
    athlete, moment = desk.owner, desk.now + LATER_BY
    athlete.snoozed_until = moment
    schedule_athlete(desk.session, athlete, desk.now)
    desk.set_rows((), message_id=tapped.message_id)
    desk.say(Screen(desk.words("move.later", time=moment.astimezone(desk.zone).time())))


def _warning(desk: Desk, prompt: Prompt, sessions: Sequence[Session], target: dt.date) -> Screen | None:
    training = training_of(desk)
    broken = [found for session in sessions for found in broken_by(_planned(training), session, target)]
    if not broken:
        return None
    words, athlete, subject = desk.words, desk.athlete_id, row_id(prompt)
    better = nearest_day(_planned(training), sessions[0], target, after=desk.today)
    offers = [(words("button.move_anyway"), f"{target.isoformat()}:{CONFIRMED}")]
    if better is not None:
        day = write_weekday(better, words.language)
        offers.insert(0, (words("button.move_to", day=day), f"{better.isoformat()}:{CONFIRMED}"))
    rows = tuple((Button(label, Tap(Verb.MOVE, athlete, subject, value)),) for label, value in offers)
    text = words("move.warning", day=target, reason=broken[0])
    return Screen(text, (*rows, *back_row(subject, athlete, words)))


def _carry_out(desk: Desk, prompt: Prompt, sessions: Sequence[Session], target: dt.date) -> None:
    for session in sessions:
        keep_move(desk.session, desk.athlete_id, session.kind, session.date, target, desk.now)
    answer(desk.session, prompt, desk.now)
    training = training_of(desk)
    for start in sorted({monday_of(desk.today), monday_of(target)}):
        if training.week_at(start) is not None:
            keep_shown(desk, training, start)
    view = training.whole_week(monday_of(target))
    desk.say(Screen(f"{desk.words('move.done', day=target)}\n\n{week_text(view, desk.words)}"))


def _planned(training: Training) -> tuple[Session, ...]:
    return tuple(session for week in training.plan.weeks[:2] for session in week.sessions)
