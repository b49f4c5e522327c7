"""What was not done: ``didn't run``, ``no run today``, ``couldn't get to the gym``, ``no 10k today``."""

from coach.history import Status
from coach.reader.facts import Because, Context, Doing, Fact, Found, Ignored, Tokens, Went
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.ahead import DAYS, ONE_DAY, is_day_denied, looks_ahead
from coach.reader.phrases.dates import spoken_date
from coach.reader.phrases.distances import length
from coach.reader.phrases.numbers import after
from coach.reader.phrases.outcomes import OUTCOME_BOOK
from coach.reader.phrases.times import duration
from coach.reader.phrases.words import AREA_BOOK, ERAS, REASON_BOOK, activity
from coach.reader.vocabulary.activities import Said
from coach.reader.vocabulary.days import MONTHS
from coach.reader.vocabulary.outcomes import DENIALS
from coach.reader.vocabulary.wordlist import bag
from coach.reading import Activity

STARTS = frozenset({"no", "nope", "nah"})
"""What denies the distance behind it."""


def distance_denied(tokens: Tokens, i: int, context: Context) -> Found:
    """``no 10k today`` at the start of a message: it did not happen. Without a day it may put a figure right."""
    opens = i == 0 or (tokens[i - 1].kind in "ls" and not any(token.kind in "nc" for token in tokens[:i]))
    found = length(tokens, i + 1, context) if opens else None
    day = spoken_date(tokens, found[1], context) if found else None
    if not found or not day or not (tokens[day[1]].kind == "e" or _turns(tokens, day[1])):
        return None
    return (Went(Status.SKIPPED), Doing(Activity.RUN, Said.NAMED), *day[0]), day[1]


def _turns(tokens: Tokens, j: int) -> bool:
    """``, did 4k instead``, ``, knee is sore``: whether something else than a figure follows."""
    return tokens[j].text in {",", ".", "but", "so", "-", "because", "as"} and tokens[j + 1].kind == "w"


YET_STARTS = bag("havent have not hasnt didnt no")


def not_yet(tokens: Tokens, i: int, context: Context) -> Found:
    """``haven't run yet``, ``not done my 5k yet``, ``no race yet``: nothing was left out so far."""
    del context
    if tokens[i].text == "no" and tokens[i + 1].text not in _NAMES_OF_RACES:
        return None
    for j in range(i + 1, min(i + _REACH, len(tokens))):
        if tokens[j].kind not in "wn" or tokens[j].text in _TURNED:
            return None
        if tokens[j].text == "yet":
            negated = tokens[i].text != "have" or tokens[i + 1].text == "not"
            return ((Ignored(),), j + 1) if negated else None
    return None


_NAMES_OF_RACES = bag("race races event date")
_REACH = 8
"""Words from a denial to its *yet*."""
_TURNED = bag("but and so because")


_DENIALS = Phrasebook({DENIALS: True})
DENIAL_STARTS = frozenset(_DENIALS.starts())
_LINKS = bag(
    "done to manage managed get got make made it a the my out for go going today do any able even really actually in "
    "on be been planned scheduled todays for feel like up this morning tonight long easy tempo evening afternoon "
    "complete"
)


