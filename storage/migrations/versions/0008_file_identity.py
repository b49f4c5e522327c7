"""A file is known by what Telegram calls it for good, so that another one of its name and size is told apart."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what came before has none."""
    op.add_column("activity_file", sa.Column("identity", sa.String(), nullable=True))
