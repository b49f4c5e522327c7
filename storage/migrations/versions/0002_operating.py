"""Broadcasts of the operator; each athlete's own way of writing the time, and own quiet hours."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the columns; who was there before keeps what is usual."""
    op.create_table(
        "broadcast",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("operator", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("reached", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("queued", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_broadcast_state"), "broadcast", ["state"], unique=False)
    op.add_column("athlete", sa.Column("clock", sa.String(), nullable=True))
    op.add_column("athlete", sa.Column("quiet_from", sa.Integer(), nullable=True))
    op.add_column("athlete", sa.Column("quiet_to", sa.Integer(), nullable=True))
