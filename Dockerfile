# Legwork in a container: built with uv in one stage, run as nobody in particular in the other.
# The root file system may be read-only: only /data (the database) and /tmp are written to.

FROM python:3.12-slim-bookworm AS build
ENV UV_LINK_MODE=copy UV_COMPILE_BYTECODE=1 UV_PYTHON_DOWNLOADS=never UV_NO_CACHE=1
RUN ["pip", "install", "--no-cache-dir", "uv==0.13.9"]
WORKDIR /app
# Dependencies first: they change seldom. What is installed is held by the day in pyproject.toml (exclude-newer).
COPY pyproject.toml README.md LICENSE ./
RUN ["uv", "sync", "--no-dev", "--no-install-project"]
COPY coach coach
COPY storage storage
COPY scheduler scheduler
COPY bot bot
RUN ["uv", "sync", "--no-dev", "--no-editable"]

FROM python:3.12-slim-bookworm
RUN ["useradd", "--no-log-init", "--uid", "10001", "--user-group", "--home-dir", "/data", "--shell", "/usr/sbin/nologin", "legwork"]
RUN ["install", "-d", "-m", "0700", "-o", "10001", "-g", "legwork", "/data"]
COPY --from=build /app/.venv /app/.venv
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    DATABASE_URL=sqlite:////data/legwork.db \
    METRICS_LISTEN=127.0.0.1:9100 \
    LOG_FORMAT=json
USER 10001
WORKDIR /data
VOLUME ["/data"]
STOPSIGNAL SIGTERM
# Alive, not ready: Telegram being away is no reason to restart anything.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["python", "-c", "import os; from urllib.request import urlopen; urlopen('http://127.0.0.1:' + os.environ['METRICS_LISTEN'].rpartition(':')[2] + '/healthz', timeout=4)"]
ENTRYPOINT ["legwork"]
CMD ["run"]
