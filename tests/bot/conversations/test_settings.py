"""``/settings``, the questions asked in context, ``/delete`` and ``/help``."""

import datetime as dt

import pytest
from sqlmodel import select

from bot.cases import account, questioning, settings
from bot.conversations.context import Moment, next_offer
from bot.conversations.flows import SETTINGS
from bot.desk import Desk
from bot.readings import read_once
from coach.memories import remembered_of_people
from coach.planning import plan
from coach.planning.memory import remembered
from coach.profile import DistanceUnit
from storage.tables import Athlete, AthleteState, Log, OutboxMessage, Saying, SentWeek
from tests import builders
from tests.bot.conversations.people import Newcomer
from tests.bot.conversations.test_questions import an_athlete
from tests.snapshots import assert_matches_snapshot


def offers(moment: Moment) -> object:
    def offer(desk: Desk) -> None:
        settings.offer(desk, moment)

    return offer


def test_the_settings_list_everything_with_what_is_known(settled: Newcomer) -> None:
    settled.commands(settings.settings)
    assert "Not told, and that’s fine: Weekly distance" in settled.text
    assert_matches_snapshot("settings/list", f"{settled.text}\n\n" + " ".join(f"[{label}]" for label in settled.labels))
    assert len(settled.labels) == len(SETTINGS)


def test_a_setting_is_a_tap_from_being_changed_and_the_list_comes_back(settled: Newcomer) -> None:
    settled.commands(settings.settings).taps("Goal", "Half marathon")
    assert settled.athlete.profile["goal"] == "half_marathon"
    assert settled.open_question is None
    card = next(text for text, buttons in settled.shown.values() if "Race day" in buttons)
    assert "✓ Goal: Half marathon" in card


def test_a_setting_can_be_typed(settled: Newcomer) -> None:
    settled.commands(settings.settings).taps("Age").says("41")
    assert settled.athlete.profile["age"] == 41
    assert any("✓ Age: 41" in line for line in settled.story)


def test_a_setting_that_changes_the_plan_shows_the_week_as_it_stands_now(settled: Newcomer) -> None:
    settled.commands(settings.settings).taps("Training days").says("tue sat")
    assert "Week 1" in settled.text


def test_a_new_prompt_time_moves_the_next_look(settled: Newcomer) -> None:
    settled.commands(settings.settings).taps("Daily message").says("9 am")
    planned = settled.athlete.next_prompt_at
    assert settled.athlete.prompt_minute == 540
    assert planned is not None
    assert planned <= settled.now + dt.timedelta(hours=24)


def test_a_wrong_number_in_a_setting_is_asked_again(settled: Newcomer) -> None:
    settled.commands(settings.settings).taps("Weight").says("900")
    assert "30 to 300 kg" in settled.text
    assert settled.open_question == "weight"
    settled.says("70")
    assert settled.athlete.profile["weight_kg"] == 70


def test_back_returns_to_the_list_and_changes_nothing(settled: Newcomer) -> None:
    before = dict(settled.athlete.profile)
    settled.commands(settings.settings).taps("Goal", "‹ Back")
    assert settled.open_question is None
    assert settled.athlete.profile == before


def test_a_setting_can_be_left_open_again(settled: Newcomer) -> None:
    settled.commands(settings.settings).taps("Weight").says("70")
    settled.commands(settings.settings).taps("Weight", "Leave it open")
    assert settled.athlete.profile["weight_kg"] is None


def test_a_log_is_logged_while_a_setting_is_open(settled: Newcomer) -> None:
    settled.commands(settings.settings).taps("Age").says("5k in 31:20")
    assert settled.open_question == "age"
    assert [log.distance_m for log in settled.session.exec(select(Log)).all()] == [5000]


def test_a_setting_left_open_for_long_no_longer_asks_again(settled: Newcomer) -> None:
    settled.commands(settings.settings).taps("Age")
    settled.now += dt.timedelta(days=1)
    settled.says("what a lovely day")
    assert "as a number" not in settled.text


def test_units_change_what_is_said_from_then_on(settled: Newcomer) -> None:
    settled.commands(settings.settings).taps("Weekly distance").says("20 km")
    settled.commands(settings.settings).taps("Units", "Miles")
    settled.commands(settings.settings)
    assert "12.4 mi" in settled.text


def test_evening_and_rest_day_lines_can_be_switched(settled: Newcomer) -> None:
    settled.commands(settings.settings).taps("Evening line", "No").taps("Rest-day line", "Yes")
    assert settled.athlete.evening is False
    assert settled.athlete.rest_lines is True


