"""The outbox: in order within a chat and lane, repeated at most once, remembered for replies."""

import datetime as dt

from storage.database import Database
from storage.doubt import Call, End, doubt, microseconds, recover
from storage.outbox import (
    KEPT_REF,
    KEPT_SENT,
    TOO_MANY,
    drop_chat,
    drop_late,
    give_back,
    halted_until,
    mark_all_sent,
    mark_failed,
    mark_sending,
    mark_sent,
    message_of_ref,
    next_messages,
    outbox_depth,
    queue_call,
    queue_message,
    ref_of_message,
    retry_at,
    tidy_outbox,
)
from storage.tables import Lane, OutboxMessage
from tests.storage.builders import HOUR, NOON, SECOND, a_message, id_of

MINUTE = dt.timedelta(minutes=1)


def _queue(database: Database, chat: int | None = 1, **fields: object) -> int:
    return database.run_now(lambda session: id_of(a_message(session, chat, **fields)))


def _next(
    database: Database, lane: Lane = Lane.ANSWER, skipping: tuple[int, ...] = (), now: dt.datetime = NOON
) -> list[int]:
    found = database.run_now(lambda session: next_messages(session, now, lane, 10, skipping))
    return [message.id for message in found]


def _recover(database: Database, known: dict[Call, End] | None = None) -> set[int]:
    return database.run_now(lambda session: recover(session, NOON, known or {}))


def _begin(database: Database, *ids: int) -> None:
    database.run_now(lambda session: mark_sending(session, ids))


def _row(database: Database, number: int) -> OutboxMessage:
    row = database.run_now(lambda session: session.get(OutboxMessage, number))
    assert row is not None
    return row


def test_a_queued_call_is_handed_out_with_all_it_needs(database: Database) -> None:
    database.run_now(
        lambda session: queue_message(
            session,
            7,
            "send_photo",
            {"chat_id": 7},
            NOON,
            attachment=b"\x89PNG\0",
            attachment_name="week.png",
            ref="log:5",
        )
    )
    (message,) = database.run_now(lambda session: next_messages(session, NOON, Lane.ANSWER, 10))

    assert (message.method, message.payload, message.attachment) == ("send_photo", {"chat_id": 7}, b"\x89PNG\0")


def test_a_chat_hears_its_messages_one_by_one(database: Database) -> None:
    first, second, other = _queue(database, 1), _queue(database, 1), _queue(database, 2)

    assert _next(database) == [first, other]
    _begin(database, first)
    assert _next(database) == [other]
    database.run_now(lambda session: mark_sent(session, first, 100, NOON))
    assert _next(database) == [second, other]


def test_calls_without_a_chat_wait_for_nobody(database: Database) -> None:
    for _ in range(2):
        _queue(database, None)

    assert len(_next(database)) == 2


def test_an_answer_does_not_wait_for_a_broadcast(database: Database) -> None:
    prompt = _queue(database, 1, lane=Lane.BROADCAST)
    answer = _queue(database, 1)

    assert _next(database, Lane.ANSWER) == [answer]
    assert _next(database, Lane.BROADCAST) == [prompt]


def test_chats_at_their_limit_are_skipped(database: Database) -> None:
    _queue(database, 1)
    other, nobody = _queue(database, 2), _queue(database, None)

    assert _next(database, skipping=(1,)) == [other, nobody]


def test_a_message_put_off_keeps_its_place(database: Database) -> None:
    first, second = _queue(database, 1), _queue(database, 1)
    _begin(database, first)
    database.run_now(lambda session: retry_at(session, first, NOON + MINUTE, "429"))

    assert _next(database) == []
    assert _next(database, now=NOON + MINUTE) == [first]
    database.run_now(lambda session: mark_failed(session, first, "403"))
    assert _next(database) == [second]


def test_a_refused_call_may_be_tried_as_often_as_it_takes(database: Database) -> None:
    """A 429 says that nothing was sent, so trying again repeats nothing."""
    message = _queue(database)
    for _ in range(5):
        _begin(database, message)
        database.run_now(lambda session: retry_at(session, message, NOON))

    assert _next(database) == [message]
    assert (_row(database, message).attempts, _row(database, message).in_doubt) == (5, 0)


