"""Correcting, back-dating and deleting: afterwards the plan is as if it had always been so."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from bot.cases.binding import fill, new_log, open_sessions, pick
from bot.cases.cards import keep
from bot.cases.correcting import correct
from bot.cases.editing import delete_by_words, restore_by_words
from bot.cases.fields import set_typed
from bot.cases.plans import adapt, keep_shown
from bot.cases.training import training_of
from bot.desk import Desk
from coach.documents.readings import reading_to_json
from coach.history import Pain, Status
from coach.reading import Activity, LogEntry, Reading
from coach.session import RUN_KINDS
from coach.session import Session as CoachSession
from coach.units import Metres, Seconds
from storage.logs import logs_between
from storage.sayings import keep_saying, note_reading
from storage.tables import Log
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON
from tests.depth import examples

MONDAY = NOON.date()
FRIDAY = MONDAY + dt.timedelta(days=4)
SUNDAY = MONDAY + dt.timedelta(days=6)
DAYS = [MONDAY + dt.timedelta(days=day) for day in range(5)]
EVERY_DAY = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


@dataclass(frozen=True)
class Told:
    """One thing that was done, as somebody tells it; the names are those of the editor's fields."""

    date: dt.date
    kind: Activity
    status: Status
    minutes: int | None
    distance: int | None
    effort: int | None
    pain: int

    @property
    def entry(self) -> LogEntry:
        """As the log reader would read it."""
        return LogEntry(
            self.status,
            self.kind,
            self.date,
            distance_m=None if self.distance is None else Metres(self.distance),
            duration_s=None if self.minutes is None else Seconds(60 * self.minutes),
            rpe=self.effort,
            pain=Pain("knee", self.pain),
        )

    def typed(self, field: str) -> str:
        """A field's value as it is typed into the editor."""
        typed = {
            "date": f"{self.date:%d %b}",
            "kind": self.kind.value,
            "status": TYPED_STATUS[self.status],
            "minutes": str(self.minutes),
            "distance": f"{self.distance} m",
            "effort": str(self.effort),
            "pain": f"knee {self.pain}",
        }
        return typed[field]


TYPED_STATUS = {Status.DONE: "done", Status.PARTIAL: "partly", Status.SKIPPED: "skipped"}
KINDS = (Activity.RUN, Activity.WALK, Activity.STRENGTH, Activity.CYCLING)


def tellings(today: dt.date = FRIDAY) -> st.SearchStrategy[Told]:
    """What somebody may tell of the five days up to one."""
    return st.builds(
        Told,
        date=st.integers(0, 4).map(lambda back: today - dt.timedelta(days=back)),
        kind=st.sampled_from(KINDS),
        status=st.sampled_from(list(TYPED_STATUS)),
        minutes=st.none() | st.integers(2, 17).map(lambda fives: 5 * fives + 1),
        distance=st.none() | st.integers(2, 12).map(lambda km: km * 1000),
        effort=st.none() | st.integers(1, 10),
        pain=st.sampled_from([0, 0, 0, 1, 3, 4, 6]),
    )


TELLING = tellings()


@st.composite
def corrections(draw: st.DrawFn, today: dt.date = FRIDAY, most: int = 4) -> tuple[Told, list[tuple[str, Told]]]:
    """Something told wrongly at first, and the fields that are put right one after the other.

    What was told once can be told differently, and not be untold.
    """
    first, right = draw(tellings(today)), draw(tellings(today))
    names = [field.name for field in fields(Told)]
    wrong = [name for name in names if getattr(right, name) not in {None, getattr(first, name)}]
    chosen = draw(st.lists(st.sampled_from(wrong), unique=True, max_size=most)) if wrong else []
    steps, now = [], first
    for name in chosen:
        now = replace(now, **{name: getattr(right, name)})
        steps.append((name, now))
    return first, steps


