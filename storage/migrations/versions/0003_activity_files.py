"""Files of activities with their content; what a log and a saying were read as."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two tables and the columns."""
    _file()
    op.create_table(
        "file_content",
        sa.Column("file_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["file_id"], ["activity_file.id"], name=op.f("fk_file_content_file_id_activity_file"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("file_id", name=op.f("pk_file_content")),
    )
    op.add_column("log", sa.Column("started_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("log", sa.Column("track", sa.JSON(), nullable=True))
    op.add_column("saying", sa.Column("reading", sa.JSON(), nullable=True))


def _file() -> None:
    op.create_table(
        "activity_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("athlete_id", sa.Integer(), nullable=False),
        sa.Column("chat_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("telegram_file", sa.String(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("album", sa.String(), nullable=True),
        sa.Column("reply_to_message_id", sa.BigInteger(), nullable=True),
        sa.Column("caption", sa.Text(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("told", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("digest", sa.String(), nullable=True),
        sa.Column("reading", sa.JSON(), nullable=True),
        sa.Column("log_id", sa.Integer(), nullable=True),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["athlete_id"], ["athlete.id"], name=op.f("fk_activity_file_athlete_id_athlete"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["log_id"], ["log.id"], name=op.f("fk_activity_file_log_id_log"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_activity_file")),
        sa.UniqueConstraint("chat_id", "message_id", name=op.f("uq_activity_file_chat_id_message_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_activity_file_state_id", "activity_file", ["state", "id"], unique=False)
    for column in ("album", "athlete_id", "digest", "log_id"):
        op.create_index(op.f(f"ix_activity_file_{column}"), "activity_file", [column], unique=False)