def test_what_one_sender_began_no_other_begins(database: Database) -> None:
    """Two believe themselves elected and saw the same rows: each row is begun by one of them."""
    first, second = _queue(database, 1), _queue(database, 2)

    assert database.run_now(lambda session: mark_sending(session, [first])) == {first}
    assert database.run_now(lambda session: mark_sending(session, [first, second])) == {second}
    assert _row(database, first).attempts == 1


def test_a_call_that_was_marked_and_never_made_goes_back_without_a_doubt(database: Database) -> None:
    marked, sent, queued = _queue(database, 1), _queue(database, 2), _queue(database, 3)
    _begin(database, marked, sent)
    database.run_now(lambda session: mark_sent(session, sent, 100, NOON))
    database.run_now(lambda session: give_back(session, [marked, sent, queued]))

    assert _next(database) == [marked, queued]
    assert [_row(database, number).attempts for number in (marked, sent, queued)] == [0, 1, 0]
    assert _row(database, marked).in_doubt == 0


def test_a_doubt_is_not_counted_twice_for_one_call(database: Database) -> None:
    message = _queue(database)
    _begin(database, message)

    assert database.run_now(lambda session: doubt(session, message, NOON))
    assert database.run_now(lambda session: doubt(session, message, NOON))
    assert _row(database, message).in_doubt == 1


def test_a_prompt_that_waited_until_it_was_of_no_use_is_not_sent(database: Database) -> None:
    """An answer, and what has no end, are always worth it; what is in flight is not taken back."""
    late, begun = (_queue(database, chat, lane=Lane.BROADCAST, useful_until=NOON) for chat in (1, 2))
    endless = _queue(database, 3, lane=Lane.BROADCAST)
    answer = _queue(database, 4, useful_until=NOON)
    _begin(database, begun)

    assert database.run_now(lambda session: drop_late(session, NOON)) == 0
    assert database.run_now(lambda session: drop_late(session, NOON + SECOND)) == 1
    assert [_row(database, number).state for number in (late, begun)] == ["failed", "sending"]
    assert (_next(database, Lane.BROADCAST), _next(database)) == ([endless], [answer])


def test_the_end_of_a_halt_is_remembered_by_what_waits_for_it(database: Database) -> None:
    first, other = _queue(database, 1), _queue(database, 2)
    assert database.run_now(halted_until) is None
    _begin(database, first, other)
    database.run_now(lambda session: retry_at(session, first, NOON + MINUTE, TOO_MANY))
    database.run_now(lambda session: retry_at(session, other, NOON + HOUR, "server_failed"))

    assert database.run_now(halted_until) == NOON + MINUTE


def test_a_call_in_flight_at_a_kill_is_repeated_once_and_then_left(database: Database) -> None:
    message = _queue(database)
    _begin(database, message)

    assert _recover(database) == {message}
    assert _recover(database) == {message}, "a sender that dies before it begins one leaves the next as much"
    assert _next(database) == [message]
    _begin(database, message)
    assert _recover(database) == set()
    assert _next(database) == []
    assert _row(database, message).state == "unsure"


def test_a_time_out_and_a_kill_together_repeat_once(database: Database) -> None:
    message = _queue(database)
    _begin(database, message)

    assert database.run_now(lambda session: doubt(session, message, NOON + SECOND, "timed out"))
    assert _next(database) == []
    assert _recover(database) == {message}
    assert _next(database, now=NOON + SECOND) == [message]
    _begin(database, message)
    assert _recover(database) == set()


def test_what_is_known_of_a_call_takes_the_doubt_away(database: Database) -> None:
    """One was said, one certainly not; of a third somebody knows how an earlier try ended, which says nothing."""
    said, unsaid, unknown = (_queue(database, chat) for chat in (1, 2, 3))
    _begin(database, said, unsaid, unknown)
    made = microseconds(_row(database, said).created_at)
    known = {
        Call(said, 0, made): End(said=True, message_id=77),
        Call(unsaid, 0, made): End(said=False),
        Call(unknown, 1, made): End(said=True, message_id=78),
    }

    assert _recover(database, known) == {unknown}
    assert _next(database) == [unsaid, unknown]
    row = _row(database, said)
    assert (row.state, row.message_id, row.sent_at, row.in_doubt) == ("sent", 77, NOON, 0)
    assert [_row(database, each).in_doubt for each in (unsaid, unknown)] == [0, 1]


