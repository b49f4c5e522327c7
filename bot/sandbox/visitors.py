"""Who may talk to the people's side: the page itself and programs on this machine, not other web pages.

A browser says where a request comes from. Without this check, any page that somebody has open could write into the
sandbox behind their back.
"""

from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
NAMES_OF_THIS_MACHINE = {"127.0.0.1", "localhost", "::1"}


@web.middleware
async def keep_strangers_out(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Answer 403 to a request that a foreign page made, or that reached this machine under a foreign name."""
    if not request.path.startswith(("/bot", "/file/")) and not _is_welcome(request):
        raise web.HTTPForbidden
    return await handler(request)


def _is_welcome(request: web.Request) -> bool:
    served_as = urlsplit(f"//{request.host}").hostname
    origin = request.headers.get("Origin")
    known = served_as in NAMES_OF_THIS_MACHINE or served_as == _own_address(request)
    return known and (origin is None or urlsplit(origin).netloc == request.host)


def _own_address(request: web.Request) -> str | None:
    if request.transport is None:
        return None
    name = request.transport.get_extra_info("sockname")
    return str(name[0]) if name else None
