"""Moving a session: the athlete decides, the coach says what the rules say (C8)."""

import datetime as dt

from sqlmodel import Session

from bot.cases.training import training_of
from coach.session import SessionKind
from tests.bot.cases.chat import Chat
from tests.bot.cases.conftest import NOON

DAY = dt.timedelta(days=1)


def days_of(chat: Chat, kind: SessionKind) -> list[dt.date]:
    week = training_of(chat.desk).whole_week(dt.date(2026, 11, 30))
    return [session.date for session in week.sessions if session.kind is kind]


def test_a_session_moves_to_a_free_day_and_the_week_shows_it(chat: Chat) -> None:
    chat.to_a_lone_run()
    prompt = chat.prompted()
    kind = SessionKind(prompt.sessions[0]["kind"])
    chat.taps("Move")
    chat.taps("Friday")
    if "Move it anyway" in chat.buttons:
        chat.taps("Move it anyway")
    assert "Moved to Fri 4 Dec" in chat.text
    assert dt.date(2026, 12, 4) in days_of(chat, kind)
    assert chat.desk.today not in days_of(chat, kind)


def test_a_move_that_breaks_a_rule_is_warned_of_with_a_better_day(chat: Chat) -> None:
    chat.forward(days=5)
    chat.prompted()
    chat.taps("Move")
    chat.taps("Sunday")
    assert "two runs in a day" in chat.text or "days in a row" in chat.text
    better = [label for label in chat.buttons if label.startswith("Move to ")]
    assert better
    chat.taps(better[-1])
    assert "Moved to" in chat.text


def test_what_is_done_already_does_not_move(chat: Chat) -> None:
    """The prompt's own buttons stay where the answer came in words."""
    chat.to_a_lone_run()
    prompt = chat.prompted()
    chat.says("done, effort 4")
    before = days_of(chat, SessionKind(prompt.sessions[0]["kind"]))
    chat.taps("Move")
    assert chat.toasts == [chat.desk.words("answer.already")]
    assert days_of(chat, SessionKind(prompt.sessions[0]["kind"])) == before


def test_a_card_left_open_for_days_moves_nothing_into_the_past(chat: Chat) -> None:
    chat.to_a_lone_run()
    chat.prompted()
    chat.taps("Move")
    tomorrow = next(label for label in chat.buttons if chat.buttons[label][0].endswith(str(chat.desk.today + DAY)))
    chat.forward(days=3)
    chat.taps(tomorrow)
    assert "Moved to" not in chat.text
    assert chat.buttons[f"{chat.desk.today + DAY:%A}"][0].endswith(str(chat.desk.today + DAY))


def a_beginner(session: Session) -> Chat:
    """Run/walks on Monday, Wednesday and Saturday."""
    return Chat.with_an_athlete(
        session, NOON, experience="new", goal="leaner_legs", available_days=["mon", "wed", "sat"],
        max_minutes={"weekday": 45, "weekend": 45}, weekly_distance_m=0, longest_run_m=0,
    )  # fmt: skip


def test_a_refused_day_always_comes_with_something_to_do(session: Session) -> None:
    chat = a_beginner(session)
    chat.forward(days=2)
    chat.prompted()
    for day in ("Friday", "Sunday", "Monday"):
        chat.taps("Move")
        chat.taps(day)
        if "Moved to" in chat.text:
            return
        offered = [label for label in chat.buttons if label.startswith("Move to ") or label == "Leave it out"]
        assert offered, chat.text


def test_where_no_day_fits_the_session_may_be_left_out(session: Session) -> None:
    chat = a_beginner(session)
    prompt = chat.prompted()
    chat.taps("Move")
    chat.taps("Tuesday")
    assert "your legs need a day between" in chat.text
    assert "leave it out" in chat.text or "keeps every rule" in chat.text
    assert prompt.answered_at is None


