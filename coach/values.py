"""Values that are made by the thousand: frozen for whoever writes code, not for the interpreter.

A frozen dataclass sets every field through a call, which makes a session five times as dear to make as one that is not
frozen. mypy refuses an assignment to either.
"""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[Made]) -> type[Made]:
    """A frozen dataclass with slots, compared and hashed by its fields; only the type checker keeps it frozen."""
    return dataclass(slots=True, unsafe_hash=True)(cls)
