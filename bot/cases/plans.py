"""The plan in the chat: presented, browsed, kept as it was shown, and changed with a receipt."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.cases.printing import print_button
from bot.cases.training import Training, monday_of, training_of
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Button, Rows, Screen
from bot.taps import Tap, Verb
from bot.views.plan import expectation_text, intro_text, notices_text, room_rows
from bot.views.receipts import receipts_screen
from bot.views.week import WeekView, week_screen, week_text
from coach.aftercare import awaits_doctor, pain_holds
from coach.changes import REST, ROOM, differences
from coach.history import Entry, Status
from coach.phrases import Phrase, phrase
from coach.plan import Change, Phase, Week
from coach.planning.athlete import careful_limits
from coach.planning.levelling import begins_otherwise
from coach.profile import MinuteLimits
from coach.session import RUN_KINDS, Session
from scheduler.due import schedule_athlete
from storage.plans import keep_receipts, keep_week
from storage.tables import AthleteState

ILL = "warning.ill"
HELD = frozenset({"warning.red_flag", ILL, "warning.pain_no_running"})
"""Warnings that explain a day without training better than the calendar does."""
HOLDS: Mapping[str, tuple[str, Callable[[Sequence[Entry]], bool]]] = {
    "pain": ("C3", pain_holds),
    "red_flag": ("C4", awaits_doctor),
}
"""What holds a plan back, the rule's number, and whether it still does."""
LEVEL: Mapping[str, str] = {"exp": "experience", "weekly": "weekly_distance_m", "longest": "longest_run_m"}
"""What a first plan starts from: put right in its first week, that week is made to suit it."""
SUITED: Mapping[str, str] = {
    "min": "max_minutes",
    "strength": "strength_per_week",
    "equip": "equipment",
    "cross": "cross_training",
    "long": "long_run_day",
    "health": "health",
    "goal": "goal",
    "raceday": "race_date",
}
"""Settings that the weeks sent are made to suit, as far as they must, by the fields of the profile they stand in."""
FROM_NEXT_WEEK = frozenset({"days", "min", "strength", "cross", "long", "goal", "raceday", *LEVEL})
"""Settings that change a plan, if not this week, then from the next on."""
WEEK = dt.timedelta(days=7)
EVENING = dt.time(20)
"""From this hour on a new plan begins tomorrow: nobody goes for a first run at night."""


@dataclass(frozen=True)
class Righted:
    """That something logged was put right: the rule its changes go by, the reason, and the day it was logged for.

    What the training ``before`` explained already is no reason for them, what explains them newly is; without it
    ``why`` is the reason for all of them.
    """

    rule: str
    why: Phrase
    cause: dt.date
    before: Training | None = None


def begin(desk: Desk) -> Training:
    """From here on there is a plan; it starts today, or tomorrow where the evening has begun."""
    athlete = desk.owner
    athlete.state = AthleteState.ACTIVE
    first_day = desk.today + dt.timedelta(days=_is_late(desk))
    athlete.profile = {"start_date": first_day.isoformat(), **athlete.profile}
    return training_of(desk)


def present(desk: Desk) -> None:
    """Show a new plan: why it is as it is, this week, what to expect; from now on the coach prompts every day."""
    training = begin(desk)
    first = training.plan.weeks[0]
    view = keep_shown(desk, training, first.start)
    parts = [
        intro_text(training.plan, training.profile, desk.words),
        week_text(view, desk.words),
        desk.words("plan.from_tomorrow") if _is_late(desk) and training.profile.start_date > desk.today else "",
        notices_text(training.plan.warnings, desk.words, asking=True, limits=_limits(training)),
        expectation_text(training.profile, desk.words),
    ]
    desk.say(Screen("\n\n".join(part for part in parts if part), _plan_rows(desk, training)))
    schedule_athlete(desk.session, desk.owner, desk.now)


