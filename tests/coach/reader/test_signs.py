"""Warning signs: said in any words they are caught, denied they are not."""

import pytest

from coach.history import ILLNESS, RED_FLAGS, Status
from coach.reader.vocabulary.symptoms import SIGNS, SITES
from tests.coach.reader.cases import reading_of

SAID = [
    ("I had a tight feeling in my chest on the last hill", "chest_pain"),
    ("my chest really hurt", "chest_pain"),
    ("5k in 28:10, rpe 8, some chest pain at the end", "chest_pain"),
    ("like an elephant on my chest", "chest_pain"),
    ("no fever but pressure in the chest", "chest_pain"),
    ("why does my chest hurt when I run?", "chest_pain"),
    ("ache going down my left arm", "arm_pain"),
    ("my jaw was aching the whole run", "jaw_pain"),
    ("I FAINTED after the run", "fainting"),
    ("passed out for a few seconds", "fainting"),
    ("so dizzy I had to sit down", "fainting"),
    ("heart was fluttering and I got dizzy", "palpitations"),
    ("palpitaions this morning", "palpitations"),
    ("my heart keeps skipping beats", "palpitations"),
    ("I'm breathless just sitting here", "breathless_at_rest"),
    ("Had some breathlessness at rest last night", "breathless_at_rest"),
    ("short of breath even at rest", "breathless_at_rest"),
    ("left calf swollen and hot", "calf_swelling"),
    ("the pain wakes me at night", "night_pain"),
    ("pinpoint pain on the shin bone", "bone_pain"),
    ("my pee was dark brown after the race", "dark_urine"),
    ("temperature 39.1", "fever"),
    ("I think I have the flu", "below_neck"),
    ("just a runny nose", "above_neck"),
    ("I was limping all day", "limp"),
    ("the doctor has cleared me", "cleared"),
    ("I feel better now", "well"),
]
DENIED = [
    "no chest pain",
    "ran 5k without any chest pain",
    "no fever, chest pain or dizziness",
    "didn't faint, wasn't dizzy",
    "I don't have a fever",
    "never had palpitations",
    "chest press 3x10 @ 40kg",
    "arm day, 30 min",
    "my heart was pounding at the finish",
    "10k, heart rate 150, weight 70 kg",
    "is it ok to run with a cold?",
    "not limping any more",
]


@pytest.mark.parametrize(("text", "sign"), SAID)
def test_a_sign_is_caught_in_a_runner_s_words(text: str, sign: str) -> None:
    assert sign in reading_of(text).symptoms


@pytest.mark.parametrize("text", DENIED)
def test_what_is_denied_or_harmless_raises_no_alarm(text: str) -> None:
    assert reading_of(text).symptoms == ()


def test_every_sign_of_the_rules_can_be_said() -> None:
    assert {*SIGNS.values(), *SITES.values()} >= RED_FLAGS | ILLNESS


@pytest.mark.parametrize("text", ["my calf is swollen and hurts", "chest hurts", "knee pain wakes me at night"])
def test_a_sign_is_never_held_up_by_a_question_about_the_level(text: str) -> None:
    assert reading_of(text).question is None


@pytest.mark.parametrize(
    ("words", "sign"),
    [("still coughing a bit", "below_neck"), ("coughing a lot", "below_neck"), ("coughed all night", "below_neck"),
     ("cough is nearly gone", "below_neck"), ("still got a cough", "below_neck"), ("sniffly today", "above_neck"),
     ("nose still running", "above_neck"), ("throat is still a bit sore", "above_neck"), ("still snotty", "above_neck"),
     ("throat still scratchy", "above_neck"), ("can't shift this cold", "above_neck")],
)  # fmt: skip
def test_what_still_lingers_of_an_illness_is_a_sign(words: str, sign: str) -> None:
    assert reading_of(words).symptoms == (sign,)


@pytest.mark.parametrize(
    "words",
    ["no more cough", "cough gone", "not coughing anymore", "stopped coughing", "the cough has cleared up",
     "nose fine, ran 5k", "ran 5k in the cold"],
)  # fmt: skip
def test_what_is_over_is_none(words: str) -> None:
    reading = reading_of(words)
    assert reading.symptoms == ()
    assert all(entry.status is Status.DONE for entry in reading.entries)


@pytest.mark.parametrize(
    "words",
    ["my son has a fever", "my kid is coughing", "my daughter has been coughing all night", "the kids have a fever"],
)
def test_what_somebody_else_has_is_no_sign(words: str) -> None:
    assert reading_of(words).symptoms == ()


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("my kid's cough got me, i have a fever", "fever"),
        ("my husband has a cold and i am coughing too", "below_neck"),
        ("everyone has a fever here, me too", "fever"),
        ("my wife has chest pain", "chest_pain"),
        ("ran with my wife, felt feverish", "fever"),
    ],
)
def test_what_the_writer_has_as_well_or_must_be_seen_to_is_a_sign(words: str, sign: str) -> None:
    assert sign in reading_of(words).symptoms
