"""`llms.txt`: the way to each page in Markdown for a program that reads them, as https://llmstxt.org/ describes it."""

from collections.abc import Iterable

from ..course import COURSE
from ..guide import Guide, Reviewed
from ..models import SIDES, Page
from ..render.contacts import CONTACTS
from ..render.practice import SIDE_WORDS
from ..render.structured import LICENCE
from .twins import twin_at

DATA = {
    "guide.json": "every permanent address, with redirects, glossary and sources, as JSON",
    "guide.schema.json": "the JSON Schema of that",
    "sources.json": "every source, in CSL JSON",
    "objects.inv": "every permanent address, as an inventory of Sphinx",
}


def llms(guide: Guide, name: str) -> str:
    """Return the list of all pages of the guide, which is called `name`, with what each is about."""
    localize = guide.settings.wording.localize

    def listed(heading: str, pages: Iterable[Reviewed | Page]) -> str:
        links = (f"- [{localize(p.title)}]({twin_at(guide, p.path)}): {localize(p.summary)}\n" for p in pages)
        return f"\n## {heading}\n\n{''.join(links)}"

    reference = [page for page in guide.pages.values() if page.path.startswith("reference/")]
    files = "".join(f"- [{file}]({guide.address}{file}): {what}\n" for file, what in DATA.items())
    return "".join(
        (
            f"# {name}\n\n> {localize(guide.pages['index'].summary)}\n\n",
            "Each link leads to a page in Markdown, which names its address, its version and its review. ",
            f"Where life is in danger, see [whom to call]({twin_at(guide, CONTACTS)}). ",
            f"The guide's own text is under [CC BY 4.0]({LICENCE}).\n",
            *(
                listed(SIDE_WORDS[side], (p for p in guide.practices.values() if p.side == side))
                for side in SIDES
            ),
            listed("Letters and notes", guide.letters.values()),
            listed("The onboarding course", (guide.pages[f"{COURSE}/index"], *guide.modules_in_order)),
            listed("Reference", reference),
            f"\n## Optional\n\n{files}",
        )
    )
