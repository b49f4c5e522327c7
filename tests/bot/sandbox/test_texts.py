"""Texts: HTML becomes text and entities as on Telegram, and Telegram finds some by itself."""

import pytest

from tests.bot.sandbox.wire import Wire
from tests.chats.driver import Person

MARKED = [
    ("<b>Go</b>", "Go", [("bold", 0, 2)]),
    ("<STRONG>Go</STRONG>", "Go", [("bold", 0, 2)]),
    ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
    ("🏃 <i>easy</i>", "🏃 easy", [("italic", 3, 4)]),
    ("x &lt; y &amp;&amp; z &#33; &#x1F3C3;", "x < y && z ! 🏃", []),
    ("a & b &nbsp; c", "a & b &nbsp; c", []),
    ("  <b> wide </b>  ", " wide", [("bold", 0, 5)]),
    ("\n\nhello\n", "hello", []),
    ("<u>u</u><s>s</s><code>c</code>", "usc", [("underline", 0, 1), ("strikethrough", 1, 1), ("code", 2, 1)]),
    ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
    ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
    ("<blockquote>x</blockquote>", "x", [("blockquote", 0, 1)]),
    ("<pre>x</pre>", "x", [("pre", 0, 1)]),
    ("<b>x</>", "x", [("bold", 0, 1)]),
    ("<b></b>x", "x", []),
    ('<a href="nowhere">x</a>', "x", []),
    (
        "see /week or /plan@legwork_sandbox_bot now",
        "see /week or /plan@legwork_sandbox_bot now",
        [("bot_command", 4, 5), ("bot_command", 13, 25)],
    ),
    ("knee 2/10 and 3/4", "knee 2/10 and 3/4", []),
    (
        "https://example.org/a?b=1 or a@b.org",
        "https://example.org/a?b=1 or a@b.org",
        [("url", 0, 25), ("email", 29, 7)],
    ),
    ("<code>/week</code> #run @ana_b", "/week #run @ana_b", [("code", 0, 5), ("hashtag", 6, 4), ("mention", 11, 6)]),
]


@pytest.mark.parametrize(("html", "text", "entities"), MARKED)
async def test_html_becomes_text_and_entities(
    wire: Wire, ana: Person, html: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    message = await wire.result("sendMessage", chat_id=ana.id, text=html, parse_mode="HTML")
    assert message["text"] == text
    assert [(one["type"], one["offset"], one["length"]) for one in message.get("entities", [])] == entities


async def test_link_and_language_keep_their_values(wire: Wire, ana: Person) -> None:
    html = '<a href="https://example.org/?a=1&amp;b=2">x</a> <pre><code class="language-python">y</code></pre>'
    message = await wire.result("sendMessage", chat_id=ana.id, text=html, parse_mode="HTML")
    assert message["entities"] == [
        {"type": "text_link", "offset": 0, "length": 1, "url": "https://example.org/?a=1&b=2"},
        {"type": "pre", "offset": 2, "length": 1, "language": "python"},
    ]


async def test_text_without_parse_mode_is_taken_as_it_is(wire: Wire, ana: Person) -> None:
    message = await wire.result("sendMessage", chat_id=ana.id, text="<b>Ana</b> & co")
    assert (message["text"], message.get("entities")) == ("<b>Ana</b> & co", None)


async def test_longest_text_is_counted_after_its_tags(wire: Wire, ana: Person) -> None:
    text = "<b>" + "x" * 4096 + "</b>"
    assert len((await wire.result("sendMessage", chat_id=ana.id, text=text, parse_mode="HTML"))["text"]) == 4096


async def test_entities_sent_along_are_kept_where_they_fit(wire: Wire, ana: Person) -> None:
    entities = [{"type": "bold", "offset": 0, "length": 2}, {"type": "bold", "offset": 1, "length": 9}]
    message = await wire.result("sendMessage", chat_id=ana.id, text="hello", entities=entities)
    assert message["entities"] == entities[:1]


async def test_person_with_html_in_the_name_is_shown_as_is(wire: Wire, ana: Person) -> None:
    user = await ana.sandbox.call("POST", "people", json={"first_name": "<b>Bo</b>", "last_name": "& Co"})
    await ana.sandbox.call("POST", f"chats/{user['id']}/messages", json={"text": "hi <b>"})
    message = (await wire.result("getUpdates"))[-1]["message"]
    assert (message["from"]["first_name"], message["chat"]["last_name"]) == ("<b>Bo</b>", "& Co")
    assert message["text"] == "hi <b>"
