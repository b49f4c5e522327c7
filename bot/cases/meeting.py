"""Somebody writes before ``/start``: what they say is taken, and the first questions begin with what is left to ask."""

from typing import Final

from bot.cases.question_words import hear_first
from bot.cases.small_talk import answer_crisis
from bot.conversations.typed.moods import mood_of
from bot.desk import Desk
from bot.incoming import Heard, Sender
from bot.screens import Screen
from bot.words import words_for
from storage.athletes import register
from storage.sayings import keep_saying

_LEAVING: Final = frozenset({"thanks", "bye", "sorry", "ok", "undo"})
"""What people say who have just had everything erased: nothing of them is kept again for that."""


def meet(desk: Desk, heard: Heard) -> None:
    """Begin with whoever writes first; who only takes leave, or is in need, is answered and not registered."""
    if answer_crisis(desk, heard.text, heard.message_id):
        return
    if heard.sender is None or heard.edited or mood_of(heard.text) in _LEAVING:
        desk.say(Screen(desk.words("hear.stranger")))
        return
    welcome(desk, heard.sender)
    keep_saying(desk.session, desk.athlete_id, desk.chat_id, heard.message_id, heard.text, heard.reply_to, desk.now)
    hear_first(desk, heard)


def welcome(desk: Desk, sender: Sender) -> None:
    """Register somebody new and say who the coach is."""
    language = sender.language or "en"
    desk.athlete = register(desk.session, sender.telegram_id, sender.chat_id, sender.name, language, desk.now)
    desk.words = words_for(language)
    desk.say(Screen(desk.words("start.welcome", name=desk.owner.name)))
