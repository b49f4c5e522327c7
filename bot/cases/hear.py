"""Plain words: kept first, then read, bound to what was planned, and answered with a card.

Whatever a message turns out to be, its words are kept before they are read. What is understood comes back as a card;
what is not stays as a note, and the coach asks one question.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Final

from bot.cases.added import add_missing, add_pulse
from bot.cases.aiming import answer_aim
from bot.cases.amend import amend, amend_day, amend_open
from bot.cases.answered import ref_of_answered
from bot.cases.believing import believed, is_judgement, unless_asked, without_illness_of_a_period
from bot.cases.binding import open_sessions
from bot.cases.called import answer_called
from bot.cases.cards import retire_cards
from bot.cases.clearing import answer_cleared
from bot.cases.conditions import answer_condition
from bot.cases.deleting import answer_deletion
from bot.cases.doubts import answer_doubt, ask_about
from bot.cases.guided_words import hear_set
from bot.cases.leave import answer_leave
from bot.cases.letting_go import answer_left
from bot.cases.limits import answer_limit, answer_short_of_time
from bot.cases.measuring import answer_measured_anew
from bot.cases.meeting import meet
from bot.cases.pausing import answer_pause
from bot.cases.plans import adapt
from bot.cases.printing import answer_printing
from bot.cases.question_words import answer_corrected, answer_typed, take_up
from bot.cases.races import answer_race
from bot.cases.recovering import answer_not_yet, answer_recovering
from bot.cases.report import answer_pain, level_in
from bot.cases.restating import restate
from bot.cases.restoring import as_if_always, set_aside
from bot.cases.rewording import reword
from bot.cases.settings import answer_named, forget_weight
from bot.cases.shifting import answer_shift
from bot.cases.small_talk import answer_crisis, answer_mood
from bot.cases.sparing import answer_spared
from bot.cases.spoken import ASKED, answer_spoken
from bot.cases.steps import answer_step
from bot.cases.told import act, prompt_of, prompt_replied_to
from bot.cases.training import Training, training_of
from bot.cases.trips import answer_home
from bot.cases.twins import answer_twin, merged_again
from bot.cases.units import offer_unit
from bot.cases.unmeasured import answer_at_times, ask_level
from bot.cases.wishes import answer_late, answer_trip, answer_wish
from bot.cases.wondering import answer_wondering
from bot.conversations.asking import talk_at
from bot.conversations.typed.moods import is_of_effort
from bot.conversations.typed.plain import plain
from bot.conversations.typed.tellings import may_tell
from bot.conversations.typed.wonders import asks
from bot.conversations.wishes.days import is_for_good
from bot.desk import Desk
from bot.incoming import Heard
from bot.readings import read_once
from bot.refs import lately_about
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from coach.documents.readings import reading_to_json
from coach.reader.bare import is_bare_log
from coach.reading import Reading
from coach.soreness import without_soreness
from storage.logs import log_by_id, logs_between, logs_of_saying
from storage.measurements import delete_measurement, measurements_of_saying
from storage.outbox import ref_of_message
from storage.sayings import keep_saying, mark_understood, note_reading
from storage.tables import AthleteState, Log, Saying

_SHORT_ANSWERS: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("and this one", "this one too", "this too", "and this", "this one", "and that one", "that too"), "done"
    ),
    **dict.fromkeys(("half", "half of it", "only half", "about half"), "did half of it"),
}
"""Words that under a prompt or a card say what became of its session, and alone say nothing."""
_NOTED: Final = "noted"
_TURNS: Final = "turns"
_WAYS: Final = 3
"""In so many ways it is said that something was not understood, before the first comes again."""
_WONDERED: Final = "wondered"
_PATIENT: Final = dt.timedelta(hours=2)
"""How long it is not asked again whether words were the day's session."""
_EXPLAINED: Final = dt.timedelta(hours=12)
"""How long somebody remembers what the coach understands."""


def hear(desk: Desk, heard: Heard) -> None:
    """A text message: an answer to the open question, else a log, else a note."""
    if desk.athlete is None:
        meet(desk, heard)
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
        take_up(desk, heard)
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
    day = desk.date_at(saying.said_at)  # an edit the day after is about the day before
    read = read_once(saying.text, day, training.profile.units, desk.words.language)
    said = believed(training, without_illness_of_a_period(unless_asked(read)))
    with as_if_always(desk) if heard.edited else nullcontext():
        understood = _answer(desk, training, without_soreness(said, training.history, desk.today), saying, heard)
    note_reading(desk.session, saying, reading_to_json(said), understood=understood or saying.understood)


