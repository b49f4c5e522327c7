"""Moving a session to another day: the athlete decides, the coach says what the rules say (C8)."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace

from bot.cases.answers import prompt_ref, prompted, row_id, still_open
from bot.cases.correcting import bind_anew
from bot.cases.plans import keep_shown
from bot.cases.restoring import as_if_always, decide_anew
from bot.cases.training import Training, monday_of, training_of
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from bot.views.prompt import LATER, back_row, move_screen
from bot.views.week import WeekView, week_text
from bot.words.figures import write_weekday
from coach.documents import session_from_json
from coach.moves import broken_for, nearest_day
from coach.session import Session, SessionKind
from scheduler.due import schedule_athlete
from storage.logs import logs_between
from storage.plans import keep_move, keep_week, move_by_id, moves_with, undo_move
from storage.prompts import answer, forget_snooze
from storage.tables import Prompt, SessionMove

DAYS_AHEAD = 6
CONFIRMED = "y"
FARTHEST = 13
"""Days ahead that a session can be moved: this week and the next."""
MOVE_STEP, WARNED, MOVED = "move", "warned", "moved"
"""What is open under a prompt whose button was tapped (``bot.refs``)."""
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
        desk.show(_days(desk, prompt, sessions), message_id=tapped.message_id, ref=f"{prompt_ref(prompt)}:{MOVE_STEP}")
        return
    target = dt.date.fromisoformat(day)
    warning = None if confirmed == CONFIRMED else _warning(desk, prompt, sessions, target)
    if warning is not None:
        desk.show(warning, message_id=tapped.message_id, ref=f"{prompt_ref(prompt)}:{WARNED}:{day}")
        return
    _carry_out(desk, prompt, sessions, target)
    desk.set_rows((), message_id=tapped.message_id)


def move_by_words(desk: Desk, prompt: Prompt, day: str, *, confirmed: bool = False) -> bool:
    """A day was typed: moved, or warned about what it breaks; with *yes* after that it is moved all the same."""
    sessions = still_waiting(desk, prompt)
    target = dt.date.fromisoformat(day)
    if not sessions or target <= desk.today:
        desk.say(Screen(desk.words("answer.already" if not sessions else "move.gone")))
    elif (target - desk.today).days > FARTHEST:
        desk.say(Screen(desk.words("move.too_far")))
    elif not confirmed and (warning := _warning(desk, prompt, sessions, target)) is not None:
        desk.say(warning, ref=f"{prompt_ref(prompt)}:{WARNED}:{day}")
    else:
        _carry_out(desk, prompt, sessions, target)
    return True


def offer_by_words(desk: Desk, prompt: Prompt) -> bool:
    """*move* in words: the days on offer."""
    sessions = still_waiting(desk, prompt)
    if sessions:
        desk.say(_days(desk, prompt, sessions), ref=f"{prompt_ref(prompt)}:{MOVE_STEP}")
    else:
        desk.say(Screen(desk.words("answer.already")))
    return True


def later_by_words(desk: Desk, wait: dt.timedelta) -> bool:
    """*later*, *in 3 hours* in words; an empty wait is the usual one."""
    _snooze(desk, wait or LATER_BY)
    return True


def still_waiting(desk: Desk, prompt: Prompt) -> tuple[Session, ...]:
    """What a prompt asked for and nobody has logged yet."""
    return still_open(desk, prompt, tuple(session_from_json(session) for session in prompt.sessions))


def _days(desk: Desk, prompt: Prompt, sessions: Sequence[Session]) -> Screen:
    """The days ahead that a session can move to."""
    days = [desk.today + dt.timedelta(days=number) for number in range(1, DAYS_AHEAD + 1)]
    return move_screen(sessions, days, row_id(prompt), desk.athlete_id, desk.words)


def _ask_later(desk: Desk, tapped: Tapped) -> None:
    """Later today, by a tap."""
    desk.set_rows((), message_id=tapped.message_id)
    _snooze(desk)


def _snooze(desk: Desk, wait: dt.timedelta = LATER_BY) -> None:
    """The same prompt again in two hours, as often as they ask for it; tomorrow it would no longer be today's."""
    athlete, moment = desk.owner, desk.now + wait
    local = moment.astimezone(desk.zone)
    if local.date() != desk.today:
        desk.say(Screen(desk.words("move.too_late")))
        return
    athlete.snoozed_until = moment
    forget_snooze(desk.session, desk.athlete_id, desk.today)
    schedule_athlete(desk.session, athlete, desk.now)
    desk.say(Screen(desk.words("move.later", time=local.time())))


