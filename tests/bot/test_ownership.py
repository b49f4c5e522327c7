"""Only the athlete reads or changes their data, whatever callback data arrives: every verb, every id, every value."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, SQLModel, create_engine, select

from bot.coaching import ROUTES
from bot.desk import Desk
from bot.handlers.taps import gone, press, pressed_slowly
from bot.incoming import Tapped
from bot.taps import Tap, Verb, unpack
from bot.words import words_for
from coach.errors import LegworkError, NotYours, StaleButton
from storage.tables import Athlete, AthleteState, OutboxMessage, PromptKind
from tests.bot.cases.chat import PROFILE, Chat
from tests.storage.builders import NOON

SECRET = "bensecret"  # noqa: S105 — a word to look for
MORNING = NOON.replace(hour=8)
VALUES = {
    Verb.ANSWER: ("goal:10k", "units:mi", "days:ok"),
    Verb.SETTING: ("goal", ""),
    Verb.DELETE_ALL: ("yes", "no"),
    Verb.WEEK: ("2026-12-07",),
    Verb.DONE: ("0", "0:20"),
    Verb.SHORTER: ("", "0:20"),
    Verb.MOVE: ("", "later", "2026-12-05"),
    Verb.SKIP: ("", "ill", "none"),
    Verb.EFFORT: ("7",),
    Verb.PAIN: ("knee", "knee:5", "flag:fever"),
    Verb.PAUSE: ("7", "open"),
    Verb.RESUME: ("", "well", "rest"),
    Verb.ASK: ("done", "note"),
    Verb.SLOW: ("yes", "no"),
    Verb.MEASURE: ("weight_kg", "hide", "show"),
    Verb.LEARN: ("", "spot"),
    Verb.UNITS: ("mi",),
    Verb.ROOM: ("minutes:45:60", "minutes", "home"),
    Verb.LEVEL: ("returning", "keep"),
    Verb.BROADCAST: ("go", "no"),
    Verb.DEAD_LETTER: ("again", "drop"),
}
"""What such buttons carry; the others carry nothing."""


class Two:
    """Ben, who has told the coach a lot, and Mallory, who would like to know and meddle."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.ben, self.mallory = self._chat(7, "Ben"), self._chat(8, "Mallory")
        self._live()
        self.mallory.prompted()
        self.mallory._listen()

    def _chat(self, number: int, name: str) -> Chat:
        athlete = Athlete(
            telegram_id=number, chat_id=number, name=name, profile=PROFILE, zone="UTC", prompt_minute=420,
            created_at=MORNING, updated_at=MORNING, state=AthleteState.ACTIVE,
        )  # fmt: skip
        self.session.add(athlete)
        self.session.flush()
        chat = Chat(Desk(self.session, MORNING, number, words_for(), athlete))
        ROUTES.commands["settings"](chat.desk, None)  # type: ignore[arg-type]  # it takes no words
        return chat

    def _live(self) -> None:
        """Prompts, logs, pains, notes, measurements, moves, a changed plan."""
        ben = self.ben
        ben.to_a_lone_run()
        ben.prompted()
        ben.says(f"{SECRET} the river was high")
        ben.says("5k in 31:20, effort 9")
        ben.says("weight 81.5 kg")
        ben.says("left knee 4/10")
        ben.forward(days=2)
        ben.prompted()
        ben.prompted(PromptKind.EVENING)
        ben.says("30 min run, effort 9")
        self.mallory.desk.now = ben.desk.now

    def belongings(self) -> dict[str, list[dict[str, Any]]]:
        """Every row about Ben."""
        self.session.flush()
        me = self.ben.desk.athlete_id
        found: dict[str, list[dict[str, Any]]] = {}
        for table in SQLModel.metadata.sorted_tables:
            owner = table.c.get("athlete_id") if table.name != "athlete" else table.c.id
            if owner is None and "chat_id" in table.c:
                owner, me_or_chat = table.c.chat_id, self.ben.desk.chat_id
            else:
                me_or_chat = me
            if owner is not None:
                rows = self.session.connection().execute(table.select().where(owner == me_or_chat))
                found[table.name] = [dict(row._mapping) for row in rows]
        return found

    def ids(self) -> list[int]:
        """Every id that any row of Ben's has."""
        rows = (row for rows in self.belongings().values() for row in rows)
        return sorted({int(row["id"]) for row in rows if "id" in row})

    def meddle(self, tap: Tap) -> str:
        """Mallory taps; what she is told, or the error she gets."""
        desk, before = self.mallory.desk, len(self.mallory.desk.said)
        case = ROUTES.taps.get(tap.verb, gone)
        savepoint = self.session.begin_nested()
        try:
            press(desk, Tapped(tap, 1, "query"), case)
            told = " ".join(str(row.payload) for row in desk.said[before:])
        except LegworkError as error:
            told = error.code
        except (ValueError, LookupError) as error:
            # Nonsense that no button holds: the update is set aside, and its transaction rolled back.
            savepoint.rollback()
            self._forget(self.session.begin_nested())
            return type(error).__name__
        self._forget(savepoint)
        return told

    def _forget(self, savepoint: Any) -> None:  # noqa: ANN401 — SQLAlchemy's own
        self.after = self.belongings()
        savepoint.rollback()
        self.session.expire_all()
        self.mallory.desk.said.clear()
        self.mallory.desk.athlete = self.session.exec(select(Athlete).where(Athlete.telegram_id == 8)).one()


