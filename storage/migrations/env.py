"""How Alembic runs here: on the connection it is handed, inside the caller's transaction, never by itself."""

from alembic import context

from storage.tables import Athlete

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Athlete.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
)
context.run_migrations()
