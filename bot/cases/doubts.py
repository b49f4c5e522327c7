"""What cannot be true, or is not known well enough, is asked about; the answer completes the words that raised it."""

import re

from bot.cases.believing import believed
from bot.cases.report import level_in
from bot.cases.training import training_of
from bot.conversations.amount import units_of
from bot.desk import Desk
from bot.incoming import Heard
from bot.readings import read_once
from bot.refs import lately_about, replied_to
from bot.screens import Screen
from coach.phrases import Phrase
from coach.reader.settled import BY_FIGURE, BY_WORDS, answered, settled
from coach.reading import Reading
from storage.sayings import saying_by_id
from storage.tables import Saying

DOUBT = "doubt"
"""What the outbox remembers of the question: ``doubt:<saying>``."""
_FIGURE = re.compile(r"\D{0,24}(\d{1,3})(?:\s*/\s*10|\s+out of (?:10|ten))?\D{0,24}")


def ask_about(desk: Desk, saying: Saying, question: Phrase) -> None:
    """Ask about words that were kept and not logged."""
    key = "hear.doubt_answer" if question.key in BY_WORDS else "hear.doubt"
    key = "hear.doubt_figure" if question.key in BY_FIGURE else key
    desk.say(Screen(desk.words(key, question=question)), reply_to=saying.message_id, ref=f"{DOUBT}:{saying.id}")


def answer_doubt(desk: Desk, heard: Heard) -> tuple[Saying, Reading] | None:
    """The words that were in doubt and what they say now, where the message answers what was asked."""
    meant = replied_to(desk, heard.reply_to) if heard.reply_to else lately_about(desk)
    doubted = saying_by_id(desk.session, desk.athlete_id, meant.id) if meant and meant.kind == DOUBT else None
    if doubted is None:
        return None
    figure, units = _figure(heard.text), units_of(desk.owner)
    day = desk.date_at(doubted.said_at)
    reading = believed(training_of(desk), read_once(doubted.text, day, units, desk.words.language))
    now = None if figure is None else settled(reading, figure, day)
    now = now or answered(reading, heard.text, desk.today, units)
    return (doubted, now) if now is not None else None


def _figure(text: str) -> int | None:
    """The one figure of a short answer: ``about a 3``, ``it's 6/10``, ``152``."""
    level = level_in(text)
    found = _FIGURE.fullmatch(" ".join(text.split())) if level is None else None
    return int(found[1]) if found else level
