"""Getting through the questions quickly: the first button of each, unless the test says otherwise."""

from collections.abc import Mapping

from tests.chats.driver import BotMessage, Person

QUESTIONS = 18
"""More messages than the questions take."""


RUNNER = {
    "What would you like": "General fitness",
    "How much do you run": "Most weeks",
    "usual week": "20",
    "longest single run": "10",
    "How old": "30–39",
    "how many years exactly": "34",
    "On which days": "Mon Tue Thu Sat Sun",
    "How many minutes": "60 min, weekends 120",
}
"""A regular runner with five days a week, in London."""


async def a_runner(person: Person) -> BotMessage:
    """Onboard a regular runner of 20 km a week and return the message with the week that follows from it."""
    return await onboard(person, RUNNER)


async def onboard(person: Person, answers: Mapping[str, str] | None = None) -> BotMessage:
    """Answer every question and return the message with the plan.

    ``answers`` are beginnings of labels by a part of the question: ``{"How much": "Most weeks"}``.
    """
    await person.says("/start")
    for _ in range(QUESTIONS):
        heard = await person.hears()
        if "What to expect" in heard.text:
            return heard
        if heard.inline_labels:
            await person.taps(_label(heard, answers or {}), on=heard)
    raise AssertionError(person.transcript())


def _label(heard: BotMessage, answers: Mapping[str, str]) -> str:
    wanted = next((answer for word, answer in answers.items() if word in heard.text), None)
    if wanted is None:
        return heard.inline_labels[0]
    return next(label for label in heard.inline_labels if label.startswith(wanted))
