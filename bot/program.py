"""The running program: everything is put together here, started in order, and stopped in order."""

import asyncio
import logging
import os
import secrets
import socket
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any, Self

from sqlmodel import Session
from telegram.error import InvalidToken, NetworkError, RetryAfter
from telegram.ext import Application, ContextTypes, ExtBot

from bot.broadcasting import Broadcaster
from bot.clock import Clock, SystemClock
from bot.fetching import Fetcher
from bot.guiding import Guide
from bot.handlers import add_handlers
from bot.handlers.commands import group_menu, menu, operator_menu
from bot.health import HealthServer
from bot.house import House
from bot.prompting import Prompter
from bot.routes import Routes
from bot.settings import Settings
from bot.telegram.api import ApiError, BotApi
from bot.telegram.deaths import Deaths
from bot.telegram.election import Elected
from bot.telegram.flights import Flights
from bot.telegram.floods import Floods, admit
from bot.telegram.in_hand import InHand
from bot.telegram.pauses import Pauses
from bot.telegram.polling import Poller, TokenRefused
from bot.telegram.rates import Limits
from bot.telegram.request import AiohttpRequest
from bot.telegram.sender import Sender
from bot.telegram.webhook import WebhookServer
from bot.telegram.worker import Worker, note_broken
from bot.turn import Turn
from coach.errors import ConfigurationError, DatabaseError
from scheduler.tick import Ticker
from storage.database import open_database
from storage.inbox import receive
from storage.schema import bring_up_to_date

log = logging.getLogger(__name__)

Job = Callable[[], Coroutine[Any, Any, None]]
STOP_WITHIN = 3.5
"""Seconds that whatever is in hand gets to come to its end; the rest of five is for a busy machine to end it."""