def changed(desk: Desk, *settings: str) -> bool:
    """The athlete changed settings: the weeks sent become what they must, and this one is shown as it stands now.

    Returns:
        Whether a day of this week is another now, and it was shown.
    """
    athlete = desk.owner
    if athlete.state == AthleteState.ONBOARDING:
        return False
    start = monday_of(desk.today)
    after = changed_by(training_of(desk), *settings)
    shown = _outline(after.sent_on_or_after(desk.today))
    for later in after.sent_since(start + WEEK):
        keep_shown(desk, after, later.start, anew=True)
    view = keep_shown(desk, after, start, anew=True)
    another = shown != _outline(session for session in view.sessions if session.date >= desk.today)
    if another:
        parts = [
            desk.words("plan.changed_by_you"),
            week_text(view, desk.words),
            notices_text(after.plan.warnings, desk.words, limits=_limits(after)),
        ]
        desk.say(Screen("\n\n".join(part for part in parts if part), _plan_rows(desk, after)))
    schedule_athlete(desk.session, athlete, desk.now)
    return another


def changed_by(training: Training, *settings: str) -> Training:
    """The training once settings were changed: weeks that were sent change only where they must.

    Planned afresh is what another sort of week takes the place of: runs of the walks that a doctor's yes ends (S1), the
    ladder of runs without walks in a first week, or they of it.
    """
    begun, asked = monday_of(training.today) <= training.profile.start_date, set(settings)
    level = asked & LEVEL.keys() if begun else set()
    afresh = training.released()
    if ("health" in asked and _may_run_again(training, afresh)) or (level and _begins_otherwise(training)):
        return afresh
    fields = {**SUITED, **(LEVEL if begun else {})}
    return training.suited(fields[each] for each in settings if each in fields)


def settings_of(fields: Collection[str]) -> list[str]:
    """The settings behind fields of the profile, as far as a week that was sent asks which they are."""
    return [setting for setting, field in {**SUITED, **LEVEL}.items() if field in fields]


def _may_run_again(training: Training, afresh: Training) -> bool:
    """Whether weeks that were sent as walks hold runs, now that nothing speaks against them."""
    walked = any(week.phase is Phase.WALK for week in training.sent_since(monday_of(training.today)))
    return walked and not afresh.is_walking


def _begins_otherwise(training: Training) -> bool:
    """Whether a first week as sent begins with another sort of running than the athlete's."""
    return any(begins_otherwise(training.profile, week) for week in training.sent_since(monday_of(training.today)))


def as_before(desk: Desk, weeks: Sequence[Week]) -> None:
    """A change of a setting is taken back: the weeks are as they had been sent before it, and what was done counts."""
    shown = _outline(training_of(desk).sent_on_or_after(desk.today))
    for week in weeks:
        known = training_of(desk).shown(week.start)
        gone = [session for session in known.sessions if session.date < desk.today] if known is not None else []
        ahead = [session for session in week.sessions if session.date >= desk.today]
        keep_week(desk.session, desk.athlete_id, week, desk.now, anew=True)
        keep_week(desk.session, desk.athlete_id, replace(week, sessions=(*gone, *ahead)), desk.now)
    training = training_of(desk)
    views = [keep_shown(desk, training, week.start) for week in reversed(training.sent_since(monday_of(desk.today)))]
    if views and shown != _outline(training_of(desk).sent_on_or_after(desk.today)):
        desk.say(Screen(f"{desk.words('plan.changed_by_you')}\n\n{week_text(views[-1], desk.words)}"))
    schedule_athlete(desk.session, desk.owner, desk.now)


def adapt(
    desk: Desk,
    training: Training | None = None,
    *,
    overdone: bool = False,
    told: Sequence[Session] | None = None,
    righted: Righted | None = None,
) -> Training:
    """Plan again after something happened; tell each change once, with its reason, and a way to take it back.

    Planning starts from the weeks as they were first sent, so a correction of the log counts as if it had always stood
    there. After something ``overdone`` the reason is that, and not a session missed earlier in the week. ``training``
    is the present one, ``told`` what the athlete was told, where that is at hand; ``righted`` what was put right.
    While something is being put right nothing is told: that is done once, at its end.

    Returns:
        The training as it stands now.
    """
    training = training or training_of(desk)
    if desk.righting is not None:
        desk.righting.replans = True
        return training
    if training.stands_as_told and told is None and righted is None:
        training.hold()
        return training
    known = sessions_told(desk, training)
    told = known if told is None else told
    weeks = training.sent_since(monday_of(desk.today))
    # The latest week first: what is planned for its sake holds the earlier ones as well.
    views = [keep_shown(desk, training, week.start) for week in reversed(weeks)]
    now = [session for view in reversed(views) for session in view.sessions]
    if now == known:
        training.hold()
    changes = (
        _explained(training, told, now, overdone=overdone) if righted is None else _right(training, told, now, righted)
    )
    if changes:
        receipts = keep_receipts(desk.session, desk.athlete_id, changes, desk.now)
        desk.say(receipts_screen(receipts, desk.athlete_id, desk.words))
    return training


