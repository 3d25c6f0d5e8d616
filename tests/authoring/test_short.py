"""Short addresses: one for each practice, written down once, and led on from for ever."""

from pathlib import Path

from author import ADDRESS, Author
from seen import Html

from macros import ledger
from macros.publish.codes import codes
from macros.publish.redirects import redirects
from macros.render.reviews import page_status
from macros.short import LETTERS, shortened

PATHS = ("relationships/goodbye", "sessions/door", "shared/plan")


def rows(docs: Path) -> list[str]:
    lines = (docs / "data" / "ledger.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line.partition(" ")[0] in PATHS]


def test_each_practice_has_three_letters_of_its_own() -> None:
    found = shortened({}, [f"sessions/{number}" for number in range(400)])
    assert len(found) == len({*found.values()}) == 335, "and where none is left, there is none"
    assert all(len({*code}) == 3 and {*code} <= {*LETTERS} for code in found.values())
    assert "why" not in found.values()


def test_what_is_written_stays_and_a_service_begins_at_the_other_end() -> None:
    written = {"sessions/old": "hkm", "sessions/other": "yxw"}
    found = shortened(written, ["sessions/new", "sessions/local-own", "sessions/old"])
    assert found == {**written, "sessions/new": "hkq", "sessions/local-own": "yxr"}


def test_the_command_writes_them_behind_the_practices_and_changes_none(author: Author) -> None:
    author.writes()
    ledger.main(author.docs.parent)
    first = rows(author.docs)
    assert {row.partition(" ")[0]: len(row.partition(" ")[2]) for row in first} == dict.fromkeys(PATHS, 3)
    assert all(
        " " not in row
        for row in (author.docs / "data/ledger.txt").read_text("utf-8").splitlines()
        if row == "index"
    )
    ledger.main(author.docs.parent)
    assert rows(author.docs) == first


def test_it_leads_to_the_page_without_a_script_whatever_its_name_is_now(author: Author) -> None:
    author.edits("""
    data/ledger.txt
    - sessions/threshold
    + sessions/threshold xyk
    """)
    page = Html(redirects(author.guide(), "")["xyk/index.html"])
    assert page.all("href") == ["../sessions/door/", "../sessions/door/"]
    assert page.all("content", "meta")[-1] == "0; url=../sessions/door/"
    assert page.said == "What do I do at the door? What do I do at the door? Go to this page"


def test_a_page_says_its_own_and_a_guide_without_an_address_says_none(author: Author) -> None:
    guide = author.guide()
    host = ADDRESS.partition("://")[2]
    assert (
        f"Short address {host}{guide.short['sessions/door']}"
        in Html(page_status(guide, "sessions/door")).said
    )
    assert "Short address" not in page_status(guide, "letters/thanks")
    author.edits("mkdocs.yml\n- site_url: https://guide.example/\n+ site_description: A guide")
    assert "Short address" not in page_status(author.guide(), "sessions/door")


def test_each_practice_has_its_own_as_a_code_and_a_guide_without_an_address_has_none(author: Author) -> None:
    guide = author.guide()
    drawn = codes(guide)
    assert set(drawn) == {f"{guide.short[path]}/code.svg" for path in guide.practices}
    assert len(set(drawn.values())) == len(guide.practices)
    (code,) = Html(page_status(guide, "sessions/door")).all("src")
    assert code == f"../../{guide.short['sessions/door']}/code.svg"
    author.edits("mkdocs.yml\n- site_url: https://guide.example/\n+ site_description: A guide")
    assert codes(author.guide()) == {}


def test_it_speaks_as_the_service_does(author: Author) -> None:
    guide = (
        author.edits("service")
        .edits("""
    shared/plan.md
    - title: How do we make a plan?
    + title: How does the client make a plan?
    """)
        .guide()
    )
    said = Html(redirects(guide, "")[f"{guide.short['shared/plan']}/index.html"]).said
    assert "applicant" in said
    assert "client" not in said


def test_one_that_stands_twice_or_at_a_part_is_a_mistake(author: Author) -> None:
    author.edits("""
    data/ledger.txt
    - sessions/threshold
    - sessions/threshold#stay
    + sessions/rush hkm
    + sessions/threshold hkm
    + sessions/threshold#stay hkq
    """)
    said = " ".join(author.reads())
    assert "EW609" in said
    assert "EW610" in said