def denial(tokens: Tokens, i: int, context: Context) -> Found:
    """``didn't run``, ``no run today``, ``couldn't get to the gym``, ``not running``: it did not happen."""
    found = _DENIALS.match(tokens, i)
    if not found:
        return None
    end = j = found[1]
    if _is_day_before(tokens, i, end):
        return (Went(Status.SKIPPED, ahead=looks_ahead(tokens, i, end)),), end
    while tokens[j].text in _LINKS and j < i + 9:
        j += 1
    day, j = _its_day(tokens, j, context)
    skipped = Went(Status.SKIPPED, ahead=looks_ahead(tokens, i, end))
    figured = _of_figure(tokens, (i, end, j), (skipped, *_why(tokens, i), *day), context)
    if figured:
        return figured
    named = activity(tokens, j, context)
    of_activity = _of_activity(tokens, (i, end, j), skipped, named) if named else None
    if of_activity:
        return (*of_activity[0], *day), of_activity[1]
    if tokens[j].text in _SPORT:
        return (skipped, *_why(tokens, i), *day), j + 1
    if is_day_denied(tokens, i, j) or _is_short(tokens, i, end, j):
        return (skipped,), j
    if tokens[j].text in {"skip", "miss", "skipped"} and tokens[i].text != "no":
        return (Went(Status.DONE),), j + 1
    other = OUTCOME_BOOK.match(tokens, i) or REASON_BOOK.match(tokens, i) or AREA_BOOK.match(tokens, end)
    return None if other else ((Ignored(),), end)


def _its_day(tokens: Tokens, j: int, context: Context) -> tuple[tuple[Fact, ...], int]:
    """The day of the session denied at ``j``, and where its name is: ``yesterday's run``, ``monday's long run``."""
    day = spoken_date(tokens, j, context) if tokens[j].text in DAYS or tokens[j].text == "last" else None
    if not day:
        return (), j
    k = after(tokens, day[1], _LINKS, 3)
    owned = tokens[k].text in _SPORT or _figure(tokens, k, context) or activity(tokens, k, context)
    return (day[0], k) if owned else ((), j)


def _figure(tokens: Tokens, k: int, context: Context) -> Found:
    """The session that a distance or duration at ``k`` is of, as far as it is named."""
    found = length(tokens, k, context) or duration(tokens, k)
    if not found:
        return None
    return activity(tokens, found[1], context) or ((), found[1] + (tokens[found[1]].text in _SPORT))


def _of_figure(tokens: Tokens, places: tuple[int, int, int], left_out: tuple[Fact, ...], context: Context) -> Found:
    """``couldn't do the 5k``, ``haven't done my 30 min run``: a session by its figure, from ``i`` to ``end`` to ``j``.

    Where another figure follows (``only 3k``) that is what was done; of *a 5k* is only said that one cannot.
    """
    i, end, j = places
    named = activity(tokens, j, context)
    k = named[1] + 1 if named and tokens[named[1]].text in _WHOSE else j
    bare = tokens[i].text == "no"
    figure = _figure(tokens, k, context) if tokens[i].text != "without" and (bare or k > end) else None
    if not figure or (bare and (k != end or tokens[figure[1]].text not in DAYS)):
        return None  # *no 5.2k* puts a figure right, *no 5k today* leaves it out
    of_kind, stop = figure
    turned = tokens[stop].text == "i" and tokens[stop + 1].text in _DID_INSTEAD
    if not (turned or tokens[stop].kind in "el" or tokens[stop].text in _CLOSING or tokens[stop].text in DAYS):
        return None
    one_of_many = tokens[k - 1].text == "a"
    instead = any(token.kind in "nc" for token in tokens[stop:])
    if one_of_many or instead:
        return (Ignored(),), stop
    return (*left_out, *(of_kind or (named[0] if named else ()))), stop


_DID_INSTEAD = bag("did ran only just walked managed")
_CLOSING = bag(", . ; ! ) because as since so but cos coz bc tonight")
"""What may stand behind a session that was denied."""


def _is_day_before(tokens: Tokens, i: int, end: int) -> bool:
    """``today i can't``: the day is named first, and nothing behind says what else could not be."""
    led = i > 1 and tokens[i - 1].text == "i" and tokens[i - 2].text in ONE_DAY
    able = tokens[i].text in _ABLE
    return led and able and (tokens[end].kind in "els" or tokens[end].text in _WHY | _SORRY | {",", "."})


_ABLE = bag("cant cannot can couldnt could wont")


