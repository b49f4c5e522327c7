"""What is said beside the point: rests between repeats, until when one is away, what a pain is to blame for."""

from dataclasses import replace

from coach.history import Status
from coach.reader.facts import (
    Context,
    Doing,
    Found,
    Hurting,
    Ignored,
    Lasting,
    Length,
    On,
    Repeated,
    Spot,
    Tokens,
    Went,
    Worked,
)
from coach.reader.needs import at_numbers_with
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.dates import spoken_date
from coach.reader.phrases.distances import length
from coach.reader.phrases.numbers import after, number
from coach.reader.phrases.shares import portion
from coach.reader.phrases.strength import exercise_first, exercise_last
from coach.reader.phrases.times import duration
from coach.reader.phrases.words import activity, area
from coach.reader.vocabulary.activities import Said
from coach.reader.vocabulary.days import MONTHS, WEEKDAYS
from coach.reader.vocabulary.exercises import EXERCISES
from coach.reader.vocabulary.quantities import LENGTHS, MASSES, STONES, TIMES, UNITS
from coach.reader.vocabulary.wordlist import bag
from coach.reading import Activity

REST_STARTS = bag("rest rests rested break breaks pause pauses paused waited recovery")
_REST_FILLERS = bag("of was were : = - ~ about between sets each in time for")
_EASY_MOVES = bag("jog jogging walk walking float easy slow")
_RESTS = bag("rest rests recovery recoveries recover between inbetween float break breaks")
_WITH = bag("w with /")
EVERY = bag("every")
UNTIL = bag("until till til thru through")
_UNTIL_WHEN = frozenset(WEEKDAYS) | frozenset(MONTHS) | bag("tomorrow tmrw next late end weekend then")
_BLAME = Phrasebook(
    {
        "because of|because|due to|bc of|bc|cos of|cause of|thanks to|on account of|down to|with a dodgy|with a bad|"
        "with a sore|my dodgy|my bad|dodgy|bad": True
    }
)
BLAME_STARTS = frozenset(_BLAME.starts())
_OWN = bag("my the a an that this old same left right dodgy bad stupid")
_EXERCISES = Phrasebook(EXERCISES)
_PIECES = bag(
    "strides warmup cooldown stretching stretches set sets rep reps interval intervals repeat round rounds last hill "
    "km mile minutes bit half cool warm end final"
)
SKIPPED_STARTS = bag("apart except other bar skipped skip skipping missed left without minus except forgot")
_LEFT_OUT = bag("skipped skip skipping missed forgot without")
_PARTS_OF = bag("from than for the my all some of a few one two out doing last both bit off")


def rest(tokens: Tokens, i: int, context: Context) -> Found:
    """``rest 60s``, ``rest of 90 sec``: how long the pauses were."""
    del context
    found = duration(tokens, after(tokens, i + 1, _REST_FILLERS, 3))
    if found and tokens[i].text == "recovery" and _PAUSE_S < found[0] < _DAYS_S:
        return None  # *recovery 30 min* is a session
    return ((Ignored(),), found[1]) if found else None


_PAUSE_S, _DAYS_S = 5 * 60, 6 * 3600
"""Seconds up to which *recovery* is a pause between repeats, and from which it is what a watch advises."""


def easy_between(tokens: Tokens, i: int, context: Context) -> Found:
    """``200 jog rest``, ``2 min easy jog``, ``400m float``: what lies between repeats."""
    del context
    found = number(tokens, i)
    if not found:
        return None
    j = found[1] + (tokens[found[1]].text in LENGTHS or tokens[found[1]].text in TIMES)
    k = after(tokens, j, _EASY_MOVES, 2)
    ended = k + (tokens[k].text in _RESTS)
    between = ended > k or (
        tokens[i - 1].text in _WITH and any(token.text == "x" for token in tokens[max(0, i - 12) : i])
    )
    return ((Ignored(),), ended) if k > j and between else None


def so_often(tokens: Tokens, i: int, context: Context) -> Found:
    """``walk breaks every 5 min``: how often, and not how long."""
    del context
    found = duration(tokens, i + 1)
    return ((Ignored(),), found[1]) if found else None


