"""What words told, written down: each activity bound to its session, what was skipped, and what may be told twice.

What concerns health comes first, and waits for no question.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.cases.binding import fill, new_log, note_stated, open_sessions, pick
from bot.cases.cards import keep
from bot.cases.guided_words import spare_told
from bot.cases.measuring import keep_told, measured_on
from bot.cases.report import report
from bot.cases.restoring import as_if_told_then
from bot.cases.skipping import left_out, say_nothing_to_skip
from bot.cases.taken_up import skipped_before, take_up
from bot.cases.training import Training, training_of
from bot.cases.twins import ask_if_same, may_ask, meant_less, meant_one, meant_part, put_right
from bot.cases.unmeasured import is_unmeasured
from bot.conversations.typed.workouts import EASIER, easier_work, harder_work
from bot.desk import Desk
from bot.refs import about
from bot.screens import Screen
from coach.documents import session_from_json
from coach.history import Reason, Status
from coach.reading import Activity, LogEntry, Reading
from coach.session import TRAINED_HARD, Session, SessionKind
from coach.workouts.efforts import KIND_EFFORT
from storage.logs import logs_between, logs_of_prompt
from storage.outbox import ref_of_message
from storage.prompts import answer, answer_day, prompt_by_id
from storage.tables import Log, Prompt, Saying

_EASY: Final = frozenset({SessionKind.EASY_RUN, SessionKind.LONG_RUN})
"""Runs in whose place harder work is worth a word of its own."""
_INSTEAD: Final = re.compile(
    r"\b(?:did it|done it|got it done|made it up|instead|after all|yesterday['’]?s|the one from)\b"
)
"""Words that mean a session which was planned before."""


def act(
    desk: Desk, training: Training, reading: Reading, saying: Saying, prompt: Prompt | None, *, edited: bool
) -> bool:
    """Store what was read; whether anything was. What concerns health comes first, and waits for no question."""
    reported = not is_unmeasured(reading) and report(desk, reading, saying)
    spare_told(desk, reading.pain)
    if reading.question is not None:
        if is_unmeasured(reading) and reading.measurements:
            _keep_measured(desk, reading, saying)
        return False
    # What was looked up before the message is still true for its first entry, unless it changed something already.
    _log_each(desk, training, reading, saying, prompt, None if reported or edited else training)
    if reading.measurements:
        _keep_measured(desk, reading, saying)
    return bool(reading.entries or reading.measurements or reported)


def _keep_measured(desk: Desk, reading: Reading, saying: Saying) -> None:
    keep_told(desk, reading, saying.text, saying.id, day=measured_on(reading, desk.date_at(saying.said_at)))


def log_told(desk: Desk, saying: Saying, reading: Reading) -> None:
    """Log the activities that kept words tell of; what concerns health was heard before."""
    _log_each(desk, training_of(desk), reading, saying, prompt_replied_to(desk, saying), None)


def leave_out(desk: Desk, saying: Saying, entry: LogEntry) -> None:
    """Log that what the words name is left out."""
    _leave_out(desk, training_of(desk), entry, saying, None, None)


def _log_each(
    desk: Desk, training: Training, reading: Reading, saying: Saying, prompt: Prompt | None, known: Training | None
) -> None:
    """Log every activity of a message; where some of them are told late, one receipt is for all."""
    days = [entry.date for entry in reading.entries]
    if days and prompt is not None:
        days.append(prompt.local_date)
    with as_if_told_then(desk, days):
        for entry in reading.entries:
            if prompt is None and _is_only_a_reason(desk, training, entry, reading):
                continue
            _log(desk, training, entry, saying, prompt, known)
            known = None


def _is_only_a_reason(desk: Desk, training: Training, entry: LogEntry, reading: Reading) -> bool:
    """*Too windy to bike, ran 4k*: what was left out was not planned, and says why something else was done."""
    named = entry.status is Status.SKIPPED and entry.kind is not None and entry.reason is not Reason.ILL
    done = any(other.status is not Status.SKIPPED for other in reading.entries)
    return named and done and not left_out(desk, training, entry)


def _log(
    desk: Desk, training: Training, entry: LogEntry, saying: Saying, prompt: Prompt | None, known: Training | None
) -> None:
    if entry.status is Status.SKIPPED:
        _leave_out(desk, training, entry, saying, prompt, known)
        return
    less = meant_less(desk, entry, saying) if prompt is None else None
    meant = less or (meant_one(desk, entry, saying) if prompt is None else None)
    if meant is not None:
        put_right(desk, meant, entry, less=less is not None)
        return
    session = pick(entry, _candidates(desk, training, entry, prompt, known)) or _belated(desk, training, entry, saying)
    skipped = _skipped(desk, entry, session, known)
    if skipped is not None:
        take_up(desk, skipped, entry, saying)
        return
    part = meant_part(desk, entry) if session is None and prompt is None else None
    if part is not None:
        put_right(desk, part, entry)
        return
    if session is None and _may_be_twin(desk, entry, saying):
        return
    _write_down(desk, entry, session, saying, prompt, known)
    if entry.kind is None and session is not None:
        _say_still_open(desk, training, entry.date)


def _skipped(desk: Desk, entry: LogEntry, session: Session | None, known: Training | None) -> Log | None:
    """The log that says it was left out; of a day of which nothing is logged there is none."""
    day = entry.date if session is None else session.date
    return skipped_before(desk, entry, session) if known is None or known.is_logged(day) else None


def _belated(desk: Desk, training: Training, entry: LogEntry, saying: Saying) -> Session | None:
    """Yesterday's open session, done today where today holds none: *did it this morning instead*."""
    unnamed = not any((entry.kind, entry.distance_m, entry.duration_s, entry.exercises)) and entry.date == desk.today
    if not unnamed or not _INSTEAD.search(saying.text.lower()) or training.shown_on(entry.date):
        return None
    day = entry.date - dt.timedelta(days=1)
    return pick(entry, open_sessions(training, day, logs_between(desk.session, desk.athlete_id, day, day)))


