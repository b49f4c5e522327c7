"""A chat on a day with a strength session, and the hands to go through it."""

import datetime as dt

from sqlmodel import select

from bot.cases.guided_clock import wake
from bot.cases.training import training_of
from coach.documents import guided_from_json
from coach.guided import Guided
from coach.session import SessionKind
from storage.guided import due_guided, open_guided, take_guided
from storage.outbox import message_of_ref
from storage.tables import GuidedSession, OutboxMessage
from tests.bot.cases.chat import Chat

DAYS = 14


def to_strength(chat: Chat) -> None:
    """Let days pass until one holds a strength session."""
    for _ in range(DAYS):
        sessions = training_of(chat.desk).sessions_on(chat.desk.today)
        if any(session.kind is SessionKind.STRENGTH for session in sessions):
            return
        chat.forward(days=1)
    raise AssertionError(sessions)


def at_the_gym(chat: Chat) -> Chat:
    """A day with strength, prompted, and Start tapped."""
    to_strength(chat)
    chat.prompted()
    chat.taps("Start ▶")
    return chat


def row_of(chat: Chat) -> GuidedSession:
    """The session that was begun last."""
    return chat.desk.session.exec(select(GuidedSession).order_by(GuidedSession.id.desc())).first()  # type: ignore[union-attr, return-value] # a column; there is one


def state_of(chat: Chat) -> Guided:
    """Where it is."""
    return guided_from_json(row_of(chat).state)


def warmed_up(chat: Chat) -> Chat:
    """At the first set of the first exercise."""
    at_the_gym(chat)
    chat.taps("Ready ✓")
    return chat


def one_set(chat: Chat, label: str = "Done set ✓") -> None:
    """A set, and no rest after it."""
    chat.taps(label)
    if row_of(chat).timer == "rest":
        chat.taps("Skip rest ›")


def all_the_rest(chat: Chat) -> None:
    """Every set that is left, the last minutes of mobility too."""
    for _ in range(60):
        task = state_of(chat).task
        if task is None:
            return
        one_set(chat, "Ready ✓" if task.is_filler else "Done set ✓")
    raise AssertionError(state_of(chat))


def tick(chat: Chat, **by: float) -> bool:
    """Let time pass and the clock look; whether it had something to say."""
    chat.forward(**by)
    session, now = chat.desk.session, chat.desk.now
    due = due_guided(session, now, 10)
    for row_id in due:
        row = take_guided(session, row_id, now)
        assert row is not None
        wake(chat.desk, row)
    chat._listen()
    return bool(due)


def shown(chat: Chat) -> int | None:
    """The message in which the session is shown."""
    chat.desk.session.flush()
    return message_of_ref(chat.desk.session, chat.desk.chat_id, f"guided:{row_of(chat).id}")


def sent(chat: Chat, method: str) -> int:
    """How many calls of a method were queued so far."""
    return len(chat.desk.session.exec(select(OutboxMessage).where(OutboxMessage.method == method)).all())


def is_open(chat: Chat) -> bool:
    """Whether a session is open."""
    return open_guided(chat.desk.session, chat.desk.athlete_id) is not None


def seconds(count: float) -> dt.timedelta:
    """So many seconds."""
    return dt.timedelta(seconds=count)
