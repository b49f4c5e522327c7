"""Walks through the questions: by taps, by words, back and forth, with everything that can come in between."""

import datetime as dt

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from sqlmodel import Session, SQLModel, create_engine, select

from bot.cases import account, onboarding, questioning
from bot.cases import settings as settings_case
from bot.conversations.flows import BY_KEY, ONBOARDING
from bot.desk import Desk
from coach.documents import read_profile
from storage.tables import Athlete, AthleteState, Log, Saying
from tests.bot.conversations.people import Newcomer
from tests.depth import examples
from tests.snapshots import assert_matches_snapshot

TAPS = ("Leaner", "I don’t run", "30–39", "34", "Mon Wed Sat", "Saturday", "30 min, w", "None", "12:07", "07:00")
TYPED = ("10k", "now and then", "34", "mon-fri", "fri", "an hour", "none", "berlin", "6 pm")


def test_onboarding_by_taps_reads_like_this(ana: Newcomer) -> None:
    ana.starts().taps(*TAPS)
    assert_matches_snapshot("onboarding/by_taps", ana.transcript().partition("This plan")[0])


def test_onboarding_by_typing_reads_like_this(ana: Newcomer) -> None:
    ana.starts().says(*TYPED)
    story = ana.transcript()
    assert_matches_snapshot("onboarding/by_typing", story[: story.index("That’s all I need")])


def test_a_careful_person_is_led_gently(ana: Newcomer) -> None:
    ana.starts().says("first 5k", "i've never run", "15", "skip", "38", "3 days")
    ana.taps("Done").says("sunday", "saturday", "900", "skip", "sometimes dizzy").taps("Done", "Not yet").says(
        "atlantis"
    )
    assert ana.open_question == "zone"
    assert_matches_snapshot("onboarding/careful", ana.transcript())


def test_every_answer_is_saved_when_given(ana: Newcomer) -> None:
    ana.starts()
    keys = []
    for answer in TYPED[:-1]:
        keys.append(ana.open_question or "")
        ana.says(answer)
        assert BY_KEY[keys[-1]].known(ana.athlete)
    assert ana.athlete.state == AthleteState.ONBOARDING


def test_the_last_answer_starts_the_training(ana: Newcomer) -> None:
    ana.starts().says(*TYPED)
    athlete = ana.athlete
    assert athlete.state == AthleteState.ACTIVE
    assert (athlete.zone, athlete.prompt_minute) == ("Europe/Berlin", 1080)
    assert athlete.next_prompt_at is not None
    assert read_profile(athlete.profile).start_date == dt.date(2026, 11, 23)


def test_going_back_and_forth_loses_nothing(ana: Newcomer) -> None:
    ana.starts().taps("Leaner", "I don’t run", "‹ Back", "‹ Back")
    assert ana.open_question == "goal"
    ana.says("marathon")
    assert ana.open_question == "age"
    assert ana.athlete.profile["goal"] == "marathon"
    assert ana.athlete.profile["experience"] == "new"


def test_who_does_not_run_has_run_nothing_lately(ana: Newcomer) -> None:
    ana.starts().says("10k", "i don't run")
    assert ana.athlete.profile["weekly_distance_m"] == ana.athlete.profile["longest_run_m"] == 0
    ana.says("back", "sometimes")
    assert "weekly_distance_m" not in ana.athlete.profile


def test_back_at_the_first_question_stays_there(ana: Newcomer) -> None:
    ana.starts().says("back")
    assert ana.open_question == "goal"
    assert "‹ Back" not in ana.labels


def test_a_button_of_an_earlier_question_still_works(ana: Newcomer) -> None:
    ana.starts()
    card = max(ana.shown)
    data = next(data for label, data in ana.shown[card][1].items() if label == "Marathon")
    ana.says("10k", "new")
    ana.taps_data(data, card)
    assert ana.athlete.profile["goal"] == "marathon"
    assert ana.open_question == "age"


def test_two_taps_on_one_button_count_once(ana: Newcomer) -> None:
    ana.starts()
    card = max(ana.shown)
    data = ana.shown[card][1]["10 km"]
    ana.taps_data(data, card)
    ana.taps_data(data, card)
    assert ana.athlete.profile == {"goal": "10k"}
    assert ana.open_question == "exp"


def test_a_question_that_must_be_answered_is_not_skipped(ana: Newcomer) -> None:
    ana.starts().says("skip")
    assert ana.open_question == "goal"
    assert "safe plan without this one" in ana.text


def test_a_skipped_question_leaves_the_choice_to_the_coach(ana: Newcomer) -> None:
    ana.starts().says("10k", "sometimes", "34", "mon wed sat").taps("Skip").says("skip")
    assert ana.athlete.profile["long_run_day"] is None
    assert ana.athlete.profile["max_minutes"] is None
    assert ana.open_question == "health"


def test_a_half_answered_card_survives_other_messages(ana: Newcomer) -> None:
    ana.starts().says("10k", "sometimes", "34").taps("Tue", "Sun").says("what?").taps("Done: Tue Sun")
    assert ana.athlete.profile["available_days"] == ["tue", "sun"]