def test_an_old_onboarding_button_changes_that_setting(ana: Newcomer) -> None:
    ana.starts()
    card = max(ana.shown)
    data = ana.shown[card][1]["Marathon"]
    ana.says("10k", "new", "34", "mon wed sat", "sat", "45", "none", "berlin", "7")
    ana.taps_data(data, card)
    assert ana.athlete.profile["goal"] == "marathon"
    assert ana.athlete.state == AthleteState.ACTIVE


def test_a_second_tap_on_the_last_button_counts_once(ana: Newcomer) -> None:
    ana.starts().says("10k", "sometimes", "34", "mon wed sat", "sat", "45", "none", "berlin")
    card = max(ana.shown)
    data = ana.shown[card][1]["07:00 · suggested"]
    ana.taps_data(data, card)
    told = len(ana.story)
    ana.taps_data(data, card)
    assert len(ana.story) == told
    assert ana.open_question == "weekly"


def test_a_second_tap_on_a_question_in_context_counts_once(settled: Newcomer) -> None:
    card = max(settled.shown)
    data, skip = settled.shown[card][1]["30 km"], settled.shown[card][1]["Skip"]
    settled.taps_data(data, card)
    settled.taps_data(data, card)
    assert settled.open_question == "longest"
    settled.says("12")
    settled.taps_data(skip, card)
    assert settled.athlete.profile["weekly_distance_m"] is None


def test_settings_during_onboarding_show_its_questions_only(ana: Newcomer) -> None:
    ana.starts().says("10k").commands(settings.settings)
    assert "Weight" not in ana.labels
    ana.taps("Goal", "5 km")
    assert ana.athlete.profile["goal"] == "5k"
    assert ana.open_question == "exp"


@pytest.mark.parametrize(
    ("profile", "moment", "key"),
    [
        ({"experience": "new", "goal": "leaner_legs"}, Moment.FIRST_PLAN, "weight"),
        ({"experience": "new", "goal": "leaner_legs", "weight_kg": 70}, Moment.FIRST_PLAN, "height"),
        ({"experience": "new", "goal": "leaner_legs", "age": 17}, Moment.FIRST_PLAN, None),
        ({"experience": "new", "goal": "first_5k"}, Moment.FIRST_PLAN, "raceday"),
        ({"experience": "regular"}, Moment.FIRST_PLAN, "weekly"),
        ({"experience": "regular", "weekly_distance_m": None}, Moment.FIRST_PLAN, "longest"),
        ({"experience": "regular"}, Moment.CARD, "race"),
        ({"experience": "new"}, Moment.CARD, "cross"),
        ({}, Moment.STRENGTH, "equip"),
        ({"equipment": ["bodyweight"]}, Moment.STRENGTH, None),
    ],
)
def test_the_question_that_fits_the_moment_is_offered(
    profile: dict[str, object], moment: Moment, key: str | None
) -> None:
    offered = next_offer(an_athlete(**profile), moment)
    assert (offered.key if offered else None) == key


def test_nothing_is_offered_twice(settled: Newcomer) -> None:
    settled.commands(questioning.cancel)
    settled.commands(offers(Moment.STRENGTH)).commands(questioning.cancel)  # type: ignore[arg-type]
    assert "strength training" in settled.transcript()
    before = len(settled.story)
    settled.commands(offers(Moment.STRENGTH))  # type: ignore[arg-type]
    assert len(settled.story) == before + 1


def test_who_starts_again_tells_their_distances_and_is_planned_anew(settled: Newcomer) -> None:
    assert settled.open_question == "weekly"
    settled.taps("30 km")
    assert settled.open_question == "longest"
    settled.says("12 km")
    assert settled.athlete.profile["weekly_distance_m"] == 30_000
    assert settled.athlete.profile["longest_run_m"] == 12_000
    settled.taps("Skip")
    assert settled.open_question is None, "without a weight nobody is asked how tall they are"
    assert "Week 1" in settled.text


def test_a_question_in_context_can_be_skipped_and_is_not_asked_again(settled: Newcomer) -> None:
    settled.taps("Skip").says("skip", "not sure", "pass")
    assert settled.open_question is None
    assert "No problem" in settled.transcript()
    assert next_offer(settled.athlete, Moment.FIRST_PLAN) is None


def test_small_talk_is_no_answer_to_a_question_in_context(settled: Newcomer) -> None:
    settled.says("lovely weather")
    assert settled.open_question == "weekly"
    assert "type one like" not in settled.text


def test_delete_asks_and_no_keeps_everything(settled: Newcomer) -> None:
    settled.commands(account.delete).taps("No, keep")
    assert "Everything stays" in settled.text
    assert settled.athlete.state == AthleteState.ACTIVE
    assert settled.open_question == "weekly"


