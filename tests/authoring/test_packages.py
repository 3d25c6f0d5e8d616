"""The course as packages for learning platforms: what each holds, and when there is none."""

import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from author import Author

from macros import packages as command
from macros.guide import Guide, version
from macros.publish.packages import Built, NotBuiltError, packages
from macros.publish.vocabulary import localized
from macros.render.course import module

ROOT = Path(__file__).parents[2]
COMPONENTS = ROOT / "overrides" / "components"
PAGE = """<!doctype html><meta name="application-name" content="Ending &amp; more"><link rel="stylesheet" href="../../v/abc/guide.css">
<article class="page" id="main" tabindex="-1">
<ew-missing hidden>gone</ew-missing>
{body}
<ew-share hidden>share</ew-share>
</article>"""
SPACES = {
    "cp": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "cp2004": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
    "adlcp2004": "http://www.adlnet.org/xsd/adlcp_v1p3",
    "ss": "http://www.imsglobal.org/xsd/imsss",
    "cmi5": "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd",
    "cc": "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1",
    "wl": "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1",
    "lom": "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest",
}
TITLES = ["Your first day", "Your second day"]
UNITS = ["first-day", "second-day"]


def build(guide: Guide, site: Path) -> Path:
    """Write of the site what packages are made of."""
    release = site / "v" / "abc"
    for file in set(COMPONENTS.rglob("*.js")) - set((COMPONENTS / "platform").iterdir()):
        copy = release / "components" / file.relative_to(COMPONENTS)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    (release / "guide.css").write_text("a { color: red; }", "utf-8")
    for path in guide.modules:
        page = site / path / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(localized(PAGE.format(body=module(guide, path)), guide.settings.wording), "utf-8")
    return site


@pytest.fixture
def made(author: Author, tmp_path: Path) -> dict[str, zipfile.ZipFile]:
    """The packages of the small guide, opened."""
    guide = author.guide()
    return {
        name: zipfile.ZipFile(BytesIO(content))
        for name, content in packages(guide, build(guide, tmp_path / "site")).items()
    }


def listed(
    package: zipfile.ZipFile, name: str = "imsmanifest.xml"
) -> Callable[[str], list[ElementTree.Element]]:
    """`listed(package)("cp:item")` is every element of that name in the list of the package."""
    tree = ElementTree.fromstring(package.read(name))
    return lambda path: tree.findall(f".//{path}", SPACES)


def texts(elements: list[ElementTree.Element]) -> list[str]:
    return [element.text or "" for element in elements]


def values(elements: list[ElementTree.Element], name: str) -> list[str]:
    return [element.attrib[name] for element in elements]


@pytest.mark.parametrize(
    ("name", "cp", "kind", "edition"),
    [
        ("scorm-1.2.zip", "cp", f"{{{SPACES['adlcp']}}}scormtype", "1.2"),
        ("scorm-2004.zip", "cp2004", f"{{{SPACES['adlcp2004']}}}scormType", "2004 4th Edition"),
    ],
)
def test_scorm_lists_a_unit_for_each_module_in_order_and_each_file_once(
    made: dict[str, zipfile.ZipFile], name: str, cp: str, kind: str, edition: str
) -> None:
    package = made[name]
    find = listed(package)
    assert texts(find(f"{cp}:schemaversion")) == [edition]
    assert texts(find(f"{cp}:item/{cp}:title")) == TITLES
    assert values(find(f"{cp}:item"), "identifier") == UNITS
    resources = {each.attrib["identifier"]: each for each in find(f"{cp}:resource")}
    units = [resources[reference] for reference in values(find(f"{cp}:item"), "identifierref")]
    assert [(unit.attrib["href"], unit.attrib[kind]) for unit in units] == [
        (f"{unit}.html", "sco") for unit in UNITS
    ]
    shared = resources["shared-files"]
    assert shared.attrib[kind] == "asset"
    assert values(find(f"{cp}:dependency"), "identifierref") == ["shared-files"] * 2
    assert sorted([*values(find(f"{cp}:file"), "href"), "imsmanifest.xml"]) == package.namelist()


def test_scorm_2004_lets_the_modules_be_chosen_and_each_say_how_it_went(
    made: dict[str, zipfile.ZipFile],
) -> None:
    find = listed(made["scorm-2004.zip"])
    assert [each.attrib for each in find("ss:controlMode")] == [{"choice": "true", "flow": "true"}]
    set_by_content = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
    assert [each.attrib for each in find("ss:deliveryControls")] == [set_by_content] * 2


def test_cmi5_lists_a_unit_for_each_module_by_its_permanent_address(
    author: Author, made: dict[str, zipfile.ZipFile]
) -> None:
    find = listed(made["cmi5.zip"], "cmi5.xml")
    assert values(find("cmi5:course"), "id") == ["https://guide.example/course/"]
    assert values(find("cmi5:au"), "id") == [f"https://guide.example/course/{unit}/" for unit in UNITS]
    assert texts(find("cmi5:au/cmi5:title/cmi5:langstring")) == TITLES
    assert texts(find("cmi5:url")) == [f"{unit}.html" for unit in UNITS]
    first = version(author.guide().modules["course/first-day"])
    assert (
        texts(find("cmi5:au/cmi5:description/cmi5:langstring"))[0]
        == f"You can stop at the door. Version {first}."
    )


