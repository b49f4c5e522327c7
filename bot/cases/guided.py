"""Guided strength by taps: Start, then set by set in one message, until it is over or stopped.

Every button carries the step it belongs to. One of an earlier step, a second quick tap or a tap on another device does
nothing but say where the session is.
"""

from collections.abc import Callable
from dataclasses import replace

from bot.cases.answers import already, prompted
from bot.cases.guided_lead import (
    Lead,
    ask,
    close,
    lead_of,
    load_key,
    loads_of,
    moved_on,
    put_down,
    say_again,
    set_alarm,
    show,
)
from bot.cases.report import check_in
from bot.cases.training import training_of
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Screen
from bot.views.guided import rest_screen, where_line
from coach.documents import guided_to_json, session_to_json
from coach.errors import StaleButton
from coach.guided import DoneSet, begin, do_set, leave, offers, spare, swap, take_back
from coach.history import PAIN_TO_STOP, Felt, Pain
from coach.session import Session, SessionKind
from storage.guided import begin_guided, guided_by_id, open_guided
from storage.logs import history_of, logs_between
from storage.tables import GuidedSession, Timer


def start(desk: Desk, tapped: Tapped) -> None:
    """Start, on a prompt or under today's session: lead through it, or go on where it was left."""
    prompt_id, session, done = _wanted(desk, tapped)
    running = open_guided(desk.session, desk.athlete_id)
    if running is not None and running.date == desk.today:
        desk.toast(tapped.query_id)
        say_again(lead_of(desk, running))
        return
    if done:
        desk.toast(tapped.query_id, desk.words("answer.already"))
        return
    desk.toast(tapped.query_id)
    if running is not None:
        close(lead_of(desk, running))
    begin_session(desk, session, prompt_id, sized(session, tapped.tap.value))


def sized(session: Session, minutes: str) -> Session:
    """The session in the shorter size that was chosen, where one was."""
    size = next((size for size in session.shorter if minutes == str(size.minutes)), None)
    return session if size is None else replace(session, steps=size.steps)


def begin_session(desk: Desk, session: Session, prompt_id: int | None, asked: Session) -> None:
    """A new guided session and its message; ``asked`` holds the steps of the size that was chosen."""
    row = GuidedSession(
        athlete_id=desk.athlete_id,
        prompt_id=prompt_id,
        date=desk.today,
        session=session_to_json(session),
        state=guided_to_json(begin(asked)),
        loads=loads_of(history_of(desk.session, desk.athlete_id)),
        started_at=desk.now,
        touched_at=desk.now,
    )
    lead = lead_of(desk, begin_guided(desk.session, row))
    set_alarm(lead)
    say_again(lead)


def _wanted(desk: Desk, tapped: Tapped) -> tuple[int | None, Session, bool]:
    """The prompt, the strength session that a Start button is about, and whether it is logged already.

    Raises:
        StaleButton: there is no such session any more.
    """
    if tapped.tap.subject is not None:
        prompt, sessions = prompted(desk, tapped)
        found = [session for session in sessions if session.kind is SessionKind.STRENGTH]
        if not found:
            raise StaleButton
        return prompt.id, found[0], already(desk, prompt, found[0])
    sessions = training_of(desk).shown_on(desk.today)
    found = [session for session in sessions if session.kind is SessionKind.STRENGTH]
    if not found:
        raise StaleButton
    logs = logs_between(desk.session, desk.athlete_id, desk.today, desk.today)
    return None, found[0], any(log.kind == SessionKind.STRENGTH and log.planned for log in logs)


def tap(desk: Desk, tapped: Tapped) -> None:
    """A button under the session's message."""
    row = guided_by_id(desk.session, desk.athlete_id, tapped.tap.subject or 0)
    if row is None:
        raise StaleButton
    lead, (step, _, action) = lead_of(desk, row), tapped.tap.value.partition(":")
    if row.closed_at is not None:
        desk.toast(tapped.query_id, desk.words("guided.is_closed"))
        desk.set_rows((), message_id=tapped.message_id)
    elif step != str(row.step):
        desk.toast(tapped.query_id, desk.words("guided.further", where=where_line(lead.look)))
        _show_where(lead, tapped.message_id)
    else:
        desk.toast(tapped.query_id)
        row.message_id = tapped.message_id
        act(lead, action)


def _show_where(lead: Lead, message_id: int) -> None:
    """An old message loses its buttons; the current one shows again where the session is."""
    if lead.row.message_id in {None, message_id}:
        show(lead, message_id=message_id)
    else:
        lead.desk.set_rows((), message_id=message_id)


def act(lead: Lead, action: str) -> None:
    """Do what a button says."""
    plain = ACTIONS.get(action)
    if plain is not None:
        plain(lead)
    elif action.startswith("p."):
        hurts(lead, *action.split(".")[1:])
    elif action[:1] == "s" and action[1:].isdecimal():
        swap_to(lead, int(action[1:]))
    elif action[:1] == "f" and action[1:].isdecimal():
        close(lead, effort=int(action[1:]))
    else:
        raise StaleButton


