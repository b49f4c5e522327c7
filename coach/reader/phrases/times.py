"""Durations and paces."""

from coach.reader.facts import ClockReading, Context, Fact, Found, Ignored, Lasting, Tempo, Tokens
from coach.reader.phrasebook import Phrasebook
from coach.reader.phrases.inside import is_inside
from coach.reader.phrases.numbers import after, number, ranged
from coach.reader.tokens import thousands
from coach.reader.vocabulary.quantities import HOURS, KILOMETRES, MILES, MINUTES, NUMBERS, SECONDS
from coach.reader.vocabulary.wordlist import bag
from coach.units import MILE

_HOUR, _MINUTE, _SECOND = 3, 2, 1
_RANKS = (
    dict.fromkeys(HOURS, _HOUR) | dict.fromkeys(MINUTES | {"m", "'"}, _MINUTE) | dict.fromkeys(SECONDS | {'"'}, _SECOND)
)
_SECONDS_IN = {_HOUR: 3600.0, _MINUTE: 60.0, _SECOND: 1.0}
_HUNDRED = frozenset({"m", "meters", "metres", "meter", "metre", "yd", "yards"})
PER_METRE = dict.fromkeys(KILOMETRES, 1000.0) | dict.fromkeys(MILES | {"m"}, MILE)
_NOON = bag("am pm oclock a.m p.m")


