"""Plain words: kept first, then read, bound to what was planned, and answered with a card.

Whatever a message turns out to be, its words are kept before they are read. What is understood comes back as a card;
what is not stays as a note, and the coach asks one question.
"""

import datetime as dt
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import replace

from bot.cases.amend import amend, amend_open
from bot.cases.binding import fill, new_log, open_sessions, pick
from bot.cases.called import answer_called
from bot.cases.cards import keep, retire_cards
from bot.cases.clearing import answer_cleared
from bot.cases.deleting import answer_deletion
from bot.cases.doubts import answer_doubt, ask_about
from bot.cases.guided_words import hear_set, spare_told
from bot.cases.letting_go import answer_left
from bot.cases.limits import answer_limit
from bot.cases.measuring import answer_measured_anew, keep_told
from bot.cases.pausing import answer_pause
from bot.cases.plans import adapt
from bot.cases.question_words import answer_corrected, answer_typed
from bot.cases.races import answer_race
from bot.cases.report import answer_pain, level_in, report
from bot.cases.restating import restate
from bot.cases.restoring import as_if_always, set_aside
from bot.cases.settings import forget_weight
from bot.cases.shifting import answer_shift
from bot.cases.skipping import left_out, say_nothing_to_skip
from bot.cases.small_talk import answer_crisis, answer_mood
from bot.cases.spoken import ASKED, answer_spoken
from bot.cases.steps import answer_step
from bot.cases.training import Training, training_of
from bot.cases.twins import answer_twin, ask_if_same, may_ask, meant_less, put_right
from bot.cases.units import offer_unit
from bot.cases.unmeasured import answer_at_times, ask_level, is_unmeasured
from bot.cases.wishes import answer_wish
from bot.cases.wondering import answer_wondering
from bot.conversations.typed.moods import is_of_effort
from bot.conversations.typed.wonders import asks
from bot.desk import Desk
from bot.incoming import Heard
from bot.readings import read_once
from bot.refs import about
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from coach.documents import session_from_json
from coach.documents.readings import reading_to_json
from coach.history import Reason, Status
from coach.reading import LogEntry, Reading
from coach.session import Session
from coach.soreness import without_soreness
from storage.logs import logs_between, logs_of_prompt, logs_of_saying
from storage.measurements import delete_measurement, measurements_of_saying
from storage.outbox import ref_of_message
from storage.prompts import answer, answer_day, prompt_by_id
from storage.sayings import keep_saying, mark_understood, note_reading
from storage.tables import AthleteState, Log, Prompt, Saying


def hear(desk: Desk, heard: Heard) -> None:
    """A text message: an answer to the open question, else a log, else a note."""
    if desk.athlete is None:
        desk.say(Screen(desk.words("hear.stranger")))
        return
    saying = keep_saying(
        desk.session, desk.athlete_id, desk.chat_id, heard.message_id, heard.text, heard.reply_to, desk.now
    )
    if not heard.edited and _is_about_sets(desk, heard) and hear_set(desk, saying):
        return
    if answer_corrected(desk, heard) if heard.edited else answer_typed(desk, heard):
        offer_unit(desk, heard.text)
        return
    if desk.owner.state == AthleteState.ONBOARDING:
        desk.say(Screen(desk.words("hear.not_started")))
        return
    understand(desk, saying, heard)
    offer_unit(desk, heard.text)


def _is_about_sets(desk: Desk, heard: Heard) -> bool:
    """Whether words may be about the strength session that is open: a reply to anything else is about that."""
    if heard.reply_to is None:
        return True
    return (ref_of_message(desk.session, desk.chat_id, heard.reply_to) or "").startswith("guided:")


def understand(desk: Desk, saying: Saying, heard: Heard) -> None:
    """Read kept words and act on them; an edited message replaces what it logged before."""
    training = training_of(desk)
    said = read_once(saying.text, desk.today, training.profile.units, desk.words.language)
    with as_if_always(desk) if heard.edited else nullcontext():
        understood = _answer(desk, training, without_soreness(said, training.history, desk.today), saying, heard)
    note_reading(desk.session, saying, reading_to_json(said), understood=understood or saying.understood)


