"""Faults on purpose: what networks and busy servers do to a bot, chosen by a test.

Each fault waits for the calls it is meant for and strikes as often as it was told to::

    server.faults.add(Fault.too_many(retry_after=3), method="sendMessage")
    server.faults.add(Fault.lost_reply(), method="sendMessage", times=2, skip=1)
    held = server.faults.add(Fault.held(), method="getUpdates")
    held.release()
"""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum

from aiohttp import web

from bot.sandbox.refusals import Json, Refused, too_many_requests

GATEWAY_PAGE = "<html><head><title>Bad Gateway</title></head><body>Bad Gateway</body></html>"


class Effect(StrEnum):
    """What happens to a call."""

    REFUSED = "refused"
    BROKEN = "broken"
    DROPPED = "dropped"
    LOST_REPLY = "lost_reply"
    SLOW = "slow"
    HELD = "held"


@dataclass(frozen=True)
class Fault:
    """One kind of misfortune; built by the methods below or from JSON."""

    effect: Effect
    refusal: Refused | None = None
    status: int = 502
    seconds: float = 0.0

    @classmethod
    def refused(cls, code: int, description: str, parameters: Json | None = None) -> "Fault":
        """The server answers ``ok: false`` and does nothing."""
        return cls(Effect.REFUSED, refusal=Refused(code, description, parameters))

    @classmethod
    def too_many(cls, retry_after: int) -> "Fault":
        """A 429 that asks to wait ``retry_after`` seconds."""
        return cls(Effect.REFUSED, refusal=too_many_requests(retry_after))

    @classmethod
    def broken(cls, status: int = 502) -> "Fault":
        """A 5xx with a page of HTML, as a gateway sends it; nothing was done."""
        return cls(Effect.BROKEN, status=status)

    @classmethod
    def dropped(cls) -> "Fault":
        """The connection closes before anything was done."""
        return cls(Effect.DROPPED)

    @classmethod
    def lost_reply(cls) -> "Fault":
        """The call is carried out, but the connection closes before the answer."""
        return cls(Effect.LOST_REPLY)

    @classmethod
    def slow(cls, seconds: float) -> "Fault":
        """The answer comes ``seconds`` late."""
        return cls(Effect.SLOW, seconds=seconds)

    @classmethod
    def held(cls) -> "Fault":
        """The call waits until the test releases it, then is carried out."""
        return cls(Effect.HELD)


@dataclass
class Planned:
    """A fault that waits for its calls."""

    fault: Fault
    method: str | None = None
    times: int | None = 1
    skip: int = 0
    chance: float = 1.0
    struck: int = 0
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        """Let held calls go on."""
        self.gate.set()

    @property
    def spent(self) -> bool:
        """True once it has struck as often as it should."""
        return self.times is not None and self.struck >= self.times

    def strikes(self, method: str, dice: random.Random) -> bool:
        """Whether this call is hit."""
        if self.spent or (self.method is not None and self.method.lower() != method.lower()):
            return False
        if self.skip > 0:
            self.skip -= 1
            return False
        if self.chance < 1.0 and dice.random() >= self.chance:
            return False
        self.struck += 1
        self.arrived.set()
        return True


class Faults:
    """The faults of one server."""

    def __init__(self, seed: int = 0) -> None:
        self._planned: list[Planned] = []
        self.unheard: list[web.Response] = []
        """Answers that got lost on the way: what they tell was done."""
        self._dice = random.Random(seed)  # noqa: S311 — a test repeats its misfortunes

    def add(
        self, fault: Fault, *, method: str | None = None, times: int | None = 1, skip: int = 0, chance: float = 1.0
    ) -> Planned:
        """Plan a fault for the next ``times`` calls (None: all) of ``method`` (None: any), after ``skip`` good ones.

        ``chance`` makes it strike at random, the same way in every run.
        """
        planned = Planned(fault, method, times, skip, chance)
        self._planned.append(planned)
        return planned

    def clear(self) -> None:
        """Forget all faults and let held calls go on."""
        for planned in self._planned:
            planned.release()
        self._planned.clear()

    def _next(self, method: str) -> Planned | None:
        return next((planned for planned in self._planned if planned.strikes(method, self._dice)), None)

    async def around(
        self, request: web.Request, method: str, answer: Callable[[], Awaitable[web.Response]]
    ) -> web.StreamResponse:
        """Answer a call, unless a fault is planned for it.

        Raises:
            Refused: the fault is a refusal.
        """
        planned = self._next(method)
        if planned is None:
            return await answer()
        fault = planned.fault
        match fault.effect:
            case Effect.REFUSED:
                raise fault.refusal or too_many_requests(1)
            case Effect.BROKEN:
                return web.Response(status=fault.status, text=GATEWAY_PAGE, content_type="text/html")
            case Effect.DROPPED:
                return hang_up(request)
            case Effect.LOST_REPLY:
                self.unheard.append(await answer())
                return hang_up(request)
            case Effect.SLOW:
                await asyncio.sleep(fault.seconds)
            case Effect.HELD:
                await planned.gate.wait()
        return await answer()


def hang_up(request: web.Request) -> web.Response:
    """Close the connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=499)