def until(tokens: Tokens, i: int, context: Context) -> Found:
    """``until friday``: the end of something, not the day of a log."""
    del context
    j = i + 1 + (tokens[i + 1].text in {"the", "next", "end", "late"})
    return ((Ignored(),), j + 1) if tokens[j].text in _UNTIL_WHEN else None


def blamed(tokens: Tokens, i: int, context: Context) -> Found:
    """``because of my hip``, ``bad knee``: a part of the body that is blamed hurts."""
    found = _BLAME.match(tokens, i)
    if not found:
        return None
    spot = area(tokens, after(tokens, found[1], _OWN, 3), context)
    if not spot or not isinstance(spot[0][0], Spot):
        return None
    return (spot[0][0], Hurting()), spot[1]


def left_out(tokens: Tokens, i: int, context: Context) -> Found:
    """``skipped the planks``, ``missed the last set``: a piece was left out, the session was not.

    Its sets were not done either: ``skipped squats 3x12``, ``skipped 3x12 squats``.
    """
    j = after(tokens, i + 1, _PARTS_OF, 4)
    end = _exercise_left_out(tokens, i, j, context)
    if end:
        return (Went(Status.PARTIAL), *_whose(tokens, i, end)), end
    if tokens[j].text in _PIECES and j > i + 1 and tokens[j - 1].text != "a":
        return (Went(Status.PARTIAL),), j + 1
    return None


def _exercise_left_out(tokens: Tokens, i: int, j: int, context: Context) -> int:
    """Where an exercise at ``j`` ends, with its sets; 0 where none is named there."""
    named = _EXERCISES.match(tokens, j)
    counted = tokens[j].kind == "n" and tokens[i].text in _LEFT_OUT
    sets = (exercise_last if counted else exercise_first)(tokens, j, context) if counted or named else None
    worked = [fact.exercise for fact in sets[0] if isinstance(fact, Worked)] if sets else []
    if sets and any(one.sets > 1 or one.reps for one in worked):
        return sets[1]
    return named[1] if named else 0


def _whose(tokens: Tokens, i: int, end: int) -> tuple[Doing, ...]:
    """An exercise is left out of the strength session, where the message tells of nothing else."""
    told = any(token.kind in "nc" for token in (*tokens[:i], *tokens[end:]))
    alone = i <= _OPENED and tokens[i].text in _LEFT_OUT and not told
    return (Doing(Activity.STRENGTH, Said.NAMED),) if alone else ()


_OPENED = 2
"""Words at most before such words open a message: *I just skipped the squats*."""


def the_exercises(tokens: Tokens, i: int, context: Context) -> Found:
    """``did my exercises``, ``exercises done``: those of the strength session; *breathing exercises* are others."""
    del context
    before = tokens[i - 1]
    own = before.text in _WHOSE or (tokens[i + 1].text == "done" and (before.kind != "w" or before.text == "did"))
    return ((Doing(Activity.STRENGTH, Said.NAMED),), i + 1) if own else None


_WHOSE = bag("the my all your")
MARKS = bag("mile km k kilometre kilometer lap split")


def mark(tokens: Tokens, i: int, context: Context) -> Found:
    """``mile 4``, ``km 3: 5:40``: a place on the way, with the time it took."""
    if tokens[i - 1].kind == "n" or tokens[i + 1].kind != "n" or tokens[i + 1].value != int(tokens[i + 1].value):
        return None
    j = i + 2 + (tokens[i + 2].text in {":", "-", "in"})
    if tokens[i].text in _LAPS and (lap := _lap_end(tokens, i, context)):
        return (Ignored(),), lap
    if tokens[i + 2].text in UNITS or tokens[i + 2].text == "/":
        return None
    return (Ignored(),), j + 1 if tokens[j].kind == "c" else i + 2


_LAPS = bag("lap split")


def _lap_end(tokens: Tokens, i: int, context: Context) -> int:
    """Where ``lap 2 1.0 km 5:15`` ends, if a total follows that tells what all laps come to; else 0."""
    found = length(tokens, i + 2, context)
    if found is None or all(token.text not in {"total", "overall"} for token in tokens[found[1] :]):
        return 0
    return found[1] + (tokens[found[1]].kind == "c")


