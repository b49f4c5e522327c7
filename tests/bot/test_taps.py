"""Callback data as values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.taps import LIMIT, Tap, Verb, unpack
from coach.errors import StaleButton

TAPS = st.builds(
    Tap,
    verb=st.sampled_from(list(Verb)),
    athlete=st.integers(1, 2**40),
    subject=st.none() | st.integers(1, 2**40),
    value=st.text(alphabet="abcdefghij0123456789:.-_", max_size=20),
)


@given(TAPS)
def test_a_tap_survives_the_wire_within_telegrams_limit(tap: Tap) -> None:
    packed = tap.pack()
    assert len(packed.encode()) <= LIMIT
    assert unpack(packed) == tap


def test_a_tap_too_long_for_telegram_is_refused_when_it_is_made() -> None:
    with pytest.raises(ValueError, match=r"^1\.an\."):
        Tap(Verb.ANSWER, 1, value="x" * 64).pack()


@pytest.mark.parametrize(
    "text", ["", "done", "0.dn.1..", "2.dn.1..0", "1.nonsense.1..", "1.dn.zz..", "1.dn.1.zz.0", f"1.dn.1.{2**63:x}.0"]
)
def test_what_is_no_button_of_ours_is_stale(text: str) -> None:
    with pytest.raises(StaleButton):
        unpack(text)


@given(st.text())
def test_any_text_is_a_tap_or_stale(text: str) -> None:
    try:
        tap = unpack(text)
    except StaleButton:
        return
    assert tap.pack() == tap.pack()


def test_verbs_are_unique_on_the_wire() -> None:
    assert len({verb.value for verb in Verb}) == len(Verb.__members__)
