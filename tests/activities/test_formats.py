"""From bytes to a recording: three formats say the same, and what is none is told apart by its content."""

import gzip
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.activities.opening import MOST_BYTES, Form, form_of, opened
from bot.activities.order import Order, Outcome
from bot.activities.worker import READERS, carry_out
from coach.activity import Recording, Summary, Totals, summarise, track_of
from coach.errors import ActivityRefused
from coach.reading import Activity
from tests.activities.outings import MORNING, NOW, an_outing, with_a_stop, with_samples
from tests.activities.test_archives import zipped
from tests.activities.writing import WRITERS, as_fit, as_gpx, as_gz, as_tcx

Write = Callable[[Recording], bytes]
BOMB = b"""<?xml version="1.0"?><!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<gpx><trk><name>&d;</name></trk></gpx>"""
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE gpx SYSTEM "file:///etc/passwd"><gpx></gpx>'


def read(content: bytes) -> Recording:
    return READERS[form_of(content)](content)


def sums_of(content: bytes) -> Summary:
    return summarise(track_of(read(content), NOW))


def outcome_of(folder: Path, content: bytes, name: str = "file") -> Outcome:
    """What the worker makes of a file, here in the test's own process."""
    path = folder / name
    path.write_bytes(content)
    return carry_out(Order(str(path), NOW.timestamp()))


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_a_run_comes_back_as_it_was(write: Write) -> None:
    outing = an_outing(1500, 3.1, metres=True)
    summary = sums_of(write(outing))
    assert summary.started == MORNING
    assert summary.activity is Activity.RUN
    assert summary.distance_m == pytest.approx(4650, rel=0.005)
    assert (summary.moving_s, summary.avg_hr) == (1500, 150)
    assert summary.ascent_m == pytest.approx(20, abs=2)


@given(
    st.integers(300, 2400),
    st.floats(1.3, 5.0),
    st.integers(1, 9),
    st.integers(30, 200),
    st.sampled_from(["gpx", "tcx", "fit"]),
    st.sampled_from(["gpx", "tcx", "fit"]),
)
def test_the_same_run_sums_up_the_same_from_any_format(
    seconds: int, speed: float, every: int, stop: int, one: str, other: str
) -> None:
    outing = an_outing(seconds, with_a_stop(seconds // 3, min(stop, seconds // 4), speed), every=every)
    first, second = sums_of(WRITERS[one](outing)), sums_of(WRITERS[other](outing))
    assert first.distance_m == pytest.approx(second.distance_m, rel=0.01)
    assert first.moving_s == pytest.approx(second.moving_s, abs=2 * every + 2)
    assert len(first.splits) == pytest.approx(len(second.splits), abs=1)
    assert first.avg_hr == second.avg_hr


@pytest.mark.parametrize(
    ("activity", "write"),
    [
        (Activity.WALK, as_gpx), (Activity.CYCLING, as_gpx), (Activity.CYCLING, as_tcx), (Activity.WALK, as_fit),
        (Activity.STRENGTH, as_fit), (Activity.SWIMMING, as_fit),
    ],
)  # fmt: skip
def test_the_kind_of_activity_is_what_the_file_says(activity: Activity, write: Write) -> None:
    assert read(write(an_outing(600, 1.5, activity=activity))).activity is activity


@pytest.mark.parametrize(("name", "kind"), [("9", Activity.RUN), ("1", Activity.CYCLING), ("Trail_Run", Activity.RUN)])
def test_services_write_kinds_in_their_own_way(name: str, kind: Activity) -> None:
    content = as_gpx(an_outing(60)).replace(b"<type>running</type>", f"<type>{name}</type>".encode())
    assert read(content).activity is kind


def test_a_pool_swim_has_sums_and_no_way() -> None:
    totals = Totals(MORNING.timestamp(), 1500.0, 2400.0, 2700.0, None, 128)
    summary = sums_of(as_fit(Recording(Activity.SWIMMING, (), totals)))
    assert (summary.distance_m, summary.moving_s, summary.avg_hr) == (1500, 2400, 128)


def test_strength_from_a_watch_is_its_time_and_pulse() -> None:
    summary = sums_of(as_fit(an_outing(1800, 0.0, activity=Activity.STRENGTH, places=False)))
    assert (summary.activity, summary.distance_m, summary.moving_s) == (Activity.STRENGTH, None, 1800)


def test_a_file_without_pulse_and_height_is_read(tmp_path: Path) -> None:
    outing = an_outing(600, heart_rate=None)
    bare = with_samples(outing, [replace(sample, elevation=None) for sample in outing.samples])
    for write in WRITERS.values():
        summary = outcome_of(tmp_path, write(bare)).summary
        assert summary is not None
        assert (summary.avg_hr, summary.ascent_m) == (None, None)


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_names_do_not_matter_and_packed_files_are_unpacked(tmp_path: Path, write: Write) -> None:
    content = write(an_outing(600))
    plain, packed = outcome_of(tmp_path, content, "notes.txt"), outcome_of(tmp_path, as_gz(content), "run.pdf")
    assert plain.summary == packed.summary
    assert plain.digest == packed.digest
    assert plain.summary is not None


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_an_archive_of_one_activity_is_that_activity(tmp_path: Path, write: Write) -> None:
    content = write(an_outing(600))
    name = {"gpx": "deep__run_gpx", "tcx": "run_tcx", "fit": "12345_ACTIVITY_fit"}
    (called,) = (name[kind] for kind, writer in WRITERS.items() if writer is write)
    plain = outcome_of(tmp_path, content, "run")
    for packed in (zipped(**{called: content}), zipped(readme_txt=b"hi", **{f"{called}_gz": as_gz(content)})):
        outcome = outcome_of(tmp_path, packed, "run.zip")
        assert (outcome.summary, outcome.digest) == (plain.summary, plain.digest)
        assert outcome.summary is not None


def test_utf_16_with_its_mark_is_read() -> None:
    text = as_gpx(an_outing(600)).decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    assert len(read(text.encode("utf-16")).samples) == 601


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"ran 5k in 31:20", "not_activity"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"PK\x03\x04....", "zip"),
        (b"\x89PNG\r\n\x1a\n....", "photo"),
        (b"\xff\xd8\xff\xe0....", "photo"),
        (b"\0\0\0\x18ftypheic....", "photo"),
        (BOMB, "bomb"),
        (OUTSIDE, "bomb"),
        (b"<html><body>Sign in</body></html>", "not_activity"),
        (b"<gpx></gpx>", "empty"),
        (b"<gpx><wpt lat='1' lon='2'/></gpx>", "empty"),
        (b"<gpx><rte><rtept lat='1' lon='2'/><rtept lat='1.1' lon='2'/></rte></gpx>", "no_times"),
        (zipped(one_gpx=as_gpx(an_outing(60)), two_fit=as_fit(an_outing(60))), "zip"),
        (zipped(notes_txt=b"ran 5k", photo_jpg=b"..."), "zip"),
        (zipped(one_gpx=as_gpx(an_outing(600)))[:3000], "zip"),
        (zipped(one_gpx=as_gpx(an_outing(600))[:9000]), "broken"),
        (zipped(in_zip=zipped(one_gpx=as_gpx(an_outing(600)))), "zip"),
        (zipped(one_gpx=b" " * (MOST_BYTES + 1)), "too_big"),
        (b"<gpx>" + b"<a>" * 1000, "broken"),
        (as_gpx(an_outing(600))[:9000], "broken"),
        (as_tcx(an_outing(600))[:9000], "broken"),
        (as_fit(an_outing(600))[:9000], "broken"),
        (as_fit(an_outing(600))[:13], "broken"),
        (as_fit(an_outing(600), file_type=6), "not_activity"),
        (as_gz(as_gpx(an_outing(600)))[:300], "broken"),
        (as_gz(b""), "empty"),
        (as_gz(as_gz(as_gpx(an_outing(600)))), "not_activity"),
        (as_gpx(an_outing(600)).replace(b"<time>", b"<when>").replace(b"</time>", b"</when>"), "no_times"),
    ],
)  # fmt: skip
def test_what_is_no_activity_is_told_apart(tmp_path: Path, content: bytes, reason: str) -> None:
    assert outcome_of(tmp_path, content).reason == reason


