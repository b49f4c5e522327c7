"""Walking through a message: at each place the first parser that reads on from there."""

from coach.memories import of_people
from coach.reader.facts import Context, DayPart, Fact, Parser, Stop, Tokens, Unread
from coach.reader.needs import asked, called
from coach.reader.phrases import (
    ages,
    asides,
    bests,
    breaking_off,
    carries,
    clipped,
    dates,
    denials,
    distances,
    efforts,
    footsteps,
    halves,
    heights,
    hours,
    laps,
    leaving,
    levels,
    measures,
    moments,
    more,
    named,
    next_days,
    outcomes,
    paces,
    repeats,
    room,
    run_walks,
    several,
    shares,
    spans,
    speeds,
    strength,
    times,
    words,
)
from coach.reader.vocabulary.quantities import FILLERS, NUMBERS, UNLOGGED_LABELS
from coach.reader.vocabulary.wordlist import bag

_AT_NUMBER: tuple[Parser, ...] = (
    heights.height,
    dates.time_of_day,
    named.sided,
    run_walks.incline_walk,
    dates.figure_date,
    spans.figure_past,
    levels.level_when,
    efforts.effort_after,
    efforts.ratio,
    spans.different,
    measures.sleep_after,
    footsteps.steps,
    run_walks.by_turns,
    run_walks.switched,
    run_walks.pyramid,
    asides.at_number,
    strength.rounds,
    strength.rounds_last,
    strength.exercise_last,
    several.several,
    repeats.repeats,
    repeats.plural,
    shares.share,
    laps.laps,
    named.race,
    efforts.beats,
    speeds.speed,
    times.timed,
    distances.length,
    measures.girth_first,
    strength.load_first,
    measures.on_the_scale,
    measures.mass_of_the_day,
    measures.lone_mass,
    distances.bare,
)
_AT_CLOCK: tuple[Parser, ...] = (
    halves.halves,
    bests.of_last_time,
    dates.time_of_day,
    spans.different,
    measures.sleep_after,
    times.clock,
)
_STARTS: tuple[tuple[frozenset[str], Parser], ...] = (
    (run_walks.STARTS, run_walks.by_turns),
    (run_walks.RATIO_STARTS, run_walks.ratio),
    (bests.STARTS, bests.other_time),
    (room.STARTS, room.room),
    (moments.STARTS, moments.at_edge),
    (hours.STARTS, spans.spoken_span),
    (carries.STARTS, carries.carried),
    (asides.EVERY, asides.so_often),
    (asides.UNTIL, asides.until),
    (ages.STARTS, ages.aged),
    (ages.OWN_STARTS, ages.own_age),
    (frozenset({"after", "at"}), breaking_off.after_so_many),
    (breaking_off.CUTS, breaking_off.cut_short),
    (breaking_off.SHORT, breaking_off.short),
    (footsteps.REACHED, footsteps.steps_reached),
    (footsteps.CLIMBED, footsteps.floors),
    (frozenset({"steps"}), footsteps.steps_labelled),
    (frozenset(NUMBERS), footsteps.steps),
    (asides.REST_STARTS, asides.rest),
    (asides.BLAME_STARTS, asides.blamed),
    (asides.SKIPPED_STARTS, asides.left_out),
    (frozenset({"x", "times", "for", "all", "repeat", "repeated"}), strength.rounds_last),
    (clipped.IN, clipped.still_to_come),
    (clipped.HOUR, clipped.hour_on),
    (clipped.LEGS, clipped.legs_trained),
    (clipped.EASY, clipped.easy_so_far),
    (clipped.HARD, clipped.hard_rated),
    (clipped.WENT, clipped.gave_way),
    (frozenset({"easy"}), efforts.easy_last),
    (frozenset({"e", "r"}), efforts.letter),
    (asides.MARKS, asides.mark),
    (asides.SWAPS, asides.swap),
    (frozenset({"instead"}), asides.instead),
    (asides.SETTINGS, asides.setting),
    (asides.CHANGES, asides.changed),
    (asides.WITHIN, asides.within),
    (asides.NUMBERED, asides.numbered),
    (frozenset({"first"}), asides.first_ones),
    (asides.EXTRAS, asides.extra),
    (frozenset({"not"}), more.instead_of),
    (frozenset({"not"}), asides.corrected),
    (more.ADDING, more.added),
    (more.REPAIR_STARTS, more.repair),
    (more.DEVICES, more.shown),
    (distances.TOTALS | {"making", "totalling", "totaling"}, more.total),
    (frozenset({"a", "an", "solid"}), efforts.a_figure),
    (next_days.STARTS, next_days.next_day),
    (dates.DATE_STARTS, dates.spoken_date),
    (frozenset({"or"}), dates.or_day),
    (frozenset({"level", "lvl"}), efforts.level),
    (frozenset({"first", "1st"}), halves.named_halves),
    (frozenset({"at"}), spans.at_daytime),
    (frozenset({"by"}), spans.by),
    (frozenset({"than"}), spans.than),
    (spans.BEGINS, spans.span),
    (frozenset({"splits", "split", "laps", "lap"}), spans.splits),
    (frozenset({"at", "@", "until", "till", "by", "from", "since"}), dates.time_of_day),
    (efforts.SURE_LABELS | efforts.LOOSE_LABELS, efforts.effort),
    (efforts.HEART_STARTS, efforts.heart_rate),
    (frozenset({"pace", "pacing", "tempo"}), paces.pace_label),
    (paces.PACE_NAMES, paces.named_pace),
    (paces.AVERAGES, paces.average_clock),
    (paces.AVERAGES, efforts.average_beats),
    (times.TIME_LABELS, times.time_label),
    (frozenset({"distance", "dist"}), distances.distance_label),
    (measures.WEIGHT_STARTS, measures.weight),
    (measures.SLEEP_STARTS, measures.sleep),
    (frozenset(measures.GIRTH_AREAS) | {"left", "right"}, measures.girth),
    (frozenset({"week", "wk"}), distances.programme),
    (words.PAIN_LABELS, words.pain_label),
    (times.SPOKEN_STARTS, measures.sleep_after),
    (times.SPOKEN_STARTS, times.timed),
    (frozenset({"a", "half", "quarter", "one"}), distances.length),
    (frozenset(NUMBERS), measures.sleep_after),
    (frozenset(NUMBERS) | {"a"}, efforts.ratio),
    (frozenset(NUMBERS), efforts.effort_after),
    (frozenset(NUMBERS) | {"a"}, dates.figure_date),
    (frozenset(NUMBERS), several.several),
    (several.TWICE, several.twice),
    (frozenset(NUMBERS), strength.exercise_last),
    (frozenset(NUMBERS) | {"a"}, times.timed),
    (frozenset(NUMBERS) | {"a"}, distances.length),
    (words.ASIDE_STARTS, words.aside),
    (words.FINE_STARTS, words.fine),
    (frozenset({"no", "zero", "without", "not"}), words.pain_denied),
    (words.STRAIN_STARTS, words.strain),
    (efforts.FEELING_STARTS, efforts.feeling),
    (leaving.CANCELS, leaving.cancelled),
    (leaving.AWAY, leaving.day_off),
    (words.UNWELL_STARTS, words.unwell),
    (denials.YET_STARTS, denials.not_yet),
    (denials.STARTS, denials.distance_denied),
    (denials.DENIAL_STARTS, denials.denial),
    (frozenset({"exercises"}), asides.the_exercises),
    (strength.EXERCISE_STARTS, strength.exercise_first),
    (strength.EXERCISE_STARTS, strength.bare_exercise),
    (named.RACE_STARTS, named.race),
    (frozenset({"did"}), outcomes.half_done),
    (outcomes.OUTCOME_STARTS, outcomes.outcome),
    (words.ACTIVITY_STARTS, words.activity),
    (UNLOGGED_LABELS | {"max"}, distances.unlogged),
    (frozenset({"training"}), distances.training_load),
    (distances.UNIT_LABELS, distances.unit_label),
    (frozenset({"warm", "cool", "warmup", "cooldown", "wu", "cd"}), distances.part_first),
    (frozenset({"instead"}), shares.instead),
    (frozenset({"all"}), shares.all_of),
    (distances.PLACE_STARTS, distances.place),
    (distances.CUES, times.cued_clock),
    (distances.CUES, distances.cued),
    (words.AREA_STARTS, words.area),
    (words.HURT_STARTS, words.hurt),
    (words.GRADE_STARTS, words.grade),
    (words.BETTER_STARTS, words.better),
    (outcomes.REASON_STARTS, outcomes.because),
    (frozenset(NUMBERS), distances.bare),
    (frozenset(several.DAY_PARTS), several.day_part),
)
_BEFORE: dict[str, tuple[Parser, ...]] = {
    **dict.fromkeys(spans.LINKED, (spans.open_span, *_AT_NUMBER)),
    **dict.fromkeys(
        ("k", "km", "kms", "mi", "mile", "miles"),
        (footsteps.steps, run_walks.by_turns, run_walks.switched, asides.at_number, shares.share, speeds.speed,
         distances.length, distances.bare),
    ),
    **dict.fromkeys(
        ("min", "mins", "minutes"),
        (spans.different, measures.sleep_after, run_walks.by_turns, run_walks.switched, asides.at_number,
         strength.exercise_last, shares.share, times.timed, distances.bare),
    ),
}  # fmt: skip
"""What a number can start before a piece that settles it: of all its parsers only those that can read on there."""
_STOPS = {
    ",": ",", ".": ".", ";": ".", "!": ".", "?": ".", "|": ",", "+": "+", "&": "+", "and": "+", "then": ">",
    "plus": "+", "but": ",", "followed": ">", "into": ">", "afterwards": ">", "before": ",", "also": "+",
}  # fmt: skip
_QUIET = FILLERS | bag(
    "i we me us it that this to with on by from go went do also again still bit one its im ive just "
    "well so as than out up "
    "/ ) ] } # \" ' the and or if all me home work per each because cause cos since due had have has got "
    "hey hi hello coach thanks thank cheers feel feeling get while during session workout training exercises lot"
)
"""Words and signs that say nothing by themselves and make no note."""


