"""A Bot API by hand: it remembers what it was asked, and answers as it is told."""

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.telegram.api import ApiError, BotApi
from bot.telegram.request import AiohttpRequest
from tests.bot.telegram.virtual import seconds


@dataclass
class Asked:
    """One call."""

    at: float
    method: str
    payload: Mapping[str, Any]
    attachment: tuple[str, bytes] | None = None

    @property
    def text(self) -> str:
        """Its text."""
        return str(self.payload.get("text", ""))


@dataclass
class FakeApi(BotApi):
    """Answers calls with what is waiting in ``answers`` for their method, else with a message of its own."""

    calls: list[Asked] = field(default_factory=list)
    answers: dict[str, deque[Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__("http://nowhere", "1:fake", AiohttpRequest())

    def will(self, method: str, *answers: Any) -> None:  # noqa: ANN401 — JSON or an error
        """Answer the next calls of a method like this."""
        self.answers.setdefault(method, deque()).extend(answers)

    async def call(
        self,
        method: str,
        payload: Mapping[str, Any],
        *,
        attachment: tuple[str, bytes] | None = None,
        read_timeout: float = 0.0,  # noqa: ARG002 — the real one's shape
    ) -> Any:  # noqa: ANN401 — JSON
        """Remember, and answer."""
        self.calls.append(Asked(seconds(), method, payload, attachment))
        waiting = self.answers.get(method)
        answer = waiting.popleft() if waiting else {"message_id": 100 + len(self.calls)}
        if isinstance(answer, ApiError):
            raise answer
        return answer

    def texts(self) -> list[str]:
        """The texts of the messages sent, in order."""
        return [call.text for call in self.calls if call.method == "send_message"]