def _warning(desk: Desk, prompt: Prompt, sessions: Sequence[Session], target: dt.date) -> Screen | None:
    training = training_of(desk)
    broken = broken_for(planned(training), sessions, target, training.profile)
    if not broken:
        return None
    words, athlete, subject = desk.words, desk.athlete_id, row_id(prompt)
    better = better_day(desk, training, sessions, target)
    leave_out = Button(words("button.leave_out"), Tap(Verb.SKIP, athlete, subject))
    anyway = Button(words("button.move_anyway"), Tap(Verb.MOVE, athlete, subject, f"{target.isoformat()}:{CONFIRMED}"))
    offer = leave_out if better is None else _move_to(desk, better, subject)
    text = words("move.warning", day=target, reason=broken[0])
    advice = words("move.no_day") if better is None else words("move.better", day=better)
    return Screen(f"{text}\n\n{advice}", ((offer,), (anyway,), *back_row(subject, athlete, words)))


def better_day(desk: Desk, training: Training, sessions: Sequence[Session], wish: dt.date) -> dt.date | None:
    """The nearest day that breaks no rule, no farther ahead than a session can be moved (C8)."""
    own = training.profile.available_days
    day = nearest_day(planned(training), sessions, wish, after=desk.today, available=own, profile=training.profile)
    return day if day is not None and (day - desk.today).days <= FARTHEST else None


def _move_to(desk: Desk, day: dt.date, subject: int) -> Button:
    """A better day by its name, by its date where that name comes earlier."""
    near = (day - desk.today).days <= DAYS_AHEAD
    label = desk.words("button.move_to", day=write_weekday(day, desk.words.language) if near else desk.words.write(day))
    return Button(label, Tap(Verb.MOVE, desk.athlete_id, subject, f"{day.isoformat()}:{CONFIRMED}"))


def _carry_out(desk: Desk, prompt: Prompt, sessions: Sequence[Session], target: dt.date) -> None:
    answer(desk.session, prompt, desk.now)
    screen, first = carry(desk, [(session, target) for session in sessions])
    desk.say(screen, ref=f"{prompt_ref(prompt)}:{MOVED}:{first}")


def carry(desk: Desk, moves: Sequence[tuple[Session, dt.date]]) -> tuple[Screen, int]:
    """Make moves; the week as it stands then, with the button that takes them all back, and the id of the first."""
    _keep_unseen(desk, [target for _, target in moves])
    kept = [
        keep_move(desk.session, desk.athlete_id, session.kind, session.date, target, desk.now)
        for session, target in moves
    ]
    _bring_up(desk, moves)
    target, first = moves[0][1], kept[0].id or 0
    view = _keep_weeks(desk, [day for session, to in moves for day in (session.date, to)], target)
    undo = Button(desk.words("button.undo_move"), Tap(Verb.UNDO_CHANGE, desk.athlete_id, first, MOVED))
    days = sorted({to for _, to in moves})
    done = (
        desk.words("move.done", day=target) if len(days) == 1 else desk.words("move.swapped", one=days[0], two=days[1])
    )
    return Screen(f"{done}\n\n{week_text(view, desk.words)}", ((undo,),)), first


def _keep_unseen(desk: Desk, targets: Collection[dt.date]) -> None:
    """Keep weeks that nobody was shown yet as they are before a session arrives in them: it does so with its move."""
    training = training_of(desk)
    for start in sorted({monday_of(day) for day in targets}):
        if training.sent_at(start) is None and training.week_at(start) is not None:
            keep_shown(desk, training, start)


