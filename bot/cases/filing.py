"""A file was read: its activity becomes a log with its card and picture, or completes one that was told in words.

All of it happens in one transaction with the mark that the file is settled, so that a restart doubles nothing.
"""

import datetime as dt
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext

from bot.activities.order import Outcome
from bot.cases.albums import album_told, settle_album
from bot.cases.binding import bind, fill, new_log, open_sessions, pick
from bot.cases.captions import listen
from bot.cases.cards import card_ref, follow, retire_cards, session_of
from bot.cases.correcting import correct, facts_of
from bot.cases.matching import told_already, twin_of
from bot.cases.refusing import log_of_file, log_of_words, refuse
from bot.cases.restoring import as_if_always, as_if_told_then, set_aside
from bot.cases.training import Training, training_of
from bot.desk import Desk
from bot.refs import replied_to
from bot.screens import Screen
from coach.activity import Summary
from coach.documents import session_from_json, summary_to_json
from coach.history import Status
from coach.reading import Activity, LogEntry
from coach.session import FOOT_KINDS, Session
from storage.files import files_of_album, keep_content, settle_file
from storage.logs import add_log, log_by_id, logs_between
from storage.outbox import queue_message
from storage.prompts import answer, answer_day, prompt_by_id
from storage.tables import ActivityFile, FileState, Log, Prompt

MANY = 5
"""More files than these at once come back as one message."""


def settle(desk: Desk, row: ActivityFile, outcome: Outcome) -> None:
    """Act on what was read, say it, and mark the file as settled.

    Many files at once are told of together, once; one that is sent in the place of another later, by itself.
    """
    album = files_of_album(desk.session, desk.chat_id, row.album) if row.album else []
    quiet = len(album) > MANY and not album_told(desk, album)
    if outcome.summary is None:
        refuse(desk, row, outcome.reason or "broken", outcome.figures, quiet=quiet)
    else:
        file_it(desk, row, outcome.summary, outcome, quiet=quiet)
    if quiet:
        settle_album(desk, album)


def file_it(desk: Desk, row: ActivityFile, summary: Summary, outcome: Outcome, *, quiet: bool = False) -> None:
    """Log an activity, unless another file has; ``quiet`` neither shows a card nor plans again."""
    own = log_of_file(desk, row) or log_of_words(desk, row)
    twin = twin_of(desk, summary, outcome.digest, own.id if own is not None else None)
    read_as = {"digest": outcome.digest, "reading": summary_to_json(summary)}
    if twin is not None:
        with as_if_always(desk) if own is not None else nullcontext():
            _give_way(desk, own)
            settle_file(desk.session, row, FileState.TWIN, desk.now, log_id=twin.id, **read_as)
            listen(desk, twin, row.caption)
            if not quiet:
                desk.say(Screen(desk.words("file.twin")), reply_to=row.message_id)
                follow(desk, twin, session_of(desk, twin))
        return
    named = _named(desk, row, summary) if own is None else None
    with nullcontext() if quiet else _as_if_always(desk, own or named, summary):
        if own is not None:
            log, session = _replaced(desk, own, summary)
        else:
            log, session = _log_of(desk, row, summary) if named is None else _completed(desk, named, summary, row)
        if log.id is None:
            add_log(desk.session, log)
        settle_file(desk.session, row, FileState.LOGGED, desk.now, log_id=log.id, **read_as)
        if outcome.packed is not None:
            keep_content(desk.session, row.id or 0, outcome.packed)
        if not quiet:
            _send_picture(desk, log, outcome.picture)
            follow(desk, log, session)


def _as_if_always(desk: Desk, known: Log | None, summary: Summary) -> AbstractContextManager[None]:
    """What a file says of a log that is there counts as if it had been told at first; a new log as if told that day."""
    if known is not None:
        return as_if_always(desk, why="change.why.completed")
    return as_if_told_then(desk, [summary.started.astimezone(desk.zone).date()])


def _give_way(desk: Desk, own: Log | None) -> None:
    """A file of another log's activity came in the place of this one's: what the first file said counts no more."""
    if own is not None:
        set_aside(desk, [own])
        retire_cards(desk, [own])


def measure(log: Log, summary: Summary) -> None:
    """Write the figures of a file into a log; what it does not know stays."""
    log.minutes = round(summary.moving_s / 60, 2)
    log.distance_m = summary.distance_m or log.distance_m
    log.avg_hr = summary.avg_hr or log.avg_hr
    log.started_at, log.track = summary.started, summary_to_json(summary)


