"""The people's side over HTTP: what the chat page and the end-to-end tests use. See docs/sandbox.md."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

from aiohttp import BodyPartReader, web

from bot.sandbox import deeds
from bot.sandbox.calls import Upload
from bot.sandbox.faults import Effect, Fault
from bot.sandbox.keys import CLOCK_MOVED, FAULTS, LIMITS, WORLD
from bot.sandbox.refusals import Json, Refused
from bot.sandbox.world import Chat, Message, Person, World

LONGEST_WAIT = 60.0
SETTLING_SECONDS = 2.0
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
PEOPLE_ROUTES = web.RouteTableDef()


def _guarded(handler: Handler) -> Handler:
    """Answer what cannot be done with a 400 and the reason, instead of an error of the server."""

    async def answer(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except (deeds.Impossible, Refused) as problem:
            return _json({"error": str(problem.args[-1] if problem.args else problem)}, status=400)
        except KeyError as missing:
            return _json({"error": f"{missing.args[0]!r} is missing or unknown"}, status=404)
        except (ValueError, TypeError) as wrong:
            return _json({"error": f"wrong value: {wrong}"}, status=400)

    return answer


def _json(body: object, status: int = 200) -> web.Response:
    return web.json_response(body, status=status)


async def _body(request: web.Request) -> Json:
    raw = await request.read()
    body: Any = json.loads(raw) if raw.strip() else {}
    if not isinstance(body, dict):
        raise TypeError("a JSON object is expected")
    return body


def _chat(request: web.Request) -> Chat:
    return request.app[WORLD].chats[int(request.match_info["chat"])]


def _writer(world: World, chat: Chat, given: Any) -> Person:  # noqa: ANN401 — JSON as it came
    if given is None and chat.person is not None:
        return chat.person
    return world.people[int(given)]


def _sent(world: World, message: Message) -> web.Response:
    return _json({"message": message.content, "seq": world.journal.last})


@PEOPLE_ROUTES.get("/sandbox/people")
async def list_people(request: web.Request) -> web.Response:
    """Everybody there is."""
    people = request.app[WORLD].people.values()
    return _json([person.as_user() | {"blocks_bot": person.blocks_bot} for person in people])


@PEOPLE_ROUTES.post("/sandbox/people")
@_guarded
async def add_person(request: web.Request) -> web.Response:
    """Somebody new."""
    body = await _body(request)
    details = {name: str(body[name]) for name in ("last_name", "username", "language_code") if body.get(name)}
    person = request.app[WORLD].add_person(str(body["first_name"]), body.get("id"), **details)
    return _json(person.as_user(), status=201)


@PEOPLE_ROUTES.post("/sandbox/people/{person}/{deed:block|unblock}")
@_guarded
async def block(request: web.Request) -> web.Response:
    """Stop the bot, or let it write again."""
    world = request.app[WORLD]
    person = world.people[int(request.match_info["person"])]
    deeds.block(world, person, blocks=request.match_info["deed"] == "block")
    return _json({"seq": world.journal.last})


@PEOPLE_ROUTES.get("/sandbox/chats")
async def list_chats(request: web.Request) -> web.Response:
    """Every chat."""
    return _json([chat.description for chat in request.app[WORLD].chats.values()])


@PEOPLE_ROUTES.post("/sandbox/chats")
@_guarded
async def add_chat(request: web.Request) -> web.Response:
    """A group, supergroup or channel with the bot in it; with ``from``, the bot hears who has just added it."""
    world, body = request.app[WORLD], await _body(request)
    if body["type"] not in {"group", "supergroup", "channel"}:
        raise ValueError(body["type"])
    person = world.people[int(body["from"])] if "from" in body else None
    chat = world.add_chat(body["type"], str(body["title"]), str(body.get("username", "")))
    if person is not None:
        deeds.add_bot(world, chat, person)
    return _json(chat.description, status=201)


@PEOPLE_ROUTES.post("/sandbox/chats/{chat}/{deed:migrate|kick}")
@_guarded
async def change_chat(request: web.Request) -> web.Response:
    """A group becomes a supergroup, or the bot is put out."""
    world, chat, body = request.app[WORLD], _chat(request), await _body(request)
    person = world.people[int(body["from"])]
    if request.match_info["deed"] == "migrate":
        chat = deeds.become_supergroup(world, chat, person)
    else:
        deeds.remove_bot(world, chat, person)
    return _json(chat.description | {"seq": world.journal.last})


@PEOPLE_ROUTES.get("/sandbox/chats/{chat}/messages")
@_guarded
async def list_messages(request: web.Request) -> web.Response:
    """The messages of a chat as they look now, oldest first."""
    messages = (message for message in _chat(request).messages.values() if not message.deleted)
    return _json([{"message": one.content, "by_bot": one.by_bot, "keyboard": one.keyboard} for one in messages])


@PEOPLE_ROUTES.get("/sandbox/chats/{chat}/commands")
@_guarded
async def list_commands(request: web.Request) -> web.Response:
    """The command menu of a chat, in its person's language."""
    chat = _chat(request)
    language = chat.person.language_code if chat.person else ""
    return _json(request.app[WORLD].profile.commands_for(chat.description, language))


