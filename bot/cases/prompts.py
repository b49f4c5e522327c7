"""What the clock says: the daily prompt, the evening line, and the weekly review.

A prompt row exists exactly once per athlete, kind and local date. These cases decide what it says, or that it says
nothing, because there is nothing to say or the day is already logged.
"""

import datetime as dt

from bot.cases.answers import prompt_ref, row_id, skipped_of, still_open
from bot.cases.growing import offer_level
from bot.cases.illness import ask_after_illness, ill_since
from bot.cases.pausing import begin_away, wake
from bot.cases.plans import adapt, keep_shown
from bot.cases.report import level_screen, pain_ref
from bot.cases.settings import offer
from bot.cases.training import Training, monday_of, training_of
from bot.cases.trips import ask_if_home
from bot.conversations.context import Moment
from bot.desk import Desk
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from bot.views.log import area_name
from bot.views.progress import summary_text
from bot.views.prompt import prompt_rows, prompt_screen, rest_screen
from bot.views.session import session_line
from bot.views.week import week_text
from bot.words import Html
from coach.aftercare import pain_to_ask_about
from coach.documents import session_from_json, session_to_json
from coach.session import RUN_KINDS, Session, SessionKind
from coach.summary import summarise
from scheduler.due import DAILY, EVENING, REVIEW, SNOOZE
from storage.logs import logs_between
from storage.prompts import ask_for, mark_dropped, mark_said, prompt_on, unanswered_streak
from storage.sayings import sayings_of
from storage.tables import AthleteState, Prompt, PromptKind

SILENCE = 3
"""Prompts in a row without an answer after which the coach asks whether to slow down (S5)."""
QUIET = dt.timedelta(days=3)
"""Nobody who wrote anything within these days is asked why they are quiet."""
ASKED_FOR = dt.timedelta(days=60)
"""How long the question whether to slow down is not asked again."""
PAIN_ASKED = dt.timedelta(days=1)


def prompt(desk: Desk, row: Prompt) -> None:
    """Say what a claimed prompt is for, or drop it where there is nothing to say."""
    athlete = desk.owner
    begin_away(desk, row.local_date)
    if athlete.state == AthleteState.PAUSED and athlete.paused_until and row.local_date >= athlete.paused_until:
        wake(desk)
        desk.say(Screen(desk.words("pause.over")))
    said = athlete.state == AthleteState.ACTIVE and SAY[PromptKind(row.kind)](desk, row)
    if row.kind == DAILY and athlete.state == AthleteState.ACTIVE:
        ask_if_home(desk, row.local_date)
    if said:
        mark_said(desk.session, row)
    else:
        mark_dropped(desk.session, row)


def _daily(desk: Desk, row: Prompt) -> bool:
    """Today's sessions that are not logged yet; a line on a rest day for those who want it."""
    training = adapt(desk)
    keep_shown(desk, training, monday_of(desk.today))
    logs = logs_between(desk.session, desk.athlete_id, row.local_date, row.local_date)
    sessions = _wanted(desk, training, row.local_date)
    _ask_after_pain(desk, training, row.local_date)  # it was promised, whatever else the day holds
    if any(log.kind and log.created_at.astimezone(desk.zone).date() == row.local_date for log in logs):
        return False
    if (since := ill_since(training.history)) is not None:
        return ask_after_illness(desk, since, row.local_date)
    if not sessions:
        if desk.owner.rest_lines and not logs:
            desk.say(rest_screen(desk.words))
        return desk.owner.rest_lines and not logs
    ask_for(row, [session_to_json(session) for session in sessions])
    desk.say(prompt_screen(sessions, row_id(row), desk.athlete_id, desk.words), ref=prompt_ref(row))
    _ask_to_slow_down(desk)
    if any(session.kind is SessionKind.STRENGTH for session in sessions):
        offer(desk, Moment.STRENGTH)
    return True


def _wanted(desk: Desk, training: Training, day: dt.date) -> tuple[Session, ...]:
    """The day's sessions, not skipped beforehand; only runs for those who asked the coach to write less."""
    sessions = training.waiting_on(day)
    return tuple(session for session in sessions if not desk.owner.slowed or session.kind in RUN_KINDS)


