"""Errors in words: the one place where an error's code and data become a sentence."""

from bot.words.speech import Html, Words
from coach.errors import ConfigurationError, LegworkError


def explain(error: LegworkError, words: Words) -> Html:
    """The sentence for an error: ``error.<code>``, and for a setting what is wrong with it."""
    data = dict(error.data)
    if isinstance(error, ConfigurationError):
        data["problem"] = words(_known(f"problem.{error.reason}", "problem.value", words), **data)
    return words(_known(f"error.{error.code}", "error.unknown", words), **data)


def _known(key: str, fallback: str, words: Words) -> str:
    return key if key in words.catalogue else fallback
