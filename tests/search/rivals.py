"""Three searches over the same pages, asked the same in the same browser: ours, the theme's own, and Pagefind."""

import gzip
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Page

from .queries import HALVES, Half, half, parts, score, sets, share

# Each is a function from what is asked to [what was found, whether it was said to fit, the milliseconds of each, those until all was
# ready, and the danger that was heard].
_ASK = """async (asked) => {
    const began = performance.now();
    %s
    const found = [], fits = [], heard = [], times = [], ready = performance.now() - began;
    for (const words of asked) {
        const start = performance.now();
        const given = await ask(words);
        times.push(performance.now() - start);
        found.push(given.ids ?? given);
        fits.push(given.isClear ?? given.length > 0);
        heard.push(given.danger ?? "");
    }
    return [found, fits, times, ready, heard];
}"""
# A browser slows only the page itself down, and no worker: so ours is asked there. The theme's own runs at full speed.
OURS = (
    _ASK
    % """const script = document.querySelector("script[type=module]").src;
    const at = (path) => new URL(`../search/${path}`, script).href;
    const [{ engine }, { unpacked }, response] = await Promise.all([
        import(at("engine.js")), import(at("packing.js")), fetch(at("../../search.json"))]);
    const answer = engine(unpacked(await response.json()));
    const ask = async (typed) => {
        const given = answer(typed);
        return { ...given, ids: given.found.map(({ id }) => id) };
    };"""
)
_STOCK = (
    _ASK
    % """const { config, docs } = await (await fetch("search/search_index.json")).json();
    const worker = new Worker("WORKER");
    const send = (message, type) => new Promise((resolve) => {
        worker.onmessage = ({ data }) => data.type === type && resolve(data.data);
        worker.postMessage(message);
    });
    await send({ type: 0, data: { config, docs, options: { suggest: false } } }, 1);
    const ask = async (words) => {
        const { items } = await send({ type: 2, data: words }, 3);
        return items.map((item) => item[0].location.split("#")[0]);
    };"""
)
_PAGEFIND = (
    _ASK
    % """const pagefind = await import("/pagefind/pagefind.js");
    await pagefind.init();
    const ask = async (words) => {
        const { results } = await pagefind.search(words);
        const near = await Promise.all(results.slice(0, 3).map((result) => result.data()));
        return near.map(({ url }) => url);
    };"""
)


@dataclass(frozen=True)
class Rival:
    """A search: the folder it is served from, and how it is asked there."""

    name: str
    site: Path
    script: str


def rivals(ours: Path, stock: Path) -> list[Rival]:
    """Return the three, over our built site and over the theme's own of the same pages."""
    command = [sys.executable, "-m", "pagefind", "--site", str(ours)]
    subprocess.run(command, check=True, capture_output=True)
    worker = next(stock.glob("assets/javascripts/workers/search.*.min.js")).relative_to(stock)
    return [
        Rival("ours", ours, OURS),
        Rival("Material's own", stock, _STOCK.replace("WORKER", worker.as_posix())),
        Rival("Pagefind", ours, _PAGEFIND),
    ]


def compare(rivals: list[Rival], visit: Callable[[Path], Page]) -> None:
    """Ask all of them everything, and print what they are worth; `visit` opens the home of a folder."""
    all_ = {**{name: half(name) for name in HALVES}, **sets()}
    for rival in rivals:
        page = visit(rival.site)
        fetched: set[str] = set()
        page.on("request", lambda request, fetched=fetched: fetched.add(urlsplit(request.url).path))
        asked = list(dict.fromkeys(ask for each in all_.values() for ask in each.asked))
        found, fits, times, ready, heard = page.evaluate(rival.script, asked)
        size = sum(len(gzip.compress((rival.site / path[1:]).read_bytes())) for path in fetched)
        print(
            f"\n{rival.name}: {size / 1000:.0f} KB after gzip, ready after {ready:.0f} ms, "
            f"an answer takes {median(times):.1f} ms, the slowest {max(times):.0f} ms"
        )
        for line in report(all_, asked, found, fits, heard):
            print(line)


def report(
    sets_: Mapping[str, Half], asked: list[str], found: list[list[str]], fits: list[bool], heard: list[str]
) -> Iterator[str]:
    """Yield what was found for the queries of each set, as lines to read: in all, and by side, difficulty and length."""
    by_ask = {ask: [_path(address) for address in given] for ask, given in zip(asked, found, strict=True)}
    fits_by_ask = dict(zip(asked, fits, strict=True))
    kind_of = dict(zip(asked, heard, strict=True))
    is_heard = {ask: bool(kind) for ask, kind in kind_of.items()}
    for name, each in sets_.items():
        yield f"  {name}"
        if each.queries:
            yield f"    {'all':20}{score(each.queries, by_ask)}"
            unsure = 1 - share((query.ask for query in each.queries), fits_by_ask)
            yield f"    {'not said to fit':20}{len(each.queries):4}  {unsure:.2f}"
        for part, queries in parts(each.queries):
            yield f"    {part:20}{score(queries, by_ask)}"
        if each.outside:
            yield f"    {'outside, said to fit':20}{len(each.outside):4}  {share(each.outside, fits_by_ask):.2f}"
        yield f"    {'danger heard':20}{len(each.asked):4}  {share(each.asked, is_heard):.2f}"
        if kinds := [query for query in each.queries if query.kind]:
            right = sum(kind_of[query.ask] == query.kind for query in kinds) / len(kinds)
            yield f"    {'as what it is':20}{len(kinds):4}  {right:.2f}"


def _path(address: str) -> str:
    return address.strip("/")
