"""What is logged and changes nothing is answered without planning again, and nobody could tell."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from sqlmodel import Session

from bot.cases.training import Training, monday_of, training_of
from coach.documents import week_to_json
from coach.history import Entry, Status
from coach.memories import forget_people, remembered_of_people
from coach.session import SessionKind
from storage.json_text import write_json
from storage.logs import entry_of
from storage.plans import shown_weeks
from storage.tables import PromptKind
from tests.bot.cases.chat import Chat
from tests.builders import MONDAY

DAYS = 8
TOLD = (
    "done", "done, rpe 4", "ran 6 km in 40:12, rpe 4", "walked 2.4 km in 30 min", "strength 20 min, rpe 5",
    "ran 5 km in 36 min", "ran 14 km in 80 min, rpe 8", "skipped, busy", "ill today, skipped", "done, left knee 4/10",
    "weight 64 kg", "done rpe 9", "rode 40 min", "delete", "actually 35 min", "4", "9",
    *3 * ("[Done ✓]", "[Skip]", "[Busy day]"), "",
)  # fmt: skip
"""What somebody may write of a day, or tap."""


def a_week(session: Session, number: int, told: list[list[str]], before: Callable[[], None]) -> list[str]:
    """Days in a chat, each with its prompt and what is written of it; ``before`` everything written."""
    chat = Chat.with_an_athlete(session, dt.datetime(2026, 11, 30, 7, tzinfo=dt.UTC), number)
    heard = []
    for day in told:
        chat.prompted()
        heard.append(chat.text)
        chat.forward(hours=10)
        for words in day:
            before()
            if (label := words.strip("[]")) != words and label in chat.buttons:
                chat.taps(label)
            elif words:
                chat.says(label)
            heard.append(chat.text)
            chat.forward(minutes=20)
        chat.desk.now = chat.desk.now.replace(hour=7, minute=0) + dt.timedelta(days=1)
    weeks = [str(week_to_json(week)) for week in shown_weeks(session, chat.desk.athlete_id)]
    entries = [str(entry_of(log)) for log in chat.logs if log.athlete_id == chat.desk.athlete_id]
    return [*heard, *weeks, *entries]


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_known_of_a_week_everything_said_and_kept_is_the_same(session: Session, seed: int) -> None:
    dice = Random(seed)
    told = [dice.choices(TOLD, k=dice.randrange(3)) for _ in range(DAYS)]
    known = a_week(session, 7, told, lambda: None)
    assert a_week(session, 8, told, forget_people) == known


def an_afternoon(chat: Chat) -> Training:
    """The training on a day of a single run, prompted in the morning."""
    chat.forward(days=1)
    chat.to_a_lone_run()
    chat.prompted()
    return training_of(chat.desk)


def as_planned(training: Training) -> Entry:
    """Today's session as the history has it once it is done."""
    (session,) = training.shown_on(training.today)
    told = {"minutes": float(session.minutes), "distance_m": session.distance_m, "target_rpe": session.target.rpe}
    return Entry(session.date, session.kind, Status.DONE, planned=True, **told)


def test_what_changes_nothing_is_known_to_without_planning(chat: Chat) -> None:
    training = an_afternoon(chat)
    after = training.after(as_planned(training))
    assert after.stands
    assert list(after.whole_week(monday_of(after.today)).sessions) == list(training.sent_since(MONDAY)[0].sessions)
    assert not {"now", "coming", "plan"} & vars(after).keys()


def with_one_more(training: Training, *, first: bool) -> Training:
    """The training as it is known, with strength before or after today's session as the athlete was told."""
    (sent,) = [week for week in training.sent if week.start == monday_of(training.today)]
    todays = [session for session in sent.shown.sessions if session.date == training.today]
    more = [replace(session, kind=SessionKind.STRENGTH) for session in todays]
    of_two = [*more, *todays] if first else [*todays, *more]
    gone = [session for session in sent.shown.sessions if session.date < training.today]
    ahead = [session for session in sent.shown.sessions if session.date > training.today]
    shown = replace(sent.shown, sessions=(*gone, *of_two, *ahead))
    return replace(training, sent=(replace(sent, _shown=write_json(week_to_json(shown))),))