def test_cancel_keeps_every_answer_and_start_goes_on(ana: Newcomer) -> None:
    ana.starts().says("10k").commands(questioning.cancel)
    assert ana.open_question is None
    assert "we go on at the next question" in ana.text
    ana.starts()
    assert ana.open_question == "exp"
    assert ana.athlete.profile == {"goal": "10k"}


def _who_left_at_experience(ana: Newcomer) -> Newcomer:
    return ana.starts().taps("General").commands(questioning.cancel)


@pytest.mark.parametrize("said", ["i run sometimes", "now and then", "used to run in school"])
def test_words_after_cancel_answer_the_question_that_was_left(ana: Newcomer, said: str) -> None:
    _who_left_at_experience(ana).says(said)
    assert "Running now" in ana.text
    assert ana.open_question == "age"


@pytest.mark.parametrize("said", ["ok lets go on", "continue", "I'm back", "ok", "start", "hi"])
def test_who_comes_back_after_cancel_is_asked_on(ana: Newcomer, said: str) -> None:
    _who_left_at_experience(ana).says(said)
    assert "How much do you run" in ana.text
    assert ana.open_question == "exp"


@pytest.mark.parametrize("said", ["thanks", "bye", "stop", "cancel"])
def test_who_leaves_is_let_go(ana: Newcomer, said: str) -> None:
    _who_left_at_experience(ana).says(said)
    assert "Write to me any time" in ana.text
    assert ana.open_question is None


def test_a_run_told_after_cancel_waits_for_the_plan(ana: Newcomer) -> None:
    _who_left_at_experience(ana).says("ran 5k in 31:20 today")
    assert "as soon as your plan stands" in ana.text
    assert ana.open_question == "exp"


def test_cancel_with_nothing_open_says_so(ana: Newcomer) -> None:
    ana.commands(questioning.cancel)
    assert "nothing open" in ana.text


def test_under_sixteen_is_never_saved(ana: Newcomer) -> None:
    ana.starts().says("10k", "new").taps("Under 16")
    assert "from 16 on" in ana.text
    assert "age" not in ana.athlete.profile
    assert ana.open_question == "age"


def test_an_edited_answer_is_answered_anew_and_the_open_question_stays(ana: Newcomer) -> None:
    ana.starts().says("10k", "new", "34").edits("10k", "marathon")
    assert ana.athlete.profile["goal"] == "marathon"
    assert ana.open_question == "days"


def test_an_answer_edited_into_nonsense_keeps_what_was_answered(ana: Newcomer) -> None:
    ana.starts().says("10k").edits("10k", "purple")
    assert ana.athlete.profile["goal"] == "10k"
    assert "didn’t catch a goal" in ana.text
    assert ana.open_question == "exp"


def test_an_answer_edited_after_onboarding_changes_the_setting(ana: Newcomer) -> None:
    ana.starts().says(*TYPED).edits("34", "43")
    assert ana.athlete.profile["age"] == 43


def test_the_words_of_a_childs_age_are_not_kept(ana: Newcomer) -> None:
    ana.starts().says("10k", "new", "I am 14")
    ana.says("34").edits("34", "14")
    assert [saying.text for saying in ana.session.exec(select(Saying)).all()] == ["10k", "new"]


def test_a_command_about_the_plan_shows_the_open_question_again(ana: Newcomer) -> None:
    def week(desk: Desk) -> None:
        assert onboarding.not_ready(desk)

    ana.starts().says("10k").commands(week)
    assert "That needs your plan" in ana.text
    assert ana.open_question == "exp"


def test_who_has_a_plan_is_ready(settled: Newcomer) -> None:
    assert not onboarding.not_ready(settled.desk)


def test_a_log_in_between_is_logged_once_the_plan_stands(ana: Newcomer) -> None:
    ana.starts().says("10k", "ran 5k in 31:20 today", *TYPED[1:])
    (log,) = ana.session.exec(select(Log)).all()
    assert log.distance_m == 5000
    assert len(ana.session.exec(select(Saying)).all()) == 10


def test_an_amount_alone_in_between_is_no_training(ana: Newcomer) -> None:
    ana.starts().says("10k", "for years", "34", "about half an hour", "mon-fri", "fri", "half an hour is fine")
    ana.says("none", "berlin", "6 pm")
    assert not ana.session.exec(select(Log)).all()


def test_a_weight_told_in_between_is_not_asked_again(ana: Newcomer) -> None:
    ana.starts().says("leaner legs", "i don't run", "84 kilos and not happy about it", "38", *TYPED[3:])
    assert ana.athlete.profile["weight_kg"] == 84
    assert ana.open_question == "height"


def test_words_before_start_begin_the_questions(ana: Newcomer) -> None:
    ana.says("hello")
    assert ana.open_question == "goal"
    assert "Question 1 of 9" in ana.text


def test_a_name_with_html_shows_as_it_is(session: Session) -> None:
    bo = Newcomer(session, name="<b>Bo</b> & {name}").starts()
    assert "Hi &lt;b&gt;Bo&lt;/b&gt; &amp; {name}!" in "\n".join(bo.story)