def duration(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """Seconds of a duration with units, and where it ends: ``1h05``, ``52'``, ``half an hour``."""
    token = tokens[i]
    figured = token.kind == "n"
    spoken = None if figured and token.text != "1" else _spoken(tokens, i)
    if not spoken and figured and (token.value < 1 or tokens[i + 1].text == "/"):
        spoken = _of_an_hour(tokens, i)
    if spoken:
        return spoken
    found = ranged(tokens, i)
    rank = _RANKS.get(tokens[found[1]].text, 0) if found else 0
    if found and not rank and tokens[found[1]].text in _WHOLE:
        found = (found[0], found[1] + 1)
        rank = _RANKS.get(tokens[found[1]].text, 0)
    if not found or not rank or _is_inch(tokens, found[1]) or _is_pulse(tokens, found[1]):
        return None
    rest, j = _smaller(tokens, found[1] + 1, rank)
    return _half_more(tokens, i, found[0] * _SECONDS_IN[rank] + rest, j)


_WHOLE = bag("whole full solid good straight long more lovely entire")


def _of_an_hour(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """``3/4 of an hour``, ``half of an hour``."""
    share = number(tokens, i)
    if not share or not 0 < share[0] < 1:
        return None
    j = after(tokens, share[1], frozenset({"of", "an", "a"}), 2)
    return (share[0] * 3600, j + 1) if j > share[1] and tokens[j].text in {"hour", "hr"} else None


def _smaller(tokens: Tokens, j: int, rank: int) -> tuple[float, int]:
    """Seconds of all smaller parts of a duration that follow, and where they end."""
    total = 0.0
    while rank > _SECOND:
        more = _next_part(tokens, j, rank)
        if not more:
            break
        seconds, j, rank = more
        total += seconds
    return total, j


def _is_inch(tokens: Tokens, j: int) -> bool:
    """A lone double quote is inches, not seconds."""
    return tokens[j].text == '"'


def _is_pulse(tokens: Tokens, j: int) -> bool:
    """``1 hr`` is an hour; in ``5k hr 150`` the word announces a heart rate."""
    if tokens[j].text != "hr" or tokens[j].glued:
        return False
    k = after(tokens, j + 1, _OF_PULSE, 3)
    return tokens[k].kind == "n" and tokens[k].value > 59


_OF_PULSE = bag("avg average ave mean : was of at =")


def _half_more(tokens: Tokens, i: int, total: float, j: int) -> tuple[float, int]:
    """``an hour and a half``, ``2 hours and a quarter``."""
    if total % 3600 == 0 and j > i + 1 and tokens[j].text == "and" and tokens[j + 1].text == "a":
        share = {"half": 1800, "quarter": 900}.get(tokens[j + 2].text, 0)
        return total + share, j + 3 if share else j
    return total, j


def _next_part(tokens: Tokens, j: int, rank: int) -> tuple[float, int, int] | None:
    """The next smaller part of a duration; a number glued on needs no unit (``1h05``, ``31m20``, ``6'14``)."""
    joined = tokens[j + 1].kind == "n" or tokens[j + 1].text in NUMBERS
    k = j + (tokens[j].text in {"and", ",", "&"} and joined)
    token = tokens[k]
    if token.text in NUMBERS:
        return _spelt_part(tokens, k, rank, bare=k == j)
    if token.kind != "n" or token.value >= 60:
        return None
    own = _RANKS.get(tokens[k + 1].text, 0)
    if not own:
        return _bare_part(tokens, k, rank) if k == j else None
    if own < rank:
        return None if _is_pulse(tokens, k + 1) else (token.value * _SECONDS_IN[own], k + 2, own)
    marked = token.glued and k == j and rank == _MINUTE and tokens[k - 1].text == "'"
    return (token.value, k + 1, _SECOND) if marked else None


def _spelt_part(tokens: Tokens, k: int, rank: int, *, bare: bool) -> tuple[float, int, int] | None:
    """``an hour twenty minutes``; ``thirty one minutes twenty`` where nothing stands between and nothing follows."""
    spelt = number(tokens, k)
    if not spelt:
        return None
    value, end = spelt
    own = _RANKS.get(tokens[end].text, 0)
    if own:
        return (value * _SECONDS_IN[own], end + 1, own) if own < rank else None
    seconds = bare and rank == _MINUTE and 10 <= value < 60 and _is_last(tokens, end)
    return (value, end, _SECOND) if seconds else None


def _bare_part(tokens: Tokens, k: int, rank: int) -> tuple[float, int, int] | None:
    """A figure without a unit: the seconds of minutes, or what is glued to an hour or follows it in two digits."""
    token, follows, last = tokens[k], tokens[k + 1].text, _is_last(tokens, k + 1)
    if not token.text.isdigit():
        return None
    two = len(token.text) == 2
    if rank == _MINUTE and two and (last or follows in _PER):
        return token.value, k + 1, _SECOND
    if follows in PER_METRE and follows != "m":
        return None  # *1 hr 32 km*
    if token.glued or (rank == _HOUR and (two or last)):
        return token.value * _SECONDS_IN[rank - 1], k + 1, rank - 1
    return None


_PER = bag("/ per")


def _is_last(tokens: Tokens, j: int) -> bool:
    """Whether a clause ends at ``j``."""
    return tokens[j].kind in "el" or tokens[j].text in {",", ".", "!", ")"}


_SPOKEN = {
    "half an hour|half a hour|half hour|half an hr|a half hour": 1800.0,
    "quarter of an hour|quarter hour|quarter of hour": 900.0,
    "three quarters of an hour|3 quarters of an hour": 2700.0,
    "hour and a half|hour and half": 5400.0,
    "hour and a quarter": 4500.0,
    "hour": 3600.0,
    "half a minute": 30.0,
    "minute": 60.0,
}
_SPOKEN_BOOK = Phrasebook(_SPOKEN)
SPOKEN_STARTS = frozenset(_SPOKEN_BOOK.starts()) | {"a", "an"}


def _spoken(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """Durations told without a figure: ``half an hour``, ``an hour and twenty minutes``."""
    article = tokens[i].text in {"a", "an", "one", "1"}
    k = i + article
    if article and tokens[k].text not in {"hour", "minute", "half", "quarter"}:
        return None
    found = _SPOKEN_BOOK.match(tokens, k)
    if not found:
        return None
    whole = _and_minutes(tokens, *found)
    return None if whole[1] == k + 1 and not article else whole


def _and_minutes(tokens: Tokens, seconds: float, j: int) -> tuple[float, int]:
    """``an hour and ten minutes``, ``an hour ten``."""
    k = j + (tokens[j].text == "and" or (tokens[j].text == "," and tokens[j + 2].text in MINUTES))
    found = number(tokens, k) if seconds == 3600 else None
    if not found or found[0] >= 60:
        return seconds, j
    if tokens[found[1]].text in MINUTES:
        rest, end = _smaller(tokens, found[1] + 1, _MINUTE)
        return seconds + 60 * found[0] + rest, end
    if (k == j or (found[0] >= 5 and tokens[found[1]].kind in "els")) and tokens[found[1]].text not in PER_METRE:
        return seconds + 60 * found[0], found[1]
    return seconds, j


def per_distance(tokens: Tokens, j: int) -> tuple[float, int] | None:
    """Metres that a pace's time is for, and where that ends: ``/km``, ``per mile``, ``minute miles``."""
    timed = tokens[j].text in MINUTES
    k = j + timed
    if tokens[k].text in {"/", "per", "p", "a", "an", "each", "for"}:
        slash = k + 1 + (tokens[k + 1].text in {"each", "every"})
        slash += tokens[slash].text == "1"
        if tokens[slash].text in {"100", "500"} and tokens[slash + 1].text in _HUNDRED:
            yards = 0.9144 if tokens[slash + 1].text.startswith("y") else 1.0
            return tokens[slash].value * yards, slash + 2
        metres = PER_METRE.get(tokens[slash].text)
        single = tokens[k].text in {"/", "per", "p"} or tokens[slash].text in {
            "km",
            "k",
            "kilometer",
            "kilometre",
            "mile",
            "mi",
        }
        return (metres, slash + 1) if metres and single else None
    if tokens[k].text == "-":
        k += 1
    if timed and tokens[k].text in MILES | {"km", "kms", "ks", "kilometers", "kilometres", "k"}:
        return PER_METRE[tokens[k].text], k + 1
    return None


def clock(tokens: Tokens, i: int, context: Context) -> Found:
    """A stopwatch reading: a pace where a distance is named after it, a time of day with am or pm, else a duration."""
    del context
    if tokens[i].kind != "c":
        return None
    figures = [float(part) for part in tokens[i].text.replace(",", ".").split(":")]
    j = i + 1
    if (tokens[j].text in _NOON and figures[0] <= 24) or (tokens[j].text in {"a", "p"} and tokens[j + 1].text == "."):
        return (Ignored(),), j + (1 if tokens[j].text in _NOON else 4)
    if len(figures) == 3:
        return (Lasting(figures[0] * 3600 + figures[1] * 60 + figures[2]),), j
    if figures[1] >= 60:
        return None
    seconds = figures[0] * 60 + figures[1]
    paced = _paced(tokens, j, seconds)
    if paced:
        return paced
    if tokens[j].text in {"min", "mins", "minutes"}:
        return (Lasting(seconds),), j + 1
    if tokens[j].text in {"h", "hr", "hrs", "hours", "hour"} and not _is_pulse(tokens, j):
        return (Lasting(figures[0] * 3600 + figures[1] * 60),), j + 1
    return (ClockReading(int(figures[0]), int(figures[1])),), j


def _paced(tokens: Tokens, j: int, seconds: float) -> Found:
    """A pace: a distance follows, or the word *pace* or, of a whole run, plain *miles* (``8:30 miles``)."""
    per = per_distance(tokens, j)
    if per:
        return (Tempo(seconds, per[0]),), per[1] + (tokens[per[1]].text in {"pace", "average", "avg"})
    if tokens[j].text in {"miles", "kms", "ks", "splits", "s"} and tokens[j - 1].kind == "c" and 150 <= seconds <= 1200:
        return (Tempo(seconds, PER_METRE.get(tokens[j].text)),), j + 1
    k = after(tokens, j, _AVERAGE, 2)
    if tokens[k].text in {"pace", "pacing"} and tokens[after(tokens, k + 1, PACE_FILLERS, 3)].kind not in "nc":
        return (Tempo(seconds),), k + 1
    return None


_AVERAGE = frozenset({"average", "avg", "av", "ave", "mean", "moving"})


def timed(tokens: Tokens, i: int, context: Context) -> Found:
    """A duration with units, or a pace made of one (``6 min/km``, ``6'14"/km``, ``8 minute miles``)."""
    del context
    by_number = _minutes_per(tokens, i)
    if by_number:
        return by_number
    found = duration(tokens, i)
    if not found:
        return None
    seconds, j = found
    paced = _paced(tokens, j, seconds)
    if paced and seconds < 3600:
        return paced
    if tokens[j].text == "-" and tokens[j].glued:
        j += 1
    if tokens[i].kind == "n" and tokens[i + 1].text == "'" and j > i + 2 and seconds < 3600:
        return (ClockReading(int(seconds // 60), round(seconds % 60)),), j
    if j == i + 2 and tokens[i + 1].text == "m" and tokens[i].kind == "n":
        return _minutes_or_miles(tokens, i)
    return _what_it_took(tokens, seconds, j)


_NOT_THE_SESSION = frozenset({"ago", "late", "earlier", "rest", "recovery", "recoveries", "early", "off"})
_MOVES = frozenset({"walk", "run", "jog", "ride", "swim", "spin", "bike", "yoga", "morning"})
"""After *recovery* and its like: then it was the session itself."""
_TOTALS = bag("total altogether overall")
_PARTS = frozenset({"warm", "warmup", "cooldown", "cool", "wu", "cd"})


def _what_it_took(tokens: Tokens, seconds: float, j: int) -> Found:
    """The duration of the session, or of its warm-up or cool-down; that of a rest is passed over."""
    if tokens[j].text in _TOTALS or (tokens[j].text == "all" and tokens[j + 1].text in {"in", "told"}):
        return (Lasting(seconds, total=True),), j + 1 + (tokens[j].text == "all")
    if tokens[j].text in _PARTS:
        end = j + 1 + (tokens[j + 1].text == "-")
        return (Lasting(seconds, part=True),), end + (tokens[end].text in {"up", "down"})
    if is_inside(tokens, j):
        return (Ignored(),), j
    if tokens[j].text == "off" and tokens[j + 1].text in {"it", "the", "bike"}:
        return (Lasting(seconds),), j
    if tokens[j].text in _NOT_THE_SESSION and tokens[j + 1].text not in _MOVES:
        return (Ignored(),), j + 1
    return (Lasting(seconds),), j


def _minutes_or_miles(tokens: Tokens, i: int) -> Found:
    """``30m``: minutes, and maybe miles or metres; from 100 on metres (``400m``)."""
    value = tokens[i].value
    if tokens[i + 2].text in {"elev", "elevation", "ascent", "gain", "climb", "climbing", "up"}:
        return (Ignored(),), i + 3
    if value >= 100 or thousands(tokens[i]) >= 1000:
        return None
    return (Lasting(value * 60, short_m=value),), i + 2


def _minutes_per(tokens: Tokens, i: int) -> Found:
    """Minutes for a distance: ``6 min/km``, ``9.5 min per mile``, ``6.30 min/km``, ``6/km``."""
    found = number(tokens, i)
    if not found:
        return None
    j = found[1]
    if tokens[j].text not in MINUTES and tokens[j].text != "/" and tokens[j].text != "-":
        return None
    k = j + (tokens[j].text == "-" and tokens[j + 1].text in MINUTES)
    per = per_distance(tokens, k)
    if not per or found[0] >= 60:
        return None
    return (Tempo(minutes_of(tokens, i, found) * 60, per[0]),), per[1] + (tokens[per[1]].text == "pace")


def spoken_clock(tokens: Tokens, i: int) -> Found:
    """``thirty one twenty``: minutes and seconds, as they are said."""
    minutes = number(tokens, i) if tokens[i].text in NUMBERS else None
    seconds = number(tokens, minutes[1]) if minutes and tokens[minutes[1]].text in NUMBERS else None
    if not minutes or not seconds or minutes[0] < _LEAST_SPOKEN or not _LEAST_SPOKEN <= seconds[0] < 60:
        return None
    return ((ClockReading(int(minutes[0]), int(seconds[0])),), seconds[1]) if _is_last(tokens, seconds[1]) else None


_LEAST_SPOKEN = 10


def cued_clock(tokens: Tokens, i: int, context: Context) -> Found:
    """A clock reading or number after ``in``, ``for``, ``at``, ``@``: what it is of shows in the cue."""
    cue = {"@": "@", "at": "at", "in": "in", "for": "for", "under": "in", "after": "for", "sub": "in"}.get(
        tokens[i].text, ""
    )
    j = after(tokens, i + 1, _LOOSE, 3)
    found = clock(tokens, j, context) if tokens[j].kind == "c" else spoken_clock(tokens, j)
    if tokens[j].kind == "n" and tokens[j + 1].text == "'":
        found = timed(tokens, j, context)
    return _with_cue(found, cue) if found else None


_LOOSE = bag("about around just roughly ~ approx a an avg average the pace of")


def _with_cue(found: tuple[tuple[Fact, ...], int], cue: str) -> Found:
    fact = found[0][0]
    if isinstance(fact, ClockReading):
        return (ClockReading(fact.first, fact.second, cue),), found[1]
    return found


PACE_FILLERS = bag("was is of : = about around - ~ at ( average avg / km mile mi min per")


def minutes_of(tokens: Tokens, i: int, value: tuple[float, int]) -> float:
    """Minutes of a pace; two decimals are seconds (``6.30``)."""
    whole, _, rest = tokens[i].text.replace(",", ".").partition(".")
    if tokens[i].kind == "n" and len(rest) == 2 and rest < "60" and value[1] == i + 1:
        return float(whole or 0) + float(rest) / 60
    return value[0]


def time_label(tokens: Tokens, i: int, context: Context) -> Found:
    """``Time: 31:20``, ``Moving time 31:20``, ``duration 45`` (minutes), ``elapsed 33:10``."""
    elapsed = tokens[i].text == "elapsed"
    j = i + 1 + (tokens[i + 1].text == "time")
    minutes = tokens[j].text == "(" and tokens[j + 1].text in MINUTES and tokens[j + 2].text == ")"
    j = after(tokens, j + 3 * minutes, _TIME_FILLERS, 4)
    if tokens[j].kind == "l":
        j += 1
    counted = number(tokens, j) if minutes and tokens[j].kind == "n" else None
    if counted:
        return (Lasting(counted[0] * 60),), counted[1]
    found = clock(tokens, j, context) or timed(tokens, j, context)
    if found:
        fact = found[0][0]
        if isinstance(fact, ClockReading):
            return (Ignored() if elapsed else ClockReading(fact.first, fact.second, "in"),), found[1]
        if isinstance(fact, Lasting):
            return (Lasting(fact.seconds, elapsed=elapsed),), found[1]
        return None
    value = number(tokens, j)
    if value and tokens[i].text == "duration" and tokens[value[1]].text not in PER_METRE:
        return (Lasting(value[0] * 60),), value[1]
    return None


_TIME_FILLERS = bag("was is of : = about around - ~ ( total in")
TIME_LABELS = bag("time duration elapsed moving workout total")