def _bring_up(desk: Desk, moves: Sequence[tuple[Session, dt.date]]) -> None:
    """What moves to today stands there in the week as the athlete knows it, and what leaves a past day no more there.

    Days up to today are not planned anew.
    """
    settled = [(session, target) for session, target in moves if target == desk.today or session.date < desk.today]
    gone = {(session.kind, session.date) for session, _ in settled}
    arrived = [replace(session, date=target) for session, target in settled if target == desk.today]
    for sent in training_of(desk).sent if settled else ():
        if sent.start == monday_of(desk.today):
            stays = [session for session in sent.shown.sessions if (session.kind, session.date) not in gone]
            sessions = tuple(sorted([*stays, *arrived], key=lambda session: session.date))
            keep_week(desk.session, desk.athlete_id, replace(sent.shown, sessions=sessions), desk.now)


def _keep_weeks(desk: Desk, days: Sequence[dt.date], shown: dt.date) -> WeekView:
    """Keep the weeks of some days as they are planned now; the week of ``shown`` comes back to be said."""
    training = training_of(desk)
    for start in sorted({monday_of(day) for day in [desk.today, *days]}):
        if training.week_at(start) is not None:
            keep_shown(desk, training, start)
    return training.whole_week(monday_of(shown))


def undo_by_words(desk: Desk, move_id: int) -> bool:
    """*undo* in words after a session was moved."""
    move = move_by_id(desk.session, desk.athlete_id, move_id)
    if move is not None:
        take_back(desk, move)
    return move is not None


def take_back(desk: Desk, move: SessionMove) -> None:
    """Undo a move: the sessions stand again where they stood, and the week is shown so."""
    if move.undone_at is not None:
        desk.say(Screen(desk.words("undo.already")))
        return
    if move.origin < desk.today:
        desk.say(Screen(desk.words("undo.day_gone", day=move.origin)))
        return
    training = training_of(desk)
    moves = moves_with(desk.session, move)
    done = next((one for one in moves if _is_logged(desk, one)), None)
    if done is not None:
        desk.say(Screen(desk.words("undo.move_done", day=done.target)))
        return
    for one in moves:
        undo_move(desk.session, one, desk.now)
    back = {(SessionKind(one.kind), one.origin) for one in moves}
    _put_back(desk, training, moves)
    with as_if_always(desk):
        bound = _bind_logs(desk, {day for _, day in back})
        view = _keep_weeks(desk, [move.origin, move.target], move.origin)
        stands = bound or {(session.kind, session.date) for session in view.sessions} & back
        said = desk.words("undo.moved" if stands else "undo.move_full", day=move.origin)
        desk.say(Screen(f"{said}\n\n{week_text(view, desk.words)}"))


def _is_logged(desk: Desk, move: SessionMove) -> bool:
    """Whether a session was done or skipped where it was moved to: then it stays there."""
    logs = logs_between(desk.session, desk.athlete_id, move.target, move.target)
    return any(log.planned and log.kind == move.kind and log.session_date == move.target for log in logs)


def _bind_logs(desk: Desk, days: Collection[dt.date]) -> bool:
    """What was logged on a day as unplanned while its session stood elsewhere is that session's; whether any was."""
    logs = [log for day in days for log in logs_between(desk.session, desk.athlete_id, day, day)]
    waiting = [log for log in logs if log.kind is not None and not log.planned]
    for log in waiting:
        bind_anew(desk, log)
    return any(log.planned for log in waiting)


def _put_back(desk: Desk, training: Training, moves: Sequence[SessionMove]) -> None:
    """What was moved away stands again in the week as the athlete knows it, where it was first sent.

    The days ahead are decided on from what was first sent: what was decided since took the move for granted.
    """
    back = {(SessionKind(one.kind), one.origin) for one in moves}
    touched = {monday_of(day) for one in moves for day in (one.origin, one.target)}
    for sent in map(training.sent_at, sorted(touched)):
        if sent is not None:
            decide_anew(desk, sent, back)


def planned(training: Training) -> tuple[Session, ...]:
    """What the plan holds in all weeks that a session can be moved to: this one and the next two (``FARTHEST``)."""
    return tuple(session for week in training.plan.weeks[:3] for session in week.sessions)
