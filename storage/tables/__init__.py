"""The tables: athletes, what they said and did, what they were told, and the two boxes to and from Telegram.

Rows are never handed above ``storage`` as facts about training: the queries turn them into coach values. They are
handed up as rows only where the row itself is the subject (an athlete's settings, a conversation, a card).
"""

from storage.tables.athletes import Athlete, AthleteState, Conversation, Saying
from storage.tables.boxes import InboxState, InboxUpdate, Lane, Lease, OutboxMessage, OutboxState
from storage.tables.files import ActivityFile, FileContent, FileState
from storage.tables.guided import GuidedSession, Timer
from storage.tables.operating import Broadcast, BroadcastState
from storage.tables.prompts import Prompt, PromptKind, PromptState
from storage.tables.training import Log, Measurement, Receipt, SentWeek, SessionMove

__all__ = [
    "ActivityFile",
    "Athlete",
    "AthleteState",
    "Broadcast",
    "BroadcastState",
    "Conversation",
    "FileContent",
    "FileState",
    "GuidedSession",
    "InboxState",
    "InboxUpdate",
    "Lane",
    "Lease",
    "Log",
    "Measurement",
    "OutboxMessage",
    "OutboxState",
    "Prompt",
    "PromptKind",
    "PromptState",
    "Receipt",
    "Saying",
    "SentWeek",
    "SessionMove",
    "Timer",
]
