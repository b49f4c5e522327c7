"""``/report``: one honest message on the week; nothing counts misses."""

from bot.cases import weekly
from tests.bot.cases.chat import Chat


def asked(chat: Chat) -> str:
    """What ``/report`` says."""
    weekly.report_week(chat.desk)
    chat._listen()
    return chat.text


def test_the_week_says_what_was_planned_done_and_felt_and_what_comes(chat: Chat) -> None:
    chat.forward(days=1)
    chat.says("done, easy run 25 min, effort 4")
    chat.forward(days=1)
    chat.says("walked 40 min, effort 2")
    text = asked(chat)
    assert "Your week · Mon 30 Nov – Wed 2 Dec" in text
    assert "1 session as planned." in text
    assert "And 1 of your own, which counts too." in text
    assert "Running 25 min · Walking 40 min" in text
    assert "effort 2 to 4 of 10" in text
    assert "What comes next" in text


def test_a_quiet_week_is_met_with_kindness_and_without_a_count(chat: Chat) -> None:
    chat.forward(days=5)
    text = asked(chat)
    assert "nothing has to be made up" in text
    assert " of " not in text.partition("What comes next")[0].partition("nothing has")[0].partition("No training")[2]
    assert "missed" not in text


def test_on_a_monday_it_is_the_week_that_has_ended(chat: Chat) -> None:
    chat.forward(days=1)
    chat.says("done, easy run 25 min, effort 4")
    chat.forward(days=6)
    assert "Mon 30 Nov – Sun 6 Dec" in asked(chat)


def test_measurements_stand_in_it_unless_hidden(chat: Chat) -> None:
    chat.says("weight 81 kg")
    assert "Weight, smoothed: 81 kg" in asked(chat)
    chat.desk.owner.profile = {**chat.desk.owner.profile, "weight_hidden": True}
    assert "81 kg" not in asked(chat)


def test_today_counts_only_once_it_is_done(chat: Chat) -> None:
    before = asked(chat)
    chat.says("done, effort 5")
    after = asked(chat)
    assert "as planned" not in before
    assert "1 session as planned." in after


def test_a_week_of_ones_own_says_what_was_done_and_not_what_was_not(chat: Chat) -> None:
    chat.forward(days=2)
    chat.says("walked 40 min, effort 2")
    text = asked(chat).partition("What comes next")[0]
    assert "1 session of your own, and it counts in full." in text
    assert "0 of" not in text
    assert "planned" not in text


def test_a_skipped_session_is_not_what_comes_next(chat: Chat) -> None:
    chat.to_a_lone_run()
    before = asked(chat).partition("What comes next")[2]
    chat.prompted()
    chat.says("skip, busy")
    after = asked(chat).partition("What comes next")[2]
    today = f"{chat.desk.today:%a} {chat.desk.today.day}"
    assert today in before
    assert today not in after
