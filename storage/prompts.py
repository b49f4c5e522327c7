"""Prompts that were claimed (``storage.claims``): said or dropped, then answered or not."""

import datetime as dt
from typing import Any, Final

from sqlalchemy import Text, bindparam, cast, delete, func, update
from sqlalchemy import select as select_columns
from sqlalchemy.orm.attributes import set_committed_value
from sqlmodel import Session, col, select

from storage.columns import Json
from storage.rows import table_of
from storage.statements import Statement
from storage.tables import Athlete, Prompt, PromptKind, PromptState

_PROMPT: Final = table_of(Prompt)
_ANSWER_DAY: Final = Statement(
    update(_PROMPT)
    .where(
        _PROMPT.c.athlete_id == bindparam("athlete"),
        _PROMPT.c.local_date == bindparam("day"),
        _PROMPT.c.answered_at.is_(None),
    )
    .values(answered_at=bindparam("now"))
)
_OWN: Final = Statement(
    select_columns(_PROMPT).where(_PROMPT.c.id == bindparam("prompt"), _PROMPT.c.athlete_id == bindparam("athlete"))
)
_DAILY: Final = (
    _PROMPT.c.athlete_id == bindparam("athlete"),
    _PROMPT.c.kind == PromptKind.DAILY.value,
    _PROMPT.c.state == PromptState.SAID.value,
)
_NEWEST_FIRST: Final = _PROMPT.c.local_date.desc()
_LATEST: Final = Statement(select_columns(_PROMPT).where(*_DAILY).order_by(_NEWEST_FIRST).limit(1))
_ANSWERS: Final = Statement(
    select_columns(_PROMPT.c.answered_at.is_not(None), cast(_PROMPT.c.sessions, Text) != "[]")
    .where(*_DAILY)
    .order_by(_NEWEST_FIRST)
    .limit(bindparam("limit"))
)
_TAKEN: Final = Statement(
    select_columns(_PROMPT)
    .where(_PROMPT.c.id == bindparam("prompt"), _PROMPT.c.state == PromptState.CLAIMED.value)
    .with_for_update(skip_locked=True)
)
_SETTLED: Final = Statement(
    update(_PROMPT)
    .where(_PROMPT.c.id == bindparam("prompt"))
    .values(state=bindparam("became"), sessions=bindparam("asked"))
)


def unsaid(
    session: Session, claimed_before: dt.datetime, limit: int, *, after_id: int = 0
) -> list[tuple[Prompt, Athlete]]:
    """Prompts claimed before a moment and neither said nor dropped since, with their athletes, by id."""
    found = (
        select(Prompt, Athlete)
        .join(Athlete, col(Athlete.id) == col(Prompt.athlete_id))
        .where(Prompt.state == PromptState.CLAIMED, col(Prompt.claimed_at) <= claimed_before)
        .where(col(Prompt.id) > after_id)
        .order_by(col(Prompt.id))
        .limit(limit)
        .with_for_update(skip_locked=True, of=Prompt)
    )
    return [(prompt, athlete) for prompt, athlete in session.exec(found)]


def take_prompt(session: Session, prompt_id: int) -> Prompt | None:
    """Lock a claimed prompt to say it in this transaction.

    Returns:
        ``None`` where it is said or dropped already, in another replica's hands, or erased with its athlete.
    """
    return _TAKEN.one_known(session, Prompt, prompt=prompt_id)


def owner_of(session: Session, prompt_id: int) -> int:
    """Whose prompt it is; 0 where it was erased with its athlete."""
    return session.exec(select(Prompt.athlete_id).where(Prompt.id == prompt_id)).first() or 0


def ask_for(prompt: Prompt, sessions: list[Json]) -> None:
    """What a prompt that is being said asks for; it is kept when the prompt is settled."""
    set_committed_value(prompt, "sessions", sessions)


def mark_said(session: Session, prompt: Prompt) -> None:
    """The prompt is in the outbox."""
    _settle(session, prompt, PromptState.SAID)