def _of_activity(
    tokens: Tokens, places: tuple[int, int, int], skipped: Went, named: tuple[tuple[Fact, ...], int]
) -> Found:
    """What a denial from ``i`` to ``end`` says of the activity at ``j``: ``places`` are these three."""
    i, end, j = places
    if tokens[i].text == "no" and tokens[j].text in _PLACES and tokens[named[1]].text in _ABOUT:
        return (Ignored(),), named[1] + 1  # *no hills near me*
    if _is_long(tokens, named[1], tokens[i].text):
        return (Ignored(),), named[1] + 2  # a habit given up, and no session of a day
    if named[0] and _is_denied(tokens, i, j, named):
        return (skipped, *_why(tokens, i), *named[0]), named[1]
    if named[0] and j == end and tokens[i].text in _NEVER | {"without"}:
        return (Ignored(),), named[1]  # *didn't walk, ran it all*, *5k without walking*
    return None


def _why(tokens: Tokens, i: int) -> tuple[Because, ...]:
    """The reason that a denial is by itself: ``too busy to``, ``no time for``."""
    why = REASON_BOOK.match(tokens, i)
    return (Because(why[0]),) if why else ()


def _is_short(tokens: Tokens, i: int, end: int, j: int) -> bool:
    """``couldn't today``, ``didn't go because``, ``not going``: nothing is named, and a clause or a reason follows."""
    last = next((tokens[k].text for k in range(j - 1, i, -1) if tokens[k].text not in _WHOSE), "")
    going = last in {"going", "today"} and tokens[i + 1].text == "going"
    if j == end or not (going or (tokens[i].text not in _MILD and last in _SHORT)):
        return False
    return tokens[j].kind in "els" or tokens[j].text in _WHY | _SORRY or REASON_BOOK.match(tokens, j) is not None


_MILD = bag("no without never not")
_SHORT = bag("go it today out do manage going any")
_WHOSE = bag("my the our")


def _is_long(tokens: Tokens, j: int, denied: str) -> bool:
    """``since june``, ``in years``, ``for months``: no one session."""
    following = tokens[j + 1].text
    if denied == "havent" and tokens[j].text == "this" and following in {"week", "month", "year"}:
        return True
    return (tokens[j].text == "since" and following in MONTHS) or (
        tokens[j].text in {"in", "for"} and following in ERAS | {"forever", "decades"} and following != "since"
    )


_PLACES = bag("hill hills gym pool track treadmill park parkrun")
_ABOUT = bag("near nearby around here where close")
_NEVER = bag("didnt did havent")
_WHY = bag("because as since due cos so but coz bc cause")
_SORRY = bag("sorry soz sry apologies")
_SPORT = bag(
    "train training workout session sessions exercise exercising workouts sport sports cardio activity fitness"
)


_COMPARED = bag("so this better further farther harder easier longer stronger smoother")
"""Behind *never ran* it praises the run that was: ``never ran so easy``."""


_ARTICLES = bag("a the my todays for morning night evening afternoon")


def _is_denied(tokens: Tokens, i: int, j: int, named: tuple[tuple[object, ...], int]) -> bool:
    """Whether the activity itself is denied, not how it went: ``didn't run fast``, ``no walk breaks`` are not skips."""
    follows = tokens[named[1]].text
    if tokens[i].text == "never" and follows in _COMPARED:
        return False
    if (
        follows
        in {
            "fast",
            "far",
            "well",
            "breaks",
            "break",
            "very",
            "as",
            "all",
            "hard",
            "too",
            "much",
            "that",
            "quickly",
            "enough",
            "than",
            "slower",
            "faster",
            "great",
            "the",
        }
        and follows != "at"
    ):
        return False
    doing = named[0][0]
    if isinstance(doing, Doing) and doing.activity is Activity.WALK:
        article = j - i > 1 and (tokens[j - 1].text in _ARTICLES or tokens[j - 1].text in DAYS)
        return article or (follows in {"today", "yesterday", "tonight"} and tokens[i].text in _NEVER)
    return tokens[i].text != "without" or bool(follows)
