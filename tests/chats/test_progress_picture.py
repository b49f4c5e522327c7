"""Progress as a picture, as the athlete meets it: a button, and a photo they can open."""

from io import BytesIO

from PIL import Image

from tests.chats.driver import Person
from tests.chats.onboarded import onboard


async def test_two_weeks_later_progress_can_be_had_as_a_picture(ana: Person) -> None:
    await onboard(ana)
    await ana.says("30 min run, effort 4")
    await ana.hears("Run")
    await ana.sandbox.clock_forward(days=7)
    await ana.says("32 min run, effort 4")
    await ana.hears("Run")
    await ana.says("/progress")
    await ana.taps("As a picture", on=await ana.hears("Your progress"))
    heard = await ana.hears("look at the whole row")
    picture = Image.open(BytesIO(await ana.downloads(heard.content["photo"][-1]["file_id"])))
    assert picture.format == "PNG"
    assert picture.width == 1080
