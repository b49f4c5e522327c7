"""Words about one's life that change how somebody trains: days, minutes, things, hours, the place, a time away.

What changes the plan is shown first and done by a tap or a *yes*; what changes only when or where the coach writes is
done at once. Either can be taken back.
"""

import datetime as dt
from typing import Any, Final

from bot.cases.pausing import pause_between, resume_rows
from bot.cases.plans import as_before, changed, changed_by, settings_of
from bot.cases.races import OFFER, RACE, offer, take_race
from bot.cases.settings import respeak
from bot.cases.steps import UNDO, YES
from bot.cases.training import monday_of, training_of
from bot.cases.trips import HOME, sets_out, there_row
from bot.conversations.amount import units_of
from bot.conversations.asking import noted, talk_at
from bot.conversations.flows import BY_KEY
from bot.conversations.places.zones import city_name, same_clock
from bot.conversations.question import Question, Situation
from bot.conversations.typed.plain import plain
from bot.conversations.wishes.breaks import Break, is_ordered, place_in
from bot.conversations.wishes.days import is_for_good
from bot.conversations.wishes.minutes import LONGEST, more_today
from bot.conversations.wishes.things import is_without_gym, strength_wished
from bot.conversations.wishes.wish import STRENGTH, Wish, lengths_of, wish_in
from bot.conversations.wishes.wording import even, is_one_week
from bot.desk import Desk
from bot.incoming import Heard
from bot.refs import lately_about
from bot.screens import Button, Screen
from bot.taps import Tap, Verb
from bot.views.session import session_line
from bot.words import Html
from coach.documents import week_from_json, week_to_json
from coach.history import Status
from coach.reader.races import race_in
from coach.reading import LogEntry, Reading
from coach.session import Session
from storage.sayings import saying_by_id
from storage.tables import AthleteState, Saying

WISH: Final = "wish"
"""What the outbox remembers of a wish, ``wish:<saying>``, and the value of the button that does it."""
GRANTED: Final = "granted"
"""The step of a wish that was done: it can be taken back."""
KEEP: Final = "keep"
UNWISH: Final = "unwish"
ALWAYS: Final = "always"
"""The value of the button that makes of a limit for today one for every day."""
DEEDS: Final = frozenset({WISH, KEEP, UNWISH})
_AT_ONCE: Final = frozenset({"time", "zone", "equip", "age", "height", "evening", "slow", "quiet"})
"""What changes no session, or only how one is done; and what is a fact and no choice."""
_FACTS: Final = frozenset({"weekly", "longest", "age", "height"})
"""What somebody tells of themselves in words that look like a log: *my longest run is 14 km*."""
_YES: Final = YES | {"yes please", "please do", "sure", "do it", "change it", "yes change it", "ok", "okay", "go ahead"}
_NO: Final = frozenset(
    {"no", "nope", "no thanks", "dont", "don't", "leave it", "leave it as it is", "never mind", "keep it"}
)
ANSWERS: Final = _YES | _NO
"""Words that take or leave what was offered."""
_REMEMBERED: Final = 5
_WISHED: Final = "wished"
_WEEKS: Final = "weeks"
"""The weeks that had been sent when a wish was granted, as they were first sent."""
_OPEN_FOR: Final = dt.timedelta(hours=36)
"""How long an offer is answered by a mere *yes* where nothing else asks for one."""
_AHEAD: Final = dt.timedelta(days=7)
_OWN: Final = ("prompt_minute", "zone", "state", "paused_until", "evening", "slowed", "quiet_from", "quiet_to")
"""Where a wish is kept besides the profile."""