def _answer(desk: Desk, training: Training, reading: Reading, saying: Saying, heard: Heard) -> bool:
    """Act on what was read; false where nothing could be made of it."""
    ref = ref_of_message(desk.session, desk.chat_id, heard.reply_to) if heard.reply_to else None
    if heard.edited and (answer_measured_anew(desk, saying) or _restated_anew(desk, ref, saying)):
        return True
    gone = unlog(desk, saying) if heard.edited else []
    if gone:
        retire_cards(desk, gone)
        training = training_of(desk)
    reading = _with_effort(reading, gone)
    if answer_crisis(desk, saying.text, saying.message_id):
        if reading.symptoms or reading.pain or is_of_effort(saying.text):
            _act(desk, training, reading, saying, _prompt_of(desk, ref), edited=heard.edited)
        return True
    if (
        answer_spoken(desk, heard)
        or answer_twin(desk, heard)
        or answer_deletion(desk, heard, reading, saying, log_told)
        or answer_step(desk, heard)
        or answer_shift(desk, heard, saying)
        or answer_left(desk, saying.text)
        or answer_wish(desk, heard, reading, saying)
        or answer_cleared(desk, training, reading, saying)
        or _doubt_settled(desk, training, heard)
        or (not heard.edited and restate(desk, ref, saying))
        or amend(desk, ref, reading, saying)
        or answer_pause(desk, saying.text)
        or (level_in(saying.text) is not None and answer_pain(desk, saying))
        or amend_open(desk, saying)
    ):
        return True
    acted = _act(desk, training, reading, saying, _prompt_of(desk, ref), edited=heard.edited)
    if not acted and not answer_pain(desk, saying) and not answer_called(desk, saying.text):
        if gone:
            desk.say(Screen(desk.words("log.unlogged")))
            adapt(desk)
        _ask(desk, training, saying, reading)
        return False
    if heard.edited:
        adapt(desk)
    return True


def _restated_anew(desk: Desk, ref: str | None, saying: Saying) -> bool:
    """An edited correction corrects the same log again; false where the words made a log of their own before."""
    return not logs_of_saying(desk.session, saying.id or 0) and restate(desk, ref, saying)


def _doubt_settled(desk: Desk, training: Training, heard: Heard) -> bool:
    """Log the words that were in doubt, where this is the figure asked for; what else is in doubt is asked next."""
    doubted = None if heard.edited else answer_doubt(desk, heard)
    if doubted is None:
        return False
    saying, reading = doubted
    prompt = _prompt_replied_to(desk, saying)
    with as_if_always(desk) if logs_of_saying(desk.session, saying.id or 0) else nullcontext():
        unlog(desk, saying)
        if _act(desk, training, reading, saying, prompt, edited=False):
            mark_understood(desk.session, saying)
        elif reading.question is not None:
            ask_about(desk, saying, reading.question)
    return True


def unlog(desk: Desk, saying: Saying) -> list[Log]:
    """Take out what an edited message was read as before; its new words take its place, whatever buttons changed."""
    gone = logs_of_saying(desk.session, saying.id or 0)
    if gone:
        set_aside(desk, gone)
    for measured in measurements_of_saying(desk.session, saying.id or 0):
        delete_measurement(desk.session, measured, desk.now)
        forget_weight(desk, measured)
    return gone


def _with_effort(reading: Reading, gone: list[Log]) -> Reading:
    """An effort told once stays, where the edited words say none: people edit a figure, not their answer to a card."""
    if len(gone) != 1 or len(reading.entries) != 1 or reading.entries[0].rpe is not None or gone[0].rpe is None:
        return reading
    return replace(reading, entries=(replace(reading.entries[0], rpe=gone[0].rpe),))


def _act(
    desk: Desk, training: Training, reading: Reading, saying: Saying, prompt: Prompt | None, *, edited: bool
) -> bool:
    """Store what was read; whether anything was. What concerns health comes first, and waits for no question."""
    reported = not is_unmeasured(reading) and report(desk, reading, saying)
    spare_told(desk, reading.pain)
    if reading.question is not None:
        if is_unmeasured(reading) and reading.measurements:
            keep_told(desk, reading, saying.text, saying.id)
        return False
    # What was looked up before the message is still true for its first entry, unless it changed something already.
    known = None if reported or edited else training
    for entry in reading.entries:
        _log(desk, training, entry, saying, prompt, known)
        known = None
    if reading.measurements:
        keep_told(desk, reading, saying.text, saying.id)
    return bool(reading.entries or reading.measurements or reported)


def log_told(desk: Desk, saying: Saying, reading: Reading) -> None:
    """Log the activities that kept words tell of; what concerns health was heard before."""
    prompt, training = _prompt_replied_to(desk, saying), training_of(desk)
    for entry in reading.entries:
        _log(desk, training, entry, saying, prompt, None)


def _log(
    desk: Desk, training: Training, entry: LogEntry, saying: Saying, prompt: Prompt | None, known: Training | None
) -> None:
    if entry.status is Status.SKIPPED:
        _leave_out(desk, training, entry, saying, prompt, known)
        return
    less = meant_less(desk, entry, saying) if prompt is None else None
    if less is not None:
        put_right(desk, less, entry)
        return
    session = pick(entry, _candidates(desk, training, entry, prompt))
    if session is None and _may_be_twin(desk, entry, saying):
        return
    _write_down(desk, entry, session, saying, prompt, known)
    if entry.kind is None and session is not None:
        _say_still_open(desk, training, entry.date)


