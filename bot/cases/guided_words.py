"""Guided strength by words: "done", "12", "12 @ 20kg", "too hard", "next", "stop", while a session is open."""

import datetime as dt
import re
from collections.abc import Callable

from bot.cases.doubts import DOUBT
from bot.cases.fields import effort_in
from bot.cases.guided import (
    ask_where,
    finish_set,
    judge_last,
    leave_out,
    leave_question,
    offer_swaps,
    recount_last,
    run_clock,
    say_counted,
    skip_rest,
    step_back,
    stop,
    use_load,
)
from bot.cases.guided_asked import asked
from bot.cases.guided_lead import Lead, close, lead_of, moved_on, show
from bot.cases.report import pain_ref
from bot.desk import Desk
from coach.guided import spare
from coach.history import PAIN_TO_STOP, Felt, Pain
from coach.units import POUND
from storage.guided import open_guided
from storage.outbox import newest_about
from storage.tables import Conversation, GuidedSession, Saying, Timer

LISTENS = dt.timedelta(minutes=90)
"""How long after the last set words are still about the session; later they are a log like any other."""
MOST_REPS, MOST_SECONDS, MOST_KG = 100, 600, 400.0
_AMOUNT = re.compile(
    r"(?P<amount>\d{1,3})\s*(?:reps?|times|s|sec|secs|seconds)?\s*"
    r"(?:(?:@|x|×|at|with)\s*(?P<load>\d+(?:[.,]\d+)?)\s*(?P<unit>kg|kilos?|lbs?|pounds?)?)?"
)
_LOAD = re.compile(r"(?:@|at|with)?\s*(?P<load>\d+(?:[.,]\d+)?)\s*(?P<unit>kg|kilos?|lbs?|pounds?)")

_EFFORT = re.compile(
    r"(?:(?:rpe|effort|about|around|maybe|probably|like|a|felt|it|was|were|i'?d|say|so) )*(10|[1-9])"
    r"(?: ?(?:-|to|or|maybe) ?(10|[1-9])(?!\d))?(?: ?/ ?10| out of (?:10|ten))?"
    r"(?: (?:i|guess|think|maybe|or|so|probably))*"
)
"""``4``, ``rpe 6``, ``3 or 4 i guess``: of two the higher."""


def hear_set(desk: Desk, saying: Saying) -> bool:
    """Take words as an answer to the set that comes now; false where no session is open or they mean something else."""
    row = open_guided(desk.session, desk.athlete_id)
    if row is None or row.date != desk.today or desk.now - row.touched_at > LISTENS or _asked_since(desk, row):
        return False
    lead = lead_of(desk, row)
    text = " ".join(saying.text.lower().strip().rstrip(".!").split())
    deed = _deed(lead, text)
    if deed is None:
        return False
    saying.understood = lead.below = True
    deed(lead)
    return True


def spare_told(desk: Desk, pain: Pain | None) -> None:
    """Pain told in words while a session is open: what strains that area is left out, or the session ends (C3)."""
    row = open_guided(desk.session, desk.athlete_id) if pain is not None and pain.level else None
    if pain is None or row is None or desk.now - row.touched_at > LISTENS:
        return
    lead = lead_of(desk, row)
    lead.below = True
    moved_on(lead, spare(lead.guided, pain.area, lead.equipment))
    if pain.level >= PAIN_TO_STOP:
        close(lead, note=desk.words("guided.pain_stop"))
    else:
        show(lead)


def _asked_since(desk: Desk, row: GuidedSession) -> bool:
    """Whether a question was opened after the last set: the words then answer that."""
    questions = (pain_ref(""), f"{DOUBT}:")
    if any(newest_about(desk.session, desk.chat_id, one, row.touched_at) is not None for one in questions):
        return True
    talk = desk.session.get(Conversation, desk.chat_id)
    return talk is not None and talk.flow is not None and (talk.updated_at or row.touched_at) > row.touched_at


def _deed(lead: Lead, text: str) -> Callable[[Lead], None] | None:
    """What the words ask for."""
    if lead.guided.task is None or lead.row.timer == Timer.EFFORT:
        return _effort(text) or _felt(lead.desk, text)
    answer = asked(lead, text) if lead.is_asking else None
    if answer is not None:
        return answer
    if text in WORDS:
        return WORDS[text]
    load = _LOAD.fullmatch(text)
    if load is not None:
        return _loaded(load)
    amount = _AMOUNT.fullmatch(text)
    return None if amount is None else _counted(lead, amount)


def _effort(text: str) -> Callable[[Lead], None] | None:
    told = _EFFORT.fullmatch(text)
    if told is not None:
        effort = max(int(figure) for figure in told.groups() if figure)
        return lambda lead: close(lead, effort=effort)
    if text in BACK:
        return lambda lead: (skip_rest if lead.row.timer == Timer.EFFORT else step_back)(lead)
    return close if text in ENDS else None