def test_a_place_shared_in_time_answers_the_zone_and_no_other_question(ana: Newcomer) -> None:
    ana.starts()
    assert not ana.is_at(48.1, 11.5)
    ana.says(*TYPED[:7])
    assert ana.is_at(48.1, 11.5)
    assert ana.athlete.zone == "Europe/Berlin"


def test_stale_clocks_come_fresh(ana: Newcomer) -> None:
    ana.starts().says(*TYPED[:7])
    ana.now += dt.timedelta(hours=1)
    ana.taps("13:07")
    assert "fresh ones" in ana.toasts[-1]
    assert "14:07" in ana.labels
    ana.taps("14:07", "Berlin")
    assert ana.athlete.zone == "Europe/Berlin"


def test_start_after_onboarding_changes_nothing(settled: Newcomer) -> None:
    before = dict(settled.athlete.profile)
    settled.starts()
    assert "already a team" in settled.text
    assert settled.athlete.profile == before


WORDS = st.sampled_from(
    ["10k", "marathon", "new", "34", "15", "300", "mon wed sat", "every day", "sunday", "45", "30 weekdays 90 weekend",
     "none", "pregnant", "not yet", "yes", "no", "berlin", "utc+2", "spain", "7", "5:30 pm", "3 am", "back", "skip",
     "cancel", "5k in 31:20", "what?", "<b>&", "", "delete", "3 days"]
)  # fmt: skip


class AnyWalk(RuleBasedStateMachine):
    """Whatever people do, in whatever order: nothing crashes, no answer is lost, the open question stays true."""

    def __init__(self) -> None:
        super().__init__()
        self.engine = create_engine("sqlite://")
        SQLModel.metadata.create_all(self.engine)
        self.ana = Newcomer(Session(self.engine))
        self.ana.starts()
        self.known: set[str] = set()

    def teardown(self) -> None:
        self.ana.session.close()
        self.engine.dispose()

    @rule(text=WORDS)
    def writes(self, text: str) -> None:
        self.ana.says(text)

    @rule(pick=st.integers(0, 200))
    def taps_anything_in_sight(self, pick: int) -> None:
        buttons = [(number, data) for number, (_, found) in self.ana.shown.items() for data in found.values()]
        ours = [(number, data) for number, data in buttons if data.split(".")[1] in {"an", "bk", "sq", "se"}]
        if ours:
            number, data = ours[pick % len(ours)]
            self.ana.taps_data(data, number)

    @rule(pick=st.integers(0, 40))
    def taps_the_newest_card(self, pick: int) -> None:
        labels = self.ana.labels
        data = self.ana._card()[1]
        ours = [label for label in labels if data[label].split(".")[1] in {"an", "bk", "sq", "se", "da"}]
        keeps = [label for label in ours if not label.startswith("Yes, erase")]
        if keeps:
            self.ana.taps(keeps[pick % len(keeps)])

    @rule(case=st.sampled_from([questioning.cancel, settings_case.settings, account.delete]))
    def gives_a_command(self, case: object) -> None:
        self.ana.commands(case)  # type: ignore[arg-type]

    @rule()
    def starts_again(self) -> None:
        self.ana.starts()

    @rule()
    def waits(self) -> None:
        self.ana.now += dt.timedelta(hours=5)

    @precondition(lambda self: self.ana.athlete.state == AthleteState.ACTIVE)
    @rule()
    def has_a_readable_profile(self) -> None:
        assert read_profile(self.ana.athlete.profile).age >= 16

    @invariant()
    def no_answer_is_lost(self) -> None:
        athlete = self.ana.athlete
        now = {question.key for question in ONBOARDING if question.known(athlete)}
        assert self.known - now <= {"long"}, "only a long-run day that is no training day any more is asked again"
        self.known = now

    @invariant()
    def there_is_one_athlete(self) -> None:
        assert len(self.ana.session.exec(select(Athlete)).all()) == 1

    @invariant()
    def an_open_question_is_one_of_ours(self) -> None:
        assert self.ana.open_question in {None, "erase", *BY_KEY}


AnyWalk.TestCase.settings = settings(examples(10), stateful_step_count=20)
TestAnyWalk = pytest.mark.slow(AnyWalk.TestCase)


def test_a_result_told_in_between_answers_its_own_question(ana: Newcomer) -> None:
    ana.starts().says("10k", "regularly", "30 km", "12", "34", "every day", "sun", "60", "none", "london", "7")
    assert ana.open_question == "raceday"
    ana.says("10k in 52:30 last month")
    assert ana.athlete.profile["recent_race"] == {"distance_m": 10_000, "time_s": 3150}
    assert "✓" in ana.text
    assert ana.open_question == "raceday"


def test_help_while_a_question_is_open_says_what_can_be_done_here(ana: Newcomer) -> None:
    ana.starts().says("help")
    assert "I plan your week" in ana.text
    assert ana.open_question == "goal"
