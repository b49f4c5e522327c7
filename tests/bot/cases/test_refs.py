"""What the newest message of ours is about: looked up once, and anew once more was said."""

import datetime as dt

import pytest

from bot.desk import Desk
from bot.refs import OPEN_FOR, About, about, lately_about, newest_said
from bot.screens import Screen


def test_the_newest_message_is_what_words_are_about(desk: Desk) -> None:
    desk.say(Screen("First."), ref="prompt:3")
    desk.say(Screen("Then."), ref="log:7:minutes")
    assert lately_about(desk) == About("log", 7, "minutes")


def test_what_is_said_after_a_look_is_seen_by_the_next(desk: Desk) -> None:
    desk.say(Screen("First."), ref="prompt:3")
    first = lately_about(desk)
    desk.say(Screen("Then."), ref="log:7")
    assert (first, lately_about(desk)) == (About("prompt", 3), About("log", 7))


def test_messages_about_nothing_leave_it_at_the_one_before(desk: Desk) -> None:
    desk.say(Screen("First."), ref="prompt:3")
    desk.say(Screen("By the way."))
    assert lately_about(desk) == About("prompt", 3)


def test_what_was_said_long_ago_takes_no_answer(desk: Desk) -> None:
    desk.say(Screen("First."), ref="prompt:3")
    later = Desk(desk.session, desk.now + OPEN_FOR + dt.timedelta(seconds=1), desk.chat_id, desk.words, desk.athlete)
    assert lately_about(later) is None


def test_the_newest_message_is_known_with_its_moment(desk: Desk) -> None:
    assert newest_said(desk) is None
    desk.say(Screen("First."), ref="pause:length")
    newest = newest_said(desk)
    assert newest is not None
    assert (newest.ref, newest.said_at) == ("pause:length", desk.now)


@pytest.mark.parametrize(
    ("ref", "meant"),
    [
        ("prompt:12", About("prompt", 12)),
        ("log:7:minutes", About("log", 7, "minutes")),
        ("pain:knee", None),
        ("question", None),
        (None, None),
    ],
)
def test_a_ref_names_a_kind_an_id_and_a_step(ref: str | None, meant: About | None) -> None:
    assert about(ref) == meant


def test_today_is_the_date_of_this_moment_where_the_athlete_is(desk: Desk) -> None:
    """Also right after the clock went on, or after they moved."""
    assert desk.today == dt.date(2026, 11, 30)
    desk.now += dt.timedelta(hours=12)
    assert desk.today == dt.date(2026, 12, 1)
    desk.owner.zone = "America/New_York"
    assert desk.today == dt.date(2026, 11, 30)