def _dispatch() -> dict[str, tuple[Parser, ...]]:
    """Which parsers may read on from a word, in order."""
    table: dict[str, list[Parser]] = {}
    for starts, parser in _STARTS:
        for word in starts:
            table.setdefault(word, []).append(parser)
    return {word: tuple(dict.fromkeys(parsers)) for word, parsers in table.items()}


_BY_WORD = _dispatch()
_NONE: tuple[Parser, ...] = ()


def scan(tokens: Tokens, context: Context) -> list[Fact]:
    """Everything the message says, in order; stretches that nobody understood are ``Unread``."""
    facts: list[Fact] = []
    unread: list[tuple[int, int]] = []
    i, bits = 0, called(tokens)
    while tokens[i].kind != "e":
        found = _read_at(tokens, i, context, bits)
        if found:
            if not (found[0] and isinstance(found[0][0], DayPart)):  # which says nothing that a note would not
                _flush(unread, facts)
            facts += found[0]
            i = found[1]
            continue
        token = tokens[i]
        stop = "n" if token.kind == "l" else _STOPS.get(token.text)
        if token.text in {"-", "/"} and not token.glued:
            stop = ","
        if stop:
            _flush(unread, facts)
            facts.append(Stop(stop))
        elif token.text not in _QUIET:
            unread.append((token.start, token.end))
        i += 1
    _flush(unread, facts)
    return _apart(facts)


