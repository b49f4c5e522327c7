"""A lived-in database as the first release made it: rows in plain SQL, since today's models know other columns."""

from typing import Any, Final

from sqlalchemy import Connection, text

MORNING: Final = "2026-11-30 06:00:00.000000"
PROFILE: Final = '{"goal": "first_5k", "start_date": "2026-11-30", "experience": "new", "age": 34, "units": "km"}'
SESSION: Final = '{"date": "2026-11-30", "kind": "run_walk", "minutes": 30}'
WORDS: Final = "Lauf 🏃 “5k” in 31:20 — O'Neill; 100 %"
"""What people write: another alphabet's signs, quotes of all kinds, a percent sign."""
FIRST: Final[dict[str, list[dict[str, Any]]]] = {
    "athlete": [
        {
            "id": number, "telegram_id": 5_000_000_000 + number, "chat_id": 5_000_000_000 + number, "name": name,
            "language": "de", "state": state, "profile": PROFILE, "zone": zone, "prompt_minute": 390,
            "rest_lines": False, "evening": True, "slowed": number == 2, "paused_until": until,
            "blocked_at": MORNING if number == 3 else None, "next_prompt_at": MORNING, "prompted_on": "2026-11-29",
            "created_at": MORNING, "updated_at": MORNING,
        }
        for number, name, state, zone, until in (
            (1, "Zoë", "active", "Europe/Berlin", None),
            (2, WORDS, "paused", "America/New_York", "2026-12-24"),
            (3, "Łukasz", "onboarding", None, None),
        )
    ],
    "conversation": [
        {"chat_id": 5_000_000_003, "flow": "onboarding", "question": "age", "data": '{"drafts": {}}', "message_id": 7}
    ],
    "inbox": [
        {
            "update_id": 900 + number, "chat_key": 5_000_000_001, "payload": f'{{"update_id": {900 + number}}}',
            "state": state, "attempts": attempts, "received_at": MORNING,
        }
        for number, state, attempts in ((1, "done", 0), (2, "new", 1), (3, "dead", 3))
    ],
    "lease": [{"name": "send:1", "holder": "host:1", "until": MORNING}],
    "outbox": [
        {
            "id": 11, "chat_id": 5_000_000_001, "lane": "answer", "method": "send_message", "payload": '{"text": "Hi"}',
            "state": "queued", "attempts": 0, "in_doubt": 0, "created_at": MORNING, "ref": "log:41",
        }
    ],
    "prompt": [
        {
            "id": 21, "athlete_id": 1, "kind": "daily", "local_date": "2026-11-30", "due_at": MORNING, "state": "said",
            "claimed_at": MORNING, "sessions": f"[{SESSION}]", "answered_at": MORNING,
        }
    ],
    "receipt": [
        {
            "id": 22, "athlete_id": 1, "rule": "effort_too_high", "rule_number": "C2", "date": "2026-12-02",
            "cause": "2026-11-30", "change": '{"before": null}', "told_at": MORNING,
        }
    ],
    "saying": [
        {
            "id": 31, "athlete_id": 1, "chat_id": 5_000_000_001, "message_id": 77, "text": WORDS, "understood": True,
            "said_at": MORNING,
        }
    ],
    "sent_week": [
        {"id": 32, "athlete_id": 1, "start": "2026-11-30", "week": "{}", "shown": "{}", "sent_at": MORNING}
    ],
    "session_move": [
        {
            "id": 33, "athlete_id": 1, "kind": "long_run", "origin": "2026-12-05", "target": "2026-12-06",
            "moved_at": MORNING,
        }
    ],
    "log": [
        {
            "id": 41, "athlete_id": 1, "saying_id": 31, "prompt_id": 21, "date": "2026-11-30", "kind": "run_walk",
            "status": "done", "minutes": 31.33, "distance_m": 5000, "rpe": 4, "target_rpe": "[3, 4]",
            "symptoms": "[]", "exercises": "[]", "note": WORDS, "planned": True, "created_at": MORNING,
        }
    ],
    "measurement": [
        {
            "id": 51, "athlete_id": 1, "saying_id": 31, "date": "2026-11-30", "kind": "weight_kg", "value": 81.5,
            "created_at": MORNING,
        }
    ],
}  # fmt: skip
"""Every table of the first schema, parents first."""


def live_in(connection: Connection) -> None:
    """Fill the first schema."""
    for table, rows in FIRST.items():
        for row in rows:
            names = ", ".join(row)
            holes = ", ".join(f":{name}" for name in row)
            connection.execute(text(f"INSERT INTO {table} ({names}) VALUES ({holes})"), row)  # noqa: S608 — our own


def rows_of(connection: Connection, table: str, columns: list[str]) -> list[list[str]]:
    """What a table holds in these columns, as text that is the same on both databases, in the order of its key."""
    found = connection.execute(text(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1"))  # noqa: S608 — our own
    return [[_plain(value) for value in row] for row in found]


def _plain(value: object) -> str:
    return str(value) if not isinstance(value, bool) else str(int(value))