def sessions_told(desk: Desk, training: Training) -> list[Session]:
    """What the athlete was told to do, from this week's Monday on."""
    return [session for week in training.sent_since(monday_of(desk.today)) for session in week.sessions]


def foreseen(desk: Desk, training: Training, after: Training) -> Sequence[Change]:
    """What would change of what was told if the training became as ``after``; nothing is kept or said."""
    weeks = [after.whole_week(week.start) for week in training.sent_since(monday_of(desk.today))]
    now = [session for week in weeks for session in week.sessions]
    return _explained(after, sessions_told(desk, training), now, overdone=False)


def _right(training: Training, told: Sequence[Session], now: Sequence[Session], righted: Righted) -> Sequence[Change]:
    """The changes from what was told after something was put right (C7): for that reason, or by a rule that it woke."""
    changes = differences(told, now, (), training.today)
    woken = {change.date: change for change in _newly_explained(training, righted)} if changes else {}
    if not all(change.date in woken for change in changes):  # a week's limits alone are no second reason
        woken = {day: change for day, change in woken.items() if change.rule_number != "C6"}
    return [_righted(change, woken.get(change.date), righted) for change in changes]


def _righted(change: Change, woken: Change | None, righted: Righted) -> Change:
    if woken is not None:
        return replace(change, rule=woken.rule, rule_number=woken.rule_number, cause=woken.cause, why=woken.why)
    return replace(change, rule=righted.rule, rule_number="C7", cause=righted.cause, why=righted.why)


def _newly_explained(training: Training, righted: Righted) -> Sequence[Change]:
    """The explanations that there were not before; something missed (C1) explains only what was put right to that."""
    if righted.before is None:
        return ()
    known = {(change.rule, change.cause) for change in righted.before.changes}
    if not any(entry.date == righted.cause and entry.status is Status.SKIPPED for entry in training.history):
        known |= {(change.rule, change.cause) for change in training.changes if change.rule_number == "C1"}
    return [change for change in training.changes if (change.rule, change.cause) not in known]


def _explained(
    training: Training, told: Sequence[Session], now: Sequence[Session], *, overdone: bool
) -> Sequence[Change]:
    """The changes with their reasons, which cost as much as a plan: looked for only where something changed."""
    days = {change.date for change in differences(told, now, (), training.today)}
    if not days:
        return ()
    reasons = _reasons(training.changes_now, overdone=overdone)
    if not days <= {change.date for change in reasons}:
        reasons = _reasons(training.changes, overdone=overdone)
    changes = _settled(training, differences(told, now, reasons, training.today))
    return [_one_run(training, told, now, change) for change in changes]


def _reasons(changes: Sequence[Change], *, overdone: bool) -> Sequence[Change]:
    """What explains changes; after something ``overdone`` nothing is put down to a session missed earlier (C1)."""
    return [change for change in changes if not (overdone and change.rule_number == "C1")]


def _one_run(training: Training, told: Sequence[Session], now: Sequence[Session], change: Change) -> Change:
    """A run moved to today that gives way to another run done today does so for that reason (W1)."""
    today = training.today
    left = {session.kind for session in now if session.date == today}
    gone = {session.kind for session in told if session.date == today and session.kind in RUN_KINDS} - left
    moved = next((move for move in training.kept.moves if move.target == today and move.kind in gone), None)
    if moved is None or change.date != today or not set(training.done_on(today)) & RUN_KINDS:
        return change
    why = phrase("change.why.one_run" if moved.origin > today else "change.why.one_run_late", day=moved.origin)
    return replace(change, rule="one_run", rule_number="W1", cause=today, why=why)