def _may_be_twin(desk: Desk, entry: LogEntry, saying: Saying) -> bool:
    """Keep what may be a run that is kept already, and ask; false where it is surely one more."""
    log = new_log(desk, saying_id=saying.id)
    fill(log, entry, None)
    twin = may_ask(desk, saying, log)
    if twin is not None:
        ask_if_same(desk, log, twin)
    return twin is not None


def _leave_out(
    desk: Desk, training: Training, entry: LogEntry, saying: Saying, prompt: Prompt | None, known: Training | None
) -> None:
    """Log what is skipped: the session of the prompt replied to, else those of the day and kind meant."""
    if prompt is not None and (not entry.days or prompt.local_date in entry.days):
        session = pick(entry, _candidates(desk, training, entry, prompt, known))
        sessions = [session] if session is not None else []
    else:
        prompt, sessions = None, left_out(desk, training, entry)
    if prompt is None and _is_of_next_week(desk, entry, saying.text):
        desk.say(Screen(desk.words("wonder.week.fewer")))
        return
    if not sessions and entry.reason is not Reason.ILL:
        say_nothing_to_skip(desk, training, entry)
        return
    if not sessions:
        _write_down(desk, entry, None, saying, prompt, known)
    for number, session in enumerate(sessions):
        before = training_of(desk) if number else known
        _write_down(desk, replace(entry, date=session.date), session, saying, prompt, before)


def _is_of_next_week(desk: Desk, entry: LogEntry, said: str) -> bool:
    """*Can't do wed and thu next week*: the days that are meant are not those of this week, which stay as they are."""
    monday = desk.today + dt.timedelta(days=7 - desk.today.weekday())
    named = entry.ahead and bool(entry.days) and "next week" in said.lower()
    return named and all(day < monday for day in entry.days)


def _write_down(
    desk: Desk,
    entry: LogEntry,
    session: Session | None,
    saying: Saying,
    prompt: Prompt | None,
    known: Training | None,
) -> None:
    log = new_log(desk, saying_id=saying.id, prompt_id=prompt.id if prompt else None)
    fill(log, entry, session)
    if session is not None and log.status != Status.SKIPPED:
        _note_other_work(log, session, saying.text)
    said_on = desk.date_at(saying.said_at)
    if prompt is not None and session is not None and entry.date == said_on:
        log.date = min(session.date, said_on)
    if prompt is not None:
        answer(desk.session, prompt, desk.now)
    answer_day(desk.session, desk.athlete_id, log.date, desk.now)
    keep(desk, log, session, known)


def _note_other_work(log: Log, session: Session, said: str) -> None:
    """What stood in for the planned run: its effort is held against what was done, and not against what was not."""
    if session.kind in _EASY:
        note_stated(log, *filter(None, [harder_work(said)]))
    elif session.kind in TRAINED_HARD and log.activity in {None, Activity.RUN} and easier_work(said):
        note_stated(log, EASIER)
        log.target_rpe = list(KIND_EFFORT[SessionKind.EASY_RUN])


def _say_still_open(desk: Desk, training: Training, day: dt.date) -> None:
    """After a bare “done” on a day with two sessions: which one is still open."""
    waiting = open_sessions(training, day, logs_between(desk.session, desk.athlete_id, day, day))
    if waiting and day == desk.today:
        desk.say(Screen(desk.words("log.open_today", session=waiting[0].title)))


def _candidates(
    desk: Desk, training: Training, entry: LogEntry, prompt: Prompt | None, known: Training | None
) -> Sequence[Session]:
    if prompt is not None:
        done = _done_of(desk, prompt)
        return [each for session in prompt.sessions if (each := session_from_json(session)).kind not in done]
    if known is not None and not known.is_logged(entry.date):
        return training.shown_on(entry.date)
    logs = logs_between(desk.session, desk.athlete_id, entry.date, entry.date)
    return open_sessions(training, entry.date, logs)


def _done_of(desk: Desk, prompt: Prompt) -> set[str | None]:
    """The kinds of session of a prompt that are logged as done, by its buttons or by words."""
    logs = logs_of_prompt(desk.session, prompt.id or 0)
    logs += logs_between(desk.session, desk.athlete_id, prompt.local_date, prompt.local_date)
    return {log.kind for log in logs if log.planned and log.status != Status.SKIPPED}


def prompt_of(desk: Desk, ref: str | None) -> Prompt | None:
    """The prompt that a message of ours was, by what the outbox remembers of it."""
    meant = about(ref)
    return prompt_by_id(desk.session, desk.athlete_id, meant.id) if meant and meant.kind == "prompt" else None


def prompt_replied_to(desk: Desk, saying: Saying) -> Prompt | None:
    """The prompt that kept words answered as a reply."""
    replied = saying.reply_to_message_id
    return prompt_of(desk, ref_of_message(desk.session, desk.chat_id, replied)) if replied else None