def _answer(desk: Desk, training: Training, reading: Reading, saying: Saying, heard: Heard) -> bool:
    """Act on what was read; false where nothing could be made of it."""
    ref = ref_of_message(desk.session, desk.chat_id, heard.reply_to) if heard.reply_to else None
    if heard.edited and (answer_measured_anew(desk, saying) or _restated_anew(desk, ref, saying)):
        return True
    if heard.edited and reword(desk, saying, reading):
        return True
    gone = unlog(desk, saying) if heard.edited else []
    if gone:
        retire_cards(desk, gone)
        training = training_of(desk)
    elif heard.edited and reading.question is None and merged_again(desk, saying, reading.entries):
        return True
    reading = _with_effort(reading, gone)
    is_bare = is_bare_log(saying.text)
    if not is_bare and answer_crisis(desk, saying.text, saying.message_id):
        if reading.symptoms or reading.pain or is_of_effort(saying.text):
            act(desk, training, reading, saying, prompt_of(desk, ref), edited=heard.edited)
        return True
    if ref is not None and ref.startswith(("prompt:", "log:")) and (short := _SHORT_ANSWERS.get(plain(saying.text))):
        reading = read_once(short, desk.date_at(saying.said_at), training.profile.units, desk.words.language)
    if ref is not None and not heard.edited:
        ref = ref_of_answered(desk, ref, reading, saying)
    message = Message(desk, heard, saying, training, reading, ref, is_bare)
    return any(answers(message) for answers in _ANSWERS) or _logged(message, gone)


@dataclass(frozen=True, slots=True)
class Message:
    """Words that wait for an answer, what was read of them, and what the message of ours is that they reply to."""

    desk: Desk
    heard: Heard
    saying: Saying
    training: Training
    reading: Reading
    ref: str | None

    is_bare: bool
    """Whether the words are a bare log, which asks for nothing."""

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.saying.text


def _by_words(answers: Callable[[Message], bool]) -> Callable[[Message], bool]:
    """An answer to what words ask for or speak of, whatever is open: into a bare log it does not look."""
    return lambda told: not told.is_bare and answers(told)


_ANSWERS: Final[tuple[Callable[[Message], bool], ...]] = (
    _by_words(lambda told: answer_spoken(told.desk, told.heard)),
    _by_words(lambda told: answer_twin(told.desk, told.heard)),
    _by_words(lambda told: answer_deletion(told.desk, told.heard, told.reading, told.saying)),
    lambda told: answer_step(told.desk, told.heard),
    _by_words(lambda told: answer_spared(told.desk, told.text)),
    lambda told: not told.heard.edited and answer_recovering(told.desk, told.training, told.reading, told.saying),
    _by_words(lambda told: not told.heard.edited and answer_home(told.desk, told.text)),
    _by_words(lambda told: answer_leave(told.desk, told.heard, told.saying)),
    _by_words(lambda told: not is_for_good(plain(told.text)) and answer_shift(told.desk, told.heard, told.saying)),
    _by_words(lambda told: answer_left(told.desk, told.text)),
    _by_words(lambda told: answer_short_of_time(told.desk, told.heard, told.saying)),
    _by_words(lambda told: answer_wish(told.desk, told.heard, told.reading, told.saying)),
    _by_words(lambda told: answer_named(told.desk, told.text)),
    _by_words(lambda told: not told.heard.edited and answer_aim(told.desk, told.training, told.text)),
    lambda told: answer_cleared(told.desk, told.training, told.reading, told.saying),
    lambda told: _doubt_settled(told.desk, told.training, told.heard),
    _by_words(lambda told: not told.heard.edited and restate(told.desk, told.ref, told.saying)),
    lambda told: amend(told.desk, told.ref, told.reading, told.saying),
    lambda told: add_pulse(told.desk, told.heard, told.reading),
    lambda told: add_missing(told.desk, told.heard, told.reading),
    lambda told: answer_pause(told.desk, told.text),
    _by_words(lambda told: level_in(told.text) is not None and answer_pain(told.desk, told.saying)),
    _by_words(lambda told: amend_open(told.desk, told.saying)),
    lambda told: not told.heard.edited and amend_day(told.desk, told.reading, told.saying),
    lambda told: told.ref is None and not told.heard.edited and _judged_nothing(told),
)
"""Who may answer words before they are read as a log, in this order; each is false where they are not its business."""


def _logged(told: Message, gone: Sequence[Log]) -> bool:
    """Write down what was told; where nothing was, ask about it, and say what an edit took out."""
    desk, edited = told.desk, told.heard.edited
    acted = act(desk, told.training, told.reading, told.saying, prompt_of(desk, told.ref), edited=edited)
    if acted or answer_pain(desk, told.saying) or answer_called(desk, told.text) or answer_printing(desk, told.text):
        if edited:
            adapt(desk)
        return True
    if gone:
        desk.say(Screen(desk.words("log.unlogged")))
        adapt(desk)
    _ask(desk, told.training, told.saying, told.reading)
    return False


