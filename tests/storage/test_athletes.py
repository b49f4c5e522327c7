"""Athletes: registered once, locked while spoken with, erased without a trace."""

from collections.abc import Callable
from threading import Thread
from typing import Any

from sqlalchemy import select as select_columns
from sqlmodel import Session

from coach.session import SessionKind
from storage.athletes import athlete_by_id, athlete_in_chat, erase, find_athlete, register
from storage.conversations import lock_chat, move_chat
from storage.database import Database
from storage.inbox import fail_update, finish_update, next_updates, receive
from storage.measurements import add_measurement
from storage.plans import keep_move, keep_receipts, keep_week
from storage.sayings import keep_saying
from storage.tables import Athlete, OutboxMessage
from tests.builders import a_week
from tests.storage.builders import NOON, TODAY, a_log, a_message, a_prompt, an_athlete, an_update, id_of
from tests.storage.statements import statements_of
from tests.storage.test_plans import a_change


def _rows(session: Session) -> dict[str, list[Any]]:
    """Every table that is not empty, with its rows."""
    found = {
        table.name: list(session.connection().execute(select_columns(table)).mappings())
        for table in Athlete.metadata.sorted_tables
    }
    return {name: rows for name, rows in found.items() if rows}


def _live(session: Session, number: int) -> Athlete:
    """An athlete with a row in every table."""
    athlete = an_athlete(session, number)
    owner = id_of(athlete)
    saying = keep_saying(session, owner, number, 1, "5k in 31:20", None, NOON)
    prompt = a_prompt(session, owner)
    a_log(session, owner, saying_id=saying.id, prompt_id=prompt.id)
    add_measurement(session, owner, "weight_kg", 70.0, TODAY, NOON, saying_id=saying.id)
    keep_week(session, owner, a_week(), NOON)
    keep_move(session, owner, SessionKind.EASY_RUN, TODAY, TODAY, NOON)
    keep_receipts(session, owner, [a_change()], NOON)
    lock_chat(session, number)
    a_message(session, number, ref="log:1")
    receive(session, [an_update(10 * number, number), an_update(10 * number + 1, number)], NOON)
    for _ in range(3):
        fail_update(session, 10 * number, "KeyError", NOON)
    return athlete


def test_a_newcomer_is_registered_and_found(database: Database) -> None:
    database.run_now(lambda session: register(session, 7, 70, "Ada", "de", NOON))
    by_account = database.run_now(lambda session: find_athlete(session, 7))
    by_chat = database.run_now(lambda session: athlete_in_chat(session, 70))

    assert by_account is not None
    assert (by_account.name, by_account.language, by_account.state) == ("Ada", "de", "onboarding")
    assert by_chat == by_account


def test_a_stranger_is_not_found(database: Database) -> None:
    assert database.run_now(lambda session: find_athlete(session, 7)) is None
    assert database.run_now(lambda session: athlete_in_chat(session, 7)) is None


def test_registering_twice_keeps_settings_and_takes_the_new_name(database: Database) -> None:
    first = database.run_now(lambda session: an_athlete(session, 1, prompt_minute=300))
    again = database.run_now(lambda session: register(session, 1, 1, "Ada L.", "fr", NOON))

    assert again.id == first.id
    assert (again.name, again.prompt_minute, again.language) == ("Ada L.", 300, "en")


def test_ids_beyond_32_bits_are_kept(database: Database) -> None:
    large = 2**52 - 1
    database.run_now(lambda session: register(session, large, large, "Ada", "en", NOON))

    assert database.run_now(lambda session: find_athlete(session, large)) is not None


def test_a_name_no_database_can_hold_is_held_all_the_same(database: Database) -> None:
    """NUL and half of a surrogate pair arrive from clients with bugs."""
    database.run_now(lambda session: register(session, 1, 1, "A\0d\ud800a 🏃 <b>", "en", NOON))
    athlete = database.run_now(lambda session: find_athlete(session, 1))

    assert athlete is not None
    assert athlete.name == "A\ufffdd\ufffda 🏃 <b>"


def test_a_chat_has_one_conversation(database: Database) -> None:
    def ask(session: Session) -> None:
        conversation = lock_chat(session, 5)
        conversation.flow, conversation.question, conversation.data = "onboarding", "goal", {"experience": "new"}

    database.run_now(ask)
    found = database.run_now(lambda session: lock_chat(session, 5))

    assert (found.flow, found.question, found.data) == ("onboarding", "goal", {"experience": "new"})


def test_a_conversation_asked_for_again_costs_no_statement(database: Database) -> None:
    """A turn asks for it in several places, and holds it in none."""

    def ask(session: Session) -> None:
        lock_chat(session, 5).question = "goal"

    assert statements_of(database, lambda session: lock_chat(session, 5), before=ask) == []


