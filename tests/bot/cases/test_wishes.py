"""Life told in words changes the plan: shown first and done by a tap or a yes, or done at once and taken back."""

import datetime as dt

import pytest

from bot.cases import pausing
from bot.cases.settings import setting_tapped
from bot.cases.training import training_of
from bot.incoming import Tapped
from bot.taps import Tap, Verb
from storage.tables import AthleteState
from tests.bot.cases.chat import Chat


def opened(chat: Chat, question: str) -> Chat:
    setting_tapped(chat.desk, Tapped(Tap(Verb.SETTING, chat.desk.athlete_id, value=question), 1, "query"))
    return chat


def test_new_days_are_shown_with_what_they_change_before_anything_changes(chat: Chat) -> None:
    chat.says("i can only run tue thu sat from now on")
    assert "Tue Thu Sat from now on, instead of Mon Tue Thu Sat Sun" in chat.text
    assert "Sat 5 Dec: Long run" in chat.text
    assert chat.desk.owner.profile["available_days"] == ["mon", "tue", "thu", "sat", "sun"]


@pytest.mark.parametrize("answer", ["yes", "Yes!", "[Yes, change it]"])
def test_a_yes_by_tap_or_word_changes_the_plan_and_shows_the_week(chat: Chat, answer: str) -> None:
    chat.says("i can only run tue thu sat from now on")
    chat.taps(answer[1:-1]) if answer.startswith("[") else chat.says(answer)
    assert chat.desk.owner.profile["available_days"] == ["tue", "thu", "sat"]
    assert "✓ Training days: Tue Thu Sat" in chat.text
    assert "This is your week now" in chat.text


@pytest.mark.parametrize("answer", ["no", "leave it", "[Leave it as it is]"])
def test_a_no_leaves_everything(chat: Chat, answer: str) -> None:
    before = dict(chat.desk.owner.profile)
    chat.says("mondays don't work anymore")
    chat.taps(answer[1:-1]) if answer.startswith("[") else chat.says(answer)
    assert chat.desk.owner.profile == before
    assert "everything stays" in chat.text


@pytest.mark.parametrize("way", ["undo", "[Undo]"])
def test_what_was_changed_can_be_taken_back_by_tap_or_word(chat: Chat, way: str) -> None:
    before = dict(chat.desk.owner.profile)
    chat.says("no more strength please")
    chat.says("yes")
    assert chat.desk.owner.profile["strength_per_week"] == 0
    chat.taps(way[1:-1]) if way.startswith("[") else chat.says(way)
    assert chat.desk.owner.profile == before


def test_a_second_tap_or_undo_changes_nothing_more(chat: Chat) -> None:
    chat.says("mondays don't work anymore")
    yes = chat.buttons["Yes, change it"]
    chat.taps_data(*yes)
    chat.taps_data(*yes)
    assert "already" in chat.text.lower()
    undo = chat.buttons["Undo"]
    chat.taps_data(*undo)
    chat.says("wednesdays work too now")
    chat.says("yes")
    chat.taps_data(*undo)
    assert "wed" in chat.desk.owner.profile["available_days"]


def week_now(chat: Chat) -> list[tuple[dt.date, str, int]]:
    """What is left of this week."""
    view = training_of(chat.desk).whole_week(dt.date(2026, 11, 30))
    return [(s.date, s.kind, s.minutes) for s in view.sessions if s.date >= chat.desk.today]


def test_a_day_more_changes_nothing_of_this_week(chat: Chat) -> None:
    chat.forward(days=1)
    before = week_now(chat)
    chat.says("wednesdays work too now")
    assert "stay as they are" in chat.text
    chat.says("yes")
    assert week_now(chat) == before
    assert "This is your week now" not in chat.text


def test_a_day_more_by_the_settings_says_that_this_week_stays(chat: Chat) -> None:
    chat.forward(days=1)
    before = week_now(chat)
    opened(chat, "days").says("mon tue wed thu sat sun")
    assert "This week stays as it is" in chat.text
    assert week_now(chat) == before