def _may_be_twin(desk: Desk, entry: LogEntry, saying: Saying) -> bool:
    """Keep what may be a run that is kept already, and ask; false where it is surely one more."""
    log = new_log(desk, saying_id=saying.id)
    fill(log, entry, None)
    twin = may_ask(desk, saying, log)
    if twin is not None:
        ask_if_same(desk, log, twin)
    return twin is not None


def _leave_out(
    desk: Desk, training: Training, entry: LogEntry, saying: Saying, prompt: Prompt | None, known: Training | None
) -> None:
    """Log what is skipped: the session of the prompt replied to, else those of the day and kind meant."""
    if prompt is not None and (not entry.days or prompt.local_date in entry.days):
        session = pick(entry, _candidates(desk, training, entry, prompt))
        sessions = [session] if session is not None else []
    else:
        prompt, sessions = None, left_out(desk, training, entry)
    if not sessions and entry.reason is not Reason.ILL:
        say_nothing_to_skip(desk, training, entry)
        return
    meant: Sequence[Session | None] = sessions or (None,)
    for session in meant:
        _write_down(
            desk, entry if session is None else replace(entry, date=session.date), session, saying, prompt, known
        )
        known = None


def _write_down(
    desk: Desk,
    entry: LogEntry,
    session: Session | None,
    saying: Saying,
    prompt: Prompt | None,
    known: Training | None,
) -> None:
    log = new_log(desk, saying_id=saying.id, prompt_id=prompt.id if prompt else None)
    fill(log, entry, session)
    if prompt is not None and session is not None and entry.date == desk.today:
        log.date = min(session.date, desk.today)
    if prompt is not None:
        answer(desk.session, prompt, desk.now)
    answer_day(desk.session, desk.athlete_id, log.date, desk.now)
    keep(desk, log, session, known)


def _say_still_open(desk: Desk, training: Training, day: dt.date) -> None:
    """After a bare “done” on a day with two sessions: which one is still open."""
    waiting = open_sessions(training, day, logs_between(desk.session, desk.athlete_id, day, day))
    if waiting and day == desk.today:
        desk.say(Screen(desk.words("log.open_today", session=waiting[0].title)))


def _candidates(desk: Desk, training: Training, entry: LogEntry, prompt: Prompt | None) -> Sequence[Session]:
    if prompt is not None:
        done = _done_of(desk, prompt)
        return [each for session in prompt.sessions if (each := session_from_json(session)).kind not in done]
    logs = logs_between(desk.session, desk.athlete_id, entry.date, entry.date)
    return open_sessions(training, entry.date, logs)


def _done_of(desk: Desk, prompt: Prompt) -> set[str | None]:
    """The kinds of session of a prompt that are logged as done, by its buttons or by words."""
    logs = logs_of_prompt(desk.session, prompt.id or 0)
    logs += logs_between(desk.session, desk.athlete_id, prompt.local_date, prompt.local_date)
    return {log.kind for log in logs if log.planned and log.status != Status.SKIPPED}


def _prompt_of(desk: Desk, ref: str | None) -> Prompt | None:
    meant = about(ref)
    return prompt_by_id(desk.session, desk.athlete_id, meant.id) if meant and meant.kind == "prompt" else None


def _prompt_replied_to(desk: Desk, saying: Saying) -> Prompt | None:
    """The prompt that kept words answered as a reply."""
    replied = saying.reply_to_message_id
    return _prompt_of(desk, ref_of_message(desk.session, desk.chat_id, replied)) if replied else None


def _ask(desk: Desk, training: Training, saying: Saying, reading: Reading) -> None:
    """The one question about words that were not understood, or cannot be true; the words are kept either way."""
    if ask_level(desk, reading):
        return
    if reading.question is not None:
        ask_about(desk, saying, reading.question)
        return
    if (
        answer_race(desk, saying)
        or answer_wondering(desk, training, saying.text, saying.message_id)
        or answer_at_times(desk, saying.text)
        or answer_limit(desk, saying.text)
        or answer_mood(desk, saying.text, saying.message_id)
    ):
        return
    logs = logs_between(desk.session, desk.athlete_id, desk.today, desk.today)
    waiting = open_sessions(training, desk.today, logs)
    if asks(saying.text):
        desk.say(Screen(desk.words("hear.question")), reply_to=saying.message_id)
        return
    if not waiting:
        desk.say(Screen(desk.words("hear.note")), reply_to=saying.message_id)
        return
    yes = Button(desk.words("button.that_was_it"), Tap(Verb.ASK, desk.athlete_id, saying.id, "done"))
    no = Button(desk.words("button.just_a_note"), Tap(Verb.ASK, desk.athlete_id, saying.id, "note"))
    text = desk.words("hear.was_it", session=waiting[0].title)
    desk.say(Screen(text, ((yes, no),)), reply_to=saying.message_id, ref=f"{ASKED}:{saying.id}")
