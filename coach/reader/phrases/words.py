"""What single words and fixed expressions say: activities and the body."""

from coach.history import Status
from coach.reader.facts import (
    Because,
    Better,
    Context,
    Doing,
    Fine,
    Found,
    Graded,
    Hurting,
    Ignored,
    OutOfTen,
    Spot,
    Tokens,
    Went,
)
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.efforts import out_of_ten
from coach.reader.phrases.numbers import after, number
from coach.reader.vocabulary.activities import DID, NAMED, NOT_A_RUN, WAY_HOME, Said
from coach.reader.vocabulary.body import AREAS, BETTER, CONDITIONS, FINE, GRADES, HURT, SIDES
from coach.reader.vocabulary.outcomes import REASONS
from coach.reader.vocabulary.quantities import UNITS
from coach.reader.vocabulary.wordlist import bag

_DID = Phrasebook(DID)
_NAMED = Phrasebook(NAMED)
REASON_BOOK = Phrasebook(REASONS)
_NOT_A_RUN = Phrasebook({NOT_A_RUN: True})
AREA_BOOK = Phrasebook(AREAS)
HURT_BOOK = Phrasebook(HURT)
_GRADES = Phrasebook(GRADES)
_FINE = Phrasebook(FINE)

ACTIVITY_STARTS = frozenset(_DID.starts()) | frozenset(_NAMED.starts()) | frozenset(_NOT_A_RUN.starts())
AREA_STARTS = frozenset(AREA_BOOK.starts()) | SIDES
HURT_STARTS = frozenset(HURT_BOOK.starts())
GRADE_STARTS = frozenset(_GRADES.starts())
FINE_STARTS = frozenset(_FINE.starts())
BETTER_STARTS = BETTER


def activity(tokens: Tokens, i: int, context: Context) -> Found:
    """An activity, by a past tense or a name; expressions such as *ran out of time* are none."""
    del context
    word = tokens[i].text
    if word in _TURNING and (home := _way_home(tokens, i)):
        return home
    if word in _GOALS and (_is_way_to(tokens, i) or _is_machine(tokens, i) or _is_owned(tokens, i)):
        return (), i + 1
    if word in _RIDDEN and _is_of_company(tokens, i):
        return (), i + 1  # *4k with my son on his bike*
    idiom = _NOT_A_RUN.match(tokens, i)
    if idiom:
        return _idiom(tokens, i) or ((), idiom[1])
    place = _PLACES.match(tokens, i)
    if place and _head(tokens, place[1]):
        return (), place[1]
    did = _DID.match(tokens, i)
    named = _NAMED.match(tokens, i)
    if did and tokens[i].text == "been" and {tokens[k].text for k in range(did[1], did[1] + 3)} & ERAS:
        return (), did[1]
    if did and (not named or did[1] >= named[1]):
        return (Doing(did[0], Said.DID),), did[1]
    if named:
        return (Doing(named[0], Said.NAMED),), named[1]
    return None


def _is_way_to(tokens: Tokens, i: int) -> bool:
    """``walked to the gym``, ``ran to the track``: where the way led."""
    k = i - 1 - (i > 0 and tokens[i - 1].text in {"the", "my"})
    return k > 0 and tokens[k].text in {"to", "from"} and tokens[k - 1].text in _ON_THE_WAY


def _is_machine(tokens: Tokens, i: int) -> bool:
    """``walked 40 mins on the treadmill``: where it was."""
    on = tokens[i].text in {"treadmill", "track"} and bool(
        {"on", "at"} & {token.text for token in tokens[max(0, i - 2) : i]}
    )
    return on and not _WALKED.isdisjoint([token.text for token in tokens[max(0, i - 9) : i]])


def _is_owned(tokens: Tokens, i: int) -> bool:
    """``I only have a treadmill``, ``got a gym at home``: what is there; ``got a gym session in`` was done."""
    thing = i > 1 and tokens[i].text in _OWNED and tokens[i - 1].text in {"a", "my", "own"}
    has = thing and any(token.text in _HAS for token in tokens[max(0, i - 3) : i - 1])
    return has and (tokens[i + 1].kind in "els" or tokens[i + 1].text in _WHERE)


_OWNED = bag("treadmill gym pool track")
_HAS = bag("have got own buy bought need")
_WHERE = bag("at in here near nearby now and but")


def _is_of_company(tokens: Tokens, i: int) -> bool:
    """``4k with my son on his bike``: who came along rode; ``30 min on his bike`` rode it oneself."""
    along = i > 2 and tokens[i - 1].text in {"his", "her", "their"} and tokens[i - 2].text == "on"
    return along and any(token.text in {"with", "w", "beside", "alongside"} for token in tokens[max(0, i - 7) : i - 2])


_RIDDEN = bag("bike bicycle scooter horse")
_WALKED = bag("walk walked walking")
_GOALS = bag("gym pool track treadmill zumba yoga pilates football tennis swimming parkrun")
_ON_THE_WAY = bag("walked walk walking ran run running jogged jog cycled cycle biked bike rode home")