def answer_wish(desk: Desk, heard: Heard, reading: Reading, saying: Saying) -> bool:
    """Do or offer what the words wish for; false where they wish for no such thing, or tell of training as well."""
    if heard.edited:
        return False
    text, meant = plain(heard.text), lately_about(desk)
    if meant is not None and meant.kind == WISH and _answered(desk, meant.id, meant.step, text):
        return True
    wish = wish_in(heard.text, desk.owner, desk.now)
    is_fact = isinstance(wish, Wish) and wish.key in _FACTS
    if _tells_of_more(reading) and not (
        is_fact or _is_rule(heard.text, wish, reading) or _is_ordered(wish, heard.text)
    ):
        return False
    if (more := more_today(even(heard.text))) is not None:
        _offer_longer(desk, more)
        return True
    if wish is None or _is_of_a_race(desk, wish, heard.text):
        return False
    if isinstance(wish, Break):
        _grant(desk, wish, saying) if wish.asked else _offer_break(desk, wish, saying)
    else:
        _offer(desk, wish, saying)
    return not (is_fact and reading.measurements)


def offer_always(desk: Desk, saying_id: int) -> None:
    """Words that were taken for today are offered for every day."""
    saying = saying_by_id(desk.session, desk.athlete_id, saying_id)
    wish = None if saying is None else wish_in(saying.text, desk.owner, saying.said_at)
    if saying is None or not isinstance(wish, Wish):
        desk.say(Screen(desk.words("wish.over"), ((_setting(desk, "min"),),)))
    else:
        _offer(desk, wish, saying)


def answer_late(desk: Desk, text: str) -> bool:
    """*Yes* or *no* a while after an offer, with other messages between; false where none is open."""
    said, open_offer = plain(text), talk_at(desk).row.data.get(OFFER)
    deed = WISH if said in _YES else KEEP if said in _NO else None
    if open_offer is None or deed is None or desk.now - dt.datetime.fromisoformat(open_offer[2]) > _OPEN_FOR:
        return False
    _decide(desk, int(open_offer[0]), str(open_offer[1]) if deed == WISH else KEEP)
    return True


def _decide(desk: Desk, saying_id: int, deed: str) -> None:
    """Do what was offered, or leave it; either way it is offered no more."""
    if deed == RACE:
        talk_at(desk).remember(**{OFFER: None})
        take_race(desk, saying_id)
    else:
        wish_tapped(desk, saying_id, deed)


def wish_tapped(desk: Desk, saying_id: int, deed: str) -> None:
    """A wish is done, left, or taken back, by its buttons."""
    saying = saying_by_id(desk.session, desk.athlete_id, saying_id)
    talk_at(desk).remember(**{OFFER: None})
    if deed == KEEP:
        desk.say(Screen(desk.words("wish.kept")))
    elif deed == UNWISH:
        _take_back(desk, saying_id)
    elif saying is None or _before(desk, saying_id) is not None:
        desk.say(Screen(desk.words("answer.already")))
    else:
        _do(desk, saying)


def _answered(desk: Desk, saying_id: int, step: str, text: str) -> bool:
    """*Yes*, *no* and *undo* to the wish that was answered last."""
    deeds = {UNWISH: UNDO} if step == GRANTED else {WISH: _YES, KEEP: _NO}
    deed = next((deed for deed, words in deeds.items() if text in words), None)
    if deed is not None:
        wish_tapped(desk, saying_id, deed)
    return deed is not None


def _is_of_a_race(desk: Desk, wish: Wish | Break, text: str) -> bool:
    """Whether a goal is told as a race with its day, which is offered together with it."""
    race = race_in(text, desk.today, units_of(desk.owner)) if isinstance(wish, Wish) and wish.key == "goal" else None
    return race is not None and race.ahead and race.day is not None


def _is_ordered(wish: Wish | Break | None, text: str) -> bool:
    """*Physio said no running for 2 weeks*: a time off, and no pain with a level to ask for."""
    return isinstance(wish, Break) and is_ordered(even(text))


def _tells_of_more(reading: Reading) -> bool:
    """Whether a message reports health, measurements or training, or what was missed on a day: that comes first."""
    done = any(_tells_figures(entry) or (entry.days and not entry.ahead) for entry in reading.entries)
    return bool(done or reading.measurements or reading.pain or reading.symptoms)


