"""The words that a page of the guide may use, in braces: `{{ checklist() }}`."""

from .render import course, letters, lookup, pages, practice, reviews, settings, sources
from .site import Site


def define_env(env: object) -> None:
    """Register the words. mkdocs-macros calls this once for each build."""
    site = Site.of(env)

    # On a practice's page, in this order
    site.on_practice("answer", practice.answer)
    site.on_practice("checklist", practice.checklist)
    site.on_page("contacts", practice.contacts)
    site.on_practice("words", practice.words)
    site.on_practice("exceptions", practice.exceptions)
    site.on_practice("crosslinks", practice.crosslinks)
    site.in_sentence("cite", practice.cite)
    site.on_page("references", practice.references)

    # On a letter's page, and on the list of letters
    site.on_letter("letter", letters.letter)
    site.on_page("letters", letters.letters)

    # In the course
    site.on_page("progress", course.progress)
    site.on_page("path", course.path)
    site.on_page("carry", course.carry)
    site.on_page("record", course.record)
    site.on_page("verify", course.verify)
    site.on_page("module", course.module)
    site.on_page("plan", course.plan)

    # At home and on the hubs
    site.on_page("doors", pages.doors)
    site.on_page("right_now", pages.right_now)
    site.on_page("local", pages.local)
    site.on_page("phases", pages.phases)

    # On reference pages
    site.on_page("pairs", pages.pairs)
    site.on_page("origins", pages.origins)
    site.on_page("problems", pages.problems)
    site.on_page("sources", sources.sources)
    site.on_page("decisions", settings.decisions)
    site.on_page("settings", settings.settings)
    site.on_page("starter", settings.starter)
    site.on_page("phrases", lookup.phrases)
    site.on_page("glossary", lookup.glossary)
    site.on_page("index", lookup.index)
    site.on_page("reviews", reviews.reviews)
