"""When nothing more is to come: everything written is handled, everything due is said, everything said is sent."""

import asyncio

from sqlmodel import Session, select

from bot.sandbox import SandboxServer
from storage.inbox import inbox_depth
from storage.outbox import outbox_depth
from storage.prompts import prompts_late
from storage.tables import Lane, Prompt, PromptState
from tests.chats.running import House

PATIENCE = 60.0


async def comes_to_rest(house: House) -> None:
    """Wait until the bot has nothing left to do at this moment of its clock."""
    async with asyncio.timeout(PATIENCE):
        while not await house.program.database.run(lambda session: nothing_is_due(session, house)):  # noqa: ASYNC110 — rows tell nobody
            await asyncio.sleep(0.02)


def nothing_is_due(session: Session, house: House) -> bool:
    """Whether no athlete's moment has come, and nothing waits."""
    due, _ = prompts_late(session, house.clock.now())
    claimed = session.exec(select(Prompt.id).where(Prompt.state == PromptState.CLAIMED)).all()
    return not due and not claimed and nothing_waits(session, house.server)


def nothing_waits(session: Session, server: SandboxServer) -> bool:
    """Whether no update waits at Telegram or in the inbox, and no message in the outbox."""
    waiting = inbox_depth(session).waiting + sum(outbox_depth(session, lane).waiting for lane in Lane)
    return waiting == 0 and not server.world.updates.pending()
