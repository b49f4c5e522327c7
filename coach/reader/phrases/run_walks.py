"""Running and walking by turns, told by its pattern: ``8 x (1 run, 1.5 walk)``, ``run 2 min walk 1 min, 8 times``."""

from typing import NamedTuple

from coach.reader.facts import Context, Doing, Fact, Found, Lasting, Repeated, Tokens
from coach.reader.needs import at_numbers_with
from coach.reader.phrases.numbers import after, number, stands_near
from coach.reader.phrases.times import duration
from coach.reader.vocabulary.activities import Said
from coach.reader.vocabulary.quantities import LENGTHS
from coach.reader.vocabulary.wordlist import bag
from coach.reading import Activity

_RUNS = bag("run runs ran running jog jogs jogged jogging on")
_WALKS = bag("walk walks walked walking off")
_SWITCHES = bag("on off")
_MOVES = _RUNS | _WALKS
_RATIOS = bag("jeffing jeffed galloway ratio intervals")
_JOINTS = bag("/ , and & + - then with followed by to")
_COUNTED = bag("x * times rounds round sets repeats reps intervals lots cycles")
_OF = bag("x of : ( the a")
_BETWEEN = _OF | {"between"}
_NAMING = _RATIOS | _MOVES | bag("/ - method of at")
_NAMED = _RATIOS | _WALKS
_FOR = bag("for of :")
_LONG = bag("of -")
_BEFORE_COUNT = bag(", . and repeat repeated for total of")
_BEFORE_WHOLE = bag(", . for over until in total of about =")
"""What is passed over beside a stretch, a count and how long all of it took."""
STARTS = _MOVES - _SWITCHES | bag("alternated alternating alternate alternately")
RATIO_STARTS = _MOVES - _SWITCHES | _RATIOS
_REACH = 16
"""Places within which the other half of a pattern begins."""
_LONGEST = 60
"""Minutes that a number without a unit may mean."""
_RUN = Doing(Activity.RUN, Said.DID)


class _Stretch(NamedTuple):
    """One stretch: whether it was run, and how many seconds or metres it had; one of them is 0."""

    runs: bool
    seconds: float
    metres: float


@at_numbers_with(_WALKS)
def by_turns(tokens: Tokens, i: int, context: Context) -> Found:
    """A run with planned walks as the one session that it is; what was done one after the other once is left alone."""
    del context
    if not stands_near(tokens, i - 1, _WALKS, _REACH):
        return None
    first = _walk(tokens, i)
    begins = after(tokens, first[1], _JOINTS, 2) if first else i
    counted = _count_before(tokens, begins)
    if first and not counted:
        first, begins = None, i
    alternated = tokens[begins].text.startswith("alternat")
    found = _turns(tokens, counted[1] if counted else after(tokens, begins + alternated, _BETWEEN, 3))
    if not found:
        return None
    stretches, j = found
    j += tokens[j].text == ")"
    count = counted or _count_after(tokens, j)
    if count:
        j = max(j, count[1])
        last = _walk(tokens, after(tokens, j, _JOINTS, 2))
        walked = sum(one[0].seconds for one in (first, last) if one)
        return (_RUN, _times(stretches, count[0], walked)), last[1] if last else j
    whole = _whole(tokens, j)
    if whole and len(stretches) == 2:
        return (_RUN, Lasting(whole[0])), whole[1]
    if sum(stretch.runs for stretch in stretches) > 1 or _is_framed(stretches):
        return (_RUN, _times(stretches, 1)), j
    return ((_RUN, Repeated()), j) if alternated else None


def _is_framed(stretches: list[_Stretch]) -> bool:
    """``walked 5, ran 20, walked 5``: a run between the walks that warm up and cool down."""
    walks = [stretch.seconds for stretch in stretches if not stretch.runs]
    return len(stretches) == 3 and len(walks) == 2 and all(0 < seconds <= _LONGEST_FRAME for seconds in walks)


_LONGEST_FRAME = 600
"""Seconds that a walk before or after a run may take to be of its session."""


def _walk(tokens: Tokens, i: int) -> tuple[_Stretch, int] | None:
    """A stretch walked, as before and after the pattern."""
    found = _stretch(tokens, i)
    return found if found and not found[0].runs and found[0].seconds else None


@at_numbers_with(_SWITCHES)
def switched(tokens: Tokens, i: int, context: Context) -> Found:
    """``1 on 1 off``: repeats, however many there were."""
    del context
    found = _turns(tokens, i) if stands_near(tokens, i, _SWITCHES, 4) else None
    if not found or tokens[found[1] - 1].text not in _SWITCHES:
        return None
    return (Doing(Activity.RUN, Said.NAMED), Repeated()), found[1]


