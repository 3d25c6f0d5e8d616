"""The page on accessibility names the checkers that the tests run, in their versions, and the engines."""

import json
import re

from tests.conftest import ROOT
from tests.engines.machine import STARTS

PAGE = (ROOT / "docs" / "reference" / "accessibility.md").read_text("utf-8")


def test_the_checkers_are_those_that_run():
    used = json.loads((ROOT / "tests" / "package.json").read_text("utf-8"))["devDependencies"]
    told = re.findall(r"\b(Equal Access|axe-core|vnu) (\d+\.\d+\.\d+)", PAGE)
    assert sorted(told) == [
        ("Equal Access", used["accessibility-checker-engine"]),
        ("axe-core", used["axe-core"]),
        ("vnu", used["vnu-jar"]),
    ]


def test_the_engines_are_those_that_run():
    (row,) = re.findall(r"^\| \*\*Other browsers\*\* .*$", PAGE, re.MULTILINE)
    assert re.findall(r"\b(Firefox|WebKitGTK|Safari)\b", row) == [*STARTS]