def _felt(desk: Desk, text: str) -> Callable[[Lead], None] | None:
    """``quite hard``: an effort in words, and nothing else beside it."""
    effort = effort_in(text, desk)
    return None if effort is None else lambda lead: close(lead, effort=effort)


def _loaded(match: re.Match[str]) -> Callable[[Lead], None] | None:
    """``20kg``: the weight in use, before the set."""
    load = _kilograms(match)
    if load is None:
        return None

    def do(lead: Lead) -> None:
        use_load(lead, load)
        leave_question(lead)

    return do


def _counted(lead: Lead, match: re.Match[str]) -> Callable[[Lead], None] | None:
    """``12``, ``12 @ 20kg``: a set with so many repetitions, or seconds of a hold."""
    amount, load = int(match["amount"]), _kilograms(match) if match["load"] else None
    task = lead.guided.task
    most = MOST_REPS if task is not None and task.reps is not None else MOST_SECONDS
    if not 1 <= amount <= most or (match["load"] and load is None):
        return None

    def do(lead: Lead) -> None:
        if _is_resting(lead):
            recount_last(lead, amount, load)
            return
        if load is not None:
            use_load(lead, load)
        finish_set(lead, amount=amount)

    return do


def _kilograms(match: re.Match[str]) -> float | None:
    load = float(match["load"].replace(",", "."))
    if (match["unit"] or "kg").startswith(("lb", "pound")):
        load = round(load * POUND, 1)
    return load if 0 < load <= MOST_KG else None


def _next(lead: Lead) -> None:
    """On: past the rest, else past the set."""
    (skip_rest if lead.row.timer == Timer.REST else finish_set)(lead)


def _skip(lead: Lead) -> None:
    """Past the rest, else past the exercise."""
    (skip_rest if lead.row.timer == Timer.REST else leave_out)(lead)


def _done(lead: Lead) -> None:
    """A set is done; said in a rest that has only begun it is the one that is counted already."""
    (say_counted if _is_resting(lead) else finish_set)(lead)


def _heard(lead: Lead) -> None:
    """``ok``: a set is done; in a rest, or at a question, it was just heard."""
    resting = lead.row.timer == Timer.REST and lead.waits_s
    (leave_question if resting or lead.is_asking else finish_set)(lead)


def _is_resting(lead: Lead) -> bool:
    """Whether the rest has not lasted as long as the next set takes, so that nobody can have done it."""
    guided = lead.guided
    if lead.row.timer != Timer.REST or not lead.waits_s or not guided.sets or guided.task is None:
        return False
    return guided.tasks[guided.sets[-1].task].rest_s - lead.waits_s < guided.task.takes_s


def _easy(lead: Lead) -> None:
    _judge(lead, Felt.EASY)


def _hard(lead: Lead) -> None:
    _judge(lead, Felt.HARD)


def _judge(lead: Lead, felt: Felt) -> None:
    """How a set felt: while one rests that is the set just done, else the one that is done with it."""
    if lead.row.timer == Timer.REST and lead.waits_s and lead.guided.sets:
        judge_last(lead, felt)
    else:
        finish_set(lead, felt)


ENDS = frozenset({"stop", "stop here", "finish", "finished", "end", "no", "skip", "done", "thats it", "that's it"})
BACK = frozenset({"back", "undo", "go on", "continue"})
WORDS: dict[str, Callable[[Lead], None]] = {
    **dict.fromkeys(("done", "done set", "did it", "set done", "finished set", "✓", "✅"), _done),
    **dict.fromkeys(("ok", "okay", "yes", "yep", "👍"), _heard),
    **dict.fromkeys(("too easy", "easy", "very easy", "that was easy"), _easy),
    **dict.fromkeys(("too hard", "hard", "very hard", "too heavy", "that was hard", "that was too hard"), _hard),
    **dict.fromkeys(("next", "go", "go on", "continue"), _next),
    **dict.fromkeys(("skip", "skip rest", "leave out"), _skip),
    **dict.fromkeys(("leave it out", "skip it", "skip this one", "skip this exercise", "skip exercise"), leave_out),
    **dict.fromkeys(("back", "undo"), step_back),
    **dict.fromkeys(
        (
            "swap",
            "swap exercise",
            "another",
            "something else",
            "no equipment",
            "easier",
            "something easier",
            "an easier one",
        ),
        offer_swaps,
    ),
    **dict.fromkeys(("it hurts", "hurts", "ouch", "pain", "that hurts"), ask_where),
    **dict.fromkeys(("start", "start the clock", "clock"), run_clock),
    **dict.fromkeys(("stop", "stop here", "finish", "finished", "enough", "that's it", "thats it", "end"), stop),
}
"""Whole messages and what they do."""