def test_recovering_leaves_what_was_not_in_flight(database: Database) -> None:
    sent, queued = _queue(database, 1), _queue(database, 2)
    database.run_now(lambda session: mark_sent(session, sent, 100, NOON))

    assert _recover(database) == set()
    assert _next(database) == [queued]


def test_doubting_an_erased_message_is_no_error(database: Database) -> None:
    assert not database.run_now(lambda session: doubt(session, 99, NOON))


def test_a_reply_finds_what_the_message_was_about(database: Database) -> None:
    prompt, plain = _queue(database, ref="prompt:12"), _queue(database)
    database.run_now(lambda session: mark_sent(session, prompt, 100, NOON))
    database.run_now(lambda session: mark_sent(session, plain, 101, NOON))

    assert database.run_now(lambda session: ref_of_message(session, 1, 100)) == "prompt:12"
    assert database.run_now(lambda session: ref_of_message(session, 1, 101)) is None
    assert database.run_now(lambda session: ref_of_message(session, 2, 100)) is None
    assert database.run_now(lambda session: message_of_ref(session, 1, "prompt:12")) == 100
    assert database.run_now(lambda session: message_of_ref(session, 2, "prompt:12")) is None


def test_a_message_edited_to_another_subject_is_about_that(database: Database) -> None:
    prompt, edit = _queue(database, ref="prompt:12"), _queue(database, ref="log:5")
    for row in (prompt, edit):
        database.run_now(lambda session, row=row: mark_sent(session, row, 100, NOON))

    assert database.run_now(lambda session: ref_of_message(session, 1, 100)) == "log:5"


def test_several_calls_are_written_down_at_once_each_with_its_own_id(database: Database) -> None:
    first, second, waiting = _queue(database, 1), _queue(database, 2), _queue(database, 3)
    _begin(database, first, second)
    database.run_now(lambda session: mark_all_sent(session, [(first, 71), (second, None)], NOON))

    assert [(_row(database, row).state, _row(database, row).message_id) for row in (first, second, waiting)] == [
        ("sent", 71),
        ("sent", None),
        ("queued", None),
    ]


def test_an_answer_is_queued_like_any_message(database: Database) -> None:
    row = database.run_now(lambda s: queue_call(s, 7, "send_message", {"text": "Hi"}, NOON, ref="log:5"))
    (message,) = database.run_now(lambda session: next_messages(session, NOON, Lane.ANSWER, 10))

    assert (message.id, message.chat_id, message.payload, message.attempts) == (row, 7, {"text": "Hi"}, 0)
    assert (_row(database, row).ref, _row(database, row).in_doubt) == ("log:5", 0)


def test_a_blocked_chat_is_not_tried_again(database: Database) -> None:
    _queue(database, 1)
    _queue(database, 1)
    other = _queue(database, 2)

    assert database.run_now(lambda session: drop_chat(session, 1, "blocked")) == 2
    assert _next(database) == [other]


def test_the_operator_sees_each_lane(database: Database) -> None:
    _queue(database)
    _queue(database, created_at=NOON - HOUR)
    _begin(database, _queue(database, 2, lane=Lane.BROADCAST))

    assert database.run_now(lambda session: outbox_depth(session, Lane.ANSWER)) == (2, NOON - HOUR)
    assert database.run_now(lambda session: outbox_depth(session, Lane.BROADCAST)) == (1, NOON)


def test_words_that_were_said_are_forgotten_and_their_subject_is_not(database: Database) -> None:
    """Replies come days later; what waits is never tidied away."""
    plain, prompt, waiting = _queue(database), _queue(database, ref="prompt:1"), _queue(database, 2)
    for row in (plain, prompt):
        database.run_now(lambda session, row=row: mark_sent(session, row, 100 + row, NOON))
    database.run_now(lambda session: tidy_outbox(session, NOON + KEPT_SENT + SECOND))

    assert database.run_now(lambda session: session.get(OutboxMessage, plain)) is None
    assert _row(database, prompt).payload == {}
    assert _row(database, waiting).payload == {"text": "Hello"}
    assert database.run_now(lambda session: ref_of_message(session, 1, 100 + prompt)) == "prompt:1"
    database.run_now(lambda session: tidy_outbox(session, NOON + KEPT_REF + SECOND))
    assert database.run_now(lambda session: session.get(OutboxMessage, prompt)) is None
