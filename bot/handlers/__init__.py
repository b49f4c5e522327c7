"""The only ordered list of handlers: the first that fits takes an update, the catch-all stands last."""

from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ChatMemberHandler, MessageHandler, TypeHandler, filters

from bot.handlers import commands, groups, messages, others, taps
from bot.turn import Turn

_PRIVATE = filters.ChatType.PRIVATE
_NEW = _PRIVATE & filters.UpdateType.MESSAGE
_EDITED = _PRIVATE & filters.UpdateType.EDITED_MESSAGE
# A moving picture is a file too, but nobody means it as one.
_FILE = filters.Document.ALL & ~filters.ANIMATION
_IN_GROUP = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE


def add_handlers(application: Application[Any, Turn, Any, Any, Any, Any]) -> None:
    """Register every handler, in order."""
    for handler in (
        # A button is tapped far more often than anything is typed.
        CallbackQueryHandler(taps.tap),
        # Somebody else's words are not this athlete's log; a file that is passed on is as good as any.
        MessageHandler(_NEW & filters.FORWARDED & ~_FILE, others.kind_answer),
        MessageHandler(_NEW & filters.COMMAND, commands.obey),
        # The words under a file go with the file, also when they are changed later.
        MessageHandler((_NEW | _EDITED) & _FILE, messages.file),
        MessageHandler((_NEW | _EDITED) & (filters.TEXT | filters.CAPTION), messages.words),
        MessageHandler(_NEW & filters.LOCATION, messages.place),
        # Service messages (a pinned message, a new chat photo) are nobody's words.
        MessageHandler(_NEW & ~filters.StatusUpdate.ALL, others.kind_answer),
        MessageHandler(_IN_GROUP, groups.group),
        ChatMemberHandler(others.membership, ChatMemberHandler.MY_CHAT_MEMBER),
        # Channel posts, edits of pictures, whatever Telegram invents next.
        TypeHandler(Update, others.silence),
    ):
        application.add_handler(handler)