def _named(desk: Desk, row: ActivityFile, summary: Summary) -> Log | None:
    """The log that a file completes: the one whose card it replies to, else one of that day told in words."""
    meant = replied_to(desk, row.reply_to_message_id)
    named = log_by_id(desk.session, desk.athlete_id, meant.id) if meant and meant.kind == "log" else None
    if named is not None and named.deleted_at is None:
        return named
    day = summary.started.astimezone(desk.zone).date()
    asked, _ = _asked(desk, row)
    return told_already(desk, summary, day, (*asked, *training_of(desk).shown_on(day)))


def _asked(desk: Desk, row: ActivityFile) -> tuple[tuple[Session, ...], Prompt | None]:
    """What the prompt that a file replies to asked for."""
    meant = replied_to(desk, row.reply_to_message_id)
    prompt = prompt_by_id(desk.session, desk.athlete_id, meant.id) if meant and meant.kind == "prompt" else None
    return tuple(session_from_json(session) for session in prompt.sessions) if prompt is not None else (), prompt


def _log_of(desk: Desk, row: ActivityFile, summary: Summary) -> tuple[Log, Session | None]:
    """The log a file makes, with the planned session behind it."""
    training, day = training_of(desk), summary.started.astimezone(desk.zone).date()
    asked, prompt = _asked(desk, row)
    return _new(desk, row, summary, _session(desk, training, summary, day, asked), prompt)


def _session(
    desk: Desk, training: Training, summary: Summary, day: dt.date, asked: Sequence[Session]
) -> Session | None:
    """The planned session: of those the prompt asked for, else of those still open on that day."""
    candidates = asked or open_sessions(training, day, logs_between(desk.session, desk.athlete_id, day, day))
    found = pick(_entry(summary, day), candidates)
    on_foot = [session for session in candidates if session.kind in FOOT_KINDS]
    if found is None and asked and len(on_foot) == 1 and summary.activity in {Activity.RUN, Activity.WALK}:
        return on_foot[0]
    return found


def _entry(summary: Summary, day: dt.date) -> LogEntry:
    """What the file says, as words would say it; a guessed run or walk may be any session on foot."""
    on_foot = summary.activity in {Activity.RUN, Activity.WALK}
    kind = None if summary.guessed and on_foot else summary.activity
    return LogEntry(
        Status.DONE, kind, day, distance_m=summary.distance_m, duration_s=summary.moving_s, avg_hr=summary.avg_hr
    )


def _new(
    desk: Desk, row: ActivityFile, summary: Summary, session: Session | None, prompt: Prompt | None
) -> tuple[Log, Session | None]:
    day = summary.started.astimezone(desk.zone).date()
    log = new_log(desk, prompt_id=prompt.id if prompt is not None else None)
    fill(log, _entry(summary, day), session)
    if session is None and log.kind is None:
        fill(log, LogEntry(Status.DONE, summary.activity, day, duration_s=summary.moving_s), None)
    log.activity = summary.activity
    measure(log, summary)
    listen(desk, log, row.caption)
    if prompt is not None:
        answer(desk.session, prompt, desk.now)
    answer_day(desk.session, desk.athlete_id, log.date, desk.now)
    return log, session


def _replaced(desk: Desk, log: Log, summary: Summary) -> tuple[Log, Session | None]:
    """The log of a file in whose place another was sent takes that one's day and figures."""

    def change() -> None:
        log.date, log.activity = summary.started.astimezone(desk.zone).date(), summary.activity
        measure(log, summary)

    correct(desk, log, change)
    log.before = None  # the first file's figures are no way back: its message holds another
    return log, session_of(desk, log)


def _completed(desk: Desk, log: Log, summary: Summary, row: ActivityFile) -> tuple[Log, Session | None]:
    """A log told in words takes the file's figures; how it felt stays. *Undo* gives the words' figures back."""
    session, known = session_of(desk, log), facts_of(desk, log)
    if log.status == Status.SKIPPED:
        log.status, log.reason = Status.DONE, None
    measure(log, summary)
    log.activity = log.activity or summary.activity
    if session is not None:
        bind(log, session)
    listen(desk, log, row.caption)
    log.before = known
    return log, session


def _send_picture(desk: Desk, log: Log, picture: bytes | None) -> None:
    if picture is None:
        return
    payload = {"chat_id": desk.chat_id, "photo": "attach://file"}
    queue_message(
        desk.session,
        desk.chat_id,
        "send_photo",
        payload,
        desk.now,
        ref=card_ref(log),
        attachment=picture,
        attachment_name="activity.png",
    )
