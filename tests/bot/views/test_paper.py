"""Lines, lists and headings of plain text for paper."""

from bot.views.paper import WIDTH, block, item, ruled, wrapped

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
    assert list(block("Title", [])) == []
    assert list(block("Title", ["one"])) == ["", "Title", "• one"]


def test_title_is_underlined_as_long_as_it_is() -> None:
    assert ruled("Week") == ["Week", "===="]
