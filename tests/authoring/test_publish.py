"""The files beside the pages: search, catalogue, redirects, styles, the offline list, and what is left out."""

import hashlib
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from string import ascii_letters

import pytest
from author import CONTACTS, Author
from jinja2 import DictLoader, Environment
from PIL import Image
from seen import Html

from macros.leaning import MOST, ZERO, Sample, learnt, places
from macros.models import PHASES
from macros.publish import ENGINE, assets, beside_pages, is_asset, is_served, write_offline
from macros.publish.assets import Release, Scripts, put_back, releases
from macros.publish.bibliography import bibliography
from macros.publish.offline import bundles, manifest
from macros.publish.packing import FIRST, packed
from macros.publish.picture import address, pictures
from macros.publish.redirects import redirects
from macros.publish.search import search_index
from macros.publish.styles import stylesheet
from macros.publish.tidy import Tidy, tidied
from macros.publish.twins import twins
from macros.render.reviews import CODE

COMPONENTS = Path(__file__).parents[2] / "overrides" / "components"
KINDS_FOUND = ("practice", "letter", "page", "outside")


def tree(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_search_knows_how_people_ask_and_what_the_steps_are(author: Author) -> None:
    guide = author.guide()
    known = json.loads(search_index(guide))
    entries = {entry["id"]: entry for entry in known["entries"]}
    kinds = {kind: [id_ for id_, entry in entries.items() if entry["kind"] == kind] for kind in KINDS_FOUND}
    assert kinds["practice"] == [f"{path}/" for path in guide.practices]
    assert kinds["letter"] == [f"{path}/" for path in guide.letters]
    assert len(kinds["page"]) == len(guide.pages) + len(guide.modules)
    assert kinds["outside"] == ["doors and windows"]
    door = entries["sessions/door/"]
    assert door["side"] == "sessions"
    assert door["summary"] == "Check safety first. Give it the first place next time."
    assert (door["title"], door["names"]) == ("What do I do at the door?", ["At the door"])
    assert door["asks"] == [*guide.asks["sessions/door"], "there is a blade"]
    assert door["first"] == guide.practices["sessions/door"].checklist.steps[0].do
    assert door["text"] == ""
    assert entries["sessions/"]["names"] == ["Sessions"]
    assert entries["reference/map/"]["names"][-1] == "map"
    assert entries["sessions/"]["asks"][-4:] == [*PHASES["sessions"].values()]
    assert known["language"] == {
        "stop": ["the", "a"],
        "short": {"dna": "did not attend"},
        "settings": ["prison"],
        "same": [["door", "exit"]],
        "senses": {"sessions": ["hour"], "relationships": ["therapy"]},
        "clients": {"page": "shared/plan/", "said": ["my therapist"], "not": ["my client"]},
        "danger": {
            "names": {"own": "his|her", "emergency_number": "116_123|988"},
            "calm": ["butter knife"],
            "talk": [],
            "live": [],
            "quoted": [],
            "leans": "NNNNNNNO",
            "own": "NM",
            "kinds": [
                {"kind": "reader", "pages": ["sessions/door/"], "for": ["crisis"], "said": ["i .. knife"]},
                {"kind": "client", "pages": ["sessions/door/"], "for": ["crisis"], "said": ["knife"]},
            ],
        },
    }
    assert entries["reader"]["asks"] == ["i hold a knife"]


def test_search_hears_no_client_where_none_is_told_of(author: Author) -> None:
    guide = author.edits("""
    data/search.yml
    - clients: {page: shared/plan, said: my therapist, not: my client}
    """).guide()
    assert json.loads(search_index(guide))["language"]["clients"] == {"page": "", "said": [], "not": []}


def test_search_has_the_numbers_for_the_dangers_that_it_hears(author: Author) -> None:
    guide = author.guide()
    known = json.loads(search_index(guide))["contacts"]
    wanted = {"emergency", "crisis"}
    assert [(c["region"], c["name"]) for c in known if c["reach"]] == [
        (region.id, contact.name)
        for region in guide.regions
        for contact in region.contacts
        if wanted & {*contact.for_}
    ]
    assert [(c["region"], c["name"]) for c in known if not c["reach"]] == [("us", "suicide and crisis")]
    first = guide.regions[0].contacts[0]
    assert [reach["to"] for reach in known[0]["reach"]] == [reach.to for reach in first.reach]


def test_a_contact_is_found_by_its_name_and_its_number(author: Author) -> None:
    guide = author.edits(CONTACTS).guide()
    entries = {entry["id"]: entry for entry in json.loads(search_index(guide))["entries"]}
    shown = [contact for region in guide.regions for contact in region.contacts]
    assert len(shown) > 1
    for contact in shown:
        assert {contact.name, contact.reach[0].to} <= set(entries["reference/contacts/"]["asks"])


def lean(text: str, learnt: str) -> int:
    return sum(ord(learnt[at]) - ZERO for at in places(text, len(learnt)))


def test_a_text_leans_to_where_its_words_are_learnt_to_stand() -> None:
    """So does one with a slip of the pen, by its letters; and what counts more is learnt sooner."""
    danger = [Sample("he has a rope", True), Sample("the rope is tied", True)]
    calm = [Sample("the skipping club", False), Sample("our skipping hour", False)]
    told = learnt([*danger, *calm] * 20, 1024)
    assert lean("a rope", told) > 0 > lean("skipping", told)
    assert lean("hes got rope", told) > 0 > lean("skiping", told)
    assert told == learnt([*danger, *calm] * 20, 1024)
    assert lean("a rope", learnt([*danger * 20, *calm * 20, Sample("a rope", False, 40)] * 3, 1024)) < 0
    assert learnt([], 8) == "N" * 8
    assert max(map(ord, told)) - ZERO <= MOST


def test_a_text_has_the_places_that_the_script_of_search_knows_too() -> None:
    """`tests/search/leaning.test.mjs` says the same of it."""
    assert places("He can’t go, 2 Go", 1024) == [
        *(
            41,
            164,
            184,
            279,
            389,
            397,
            442,
            456,
            552,
            624,
            754,
            779,
            807,
            816,
            865,
            868,
            923,
            963,
            1002,
            1010,
        ),
        1020,
    ]


def test_each_word_of_the_ways_to_ask_is_sent_once_and_then_as_a_sign() -> None:
    """The most used words have the shortest signs, and the rest stands by the alphabet, less what words share with the one before.
    `tests/search/packing.test.mjs` reads the same."""
    index = {"entries": [{"id": "a/", "asks": ["At the Café’s door", "the door"]}, {"id": "b/", "asks": []}]}
    known = json.loads(packed(json.dumps(index)))
    words = ["door", "the", "at", "cafes"]
    assert known["asks"] == "AdoorAtheAatAcafes"
    told = [
        [words[ord(sign) - ord(FIRST)] for sign in ask] for ask in known["entries"][0]["asks"].split("\n")
    ]
    assert sorted(told) == [["at", "the", "cafes", "door"], ["the", "door"]]
    assert known["entries"][1] == {"id": "b/", "asks": ""}
    index["entries"][1]["asks"] = ["caf", "2nd", "x" * 40, "x" * 41]
    assert json.loads(packed(json.dumps(index)))["asks"] == f"AdoorAtheA2ndAatAcafDesA{'x' * 40}Z{'x' * 16}"


def test_the_sources_are_open_data_for_reference_managers(author: Author) -> None:
    listed = {item["id"]: item for item in json.loads(bibliography(author.guide()))}
    assert list(listed) == ["blog", "knox", "the-act"], "what was never read is not there"
    assert listed["knox"] == {
        "id": "knox",
        "type": "article-journal",
        "title": "Endings",
        "author": [{"family": "Knox", "given": "Sarah"}, {"family": "Adrians", "given": "Nathan"}],
        "issued": {"date-parts": [[2011]]},
        "DOI": "10.1000/182",
        "URL": "https://doi.org/10.1000/182",
    }
    assert listed["the-act"]["URL"] == "https://law.example/act"
    assert listed["blog"].keys() == {"id", "type", "title", "author", "issued"}


def test_a_page_that_moved_leads_on(author: Author) -> None:
    files = redirects(author.guide(), "v/abc/")
    assert [path for path in files if len(path) > len("hkm/index.html")] == [
        f"sessions/threshold/{below}index.html" for below in ("", "embed/", "embed/answer/")
    ]
    page = files["sessions/threshold/index.html"]
    assert page.startswith("<!doctype html>")
    assert '<a href="../door/">' in page
    assert '<script src="../../v/abc/redirect.js" defer></script>' in page
    assert "refresh" not in page, "it would lose the place on the page"
    assert 'name="robots" content="noindex"' in page


def test_what_could_be_framed_of_a_page_that_moved_leads_to_the_same_of_the_new_one(author: Author) -> None:
    files = redirects(author.guide(), "v/abc/")
    page = files["sessions/threshold/embed/answer/index.html"]
    assert '<a href="../../../door/embed/answer/">' in page
    assert '<script src="../../../../v/abc/redirect.js" defer></script>' in page


def test_where_the_new_page_has_nothing_to_be_framed_it_leads_to_that_itself(author: Author) -> None:
    author.edits("""
    data/redirects.yml
    - - {from: sessions/threshold, to: sessions/door}
    + - {from: sessions/threshold, to: reference/map}
    data/ledger.txt
    - sessions/threshold#stay
    - seal of the rows above
    + seal of the rows above
    """)
    assert (
        '<a href="../../../reference/map/">'
        in redirects(author.guide(), "")["sessions/threshold/embed/index.html"]
    )


def test_a_page_that_moved_leads_on_from_each_part_that_it_had(author: Author) -> None:
    author.edits("""
    data/redirects.yml
    - - {from: sessions/threshold, to: sessions/door}
    + - {from: sessions/threshold, to: sessions/door}
    + - {from: "sessions/threshold#plan", to: "shared/plan#first"}
    + - {from: "sessions/threshold#hurry", to: "sessions/door#stay", retired: {was: Hurry., since: 2024-01-31}}
    data/ledger.txt
    - sessions/threshold
    + sessions/threshold
    + sessions/threshold#hurry
    + sessions/threshold#plan
    """)
    page = Html(redirects(author.guide(), "v/abc/")["sessions/threshold/index.html"])
    assert page.all("id", "p") == ["hurry", "plan", "stay"]
    assert page.all("href", "a") == ["../door/", "../door/#stay", "../../shared/plan/#first", "../door/#stay"]
    assert "Until 2024-01-31 this stood here: “Hurry.”" in page.said
    assert page.all("href", "link") == ["../door/", "../../v/abc/guide.css"]


def test_a_page_that_was_retired_tells_what_it_was_and_leads_on_when_asked(author: Author) -> None:
    author.edits("""
    data/redirects.yml
    - - {from: sessions/threshold, to: sessions/door}
    + - {from: sessions/threshold, to: sessions/door, retired: {was: "How to hurry.", since: 2024-01-31}}
    """)
    page = redirects(author.guide(), "")["sessions/threshold/index.html"]
    assert "Until 2024-01-31 it said: “How to hurry.”" in page
    assert '<a href="../door/">What takes its place</a>' in page
    assert "refresh" not in page
    assert "<script" not in page


def test_a_page_may_move_to_a_place_on_another(author: Author) -> None:
    author.edits("""
    data/redirects.yml
    - - {from: sessions/threshold, to: sessions/door}
    + - {from: sessions/threshold, to: "shared/plan#first"}
    data/ledger.txt
    - sessions/threshold#stay
    - seal of the rows above
    + seal of the rows above
    """)
    assert 'href="../../shared/plan/#first"' in redirects(author.guide(), "")["sessions/threshold/index.html"]


def test_styles_of_components_stand_outside_the_layer_of_the_theme_and_base_comes_first(
    tmp_path: Path,
) -> None:
    tree(
        tmp_path,
        **{
            "components/answer/answer.css": "answer{}",
            "components/base/base.css": "base{}",
            "components/answer/answer.html": "<p>",
        },
    )
    theme = '@charset "UTF-8";a{b:c}\n/*# sourceMappingURL=theme.css.map */'
    styles = stylesheet([theme], tmp_path / "components", set())
    assert styles == "@layer theme {a{b:c}\n}\nbase{}\nanswer{}"


@pytest.mark.parametrize(
    ("rules", "left"),
    [
        ("a{b:c}", "a{b:c}"),
        (".in p{b:c}.out p{b:c}", ".in p{b:c}"),
        (".in,.out,p{b:c}", ".in,p{b:c}"),
        (".in.out{b:c}.out .in{b:c}", ""),
        (":is(.in,.out) p,.out{b:c}", ":is(.in,.out) p{b:c}"),
        ("p:not(:is(.out)),.out:not(.in,.out){b:c}", "p:not(:is(.out)){b:c}"),
        ("@media print{.out{b:c}}@media print{.out{b:c}.in{b:c}}", "@media print{.in{b:c}}"),
    ],
)
def test_of_the_theme_the_rules_stay_that_can_match_something(tmp_path: Path, rules: str, left: str) -> None:
    assert stylesheet([rules], tmp_path / "components", {"in"}) == f"@layer theme {{{left}}}"


@pytest.mark.parametrize(
    ("rules", "left"),
    [
        (":root{--a:b;--c:d}p{e:var(--c)}", ":root{--c:d}p{e:var(--c)}"),
        (":root{--a:url(\"data:x;y,<svg z='{'/>\");--b:c}", ""),
        (":root{--a:var(--b);--b:c}", ""),
        (":root{--own:b}", ":root{--own:b}"),
    ],
)
def test_of_the_theme_no_property_stays_that_nothing_reads(tmp_path: Path, rules: str, left: str) -> None:
    tree(tmp_path, **{"components/base/base.css": "base{e:var(--own, f)}"})
    styles = stylesheet([rules], tmp_path / "components", set())
    assert styles == f"@layer theme {{{left}}}\nbase{{e:var(--own, f)}}"


def put_together(kept: dict[str, str]) -> dict[str, str]:
    """The pages of what is kept, as the worker puts them together."""
    folders = {path: json.loads(text) for path, text in kept.items()}
    common = folders.pop("offline/common.json")["pieces"]

    def piece(all_: list[str], run: str) -> str:
        first, _, last = run.partition("-")
        return "".join(all_[number(first) : number(last or first) + 1])

    def number(letters: str) -> int:
        return sum(ascii_letters.index(letter) * 52**n for n, letter in enumerate(reversed(letters)))

    return {
        path: "".join(piece([*common, *folder["pieces"]], run) for run in runs.split(" "))
        for folder in folders.values()
        for path, runs in folder["pages"].items()
    }


def test_the_pages_of_a_folder_are_kept_as_one_file_and_what_folders_share_once_for_all(
    tmp_path: Path,
) -> None:
    said = "Stay where you are and ask about safety."
    pages = {
        "index.html": "home",
        "404.html": "none",
        "a/b/index.html": f"<p>head\n<b>{said}</b>\nb\nb\nfoot\n",
        "a/index.html": f"<p>head\n<i>“{said}”</i>\nä\nfoot\n",
        "a-c/d.html": f"<p>head\n{said}",
        "a/guide.css": "c",
        "hkm/index.html": '<link rel="canonical" href="../a/b/">',
        "reference/design/index.html": "a picture of everything, which is not kept",
    }
    kept = bundles(tree(tmp_path, **pages))
    assert kept.keys() == {"offline/common.json", "offline/index.json", "offline/a.json", "offline/a-c.json"}
    assert said in json.loads(kept["offline/common.json"])["pieces"]
    assert json.loads(kept["offline/common.json"])["shorts"] == {"hkm/": "a/b/"}
    assert sum(text.count(said) for text in kept.values()) == 1
    assert put_together(kept) == {
        "": pages["index.html"],
        "404.html": pages["404.html"],
        "a/b/": pages["a/b/index.html"],
        "a/": pages["a/index.html"],
        "a-c/d.html": pages["a-c/d.html"],
    }


def test_more_pieces_than_letters_are_still_put_together(tmp_path: Path) -> None:
    lines = [f"<p>{letter}{other}" for letter in ascii_letters for other in ascii_letters]
    pages = {"a/index.html": "\n".join(lines), "a/b/index.html": "\n".join(reversed(lines))}
    kept = bundles(tree(tmp_path, **pages))
    assert put_together(kept) == {"a/": pages["a/index.html"], "a/b/": pages["a/b/index.html"]}
    assert not re.search(r"\d", kept["offline/a.json"]), "a place may look like a telephone number"


def test_the_offline_list_names_every_file_to_be_kept_with_its_digest(tmp_path: Path) -> None:
    files = {"index.html": "home", "a/index.html": "a", "offline/a.json": "{}", "guide.css": "c"}
    not_kept = "sw.js offline-manifest.js sitemap.xml sitemap.xml.gz guide.json guide.schema.json sources.json reviews.csv a/index.md objects.inv llms.txt changes.atom".split()
    site = tree(tmp_path, **files, **dict.fromkeys(not_kept, ""))
    listed = json.loads(manifest(site).removeprefix("self.guide = ").rstrip(";\n"))
    assert set(listed["files"]) == {"offline/a.json", "guide.css"}
    in_letters = str.maketrans("0123456789abcdef", "abcdefghijklmnop")
    assert listed["files"]["guide.css"] == hashlib.sha256(b"c").hexdigest()[:12].translate(in_letters)
    assert not re.search(r"\d", "".join(listed["files"].values())), (
        "a digest may look like a telephone number"
    )
    same = json.loads(manifest(site).removeprefix("self.guide = ").rstrip(";\n"))
    assert same == listed
    (site / "guide.css").write_text("d")
    changed = json.loads(manifest(site).removeprefix("self.guide = ").rstrip(";\n"))
    assert changed["version"] != listed["version"]
    assert changed["files"]["offline/a.json"] == listed["files"]["offline/a.json"]
    (site / "sw.js").write_text("another worker")
    assert f'"{changed["version"]}"' not in manifest(site), "a cache is of one worker"


BASE = """<body>
  <input class="md-toggle" type="checkbox">
  <label class="md-overlay"></label>
  <div data-md-component="skip">{% if page %}<a href="#a">a</a>{% endif %}</div>
  <div data-md-component="announce"></div>
  {% block content %}<input type="checkbox">{% endblock %}
  <div class="md-dialog"><div class="md-dialog__inner"></div></div>
  {% block config %}<script id="__config" type="application/json">{"a": 1}</script>{% endblock %}
</body>"""
TIDY = """<body>
  <div data-md-component="announce"></div>
  {% block content %}<input type="checkbox">{% endblock %}
  </body>"""


def test_what_the_theme_leaves_behind_is_tidied_away() -> None:
    assert tidied(BASE) == TIDY


def test_of_the_templates_the_base_of_the_theme_is_tidied_alone() -> None:
    templates = {"base.html": BASE, "main.html": '{% extends "base.html" %}', "other.html": BASE}
    env = Environment(loader=DictLoader(templates), extensions=[Tidy])
    said = {name: env.get_template(name).render() for name in templates}
    assert said["main.html"] == said["base.html"]
    assert "md-toggle" not in said["base.html"]
    assert "md-toggle" in said["other.html"]


@pytest.mark.parametrize(
    ("path", "served"),
    [
        ("redirect.js", True),
        ("assets/icon.svg", True),
        ("components/checklist/element.js", True),
        ("assets/stylesheets/main.1.min.css", True),
        ("components/search/vendor/stemmer.LICENSE.txt", True),
        ("components/checklist/client-list.xlsx", False),
        ("components/checklist/element.js.orig", False),
        ("assets/client-list.xlsx", False),
        ("Thumbs.db", False),
        ("components/checklist/checklist.css", False),
        ("components/checklist/examples.yml", False),
        ("components/search/vendor/stemmer.d.ts", False),
        ("assets/javascripts/bundle.js", False),
        ("assets/stylesheets/palette.1.min.css", False),
        ("assets/images/favicon.png", False),
        ("redirect.js.map", False),
        ("partials/javascripts/base.html", False),
    ],
)
def test_what_is_served(path: str, served: bool) -> None:
    assert is_served(path) is served


@pytest.mark.parametrize("path", ["sw.js", "assets/icon.svg"])
def test_what_is_served_at_a_lasting_address_belongs_to_no_release(path: str) -> None:
    assert is_served(path)
    assert not is_asset(path)


def test_the_assets_are_scripts_one_stylesheet_and_what_search_knows(author: Author, tmp_path: Path) -> None:
    components = tree(tmp_path, **{"base/base.css": "base{}"})
    theme = {
        "redirect.js": b"/** So. */\nr",
        "components/search/vendor/other.js": b"/** The licence. */",
        ENGINE: b"export const engine = 1;\n",
        "assets/stylesheets/main.1.min.css": b".in{a:b}.on{a:b}.out{a:b}",
    }
    guide = author.guide()
    assert assets(guide, theme, components, ['<p class="in">', '<p class="on">']) == {
        "redirect.js": b"r",
        "components/search/vendor/other.js": b"/** The licence. */",
        ENGINE: b"const m0 = (() => {\nconst engine = 1;\nreturn { engine };\n})();\nexport const { engine } = m0;\n",
        "guide.css": b"@layer theme {.in{a:b}.on{a:b}}\nbase{}",
        "search.json": packed(search_index(guide)).encode(),
        "widgets/widget.css": b"@layer theme {}\nbase{}",
    }


def test_beside_the_pages_stands_what_other_programs_read_and_what_moved(author: Author) -> None:
    guide = author.guide()
    assert list(beside_pages(guide, "A guide", "v/abc/", COMPONENTS)) == [
        "guide.json",
        "guide.schema.json",
        "sources.json",
        "reviews.csv",
        "assets/share/guide.png",
        "assets/share/sessions.png",
        "assets/share/relationships.png",
        "assets/share/shared.png",
        "objects.inv",
        "llms.txt",
        "changes.atom",
        "sessions/threshold/index.html",
        "sessions/threshold/embed/index.html",
        "sessions/threshold/embed/answer/index.html",
        *(f"{short}/index.html" for short in guide.short.values()),
        *(f"{guide.short[path]}/{CODE}" for path in guide.practices),
        *twins(guide),
    ]


# ---- The picture beside a link


def seen(picture: bytes) -> Callable[[int, int], str]:
    """Read a picture as any program does, and tell the colour of a dot in it."""
    image = Image.open(io.BytesIO(picture))
    image.load()
    assert (image.format, image.size) == ("PNG", (1200, 630))
    return lambda x, y: "#{:02x}{:02x}{:02x}".format(*image.convert("RGB").getpixel((x, y)))


def test_each_side_has_a_picture_with_the_mark_and_its_own_sign_in_the_colours_of_the_pages() -> None:
    made = pictures(COMPONENTS)
    assert max(map(len, made.values())) < 40_000
    assert len(set(made.values())) == 4
    css = (COMPONENTS / "base" / "base.css").read_text()
    for side, in_the_middle in (("sessions", True), ("relationships", False), ("shared", False)):
        dot = seen(made[address(side)])
        hue, ground = (re.search(rf"--{name}: light-dark\((#\w+)", css)[1] for name in (side, f"{side}-soft"))
        assert dot(5, 5) == ground
        assert dot(870 - 140, 298) == hue
        assert dot(870, 298) == (hue if in_the_middle else ground)
        assert (dot(870 - 140, 298 - 140) == hue) is (side == "relationships")
        assert (dot(300, 300), dot(430, 220), dot(170, 300)) == ("#c98a2b", "#f6f1e7", "#16323a")
    both = seen(made[address("guide")])
    assert len({both(5, 625), both(1195, 625), both(5, 5)}) == 3


def test_what_is_kept_offline_is_all_that_was_built(tmp_path: Path) -> None:
    site = tree(
        tmp_path,
        **{"index.html": "home", "a/index.html": "a", "v/abc/guide.css": "c", "assets/share/guide.png": "p"},
    )
    write_offline(site)
    written = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    made = {f"offline/{name}.json" for name in ("common", "index", "a")} | {"offline-manifest.js"}
    assert written == {"index.html", "a/index.html", "v/abc/guide.css", "assets/share/guide.png"} | made
    kept = (site / "offline-manifest.js").read_text()
    assert '"offline/a.json"' in kept
    assert '"v/abc/guide.css"' in kept
    assert "guide.png" not in kept  # for other sites


def test_what_stands_in_frames_is_not_kept_and_a_page_that_is_called_like_it_is(tmp_path: Path) -> None:
    framed = [
        *("sessions/a/embed/", "sessions/a/embed/answer/", "letters/a/embed/", "reference/contacts/embed/"),
        *("sessions/a/embed/oembed.json", "v/abc/widgets/list.js"),
    ]
    kept = ["reference/embed/", "reference/widgets/", "sessions/embed/", "v/abc/components/embed/embed.js"]
    files = {f"{path}index.html" if path.endswith("/") else path: path for path in (*framed, *kept)}
    site = tree(tmp_path, **{"index.html": "home"}, **files)
    made = bundles(site)
    pages = {
        page for name, text in made.items() if "common" not in name for page in json.loads(text)["pages"]
    }
    assert pages == {"", *kept[:3]}
    listed = json.loads(manifest(site).removeprefix("self.guide = ").rstrip(";\n"))
    assert {*listed["files"]} == {kept[3]}


# ---- Styles and scripts of one version

SCRIPTS = {
    "components/door/door.js": """import {
  open,
  shut,
} from "../base/hinge.js";
/** @typedef {import("../clock/clock.js").Hour} Hour */
const lock = () => import("./lock.js");
customElements.define("ew-door", Door);
""",
    "components/clock/clock.js": 'import { say } from "../base/messages.js";\ncustomElements.define("ew-clock", Clock);\n'
    'customElements.define("ew-hand", Hand);\n',
    "components/base/hinge.js": 'import "./messages.js";\n',
    "components/base/messages.js": 'import "./hinge.js";\n',
}
SHARED = ["components/base/hinge.js", "components/base/messages.js"]


@pytest.mark.parametrize(
    ("html", "own", "imported"),
    [
        ("<p>ew-door</p><ew-unknown></ew-unknown>", [], []),
        ("<ew-clock>", ["components/clock/clock.js"], SHARED),
        ("<ew-clock><ew-hand>", ["components/clock/clock.js"], SHARED),
        ("<ew-door><ew-clock>", ["components/clock/clock.js", "components/door/door.js"], SHARED),
    ],
)
def test_what_an_element_needs_is_its_script_and_all_that_it_imports_at_once(
    html: str, own: list[str], imported: list[str]
) -> None:
    assert Scripts.of(SCRIPTS).on(html) == (own, imported)


def test_a_page_asks_for_the_scripts_of_its_frame_too() -> None:
    made = Release.of({path: text.encode() for path, text in SCRIPTS.items()}, frame="<ew-clock>")
    assert made.scripts_on("<p>") == (["components/clock/clock.js"], SHARED)
    assert made.scripts_on("<ew-door>") == (["components/clock/clock.js", "components/door/door.js"], SHARED)


def test_a_release_has_an_address_that_changes_with_any_of_its_assets() -> None:
    first = Release.of({"guide.css": b"1", "search.json": b"{}"})
    assert first.files == {f"{first.folder}guide.css": b"1", f"{first.folder}search.json": b"{}"}
    assert first.folder == f"v/{first.version}/"
    assert first.version.isalpha(), "a version may look like a telephone number"
    assert Release.of({"search.json": b"{}", "guide.css": b"1"}).version == first.version
    others = [
        {"guide.css": b"2", "search.json": b"{}"},
        {"guide.css": b"1"},
        {"a.css": b"1", "search.json": b"{}"},
    ]
    assert first.version not in {Release.of(other).version for other in others}


def release(site: Path, style: str) -> str:
    """Build this style into the folder, as MkDocs would, and return its version."""
    before = releases(site)
    shutil.rmtree(site, ignore_errors=True)
    made = Release.of({"guide.css": style.encode()})
    tree(site, **{"index.html": f"{made.folder}guide.css"}, **dict.fromkeys(made.files, style))
    put_back(site, before, made.version)
    return made.version


def test_the_release_before_stays_and_none_that_is_older(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert releases(site) == {}

    def held() -> dict[str, str]:
        return {name: file.decode() for name, files in releases(site).items() for file in files.values()}

    first = release(site, "1")
    assert held() == {first: "1"}
    second = release(site, "2")
    assert held() == {second: "2", first: "1"}
    assert release(site, "2") == second
    assert list(held()) == [second, first], "the same once more changes nothing"
    third = release(site, "3")
    assert held() == {third: "3", second: "2"}
    assert release(site, "2") == second
    assert list(held()) == [second, third], "back to the one before"
