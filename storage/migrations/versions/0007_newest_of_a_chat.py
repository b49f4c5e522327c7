"""The newest messages of a chat are found without looking at all that were ever said in it."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_outbox_chat_id_created_at", "outbox", ["chat_id", "created_at"])