def _judged_nothing(told: Message) -> bool:
    """*That was too hard*, of a session just rated, or where nothing is open: a word on it, and no nameless session."""
    desk = told.desk
    if not is_judgement(told.reading):
        return False
    logs = logs_between(desk.session, desk.athlete_id, desk.today, desk.today)
    rated = _rated_last(desk)
    if rated is None and open_sessions(told.training, desk.today, logs):
        return False
    words = desk.words("hear.judged") if rated is None else desk.words("hear.judged.rated", effort=rated.rpe or 0)
    desk.say(Screen(words), reply_to=told.saying.message_id)
    return True


def _rated_last(desk: Desk) -> Log | None:
    """The session of today whose card stands last, where its effort is known: it is that one that is judged."""
    meant = lately_about(desk)
    log = log_by_id(desk.session, desk.athlete_id, meant.id) if meant is not None and meant.kind == "log" else None
    rated = log is not None and log.deleted_at is None and log.date == desk.today and log.rpe is not None
    return log if rated else None


def _say_noted(desk: Desk, saying: Saying) -> None:
    """Words that are nobody's business stay as a note: with what the coach understands, and shorter the next time."""
    before = talk_at(desk).row.data.get(_NOTED)
    again = before is not None and desk.now - dt.datetime.fromisoformat(before) < _EXPLAINED
    _say_in_turn(desk, saying, "hear.note.again" if again else "hear.note")
    talk_at(desk).remember(**{_NOTED: desk.now.isoformat()})


def _asked_of_late(desk: Desk) -> bool:
    """Whether it was asked a moment ago if words were the day's session: nobody likes to be asked that each time."""
    talk = talk_at(desk)
    before = talk.row.data.get(_WONDERED)
    if before is not None and desk.now - dt.datetime.fromisoformat(before) < _PATIENT:
        return True
    talk.remember(**{_WONDERED: desk.now.isoformat()})
    return False


def _say_in_turn(desk: Desk, saying: Saying, key: str) -> None:
    """One of several ways to say the same, another one each time."""
    talk = talk_at(desk)
    told = dict(talk.row.data.get(_TURNS, {}))
    turn = told.get(key, 0) % _WAYS
    talk.remember(**{_TURNS: {**told, key: turn + 1}})
    desk.say(Screen(desk.words(f"{key}.{turn + 1}" if turn else key)), reply_to=saying.message_id)


def _restated_anew(desk: Desk, ref: str | None, saying: Saying) -> bool:
    """An edited correction corrects the same log again; false where the words made a log of their own before."""
    return not logs_of_saying(desk.session, saying.id or 0) and restate(desk, ref, saying)


def _doubt_settled(desk: Desk, training: Training, heard: Heard) -> bool:
    """Log the words that were in doubt, where this is the figure asked for; what else is in doubt is asked next."""
    doubted = None if heard.edited else answer_doubt(desk, heard)
    if doubted is None:
        return False
    saying, reading = doubted
    prompt = prompt_replied_to(desk, saying)
    with as_if_always(desk) if logs_of_saying(desk.session, saying.id or 0) else nullcontext():
        unlog(desk, saying)
        if act(desk, training, reading, saying, prompt, edited=False):
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


def _ask(desk: Desk, training: Training, saying: Saying, reading: Reading) -> None:
    """The one question about words that were not understood, or cannot be true; the words are kept either way."""
    if ask_level(desk, reading):
        return
    if reading.question is not None:
        ask_about(desk, saying, reading.question)
        return
    if (
        answer_not_yet(desk, training, saying.text)
        or answer_condition(desk, saying.text)
        or answer_race(desk, saying)
        or answer_wondering(desk, training, saying.text, saying.message_id)
        or answer_at_times(desk, saying.text)
        or answer_limit(desk, saying.text)
        or answer_late(desk, saying.text)
        or answer_trip(desk, saying)
        or answer_mood(desk, saying.text, saying.message_id)
    ):
        return
    logs = logs_between(desk.session, desk.athlete_id, desk.today, desk.today)
    waiting = open_sessions(training, desk.today, logs)
    if asks(saying.text):
        _say_in_turn(desk, saying, "hear.question")
        return
    if not waiting or not may_tell(saying.text) or _asked_of_late(desk):
        _say_noted(desk, saying)
        return
    yes = Button(desk.words("button.that_was_it"), Tap(Verb.ASK, desk.athlete_id, saying.id, "done"))
    no = Button(desk.words("button.just_a_note"), Tap(Verb.ASK, desk.athlete_id, saying.id, "note"))
    text = desk.words("hear.was_it", session=waiting[0].title)
    desk.say(Screen(text, ((yes, no),)), reply_to=saying.message_id, ref=f"{ASKED}:{saying.id}")