def log_at_once(desk: Desk, told: Told) -> Log:
    """Log it, bound as words are."""
    training = training_of(desk)
    waiting = open_sessions(training, told.date, logs_between(desk.session, desk.athlete_id, told.date, told.date))
    session = pick(told.entry, waiting)
    words = f"told at {len(desk.said)}"
    saying = keep_saying(desk.session, desk.athlete_id, desk.chat_id, 1_000 + len(desk.said), words, None, desk.now)
    note_reading(desk.session, saying, reading_to_json(Reading(words, (told.entry,))), understood=True)
    log = new_log(desk, saying_id=saying.id)
    fill(log, told.entry, session)
    keep(desk, log, session)
    return log


def put_right(steps: Sequence[tuple[str, Told]], desk: Desk, log: Log) -> None:
    """Type the right values into the editor, one field after the other."""
    for field, told in steps:
        correct(desk, log, partial(set_typed, field, log, told.typed(field), desk))


Deed = Callable[[Desk, Log], None]


class Life:
    """An athlete who can live the same days more than once, up to Friday at noon unless told otherwise."""

    def __init__(self, session: Session, **profile: object) -> None:
        self.session = session
        self.athlete = Chat.with_an_athlete(session, NOON, **profile).desk.owner

    def lived(
        self,
        others: Sequence[Told],
        told: Told | None,
        then: Deed | None = None,
        *,
        today: dt.date = FRIDAY,
        sends: bool = False,
        near: bool = False,
    ) -> object:
        """The plan (``near``: of two weeks), the weeks told and the history once all was logged and ``then`` was done.

        Before that the next week is sent where it ``sends``. Afterwards nothing of it has happened.
        """
        nested = self.session.begin_nested()
        desk = Chat.with_desk(self.session, NOON + (today - MONDAY), self.athlete).desk
        for other in others:
            log_at_once(desk, other)
        log = log_at_once(desk, told) if told is not None else None
        if sends:
            keep_shown(desk, training_of(desk), MONDAY + dt.timedelta(days=7))
        if log is not None and then is not None:
            then(desk, log)
        adapt(desk)
        training = training_of(desk)
        shown = [s for week in training.sent for s in week.shown.sessions if s.date >= today]
        weeks = training.coming.weeks if near else training.plan.weeks
        found = (weeks, shown, training.history)
        nested.rollback()
        self.session.expire_all()
        return found


@pytest.fixture
def life(session: Session) -> Life:
    return Life(session)


@pytest.fixture
def every_day(session: Session) -> Life:
    """The life of somebody with a session on every day but one, so that today holds one too."""
    return Life(session, available_days=EVERY_DAY, strength_per_week=2)


BARE = Told(DAYS[1], Activity.RUN, Status.DONE, None, None, 4, 0)
"""A bare “done”."""


def planned_on(day: dt.date, life: Life) -> CoachSession:
    """The run that the plan holds on a day."""
    desk = Chat.with_desk(life.session, NOON + dt.timedelta(days=4), life.athlete).desk
    return next(one for one in training_of(desk).sessions_on(day) if one.kind in RUN_KINDS)


@pytest.mark.parametrize("field", ["minutes", "distance"])
def test_a_planned_figure_that_was_typed_stays_when_the_day_changes(life: Life, field: str) -> None:
    session = planned_on(BARE.date, life)
    stated = replace(BARE, **{field: session.minutes if field == "minutes" else session.distance_m})
    moved = replace(stated, date=DAYS[3])
    steps = [(field, stated), ("date", moved)]
    assert planned_on(DAYS[3], life).minutes != session.minutes
    assert life.lived([], BARE, partial(put_right, steps)) == life.lived([], moved)