def test_a_day_less_changes_that_day_and_the_one_its_session_goes_to(chat: Chat) -> None:
    chat.forward(days=1)
    before = week_now(chat)
    chat.says("thursdays don't work anymore")
    chat.says("yes")
    others = [each for each in week_now(chat) if each not in before]
    assert all(each[0].weekday() != 3 for each in week_now(chat))
    assert [each for each in before if each not in week_now(chat) and each[0].weekday() != 3] == []
    assert len({day for day, _, _ in others}) <= 1
    left = week_now(chat)
    chat.forward(days=1)
    assert week_now(chat) == [each for each in left if each[0] >= chat.desk.today]


def test_a_day_more_on_the_day_the_plan_begins_leaves_the_week_and_is_used_from_the_next_on(chat: Chat) -> None:
    before = week_now(chat)
    chat.says("wednesdays work too now")
    chat.says("yes")
    assert week_now(chat) == before
    following = training_of(chat.desk).coming.weeks[1]
    assert any(session.date.weekday() == 2 for session in following.sessions)


def test_shorter_weekdays_change_nothing_that_is_as_short(chat: Chat) -> None:
    before = week_now(chat)
    chat.says("only 30 min on weekdays from now on")
    chat.says("yes")
    after = week_now(chat)
    short = {each for each in before if each[2] <= 30 and sum(m for day, _, m in before if day == each[0]) <= 30}
    assert short
    assert short <= set(after)
    assert all(minutes <= 30 for day, _, minutes in after if day.weekday() < 5)
    assert after != before


def test_an_hour_is_changed_at_once_and_taken_back(chat: Chat) -> None:
    chat.says("prompt me at 6:30")
    assert chat.desk.owner.prompt_minute == 390
    chat.says("undo")
    assert chat.desk.owner.prompt_minute == 420


def test_whoever_moves_gets_the_clock_of_the_new_place(chat: Chat) -> None:
    chat.says("i moved to Denver")
    assert chat.desk.owner.zone == "America/Denver"
    chat.taps("Undo")
    assert chat.desk.owner.zone == "UTC"


def test_no_gym_is_no_skipped_session_but_strength_at_home(chat: Chat) -> None:
    chat.desk.owner.profile = {**chat.desk.owner.profile, "equipment": ["bodyweight", "gym"]}
    chat.says("no gym this week")
    assert chat.logs == []
    assert chat.desk.owner.profile["equipment"] == ["bodyweight"]
    assert "without a gym" in chat.text


def test_whoever_never_had_a_gym_hears_that_none_is_needed(chat: Chat) -> None:
    chat.says("no gym this week")
    assert chat.logs == []
    assert "need no gym" in chat.text


def test_two_strength_sessions_that_are_there_already_are_not_added(chat: Chat) -> None:
    chat.says("add strength")
    assert "That’s how I have it already" in chat.text


def test_what_is_so_already_is_said_to_be_so(chat: Chat) -> None:
    chat.says("my days are mon tue thu sat sun")
    assert "That’s how I have it already" in chat.text


def test_a_time_away_ahead_keeps_the_coach_quiet_from_its_first_day_to_its_last(chat: Chat) -> None:
    chat.says("i'm away from friday to tuesday")
    chat.says("yes")
    assert "quiet from Fri 4 Dec on, and I write again on Wed 9 Dec" in chat.text
    assert chat.desk.owner.state == AthleteState.ACTIVE
    chat.forward(days=3, hours=-5)
    chat.prompted()
    assert chat.text
    chat.forward(days=1)
    chat.prompted()
    assert chat.text == ""
    assert chat.desk.owner.paused_until == dt.date(2026, 12, 9)
    chat.forward(days=5)
    chat.prompted()
    assert "Your pause is over" in chat.text


def test_a_time_away_can_be_taken_back_before_it_begins(chat: Chat) -> None:
    chat.says("i'm away from friday to tuesday")
    chat.says("yes")
    chat.says("undo")
    chat.forward(days=4, hours=-5)
    chat.prompted()
    assert chat.desk.owner.state == AthleteState.ACTIVE


def test_a_pause_with_its_end_begins_at_once(chat: Chat) -> None:
    chat.says("pause, im travelling until the 12th")
    assert (chat.desk.owner.state, chat.desk.owner.paused_until) == (AthleteState.PAUSED, dt.date(2026, 12, 12))
    assert "Start again" in chat.buttons