@pytest.fixture(scope="module")
def two() -> Iterator[Two]:
    engine = create_engine("sqlite://")
    SQLModel.metadata.create_all(engine)
    with Session(engine) as session:
        yield Two(session)
    engine.dispose()


def test_ben_has_told_enough_for_this_to_mean_something(two: Two) -> None:
    kept = {name: len(rows) for name, rows in two.belongings().items()}
    for table in ("athlete", "saying", "log", "prompt", "sent_week", "receipt", "measurement", "outbox"):
        assert kept[table] > 0, table


@pytest.mark.parametrize("verb", list(Verb))
def test_a_button_with_another_athletes_id_is_refused_before_anything_else(two: Two, verb: Verb) -> None:
    assert two.meddle(Tap(verb, two.ben.desk.athlete_id, two.ids()[0])) == NotYours.code


@pytest.mark.parametrize("verb", list(Verb))
def test_ones_own_button_with_another_athletes_subject_reads_and_changes_nothing_of_theirs(
    two: Two, verb: Verb
) -> None:
    before = two.belongings()
    for subject in (None, 0, 10**15, *two.ids()):
        for value in VALUES.get(verb, ("",)):
            told = two.meddle(Tap(verb, two.mallory.desk.athlete_id, subject, value))
            assert two.after == before, (verb, subject, value)
            assert SECRET not in told, (verb, subject, value)


def test_every_button_that_ben_was_ever_shown_is_useless_to_mallory(two: Two) -> None:
    before, mine = two.belongings(), two.mallory.desk.athlete_id
    rows = two.session.exec(select(OutboxMessage).where(OutboxMessage.chat_id == two.ben.desk.chat_id)).all()
    keyboards = [row.payload.get("reply_markup", {}).get("inline_keyboard", []) for row in rows]
    buttons = {button["callback_data"] for board in keyboards for line in board for button in line}
    assert len(buttons) > 20
    for data in buttons:
        tap = unpack(data)
        assert two.meddle(tap) == NotYours.code
        told = two.meddle(Tap(tap.verb, mine, tap.subject, tap.value))
        assert two.after == before, data
        assert SECRET not in told, data


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    verb=st.sampled_from(list(Verb)),
    subject=st.one_of(st.none(), st.integers(0, 30), st.integers(0, 2**59)),
    value=st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), max_size=20),
)
def test_whatever_arrives_nothing_of_bens_changes(two: Two, verb: Verb, subject: int | None, value: str) -> None:
    before = two.belongings()
    two.meddle(Tap(verb, two.mallory.desk.athlete_id, subject, value))
    assert two.after == before


@pytest.mark.parametrize("verb", list(ROUTES.slow_taps))
def test_a_button_that_takes_its_time_is_refused_before_anything_is_read(two: Two, verb: Verb) -> None:
    slow = ROUTES.slow_taps[verb]
    with pytest.raises(NotYours):
        pressed_slowly(Tapped(Tap(verb, two.ben.desk.athlete_id), 1, "query"), slow).look(two.mallory.desk)
    with pytest.raises(StaleButton):
        pressed_slowly(Tapped(Tap(verb, two.ben.desk.athlete_id, value="x"), 1, "query"), slow).look(two.ben.desk)
    pressed_slowly(Tapped(Tap(verb, two.ben.desk.athlete_id), 1, "query"), slow).look(two.ben.desk)
