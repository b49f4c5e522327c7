"""Answering a prompt by buttons: Done, Shorter, Skip, and back again.

A button carries its prompt's id, so an answer days later still belongs to the day it was asked on, and two taps on
one button count once.
"""

from collections.abc import Sequence

from bot.cases.binding import bind, new_log
from bot.cases.cards import keep
from bot.cases.training import training_of
from bot.desk import Desk
from bot.incoming import Tapped
from bot.screens import Screen
from bot.views.prompt import NO_REASON, prompt_rows, prompt_screen, shorter_screen, size_screen, skip_screen
from coach.documents import session_from_json
from coach.errors import StaleButton
from coach.history import Reason, Status
from coach.reading import Activity
from coach.session import RUN_KINDS, Session
from storage.logs import logs_between, logs_of_prompt
from storage.prompts import answer, prompt_by_id
from storage.tables import Log, Prompt

SHORTER_STEP, SKIP_STEP = "shorter", "skip"
"""What is open under a prompt whose button was tapped (``bot.refs``)."""


def done(desk: Desk, tapped: Tapped) -> None:
    """Done: the session as planned, or in the shorter size that was chosen."""
    prompt, sessions = prompted(desk, tapped)
    number, _, minutes = tapped.tap.value.partition(":")
    session = chosen(sessions, number)
    if already(desk, prompt, session):
        desk.toast(tapped.query_id, desk.words("answer.already"))
        return
    desk.toast(tapped.query_id, desk.words("answer.done"))
    log = new_log(desk, prompt_id=prompt.id, status=Status.DONE, date=min(session.date, desk.today))
    if minutes and int(minutes) < session.minutes:
        log.status, log.minutes, log.stated = Status.PARTIAL, float(minutes), ["minutes"]
    bind(log, session)
    if log.status == Status.PARTIAL and _is_walk(session, float(minutes)):
        log.activity, log.longest_run_s, log.distance_m = Activity.WALK, 0, None
    answer(desk.session, prompt, desk.now)
    keep(desk, log, session, training_of(desk))
    _settle(desk, prompt, sessions, tapped)


def shorter(desk: Desk, tapped: Tapped) -> None:
    """Shorter: first the sizes on offer, then the chosen one with its steps."""
    prompt, sessions = prompted(desk, tapped)
    desk.toast(tapped.query_id)
    screen = _shorter(desk, tapped, prompt, sessions)
    desk.show(screen, message_id=tapped.message_id, ref=f"{prompt_ref(prompt)}:{SHORTER_STEP}")


def shorter_by_words(desk: Desk, prompt: Prompt, minutes: int) -> bool:
    """The size that was typed, with its steps; the sizes on offer where there is none of that length."""
    sessions = still_open(desk, prompt, _asked(prompt))
    for number, session in enumerate(sessions):
        screen = size_screen(session, number, minutes, row_id(prompt), desk.athlete_id, desk.words)
        if screen is not None:
            desk.say(screen, ref=prompt_ref(prompt))
            return True
    if sessions:
        screen = shorter_screen(sessions, row_id(prompt), desk.athlete_id, desk.words)
        desk.say(screen, ref=f"{prompt_ref(prompt)}:{SHORTER_STEP}")
    else:
        desk.say(Screen(desk.words("answer.already")))
    return True


def skip(desk: Desk, tapped: Tapped) -> None:
    """Skip: asks for a reason, because an illness changes the plan and a busy day does not."""
    prompt, sessions = prompted(desk, tapped)
    open_now = still_open(desk, prompt, sessions)
    if not open_now:
        desk.toast(tapped.query_id, desk.words("answer.already"))
        return
    desk.toast(tapped.query_id)
    if not tapped.tap.value:
        screen = skip_screen(open_now, row_id(prompt), desk.athlete_id, desk.words)
        desk.show(screen, message_id=tapped.message_id, ref=f"{prompt_ref(prompt)}:{SKIP_STEP}")
        return
    reason = None if tapped.tap.value == NO_REASON else Reason(tapped.tap.value)
    _skip_all(desk, prompt, open_now, reason)
    _settle(desk, prompt, sessions, tapped)


def skip_by_words(desk: Desk, prompt: Prompt, reason: Reason | None) -> bool:
    """The reason was typed."""
    open_now = still_open(desk, prompt, _asked(prompt))
    if not open_now:
        desk.say(Screen(desk.words("answer.already")))
        return True
    _skip_all(desk, prompt, open_now, reason)
    return True