def _is_rule(text: str, wish: Wish | Break | None, reading: Reading) -> bool:
    """Whether a wish is for every day, and the figures beside it name no training: *6am from now on, only 20 min*."""
    nameless = all(entry.kind is None for entry in reading.entries)
    return isinstance(wish, Wish) and is_for_good(even(text)) and nameless and not reading.pain


def _tells_figures(entry: LogEntry) -> bool:
    """Whether an entry is more than the name of a kind: *gym again* is no session, *gym, 40 min* is one."""
    return entry.status is not Status.SKIPPED and any(
        (entry.distance_m, entry.duration_s, entry.rpe, entry.avg_hr, entry.exercises)
    )


def _do(desk: Desk, saying: Saying) -> None:
    """Read the words anew, as they were meant on their day, and do what they wish for."""
    wish = wish_in(saying.text, desk.owner, saying.said_at)
    if wish is None or (isinstance(wish, Break) and wish.back <= desk.today):
        desk.say(Screen(desk.words("wish.over")))
    else:
        _grant(desk, wish, saying)


def _offer(desk: Desk, wish: Wish, saying: Saying) -> None:
    """Show what a wish changes, with a tap to confirm it; what changes no session is done at once."""
    question = BY_KEY[wish.key]
    known, wished = question.told(desk.owner, desk.words), _as_wished(desk, wish)
    gym = is_without_gym(even(saying.text)) and "gym" not in desk.owner.profile.get("equipment", ())
    most = desk.words("wish.strength.most") if wish.key == "strength" and _is_beyond(saying.text) else ""
    if gym or known == wished.told or _is_usual(desk, wish):
        same = most or desk.words("wish.same", label=desk.words(f"label.{wish.key}"), value=wished.told)
        desk.say(Screen(desk.words("wish.gym.none") if gym else same, ((_setting(desk, wish.key),),)))
    elif wish.key in _AT_ONCE:
        _grant(desk, wish, saying)
    else:
        label = desk.words(f"label.{wish.key}")
        key = "wish.offer.first" if known == desk.words("told.unknown") else "wish.offer"
        head = desk.words(key, label=label, value=wished.told, known=known)
        week = desk.words("wish.one_week") if wish.key == "days" and is_one_week(even(saying.text)) else ""
        parts = (most, head, week, _preview(desk, wish.key, wished.ahead), desk.words("wish.shall_i"))
        text = "\n\n".join(part for part in parts if part)
        offer(desk, saying, WISH)
        desk.say(Screen(text, (_yes_and_no(desk, saying, "wish.yes"),)), ref=f"{WISH}:{saying.id}")


def _is_beyond(text: str) -> bool:
    """Whether more strength sessions are wished for than a week has room for."""
    return (strength_wished(even(text), STRENGTH) or 0) > STRENGTH


def _is_usual(desk: Desk, wish: Wish) -> bool:
    """Whether the plan does so already for whoever never said: two strength sessions a week."""
    return wish == Wish("strength", str(STRENGTH)) and desk.owner.profile.get("strength_per_week") is None


def _offer_longer(desk: Desk, more: int) -> None:
    """More minutes for today alone: rather as planned, and longer days from now on a tap away."""
    longer = {day: min(LONGEST, minutes + more) for day, minutes in lengths_of(desk.owner).items()}
    value = f"minutes:{longer['weekday']}:{longer['weekend']}"
    button = Button(desk.words("wish.longer", n=more), Tap(Verb.ROOM, desk.athlete_id, value=value))
    desk.say(Screen(desk.words("wish.today"), ((button,),)))


class _Wished:
    """How an answer would read, and the sessions of the next days with it."""

    def __init__(self, told: str, ahead: list[Session]) -> None:
        self.told, self.ahead = told, ahead


