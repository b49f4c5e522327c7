"""What the server refuses, in Telegram's words: the bot under test meets the same sentences as in the real world."""

from typing import Any

Json = dict[str, Any]
PREFIXES = {400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 409: "Conflict"}


class Refused(Exception):
    """A request that is answered with ``ok: false``."""

    def __init__(self, code: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(code, description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def as_json(self) -> Json:
        """The body of the answer."""
        body: Json = {"ok": False, "error_code": self.code, "description": self.description}
        return body | ({"parameters": self.parameters} if self.parameters else {})


def refused(code: int, text: str, parameters: Json | None = None) -> Refused:
    """A refusal with Telegram's prefix; a sentence starts small, a constant such as ``BUTTON_DATA_INVALID`` stays."""
    constant = len(text) > 1 and (text[1] == "_" or text[1].isupper())
    sentence = text if constant else text[:1].lower() + text[1:]
    return Refused(code, f"{PREFIXES[code]}: {sentence}", parameters)


def bad_request(text: str, parameters: Json | None = None) -> Refused:
    """A 400."""
    return refused(400, text, parameters)


def too_many_requests(seconds: int) -> Refused:
    """A 429 that says how long to wait."""
    return Refused(429, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})
