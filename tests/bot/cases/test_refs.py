"""What the newest message of ours is about: looked up once, and anew once more was said."""

import datetime as dt

from bot.desk import Desk
from bot.refs import OPEN_FOR, About, lately_about, newest_said
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
