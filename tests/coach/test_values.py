"""Values are compared, hashed, copied and carried between processes by their fields."""

import pickle
from dataclasses import replace

import pytest

from coach.values import value


@value
class Stone:
    """A value to look at."""

    weight: int
    colour: str = "grey"


def test_values_of_the_same_fields_are_equal_and_one_key() -> None:
    assert Stone(2) == Stone(2, "grey")
    assert {Stone(2): "found"}[Stone(2)] == "found"


@pytest.mark.parametrize("other", [Stone(3), Stone(2, "red"), (2, "grey")])
def test_values_of_other_fields_or_sorts_are_different(other: object) -> None:
    assert Stone(2) != other


def test_a_value_is_copied_with_one_field_changed() -> None:
    assert replace(Stone(2), colour="red") == Stone(2, "red")


def test_a_value_has_no_room_for_other_fields() -> None:
    with pytest.raises(AttributeError):
        Stone(2).__setattr__("size", 4)


def test_a_value_survives_the_way_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(Stone(2, "red"))) == Stone(2, "red")  # noqa: S301 - made here


def test_a_value_says_what_it_holds() -> None:
    assert repr(Stone(2)) == "Stone(weight=2, colour='grey')"
