"""One session on a phone: what, how long, how hard, step by step, and why."""

from dataclasses import replace

import pytest

from bot.views.session import session_head, session_line, session_text, size_text, target_lines
from bot.words import words_for
from coach.phrases import phrase
from coach.profile import DistanceUnit
from coach.session import Do, Intensity, Part, Session, SessionKind, Size, Step, Target
from coach.units import Seconds, SecondsPerKm
from tests.builders import a_session
from tests.coach.workouts.slots import a_pacing
from tests.coach.workouts.slots import a_session as composed

PLAIN = words_for(html=False)
EASY = Intensity.EASY


def an_easy_run(**fields: object) -> Session:
    return a_session(
        title=phrase("title.easy_run"), **{"why": phrase("session.line", title="because", minutes=1), **fields}
    )


def targets(target: Target, kind: SessionKind = SessionKind.EASY_RUN, intensity: Intensity = EASY) -> list[str]:
    return [line.replace("\u202f", " ") for line in target_lines(target, kind, intensity, PLAIN)]


def test_the_title_is_bold_in_the_chat_and_plain_on_a_line() -> None:
    assert session_head(an_easy_run(), words_for()) == "<b>Easy run</b> · 30 min"
    assert session_line(an_easy_run(), words_for()) == "Easy run · 30 min"


def test_head_steps_effort_and_reason_stand_in_this_order() -> None:
    shown = session_text(an_easy_run(), PLAIN).replace("\u202f", " ").split("\n")
    assert shown[0] == "Easy run · 30 min"
    assert shown[1] == "• 30 min easy run"
    assert shown[3].startswith("Effort 3–4 of 10")
    assert shown[-1] == "because · 1 min"


def test_a_hint_stands_before_the_reason_and_only_the_first_of_them() -> None:
    cues = (phrase("button.skip"), phrase("button.move"))
    shown = session_text(an_easy_run(cues=cues), PLAIN).split("\n")
    assert shown[-3] == "Tip: Skip"
    assert not any("Move" in line for line in shown)


def test_a_run_without_a_watch_is_run_by_feel() -> None:
    pace = (SecondsPerKm(375), SecondsPerKm(410))
    run = an_easy_run(
        target=Target((3, 4), pace_s_per_km=pace),
        steps=(Step(1, (Part(Do.RUN, Seconds(1800), None, (3, 4), pace),)),),
    )
    assert "/km" in session_text(run, PLAIN)
    shown = session_text(replace(run, cues=(phrase("cue.no_watch"),)), PLAIN)
    assert "/km" not in shown
    assert "Effort" in shown


def test_effort_always_comes_with_how_it_feels() -> None:
    (line,) = targets(Target((3, 4)))
    assert line == "Effort 3–4 of 10: you can talk in whole sentences"


@pytest.mark.parametrize("intensity", list(Intensity))
def test_every_intensity_has_words_for_how_it_feels(intensity: Intensity) -> None:
    (line,) = targets(Target((5, 6)), intensity=intensity)
    assert line.partition(": ")[2]


def test_strength_feels_by_repetitions_and_not_by_talking() -> None:
    (line,) = targets(Target((5, 6)), SessionKind.STRENGTH)
    assert "repetitions" in line
    assert "talk" not in line


def test_pace_follows_effort_and_says_that_effort_comes_first() -> None:
    shown = targets(Target((3, 4), pace_s_per_km=(375, 410)))
    assert shown[1] == "Pace 6:15–6:50/km, if you like to check. Effort comes first."


def test_pace_is_spared_to_those_who_do_not_run() -> None:
    target = Target((3, 4), pace_s_per_km=(375, 410))
    assert len(targets(target, SessionKind.RECOVERY_WALK)) == 1


def test_heart_rate_is_shown_where_it_is_known() -> None:
    assert targets(Target((3, 4), hr_bpm=(118, 140)))[-1].startswith("Heart rate 118–140 beats a minute")


def test_pace_is_told_a_mile_to_those_who_think_in_miles() -> None:
    words = words_for("en", DistanceUnit.MI, html=False)
    lines = target_lines(Target((3, 4), pace_s_per_km=(300, 300)), SessionKind.EASY_RUN, EASY, words)
    assert "8:03/mi" in lines[1]


def test_a_shorter_size_has_its_own_steps_and_a_kind_word() -> None:
    steps = (Step(1, (Part(Do.RUN, seconds=1200, rpe=(3, 4)),)),)
    shown = size_text(an_easy_run(), Size(20, phrase("title.easy_run"), steps), PLAIN).replace("\u202f", " ")
    assert shown.split("\n") == [
        "Easy run · 20 min",
        "• 20 min easy run",
        "",
        "Shorter counts. It keeps the habit and most of the point.",
    ]


def test_a_size_without_steps_is_its_title_alone() -> None:
    assert "•" not in size_text(an_easy_run(), Size(10, phrase("title.easy_run")), PLAIN)


@pytest.mark.parametrize("kind", list(SessionKind))
def test_every_kind_of_session_can_be_read_without_a_missing_word(kind: SessionKind) -> None:
    session = composed(kind, pacing=a_pacing(45.0))
    text = session_text(session, words_for())
    assert text.startswith("<b>")
    assert text.endswith("</i>")
    assert all(size_text(session, size, words_for()) for size in session.shorter)


@pytest.mark.parametrize("kind", list(SessionKind))
def test_a_session_fits_into_one_message(kind: SessionKind) -> None:
    assert len(session_text(composed(kind, pacing=a_pacing(45.0)), words_for())) < 2_000


def test_a_pace_that_stands_in_a_step_is_not_said_once_more() -> None:
    part = Part(Do.RUN, Seconds(1200), rpe=(3, 4), pace_s_per_km=(375, 410))
    run = an_easy_run(target=Target((3, 4), pace_s_per_km=(375, 410)), steps=(Step(1, (part,)),))
    assert session_text(run, PLAIN).replace("\u202f", " ").count("6:15–6:50/km") == 1
    assert session_text(an_easy_run(target=run.target), PLAIN).replace("\u202f", " ").count("6:15–6:50/km") == 1


@pytest.mark.parametrize("minutes", [45, 20])
def test_playing_with_speed_goes_by_feel(minutes: int) -> None:
    runs = (composed("interval_run", 45, turn=turn, phase="base", pacing=a_pacing(45.0)) for turn in range(12))
    play = next(session for session in runs if session.title.key.startswith("title.fartlek"))
    shown = session_text(play, PLAIN) if minutes == 45 else size_text(play, play.shorter[0], PLAIN)
    assert "quick" in shown
    assert "/km" not in shown


def test_shorter_long_run_does_not_claim_the_point_of_a_long_one() -> None:
    long = composed("long_run", 80)
    assert "next long run" in size_text(long, long.shorter[0], PLAIN)
