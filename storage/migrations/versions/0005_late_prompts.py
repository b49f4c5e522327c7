"""Until when a message is worth sending; of all prompts only those that wait to be said are indexed."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column and narrow the index; what is queued already is always worth sending."""
    op.add_column("outbox", sa.Column("useful_until", sa.DateTime(timezone=True), nullable=True))
    op.drop_index("ix_prompt_state_id", table_name="prompt")
    claimed = sa.text("state = 'claimed'")
    op.create_index("ix_prompt_claimed", "prompt", ["id"], sqlite_where=claimed, postgresql_where=claimed)