def _way_home(tokens: Tokens, i: int) -> Found:
    """``twinge at 3k so walked home``: the end of what was told, cut short where it says at what point."""
    found = _WAY_HOME.match(tokens, i)
    if not found or number(tokens, after(tokens, found[1], _BEFORE_HOME, 2)):
        return None
    figures = [k for k in range(i) if tokens[k].kind in "nc"]
    if not figures:
        return None
    broken = any(tokens[k - 1].text in {"at", "after"} and not out_of_ten(tokens, k) for k in figures if k)
    return ((Went(Status.PARTIAL),) if broken else ()), found[1]


_WAY_HOME = Phrasebook({WAY_HOME: True})
_TURNING = frozenset(_WAY_HOME.starts())
_BEFORE_HOME = bag("in for about , from another")


def _head(tokens: Tokens, j: int) -> bool:
    """Whether an activity follows the place or machine it was done at: ``zwift run``, ``gym: rowing 2k``."""
    k = j + (tokens[j].text in {":", "-"})
    told = number(tokens, k) if k > j else None
    k = told[1] if told else k
    k += k > j and tokens[k].text in UNITS
    return tokens[k].text in ACTIVITY_STARTS and (_NAMED.match(tokens, k) or _DID.match(tokens, k)) is not None


_PLACES = Phrasebook({"zwift|peloton|gym|pool|treadmill|track|garmin|strava|fitbit|nike|at the gym|in the gym": True})
ERAS = frozenset({"years", "months", "year", "ages", "weeks", "decades", "since"})


def _idiom(tokens: Tokens, i: int) -> Found:
    """An idiom that is a reason: *ran out of time*."""
    found = REASON_BOOK.match(tokens, i)
    return ((Because(found[0]),), found[1]) if found else None


def area(tokens: Tokens, i: int, context: Context) -> Found:
    """A part of the body, its side before or after it."""
    del context
    j = i
    while tokens[j].text in SIDES and j < i + 3:
        j += 1
    found = AREA_BOOK.match(tokens, j)
    if not found or _is_everyday(tokens, i, j):
        return None
    name, end = found
    sided = any(tokens[k].text in {"left", "right", "l", "r", "lt", "rt"} for k in range(i, j))
    if tokens[end].text == "(" and tokens[end + 1].text in SIDES and tokens[end + 2].text == ")":
        sided, end = True, end + 3
    ailing = (Hurting(),) if tokens[end - 1].text in CONDITIONS and not _is_hurt(tokens, end) else ()
    return (Spot(name, sided=sided), *ailing), end


def _is_hurt(tokens: Tokens, j: int) -> bool:
    """Whether a word for pain follows anyway."""
    return tokens[j].text in HURT_STARTS


_ADVERBS = bag(
    "came come go going went get got getting be feel feeling ran walked run walk home jogged way am "
    "coming turned out there and then bounce straight cut"
)


def _is_everyday(tokens: Tokens, i: int, j: int) -> bool:
    """*back*, *head* and *feet* where they are no parts of the body: ``came back``, ``back in 30``, ``100 feet``."""
    word = tokens[j].text
    if (
        word == "back"
        and i == j
        and tokens[j + 1].text
        not in {
            "pain",
            "hurts",
            "ache",
            "aches",
            "sore",
            "was",
            "is",
            "a",
            "hurt",
            "tight",
            "tightness",
            "spasm",
            "soreness",
            "stiff",
            "aching",
            "hurting",
            "felt",
        }
    ):
        mine = {tokens[j - 1].text, tokens[j - 2].text} & {"my", "lower", "upper", "the", "sore", "bad", "stiff", "in"}
        return not mine or tokens[j - 1].text in _ADVERBS
    if word == "back":
        return tokens[j - 1].text in _ADVERBS and i == j
    if word == "foot" and tokens[j - 1].text == "on":
        return True
    return word in {"feet", "foot"} and tokens[j - 1].kind == "n"


STRAIN_STARTS = bag("hard tough rough harsh")


def strain(tokens: Tokens, i: int, context: Context) -> Found:
    """``hard on my knees``: something was felt there; ``hard on the knees`` says what a course does to anybody."""
    if tokens[i + 1].text != "on" or tokens[i + 2].text not in {"my", "both"}:
        return None
    spot = area(tokens, i + 3 + (tokens[i + 3].text == "my"), context)
    return ((*spot[0], Hurting()), spot[1]) if spot else None


def hurt(tokens: Tokens, i: int, context: Context) -> Found:
    """A word for pain; what *killed* somebody and is no part of them (*that hill killed me*) was only hard."""
    del context
    found = HURT_BOOK.match(tokens, i)
    if not found:
        return None
    hard = tokens[i].text in _KILLS and not any(AREA_BOOK.match(tokens, k) for k in _around(tokens, i))
    return (Ignored() if hard else Hurting(found[0]),), found[1]


_KILLS = bag("kills killed killing")


def _around(tokens: Tokens, i: int) -> range:
    """The places from four words before ``i`` to three behind it."""
    return range(max(0, i - 4), min(i + 4, len(tokens) - 1))


