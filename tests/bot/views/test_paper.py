"""Lines, lists and headings of plain text for paper."""

from hypothesis import given
from hypothesis import strategies as st

from bot.views.paper import NEW_PAGE, PAGE, WIDTH, block, item, paged, ruled, wrapped

LONG = "word " * 40


def test_long_text_goes_over_lines_of_eighty() -> None:
    lines = wrapped(LONG, "  ", "    ")
    assert all(len(line) <= WIDTH for line in lines)
    assert lines[0].startswith("  word")
    assert lines[1].startswith("    word")


def test_figure_keeps_its_unit() -> None:
    assert all(not line.endswith(" 30") for line in wrapped("about 30\u202fmin " * 20))


def test_items_hang_under_their_mark() -> None:
    first, second, *_ = item(LONG)
    assert first.startswith("• word")
    assert second.startswith("  word")


def test_block_of_nothing_is_nothing() -> None:
    assert block("Title", []) == []
    assert block("Title", ["one"]) == ["Title", "• one"]


def test_chunks_have_an_empty_line_between_them() -> None:
    assert list(paged([["one"], [], ["two", "three"]])) == ["one", "", "two", "three"]


def test_chunk_that_finds_no_room_begins_a_page() -> None:
    lines = list(paged([["line"] * 40, ["line"] * 19, ["line"] * 20]))
    assert [lines.index(NEW_PAGE), len(lines)] == [60, 81]


def test_chunk_longer_than_a_page_begins_on_its_own() -> None:
    assert list(paged([["one"], ["line"] * (PAGE + 5)]))[1] == NEW_PAGE


@given(st.lists(st.integers(0, 30), max_size=30))
def test_no_page_is_longer_than_paper_and_nothing_is_lost(lengths: list[int]) -> None:
    text = "\n".join(paged([["line"] * length for length in lengths]))
    assert text.count("line") == sum(lengths)
    assert all(len(page.strip("\n").split("\n")) <= PAGE for page in text.split(NEW_PAGE))


def test_title_is_underlined_as_long_as_it_is() -> None:
    assert ruled("Week") == ["Week", "===="]
