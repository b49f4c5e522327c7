"""The words: catalogues, and how figures are written in the reader's language and units."""

from bot.words.speech import Html, Words, words_for

__all__ = ["Html", "Words", "words_for"]
