"""Which figures of a log somebody stated, and what stood there before its last correction."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; of what was logged before, nobody knows."""
    op.add_column("log", sa.Column("stated", sa.JSON(), nullable=True))
    op.add_column("log", sa.Column("before", sa.JSON(), nullable=True))