class Program:
    """The bot, running: receiving, handling, sending, prompting. ``floods`` keeps spammers from slowing others.

    Use it as ``async with Program(settings, clock) as program`` and, where it should run until something ends it,
    ``await program.ended()``.
    """

    def __init__(
        self,
        settings: Settings,
        clock: Clock,
        routes: Routes | None = None,
        limits: Limits | None = None,
        floods: Floods | None = None,
    ) -> None:
        if settings.telegram_bot_token is None:
            raise ConfigurationError("TELEGRAM_BOT_TOKEN", "missing")
        token = settings.telegram_bot_token.get_secret_value()
        self.machine_clock = SystemClock()
        self.request = AiohttpRequest()
        self.database = open_database(settings.database_url.get_secret_value())
        api = BotApi(settings.telegram_api_url, token, self.request)
        self.house = House(settings, clock, self.database, api, routes or coaching_routes())
        self.application = build_application(self.house, token, self.request)
        self.floods = floods
        in_hand = InHand.of(self.database, settings.flights_folder)
        self.worker = Worker(self.house, self.application, floods=floods, in_hand=in_hand)
        self.flights = Flights.of(self.database, settings.flights_folder)
        self.sender = Sender(
            api,
            self.database,
            self.machine_clock,
            limits or Limits(settings.messages_per_second),
            settled=self.house.metrics.sent,
            flights=self.flights,
        )
        self.house.wake_sender = self.sender.wake
        self.receiver = self._receiver(api)
        deaths = Deaths.of(self.database, settings.flights_folder)
        self.prompter = Prompter(self.house, self.house.routes.prompt, deaths)
        self.broadcaster = Broadcaster(self.house)
        self.house.wake_broadcaster = self.broadcaster.wake
        self.fetcher = Fetcher(self.house, self.house.routes.settle)
        self.house.wake_fetcher = self.fetcher.wake
        self.house.metrics.since = self.machine_clock.now()
        self.ticker = Ticker(self.database, clock.now, self.prompter.on_claimed, on_guided=Guide(self.house).on_due)
        self._replica = f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"
        self.failures: list[BaseException] = []
        self._tasks: list[asyncio.Task[None]] = []
        self._ticks: set[asyncio.Task[None]] = set()
        self._stopping = False

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> None:
        """Bring the database up to date, greet Telegram, and begin.

        Raises:
            TokenRefused: Telegram does not know the token.
            DatabaseError: the database cannot be used.
        """
        try:
            await asyncio.to_thread(bring_up_to_date, self.database)
            await self._greet()
        except BaseException:
            await self._close()
            raise
        polling = isinstance(self.receiver, Poller)
        receive = self._alone("poll", self.receiver.run) if polling else self.receiver.run
        send = self._alone("send", self.sender.run)
        fetch = self._alone("fetch", self.fetcher.run)
        said = [send(), self.prompter.run(), self.broadcaster.run()]
        jobs = [self.worker.run(), *said, fetch(), receive(), self._announce()]
        if self.house.settings.metrics_listen is not None:
            jobs.append(self._health(self.house.settings.metrics_listen).run())
        self._tasks = [asyncio.create_task(job) for job in jobs]
        self.ticker.start()

    async def ended(self) -> None:
        """Wait until a part ends by itself, which only happens when it cannot go on.

        Raises:
            LegworkError: why it could not.
        """
        done, _ = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_EXCEPTION)
        for task in done:
            task.result()

    async def stop(self) -> None:
        """Receive no more, finish what is in hand, and let go of everything."""
        self._stopping = True
        self.ticker.stop()
        for task in (*self._ticks, *reversed(self._tasks)):
            task.cancel()
        if self._tasks:
            _, late = await asyncio.wait((*self._ticks, *self._tasks), timeout=STOP_WITHIN)
            if late:
                log.warning("%d parts did not come to their end in time", len(late))
            self._note_failures()
        self._tasks.clear()
        await self._close()

    def tick_soon(self) -> None:
        """The clock was moved: look at once who is due, unless it is stopping or has not started."""
        if not self._tasks or self._stopping:
            return
        self._ticks.add(task := asyncio.create_task(self._tick()))
        task.add_done_callback(self._ticks.discard)

    async def keep(self, updates: Sequence[dict[str, Any]]) -> None:
        """Commit updates to the inbox and have them handled."""
        await self.database.run(lambda session: self._receive(session, updates))
        self.worker.wake()

    def _receive(self, session: Session, updates: Sequence[Mapping[str, Any]]) -> None:
        suspects = self.floods.suspects(updates) if self.floods is not None else ()
        kept = admit(session, updates, suspects, self.house.clock.now()) if suspects else updates
        receive(session, kept, self.machine_clock.now())
        self.house.metrics.left_out += len(updates) - len(kept)

    def _alone(self, name: str, job: Job) -> Job:
        """The job as only one replica does it; the embedded database has no other."""
        if self.database.is_sqlite:
            return job
        bot = str(self.application.bot.id)
        return Elected(self.database, self.machine_clock, f"{name}:{bot}", self._replica, job).run

    def _receiver(self, api: BotApi) -> Poller | WebhookServer:
        settings = self.house.settings
        if settings.webhook_url is None or settings.webhook_secret is None:
            return Poller(api, self.keep, polled=self._heard)
        secret = settings.webhook_secret.get_secret_value()
        return WebhookServer(
            api, self.keep, url=settings.webhook_url, secret=secret, listen=settings.listen, called=self._heard
        )

    def _health(self, listen: tuple[str, int]) -> HealthServer:
        polling = isinstance(self.receiver, Poller)
        return HealthServer(self.house, self.machine_clock, listen, polling=polling)

    def _heard(self) -> None:
        self.house.metrics.heard_at = self.machine_clock.now()

    def _note_failures(self) -> None:
        for task in self._tasks:
            if task.done() and not task.cancelled() and (error := task.exception()) is not None:
                self.failures.append(error)

    async def _tick(self) -> None:
        try:
            await self.ticker.wake_guided(self.house.clock.now())
            await self.ticker.tick(self.house.clock.now())
        except DatabaseError:
            log.warning("the database does not answer; a later tick finds who is due")

    async def _greet(self) -> None:
        pauses = Pauses()
        await self.request.initialize()
        while True:
            try:
                await self.application.initialize()
            except InvalidToken:
                raise TokenRefused from None
            except (NetworkError, RetryAfter, ApiError) as error:
                log.warning("Telegram does not answer yet: %s", type(error).__name__)
                await pauses.wait()
            else:
                return

    async def _announce(self) -> None:
        """Tell Telegram the commands for its menu, and read what cases will need; a start does not wait for it."""
        menus: list[dict[str, Any]] = [
            {"commands": menu(self.house.routes)},
            {"commands": group_menu(), "scope": {"type": "all_group_chats"}},
        ]
        for operator in sorted(self.house.settings.admin_ids) if self.house.routes.orders else ():
            scope = {"type": "chat", "chat_id": operator}
            menus.append({"commands": operator_menu(self.house.routes), "scope": scope})
        for each in menus:
            try:
                await self.house.api.call("set_my_commands", each)
            except ApiError as error:
                log.warning("the menu of commands could not be set: %s", type(error).__name__)
        await asyncio.to_thread(self.house.routes.read_in)

    async def _close(self) -> None:
        await self.application.shutdown()
        await self.request.shutdown()
        await self.database.close()


def coaching_routes() -> Routes:
    """The coach's own cases; imported only here, because a program may be given others."""
    from bot.coaching import ROUTES

    return ROUTES


def build_application(house: House, token: str, request: AiohttpRequest) -> Application[Any, Turn, Any, Any, Any, Any]:
    """python-telegram-bot's application: no updater, no job queue, no memory of its own; handlers only."""
    root = house.settings.telegram_api_url
    bot: ExtBot[None] = ExtBot(
        token, base_url=f"{root}/bot", base_file_url=f"{root}/file/bot", request=request, get_updates_request=request
    )
    types = ContextTypes(context=Turn)
    application = Application.builder().bot(bot).updater(None).job_queue(None).context_types(types).build()
    application.bot_data = house  # type: ignore[assignment]  # the builder knows no house; nothing else is kept there

    async def on_error(update: object, turn: Turn) -> None:
        note_broken(house, update, turn.error)

    add_handlers(application)
    application.add_error_handler(on_error)
    return application