def finish_set(lead: Lead, felt: Felt = Felt.RIGHT, *, amount: int | None = None) -> None:
    """A set is done: it is logged, and the rest begins."""
    task, at = lead.guided.task, lead.guided.at
    if task is None or at is None:
        show(lead)
        return
    if amount is None and lead.row.timer == Timer.HOLD:
        amount = _held(lead)
    load = None if task.is_filler else lead.load_kg
    guided = do_set(lead.guided, felt, amount=amount, load_kg=load)
    rest = task.rest_s if guided.task is not None else 0
    moved_on(lead, guided, timer=Timer.REST, seconds=rest)
    show(lead)


def _held(lead: Lead) -> int | None:
    """Seconds of a hold that was ended before its time; ``None`` where it ran to its end."""
    task = lead.guided.task
    left = lead.waits_s
    if task is None or task.seconds is None or not left:
        return None
    return max(5, task.seconds - left)


def judge_last(lead: Lead, felt: Felt) -> None:
    """The set just done felt otherwise; the rest goes on, and the next set follows it."""
    _put_right(lead, replace(lead.guided.sets[-1], felt=felt))


def recount_last(lead: Lead, amount: int, load_kg: float | None) -> None:
    """The set just done had so many repetitions or seconds, with this weight where one is told; the rest goes on."""
    last = lead.guided.sets[-1]
    task = lead.guided.tasks[last.task]
    if load_kg is not None and not task.is_filler:
        lead.row.loads = {**lead.row.loads, load_key(task.exercise, task.rung): load_kg}
        last = replace(last, load_kg=load_kg)
    _put_right(lead, replace(last, seconds=amount) if task.reps is None else replace(last, reps=amount))


def _put_right(lead: Lead, last: DoneSet) -> None:
    """The set just done was otherwise; the rest goes on where it is."""
    guided = replace(lead.guided, sets=(*lead.guided.sets[:-1], last))
    moved_on(lead, guided, timer=Timer.REST, seconds=lead.waits_s)
    show(lead)


def say_counted(lead: Lead) -> None:
    """The set is in already: nobody does the next one while they rest from it."""
    show(lead, rest_screen(lead.look, lead.desk.words("guided.counted")))


def skip_rest(lead: Lead) -> None:
    """On with the next set: the rest is over, or the session was not stopped after all."""
    moved_on(lead, lead.guided)
    show(lead)


def run_clock(lead: Lead) -> None:
    """Count the seconds of a hold, or of the warm-up."""
    task = lead.guided.task
    moved_on(lead, lead.guided, timer=Timer.HOLD, seconds=0 if task is None else task.seconds or 0)
    show(lead)


def step_back(lead: Lead) -> None:
    """The last set is taken back."""
    moved_on(lead, take_back(lead.guided))
    show(lead)


def leave_out(lead: Lead) -> None:
    """On with the next exercise; with nothing done and nothing left there is no effort to ask for."""
    moved_on(lead, leave(lead.guided))
    if lead.guided.task is None and not lead.guided.lifted:
        close(lead)
        return
    show(lead)


def offer_swaps(lead: Lead) -> None:
    """What else could be done; no countdown runs meanwhile."""
    ask(lead, Timer.SWAP)


def ask_where(lead: Lead) -> None:
    """It hurts: where?"""
    ask(lead, Timer.WHERE)


def leave_question(lead: Lead) -> None:
    """Back from a question to the set that it was asked at."""
    put_down(lead)
    show(lead)


def stop(lead: Lead) -> None:
    """Stop here: how hard was it so far? Without a set there is nothing to ask."""
    if not lead.guided.lifted:
        close(lead)
        return
    moved_on(lead, lead.guided)
    lead.row.timer = Timer.EFFORT
    show(lead)


def swap_to(lead: Lead, number: int) -> None:
    """One of the exercises that were offered, counted from 0; out of range, where the session is."""
    found = offers(lead.guided, lead.equipment)
    if number < len(found):
        moved_on(lead, swap(lead.guided, found[number]))
    show(lead)


def hurts(lead: Lead, area: str, level: str = "") -> None:
    """The area first, then the level: kept as a check-in (C3), and what strains that area is spared."""
    if not level.isdecimal():
        ask(lead, f"{Timer.WHERE}:{area}")
        return
    pain = Pain(area, min(10, int(level)))
    moved_on(lead, spare(lead.guided, area, lead.equipment) if pain.level else lead.guided)
    check_in(lead.desk, pain, ())
    if pain.level >= PAIN_TO_STOP:
        close(lead, note=lead.desk.words("guided.pain_stop"))
        return
    if pain.level:
        lead.desk.say(Screen(lead.desk.words("guided.pain_on")))
    say_again(lead)


def use_load(lead: Lead, load_kg: float) -> None:
    """The weight of the exercise that comes now, from this set on."""
    task = lead.guided.task
    if task is not None and not task.is_filler:
        lead.row.loads = {**lead.row.loads, load_key(task.exercise, task.rung): load_kg}


ACTIONS: dict[str, Callable[[Lead], None]] = {
    "d": finish_set,
    "e": lambda lead: finish_set(lead, Felt.EASY),
    "h": lambda lead: finish_set(lead, Felt.HARD),
    "r": skip_rest,
    "t": run_clock,
    "b": step_back,
    "l": leave_out,
    "s": offer_swaps,
    "p": ask_where,
    "x": stop,
    "v": leave_question,
    "o": skip_rest,
    "f": close,
}
"""What the plain buttons do; the wire keeps their letters."""
