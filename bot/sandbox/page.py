"""The chat page: its files and its words."""

import json
from functools import cache
from pathlib import Path

from aiohttp import web

from bot.words import words_for

FOLDER = Path(__file__).parent / "page"
TYPES = {"html": "text/html", "css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
PAGE_ROUTES = web.RouteTableDef()
POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
    "frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
)
TEXT_KEYS = (
    "panel.label",
    "panel.title",
    "panel.subtitle",
    "panel.open",
    "panel.close",
    "panel.hint",
    "clock.title",
    "clock.hint",
    "clock.hour",
    "clock.six_hours",
    "clock.day",
    "clock.morning",
    "clock.week",
    "people.title",
    "people.name",
    "people.add",
    "people.first",
    "theme.switch",
    "offline",
    "welcome.title",
    "welcome.text",
    "welcome.start",
    "block.do",
    "block.undo",
    "block.restart",
    "status.bot",
    "status.typing",
    "messages.label",
    "messages.latest",
    "message.edited",
    "message.forwarded",
    "message.reply",
    "message.edit",
    "composer.placeholder",
    "composer.label",
    "composer.attach",
    "composer.send",
    "composer.cancel",
    "composer.replying",
    "composer.editing",
    "composer.drop",
    "commands.open",
    "commands.label",
    "alert.close",
    "viewer.label",
    "viewer.close",
    "kind.photo",
    "kind.file",
    "kind.location",
    "kind.voice",
    "kind.other",
    "problem",
    "size.b",
    "size.kb",
    "size.mb",
    "attach.file",
    "attach.place",
    "attach.contact",
    "attach.sticker",
    "attach.voice",
    "attach.forward",
    "attach.forwarded",
    "attach.somebody",
    "place.title",
    "place.latitude",
    "place.longitude",
    "place.send",
    "place.vienna",
    "place.london",
    "place.new_york",
    "place.nairobi",
    "place.mumbai",
    "place.sydney",
)


@cache
def _asset(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _response(name: str, text: str) -> web.Response:
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    return web.Response(text=text, content_type=TYPES[name.rpartition(".")[2]], headers=headers)


@PAGE_ROUTES.get("/")
async def chat_page(_: web.Request) -> web.Response:
    """The page."""
    return _response("chat.html", _asset("chat.html"))


@PAGE_ROUTES.get("/page/texts")
async def texts(_: web.Request) -> web.Response:
    """The words of the page, by their short names."""
    catalogue = words_for("en").catalogue
    found = {key: catalogue.template(f"sandbox.{key}") for key in TEXT_KEYS}
    return web.Response(text=json.dumps(found), content_type="application/json")


@PAGE_ROUTES.get(r"/page/{name:[a-z_]+\.(?:css|js|svg)}")
async def asset(request: web.Request) -> web.Response:
    """A file of the page."""
    name = request.match_info["name"]
    if not (FOLDER / name).is_file():
        raise web.HTTPNotFound
    return _response(name, _asset(name))