def test_a_packed_bomb_is_never_unpacked_whole(tmp_path: Path) -> None:
    path = tmp_path / "bomb.gpx.gz"
    with gzip.open(path, "wb", compresslevel=9) as file:
        for _ in range(MOST_BYTES // 2**20 + 1):
            file.write(b" " * 2**20)
    assert path.stat().st_size < 200_000
    with pytest.raises(ActivityRefused) as refused:
        opened(path)
    assert refused.value.reason == "too_big"


def test_a_refusal_brings_the_figures_of_its_sentence(tmp_path: Path) -> None:
    outcome = outcome_of(tmp_path, as_gpx(an_outing(300, 11.0)))
    assert outcome.reason == "too_fast"
    assert outcome.figures["distance"].startswith("3.3")


def test_the_picture_and_the_packed_file_come_along(tmp_path: Path) -> None:
    outcome = outcome_of(tmp_path, as_gpx(an_outing(600)))
    assert outcome.picture is not None
    assert outcome.picture.startswith(b"\x89PNG")
    assert outcome.packed is not None
    assert len(outcome.packed) < 30_000


def test_what_is_too_large_to_be_kept_is_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "run.gpx"
    path.write_bytes(as_gpx(an_outing(600)))
    outcome = carry_out(Order(str(path), NOW.timestamp(), draw=False, keep=100))
    assert outcome.summary is not None
    assert (outcome.packed, outcome.picture) == (None, None)


SMALL = {name: write(an_outing(120)) for name, write in WRITERS.items()}
FUZZ = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def ends_well(folder: Path, content: bytes) -> None:
    """Whatever it is, it is read or refused with a reason."""
    outcome = outcome_of(folder, content)
    assert (outcome.summary is None) != (outcome.reason is None)


@given(st.binary(max_size=2000))
@FUZZ
def test_random_bytes_never_crash(tmp_path: Path, content: bytes) -> None:
    ends_well(tmp_path, content)


@given(st.sampled_from(list(SMALL)), st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), max_size=20))
@FUZZ
def test_changed_bytes_never_crash(tmp_path: Path, name: str, changes: list[tuple[int, int]]) -> None:
    content = bytearray(SMALL[name])
    for at, value in changes:
        content[at % len(content)] = value
    ends_well(tmp_path, bytes(content))


@given(st.sampled_from(list(SMALL)), st.integers(0, 10**6), st.integers(0, 10**6), st.binary(max_size=50))
@FUZZ
def test_cut_and_glued_files_never_crash(tmp_path: Path, name: str, cut: int, on: int, between: bytes) -> None:
    content = SMALL[name]
    ends_well(tmp_path, content[: cut % len(content)] + between + content[on % len(content) :])


def test_the_form_is_in_the_content() -> None:
    assert [form_of(SMALL[name]) for name in ("gpx", "tcx", "fit")] == [Form.MARKUP, Form.MARKUP, Form.FIT]
