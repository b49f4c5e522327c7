"""Errors in words: the one place where an error's code and data become a sentence."""

from bot.words.speech import Html, Words
from coach.errors import ConfigurationError, LegworkError


def explain(error: LegworkError, words: Words) -> Html:
    """The sentence for an error: ``error.<code>``; for settings what is wrong with each."""
    data = dict(error.data)
    others = error.others if isinstance(error, ConfigurationError) else ()
    if isinstance(error, ConfigurationError):
        data["problem"] = words(_known(f"problem.{error.reason}", "problem.value", words), **data)
    said = words(_known(f"error.{error.code}", "error.unknown", words), **data)
    return Html("; ".join([said, *(explain(other, words) for other in others)])) if others else said


def _known(key: str, fallback: str, words: Words) -> str:
    return key if key in words.catalogue else fallback