EXTRAS = bag("extra additional another")


def extra(tokens: Tokens, i: int, context: Context) -> Found:
    """``an extra 10 mins``: more than planned, and not how long it was."""
    if tokens[i].text == "another":
        return None
    found = length(tokens, i + 1, context)
    end = found[1] if found else (duration(tokens, i + 1) or (0.0, 0))[1]
    return ((Ignored(),), end) if end else None


_DAYS = WEEKDAYS.keys() | bag("today yesterday yesterdays todays night morning evening")


def corrected(tokens: Tokens, i: int, context: Context) -> Found:
    """``45 minutes, not 40``, ``a walk, not a run``, ``yesterday, not today``: what it was not."""
    found = number(tokens, i + 1) if tokens[i + 1].kind == "n" else None
    other = spoken_date(tokens, i + 1, context) if i and tokens[i - 1].text in _DAYS else None
    if other and isinstance(other[0][0], On):
        return (Ignored(),), other[1]
    named = activity(tokens, i + 2, context) if tokens[i + 1].text == "a" and i else None
    if named and named[0] and tokens[named[1]].kind in "els":
        return (Ignored(),), named[1]
    if tokens[i + 1].kind == "c" and i:
        return (Ignored(),), i + 2
    if not found:
        return None
    longer = length(tokens, i + 1, context)
    timed = duration(tokens, i + 1)
    end = longer[1] if longer else timed[1] if timed else found[1]
    return ((Ignored(),), end) if tokens[end].kind in "el" or tokens[end].text in {",", ".", "!", ";", ")"} else None


SWAPS = bag("swapped swopped switched traded replaced exchanged subbed")


def swap(tokens: Tokens, i: int, context: Context) -> Found:
    """``swapped the run for a swim``, ``the 8k replaced the walk``: what was not done is no second activity."""
    for j in range(i + 1, i + 8):
        if tokens[j].kind in "el":
            break
        if tokens[j].text in {"for", "with", "to", "by"}:
            return (Ignored(),), j + 1
    named = activity(tokens, after(tokens, i + 1, _OWN | _PLANNED, 3), context)
    told = i > 1 and not named_before(tokens, i)
    return ((Ignored(),), named[1]) if named and named[0] and told else None


def named_before(tokens: Tokens, i: int) -> bool:
    """Whether who did it stands right before ``i``: then what follows is the object alone."""
    return tokens[i - 1].text in {"i", "we", "and", ","}


_PLANNED = bag("planned todays scheduled long easy usual")


_ZONES = bag("zone zones stage phase block")
NUMBERED = _ZONES | bag(
    "session day workout lesson episode activity no number nr entry ep eps chapter page bib lane wave episode"
)


def numbered(tokens: Tokens, i: int, context: Context) -> Found:
    """``Session 12 -``: which one it was of a series; ``zone 2``."""
    del context
    following = tokens[i + 2]
    if tokens[i].text in _ZONES and tokens[i + 1].kind == "n":
        return (Ignored(),), i + 2
    if tokens[i + 1].kind != "n" or tokens[i + 1].value > 400:
        return None
    return ((Ignored(),), i + 2) if following.kind in "el" or following.text in {"-", ":", "of", "done", "."} else None


def first_ones(tokens: Tokens, i: int, context: Context) -> Found:
    """``the first two intervals only``: not all of them."""
    del context
    found = number(tokens, i + 1)
    if not found or tokens[found[1]].text not in _PIECES:
        return None
    return (Went(Status.PARTIAL),), found[1] + (tokens[found[1]].text not in {"intervals", "strides", "hill"})


_OF_THEM = bag("them those which that it these")


def of_them(tokens: Tokens, i: int, context: Context) -> Found:
    """``12 of them running``: a part of what was told already."""
    del context
    found = number(tokens, i)
    if not found:
        return None
    j = found[1] + (tokens[found[1]].text in TIMES or tokens[found[1]].text in LENGTHS)
    return ((Ignored(),), j + 2) if tokens[j].text == "of" and tokens[j + 1].text in _OF_THEM else None