@PEOPLE_ROUTES.post("/sandbox/chats/{chat}/messages")
@_guarded
async def write(request: web.Request) -> web.Response:
    """Write: ``text``, or one of ``location``, ``contact``, ``sticker``, ``forward``; ``reply_to`` a message."""
    world, chat, body = request.app[WORLD], _chat(request), await _body(request)
    person = _writer(world, chat, body.get("from"))
    return _sent(world, deeds.write(world, chat, person, _content(world, body), body.get("reply_to")))


def _content(world: World, body: Json) -> Json:
    if "location" in body:
        return {"location": {name: float(body["location"][name]) for name in ("latitude", "longitude")}}
    if "contact" in body:
        return {"contact": dict(body["contact"])}
    if "sticker" in body:
        stored = world.files.keep("sticker", Upload("sticker.webp", b"RIFF\0\0\0\0WEBP", "image/webp"))
        return {"sticker": stored.as_sticker(str(body["sticker"]))}
    if "forward" in body:
        content = deeds.text_content(str(body["forward"]))
        return deeds.forwarded(world, content, str(body.get("written_by", "Someone")))
    return deeds.text_content(str(body["text"]))


@PEOPLE_ROUTES.post("/sandbox/chats/{chat}/files")
@_guarded
async def send_file(request: web.Request) -> web.Response:
    """Send a file: a multipart form with ``file``, and ``kind`` (photo, document, voice), ``caption``, ``reply_to``.

    Files with the same ``album`` were sent together; one ``written_by`` somebody else is passed on.
    """
    world, chat = request.app[WORLD], _chat(request)
    fields, upload = await _form(request)
    kind = fields.get("kind", "document")
    stored = world.files.keep(kind, upload)
    shown: dict[str, Callable[[], object]] = {
        "photo": stored.as_photo,
        "document": stored.as_document,
        "voice": stored.as_voice,
    }
    album = {"media_group_id": fields["album"]} if fields.get("album") else {}
    content = {kind: shown[kind]()} | album | deeds.caption_content(fields.get("caption", ""))
    if fields.get("written_by"):
        content = deeds.forwarded(world, content, fields["written_by"])
    person = _writer(world, chat, fields.get("from"))
    reply_to = int(fields["reply_to"]) if fields.get("reply_to") else None
    return _sent(world, deeds.write(world, chat, person, content, reply_to))


async def _form(request: web.Request) -> tuple[dict[str, str], Upload]:
    fields: dict[str, str] = {}
    upload: Upload | None = None
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        if part.filename is None:
            fields[part.name] = await part.text()
        else:
            mime_type = part.headers.get("Content-Type", "application/octet-stream")
            upload = Upload(part.filename, bytes(await part.read()), mime_type)
    if upload is None:
        raise KeyError("file")
    return fields, upload


@PEOPLE_ROUTES.patch("/sandbox/chats/{chat}/messages/{message}")
@_guarded
async def edit(request: web.Request) -> web.Response:
    """Change one's own message."""
    world, chat, body = request.app[WORLD], _chat(request), await _body(request)
    person = _writer(world, chat, body.get("from"))
    return _sent(world, deeds.edit(world, chat, person, int(request.match_info["message"]), str(body["text"])))


@PEOPLE_ROUTES.post("/sandbox/chats/{chat}/messages/{message}/taps")
@_guarded
async def tap(request: web.Request) -> web.Response:
    """Press a button, by its ``data`` or its ``label``."""
    world, chat, body = request.app[WORLD], _chat(request), await _body(request)
    person = _writer(world, chat, body.get("from"))
    number = int(request.match_info["message"])
    made = deeds.tap(world, chat, person, number, body.get("data"), body.get("label"))
    return _json({"query_id": made.id, "seq": world.journal.last})


