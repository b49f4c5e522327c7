"""Moving sessions by name and day: ``move the long run to sunday``, ``swap thursday and friday`` (C8).

The athlete decides; where a day breaks a rule, the reason is said first, and *Move it anyway* does it.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.cases.binding import not_logged
from bot.cases.cards import retire_cards
from bot.cases.moving import FARTHEST, MOVED, better_day, carry, planned, undo_by_words
from bot.cases.restoring import set_aside
from bot.cases.steps import YES, takes_move_back
from bot.cases.training import Training, training_of
from bot.conversations.amount import units_of
from bot.conversations.typed.rewording import as_wish_to_move, day_after_all
from bot.desk import Desk
from bot.incoming import Heard
from bot.refs import lately_about
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from bot.views.session import session_line
from bot.words import Html
from coach.history import Status
from coach.moves import broken_for
from coach.phrases import Phrase
from coach.reader.shifts import Pick, Shift, is_asked, moves_by_name, shift_in
from coach.session import RUN_KINDS, Session
from storage.logs import logs_between
from storage.sayings import saying_by_id
from storage.tables import Saying

SHIFT = "shift"
"""What the outbox remembers of a warning, ``shift:<saying>``, and the value of the button that moves anyway."""
_ANYWAY = frozenset({"move it anyway", "move it", "yes move it", "yep", "yeah", "go ahead"})
_LISTED = 4
"""Sessions named where the one that was meant is not there."""

Moves = Sequence[tuple[Session, dt.date]]


def answer_shift(desk: Desk, heard: Heard, saying: Saying) -> bool:
    """Move what the words name; false where they wish for no such thing."""
    if heard.edited:
        return False
    text, meant = " ".join(heard.text.lower().split()).rstrip(".!"), lately_about(desk)
    if meant is not None and meant.kind == SHIFT and text in YES | _ANYWAY:
        return shift_anyway(desk, meant.id)
    if meant is not None and meant.kind == MOVED and takes_move_back(desk, meant.id, text):
        return undo_by_words(desk, meant.id)
    if (after_all := day_after_all(heard.text)) is not None and _takes_back_a_skip(desk):
        shift = shift_in(after_all, desk.today, units_of(desk.owner))
        return shift is not None and _shift(desk, shift, saying)
    shift = shift_in(as_wish_to_move(heard.text), desk.today, units_of(desk.owner))
    if shift is not None and shift.to == desk.today and shift.what.day is None and is_asked(heard.text):
        _offer(desk, shift, saying)
        return True
    asks = is_asked(heard.text) and "?" in heard.text and moves_by_name(heard.text)
    return shift is not None and _shift(desk, shift, saying, asks=asks)


def _takes_back_a_skip(desk: Desk) -> bool:
    """*Can I do it tomorrow*, after today's was left out: it is open again; false where nothing was left out."""
    logs = logs_between(desk.session, desk.athlete_id, desk.today, desk.today)
    left = [log for log in logs if log.status == Status.SKIPPED and log.planned]
    if not left or any(log.status in {Status.DONE, Status.PARTIAL} for log in logs):
        return False
    set_aside(desk, left)
    retire_cards(desk, left, "log.moved_after_all")
    return True


def _offer(desk: Desk, shift: Shift, saying: Saying) -> None:
    """*Can I do strength today?* Yes, it is on today; or when it is on, with a button that moves it."""
    meant = _picked(shift.what, _waiting(desk, training_of(desk)), desk.today)
    if not meant:
        desk.say(_nothing_there(desk, _waiting(desk, training_of(desk))))
        return
    session = meant[0]
    told = {"day": session.date, "session": Html(session_line(session, desk.words))}
    if session.date == desk.today:
        desk.say(Screen(desk.words("shift.today", **told)), reply_to=saying.message_id)
        return
    move = Button(desk.words("button.move_to_today"), Tap(Verb.ASK, desk.athlete_id, saying.id, SHIFT))
    broken = _broken(training_of(desk), [(session, desk.today)])
    said = desk.words("shift.may", **told) if not broken else desk.words("shift.may_not", reason=broken[0], **told)
    desk.say(Screen(said, ((move,),)), reply_to=saying.message_id, ref=f"{SHIFT}:{saying.id}")


def shift_anyway(desk: Desk, saying_id: int, to: dt.date | None = None) -> bool:
    """Make the move that was warned of, or to the better day ``to``; what its day has overtaken is said to be so."""
    saying = saying_by_id(desk.session, desk.athlete_id, saying_id)
    if saying is None:
        return False
    told = saying.said_at.astimezone(desk.zone).date()
    shift = shift_in(as_wish_to_move(saying.text), told, units_of(desk.owner))
    if shift is None:
        return False
    return _shift(desk, shift if to is None else Shift(shift.what, to), saying, confirmed=True)


def _shift(desk: Desk, shift: Shift, saying: Saying, *, confirmed: bool = False, asks: bool = False) -> bool:
    training = training_of(desk)
    waiting = _waiting(desk, training)
    if refused := _refused(desk, shift):
        desk.say(Screen(refused))
        return True
    moves = _moves(shift, waiting, desk.today)
    if moves is None:
        desk.say(_nothing_there(desk, waiting))
    elif not moves:
        desk.say(Screen(desk.words("shift.same")))
    elif ran := _second_run(training, moves):
        told = {"day": ran.date, "session": Html(session_line(ran, desk.words))}
        desk.say(Screen(desk.words("shift.ran_today", **told)))
    elif not confirmed and (broken := _broken(training, moves)):
        desk.say(_warning(desk, training, moves, broken, saying), ref=f"{SHIFT}:{saying.id}")
    elif asks:
        desk.say(_could(desk, moves, saying), reply_to=saying.message_id, ref=f"{SHIFT}:{saying.id}")
    else:
        screen, first = carry(desk, moves)
        desk.say(screen, ref=f"{MOVED}:{first}:{MOVED}")
    return True


