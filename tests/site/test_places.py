"""Every place that a text may lead to is on the built page: whoever reads the texts believes in no id that is not there."""

from datetime import UTC, datetime

import pytest
from pages import read

from macros.load import Configuration
from macros.load.parser import parse
from macros.load.places import places_in
from macros.load.practice import RESERVED_IDS
from macros.render.html import url
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def places() -> dict[str, frozenset[str]]:
    """The ids that links in the texts may name, by the page that has them."""
    told, today = Configuration.of(ROOT / "mkdocs.yml"), datetime.now(UTC).date()
    draft, _ = parse(ROOT / "docs", told, today, editing=False)
    return dict(places_in(draft))


@pytest.fixture(scope="module")
def ids(site) -> dict[str, set[str]]:
    """The ids on each built page, by its address."""
    return {path.removesuffix("index.html"): set(page.ids) for path, page in read(site).items()}


def test_every_id_that_a_text_may_lead_to_is_on_its_page(guide, places, ids):
    assert places.keys() == {*guide.reviewed, *guide.pages}
    missing = {path: sorted(found - ids[url(path)]) for path, found in places.items()}
    assert {path: lost for path, lost in missing.items() if lost} == {}


def test_every_permanent_address_is_on_its_page(guide, ids):
    rows = (row.partition("#") for row in guide.identities)
    assert [f"{path}#{id_}" for path, _, id_ in rows if id_ and id_ not in ids[url(path)]] == []


def test_no_step_can_be_named_like_a_part_that_every_page_has(guide, ids):
    everywhere = set.intersection(*(ids[url(path)] for path in guide.practices))
    assert {"answer", "checklist", "main", "why"} <= everywhere
    assert everywhere - RESERVED_IDS == set()