def _as_wished(desk: Desk, wish: Wish) -> _Wished:
    """Try a wish out and leave everything as it was."""
    owner, question = desk.owner, BY_KEY[wish.key]
    before = {"profile": owner.profile, **{field: getattr(owner, field) for field in _OWN}}
    question.save(wish.value, Situation(owner, desk.now))
    told = question.told(owner, desk.words)
    ahead = [] if wish.key in _AT_ONCE else _sessions_ahead(desk, wish.key)
    for field, value in before.items():
        setattr(owner, field, value)
    return _Wished(told, ahead)


def _sessions_ahead(desk: Desk, key: str) -> list[Session]:
    """The sessions of the next seven days, planned as for a change of a setting."""
    training = changed_by(training_of(desk), key)
    weeks = (monday_of(desk.today), monday_of(desk.today) + _AHEAD)
    planned = {week.start: week for week in training.plan.weeks}
    sessions = [session for start in weeks if start in planned for session in planned[start].sessions]
    return [session for session in sessions if desk.today <= session.date < desk.today + _AHEAD]


def _preview(desk: Desk, key: str, sessions: list[Session]) -> str:
    """The next days, one line a session."""
    if [(session.date, session.title) for session in sessions] == [
        (session.date, session.title) for session in _sessions_ahead(desk, key)
    ]:
        return desk.words("wish.ahead.same")
    lines = [
        desk.words("shift.line", day=session.date, session=Html(session_line(session, desk.words)))
        for session in sessions
    ]
    return "\n".join([desk.words("wish.ahead"), *lines]) if lines else ""


def _offer_break(desk: Desk, told: Break, saying: Saying) -> None:
    key = "wish.away.one" if told.first == told.last else "wish.away"
    key = "wish.away.ordered" if is_ordered(even(saying.text)) else key
    text = desk.words(key, first=told.first, last=told.last, back=told.back)
    after = desk.words("wish.away.long" if (told.back - told.first).days > 3 else "wish.away.short")
    offer(desk, saying, WISH)
    row = _yes_and_no(desk, saying, "wish.away.yes", "wish.away.no", back=told.back)
    zone = _elsewhere(desk, saying)
    there = desk.words("wish.away.place", city=city_name(zone)) if zone else ""
    rows = (row, there_row(desk, saying, zone)) if zone else (row,)
    desk.say(Screen("\n\n".join(part for part in (text, after, there) if part), rows), ref=f"{WISH}:{saying.id}")


def answer_trip(desk: Desk, saying: Saying) -> bool:
    """A trip told without its days: a tap on arrival, where its clock is another. False for anything else."""
    zone = _elsewhere(desk, saying)
    if zone is None:
        return False
    desk.say(Screen(desk.words("wish.away.place", city=city_name(zone)), (there_row(desk, saying, zone),)))
    return True


def _elsewhere(desk: Desk, saying: Saying) -> str | None:
    """The zone of the place somebody goes to; ``None`` where its clock is the same, or there is none."""
    zone = place_in(even(saying.text), desk.now)
    return None if zone is None or same_clock([zone, desk.owner.zone or "UTC"], desk.now) else zone


def _grant(desk: Desk, wish: Wish | Break, saying: Saying) -> None:
    """Do it, remember how it was, and say so with a way back."""
    before = _snapshot(desk)
    undo = Button(desk.words("button.undo"), Tap(Verb.ASK, desk.athlete_id, saying.id, UNWISH))
    if isinstance(wish, Break):
        pause_between(desk, wish.first, wish.back)
        begun = desk.owner.state == AthleteState.PAUSED
        key = "wish.away.begun" if begun else "wish.away.set"
        text: str = desk.words(key, first=wish.first, last=wish.last, back=wish.back)
        rows = resume_rows(desk) if begun else ((undo,),)
    else:
        question = BY_KEY[wish.key]
        question.save(wish.value, Situation(desk.owner, desk.now))
        respeak(desk)
        text, rows = _granted_text(desk, question, saying), ((undo, _setting(desk, "")),)
        if question.key == "zone":
            trip, home = sets_out(desk, before["zone"], saying)
            text, rows = "\n\n".join(part for part in (text, trip) if part), (*home, *rows)
    _remember(desk, saying.id or 0, before)
    desk.say(Screen(text, rows), ref=f"{WISH}:{saying.id}:{GRANTED}")
    if not isinstance(wish, Break):
        changed(desk, wish.key)