def test_it_stands_as_told_while_today_holds_one_session(chat: Chat) -> None:
    training = an_afternoon(chat)
    assert training.after(as_planned(training)).stands_as_told
    assert not training.stands_as_told, "nobody knows yet"


@pytest.mark.parametrize("first", [False, True])
def test_of_two_sessions_the_one_that_is_logged_comes_to_stand_first(chat: Chat, first: bool) -> None:  # noqa: FBT001
    training = an_afternoon(chat)
    after = with_one_more(training.after(as_planned(training)), first=first)
    (told,) = after.sent_since(monday_of(after.today))
    assert after.stands_as_told == (after.whole_week(told.start).sessions == told.sessions)
    assert after.stands_as_told == (not first), "else the week is laid out anew"


def test_the_next_thing_logged_that_day_goes_by_what_is_left(chat: Chat) -> None:
    training = an_afternoon(chat)
    chat.says("done, rpe 4")
    logged = training_of(chat.desk)
    assert len(logged.history) == len(training.history) + 1
    assert not logged.after(as_planned(training)).stands, "it is logged already"
    assert "now" not in vars(logged)


def test_both_sessions_of_a_day_are_skipped_without_planning(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    chat.forward(days=1)
    while len(training_of(chat.desk).sessions_on(chat.desk.today)) != 2:
        chat.forward(days=1)
    chat.prompted()
    planned: list[object] = []
    monkeypatch.setattr("bot.cases.training.this_week", lambda *given: planned.append(given))
    chat.says("skipped, busy")
    assert [log.status for log in chat.logs] == [Status.SKIPPED, Status.SKIPPED]
    assert not planned


@pytest.mark.parametrize(
    "change",
    [
        lambda chat: chat.says("left knee 4/10"),
        lambda chat: setattr(chat.desk.owner, "profile", {**chat.desk.owner.profile, "age": 60}),
        lambda chat: chat.forward(days=1),
        lambda _: forget_people(),
    ],
    ids=["what was said since", "another profile", "another day", "forgotten"],
)
def test_of_another_moment_nothing_is_known(chat: Chat, change: Callable[[Chat], object]) -> None:
    entry = as_planned(an_afternoon(chat))
    change(chat)
    assert not training_of(chat.desk).after(entry).stands


def tells_effort(chat: Chat, words: str) -> tuple[Training, Training]:
    """Done by a tap, then how hard it was: the training before these words and after them."""
    an_afternoon(chat)
    chat.taps("Done ✓")
    before = training_of(chat.desk)
    chat.says(words)
    return before, training_of(chat.desk)


def test_how_hard_it_was_changes_nothing_while_it_was_not_too_hard(chat: Chat) -> None:
    before, after = tells_effort(chat, "4")
    assert [log.rpe for log in chat.logs] == [4]
    assert before.stands_felt(after.history)
    assert not before.stands_felt(before.history), "nothing was told"
    assert not before.stands_felt((*after.history, after.history[-1])), "something else was"


@pytest.mark.parametrize("day", [-1, -7])
def test_only_of_today_it_changes_nothing(chat: Chat, day: int) -> None:
    before, after = tells_effort(chat, "4")
    then = {"date": before.today + dt.timedelta(days=day)}
    old = replace(before, history=(replace(before.history[-1], **then),))
    assert not old.stands_felt((replace(after.history[-1], **then),))


def test_what_was_too_hard_is_planned_for(chat: Chat) -> None:
    before, after = tells_effort(chat, "10")
    assert not before.stands_felt(after.history)


def test_nobody_knows_before_the_week_was_told(chat: Chat) -> None:
    chat.forward(days=1)
    chat.to_a_lone_run()
    training = training_of(chat.desk)
    forget_people()
    assert not training.after(as_planned(training)).stands


def test_when_the_next_week_was_told_it_may_change_with_what_is_done(chat: Chat) -> None:
    entry = as_planned(an_afternoon(chat))
    assert training_of(chat.desk).after(entry).stands
    chat.prompted(PromptKind.REVIEW)
    assert not training_of(chat.desk).after(entry).stands


def test_it_is_forgotten_with_everything_else_of_people(chat: Chat) -> None:
    an_afternoon(chat)
    name = "bot.cases.training._held"
    assert remembered_of_people()[name]
    forget_people()
    assert not remembered_of_people()[name]