def mark_dropped(session: Session, prompt: Prompt) -> None:
    """There is nothing to say, or it is too late to be useful."""
    _settle(session, prompt, PromptState.DROPPED)


def answer(session: Session, prompt: Prompt, now: dt.datetime) -> None:
    """The athlete answered; the first answer's moment stays."""
    if prompt.answered_at is None:
        prompt.answered_at = now
        session.add(prompt)
        session.flush()


def answer_day(session: Session, athlete_id: int, day: dt.date, now: dt.datetime) -> None:
    """The athlete logged a day without a reply: its prompts are answered."""
    session.flush()
    _ANSWER_DAY.run(session, athlete=athlete_id, day=day, now=now)


def forget_snooze(session: Session, athlete_id: int, local_date: dt.date) -> None:
    """Whoever puts a day's prompt off once more gets it once more: the row of the time before stands in its way.

    Nothing refers to it; its message is about the daily prompt.
    """
    gone = delete(Prompt).where(
        col(Prompt.athlete_id) == athlete_id,
        col(Prompt.kind) == PromptKind.SNOOZE,
        col(Prompt.local_date) == local_date,
    )
    session.exec(gone)


def keep_said(
    session: Session,
    athlete_id: int,
    kind: PromptKind,
    local_date: dt.date,
    sessions: list[dict[str, Any]],
    now: dt.datetime,
) -> Prompt:
    """A prompt that the athlete asked for themselves, on a day that has none."""
    prompt = Prompt(
        athlete_id=athlete_id,
        kind=kind,
        local_date=local_date,
        due_at=now,
        claimed_at=now,
        sessions=sessions,
        state=PromptState.SAID,
    )
    session.add(prompt)
    session.flush()
    return prompt


def prompt_by_id(session: Session, athlete_id: int, prompt_id: int) -> Prompt | None:
    """An athlete's own prompt, and nobody else's."""
    return _OWN.one_known(session, Prompt, athlete=athlete_id, prompt=prompt_id)


def prompt_on(session: Session, athlete_id: int, kind: str, local_date: dt.date) -> Prompt | None:
    """The prompt of a kind on a local date, if there was one."""
    found = select(Prompt).where(Prompt.athlete_id == athlete_id, Prompt.kind == kind, Prompt.local_date == local_date)
    return session.exec(found).one_or_none()


def latest_prompt(session: Session, athlete_id: int) -> Prompt | None:
    """The daily prompt said last."""
    return _LATEST.one_known(session, Prompt, athlete=athlete_id)


def unanswered_streak(session: Session, athlete_id: int, most: int = 10) -> int:
    """How many of the daily prompts said last went without an answer in a row, counted up to ``most``.

    A line that asked for no session (a rest day, a question after an illness) wants no answer and does not count.
    """
    session.flush()
    streak = 0
    for answered, asked in _ANSWERS.rows(session, athlete=athlete_id, limit=4 * most):
        if answered or streak == most:
            break
        streak += asked
    return streak


def prompts_late(session: Session, now: dt.datetime) -> tuple[int, dt.datetime | None]:
    """How many moments have passed without a word, and the earliest; for the operator.

    A moment is late while nobody has looked at its athlete, and then while the prompts that it brought are claimed and
    not said. Whether one that nobody has looked at brings a prompt at all is not known before.
    """
    unseen = select(func.count(), func.min(col(Athlete.next_prompt_at))).where(col(Athlete.next_prompt_at) <= now)
    unsaid_ = select(func.count(), func.min(col(Prompt.due_at))).where(Prompt.state == PromptState.CLAIMED)
    counts, moments = zip(*(session.exec(late).one() for late in (unseen, unsaid_)), strict=True)
    return sum(counts), min((moment for moment in moments if moment is not None), default=None)


def _settle(session: Session, prompt: Prompt, state: PromptState) -> None:
    session.flush()
    _SETTLED.run(session, prompt=prompt.id, became=state.value, asked=prompt.sessions)
    set_committed_value(prompt, "state", state.value)
