"""Strava's list of activities: what has no file is taken from its line, and a bad line is named."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.activities.listing import MOST_ROWS, NAME, Listed, read_listing
from coach.activity import Summary
from coach.reading import Activity
from tests.activities.outings import NOW
from tests.depth import examples

HEAD = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename"
LONG_HEAD = f"{HEAD},Elapsed Time,Moving Time,Distance,Elevation Gain,Average Heart Rate"
EVENING = '"Nov 20, 2026, 6:05:00 PM"'


def listed(*rows: str, head: str = HEAD, present: tuple[str, ...] = ()) -> list[Listed]:
    return list(read_listing([f"{row}\n" for row in (head, *rows)], present, NOW))


def only(*rows: str, head: str = HEAD) -> Summary:
    """The sums of the one line."""
    (one,) = listed(*rows, head=head)
    assert one.outcome.summary is not None, one
    return one.outcome.summary


def reason_of(row: str) -> str | None:
    (one,) = listed(row)
    return one.outcome.reason


def test_a_line_without_a_file_is_an_activity() -> None:
    summary = only(f'7,{EVENING},"Run, typed in",Run,1800,5.02,')
    assert (summary.activity, summary.guessed) == (Activity.RUN, False)
    assert (summary.distance_m, summary.moving_s, summary.elapsed_s) == (5020, 1800, 1800)
    assert summary.started == dt.datetime(2026, 11, 20, 18, 5, tzinfo=dt.UTC)


def test_the_later_columns_are_exact_and_win() -> None:
    summary = only(f"7,{EVENING},Run,Run,2000,5.02,,2000.0,1790.5,5017.0,42.0,151.4", head=LONG_HEAD)
    assert (summary.distance_m, summary.moving_s, summary.elapsed_s) == (5017, 1790, 2000)
    assert (summary.ascent_m, summary.avg_hr) == (42, 151)


def test_figures_with_thousands_are_read() -> None:
    assert (
        only(f'7,{EVENING},Ride,Ride,"10,800","1,080.0",', head=HEAD.replace("Distance", "Elevation")).moving_s
        == 10_800
    )


@pytest.mark.parametrize(
    ("kind", "activity"),
    [
        ("Run", Activity.RUN), ("Walk", Activity.WALK), ("Hike", Activity.WALK), ("Ride", Activity.CYCLING),
        ("Virtual Ride", Activity.CYCLING), ("Swim", Activity.SWIMMING), ("Weight Training", Activity.STRENGTH),
        ("Yoga", Activity.OTHER), ("Workout", Activity.OTHER), ("Rowing", Activity.OTHER),
    ],
)  # fmt: skip
def test_strava_s_types_are_our_activities(kind: str, activity: Activity) -> None:
    assert only(f"7,{EVENING},x,{kind},2400,,").activity is activity


@pytest.mark.parametrize(
    "date",
    ['"Nov 20, 2026, 6:05:00 PM"', "2026-11-20 18:05:00", '"20 Nov 2026, 18:05:00"', '"Nov 20, 2026, 18:05:00"',
     '"Nov 20, 2026, 6:05:00\u202fPM"'],
)  # fmt: skip
def test_dates_are_read_as_strava_has_written_them(date: str) -> None:
    assert only(f"7,{date},x,Run,1800,5,").started == dt.datetime(2026, 11, 20, 18, 5, tzinfo=dt.UTC)


def test_a_line_whose_file_is_there_is_left_to_the_file() -> None:
    rows = (f"1,{EVENING},a,Run,1800,5,activities/1.fit.gz", f"2,{EVENING},b,Run,1800,5,activities/2.gpx")
    assert [one.name for one in listed(*rows, present=("1.fit.gz",))] == [f"{NAME}/3 b"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("1,soon,x,Run,1800,5,", "no_times"),
        ('1,"Nov 20, 2036, 6:05:00 PM",x,Run,1800,5,', "future"),
        (f"1,{EVENING},x,Run,300,5,", "too_fast"),
        (f"1,{EVENING},x,Run,9000,900,", "too_far"),
        (f"1,{EVENING},x,Run,12,0.05,", "too_short"),
    ],
)
def test_a_line_that_cannot_be_true_says_why(row: str, reason: str) -> None:
    assert reason_of(row) == reason


@pytest.mark.parametrize("head", ["", "Datum,Name,Art", "Activity Date,Activity Type"])
def test_other_columns_are_one_line_that_says_so(head: str) -> None:
    (one,) = listed(f"1,{EVENING},x,Run,1800,5,", head=head)
    assert (one.name, one.outcome.reason) == (NAME, "unknown_list")


GERMAN = (
    "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,Distanz,"
    "Max. Herzfrequenz,Relative Leistung,Pendeln,Hinweis,Aktivitätsausrüstung,Dateiname,Sportlergewicht,"
    "Fahrradgewicht,Verstrichene Zeit,Bewegungszeit,Distanz,Höchstgeschw.,Durchschn.,Höhenzunahme,a,b,c,d,e,f,g,h,i,"
    "Max. Herzfrequenz,Durchschnittliche Herzfrequenz"
)
FRENCH = (
    "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,Description de l'activité,Temps écoulé,"
    "Distance,Fréquence cardiaque max.,Effort relatif,Déplacement-transport,Note privée,Matériel,Nom du fichier,"
    "Poids de l'athlète,Poids du vélo,Temps écoulé,Durée de déplacement,Distance,Vitesse max.,Vitesse moyenne,"
    "Dénivelé positif"
)


@pytest.mark.parametrize(
    ("head", "date", "kind"),
    [
        (GERMAN, "20.11.2026, 18:05:00", "Lauf"),
        (FRENCH, "20 nov. 2026 à 18:05:00", "Course à pied"),
        (FRENCH.replace("Nom du fichier", "Nombre de archivo"), "20 nov 2026, 18:05:00", "Carrera"),
        (FRENCH.replace("Nom du fichier", "Nome do arquivo"), "20 de nov. de 2026, 18:05:00", "Corrida"),
        (FRENCH.replace("Nom du fichier", "Bestandsnaam"), "20 nov. 2026 18:05:00", "Hardlopen"),
        (FRENCH.replace("Nom du fichier", "Nome file"), "20 nov 2026, 18:05:00", "Corsa"),
        (GERMAN, "20.11.2026, 18:05:00", "Was auch immer"),
    ],
)
def test_a_list_in_another_language_is_read_by_the_places_of_its_columns(head: str, date: str, kind: str) -> None:
    summary = only(
        f'7,"{date}",Abendlauf,{kind},,2000,"5,02",171,,false,,,,,,2000.0,1790.5,5017.0,3.5,2.8,42.0', head=head
    )
    assert (summary.activity, summary.distance_m, summary.moving_s) == (Activity.RUN, 5017, 1790)
    assert (summary.elapsed_s, summary.ascent_m) == (2000, 42)
    assert summary.started == dt.datetime(2026, 11, 20, 18, 5, tzinfo=dt.UTC)


def test_a_list_with_unknown_names_is_known_by_the_files_in_it() -> None:
    head = "А,Б,В,Г,Д,Е,Ж,З,И"
    rows = (
        '1,"20.11.2026, 18:05:00",x,Lauf,,1800,"5,02",,activities/1.fit.gz',
        '2,"20.11.2026, 19:05:00",y,Lauf,,1800,"5,02",,',
    )
    (one,) = listed(*rows, head=head, present=("1.fit.gz",))
    assert one.outcome.summary is not None
    assert one.outcome.summary.distance_m == 5020


@pytest.mark.parametrize("date", ["31.02.2026, 18:05:00", "gestern", "20 foo 2026 18:05:00"])
def test_a_foreign_line_without_a_day_says_so(date: str) -> None:
    (one,) = listed(f'7,"{date}",x,Lauf,,2000,"5,02",,,,,,,', head=GERMAN)
    assert one.outcome.reason == "no_times"


@given(text=st.text(max_size=300))
@examples(60)
def test_no_foreign_list_is_read_with_an_error(text: str) -> None:
    for one in read_listing(f"{GERMAN}\n{text}".splitlines(keepends=True), (), NOW):
        assert (one.outcome.summary is None) != (one.outcome.reason is None)


def test_the_same_line_has_the_same_digest_and_another_one_not() -> None:
    rows = [f"{number},{EVENING},x,Run,1800,5," for number in (1, 2)]
    first, second = listed(*rows)
    (again,) = listed(rows[0])
    assert first.outcome.digest == again.outcome.digest != second.outcome.digest


def test_a_short_line_and_an_empty_one_harm_nothing() -> None:
    assert [one.outcome.reason for one in listed("1", f"2,{EVENING},x,Run,1800,5,")] == ["empty", None]


def test_a_list_without_end_is_read_up_to_a_limit() -> None:
    rows = (f"{number},soon,x,Run,0,0,\n" for number in range(MOST_ROWS + 500))
    assert sum(1 for _ in read_listing((f"{HEAD}\n", *rows), (), NOW)) == MOST_ROWS - 1


@given(text=st.text(max_size=400))
@examples(80)
def test_no_list_is_read_with_an_error(text: str) -> None:
    for one in read_listing(f"{HEAD}\n{text}".splitlines(keepends=True), (), NOW):
        assert (one.outcome.summary is None) != (one.outcome.reason is None)


@given(minutes=st.integers(5, 300), pace=st.integers(200, 700))
@examples(60)
def test_what_a_line_says_is_what_is_logged(minutes: int, pace: int) -> None:
    metres = round(minutes * 60_000 / pace)
    row = f"7,{EVENING},x,Run,{minutes * 60},0,,{minutes * 60}.0,{minutes * 60}.0,{metres}.0,,"
    if metres <= 120_000:
        summary = only(row, head=LONG_HEAD)
        assert (summary.distance_m, summary.moving_s) == (metres, minutes * 60)