def _skip_all(desk: Desk, prompt: Prompt, sessions: Sequence[Session], reason: Reason | None) -> None:
    answer(desk.session, prompt, desk.now)
    for session in sessions:
        log = new_log(desk, prompt_id=prompt.id, status=Status.SKIPPED, reason=reason, date=session.date)
        bind(log, session)
        keep(desk, log, session, training_of(desk))


def back(desk: Desk, tapped: Tapped) -> None:
    """Back from Shorter, Move or Skip to the prompt as it was."""
    prompt, sessions = prompted(desk, tapped)
    desk.toast(tapped.query_id)
    waiting = still_open(desk, prompt, sessions)
    skipped = skipped_of(desk, prompt, sessions)
    only = waiting or sessions
    screen = prompt_screen(sessions, row_id(prompt), desk.athlete_id, desk.words, only=only, skipped=skipped)
    desk.show(screen, message_id=tapped.message_id, ref=prompt_ref(prompt))


def prompted(desk: Desk, tapped: Tapped) -> tuple[Prompt, tuple[Session, ...]]:
    """The prompt a button belongs to and what it asked for.

    Raises:
        StaleButton: the prompt is gone, or is somebody else's.
    """
    prompt = prompt_by_id(desk.session, desk.athlete_id, tapped.tap.subject or 0)
    if prompt is None:
        raise StaleButton
    return prompt, _asked(prompt)


def _asked(prompt: Prompt) -> tuple[Session, ...]:
    """What a prompt asked for."""
    return tuple(session_from_json(session) for session in prompt.sessions)


def still_open(desk: Desk, prompt: Prompt, sessions: Sequence[Session]) -> tuple[Session, ...]:
    """What of a prompt's sessions is not logged, by a button or by words on the same day."""
    return tuple(session for session in sessions if not already(desk, prompt, session))


def already(desk: Desk, prompt: Prompt, session: Session) -> bool:
    """Whether the prompt's session is logged, by a button or by words on the same day."""
    return any(log.kind == session.kind and log.planned for log in _logs_for(desk, prompt, session))


def skipped_of(desk: Desk, prompt: Prompt, sessions: Sequence[Session]) -> tuple[Session, ...]:
    """What of a prompt's sessions was skipped: shown as that, and not as done."""
    return tuple(
        session
        for session in sessions
        if any(
            log.kind == session.kind and log.planned and log.status == Status.SKIPPED
            for log in _logs_for(desk, prompt, session)
        )
    )


def _logs_for(desk: Desk, prompt: Prompt, session: Session) -> list[Log]:
    """The logs that a prompt's session may have: by its buttons, or by words on the same day."""
    return [
        *logs_of_prompt(desk.session, row_id(prompt)),
        *logs_between(desk.session, desk.athlete_id, session.date, session.date),
    ]


def prompt_ref(prompt: Prompt) -> str:
    """What the outbox remembers of a prompt's message."""
    return f"prompt:{prompt.id}"


def row_id(prompt: Prompt) -> int:
    """The id of a stored prompt.

    Raises:
        StaleButton: it is not stored.
    """
    if prompt.id is None:
        raise StaleButton
    return prompt.id


def _is_walk(session: Session, minutes: float) -> bool:
    """Whether the shorter size of that many minutes is a walk in place of a run."""
    sizes = [size for size in session.shorter if size.minutes == minutes]
    return session.kind in RUN_KINDS and bool(sizes) and sizes[0].title.key == "title.short_walk"


def chosen(sessions: Sequence[Session], number: str) -> Session:
    """The session that a button names by its place in the prompt.

    Raises:
        StaleButton: there is none at that place.
    """
    if not number.isdigit() or int(number) >= len(sessions):
        raise StaleButton
    return sessions[int(number)]


def _settle(desk: Desk, prompt: Prompt, sessions: Sequence[Session], tapped: Tapped) -> None:
    """Take away the buttons of what is answered; what is still open keeps its own."""
    waiting = still_open(desk, prompt, sessions)
    rows = prompt_rows(sessions, row_id(prompt), desk.athlete_id, desk.words, only=waiting) if waiting else ()
    desk.set_rows(rows, message_id=tapped.message_id)


def _shorter(desk: Desk, tapped: Tapped, prompt: Prompt, sessions: Sequence[Session]) -> Screen:
    number, _, minutes = tapped.tap.value.partition(":")
    if minutes:
        session = chosen(sessions, number)
        screen = size_screen(session, int(number), int(minutes), row_id(prompt), desk.athlete_id, desk.words)
        if screen is not None:
            return screen
    return shorter_screen(sessions, row_id(prompt), desk.athlete_id, desk.words)
