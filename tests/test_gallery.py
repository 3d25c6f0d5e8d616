"""The gallery sees what an eye would see, and nothing else; and it has a picture of every kind of page."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFilter

from macros.registry import KINDS_OF_PAGE, kind_of
from tests.gallery import SCENES, Shown, accept, compare, index
from tests.pictures import CELL, difference, marked

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = {"", *(f"{folder.name}/" for folder in (ROOT / "docs").iterdir() if (folder / "index.md").exists())}
INK, PAPER = "#16262b", "#fbf8f2"


def page(block: int = 200, fill: str = "#8a4b06", height: int = 600) -> Image.Image:
    """A page with lines of text, and a block among them so many pixels below its top."""
    picture = Image.new("RGB", (375, height), PAPER)
    draw = ImageDraw.Draw(picture)
    for line in range(20, height - 20, 24):
        draw.text((16, line), "Ask about safety before you speak of a date.", fill=INK, font_size=17)
    draw.rectangle((16, block, 180, block + 44), fill=fill)
    return picture


def smoothed(picture: Image.Image) -> Image.Image:
    """As another machine smooths the letters: each edge is softer, and stands a part of a pixel away."""
    shifted = picture.transform(
        picture.size,
        Image.Transform.AFFINE,
        (1, 0, 0.4, 0, 1, 0.3),
        Image.Resampling.BILINEAR,
        fillcolor=PAPER,
    )
    return Image.blend(shifted, shifted.filter(ImageFilter.SMOOTH), 0.5)


def test_the_smoothing_of_letters_is_no_change() -> None:
    assert difference(page(), page()) is None
    assert difference(page(), smoothed(page())) is None


@pytest.mark.parametrize("by", [CELL, 12, 100, -30])
def test_a_block_that_moved_is_told_with_its_place(by: int) -> None:
    change = difference(page(200), smoothed(page(200 + by)))
    assert change
    _, top, _, bottom = change.box
    assert abs(top - min(200, 200 + by)) <= 4 * CELL
    assert abs(bottom - max(244, 244 + by)) <= 4 * CELL


@pytest.mark.parametrize("fill", ["#0d6069", "#b3661a", "#99550c", PAPER])
def test_another_colour_is_told(fill: str) -> None:
    assert difference(page(), page(fill=fill))


def test_a_page_that_grew_differs_below_its_end() -> None:
    change = difference(page(), page(height=800))
    assert change
    assert change.box[3] == 800
    assert marked(page(height=800), change).size == (375, 800)


def test_the_gallery_shows_what_changed_first_until_it_is_accepted(tmp_path: Path) -> None:
    paths = [Path("home", "375 light.png"), Path("map", "375 light.png"), Path("hub", "print.png")]
    for room, pictures in {
        "now": [page(), page(300), page()],
        "accepted": [smoothed(page()), page()],
    }.items():
        for path, picture in zip(paths, pictures, strict=False):
            (tmp_path / room / path).parent.mkdir(parents=True)
            picture.save(tmp_path / room / path)
    shown = compare(tmp_path, paths)
    assert [(one.name, one.look, one.state) for one in shown] == [
        ("home", "375 light", "same"),
        ("map", "375 light", "changed"),
        ("hub", "print", "new"),
    ]
    html = index(shown)
    assert "1 of 3 changed, 1 new" in html
    assert html.index("changed/map/375 light.png") < html.index("now/home/375 light.png")
    assert (tmp_path / "changed" / paths[1]).exists()
    accept(tmp_path)
    assert {one.state for one in compare(tmp_path, paths)} == {"same"}
    assert not (tmp_path / "changed").exists()
    assert "<script" not in index([Shown("<script>", "", "", "new")])


def test_every_kind_of_page_has_a_picture_and_every_picture_a_page() -> None:
    paths = [
        f"{scene.path}index" if scene.path in FOLDERS else scene.path.rstrip("/")
        for scene in SCENES.values()
        if scene.path != "404.html"
    ]
    assert {kind_of(path) for path in paths} == {*KINDS_OF_PAGE}
    assert [path for path in paths if not (ROOT / "docs" / f"{path}.md").exists()] == []
