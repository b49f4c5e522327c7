"""What Telegram refuses, the sandbox refuses, in the same words."""

import pytest

from bot.sandbox import SandboxServer
from bot.sandbox.methods.editing import UNCHANGED
from tests.bot.sandbox.wire import PNG, Wire
from tests.chats.driver import Person, Sandbox

ANA = 1001
SENT, WRITTEN = 2, 1
LINK = {"text": "Go", "url": "https://example.org"}
BUTTON = {"text": "Go", "callback_data": "1"}


def inline(*buttons: object) -> dict[str, object]:
    return {"inline_keyboard": [list(buttons)]}


def said(text: str, **more: object) -> dict[str, object]:
    return {"chat_id": ANA, "text": text, "parse_mode": "HTML", **more}


CANNOT = "can't parse entities: "
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
BUTTON_WRONG = "can't parse inline keyboard button: "
TEXTS = [
    ({"chat_id": ANA}, "message text is empty"),
    ({"text": "hello"}, "chat_id is empty"),
    ({"chat_id": 999, "text": "hello"}, "chat not found"),
    ({"chat_id": "@nobody", "text": "hello"}, "chat not found"),
    ({"chat_id": "Ana", "text": "hello"}, "chat not found"),
    (said(" \n "), "text must be non-empty"),
    (said("<b></b>"), "text must be non-empty"),
    (said("x" * 4097), "message is too long"),
    (said("<b>" + "x" * 4097 + "</b>"), "message is too long"),
    (said("hello", parse_mode="BBCode"), "unsupported parse_mode"),
    (said("<b>bold"), CANNOT + """Can't find end tag corresponding to start tag "b\""""),
    (said("a <h1>title</h1>"), CANNOT + 'Unsupported start tag "h1" at byte offset 2'),
    (said("5 < 6"), CANNOT + 'Unsupported start tag "" at byte offset 2'),
    (said("é<br/>"), CANNOT + 'Unsupported start tag "br/" at byte offset 2'),
    (said("<!-- no -->"), CANNOT + 'Unsupported start tag "!--" at byte offset 0'),
    (said("text</b>"), CANNOT + "Unexpected end tag at byte offset 4"),
    (said("<b><i>x</b></i>"), CANNOT + 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    (said("<b"), CANNOT + "Unclosed start tag at byte offset 0"),
    (said("<b>x</b"), CANNOT + "Unclosed end tag at byte offset 4"),
    (said("<span>x</span>"), CANNOT + 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    (said('<a href="x>y</a>'), CANNOT + "Unclosed start tag at byte offset 0"),
    (
        said("<a href>y</a>"),
        CANNOT + 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0',
    ),
    (said('<a ="x">y</a>'), CANNOT + 'Empty attribute name in the tag "a" at byte offset 0'),
    (said("<a href=x/y>y</a>"), CANNOT + "Unexpected end of name token at byte offset 8"),
    (
        said("x", parse_mode="", entities=[{"type": "loud", "offset": 0, "length": 1}]),
        "can't parse MessageEntity: Unsupported type specified",
    ),
    (
        said("x", parse_mode="", entities=[{"type": "bold", "length": 1}]),
        "can't parse MessageEntity: Can't find field \"offset\"",
    ),
    (said("x", reply_markup="{"), "can't parse reply keyboard markup JSON object"),
    (said("x", reply_markup=[]), "object expected as reply markup"),
    (said("x", reply_markup={"inline_keyboard": {}}), 'field "inline_keyboard" must be of type Array'),
    (said("x", reply_markup={"inline_keyboard": [BUTTON]}), 'field "inline_keyboard" must be an Array of Arrays'),
    (said("x", reply_markup=inline("Go")), BUTTON_WRONG + "InlineKeyboardButton must be an Object"),
    (said("x", reply_markup=inline({"callback_data": "1"})), BUTTON_WRONG + 'Can\'t find field "text"'),
    (
        said("x", reply_markup=inline({"text": 5, "callback_data": "1"})),
        BUTTON_WRONG + 'Field "text" must be of type String',
    ),
    (
        said("x", reply_markup=inline({"text": "Go"})),
        BUTTON_WRONG + "Text buttons are unallowed in the inline keyboard",
    ),
    (
        said("x", reply_markup=inline({"text": "", "callback_data": "1"})),
        "inline keyboard button text must be non-empty",
    ),
    (
        said("x", reply_markup=inline({"text": "Go", "callback_data": ""})),
        BUTTON_WRONG + "Text buttons are unallowed in the inline keyboard",
    ),
    (said("x", reply_markup=inline({"text": "Go", "callback_data": "x" * 65})), "BUTTON_DATA_INVALID"),
    (said("x", reply_markup=inline({"text": "Go", "callback_data": "é" * 33})), "BUTTON_DATA_INVALID"),
    (
        said("x", reply_markup=inline({"text": "Go", "callback_data": 7})),
        BUTTON_WRONG + 'Field "callback_data" must be of type String',
    ),
    (
        said("x", reply_markup=inline({"text": "Go", "url": "ftp://example.org"})),
        "inline keyboard button URL 'ftp://example.org' is invalid: Unsupported URL protocol",
    ),
    (
        said("x", reply_markup=inline({"text": "Go", "url": "https://"})),
        "inline keyboard button URL 'https://' is invalid: URL host is empty",
    ),
    (
        said("x", reply_markup=inline({"text": "Go", "url": "no where"})),
        "inline keyboard button URL 'no where' is invalid: Wrong HTTP URL",
    ),
    (said("x", reply_markup={"inline_keyboard": [[BUTTON]] * 101}), "reply markup is too long"),
    (said("x", reply_markup={"keyboard": [[{"text": ""}]]}), "keyboard button text must be non-empty"),
    (said("x", reply_markup={"keyboard": [[{}]]}), "can't parse keyboard button: Can't find field \"text\""),
    (said("x", reply_parameters={"message_id": 77}), "message to be replied not found"),
    (said("x", reply_to_message_id=77), "message to be replied not found"),
    (said("hello", parse_mode="MarkdownV2"), "unsupported parse_mode: the sandbox reads HTML only"),
    (said("<b x"), CANNOT + 'Expected equal sign in declaration of an attribute of the tag "b" at byte offset 0'),
    (said("<b "), CANNOT + 'Unclosed start tag "b" at byte offset 0'),
    (said("x", parse_mode="", entities=[5]), "can't parse MessageEntity: expected an Object"),
    (said("x", reply_parameters=[]), "object expected as reply parameters"),
    (
        said("x", reply_parameters={"message_id": "one"}),
        'can\'t parse reply parameters: Field "message_id" must be of type Number',
    ),
    (said("x", reply_markup=inline({"text": "Go", "url": 5})), BUTTON_WRONG + 'Field "url" must be of type String'),
    (said("x", reply_parameters="{"), "can't parse reply parameters JSON object"),
    (said("x", reply_parameters={}), "can't parse reply parameters: Can't find field \"message_id\""),
]
BOLD_OPEN = CANNOT + """Can't find end tag corresponding to start tag "b\""""
FILES = [
    ("sendPhoto", {"chat_id": ANA}, "there is no photo in the request"),
    ("sendPhoto", {"chat_id": ANA, "photo": b"not a picture"}, "IMAGE_PROCESS_FAILED"),
    ("sendPhoto", {"chat_id": ANA, "photo": b""}, "file must be non-empty"),
    ("sendPhoto", {"chat_id": ANA, "photo": PNG, "caption": "x" * 1025}, "message caption is too long"),
    ("sendPhoto", {"chat_id": ANA, "photo": PNG[:16] + b"\0\0\x20\0\0\0\x20\0" + PNG[24:]}, "PHOTO_INVALID_DIMENSIONS"),
    ("sendPhoto", {"chat_id": ANA, "photo": PNG[:16] + b"\0\0\0\x15\0\0\0\x01" + PNG[24:]}, "PHOTO_INVALID_DIMENSIONS"),
    (
        "sendPhoto",
        {"chat_id": ANA, "photo": "nothing"},
        "wrong remote file identifier specified: Wrong character in the string",
    ),
    ("sendDocument", {"chat_id": ANA}, "there is no document in the request"),
    ("sendDocument", {"chat_id": ANA, "document": b"x", "caption": "<b>"}, None),
    ("sendMediaGroup", {"chat_id": ANA}, 'parameter "media" is required'),
    (
        "sendMediaGroup",
        {"chat_id": ANA, "media": [{"type": "photo", "media": "attach://a"}]},
        "there must be from 2 to 10 items in an album",
    ),
    ("sendMediaGroup", {"chat_id": ANA, "media": "{"}, "can't parse media JSON object"),
    ("sendMediaGroup", {"chat_id": ANA, "media": {}}, "expected an Array of InputMedia"),
    ("sendMediaGroup", {"chat_id": ANA, "media": [5, 6]}, "can't parse InputMedia: expected an Object"),
    (
        "sendMediaGroup",
        {
            "chat_id": ANA,
            "a": PNG,
            "media": [{"type": "photo", "media": "attach://a"}, {"type": "document", "media": "attach://a"}],
        },
        "can't use the media of the specified type in the album",
    ),
    (
        "sendMediaGroup",
        {"chat_id": ANA, "media": [{"type": "photo", "media": "attach://a"}] * 2},
        "can't parse InputMedia: media not found",
    ),
    ("sendPhoto", {"chat_id": ANA, "photo": "https://example.org/a.png"}, "failed to get HTTP URL content"),
    ("sendPhoto", {"chat_id": ANA, "photo": "attach://photo"}, "file must be non-empty"),
    ("sendDocument", {"chat_id": ANA, "document": b"x", "caption": "<b>x", "parse_mode": "HTML"}, BOLD_OPEN),
    ("sendMediaGroup", {"chat_id": ANA, "media": [{"type": "photo"}] * 2}, "can't parse InputMedia: media not found"),
    (
        "sendMediaGroup",
        {"chat_id": ANA, "media": [{"type": "song", "media": "x"}] * 2},
        'can\'t parse InputMedia: type "song" is unsupported',
    ),
    ("getFile", {}, "file_id not specified"),
    ("getFile", {"file_id": "x"}, "wrong file_id or the file is temporarily unavailable"),
]
CHANGES = [
    ("editMessageText", {"text": "x"}, "message identifier is not specified"),
    ("editMessageText", {"chat_id": ANA, "text": "x"}, "message identifier is not specified"),
    ("editMessageText", {"chat_id": ANA, "message_id": SENT}, "message text is empty"),
    ("editMessageText", {"chat_id": ANA, "message_id": 99, "text": "x"}, "message to edit not found"),
    ("editMessageText", {"chat_id": ANA, "message_id": WRITTEN, "text": "x"}, "message can't be edited"),
    ("editMessageText", {"chat_id": ANA, "message_id": SENT, "text": "Hello"}, UNCHANGED),
    (
        "editMessageText",
        {"chat_id": ANA, "message_id": SENT, "text": "x", "reply_markup": {"force_reply": True}},
        "inline keyboard expected",
    ),
    (
        "editMessageCaption",
        {"chat_id": ANA, "message_id": SENT, "caption": "x"},
        "there is no caption in the message to edit",
    ),
    ("editMessageReplyMarkup", {"chat_id": ANA, "message_id": SENT}, UNCHANGED),
    ("editMessageMedia", {"chat_id": ANA, "message_id": SENT}, 'parameter "media" is required'),
    ("deleteMessage", {"chat_id": ANA}, "message identifier is not specified"),
    ("deleteMessage", {"chat_id": ANA, "message_id": 99}, "message to delete not found"),
    ("deleteMessages", {"chat_id": ANA, "message_ids": []}, "message identifiers are not specified"),
    ("deleteMessages", {"chat_id": ANA, "message_ids": [1] * 101}, "too many message identifiers specified"),
    ("pinChatMessage", {"chat_id": ANA, "message_id": 99}, "message to pin not found"),
]
REST = [
    ("answerCallbackQuery", {"callback_query_id": "0", "text": "x"}, TOO_OLD),
    ("setMyCommands", {"commands": ["today"]}, "can't parse BotCommand: expected an Object"),
    ("setMyCommands", {"commands": [{"command": "a"}]}, "can't parse BotCommand: Can't find field \"description\""),
    ("setMyCommands", {"scope": {"type": "moon"}}, "can't parse BotCommandScope: Unsupported type specified"),
    ("setMyCommands", {"scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
    ("setChatMenuButton", {"menu_button": {"type": "big"}}, "can't parse menu button: Invalid type specified"),
    ("setChatMenuButton", {"chat_id": 5}, "chat not found"),
    ("deleteMessages", {"chat_id": ANA, "message_ids": 5}, "expected an Array of message identifiers"),
    ("editMessageText", {"inline_message_id": "x", "text": "x"}, "MESSAGE_ID_INVALID"),
    ("getUpdates", {"allowed_updates": [1]}, "expected an Array of String as allowed updates"),
    ("leaveChat", {"chat_id": ANA}, "chat member status can't be changed in private chats"),
    ("setWebhook", {"url": "https://example.org:x"}, "bad webhook: Wrong port number specified in the URL"),
    ("setWebhook", {"url": "https://example.org", "secret_token": "x" * 257}, "secret token is too long"),
    ("answerCallbackQuery", {}, "query is too old and response timeout expired or query ID is invalid"),
    (
        "answerCallbackQuery",
        {"callback_query_id": "5"},
        "query is too old and response timeout expired or query ID is invalid",
    ),
    ("sendChatAction", {"chat_id": ANA, "action": "dancing"}, "wrong parameter action in request"),
    ("sendLocation", {"chat_id": ANA, "longitude": 1}, "latitude is empty"),
    ("sendLocation", {"chat_id": ANA, "latitude": 1}, "longitude is empty"),
    ("sendLocation", {"chat_id": ANA, "latitude": 95, "longitude": 1}, "wrong location specified"),
    ("setMyCommands", {"commands": "{"}, "can't parse commands JSON object"),
    ("setMyCommands", {"commands": {}}, "expected an Array of BotCommand"),
    ("setMyCommands", {"commands": [{"command": "Today", "description": "x"}]}, "BOT_COMMAND_INVALID"),
    ("setMyCommands", {"commands": [{"command": "today", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
    ("setMyCommands", {"commands": [{"command": "a", "description": "b"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
    ("setMyCommands", {"commands": [], "language_code": "english"}, "LANG_CODE_INVALID"),
    ("setMyName", {"name": "x" * 65}, "BOT_TITLE_INVALID"),
    ("setWebhook", {"url": "http://example.org"}, "bad webhook: An HTTPS URL must be provided for webhook"),
    (
        "setWebhook",
        {"url": "https://example.org:444"},
        "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
    ),
    (
        "setWebhook",
        {"url": "https://example.org", "secret_token": "no way"},
        "secret token contains unallowed characters",
    ),
    ("getUpdates", {"allowed_updates": "message"}, "can't parse allowed updates JSON object"),
    ("getChat", {"chat_id": 5}, "chat not found"),
]


@pytest.fixture
async def sent(wire: Wire, ana: Person) -> int:
    """A message of the bot, number 2, below Ana's own, number 1."""
    message = await wire.result("sendMessage", chat_id=ana.id, text="Hello")
    assert message["message_id"] == SENT
    return SENT


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(("parameters", "reason"), TEXTS)
async def test_text_is_refused(wire: Wire, parameters: dict[str, object], reason: str) -> None:
    assert await wire.refusal("sendMessage", **parameters) == f"Bad Request: {reason}"


@pytest.mark.usefixtures("sent")
@pytest.mark.parametrize(("method", "parameters", "reason"), [*FILES, *CHANGES, *REST])
async def test_call_is_refused(wire: Wire, method: str, parameters: dict[str, object], reason: str | None) -> None:
    if reason is None:
        assert (await wire(method, **parameters))["ok"]
    else:
        assert await wire.refusal(method, **parameters) == f"Bad Request: {reason}"


@pytest.mark.parametrize("name", ["sendSong", "getme2", "constructor"])
async def test_unknown_method_is_not_found(wire: Wire, name: str) -> None:
    assert await wire(name) == {"ok": False, "error_code": 404, "description": "Not Found: method not found"}


async def test_method_names_may_be_written_in_any_case(wire: Wire) -> None:
    assert (await wire.result("GETME"))["is_bot"]


async def test_wrong_token_is_unauthorized(wire: Wire) -> None:
    answer = await wire.post("getMe", token="1000000001:wrong")  # noqa: S106 — made up
    assert answer == {"ok": False, "error_code": 401, "description": "Unauthorized"}


async def test_person_who_never_wrote_cannot_be_written_to(wire: Wire, sandbox: Sandbox) -> None:
    stranger = await sandbox.person("Bo")
    assert await wire.refusal("sendMessage", chat_id=stranger.id, text="Hi") == "Bad Request: chat not found"


async def test_person_met_in_a_group_only_cannot_be_written_to(wire: Wire, sandbox: Sandbox) -> None:
    group = await sandbox.chat("group", "Runners")
    stranger = await sandbox.person("Bo")
    await sandbox.call("POST", f"chats/{group}/messages", json={"from": stranger.id, "text": "/start"})
    reason = await wire.refusal("sendMessage", chat_id=stranger.id, text="Hi")
    assert reason == "Forbidden: bot can't initiate conversation with a user"


async def test_blocked_bot_is_forbidden_until_unblocked(wire: Wire, ana: Person) -> None:
    await ana.blocks_bot()
    blocked = await wire("sendMessage", chat_id=ana.id, text="Hi")
    assert (blocked["error_code"], blocked["description"]) == (403, "Forbidden: bot was blocked by the user")
    await ana.unblocks_bot()
    assert (await wire("sendMessage", chat_id=ana.id, text="Hi"))["ok"]


async def test_group_that_moved_names_its_new_number(wire: Wire, sandbox: Sandbox, ana: Person) -> None:
    group = await sandbox.chat("group", "Runners")
    grown = (await sandbox.call("POST", f"chats/{group}/migrate", json={"from": ana.id}))["id"]
    refusal = await wire("sendMessage", chat_id=group, text="Hi")
    assert refusal["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert refusal["parameters"] == {"migrate_to_chat_id": grown}


async def test_bot_that_was_put_out_is_forbidden(wire: Wire, sandbox: Sandbox, ana: Person) -> None:
    group = await sandbox.chat("group", "Runners")
    await sandbox.call("POST", f"chats/{group}/kick", json={"from": ana.id})
    reason = await wire.refusal("sendMessage", chat_id=group, text="Hi")
    assert reason == "Forbidden: bot was kicked from the group chat"


async def test_phone_number_cannot_be_asked_for_in_a_group(wire: Wire, sandbox: Sandbox) -> None:
    group = await sandbox.chat("group", "Runners")
    markup = {"keyboard": [[{"text": "Call me", "request_contact": True}]]}
    reason = await wire.refusal("sendMessage", chat_id=group, text="Hi", reply_markup=markup)
    assert reason == "Bad Request: phone number can be requested in private chats only"


async def test_old_message_can_be_edited_but_not_deleted(wire: Wire, sandbox: Sandbox, ana: Person, sent: int) -> None:
    await sandbox.clock_forward(hours=48)
    assert await wire.refusal("deleteMessage", chat_id=ana.id, message_id=sent) == (
        "Bad Request: message can't be deleted"
    )
    assert (await wire("editMessageText", chat_id=ana.id, message_id=sent, text="Later"))["ok"]


async def test_deleted_message_cannot_be_edited(wire: Wire, ana: Person, sent: int) -> None:
    await wire.result("deleteMessage", chat_id=ana.id, message_id=sent)
    reason = await wire.refusal("editMessageText", chat_id=ana.id, message_id=sent, text="x")
    assert reason == "Bad Request: message to edit not found"


async def test_file_over_twenty_megabytes_is_not_handed_out(wire: Wire, ana: Person) -> None:
    await ana.sends_file("run.gpx", b"x" * (20 * 1024 * 1024 + 1))
    update = (await wire.result("getUpdates"))[-1]
    reason = await wire.refusal("getFile", file_id=update["message"]["document"]["file_id"])
    assert reason == "Bad Request: file is too big"


async def test_limits_answer_with_429_once_they_are_enforced(wire: Wire, server: SandboxServer, ana: Person) -> None:
    server.limits.enforced = True
    answers = [await wire("sendMessage", chat_id=ana.id, text="Hi") for _ in range(4)]
    assert [answer["ok"] for answer in answers] == [True, True, True, False]
    assert answers[-1]["parameters"] == {"retry_after": 1}
    assert answers[-1]["description"] == "Too Many Requests: retry after 1"