def test_an_erased_conversation_is_made_anew_when_it_is_asked_for_again(database: Database) -> None:
    def erase_and_ask(session: Session) -> None:
        athlete = an_athlete(session, 5)
        lock_chat(session, 5).question = "goal"
        session.flush()
        session.expire_all()
        erase(session, athlete)
        lock_chat(session, 5).flow = "onboarding"

    database.run_now(erase_and_ask)
    found = database.run_now(lambda session: lock_chat(session, 5))

    assert (found.flow, found.question) == ("onboarding", None)


def test_a_conversation_taken_back_with_a_savepoint_is_made_anew(database: Database) -> None:
    def ask_and_take_back(session: Session) -> str | None:
        session.flush()
        savepoint = session.begin_nested()
        lock_chat(session, 5).question = "goal"
        session.flush()
        savepoint.rollback()
        return lock_chat(session, 5).question

    assert database.run_now(ask_and_take_back) is None


def test_a_later_transaction_sees_what_another_made_of_a_conversation(
    database: Database, again: Callable[[], Database]
) -> None:
    """A replica remembers nothing of it from one turn to the next."""
    replica = again()
    for asked in ("goal", "age"):
        database.run_now(lambda session, asked=asked: setattr(lock_chat(session, 5), "question", asked))
        assert replica.run_now(lambda session: lock_chat(session, 5).question) == asked


def test_two_updates_of_one_chat_do_not_run_at_once(database: Database, again: Callable[[], Database]) -> None:
    """Each reads the conversation and adds to it; with the chat locked, no addition is lost."""

    def add_one(session: Session) -> None:
        conversation = lock_chat(session, 5)
        conversation.data = {"count": conversation.data.get("count", 0) + 1}

    replicas = [database, again(), again()]
    threads = [Thread(target=lambda each=each: [each.run_now(add_one) for _ in range(15)]) for each in replicas]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert database.run_now(lambda session: lock_chat(session, 5)).data == {"count": 45}


def test_a_group_that_became_a_supergroup_is_followed(database: Database) -> None:
    message = database.run_now(lambda session: a_message(session, -5, payload={"chat_id": -5, "text": "Hello"}))
    database.run_now(lambda session: move_chat(session, -5, -1005))
    moved = database.run_now(lambda session: session.get(OutboxMessage, message.id))

    assert moved is not None
    assert (moved.chat_id, moved.payload) == (-1005, {"chat_id": -1005, "text": "Hello"})


def test_deleting_erases_every_row_and_word(database: Database) -> None:
    """Only the update that is still to be handled stays; it was sent after the athlete asked."""
    database.run_now(lambda session: _live(session, 1))
    assert len(database.run_now(_rows)) == 11

    def forget(session: Session) -> None:
        athlete = find_athlete(session, 1)
        assert athlete is not None
        erase(session, athlete)

    database.run_now(forget)
    left = database.run_now(_rows)

    assert set(left) == {"inbox"}
    assert [row["update_id"] for row in left["inbox"]] == [11]


def test_the_update_that_asked_for_it_leaves_no_content(database: Database) -> None:
    def forget(session: Session) -> None:
        athlete = _live(session, 1)
        finish_update(session, 11, NOON)
        erase(session, athlete)

    database.run_now(forget)
    left = database.run_now(_rows)

    assert [(row["payload"], row["chat_key"]) for row in left["inbox"]] == [({}, None)]


def test_deleting_one_athlete_leaves_the_others_alone(database: Database) -> None:
    def forget_the_first(session: Session) -> None:
        first = _live(session, 1)
        _live(session, 2)
        erase(session, first)

    database.run_now(forget_the_first)
    left = database.run_now(_rows)

    assert len(left) == 11
    assert database.run_now(lambda session: athlete_by_id(session, 2)) is not None
    assert [row.update_id for row in database.run_now(lambda session: next_updates(session, 9))] == [11, 21]


def test_what_is_said_after_erasing_is_still_sent(database: Database) -> None:
    def forget(session: Session) -> None:
        erase(session, _live(session, 1))
        a_message(session, 1, payload={"text": "Goodbye"})

    database.run_now(forget)
    left = database.run_now(_rows)

    assert [row["payload"] for row in left["outbox"]] == [{"text": "Goodbye"}]


def test_an_id_is_never_given_out_again(database: Database) -> None:
    def leave_and_come_back(session: Session) -> tuple[int, int]:
        first = register(session, 5, 5, "Ana", "en", NOON)
        old = id_of(first)
        erase(session, first)
        return old, id_of(register(session, 5, 5, "Ana", "en", NOON))

    old, new = database.run_now(leave_and_come_back)
    assert new > old