def ratio(tokens: Tokens, i: int, context: Context) -> Found:
    """``run/walk 2:1``, ``jeffing 4:1``, ``run/walk 8x1``: minutes run and walked by turns."""
    del context
    j = after(tokens, i, _NAMING, 5)
    if not any(token.text in _NAMED for token in tokens[i:j]) or not all(tokens[k].kind == "n" for k in (j, j + 2)):
        return None
    if tokens[j + 1].text not in {":", "/", "x"} or not 0 < tokens[j].value <= _LONGEST or not tokens[j + 1].glued:
        return None
    return (Doing(Activity.RUN, Said.NAMED), Repeated()), j + 3


@at_numbers_with("-", "/")
def pyramid(tokens: Tokens, i: int, context: Context) -> Found:
    """``1-2-3-2-1``: the repeats of a pyramid, by their minutes."""
    del context
    j = i
    while j < i + _HIGHEST and tokens[j].kind == "n" and tokens[j + 1].text in {"-", "/"} and tokens[j + 1].glued:
        j += 2
    return ((Repeated(),), j + 1) if j >= i + _RUNGS and tokens[j].kind == "n" else None


@at_numbers_with("12")
def incline_walk(tokens: Tokens, i: int, context: Context) -> Found:
    """``12-3-30``: a walk on a treadmill at 12 % and 3 miles an hour for 30 minutes, known by its figures."""
    del context
    if tokens[i].text != "12":
        return None
    figures = [token.text for token in tokens[i : i + 5]]
    known = figures[::2] == ["12", "3", "30"] and figures[1] == figures[3] and figures[1] in {"-", "/"}
    return ((Doing(Activity.WALK, Said.NAMED), Lasting(1800.0)), i + 5) if known else None


_RUNGS = 6
"""Places that four numbers with signs between them take before the last."""
_HIGHEST = 40


def _times(stretches: list[_Stretch], count: float, walked: float = 0.0) -> Fact:
    """All stretches so many times, with seconds walked before and after; 0 where one of them has no length."""
    seconds = count * sum(one.seconds for one in stretches) + walked if all(one.seconds for one in stretches) else 0.0
    metres = count * sum(one.metres for one in stretches) if all(one.metres for one in stretches) else 0.0
    return Repeated(metres, seconds, whole=True)


def _turns(tokens: Tokens, i: int) -> tuple[list[_Stretch], int] | None:
    """Stretches run and walked by turns from ``i`` on, two at least, and where they end."""
    stretches: list[_Stretch] = []
    end = k = i
    while (found := _stretch(tokens, k)) and not (stretches and found[0].runs is stretches[-1].runs):
        stretches.append(found[0])
        end = found[1]
        k = after(tokens, end, _JOINTS, 3)
    return (stretches, end) if len(stretches) > 1 else None


def _stretch(tokens: Tokens, i: int) -> tuple[_Stretch, int] | None:
    """``run 2 min``, ``90 s walk``, ``1 on``."""
    said = _move(tokens, i)
    j = after(tokens, i + 1, _FOR, 2) if said is not None else i
    timed = duration(tokens, j)
    found = timed or number(tokens, j)
    if not found:
        return None
    value, end = found
    unit = 0.0 if timed else LENGTHS.get(tokens[end].text, 0.0)
    end += bool(unit)
    if said is None:
        end = after(tokens, end, _LONG, 1)
        said = _move(tokens, end)
        end += 1
    if said is None or not (timed or unit or value <= _LONGEST):
        return None
    seconds = value if timed else 0.0 if unit else 60 * value
    return _Stretch(said, seconds, value * unit), end


def _move(tokens: Tokens, i: int) -> bool | None:
    """Whether the word at ``i`` is of running or of walking."""
    text = tokens[i].text
    return True if text in _RUNS else False if text in _WALKS else None


def _count_before(tokens: Tokens, i: int) -> tuple[float, int] | None:
    """``8 x (``, ``9 rounds of``: how often, and where the pattern begins."""
    found = number(tokens, i)
    if not found or not 1 < found[0] <= _LONGEST or tokens[found[1]].text not in _COUNTED:
        return None
    return found[0], after(tokens, found[1] + 1, _OF, 3)


def _count_after(tokens: Tokens, j: int) -> tuple[float, int] | None:
    """``, 8 times``, ``x 6``, ``repeated 6 times``: how often, and where that ends."""
    k = after(tokens, j, _BEFORE_COUNT, 3)
    crossed = tokens[k].text in {"x", "*"}
    found = number(tokens, k + crossed)
    if not found or not 1 < found[0] <= _LONGEST or not (crossed or tokens[found[1]].text in _COUNTED):
        return None
    return found[0], found[1] + (tokens[found[1]].text in _COUNTED)


def _whole(tokens: Tokens, j: int) -> tuple[float, int] | None:
    """``for 30 mins``, ``over half an hour``, ``, 30 min total``: how long all of it took."""
    k = after(tokens, j, _BEFORE_WHOLE, 3)
    found = duration(tokens, k) if k > j else None
    sure = found and (tokens[j].text in {"for", "over", "in"} or tokens[found[1]].text in {"total", "altogether", "in"})
    return found if sure else None