def _granted_text(desk: Desk, question: Question, saying: Saying) -> str:
    gone = question.key == "equip" and is_without_gym(even(saying.text))
    return "\n".join([noted(desk, question), *([desk.words("wish.gym.gone")] if gone else [])])


def _take_back(desk: Desk, saying_id: int) -> None:
    """Everything a wish changed stands as it did before it."""
    before = _before(desk, saying_id)
    if before is None:
        desk.say(Screen(desk.words("answer.already")))
        return
    talk, owner = talk_at(desk), desk.owner
    owner.profile = {
        **{field: known for field, known in owner.profile.items() if field not in before["profile"]},
        **{field: known for field, known in before["profile"].items() if known is not None},
    }
    for field in _OWN:
        if field in before:
            setattr(owner, field, before[field])
    until = before.get("paused_until")
    owner.paused_until = dt.date.fromisoformat(until) if until else None
    rest = [one for one in talk.row.data.get(_WISHED, []) if one[0] != saying_id]
    talk.remember(**{_WISHED: rest, "away": before.get("away"), HOME: before.get(HOME)})
    respeak(desk)
    desk.say(Screen(desk.words("wish.undone")))
    if _WEEKS in before:
        as_before(desk, [week_from_json(week) for week in before[_WEEKS]])
    else:  # another wish was granted since
        changed(desk, *settings_of(before["profile"]))


def _snapshot(desk: Desk) -> dict[str, Any]:
    owner = desk.owner
    known = {field: getattr(owner, field) for field in _OWN}
    sent = [each for each in training_of(desk).sent if each.start >= monday_of(desk.today)]
    weeks = [week_to_json(each.week) for each in sent]
    data = talk_at(desk).row.data
    trips = {name: data.get(name) for name in ("away", HOME)}
    return {**known, "profile": dict(owner.profile), **trips, _WEEKS: weeks}


def _remember(desk: Desk, saying_id: int, before: dict[str, Any]) -> None:
    """Keep what a wish changed, as it was: the last few wishes can be taken back, the last one with its weeks."""
    now = desk.owner.profile
    fields = {*now, *before["profile"]}
    profile = {
        field: before["profile"].get(field) for field in fields if now.get(field) != before["profile"].get(field)
    }
    until = before["paused_until"]
    kept = {**before, "profile": profile, "paused_until": until.isoformat() if until else None}
    talk = talk_at(desk)
    older = [
        [number, {name: known for name, known in one.items() if name != _WEEKS}]
        for number, one in talk.row.data.get(_WISHED, [])
    ]
    talk.remember(**{_WISHED: [*older, [saying_id, kept]][-_REMEMBERED:]})


def _before(desk: Desk, saying_id: int) -> dict[str, Any] | None:
    """How things stood before a wish was done; ``None`` where it was not done, was taken back, or is long gone."""
    wished = talk_at(desk).row.data.get(_WISHED, [])
    return next((before for number, before in wished if number == saying_id), None)


def _yes_and_no(desk: Desk, saying: Saying, yes: str, no: str = "wish.no", **figures: object) -> tuple[Button, Button]:
    return (
        Button(desk.words(yes, **figures), Tap(Verb.ASK, desk.athlete_id, saying.id, WISH)),
        Button(desk.words(no), Tap(Verb.ASK, desk.athlete_id, saying.id, KEEP)),
    )


def _setting(desk: Desk, key: str) -> Button:
    label = desk.words(f"label.{key}" if key else "settings.all")
    return Button(label, Tap(Verb.SETTING, desk.athlete_id, value=key))