def _apart(facts: list[Fact]) -> list[Fact]:
    """``facts`` without the parts of a day where they tell nothing apart."""
    if DayPart not in map(type, facts):
        return facts
    parts = {fact.name for fact in facts if isinstance(fact, DayPart)}
    return facts if len(parts) != 1 else [fact for fact in facts if not isinstance(fact, DayPart)]


def _read_at(tokens: Tokens, i: int, context: Context, bits: int) -> tuple[tuple[Fact, ...], int] | None:
    """The first reading at ``i`` in a message whose words call for ``bits``."""
    kind = tokens[i].kind
    text = tokens[i].text
    parsers = _BY_WORD.get(text, _NONE) if kind == "w" else _at_figure(kind, tokens[i + 1].text, text, bits)
    if kind == "w" and text[0] == "w" and text[-1].isdigit():
        return distances.programme(tokens, i, context)
    for parse in parsers:
        found = parse(tokens, i, context)
        if found and found[1] > i:
            return found
    return None


def _at_figure(kind: str, following: str, text: str, bits: int) -> tuple[Parser, ...]:
    """What can start with a number or a clock reading, before ``following``, or with a sign."""
    if kind == "n":
        return _at_number(following if following in _BEFORE else "", bits)
    if kind == "c":
        return _AT_CLOCK if following not in spans.LINKED else (spans.open_span, *_AT_CLOCK)
    return _at_number("", bits) if kind == "d" else _BY_WORD.get(text, _NONE)


@of_people(1_024)
def _at_number(settled: str, bits: int) -> tuple[Parser, ...]:
    """Whom to ask at a number, before a piece that settles it (``_BEFORE``) or any other."""
    return asked(_BEFORE.get(settled, _AT_NUMBER), bits)


def _flush(unread: list[tuple[int, int]], facts: list[Fact]) -> None:
    """Add the unread words so far as one stretch."""
    if unread:
        facts.append(Unread(unread[0][0], unread[-1][1]))
        unread.clear()
