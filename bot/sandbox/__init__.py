"""The sandbox: a local stand-in for Telegram's Bot API with a chat page, for trying the coach and for the tests."""

from bot.sandbox.faults import Fault, Faults
from bot.sandbox.server import SANDBOX_TOKEN, SandboxServer

__all__ = ["SANDBOX_TOKEN", "Fault", "Faults", "SandboxServer"]