def test_a_day_without_the_minutes_is_warned_of_with_a_better_one(session: Session) -> None:
    chat = Chat.with_an_athlete(
        session, NOON, available_days=["tue", "sun"], max_minutes={"weekday": 30, "weekend": 90}
    )
    chat.says("move sunday to friday")
    assert "and you gave it 30 min at most" in chat.text
    assert "Move it anyway" in chat.buttons


def moved_away(chat: Chat) -> SessionKind:
    """Today's run stands on Friday."""
    chat.forward(days=1)
    prompt = chat.prompted()
    chat.taps("Move")
    chat.taps("Friday")
    assert "Moved to Fri 4 Dec" in chat.text
    return SessionKind(prompt.sessions[0]["kind"])


def test_a_run_logged_where_a_moved_session_comes_back_is_that_session_and_is_shown_once(chat: Chat) -> None:
    kind = moved_away(chat)
    chat.says("ran 5k in 30:00, effort 4")
    assert [log.planned for log in chat.logs] == [False]
    chat.taps("Undo the move")
    assert "Back where it was: Tue 1 Dec" in chat.text
    assert [(log.planned, log.kind) for log in chat.logs] == [(True, kind)]
    assert days_of(chat, kind) == [chat.desk.today]
    assert "35 min ✓" in chat.text


def test_a_walk_logged_meanwhile_is_not_the_run_that_comes_back(chat: Chat) -> None:
    kind = moved_away(chat)
    chat.says("walked 30 min, effort 2")
    chat.taps("Undo the move")
    assert days_of(chat, kind) == [chat.desk.today]
    assert [log.planned for log in chat.logs] == [False]


def test_what_was_done_where_it_was_moved_to_stays_there(chat: Chat) -> None:
    chat.forward(days=2)
    chat.says("move saturday's run to today")
    if "Move it anyway" in chat.buttons:
        chat.taps("Move it anyway")
    chat.says("ran 25 min, effort 4")
    before = [(log.kind, log.planned) for log in chat.logs]
    assert before[0][1]
    chat.taps("Undo the move")
    assert "You did it on Wed 2 Dec already" in chat.text
    assert [(log.kind, log.planned) for log in chat.logs] == before


def test_a_long_run_moved_into_the_next_week_stands_there_once_and_is_warned_of(session: Session) -> None:
    days = ["thu", "sat", "sun"]
    chat = Chat.with_an_athlete(session, NOON, available_days=days, weekly_distance_m=15_000, longest_run_m=6000)
    chat.forward(days=6)
    chat.prompted()
    chat.says("move today's session to tomorrow")
    assert "has its own long run already" in chat.text
    assert "Leaving it as it is keeps every rule" in chat.text, "no week within reach is without a long run"
    chat.taps("Move it anyway")
    monday = dt.date(2026, 12, 7)
    for _ in range(2):  # as it was told, and as it is read from what was kept
        week = training_of(chat.desk).whole_week(monday)
        assert [one.kind for one in week.sessions if one.date == monday] == [SessionKind.LONG_RUN]
    chat.taps("Undo the move")
    week = training_of(chat.desk).whole_week(monday)
    assert [one for one in week.sessions if one.date == monday] == []


def test_a_session_of_yesterday_stands_only_where_it_was_moved_to(chat: Chat) -> None:
    chat.to_a_lone_run()
    kind, missed = SessionKind(chat.prompted().sessions[0]["kind"]), chat.desk.today
    chat.forward(days=1)
    chat.taps("Move")
    label = next(each for each in chat.buttons if chat.buttons[each][0].endswith(str(chat.desk.today + DAY)))
    chat.taps(label)
    if "Move it anyway" in chat.buttons:
        chat.taps("Move it anyway")
    assert "Moved to" in chat.text
    assert missed not in days_of(chat, kind)
    assert days_of(chat, kind).count(chat.desk.today + DAY) == 1
    chat.forward(days=1)
    assert kind in [SessionKind(each["kind"]) for each in chat.prompted().sessions]
