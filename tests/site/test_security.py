"""The page on security names all that the guide keeps, and nothing else; and says of the policy what the policy says."""

import re

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "reference" / "security.md"


def test_every_key_of_the_storage_is_named():
    scripts = [file for file in ROOT.glob("overrides/**/*.js") if not file.name.endswith(".test.mjs")]
    used = {
        key.rstrip(":") for file in scripts for key in re.findall(r'"(ew:[a-z:-]+)"', file.read_text("utf-8"))
    }
    told = {
        key.rstrip(":") for key in re.findall(r"^\| `(ew:[a-z:-]+)`", PAGE.read_text("utf-8"), re.MULTILINE)
    }
    assert used - {"ew"} == told


def test_the_policy_lets_in_nothing_from_elsewhere(site):
    page = (site / "index.html").read_text("utf-8")
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["form-action"] == "'none'"
    assert {source for sources in rules.values() for source in sources.split()} == {
        "'none'",
        "'self'",
        "data:",
    }
