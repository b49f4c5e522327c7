"""Pictures and documents the bot sends, and files it reads."""

from typing import Any

from bot.sandbox.calls import Call, Upload
from bot.sandbox.files import StoredFile
from bot.sandbox.images import size_of
from bot.sandbox.methods.editing import CAPTION_FIELDS, MEDIA, change, editable, markup_of, without
from bot.sandbox.methods.fields import caption, open_chat
from bot.sandbox.methods.sending import deliver
from bot.sandbox.refusals import Json, bad_request
from bot.sandbox.world import World

PHOTO_BYTES = 10 * 1024 * 1024
UPLOAD_BYTES = 50 * 1024 * 1024
DOWNLOAD_BYTES = 20 * 1024 * 1024
PHOTO_SIDES = 10_000
PHOTO_RATIO = 20
ALBUM = (2, 10)


async def send_photo(world: World, call: Call) -> Json:
    """``sendPhoto``."""
    return _send(world, call, "photo")


async def send_document(world: World, call: Call) -> Json:
    """``sendDocument``."""
    return _send(world, call, "document")


async def send_media_group(world: World, call: Call) -> list[Json]:
    """``sendMediaGroup``: two to ten pictures, or two to ten documents."""
    chat = open_chat(world, call)
    given: Any = call.json("media", "Can't parse media JSON object")
    if given is None:
        call.required("media")
    if not isinstance(given, list):
        raise bad_request("Expected an Array of InputMedia")
    if not ALBUM[0] <= len(given) <= ALBUM[1]:
        raise bad_request("there must be from 2 to 10 items in an album")
    contents = [_content(world, call, one) for one in given]
    if len({kind for kind, _ in contents}) > 1:
        raise bad_request("Can't use the media of the specified type in the album")
    group = {"media_group_id": f"{world.moment()}{world.journal.last}"}
    return [deliver(world, chat, call, content | group) for _, content in contents]


async def edit_message_media(world: World, call: Call) -> Json:
    """``editMessageMedia``."""
    call.required("media")
    chat, message = editable(world, call)
    if not any(name in message.content for name in (*MEDIA, "text")):
        raise bad_request("message can't be edited")
    _, content = _content(world, call, call.json("media", "Can't parse input media JSON object"))
    kept = without(message, {*MEDIA, *CAPTION_FIELDS, "text", "entities"})
    return change(world, chat, message, kept | content | markup_of(call))


async def get_file(world: World, call: Call) -> Json:
    """``getFile``: files up to 20 MB."""
    if not call.text("file_id"):
        raise bad_request("file_id not specified")
    stored = world.files.by_id(call.text("file_id"))
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.upload.content) > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return stored.as_file()


def _send(world: World, call: Call, kind: str) -> Json:
    entities = call.json("caption_entities", "Can't parse caption entities")
    text = caption(call.text("caption"), call.text("parse_mode"), entities)
    if kind not in call.uploads and not call.text(kind):
        raise bad_request(f"there is no {kind} in the request")
    stored = _stored(world, call, kind, call.text(kind) or f"attach://{kind}")
    return deliver(world, open_chat(world, call), call, _shown(stored, kind) | text.as_json("caption"))


def _content(world: World, call: Call, given: Any) -> tuple[str, Json]:  # noqa: ANN401 — JSON as it came
    if not isinstance(given, dict):
        raise bad_request("Can't parse InputMedia: expected an Object")
    kind = given.get("type")
    if kind not in {"photo", "document"}:
        raise bad_request(f'Can\'t parse InputMedia: type "{kind}" is unsupported')
    if not given.get("media"):
        raise bad_request("Can't parse InputMedia: media not found")
    text = caption(given.get("caption", ""), given.get("parse_mode", ""), given.get("caption_entities"))
    return kind, _shown(_stored(world, call, kind, given["media"]), kind) | text.as_json("caption")


def _shown(stored: StoredFile, kind: str) -> Json:
    return {kind: stored.as_photo() if kind == "photo" else stored.as_document()}


def _stored(world: World, call: Call, kind: str, reference: str) -> StoredFile:
    """The file that a reference means: one sent along, or one that the server already has."""
    if reference.startswith("attach://"):
        return world.files.keep(kind, _checked(call, kind, reference.removeprefix("attach://")))
    if reference.startswith(("http://", "https://")):
        raise bad_request("Failed to get HTTP URL content")
    stored = world.files.by_id(reference)
    if stored is None:
        raise bad_request("Wrong remote file identifier specified: Wrong character in the string")
    if stored.kind != kind:
        raise bad_request(f"Can't use file of type {stored.kind.capitalize()} as {kind.capitalize()}")
    return stored


def _checked(call: Call, kind: str, name: str) -> Upload:
    upload = call.uploads.get(name)
    if upload is None:
        raise bad_request("file must be non-empty" if name == kind else "Can't parse InputMedia: media not found")
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > UPLOAD_BYTES:
        raise bad_request("file is too big")
    if kind == "photo":
        _check_photo(upload.content)
    return upload


def _check_photo(content: bytes) -> None:
    if len(content) > PHOTO_BYTES:
        raise bad_request("too big for a photo")
    size = size_of(content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if not all(size) or sum(size) > PHOTO_SIDES or max(size) > PHOTO_RATIO * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


METHODS = {
    "sendphoto": send_photo,
    "senddocument": send_document,
    "sendmediagroup": send_media_group,
    "editmessagemedia": edit_message_media,
    "getfile": get_file,
}