def test_delete_erases_every_row_and_says_goodbye(settled: Newcomer) -> None:
    settled.says("5k in 31:20").commands(account.delete).taps("Yes, erase")
    assert "Thank you for the miles, Ana" in settled.text
    for table in (Athlete, Log, Saying, SentWeek):
        assert settled.session.exec(select(table)).all() == []
    rows = settled.session.exec(select(OutboxMessage)).all()
    assert all("31:20" not in str(row.payload) for row in rows)


def test_the_tap_that_erases_is_answered_once(settled: Newcomer) -> None:
    settled.commands(account.delete)
    before = answered_taps(settled)
    settled.taps("Yes, erase")
    assert answered_taps(settled) == [*before, None]


def answered_taps(person: Newcomer) -> list[int | None]:
    """The chats of the answers to taps: they belong to none."""
    taps = select(OutboxMessage).where(OutboxMessage.method == "answer_callback_query")
    return [row.chat_id for row in person.session.exec(taps)]


def test_delete_forgets_the_weeks_the_planner_remembers(settled: Newcomer) -> None:
    plan(builders.an_athlete(), (), builders.MONDAY + dt.timedelta(days=21))
    settled.commands(account.delete).taps("No, keep")
    assert remembered() > 0
    settled.commands(account.delete).taps("Yes, erase")
    assert remembered() == 0


def test_delete_forgets_every_word_and_day_that_the_process_remembers(settled: Newcomer) -> None:
    read_once("ran 5k, my knee hurts", builders.MONDAY, DistanceUnit.KM, "en")
    settled.commands(account.delete)
    assert any(remembered_of_people().values())
    settled.taps("Yes, erase")
    kept = {name for name, count in remembered_of_people().items() if count}
    assert kept <= {"bot.words.speech._remembered"}, "of that only the goodbye"


@pytest.mark.parametrize(
    ("text", "gone"), [("yes", True), ("delete everything", True), ("no", False), ("keep it", False)]
)
def test_delete_can_be_answered_in_words(settled: Newcomer, text: str, gone: bool) -> None:  # noqa: FBT001
    settled.commands(account.delete).says(text)
    assert (settled.session.exec(select(Athlete)).first() is None) == gone


def test_other_words_erase_nothing(settled: Newcomer) -> None:
    settled.commands(account.delete).says("5k in 31:20")
    assert settled.athlete.state == AthleteState.ACTIVE
    assert len(settled.session.exec(select(Log)).all()) == 1


def test_a_yes_long_after_erases_nothing(settled: Newcomer) -> None:
    settled.commands(account.delete)
    settled.now += dt.timedelta(days=2)
    settled.says("yes")
    assert settled.athlete.state == AthleteState.ACTIVE


def test_other_words_withdraw_the_question_so_that_a_later_yes_is_harmless(settled: Newcomer) -> None:
    settled.commands(account.delete).says("5k in 31:20", "yes")
    assert settled.athlete.state == AthleteState.ACTIVE


def test_a_bare_number_after_a_log_is_its_effort_and_no_distance(settled: Newcomer) -> None:
    assert settled.open_question == "weekly"
    settled.says("5k in 31:20", "6")
    assert [log.rpe for log in settled.session.exec(select(Log)).all()] == [6]
    assert "weekly_distance_m" not in settled.athlete.profile


def test_a_question_left_open_for_long_takes_no_words_but_its_buttons_work(settled: Newcomer) -> None:
    settled.now += dt.timedelta(days=1)
    settled.says("20")
    assert "weekly_distance_m" not in settled.athlete.profile
    settled.taps("30 km")
    assert settled.athlete.profile["weekly_distance_m"] == 30_000


def test_cancel_keeps_everything_too(settled: Newcomer) -> None:
    settled.commands(account.delete).commands(questioning.cancel)
    assert settled.athlete.state == AthleteState.ACTIVE


def test_start_after_delete_starts_fresh(settled: Newcomer) -> None:
    settled.commands(account.delete).taps("Yes, erase")
    settled.starts()
    assert settled.athlete.profile == {}
    assert settled.open_question == "goal"


def test_delete_before_start_has_nothing_to_erase(ana: Newcomer) -> None:
    ana.commands(account.delete)
    assert "nothing to erase" in ana.text


def test_help_lists_the_commands_that_exist(ana: Newcomer) -> None:
    def help_me(desk: Desk) -> None:
        account.show_help(desk, ["start", "today", "help"])

    ana.commands(help_me)
    assert [line.split(" ")[0] for line in ana.text.splitlines() if line.startswith("/")] == [
        "/start",
        "/today",
        "/help",
    ]