ASIDE_STARTS = frozenset({"during", "while", "when", "whilst", "after", "before", "since", "throughout"})
_ASIDE_LINKS = bag("my the a todays i yesterday yesterdays this last today long easy was am im on of for ran")


def aside(tokens: Tokens, i: int, context: Context) -> Found:
    """An activity as the occasion of something else: ``during my run``, ``when I run``; not ``after my 5k run``."""
    j = i + 1
    while tokens[j].text in _ASIDE_LINKS and j < i + 6:
        j += 1
    named = activity(tokens, j, context)
    told = named and tokens[named[1]].kind in "nc" and not out_of_ten(tokens, named[1])
    if not named or not named[0] or told or (tokens[i].text == "since" and j == i + 1):
        return None
    return (Ignored(),), named[1]


PAIN_LABELS = frozenset({"niggles", "injuries", "pain", "pains", "soreness", "ache", "discomfort", "hurt", "hurts"})
_PAIN_FILLERS = bag(": = - was is of at level about around a the scale score rating like ( maybe")


def pain_label(tokens: Tokens, i: int, context: Context) -> Found:
    """A word for pain with its figure: ``pain 3``, ``pain level: 4``, ``hurts about a 5``."""
    del context
    j = after(tokens, i + 1, _PAIN_FILLERS)
    if tokens[j].text in {"none", "nil", "no", "nope", "nothing"} and tokens[j - 1].text in {":", "=", "-"}:
        return (Fine(),), j + 1
    changed = _went_to(tokens, j)
    if changed:
        return (Hurting(), OutOfTen(changed[0])), changed[1]
    found = number(tokens, j)
    if not found or out_of_ten(tokens, j) or found[0] > 20 or found[0] != int(found[0]):
        return None
    following = tokens[found[1]]
    if (
        following.text in UNITS - {"in"}
        or following.text in {"m", "x", ":"}
        or (following.text == "/" and following.glued)
        or (following.kind == "w" and following.glued)
    ):
        return None
    return (Hurting(), OutOfTen(found[0])), found[1]


def _went_to(tokens: Tokens, j: int) -> tuple[float, int] | None:
    """``went from 4 to 1``, ``4 -> 1``: how strong it is in the end, or was at its worst where it rose."""
    k = after(tokens, j, _CHANGED, 4)
    first = number(tokens, k)
    m = after(tokens, first[1], _UNTIL, 2) if first else 0
    linked = first and not _TO.isdisjoint([token.text for token in tokens[first[1] : m]])
    last = number(tokens, m) if linked else None
    whole = first and last and max(first[0], last[0]) <= 10 and tokens[last[1]].text not in UNITS | {"/"}
    return last if whole else None


_CHANGED = bag("went goes gone dropped rose came down up from")
_UNTIL = bag("to > - →")
_TO = bag("to > →")


def fine(tokens: Tokens, i: int, context: Context) -> Found:
    """``no pain``, ``pain free``: nothing hurts."""
    del context
    found = _FINE.match(tokens, i)
    return ((Fine(),), found[1]) if found else None


def pain_denied(tokens: Tokens, i: int, context: Context) -> Found:
    """``no knee pain``, ``didn't feel my knee``, ``no pain in the shin``, ``no calf issues``."""
    if tokens[i].text not in {"no", "zero", "without", "not"}:
        return None
    j = i + 1
    while tokens[j].text in {"more", "any", "sign", "of", "my", "the", "real"}:
        j += 1
    spot = area(tokens, j, context)
    if not spot:
        return None
    after = spot[1]
    if HURT_BOOK.match(tokens, after) or tokens[after].text in {
        "issue",
        "issues",
        "problem",
        "problems",
        "trouble",
        "bother",
    }:
        return (*spot[0], Fine()), after + 1
    return None


def better(tokens: Tokens, i: int, context: Context) -> Found:
    """*fine*, *ok*: of a part of the body, that it does not hurt."""
    del tokens, context
    return (Better(),), i + 1


def grade(tokens: Tokens, i: int, context: Context) -> Found:
    """How much, in words: *slightly*, *really*."""
    del context
    found = _GRADES.match(tokens, i)
    return ((Graded(found[0]),), found[1]) if found else None


UNWELL_STARTS = bag("not isnt wasnt arent werent")
_STATES = bag("is was are were feel feels felt feeling still just really today")
_QUITE = bag("so too very really quite all that exactly feeling completely fully entirely")


def unwell(tokens: Tokens, i: int, context: Context) -> Found:
    """``knee is not great``, ``calf wasn't so happy``: of a part of the body, that all is not well with it."""
    del context
    j, k = after(tokens, i + 1, _QUITE, 2), i
    while tokens[k - 1].text in _STATES and k > 1:
        k -= 1
    spots = (AREA_BOOK.match(tokens, start) for start in range(max(0, k - _LONGEST_AREA), k))
    named = any(found is not None and found[1] == k for found in spots)
    return ((Hurting(level=2),), j + 1) if named and tokens[j].text in BETTER else None


_LONGEST_AREA = 3
"""Words that name a part of the body."""
