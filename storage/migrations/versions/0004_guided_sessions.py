"""Strength sessions led set by set."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "guided_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("prompt_id", sa.Integer(), nullable=True),
        sa.Column("log_id", sa.Integer(), nullable=True),
        sa.Column("date", sa.Date(), nullable=False),
        sa.Column("session", sa.JSON(), nullable=False),
        sa.Column("state", sa.JSON(), nullable=False),
        sa.Column("loads", sa.JSON(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("timer", sa.String(), nullable=True),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("wake_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["athlete_id"], ["athlete.id"], name=op.f("fk_guided_session_athlete_id_athlete"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["prompt_id"], ["prompt.id"], name=op.f("fk_guided_session_prompt_id_prompt"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["log_id"], ["log.id"], name=op.f("fk_guided_session_log_id_log"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guided_session")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_guided_session_athlete_id_closed_at", "guided_session", ["athlete_id", "closed_at"])
    for column in ("prompt_id", "log_id", "wake_at"):
        op.create_index(op.f(f"ix_guided_session_{column}"), "guided_session", [column])
