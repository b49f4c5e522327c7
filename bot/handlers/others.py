"""Everything a person may send that the coach has no use for: a kind answer, or a correct silence."""

import datetime as dt

from telegram import ChatMember, Message, Update

from bot.conversations.typed.moods import mood_of
from bot.desk import Desk
from bot.handlers.groups import added
from bot.screens import Screen
from bot.turn import Turn
from scheduler.due import schedule_athlete

_AWAY = {ChatMember.BANNED, ChatMember.LEFT}
_KINDS = ("photo", "sticker", "voice", "video", "video_note", "audio", "animation", "contact", "poll", "dice")


async def kind_answer(update: Update, turn: Turn) -> None:
    """Say kindly what the coach can and cannot read."""
    message = update.effective_message
    if message is not None:
        await turn.act(regret, kind_of(message))


async def membership(update: Update, turn: Turn) -> None:
    """The bot was blocked, unblocked or added somewhere."""
    change = update.my_chat_member
    if change is None:
        return
    gone = change.new_chat_member.status in _AWAY
    if change.chat.type == change.chat.PRIVATE:
        await turn.act(note_blocked, turn.house.clock.now() if gone else None)
    elif change.chat.type != change.chat.CHANNEL and not gone and change.old_chat_member.status in _AWAY:
        await added(turn)


async def silence(_: Update, __: Turn) -> None:
    """Nothing to say; the update counts as done."""


def kind_of(message: Message) -> str:
    """What kind of message it is, as the end of a catalogue key."""
    if message.forward_origin is not None:
        return "forwarded"
    if message.sticker is not None and mood_of(message.sticker.emoji or "") == "low":
        return "sticker.low"
    return next((kind for kind in _KINDS if getattr(message, kind)), "message")


def regret(desk: Desk, kind: str) -> None:
    """Say that such a message cannot be read, and what can."""
    desk.say(Screen(desk.words(f"other.{kind}")))


def note_blocked(desk: Desk, moment: dt.datetime | None) -> None:
    """Remember that the athlete has blocked the coach, or no longer does."""
    if desk.athlete is not None:
        desk.athlete.blocked_at = moment
        schedule_athlete(desk.session, desk.athlete, desk.now)