def _settled(training: Training, changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes where a pain or a red flag is over: what comes back because of it has that for its reason."""
    before = [entry for entry in training.history if entry.date < training.today]
    over = {rule: number for rule, (number, holds) in HOLDS.items() if not holds(training.history)}
    ended = next((rule for rule in over if HOLDS[rule][1](before)), None)
    freed = (ROOM, phrase("change.why.limits"))  # what only grows, or has no reason of its own
    back = [ended is not None and (change.why in freed or change.before == REST) for change in changes]
    return tuple(
        _as_settled(change, ended if comes else change.rule, over) for change, comes in zip(changes, back, strict=True)
    )


def _as_settled(change: Change, rule: str | None, over: Mapping[str, str]) -> Change:
    if rule is None or rule not in over:
        return change
    return replace(change, rule=rule, rule_number=over[rule], why=phrase(f"change.why.{rule}_over"))


def keep_shown(desk: Desk, training: Training, start: dt.date, *, anew: bool = False) -> WeekView:
    """Keep a week as the athlete now knows it, days gone by as they were and the rest as planned, and give it back."""
    view = training.whole_week(start)
    week, known = view.as_week(), training.shown(start)
    if anew or known is None or week.sessions != known.sessions:
        keep_week(desk.session, desk.athlete_id, week, desk.now, anew=anew)
    return view


def week(desk: Desk) -> None:
    """``/week``: this week as a list."""
    _show_week(desk, monday_of(desk.today))


def next_week(desk: Desk) -> None:
    """*What is the plan for next week?* That week as a list; where the plan has ended, this one."""
    _show_week(desk, monday_of(desk.today) + dt.timedelta(days=7))


def plan(desk: Desk) -> None:
    """``/plan``: the weeks of the plan, browsed with buttons, and all of them as a page to print."""
    training = training_of(desk)
    head = intro_text(training.plan, training.profile, desk.words)
    screen = week_screen(training.whole_week(training.plan.weeks[0].start), training.plan, desk.athlete_id, desk.words)
    desk.say(Screen(f"{head}\n\n{screen.text}", (*screen.rows, (print_button(desk),))))


def browse(desk: Desk, tapped: Tapped) -> None:
    """Another week of the plan, in the same message."""
    desk.toast(tapped.query_id)
    start = dt.date.fromisoformat(tapped.tap.value)
    training = training_of(desk)
    try:
        view = training.whole_week(start)
    except LookupError:
        desk.say(Screen(desk.words("week.gone")))
        return
    desk.show(week_screen(view, training.plan, desk.athlete_id, desk.words), message_id=tapped.message_id)


def _show_week(desk: Desk, start: dt.date) -> None:
    training = training_of(desk)
    try:
        view = training.whole_week(start)
    except LookupError:
        view = training.whole_week(training.plan.weeks[0].start)
    desk.say(week_screen(view, training.plan, desk.athlete_id, desk.words))


def _plan_rows(desk: Desk, training: Training) -> Rows:
    """Today and the next week, and what to do about a calendar that is too narrow."""
    athlete = desk.athlete_id
    start = (monday_of(desk.today) + dt.timedelta(days=7)).isoformat()
    return (
        (
            Button(desk.words("button.today"), Tap(Verb.TODAY, athlete)),
            Button(desk.words("button.later"), Tap(Verb.WEEK, athlete, value=start)),
        ),
        *room_rows(training.plan.warnings, _limits(training), athlete, desk.words),
    )


def _limits(training: Training) -> MinuteLimits:
    """The minutes a day has now."""
    return training.profile.max_minutes or careful_limits(training.profile)


def _is_late(desk: Desk) -> bool:
    return desk.now.astimezone(desk.zone).time() >= EVENING


def _outline(sessions: Iterable[Session]) -> list[tuple[dt.date, Phrase, int]]:
    """What a week says of each session: a long run that is shorter is another one."""
    return [(session.date, session.title, session.minutes) for session in sessions]