def _evening(desk: Desk, row: Prompt) -> bool:
    """One gentle line when today's prompt is unanswered; the buttons are those of the morning."""
    morning = prompt_on(desk.session, desk.athlete_id, DAILY, row.local_date)
    if morning is None or morning.answered_at is not None or not morning.sessions or not desk.owner.evening:
        return False
    logs = logs_between(desk.session, desk.athlete_id, row.local_date, row.local_date)
    planned = {session.kind for session in training_of(desk).sessions_on(row.local_date)}
    asked = tuple(session_from_json(session) for session in morning.sessions)
    waiting = tuple(session for session in asked if session.kind in planned)
    if not waiting or logs:
        return False
    head = Html(", ".join(session_line(session, desk.words) for session in waiting))
    # A button counts the sessions of the morning's prompt, whatever the plan has become since.
    rows = prompt_rows(asked, row_id(morning), desk.athlete_id, desk.words, only=waiting)
    desk.say(Screen(desk.words("evening.ask", session=head), rows), ref=prompt_ref(morning))
    return True


def _again(desk: Desk, row: Prompt) -> bool:
    """The morning's prompt once more, at the hour the athlete asked for, if it is still open."""
    morning = prompt_on(desk.session, desk.athlete_id, DAILY, row.local_date)
    if morning is None or morning.answered_at is not None or not morning.sessions:
        return False
    sessions = tuple(session_from_json(session) for session in morning.sessions)
    waiting = still_open(desk, morning, sessions)
    if not waiting:
        return False
    skipped = skipped_of(desk, morning, sessions)
    screen = prompt_screen(sessions, row_id(morning), desk.athlete_id, desk.words, only=waiting, skipped=skipped)
    desk.say(screen, ref=prompt_ref(morning))
    return True


def _review(desk: Desk, row: Prompt) -> bool:
    """What the week held, and the next one."""
    training = training_of(desk)
    monday = monday_of(row.local_date)
    week = summarise(training.history, monday, row.local_date)
    following = monday + dt.timedelta(days=7)
    parts = [_review_text(desk, week.sessions > 0, summary_text(week, desk.words))]
    if training.week_at(following) is not None:
        keep_shown(desk, training, following)
        parts.append(f"{desk.words('review.next')}\n{week_text(training.whole_week(following), desk.words)}")
    elif training.plan.weeks:
        parts.append(desk.words("review.block_over"))
    desk.say(Screen("\n\n".join(parts)))
    if not offer_level(desk, training):
        offer(desk, Moment.REVIEW)
    return True


def _review_text(desk: Desk, trained: bool, summary: Html) -> str:  # noqa: FBT001 — a private sentence chooser
    return desk.words("review.head", summary=summary) if trained else desk.words("review.quiet")


def _ask_after_pain(desk: Desk, training: Training, day: dt.date) -> None:
    """How is a pain that was reported now, the day after and while the plan is careful because of it (C3)?"""
    pain = pain_to_ask_about(training.history, day)
    if pain is None or any(entry.pain is not None and entry.date == day for entry in training.history):
        return
    asked_about = any(entry.pain is not None and entry.date == day - PAIN_ASKED for entry in training.history)
    key = "pain.next_day" if asked_about else "pain.still"
    text = desk.words(key, area=area_name(pain.area, desk.words))
    desk.say(Screen(text, level_screen(desk, pain.area).rows), ref=pain_ref(pain.area))


def _ask_to_slow_down(desk: Desk) -> None:
    """After three prompts without an answer: once, whether to write less; where that is not answered, less (S5)."""
    owner, streak = desk.owner, unanswered_streak(desk.session, desk.athlete_id)
    if owner.slowed or streak < SILENCE:
        return
    asked = owner.slow_asked_at
    if asked is not None and asked > desk.now - ASKED_FOR:
        owner.slowed = streak >= 2 * SILENCE
        return
    written = sayings_of(desk.session, desk.athlete_id)
    if written and written[-1].said_at > desk.now - QUIET:
        return
    owner.slow_asked_at = desk.now
    yes = Button(desk.words("button.slow_yes"), Tap(Verb.SLOW, desk.athlete_id, value="yes"))
    no = Button(desk.words("button.slow_no"), Tap(Verb.SLOW, desk.athlete_id, value="no"))
    desk.say(Screen(desk.words("slow.ask"), ((yes, no),)))


SAY = {DAILY: _daily, EVENING: _evening, REVIEW: _review, SNOOZE: _again}
"""What each kind of prompt says."""
