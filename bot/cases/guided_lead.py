"""What every step of a guided strength session needs: load it, keep it, log it, show it, close it.

Each set is written into the log in the transaction of its tap, so nothing is lost however a session ends.
"""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.cases.answers import prompt_ref, still_open
from bot.cases.binding import bind, new_log
from bot.cases.cards import show_card
from bot.cases.plans import adapt
from bot.desk import Desk
from bot.screens import Screen
from bot.views.guided import (
    Look,
    area_screen,
    closed_screen,
    effort_screen,
    hold_screen,
    level_screen,
    rest_screen,
    set_screen,
    swap_screen,
)
from bot.views.prompt import prompt_rows
from coach.documents import guided_from_json, guided_to_json, session_from_json
from coach.documents.entries import sets_to_json
from coach.guided import Guided, minutes_of, offers, sets_done, status_of
from coach.history import Entry, Status
from coach.profile import Equipment
from coach.session import Session, StrengthPart
from storage.logs import add_log, delete_log, log_by_id, restore_log
from storage.outbox import message_of_ref, withdraw_edits
from storage.prompts import answer, answer_day, prompt_by_id
from storage.tables import GuidedSession, Log, Timer

MORNING = dt.time(8)
"""When a session left open overnight is closed, where the athlete has no hour of their own."""
REST_EVERY_S, HOLD_EVERY_S = 15, 10
"""Seconds between two edits of a countdown: at most four or six a minute, far below what Telegram allows."""
RESERVE = 4


@dataclass
class Lead:
    """A guided session in hand."""

    desk: Desk
    row: GuidedSession
    guided: Guided
    session: Session
    below: bool = False
    """Show the message anew at the end of the chat, because words have pushed it up."""

    @property
    def ref(self) -> str:
        """What the outbox remembers of its message."""
        return f"guided:{self.row.id}"

    @property
    def load_kg(self) -> float | None:
        """The weight in use for the exercise that comes now."""
        task = self.guided.task
        return None if task is None else self.row.loads.get(load_key(task.exercise, task.rung))

    @property
    def hurts_at(self) -> str | None:
        """The part of the body that the open question about pain is about; empty where that is asked first."""
        asked, _, area = (self.row.timer or "").partition(":")
        return area if asked == Timer.WHERE else None

    @property
    def is_asking(self) -> bool:
        """Whether a question about a swap or a pain is open in the message."""
        return self.row.timer == Timer.SWAP or self.hurts_at is not None

    @property
    def waits_s(self) -> int:
        """Seconds left of the rest or hold, to five: nobody reads them to the second."""
        if self.row.until is None:
            return 0
        left = (self.row.until - self.desk.now).total_seconds()
        return max(0, round(left / 5) * 5)

    @property
    def equipment(self) -> frozenset[Equipment]:
        """What the athlete has at hand."""
        named = self.desk.owner.profile.get("equipment") or [Equipment.BODYWEIGHT]
        return frozenset(Equipment(word) for word in named)

    @property
    def look(self) -> Look:
        """What the message shows of it."""
        row, words = self.row, self.desk.words
        reserve = reserve_of(self.session)
        return Look(self.guided, row.id or 0, row.step, row.athlete_id, words, self.load_kg, reserve, self.waits_s)


def lead_of(desk: Desk, row: GuidedSession) -> Lead:
    """A stored session, ready to go on."""
    return Lead(desk, row, guided_from_json(row.state), session_from_json(row.session))


def load_key(exercise: str, rung: str) -> str:
    """How the weight of one form of an exercise is remembered."""
    return f"{exercise}.{rung}"


def loads_of(history: tuple[Entry, ...]) -> dict[str, float]:
    """The weights that were used last, by exercise and form."""
    return {
        load_key(done.exercise, done.rung): done.load_kg
        for entry in history
        for done in entry.exercises
        if done.rung is not None and done.load_kg is not None
    }


def reserve_of(session: Session) -> int:
    """Repetitions that the session wants to stay possible."""
    parts = [part for step in session.steps for part in step.parts if isinstance(part, StrengthPart)]
    figures = (dict(part.load.args).get("reserve") for part in parts if part.load is not None)
    return next((figure for figure in figures if isinstance(figure, int)), RESERVE)


def moved_on(lead: Lead, guided: Guided, *, timer: Timer | None = None, seconds: int = 0) -> None:
    """Keep the next state with what it logs; old buttons and a countdown that ran are over with it."""
    row, now = lead.row, lead.desk.now
    lead.guided = guided
    row.state, row.step, row.touched_at = guided_to_json(guided), row.step + 1, now
    waits = timer is not None and seconds > 0
    row.timer, row.until = (timer, now + dt.timedelta(seconds=seconds)) if waits else (None, None)
    log_sets(lead)
    set_alarm(lead)