def _second_run(training: Training, moves: Moves) -> Session | None:
    """A run that would come to today, where one was done already: no plan holds a second (W1)."""
    ran = RUN_KINDS & set(training.done_on(training.today))
    return next(
        (session for session, day in moves if ran and day == training.today and session.kind in RUN_KINDS), None
    )


def _could(desk: Desk, moves: Moves, saying: Saying) -> Screen:
    """*Could I move it to Friday?* Yes, and what would go where, with a button that does it."""
    lines = "\n".join(
        desk.words("shift.would", day=session.date, to=to, session=Html(session_line(session, desk.words)))
        for session, to in moves
    )
    move = Button(desk.words("button.move_it"), Tap(Verb.ASK, desk.athlete_id, saying.id, SHIFT))
    return Screen(desk.words("shift.could", lines=Html(lines)), ((move,),))


def _refused(desk: Desk, shift: Shift) -> str:
    """Why a move cannot be made, whatever is planned; empty where it can."""
    days = [shift.to, shift.what.day, shift.other.day if shift.other is not None else None]
    if any(day is not None and day < desk.today for day in days):
        return desk.words("shift.past")
    if any(day is not None and (day - desk.today).days > FARTHEST for day in days):
        return desk.words("move.too_far")
    return ""


def _waiting(desk: Desk, training: Training) -> list[Session]:
    """What is planned from today on, as far as sessions can be moved, and not logged."""
    days = [desk.today + dt.timedelta(days=ahead) for ahead in range(FARTHEST + 1)]
    logs = logs_between(desk.session, desk.athlete_id, days[0], days[-1])
    return [session for day in days for session in not_logged(training.sessions_on(day), day, logs)]


def _moves(shift: Shift, waiting: Sequence[Session], today: dt.date) -> Moves | None:
    """Each session with the day it goes to; ``None`` where what was named is not planned."""
    what = _picked(shift.what, waiting, today)
    other = _picked(shift.other, waiting, today) if shift.other is not None else []
    if not (what or other) or (shift.to is not None and not what):
        return None
    if shift.to is not None:
        return [(session, shift.to) for session in what if session.date != shift.to]
    ends = [(_day_of(shift.what, what), what), (_day_of(shift.other, other), other)]
    (first, one), (second, two) = ends
    if first is None or second is None:
        return None
    common = {session.kind for session in one} & {session.kind for session in two}
    pairs = [*((session, second) for session in one), *((session, first) for session in two)]
    return [(session, day) for session, day in pairs if session.kind not in common and session.date != day]


def _day_of(pick: Pick | None, sessions: Sequence[Session]) -> dt.date | None:
    """The day that was named, or that the sessions stand on."""
    named = pick.day if pick is not None else None
    return sessions[0].date if sessions else named


def _picked(pick: Pick, waiting: Sequence[Session], today: dt.date) -> list[Session]:
    """The sessions meant: all of that kind on the day named, or the next of that kind."""
    of_kind = [session for session in waiting if pick.kinds is None or session.kind in pick.kinds]
    if pick.day is None:
        return [session for session in of_kind if session.date == of_kind[0].date]
    on_day = [session for session in of_kind if session.date == pick.day]
    # On a Saturday, *saturday's one* is rather today's than that in a week.
    again = pick.day - today == dt.timedelta(days=7)
    return [session for session in of_kind if again and session.date == today] or on_day


def _broken(training: Training, moves: Moves) -> list[Phrase]:
    """The rules that the week would break with all moves made, each once."""
    gone = {(session.kind, session.date) for session, _ in moves}
    rest = [session for session in planned(training) if (session.kind, session.date) not in gone]
    found = []
    for session, day in moves:
        beside = [replace(other, date=to) for other, to in moves if other is not session]
        found += broken_for([*rest, *beside], [session], day, training.profile)
    return list({phrase.key: phrase for phrase in found}.values())


def _warning(desk: Desk, training: Training, moves: Moves, broken: Sequence[Phrase], saying: Saying) -> Screen:
    words, athlete = desk.words, desk.athlete_id
    sessions, day = [session for session, _ in moves], moves[0][1]
    better = better_day(desk, training, sessions, day) if len({to for _, to in moves}) == 1 else None
    rows = [(Button(words("button.move_anyway"), Tap(Verb.ASK, athlete, saying.id, SHIFT)),)]
    if better is not None and better not in {session.date for session in sessions}:
        value = f"{SHIFT}:{better.isoformat()}"
        label = words("button.move_to", day=words.write(better))
        rows.insert(0, (Button(label, Tap(Verb.ASK, athlete, saying.id, value)),))
    advice = words("move.better", day=better) if len(rows) > 1 else words("shift.as_it_is")
    return Screen(f"{words('move.warning', day=day, reason=broken[0])}\n\n{advice}", tuple(rows))


def _nothing_there(desk: Desk, waiting: Sequence[Session]) -> Screen:
    """What was named is not planned: what is, instead."""
    if not waiting:
        return Screen(desk.words("shift.nothing"))
    lines = "\n".join(
        desk.words("shift.line", day=session.date, session=Html(session_line(session, desk.words)))
        for session in waiting[:_LISTED]
    )
    return Screen(f"{desk.words('shift.none')}\n{lines}")
