"""The plan on paper, from the chat: a button under /plan, or a word for it."""

import re

import pytest
from sqlmodel import col, select

from bot.cases import plans
from bot.views.fridge_page import fridge_page
from bot.words import words_for
from coach.profile import DistanceUnit
from storage.tables import OutboxMessage
from tests.bot.cases.chat import Chat


def page_of(chat: Chat) -> str:
    """The page that was sent last; empty where none was."""
    rows = select(OutboxMessage).where(OutboxMessage.method == "send_document").order_by(col(OutboxMessage.id).desc())
    row = chat.desk.session.exec(rows).first()
    return "" if row is None or row.attachment is None else row.attachment.decode()


@pytest.mark.parametrize(
    "said",
    [
        "send me my plan for the fridge", "can i print my plan", "print the plan please", "plan as a pdf?",
        "can you send me the whole plan as a file", "my training plan on paper", "is there a printable plan",
        "a pdf of my plan would be great", "print it", "for the fridge",
    ],
)  # fmt: skip
def test_the_plan_for_the_fridge_comes_as_a_page(chat: Chat, said: str) -> None:
    chat.says(said)
    assert "Week 12" in page_of(chat)
    assert chat.logs == []


@pytest.mark.parametrize(
    "said",
    [
        "ran 5k as planned", "plan for tomorrow?", "can i change my plan", "fridge was empty, 5k in 30", "my plan",
        "what is my plan on saturday", "my foot print looks odd", "file my nails", "export my data",
        "my plan is to print photos", "i keep the plan on the fridge", "the plan is on my fridge",
        "my plan looks good on paper", "i printed my plan", "i have my plan as a pdf from my club",
    ],
)  # fmt: skip
def test_other_words_print_nothing(chat: Chat, said: str) -> None:
    chat.says(said)
    assert page_of(chat) == ""


def test_the_page_holds_every_day_of_this_week_and_no_change_that_was_told(chat: Chat) -> None:
    chat.forward(days=3)
    chat.says("ran 12k in 70 min, effort 7")
    plans.plan(chat.desk)
    chat._listen()
    chat.taps("For the fridge: a page to print")
    page = page_of(chat)
    first = page.partition("Week 1 ")[2].partition("Week 2 ")[0]
    assert {"Mon", "Tue", "Thu", "Sat", "Sun"} <= set(re.findall(r"[A-Z][a-z]{2}(?=  )", first))
    assert "→" not in page
    assert page.count("<pre>") == page.count("</pre>") > 1


def test_marks_in_a_text_cannot_break_the_page() -> None:
    page = fridge_page("Hills <1:00\n</pre><script>x</script> & more", words_for("en", DistanceUnit.KM)).decode()
    assert "<title>Hills &lt;1:00</title>" in page
    assert "&lt;/pre&gt;&lt;script&gt;x&lt;/script&gt; &amp; more" in page
    assert "<script" not in page
