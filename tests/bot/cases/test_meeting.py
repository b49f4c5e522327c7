"""Who writes before ``/start`` is met with what they said, and asked only for the rest."""

import pytest
from sqlmodel import select

from storage.tables import Athlete, Saying
from tests.bot.conversations.people import Newcomer

MOIRA = (
    "Hello, I am Moira, I'm 52 and I have never run a step in my life but I would like to have leaner and stronger "
    "legs befor my daugther's wedding in May, is that possible you think?"
)


@pytest.fixture
def ana(session: object) -> Newcomer:
    """Somebody the bot has never heard of."""
    return Newcomer(session)  # type: ignore[arg-type]  # the fixture's own session


def nobody_is_registered(newcomer: Newcomer) -> bool:
    return not newcomer.session.exec(select(Athlete)).all() and not newcomer.session.exec(select(Saying)).all()


def test_a_first_sentence_with_goal_age_and_running_is_not_asked_again(ana: Newcomer) -> None:
    ana.says(MOIRA)
    assert ana.open_question == "days"
    assert "✓ Goal: Leaner, stronger legs" in ana.text
    assert "✓ Age: 52" in ana.text
    assert ana.athlete.profile["experience"] == "new"


def test_the_coach_says_who_it_is_before_it_asks(ana: Newcomer) -> None:
    ana.says(MOIRA)
    assert any("I’m Legwork, a running coach" in told for told in ana.story)


def test_words_without_an_answer_begin_the_questions_without_a_reproach(ana: Newcomer) -> None:
    ana.says("just give me a plan")
    assert ana.open_question == "goal"
    assert "didn’t catch" not in ana.text


def test_a_run_told_first_is_logged_once_there_is_a_plan(ana: Newcomer) -> None:
    ana.says("ran 5k in 31:20 this morning")
    assert "will log it as soon as your plan stands" in ana.text
    ana.says("10k", "now and then", "34", "mon wed sat", "sat", "45", "none", "london", "7am")
    assert any("31:20 · 5 km" in told for told in ana.story)


def test_a_condition_told_first_waits_ticked_for_the_health_question(ana: Newcomer) -> None:
    ana.says("i have asthma")
    ana.says("10k", "never", "34", "mon wed sat", "sat", "45")
    assert any(label.startswith("✅") for label in ana.labels)


@pytest.mark.parametrize("words", ["thanks, bye", "ok", "Thank you!"])
def test_who_takes_leave_after_everything_was_erased_is_not_kept_again(ana: Newcomer, words: str) -> None:
    ana.says(words)
    assert "/start" in ana.text
    assert nobody_is_registered(ana)


def test_who_is_in_need_hears_where_help_is_and_no_question(ana: Newcomer) -> None:
    ana.says("i want to die")
    assert nobody_is_registered(ana)
    assert "/start" not in ana.text


def test_a_child_hears_the_kind_no_and_no_words_are_kept(ana: Newcomer) -> None:
    ana.says("hi i'm 13 and want to run 10k")
    assert "16" in ana.text
    assert not ana.session.exec(select(Saying)).all()
    assert "age" not in ana.athlete.profile
