"""The coach's own routes: every command and button that is real, in the order of the menu."""

from bot.cases import account, broadcast, exporting, onboarding, operating, questioning, settings
from bot.cases.filing import settle
from bot.cases.guided_clock import wake
from bot.cases.hear import hear
from bot.cases.prompts import prompt
from bot.cases.taking import take
from bot.desk import Desk
from bot.handlers.daily import DAILY_COMMANDS, DAILY_SLOW_TAPS, DAILY_TAPS
from bot.incoming import Located, Ordered
from bot.routes import Routes, no_place
from bot.taps import Verb
from coach.workouts.library import library


def _start(desk: Desk, ordered: Ordered) -> None:
    """Whoever starts is the sender."""
    onboarding.start(desk, ordered.sender)


def _help(desk: Desk, _: Ordered) -> None:
    """The commands of the menu."""
    account.show_help(desk, ROUTES.commands)


def _locate(desk: Desk, located: Located) -> None:
    """A place that no question asked for is answered kindly."""
    if not onboarding.located(desk, located):
        no_place(desk, located)


ROUTES = Routes(
    commands={
        "start": _start,
        **DAILY_COMMANDS,
        "settings": lambda desk, _: settings.settings(desk),
        "export": exporting.EXPORT,
        "delete": lambda desk, _: account.delete(desk),
        "cancel": lambda desk, _: questioning.cancel(desk),
        "help": _help,
    },
    taps={
        Verb.ANSWER: onboarding.answer_tapped,
        Verb.BACK: onboarding.back,
        Verb.SKIP_QUESTION: onboarding.skip,
        Verb.SETTING: settings.setting_tapped,
        Verb.DELETE_ALL: account.delete_tapped,
        **DAILY_TAPS,
    },
    slow_taps=DAILY_SLOW_TAPS,
    hear=hear,
    locate=_locate,
    take=take,
    settle=settle,
    prompt=prompt,
    wake=wake,
    orders={
        "stats": operating.stats,
        "broadcast": broadcast.broadcast,
        "deadletters": operating.deadletters,
    },
    levers={Verb.BROADCAST: broadcast.broadcast_tapped, Verb.DEAD_LETTER: operating.deadletter_tapped},
    read_in=library,
)
"""Everything the coach can do."""
