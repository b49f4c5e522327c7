"""``/export`` as the athlete meets it: a file in the chat, with what they told the coach."""

import io
import json
from zipfile import ZipFile

from tests.chats.driver import Person
from tests.chats.onboarded import onboard


async def test_the_athlete_gets_everything_as_a_file(ana: Person) -> None:
    await onboard(ana)
    await ana.says("5k in 31:20, effort 4, with my dog")
    await ana.hears("Run")
    await ana.says("/export")
    heard = await ana.hears("everything I keep about you")
    document = heard.content["document"]
    assert document["file_name"] == "legwork-2026-11-30.zip"
    zipped = ZipFile(io.BytesIO(await ana.downloads(document["file_id"])))
    kept = json.loads(zipped.read("legwork.json"))
    assert kept["athlete"]["name"] == "Ana"
    assert [log["distance_m"] for log in kept["log"]] == [5000]
    assert "with my dog" in zipped.read("saying.csv").decode("utf-8-sig")
    assert "Everything Legwork keeps about Ana" in zipped.read("README.txt").decode()


async def test_a_second_one_is_not_made_at_once(ana: Person) -> None:
    await onboard(ana)
    await ana.says("/export")
    await ana.hears("everything I keep about you")
    await ana.says("/export")
    await ana.hears("a few minutes ago")
    await ana.sandbox.clock_forward(minutes=11)
    await ana.says("/export")
    await ana.hears("everything I keep about you")


async def test_a_stranger_has_nothing_to_take_along(ana: Person) -> None:
    await ana.says("/export")
    assert (await ana.hears()).text
