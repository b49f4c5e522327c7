"""Of both boxes only what waits is indexed by its state: most rows are over, and every change of one cost an entry."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Narrow the indices."""
    for name in ("ix_outbox_state_lane_id", "ix_outbox_state_created_at", "ix_outbox_chat_id_state_lane_id"):
        op.drop_index(name, table_name="outbox")
    op.drop_index("ix_outbox_chat_id_message_id", table_name="outbox")
    _index("ix_outbox_queued", "outbox", ["lane", "id"], "state = 'queued'")
    _index(
        "ix_outbox_open",
        "outbox",
        ["chat_id", "lane", "id"],
        "state = 'queued' OR state = 'sending' OR state = 'unsure'",
    )
    _index("ix_outbox_settled", "outbox", ["created_at"], "state = 'sent' OR state = 'failed' OR state = 'unsure'")
    _index("ix_outbox_kept", "outbox", ["created_at"], "state = 'kept'")
    _index("ix_outbox_chat_id_message_id", "outbox", ["chat_id", "message_id"], "message_id IS NOT NULL")
    for name in ("ix_inbox_state_update_id", "ix_inbox_chat_key_state_update_id", "ix_inbox_done_at"):
        op.drop_index(name, table_name="inbox")
    _index("ix_inbox_new", "inbox", ["update_id"], "state = 'new'")
    _index("ix_inbox_new_of_chat", "inbox", ["chat_key", "update_id"], "state = 'new'")
    _index("ix_inbox_dead", "inbox", ["update_id"], "state = 'dead'")
    _index("ix_inbox_done_at", "inbox", ["done_at"], "done_at IS NOT NULL")


def _index(name: str, table: str, columns: list[str], where: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(where), postgresql_where=sa.text(where))
