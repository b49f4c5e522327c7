"""A condition told at another question on the way to the plan waits, ticked, at the health question."""

from tests.bot.conversations.people import Newcomer


def test_a_birth_told_at_another_question_is_ticked_when_health_is_asked(ana: Newcomer) -> None:
    ana.starts().says("10k", "i had a baby 4 months ago")
    assert ana.open_question == "exp"
    assert "ticked for the health question" in ana.text
    ana.says("used to run", "34", "mon wed sat", "sat", "45")
    assert ana.open_question == "health"
    assert "Done" in ana.labels
    ana.taps("Done", "Not yet")
    assert ana.athlete.profile["health"] == {"flags": ["postpartum"], "cleared": False}


def test_an_answer_with_a_condition_beside_it_counts_and_is_ticked(ana: Newcomer) -> None:
    ana.starts().says("10k", "used to run, i have asthma")
    assert ana.open_question == "age"
    ana.says("34", "mon wed sat", "sat", "45").taps("Done", "Yes")
    assert ana.athlete.profile["health"] == {"flags": ["chronic_condition"], "cleared": True}