def set_alarm(lead: Lead) -> None:
    """When the clock has something to say next: the countdown's next figure, else the next morning."""
    row, now = lead.row, lead.desk.now
    if row.closed_at is not None:
        row.wake_at = None
    elif row.until is None:
        row.wake_at = next_morning(lead)
    else:
        every = HOLD_EVERY_S if row.timer == Timer.HOLD else REST_EVERY_S
        left = max(0.0, (row.until - now).total_seconds())
        shown = max(0, -(-left // every) - 1) * every
        row.wake_at = row.until - dt.timedelta(seconds=shown)
    lead.desk.session.add(row)


def next_morning(lead: Lead) -> dt.datetime:
    """The athlete's own hour on the day after the session began: then it is closed with what was done."""
    athlete = lead.desk.owner
    hour = MORNING
    if athlete.prompt_minute is not None:
        hour = dt.time(athlete.prompt_minute // 60, athlete.prompt_minute % 60)
    day = lead.row.date + dt.timedelta(days=1)
    zone = ZoneInfo(athlete.zone or "UTC")
    return dt.datetime.combine(day, hour, zone).astimezone(dt.UTC)


def log_sets(lead: Lead) -> None:
    """Write what is done into the log: the line is there from the first set on, and goes when that is taken back."""
    desk, log = lead.desk, log_so_far(lead)
    sets = sets_done(lead.guided)
    if not sets:
        if log is not None and log.deleted_at is None:
            delete_log(desk.session, log, desk.now)
        return
    if log is None:
        log = _first_line(lead)
    elif log.deleted_at is not None:
        restore_log(desk.session, log)
    log.exercises = [sets_to_json(done) for done in sets]
    log.minutes = minutes_of(lead.guided, lead.session)
    log.status = status_of(lead.guided, lead.session)
    desk.session.add(log)
    desk.session.flush()


def log_so_far(lead: Lead) -> Log | None:
    """The session's line of the log, where there is one."""
    if lead.row.log_id is None:
        return None
    return log_by_id(lead.desk.session, lead.row.athlete_id, lead.row.log_id)


def _first_line(lead: Lead) -> Log:
    desk, row = lead.desk, lead.row
    log = new_log(
        desk,
        prompt_id=row.prompt_id,
        status=Status.PARTIAL,
        date=row.date,
        minutes=minutes_of(lead.guided, lead.session),
    )
    bind(log, lead.session)
    add_log(desk.session, log)
    row.log_id = log.id
    answer_day(desk.session, desk.athlete_id, row.date, desk.now)
    prompt = prompt_by_id(desk.session, desk.athlete_id, row.prompt_id) if row.prompt_id else None
    if prompt is not None:
        answer(desk.session, prompt, desk.now)
    return log


def current_screen(lead: Lead) -> Screen:
    """What the message shows now."""
    if lead.row.closed_at is not None:
        return closed_screen(lead.look)
    if lead.row.timer == Timer.EFFORT:
        return effort_screen(lead.look)
    if lead.is_asking:
        return _question(lead)
    if lead.waits_s and lead.row.timer == Timer.REST:
        return rest_screen(lead.look)
    return hold_screen(lead.look) if lead.waits_s else set_screen(lead.look)


def _question(lead: Lead) -> Screen:
    """The open question: what instead, where it hurts, or how much."""
    area = lead.hurts_at
    if area is None:
        return swap_screen(lead.look, offers(lead.guided, lead.equipment))
    return level_screen(lead.look, area) if area else area_screen(lead.look)


def ask(lead: Lead, question: str) -> None:
    """Open a question in the message; a countdown would overwrite it, so the rest is over when it is answered."""
    lead.row.timer, lead.row.until = question, None
    set_alarm(lead)
    show(lead)


def put_down(lead: Lead) -> None:
    """Leave an open question without an answer."""
    if lead.is_asking:
        lead.row.timer = None
    lead.desk.session.add(lead.row)


def show(lead: Lead, screen: Screen | None = None, *, message_id: int | None = None) -> None:
    """Edit the message in place; an edit that has not gone out yet gives way to this one."""
    if lead.below:
        say_again(lead, screen)
        return
    desk = lead.desk
    withdraw_edits(desk.session, desk.chat_id, lead.ref)
    found = message_id or lead.row.message_id or message_of_ref(desk.session, desk.chat_id, lead.ref)
    if found is not None:
        lead.row.message_id = found
        desk.show(screen or current_screen(lead), message_id=found, ref=lead.ref)


def say_again(lead: Lead, screen: Screen | None = None) -> None:
    """The message once more at the end of the chat, below what was written meanwhile; the old one goes."""
    desk = lead.desk
    withdraw_edits(desk.session, desk.chat_id, lead.ref)
    old = lead.row.message_id or message_of_ref(desk.session, desk.chat_id, lead.ref)
    if old is not None:
        desk.queue("delete_message", {"chat_id": desk.chat_id, "message_id": old})
    lead.row.message_id = None
    desk.say(screen or current_screen(lead), ref=lead.ref)


def close(lead: Lead, *, effort: int | None = None, note: str = "") -> None:
    """The session is over: its message becomes one line, its card is shown, the plan answers."""
    desk, row, log = lead.desk, lead.row, log_so_far(lead)
    row.closed_at, row.timer, row.until, row.wake_at, row.step = desk.now, None, None, None, row.step + 1
    desk.session.add(row)
    show(lead)
    if log is None or log.deleted_at is not None:
        return
    if effort is not None:
        log.rpe = effort
    desk.session.add(log)
    desk.session.flush()
    if note:
        desk.say(Screen(note))
    show_card(desk, log, lead.session)
    _settle_prompt(lead)
    adapt(desk)


def _settle_prompt(lead: Lead) -> None:
    """The prompt keeps buttons only for what is still open."""
    desk, row = lead.desk, lead.row
    prompt = prompt_by_id(desk.session, desk.athlete_id, row.prompt_id) if row.prompt_id else None
    if prompt is None:
        return
    message_id = message_of_ref(desk.session, desk.chat_id, prompt_ref(prompt))
    sessions = tuple(session_from_json(session) for session in prompt.sessions)
    if message_id is not None:
        waiting = still_open(desk, prompt, sessions)
        rows = prompt_rows(sessions, row.prompt_id or 0, desk.athlete_id, desk.words, only=waiting) if waiting else ()
        desk.set_rows(rows, message_id=message_id)
