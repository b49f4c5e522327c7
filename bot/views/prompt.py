"""The daily prompt: today's sessions with their steps and why, and the buttons that answer it."""

import datetime as dt
from collections.abc import Sequence

from bot.screens import Button, Rows, Screen, in_rows
from bot.taps import Tap, Verb
from bot.views.session import session_head, session_line, session_text, size_text
from bot.words import Html, Words
from bot.words.figures import write_weekday
from coach.history import Reason
from coach.session import Session, SessionKind, Size

REASONS = (Reason.BUSY, Reason.TRAVEL, Reason.ILL, Reason.INJURED)
NO_REASON = "none"
LATER = "later"


def prompt_screen(
    sessions: Sequence[Session],
    prompt: int,
    athlete: int,
    words: Words,
    greeting: str = "",
    *,
    only: Sequence[Session] | None = None,
    skipped: Sequence[Session] = (),
) -> Screen:
    """What to do today. With two sessions on one day each has its own Done.

    Those not in ``only`` are done already, or skipped.
    """
    shown = sessions if only is None else only
    ticked = (
        words("today.skipped" if session in skipped else "today.done", session=Html(session_line(session, words)))
        for session in sessions
        if session not in shown
    )
    parts = [greeting, words("prompt.head"), *ticked, *(session_text(session, words) for session in shown)]
    rows = prompt_rows(sessions, prompt, athlete, words, only=only)
    return Screen("\n\n".join(part for part in parts if part), rows)


def rest_screen(words: Words, greeting: str = "") -> Screen:
    """A rest day's line, for those who want it."""
    return Screen("\n\n".join(part for part in (greeting, words("prompt.rest")) if part))


def prompt_rows(
    sessions: Sequence[Session], prompt: int, athlete: int, words: Words, *, only: Sequence[Session] | None = None
) -> Rows:
    """Done · Shorter · Move · Skip · Something hurts; a Done each for the sessions still open (``only``)."""

    def button(label: str, verb: Verb, value: str = "") -> Button:
        return Button(label, Tap(verb, athlete, prompt, value))

    left = [(number, session) for number, session in enumerate(sessions) if only is None or session in only]
    single = len(sessions) == 1
    done = tuple(
        (
            button(
                words("button.done") if single else words("button.done_of", session=session.title), Verb.DONE, str(n)
            ),
            *((guide_button(athlete, words, prompt),) if session.kind is SessionKind.STRENGTH else ()),
        )
        for n, session in left
    )
    return (
        *done,
        (button(words("button.shorter"), Verb.SHORTER), button(words("button.move"), Verb.MOVE)),
        (button(words("button.skip"), Verb.SKIP), button(words("button.hurts"), Verb.HURTS)),
    )


def guide_button(athlete: int, words: Words, prompt: int | None = None, minutes: str = "") -> Button:
    """Start: the coach leads through a strength session, of a prompt or of today, in full or so many minutes long."""
    return Button(words("button.guided.start"), Tap(Verb.GUIDE, athlete, prompt, minutes))


def go_on_button(athlete: int, words: Words) -> Button:
    """Go on with the strength session that one is in the middle of, at the end of the chat."""
    return Button(words("button.guided.again"), Tap(Verb.GUIDE, athlete))


def shorter_screen(sessions: Sequence[Session], prompt: int, athlete: int, words: Words) -> Screen:
    """The shorter sizes on offer, each with what it holds."""
    sizes = {
        size_label(size, words): Tap(Verb.SHORTER, athlete, prompt, f"{number}:{size.minutes}")
        for number, session in reversed(list(enumerate(sessions)))
        for size in reversed(session.shorter)
    }
    rows = tuple((Button(label, tap),) for label, tap in reversed(sizes.items()))
    heads = "\n".join(session_head(session, words) for session in sessions)
    return Screen(words("prompt.shorter", session=Html(heads)), (*rows, *back_row(prompt, athlete, words)))


def size_label(size: Size, words: Words) -> str:
    """A shorter size on a button."""
    return words("button.size", title=size.title)


def size_screen(session: Session, number: int, minutes: int, prompt: int, athlete: int, words: Words) -> Screen | None:
    """One shorter size with its steps; ``None`` where the session has no such size."""
    size = next((size for size in session.shorter if size.minutes == minutes), None)
    if size is None:
        return None
    done = Button(words("button.done"), Tap(Verb.DONE, athlete, prompt, f"{number}:{minutes}"))
    lifts = session.kind is SessionKind.STRENGTH and size.title.key != "title.short_walk"
    lead = (guide_button(athlete, words, prompt, str(minutes)),) if lifts else ()
    return Screen(size_text(session, size, words), ((done, *lead), *back_row(prompt, athlete, words)))


def skip_screen(sessions: Sequence[Session], prompt: int, athlete: int, words: Words) -> Screen:
    """Skipping asks for a reason, because an illness changes the plan and a busy day does not; none is fine too."""
    reasons = tuple(Button(words(f"reason.{reason}"), Tap(Verb.SKIP, athlete, prompt, reason)) for reason in REASONS)
    none = Button(words("reason.none"), Tap(Verb.SKIP, athlete, prompt, NO_REASON))
    rows = (reasons[:2], reasons[2:], (none,), *back_row(prompt, athlete, words))
    return Screen(words("prompt.skip", session=_list(sessions, words)), rows)


def move_screen(
    sessions: Sequence[Session], days: Sequence[dt.date], prompt: int, athlete: int, words: Words
) -> Screen:
    """The days a session can move to."""
    buttons = [
        Button(write_weekday(day, words.language), Tap(Verb.MOVE, athlete, prompt, day.isoformat())) for day in days
    ]
    later = Button(words("button.later_today"), Tap(Verb.MOVE, athlete, prompt, LATER))
    rows = ((later,), *in_rows(buttons, 3))
    return Screen(words("prompt.move", session=_list(sessions, words)), (*rows, *back_row(prompt, athlete, words)))


def back_row(prompt: int, athlete: int, words: Words) -> Rows:
    """Back to the prompt as it was."""
    return ((Button(words("button.back"), Tap(Verb.TODAY, athlete, prompt)),),)


def _list(sessions: Sequence[Session], words: Words) -> Html:
    return Html(", ".join(session_line(session, words) for session in sessions))