_RUNS = bag("run running jog jogging ran")
_WALKS = bag("walk walking rest walked")


def run_and_walk(tokens: Tokens, i: int, context: Context) -> Found:
    """``8 x 1 min run / 90 s walk``, ``10 x (1 min run, 1.5 min walk)``: one session of run and walk."""
    del context
    count = number(tokens, i)
    if not count or tokens[count[1]].text not in {"x", "times", "*"}:
        return None
    end = _moved(tokens, after(tokens, count[1] + 1, bag("( of :"), 2), _RUNS)
    walked = _moved(tokens, after(tokens, end, bag("/ , + and & with then"), 1), _WALKS) if end else 0
    if not walked:
        return None
    return (Repeated(), Doing(Activity.RUN, Said.NAMED)), walked + (tokens[walked].text == ")")


def _moved(tokens: Tokens, j: int, moves: frozenset[str]) -> int:
    """Where a duration and its movement end, in either order; 0 where they are not there."""
    named = tokens[j].text in moves
    timed = duration(tokens, j + named)
    if not timed or (not named and tokens[timed[1]].text not in moves):
        return 0
    return timed[1] + (not named)


WITHIN = bag("in within")


def within(tokens: Tokens, i: int, context: Context) -> Found:
    """``20 min tempo in the middle of 45``, ``… of 8k``: how long, or how far, all of it was."""
    middle = [token.text for token in tokens[i : i + 4]] == ["in", "the", "middle", "of"]
    if not middle and tokens[i].text == "in":
        return None
    j = after(tokens, i + (4 if middle else 1), _ARTICLES, 1)
    far = length(tokens, j, context) if middle else None
    if far and isinstance(far[0][0], Length):
        return (replace(far[0][0], total=True, around=True),), far[1]
    timed = duration(tokens, j)
    value = number(tokens, j) if middle and not timed else None
    if value and tokens[value[1]].kind in "els":
        timed = 60 * value[0], value[1]
    return ((Lasting(timed[0], total=True),), timed[1]) if timed else None


_ARTICLES = bag("a an my the")
CHANGES = bag("lost gained lose shed dropped gain")


def changed(tokens: Tokens, i: int, context: Context) -> Found:
    """``lost 2 kg``, ``gained half a kilo``: a change is no measurement."""
    del context
    j = after(tokens, i + 1, bag("about another half a nearly almost over"), 4)
    found = number(tokens, j)
    j = found[1] if found else j
    return ((Ignored(),), j + 1) if tokens[j].text in MASSES or tokens[j].text in STONES else None


def instead(tokens: Tokens, i: int, context: Context) -> Found:
    """``instead of the gym``: what was not done."""
    if tokens[i + 1].text != "of":
        return None
    named = activity(tokens, after(tokens, i + 2, bag("the my a going to doing"), 2), context)
    return ((Ignored(),), named[1]) if named and named[0] else None


SETTINGS = bag("speed sub")


def setting(tokens: Tokens, i: int, context: Context) -> Found:
    """``speed 8`` of a treadmill, ``sub-2`` of a hope that came true: figures that are none of the session's own."""
    del context
    j = after(tokens, i + 1, bag("- : ="), 1)
    if tokens[j].kind != "n" or (tokens[i].text == "speed" and tokens[j + 1].text in UNITS | {"kph", "kmh", "mph"}):
        return None
    return (Ignored(),), j + 1 + (tokens[i].text == "sub" and tokens[j + 1].text in TIMES)


@at_numbers_with(_EASY_MOVES, "x", "times", "*", "%", "of")
def at_number(tokens: Tokens, i: int, context: Context) -> Found:
    """Everything beside the point that a number can start, chosen by what stands behind it."""
    found = number(tokens, i)
    if not found:
        return None
    j = found[1]
    text = tokens[j].text
    if text in {"x", "times", "*"}:
        return run_and_walk(tokens, i, context)
    if text == "%" or (found[0] < 1 and text == "of"):
        return portion(tokens, i, context)
    j += text in TIMES or text in LENGTHS
    if tokens[j].text == "of":
        return of_them(tokens, i, context)
    return easy_between(tokens, i, context) if tokens[j].text in _EASY_MOVES else None
