"""Properties of what is easiest to get wrong: reading HTML, and handing out updates."""

import string
from datetime import UTC, datetime, timedelta
from html import escape

from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.html_text import KINDS, HtmlReader
from bot.sandbox.refusals import Refused
from bot.sandbox.texts import utf16_length, with_found
from bot.sandbox.updates import KEPT, TAP_KEPT, Updates

PIECES = st.sampled_from(
    [
        "<b>",
        "</b>",
        "<i>",
        "</i>",
        '<a href="https://a.org">',
        "</a>",
        "<",
        ">",
        "&",
        "&lt;",
        "&#x1F3C3;",
        "x",
        " ",
        "🏃",
        "é",
    ]
)
ANYTHING = st.text() | st.lists(PIECES).map("".join)
INLINE = [tag for tag in KINDS if tag not in {"a", "span", "tg-emoji", "pre", "code"}]


def read(html: str) -> HtmlReader:
    reader = HtmlReader(html)
    reader.read()
    return reader


@given(ANYTHING)
def test_any_text_is_read_or_refused_with_a_reason(html: str) -> None:
    reader, reason = HtmlReader(html), ""
    try:
        reader.read()
    except Refused as refusal:
        reason = refusal.description
    end = utf16_length(reader.text)
    assert not reason or reason.startswith("Bad Request: can't parse entities: ")
    assert all(one["offset"] >= 0 and 0 < one["length"] <= end - one["offset"] for one in reader.entities)


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text: str) -> None:
    reader = read(escape(text))
    assert (reader.text, reader.entities) == (text, [])


@given(st.text(string.ascii_letters + "🏃é", min_size=1), st.lists(st.sampled_from(INLINE), max_size=5))
def test_tags_around_a_text_mark_all_of_it(text: str, tags: list[str]) -> None:
    html = "".join(f"<{tag}>" for tag in tags) + text + "".join(f"</{tag}>" for tag in reversed(tags))
    reader = read(html)
    assert reader.text == text
    assert [one["type"] for one in reader.entities] == [KINDS[tag] for tag in reversed(tags)]
    assert {(one["offset"], one["length"]) for one in reader.entities} <= {(0, utf16_length(text))}


@given(st.text(" \nab/🏃@.", max_size=40))
def test_sent_text_loses_only_the_space_around_it(text: str) -> None:
    sent = with_found(text, [])
    assert sent.text == text.strip(" \n")
    assert all(one["offset"] + one["length"] <= utf16_length(sent.text) for one in sent.entities)


class StillClock:
    """A clock that the test sets."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 11, 30, tzinfo=UTC)

    def now(self) -> datetime:
        """The moment that was set."""
        return self.moment


STEPS = st.lists(st.sampled_from(["message", "tap", "fetch", "confirm", "minute", "day"]), max_size=60)


@given(STEPS)
def test_every_update_is_there_until_it_is_confirmed_or_too_old(steps: list[str]) -> None:
    clock = StillClock()
    updates = Updates(clock)
    expected: dict[int, datetime] = {}
    for step in steps:
        match step:
            case "message" | "tap":
                kind, kept = ("message", KEPT) if step == "message" else ("callback_query", TAP_KEPT)
                number = updates.add(kind, {})
                assert number is not None
                expected[number] = clock.moment + kept
            case "confirm" if updates.pending():
                offset = updates.pending()[0]["update_id"] + 1
                updates.confirm(offset)
                expected = {number: until for number, until in expected.items() if number >= offset}
            case "minute" | "day":
                clock.moment += timedelta(minutes=1) if step == "minute" else timedelta(hours=20)
        alive = [number for number, until in expected.items() if until > clock.moment]
        assert [update["update_id"] for update in updates.pending()] == alive
        assert [update["update_id"] for update in updates.pending(2)] == alive[:2]


@given(st.integers(1, 20), st.integers(-25, -1))
def test_negative_offset_counts_from_the_end(count: int, offset: int) -> None:
    updates = Updates(StillClock())
    numbers = [updates.add("message", {}) for _ in range(count)]
    updates.confirm(offset)
    assert [update["update_id"] for update in updates.pending()] == numbers[offset:]


def test_kinds_that_must_be_asked_for_are_not_kept_by_default() -> None:
    updates = Updates(StillClock())
    assert updates.add("chat_member", {}) is None
    updates.allowed = frozenset({"chat_member"})
    assert updates.add("chat_member", {}) is not None
    assert updates.add("message", {}) is None
