"""Phrases become sentences in the reader's language and units."""

import datetime as dt

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from bot.words import Html, words_for
from bot.words.catalogue import LOCALES, MissingWords, catalogue_for
from bot.words.figures import (
    write_clock,
    write_date,
    write_day_name,
    write_distance,
    write_duration,
    write_number,
    write_pace,
    write_time,
    write_weekday,
)
from coach.phrases import Distance, Duration, Pace, phrase
from coach.profile import DistanceUnit, Weekday
from coach.units import Metres, Seconds, SecondsPerKm

KM, MI = DistanceUnit.KM, DistanceUnit.MI


def plain(text: str) -> str:
    return text.replace("\u202f", " ")


def test_what_a_person_wrote_is_escaped_and_our_own_markup_is_not() -> None:
    said = words_for()("session.head", title="<b>bold</b> & co", minutes=30)
    assert said == "<b>&lt;b&gt;bold&lt;/b&gt; &amp; co</b> · 30 min"


def test_a_sentence_inside_a_sentence_is_escaped_once() -> None:
    words = words_for()
    inner = words("session.line", title="Tom & Ana", minutes=20)
    assert words("log.open_today", session=inner).count("&amp;") == 1


def test_plain_speech_has_no_markup_and_no_escapes() -> None:
    assert words_for(html=False)("session.head", title="a & b", minutes=30) == "a & b · 30 min"


def test_phrases_speak_through_phrases_and_quantities() -> None:
    title = phrase("session.line", title="Easy run", minutes=30)
    change = phrase("receipt.line", day=dt.date(2026, 12, 3), before=title, after=phrase("kind.recovery_walk"))
    assert plain(words_for().say(change)) == "• Thu 3 Dec: Easy run · 30 min → Walk"


def test_n_chooses_the_plural() -> None:
    words = words_for()
    assert (words("pause.days", n=1), words("pause.days", n=3)) == ("1 day", "3 days")


def test_a_missing_sentence_is_an_error_not_a_key_in_the_chat() -> None:
    with pytest.raises(MissingWords, match=r"no\.such\.key"):
        words_for()("no.such.key")


def test_an_unknown_language_hears_english() -> None:
    assert catalogue_for("xx-YY").language == "en"
    assert words_for("en-GB")("button.skip") == "Skip"


@pytest.mark.parametrize(
    ("metres", "units", "text"),
    [(400, KM, "400 m"), (5000, KM, "5 km"), (5240, KM, "5.2 km"), (5000, MI, "3.1 mi"), (42_195, KM, "42.2 km")],
)
def test_distances(metres: int, units: DistanceUnit, text: str) -> None:
    assert plain(write_distance(Distance(Metres(metres)), units, "en")) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(45, "45 s"), (60, "1 min"), (90, "90 s"), (180, "3 min"), (200, "3:20"), (3900, "1 h 05"), (3661, "1:01:01")],
)
def test_durations(seconds: int, text: str) -> None:
    assert plain(write_duration(Duration(Seconds(seconds)))) == text


def test_paces_are_ranges_or_one_figure_per_kilometre_or_mile() -> None:
    pace = Pace(SecondsPerKm(375), SecondsPerKm(410))
    assert write_pace(pace, KM) == "6:15–6:50/km"
    assert write_pace(pace, MI) == "10:04–11:00/mi"
    assert write_pace(Pace(SecondsPerKm(300), SecondsPerKm(300)), KM) == "5:00/km"


@given(st.floats(-1e6, 1e6), st.sampled_from(["en", "de", "fr"]), st.integers(0, 3))
def test_a_number_is_what_babel_makes_of_it(value: float, language: str, decimals: int) -> None:
    pattern = "#,##0." + "#" * decimals if decimals else "#,##0"
    assert write_number(value, language, decimals) == format_decimal(value, format=pattern, locale=language)


def test_numbers_dates_and_times_follow_the_language() -> None:
    day = dt.date(2026, 11, 30)
    assert (write_number(5.25, "en"), write_number(5.25, "de"), write_number(1234, "en", 0)) == ("5.2", "5,2", "1,234")
    assert write_date(day, "en") == "Mon 30 Nov"
    assert (write_weekday(day, "en"), write_weekday(day, "en", short=True)) == ("Monday", "Mon")
    assert plain(write_time(dt.time(17, 30), "en")) == "17:30"
    assert write_clock(59.6) == "1:00"


def test_days_of_the_week_are_named_in_the_language() -> None:
    assert words_for().write(Weekday.WED) == "Wednesday"
    assert write_day_name(Weekday.SUN, "de") == "Sonntag"


def test_text_that_is_html_already_stays_so() -> None:
    assert words_for().write(Html("<i>x</i>")) == "<i>x</i>"
    assert words_for().write("<i>x</i>") == "&lt;i&gt;x&lt;/i&gt;"


def test_no_key_stands_in_two_catalogues_of_a_language() -> None:
    seen: dict[str, str] = {}
    for path in sorted((LOCALES / "en" / "LC_MESSAGES").glob("*.po")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith('msgid "') and line != 'msgid ""':
                key = line.removeprefix('msgid "').removesuffix('"')
                assert key not in seen, f"{key} stands in {path.name} and {seen[key]}"
                seen[key] = path.name
    assert len(seen) > 100
