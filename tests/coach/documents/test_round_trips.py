"""What is written can be read back without loss, through real JSON whose objects may be sorted."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given

from coach.documents import (
    change_from_json,
    change_to_json,
    entry_to_json,
    kept_from_json,
    kept_to_json,
    notice_from_json,
    notice_to_json,
    outline_from_json,
    phrase_from_json,
    phrase_to_json,
    profile_to_json,
    read_entry,
    read_profile,
    session_from_json,
    session_to_json,
    week_from_json,
    week_to_json,
)
from coach.history import Entry
from coach.phrases import Phrase
from coach.plan import Change, Kept, Notice, Week
from coach.profile import Profile
from coach.session import Session
from tests.coach.documents import strategies as a
from tests.depth import examples

quick = examples(25)


def through_json(write: Callable[[Any], object], value: object) -> Any:  # noqa: ANN401 - JSON
    return json.loads(json.dumps(write(value), sort_keys=True, allow_nan=False))


@quick
@given(a.phrases)
def test_phrase_comes_back_with_its_figures_in_order(phrase: Phrase) -> None:
    assert phrase_from_json(through_json(phrase_to_json, phrase)) == phrase


@quick
@given(a.sessions)
def test_session_comes_back_as_it_was(session: Session) -> None:
    assert session_from_json(through_json(session_to_json, session)) == session


@quick
@given(a.weeks)
def test_week_comes_back_as_it_was(week: Week) -> None:
    assert week_from_json(through_json(week_to_json, week)) == week


@quick
@given(a.weeks)
def test_an_outline_keeps_what_planning_looks_at(week: Week) -> None:
    outline = outline_from_json(through_json(week_to_json, week))

    assert replace(outline, sessions=()) == replace(week, sessions=())
    assert [_planned(session) for session in outline.sessions] == [_planned(session) for session in week.sessions]


def _planned(session: Session) -> tuple[object, ...]:
    return session.date, session.kind, session.minutes, session.distance_m, session.intensity, session.target


@quick
@given(a.changes)
def test_receipt_comes_back_as_it_was(change: Change) -> None:
    assert change_from_json(through_json(change_to_json, change)) == change


@quick
@given(a.notices)
def test_warning_comes_back_as_it_was(notice: Notice) -> None:
    assert notice_from_json(through_json(notice_to_json, notice)) == notice


@quick
@given(a.kept)
def test_what_is_kept_comes_back_as_it_was(kept: Kept) -> None:
    assert kept_from_json(through_json(kept_to_json, kept)) == kept


@quick
@given(a.entries)
def test_entry_comes_back_as_it_was(entry: Entry) -> None:
    assert read_entry(through_json(entry_to_json, entry)) == entry


@quick
@given(a.profiles())
def test_profile_comes_back_as_it_was(profile: Profile) -> None:
    assert read_profile(through_json(profile_to_json, profile)) == profile