def test_the_question_of_a_pause_is_answered_though_a_setting_stands_open(chat: Chat) -> None:
    opened(chat, "days")
    pausing.pause(chat.desk)
    chat._listen()
    chat.says("until friday")
    assert chat.desk.owner.paused_until == dt.date(2026, 12, 4)
    assert chat.desk.owner.profile["available_days"] == ["mon", "tue", "thu", "sat", "sun"]


def test_a_wish_about_something_else_is_heard_while_a_setting_stands_open(chat: Chat) -> None:
    opened(chat, "min").says("got a pair of dumbbells")
    assert chat.desk.owner.profile["equipment"] == ["bodyweight", "dumbbells"]


def test_the_open_setting_still_takes_its_own_answer(chat: Chat) -> None:
    opened(chat, "min").says("45 on weekdays and 90 at weekends")
    assert chat.desk.owner.profile["max_minutes"] == {"weekday": 45, "weekend": 90}


def test_fifteen_more_minutes_never_mean_less(chat: Chat) -> None:
    chat.says("i have 15 more minutes")
    chat.says("yes")
    assert chat.desk.owner.profile["max_minutes"] == {"weekday": 75, "weekend": 115}


def test_training_told_beside_a_wish_is_logged(chat: Chat) -> None:
    chat.says("ran 5k in 30 min")
    assert len(chat.logs) == 1


def test_an_old_offer_is_not_done_by_a_late_tap(chat: Chat) -> None:
    chat.says("i'm away from friday to tuesday")
    chat.forward(days=20)
    chat.taps("Yes, quiet until Wed 9 Dec")
    assert chat.desk.owner.state == AthleteState.ACTIVE
    assert "some time ago" in chat.text


@pytest.mark.parametrize(("answer", "days"), [("yes please", 4), ("no", 5)])
def test_an_offer_is_answered_by_a_word_also_after_the_next_mornings_message(
    chat: Chat, answer: str, days: int
) -> None:
    chat.says("mondays don't work anymore")
    chat.desk.now = chat.desk.now.replace(hour=7) + dt.timedelta(days=1)
    chat.prompted()
    chat.says(answer)
    assert len(chat.desk.owner.profile["available_days"]) == days
    chat.says("yes please")
    assert len(chat.desk.owner.profile["available_days"]) == days


def test_a_yes_days_later_changes_nothing(chat: Chat) -> None:
    chat.says("mondays don't work anymore")
    chat.forward(days=3)
    chat.says("yes please")
    assert "mon" in chat.desk.owner.profile["available_days"]


def test_days_of_a_single_week_hear_what_is_easier(chat: Chat) -> None:
    chat.says("next week i work late, only tue thu sun")
    assert "For a single week" in chat.text


def test_the_gym_is_back_and_nothing_is_logged(chat: Chat) -> None:
    chat.says("gym again")
    assert chat.logs == []
    assert "gym" in chat.desk.owner.profile["equipment"]


def test_more_minutes_today_are_advised_against_and_longer_days_a_tap_away(chat: Chat) -> None:
    chat.says("can i do 15 more minutes today?")
    assert "rather as planned" in chat.text
    chat.taps("15 more minutes a day")
    assert chat.desk.owner.profile["max_minutes"] == {"weekday": 75, "weekend": 115}


def test_what_changes_nothing_soon_says_so(chat: Chat) -> None:
    chat.says("i have 15 more minutes")
    assert "next seven days stay as they are" in chat.text


@pytest.mark.parametrize("said", ["I want strength 3x a week", "3 x strength pls", "four strength sessions a week"])
def test_more_strength_than_a_week_has_room_for_is_answered_with_why(chat: Chat, said: str) -> None:
    chat.says(said)
    assert "Two strength sessions a week are the most I plan" in chat.text
    assert not chat.logs
    assert chat.desk.owner.profile.get("strength_per_week") in {None, 2}


def test_who_has_one_strength_session_and_wants_three_is_offered_two(chat: Chat) -> None:
    chat.desk.owner.profile = {**chat.desk.owner.profile, "strength_per_week": 1}
    chat.says("3 x strength a week please")
    assert "the most I plan" in chat.text
    chat.says("yes")
    assert chat.desk.owner.profile["strength_per_week"] == 2
