"""Who is ill, or was asked about a pain, says in words how it is now, and the coach acts on it."""

import pytest

from tests.bot.cases.chat import Chat


@pytest.fixture
def ill(chat: Chat) -> Chat:
    """Somebody who told of a cold with fever."""
    chat.says("i have a cold and fever")
    return chat


@pytest.fixture
def asked(chat: Chat) -> Chat:
    """Somebody who is asked the day after how much a knee hurts."""
    chat.says("left knee 3/10")
    chat.forward(hours=20)
    chat.prompted()
    return chat


@pytest.mark.parametrize(
    "words", ["no it is gone", "ok again", "gone", "nothing", "no pain", "it's fine now", "doesn't hurt any more"]
)
def test_a_pain_that_is_gone_counts_as_none(asked: Chat, words: str) -> None:
    asked.says(words)
    assert asked.text.startswith("Knee: no pain")
    assert asked.logs[-1].pain_level == 0


@pytest.mark.parametrize("words", ["a bit better", "still there, almost gone", "is it gone for good?", "ran 5k, fine"])
def test_a_pain_that_is_not_gone_is_not_called_so(asked: Chat, words: str) -> None:
    asked.says(words)
    assert not any(log.pain_level == 0 for log in asked.logs)


@pytest.mark.parametrize(
    "words", ["fit again", "all better now", "i'm completely recovered", "back to normal", "healthy"]
)
def test_who_is_well_again_hears_when_the_first_session_comes(ill: Chat, words: str) -> None:
    ill.says(words)
    assert "We start again gently" in ill.text
    assert "well" in ill.logs[-1].symptoms


@pytest.mark.parametrize("words", ["bit better, no fever", "slowly getting better", "fever is gone, still weak"])
def test_who_is_on_the_mend_is_told_what_is_missing(ill: Chat, words: str) -> None:
    ill.says(words)
    assert "“fit again”" in ill.text
    assert not any("well" in log.symptoms for log in ill.logs)


@pytest.mark.parametrize(
    "words", ["hey sorry, back. still feeling a bit weak", "not great today", "no better", "still not myself"]
)
def test_who_is_not_well_yet_rests_on_and_logs_nothing(ill: Chat, words: str) -> None:
    known = len(ill.logs)
    ill.says(words)
    assert "Then rest on" in ill.text
    assert len(ill.logs) == known


@pytest.mark.parametrize("words", ["my voice is not great", "i'm not fit yet", "my stomach is still awful"])
def test_whose_illness_goes_on_rests_on(ill: Chat, words: str) -> None:
    ill.says(words)
    assert "Then rest on" in ill.text


@pytest.mark.parametrize(
    "words",
    ["my dog is sick", "ill write tomorrow", "the weather is awful", "this bot is terrible", "sick of sitting around"],
)
def test_who_is_ill_is_not_thanked_for_news_of_something_else(ill: Chat, words: str) -> None:
    ill.says(words)
    assert "Thanks for telling me" not in ill.text


@pytest.mark.parametrize("words", ["39.1", "38,2°"])
def test_a_temperature_of_the_ill_from_38_degrees_is_a_fever(ill: Chat, words: str) -> None:
    known = len(ill.logs)
    ill.says(words)
    assert len(ill.logs) > known
    assert "fever" in ill.logs[-1].symptoms


@pytest.mark.parametrize("words", ["36.8", "temp is 37.2"])
def test_a_lower_temperature_of_the_ill_is_good_news_and_no_end_of_the_illness(ill: Chat, words: str) -> None:
    known = len(ill.logs)
    ill.says(words)
    assert "No fever" in ill.text
    assert len(ill.logs) == known


@pytest.mark.parametrize("words", ["can i run?", "when can i train again?", "may i go jogging"])
def test_who_is_ill_and_asks_to_run_is_told_to_wait(ill: Chat, words: str) -> None:
    ill.says(words)
    assert "Not while you’re ill" in ill.text


@pytest.mark.parametrize("words", ["fit again", "39.1", "gone", "better", "all good", "still weak"])
def test_the_same_words_of_somebody_healthy_are_no_news_of_an_illness(chat: Chat, words: str) -> None:
    chat.says(words)
    assert not any(log.symptoms or log.pain_level is not None for log in chat.logs)


@pytest.mark.parametrize("words", ["still pretty wiped out", "completely exhausted", "so drained"])
def test_how_somebody_ill_feels_is_no_effort_of_a_session(ill: Chat, words: str) -> None:
    known = len(ill.logs)
    ill.forward(hours=24)
    ill.says(words)
    assert "rest on" in ill.text
    assert len(ill.logs) == known


def test_a_session_done_while_ill_is_one_all_the_same(ill: Chat) -> None:
    ill.forward(hours=24)
    ill.says("ran 3k in 25 min, wiped out")
    assert [log.rpe for log in ill.logs if log.distance_m] == [9]