@PEOPLE_ROUTES.get("/sandbox/events")
@_guarded
async def events(request: web.Request) -> web.Response:
    """What happened after event ``after``: at once, or as soon as there is something within ``timeout`` seconds."""
    world, query = request.app[WORLD], request.query
    chat_id = int(query["chat"]) if "chat" in query else None
    seconds = min(float(query.get("timeout", 0)), LONGEST_WAIT)

    def wanted(event: Json) -> bool:
        return chat_id is None or event["chat_id"] in {chat_id, None}

    found = await world.journal.wait(int(query.get("after", 0)), seconds, wanted)
    return _json({"events": found, "last": world.journal.last})


@PEOPLE_ROUTES.get("/sandbox/bot")
async def about_bot(request: web.Request) -> web.Response:
    """The bot's card and how many updates wait for it."""
    world = request.app[WORLD]
    texts = {name: text for (name, language), text in world.profile.texts.items() if not language}
    return _json(world.profile.as_me() | texts | {"pending_updates": len(world.updates.pending())})


@PEOPLE_ROUTES.get("/sandbox/files/{file}")
@_guarded
async def download(request: web.Request) -> web.Response:
    """A file that was sent by either side."""
    stored = request.app[WORLD].files.by_id(request.match_info["file"])
    if stored is None:
        raise KeyError("file")
    headers = {"Content-Security-Policy": "sandbox", "X-Content-Type-Options": "nosniff"}
    return web.Response(body=stored.upload.content, content_type=stored.upload.mime_type, headers=headers)


@PEOPLE_ROUTES.get("/sandbox/clock")
async def read_clock(request: web.Request) -> web.Response:
    """What time it is in the sandbox."""
    return _json({"now": request.app[WORLD].clock.now().isoformat()})


@PEOPLE_ROUTES.post("/sandbox/clock")
@_guarded
async def move_clock(request: web.Request) -> web.Response:
    """Move the clock forward by ``seconds``, or ``to`` a moment; a running bot first gets what was sent before."""
    world, body = request.app[WORLD], await _body(request)
    await _settle(world)
    step = timedelta(seconds=float(body.get("seconds", 0)))
    if "to" in body:
        step = datetime.fromisoformat(body["to"]) - world.clock.now()
    now = world.clock.forward(step)
    world.journal.note("clock", now=now.isoformat())
    request.app[CLOCK_MOVED]()
    return _json({"now": now.isoformat(), "seq": world.journal.last})


async def _settle(world: World) -> None:
    """Let a bot that is there fetch what waits for it: else a jump would make it too old."""
    loop = asyncio.get_running_loop()
    end = loop.time() + SETTLING_SECONDS
    while world.updates.pending() and world.updates.is_read(bool(world.webhook.url)) and loop.time() < end:
        try:
            await asyncio.wait_for(world.updates.news(), end - loop.time())
        except TimeoutError:
            return


@PEOPLE_ROUTES.post("/sandbox/faults")
@_guarded
async def add_fault(request: web.Request) -> web.Response:
    """Plan a fault, see docs/sandbox.md."""
    body = await _body(request)
    fault = Fault(
        Effect(body["effect"]),
        Refused(int(body.get("code", 429)), str(body.get("description", "Too Many Requests")), body.get("parameters")),
        int(body.get("status", 502)),
        float(body.get("seconds", 0)),
    )
    plan = {name: body[name] for name in ("method", "times", "skip", "chance") if name in body}
    request.app[FAULTS].add(fault, **plan)
    return _json({"planned": True}, status=201)


@PEOPLE_ROUTES.delete("/sandbox/faults")
async def clear_faults(request: web.Request) -> web.Response:
    """Forget all planned faults."""
    request.app[FAULTS].clear()
    return _json({"planned": False})


@PEOPLE_ROUTES.put("/sandbox/limits")
@_guarded
async def set_limits(request: web.Request) -> web.Response:
    """Enforce Telegram's limits on sending, or stop it."""
    request.app[LIMITS].enforced = bool((await _body(request))["enforced"])
    return _json({"enforced": request.app[LIMITS].enforced})
