"""How the bot gets its updates: by asking, or by being called at its own address."""

from collections.abc import Sequence

from bot.sandbox.calls import Call
from bot.sandbox.refusals import Json, bad_request, refused
from bot.sandbox.updates import TERMINATED_BY_WEBHOOK
from bot.sandbox.webhook import checked_address, checked_secret
from bot.sandbox.world import World

MOST_UPDATES = 100
LONGEST_POLL = 50
MOST_CONNECTIONS = 100
ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


async def get_updates(world: World, call: Call) -> Sequence[Json]:
    """``getUpdates``: a long poll."""
    if world.webhook.url:
        raise refused(409, ACTIVE)
    _remember_allowed(world, call)
    limit = call.integer("limit", MOST_UPDATES)
    fitting_limit = limit if 0 < limit <= MOST_UPDATES else MOST_UPDATES
    return await world.updates.poll(call.integer("offset"), fitting_limit, call.within("timeout", 0, 0, LONGEST_POLL))


async def set_webhook(world: World, call: Call) -> bool:
    """``setWebhook``; an empty address removes it."""
    if not call.text("url").strip():
        return await delete_webhook(world, call)
    secret = checked_secret(call.text("secret_token"))
    address = checked_address(call.text("url").strip())
    _remember_allowed(world, call)
    if call.flag("drop_pending_updates"):
        world.updates.clear()
    world.updates.interrupt(TERMINATED_BY_WEBHOOK)
    await world.webhook.set(address, secret, call.within("max_connections", 40, 1, MOST_CONNECTIONS))
    return True


async def delete_webhook(world: World, call: Call) -> bool:
    """``deleteWebhook``."""
    if call.flag("drop_pending_updates"):
        world.updates.clear()
    await world.webhook.remove()
    return True


async def get_webhook_info(world: World, _: Call) -> Json:
    """``getWebhookInfo``."""
    allowed = {"allowed_updates": sorted(world.updates.allowed)} if world.updates.allowed else {}
    return world.webhook.as_json() | {"pending_update_count": len(world.updates.pending())} | allowed


async def close(world: World, _: Call) -> bool:
    """``close`` and ``logOut``: the sandbox has nowhere to move a bot to, but polls end."""
    world.updates.interrupt(TERMINATED_BY_WEBHOOK)
    return True


def _remember_allowed(world: World, call: Call) -> None:
    if not call.text("allowed_updates"):
        return
    kinds = call.json("allowed_updates", "Can't parse allowed updates JSON object")
    if not isinstance(kinds, list) or not all(isinstance(kind, str) for kind in kinds):
        raise bad_request("Expected an Array of String as allowed updates")
    world.updates.allowed = frozenset(kinds)


METHODS = {
    "getupdates": get_updates,
    "setwebhook": set_webhook,
    "deletewebhook": delete_webhook,
    "getwebhookinfo": get_webhook_info,
    "close": close,
    "logout": close,
}