def test_planned_minutes_said_in_a_reply_to_the_card_are_kept_as_said(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("done, effort 4")
    (log,) = chat.logs
    planned = log.minutes
    assert log.stated == []
    chat.says(f"{planned:.0f} min", reply_to=chat.message_about(f"log:{log.id}"))
    assert (log.minutes, log.stated) == (planned, ["minutes"])


def test_a_distance_nobody_measured_is_said_to_be_about_that(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.says("done, effort 4")
    assert "about" in chat.text
    chat.says("it was 5.1 km")
    assert "about" not in chat.text
    assert "5.1 km" in chat.text


def test_a_distance_worked_out_from_a_pace_is_said_to_be_about_that(chat: Chat) -> None:
    chat.says("ran 30 min at 6:00/km, effort 4")
    assert "about 5 km" in chat.text
    assert [log.stated for log in chat.logs] == [["minutes"]]


@example(corrected=(BARE, [("date", replace(BARE, date=DAYS[3]))]), others=[])
@example(corrected=(BARE, [("distance", replace(BARE, distance=7000))]), others=[])
@example(corrected=(BARE, [("status", replace(BARE, status=Status.SKIPPED))]), others=[])
@example(corrected=(BARE, [("kind", replace(BARE, kind=Activity.STRENGTH))]), others=[])
@given(corrected=corrections(), others=st.lists(TELLING, max_size=1))
@settings(examples(60), suppress_health_check=list(HealthCheck))
def test_a_corrected_log_leaves_plan_and_history_as_if_it_had_been_right_at_first(
    life: Life, corrected: tuple[Told, list[tuple[str, Told]]], others: list[Told]
) -> None:
    first, steps = corrected
    right = steps[-1][1] if steps else first
    assert life.lived(others, first, partial(put_right, steps)) == life.lived(others, right)


@given(drawn=st.data(), sends=st.booleans())
@settings(examples(16), suppress_health_check=list(HealthCheck))
@pytest.mark.parametrize("today", [FRIDAY, SUNDAY])
def test_today_and_a_week_sent_already_are_as_if_a_corrected_log_had_been_right_at_first(
    every_day: Life, today: dt.date, drawn: st.DataObject, *, sends: bool
) -> None:
    first, steps = drawn.draw(corrections(today, most=2))
    right = steps[-1][1] if steps else first
    lived = partial(every_day.lived, [], today=today, sends=sends and today == SUNDAY, near=True)
    assert lived(first, partial(put_right, steps)) == lived(right)


def test_a_log_corrected_after_a_week_in_which_nobody_said_a_word_is_as_if_it_had_been_right_at_first(
    every_day: Life,
) -> None:
    walk = replace(BARE, date=SUNDAY, kind=Activity.WALK, effort=None)
    run = replace(walk, kind=Activity.RUN)
    lived = partial(every_day.lived, [], today=SUNDAY, near=True)
    assert lived(walk, partial(put_right, [("kind", run)])) == lived(run)


@given(drawn=st.data(), sends=st.booleans())
@settings(examples(6), suppress_health_check=list(HealthCheck))
def test_today_and_a_week_sent_already_are_as_if_a_deleted_log_had_never_been(
    every_day: Life, drawn: st.DataObject, *, sends: bool
) -> None:
    told = drawn.draw(tellings(SUNDAY))
    lived = partial(every_day.lived, [], today=SUNDAY, sends=sends, near=True)
    assert lived(told, delete_by_words) == lived(None)


@given(told=TELLING, others=st.lists(TELLING, max_size=2))
@settings(examples(20), suppress_health_check=list(HealthCheck))
def test_a_deleted_log_leaves_everything_as_if_it_had_never_been(life: Life, told: Told, others: list[Told]) -> None:
    assert life.lived(others, told, delete_by_words) == life.lived(others, None)


@given(told=TELLING, others=st.lists(TELLING, max_size=1))
@settings(examples(20), suppress_health_check=list(HealthCheck))
def test_a_log_that_was_deleted_and_brought_back_is_as_if_nothing_had_happened(
    life: Life, told: Told, others: list[Told]
) -> None:
    def delete_and_restore(desk: Desk, log: Log) -> None:
        delete_by_words(desk, log)
        restore_by_words(desk, log)

    assert life.lived(others, told, delete_and_restore) == life.lived(others, told)
