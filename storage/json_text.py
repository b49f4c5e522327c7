"""Documents as text and back: by orjson, and by Python's own ``json`` where orjson is too strict.

Strangers may send half a surrogate pair, which is no valid UTF-8; it has to survive all the same.
"""

import json
from typing import Any

import orjson


def write_json(document: Any) -> str:  # noqa: ANN401 — any JSON
    """The document as text.

    Raises:
        TypeError: it holds what JSON does not know.
    """
    try:
        return orjson.dumps(document).decode()
    except TypeError:
        return json.dumps(document)


def read_json(text: str | bytes) -> Any:  # noqa: ANN401 — any JSON
    """The document in a text.

    Raises:
        ValueError: the text holds none.
    """
    try:
        return orjson.loads(text)
    except ValueError:
        return json.loads(text)
