"""The design as its page tells it: colours read from styles, how far they stand apart, and the parts from their examples."""

import re
from pathlib import Path

import pytest
from author import Author
from markupsafe import Markup
from seen import Html

from macros.design import DECORATION, GROUNDS, INKS, OWN_CHROMA, TEXT, Colour, colours, contrast, named
from macros.publish.styles import stylesheet
from macros.render import design
from macros.render.html import COMPONENTS

STYLES = """
/* --lost: #000000; */
:root {
  --ink: light-dark(#000000, #ffffff);
  --own-chroma: 0;
  --own: light-dark(
    oklch(0.42 var(--own-chroma) var(--own-hue)),
    oklch(0.84 var(--own-chroma) var(--own-hue))
  );
  --wide: calc(1px
    + 2px); /* two lines */
}
:root[data-theme="dark"] {
  --ink: #111111;
}
"""
REAL = (COMPONENTS / "base" / "base.css").read_text("utf-8")


def test_the_names_are_those_of_every_page() -> None:
    assert list(named(STYLES)) == ["ink", "own-chroma", "own", "wide"]
    assert named(STYLES)["wide"] == "calc(1px + 2px)"


def test_a_colour_has_a_value_in_each_theme_and_a_services_own_has_its_hue() -> None:
    assert colours(STYLES) == {
        "ink": Colour("ink", "#000000", "#ffffff"),
        "own": Colour("own", "#4d4d4d", "#cacaca"),
    }
    own = colours(STYLES, 0)["own"]
    assert int(own.light[1:3], 16) > int(own.light[3:5], 16), "a hue of 0 degrees is a red"
    assert f"--own-chroma: {OWN_CHROMA};" in stylesheet([], COMPONENTS, set(), 0)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#ffffff", "#000000", 21),
        ("#000000", "#ffffff", 21),
        ("#8a4b06", "#8a4b06", 1),
        ("#777777", "#ffffff", 4.478),
        ("#010203", "#000000", 1.0117),
    ],
)
def test_contrast_is_measured_as_the_guideline_does(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.001)


def test_every_colour_has_its_part_and_every_ink_may_stand_on_every_ground() -> None:
    assert sorted(colours(REAL)) == sorted((*INKS, *GROUNDS, *DECORATION))
    near = {
        (hue, ink, ground): ratio
        for hue in (None, *range(360))
        for shown in [colours(REAL, hue)]
        for ink in (INKS if hue is None else ["own"])
        for ground in GROUNDS
        if (ratio := min(shown[ink].contrast(shown[ground]))) < TEXT
    }
    assert near == {}


def test_no_style_names_a_colour_in_another_way() -> None:
    """Only what is printed is black on white, whatever the theme."""
    on_paper = ("#000;", "#333;", "#999;", "#fff;")
    elsewhere = [
        f"{file.parent.name}: {line.strip()}"
        for file in COMPONENTS.glob("*/*.css")
        for line in file.read_text("utf-8").splitlines()
        if file.parent.name != "base" and re.search(r":.*(#[0-9a-f]{3,6}\b|oklch\(|hsl\()", line)
    ]
    assert [line for line in elsewhere if not line.endswith(on_paper)] == []


def test_the_page_shows_each_colour_and_the_least_contrast(author: Author) -> None:
    guide = author.guide()
    tokens = design.tokens(guide, "reference/design")
    every = [colours(REAL)[name] for name in (*INKS, *GROUNDS, *DECORATION)]
    assert Html(tokens).all("fill", "rect") == [
        value for colour in every for value in (colour.light, colour.dark)
    ]
    assert "0.875rem" in tokens
    drawn = design.contrast(guide, "reference/design")
    assert drawn.count("<rect") == 2 * len(INKS) * len(GROUNDS)
    least = min(min(colours(REAL)[i].contrast(colours(REAL)[g])) for i in INKS for g in GROUNDS)
    assert f"At least {int(least * 10) / 10} : 1" in drawn


def test_each_part_is_shown_by_its_own_first_example_and_its_states_are_named(author: Author) -> None:
    html = design.parts(author.guide(), "reference/design")
    shown = [id_.removeprefix("part-") for id_ in Html(html).all("aria-labelledby", "div")]
    assert sorted([*shown, *design.FRAME]) == sorted(
        file.parent.name for file in COMPONENTS.glob("*/examples.yml")
    )
    assert "Stay where you are and slow your voice down." in html
    assert "session, relationship, shared, bare" in html


def test_a_picture_of_a_part_has_nothing_that_the_page_could_mistake_for_its_own() -> None:
    html = Markup(
        '<ew-door id="a" class="door"><h1 id="b">A</h1><p><ew-copy><a class="go" href="#a" aria-label="Go">B</a></ew-copy></p>\n'
        '<template data-say="a">\nC</template>\n<input type="radio" name="n" checked></ew-door>'
    )
    assert design.specimen(html) == (
        '<slot class="door"><h2>A</h2><p><slot><a class="go">B</a></slot></p>\n<input type="radio" checked></slot>'
    )


def test_every_rank_box_and_tone_is_one_that_the_page_tells_of() -> None:
    told = Path("docs/reference/design.md").read_text("utf-8")
    for file in COMPONENTS.glob("*/*.html"):
        for name in ("rank", "box", "tone", "links"):
            for part in file.read_text("utf-8").split(f'data-{name}="')[1:]:
                value = part.partition('"')[0]
                assert f'data-{name}="{value}"' in told or value == "secondary", (
                    f"{file.name}: {name} {value}"
                )