def test_the_cartridge_is_of_links_that_open_in_a_new_window(made: dict[str, zipfile.ZipFile]) -> None:
    package = made["links.imscc"]
    find = listed(package)
    assert texts(find("cc:schemaversion")) == ["1.1.0"]
    assert texts(find("lom:title/lom:string")) == ["Ending & more: The course"]
    assert texts(find("cc:item[@identifierref]/cc:title")) == TITLES
    resources = {each.attrib["identifier"]: each for each in find("cc:resource")}
    units = [resources[reference] for reference in values(find("cc:item[@identifierref]"), "identifierref")]
    assert {unit.attrib["type"] for unit in units} == {"imswl_xmlv1p1"}
    links = values(find("cc:file"), "href")
    assert sorted(["imsmanifest.xml", *links]) == package.namelist()
    assert [listed(package, link)("wl:url")[0].attrib for link in links] == [
        {"href": f"https://guide.example/course/{unit}/", "target": "_blank"} for unit in UNITS
    ]


def test_a_module_stands_alone_and_what_it_leads_to_is_the_guide(made: dict[str, zipfile.ZipFile]) -> None:
    page = made["scorm-1.2.zip"].read("second-day.html").decode()
    for there in (
        '<h2 id="checks">',
        "<ew-knowledge-check",
        "<title>Your second day · Ending &amp; more</title>",
        "<p>First do Your first day.</p>",
    ):
        assert there in page
    for gone in (
        "ew-missing",
        "ew-share",
        "<ew-progress",
        "ew-facilitator",
        'class="crumb"',
        "Next module",
        "connect-src",
    ):
        assert gone not in page
    assert 'href="#checks"' in page
    elsewhere = [address for address in re.findall(r'href="([^"#][^"]*)"', page) if address != "guide.css"]
    assert {address[:8] for address in elsewhere} == {"https://"}
    assert '<a href="https://guide.example/shared/plan/" target="_blank">' in page
    assert "connect-src *;" in made["cmi5.zip"].read("second-day.html").decode()


def test_its_script_keeps_nothing_in_the_browser(made: dict[str, zipfile.ZipFile]) -> None:
    script = made["scorm-1.2.zip"].read("module.js").decode()
    assert "localStorage" not in script
    for element in ("platform", "item", "knowledge-check", "scenario", "rail", "finish"):
        assert script.count(f'customElements.define("ew-{element}"') == 1
    assert "ew-embed" not in script


def test_a_service_is_heard_once_and_its_own_module_has_its_place(author: Author, tmp_path: Path) -> None:
    ours = "service\nservice/course/local-ours.md\n~ course/second-day.md"
    guide = author.edits(ours).guide()
    package = zipfile.ZipFile(BytesIO(packages(guide, build(guide, tmp_path / "site"))["cmi5.zip"]))
    assert values(listed(package, "cmi5.xml")("cmi5:course"), "id") == [
        "https://guide.house.example/endings/course/"
    ]
    addresses = values(listed(package, "cmi5.xml")("cmi5:au"), "id")
    assert [address.split("/")[-2] for address in addresses] == ["first-day", "local-ours", "second-day"]
    assert "local-ours.html" in package.namelist()
    page = package.read("first-day.html").decode()
    assert "An applicant says something large." in page
    assert "your learning platform learns" in page


def test_the_same_course_makes_the_same_packages(author: Author, tmp_path: Path) -> None:
    guide = author.guide()
    assert packages(guide, build(guide, tmp_path / "a")) == packages(guide, build(guide, tmp_path / "b"))


def test_a_site_that_is_not_of_this_course_makes_none(author: Author, tmp_path: Path) -> None:
    guide = author.guide()
    with pytest.raises(NotBuiltError):
        Built.of(guide, tmp_path)
    site = build(guide, tmp_path / "site")
    page = site / "course" / "first-day" / "index.html"
    whole = page.read_text("utf-8")
    for torn in (
        whole.replace("check.", "was."),
        whole.replace("v/abc", "w"),
        whole.replace("application-name", "name"),
    ):
        page.write_text(torn, "utf-8")
        with pytest.raises(NotBuiltError):
            Built.of(guide, site)


# The command


def test_the_command_writes_each_package_and_says_how_large_it_is(author: Author) -> None:
    root = author.writes().parent
    build(author.guide(), root / "site")
    run = subprocess.run(
        [sys.executable, "-m", "macros.packages"],
        cwd=root, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True, capture_output=True, text=True,
    )  # fmt: skip
    names = ["scorm-1.2.zip", "scorm-2004.zip", "cmi5.zip", "links.imscc"]
    assert [line.split(" has ")[0] for line in run.stdout.splitlines()] == [
        f"packages/{name}" for name in names
    ]
    assert sorted(file.name for file in (root / "packages").iterdir()) == sorted(names)


def test_the_command_says_what_is_too_large(
    author: Author, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = author.writes().parent
    build(author.guide(), root / "site")
    monkeypatch.setattr(command, "MOST", 5_000)
    assert command.main(root) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.endswith("KB, more than a package is meant to have.") for line in said] == [
        True,
        True,
        True,
        False,
    ]


def test_the_command_says_what_it_needs(
    author: Author, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = author.writes().parent
    guide = author.guide()

    def says(guide: Guide) -> str:
        monkeypatch.setattr(command, "read", lambda _root: guide)
        assert command.main(root) == 1
        return capsys.readouterr().out

    assert says(guide) == "site/ does not hold the course as it is now. Run `make build` first.\n"
    assert says(replace(guide, modules={})) == "The course has no modules, so there is nothing to package.\n"
    assert says(replace(guide, address="/")).startswith(
        "A package leads back to the guide, which does not know its address."
    )
    assert not (root / "packages").exists()


def test_the_command_says_what_is_wrong_with_the_guide(
    author: Author, capsys: pytest.CaptureFixture[str]
) -> None:
    course = author.files["course/first-day.md"]
    author.files["course/first-day.md"] = re.sub(r"checks:\n(?:  .*\n)+", "checks: []\n", course)
    assert command.main(author.writes().parent) == 1
    assert "EW953  the module has 0 checks; it needs 5 to 8" in capsys.readouterr().out
