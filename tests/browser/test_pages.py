"""Every kind of page, in every state that a reader may meet it in, in a real browser."""

import re
from itertools import takewhile
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OF_VOICE

ROOT = Path(__file__).resolve().parent.parent.parent

KINDS = {
    "home": "",
    "sessions hub": "sessions/",
    "relationships hub": "relationships/",
    "shared hub": "shared/",
    "sessions practice": "sessions/door-handle/",
    "relationships practice": "relationships/referral/",
    "shared practice": "shared/safety-plan/",
    "letters hub": "letters/",
    "letter to a client": "letters/planned-ending/",
    "letter to a colleague": "letters/gp-referrer/",
    "note for the file": "letters/closing-note/",
    **{
        f"reference {file.stem}": f"reference/{file.stem}/"
        for file in sorted(ROOT.glob("docs/reference/*.md"))
    },
    "not found": "404.html",
}
SCRIPTED = [
    "",
    "sessions/door-handle/",
    "relationships/planned-ending/",
    "reference/contacts/",
    "reference/for-clients/",
    "reference/map/",
    "course/",
    "course/difficult-close/",
    "course/record/",
    "course/verify/",
    "course/cohort/",
]
"""Pages on which scripts show something to everyone."""
every_kind = pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)

# Notes each breach of the page's content security policy, from before its first line is read.
WATCH_POLICY = """
    window.breaches = [];
    addEventListener("securitypolicyviolation", (event) =>
        window.breaches.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`), true);
"""

# What Tab has to reach, once each: of a group of radio buttons, only one.
REACHABLE = """() => {
    const groups = new Set();
    return [...document.querySelectorAll(
        "a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable], audio[controls]"
    )].filter((element) => {
        if (element.tabIndex < 0 || element.disabled || element.closest("[inert]")) return false;
        if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
        if (element.type !== "radio") return true;
        const group = element.name;
        const held = document.querySelector(`input[type=radio][name="${CSS.escape(group)}"]:checked`);
        if (groups.has(group) || (held && held !== element)) return false;
        groups.add(group);
        return true;
    }).length;
}"""

# Notes at each press of Tab, before it acts, the element that has focus until then: whether it was met before, and how a reader
# can tell that it has it.
NOTE_STOPS = """() => {
    const focused = () => {
        const element = document.activeElement;
        if (!element || element === document.body || element === document.documentElement) return null;
        const name = `<${element.localName}> ${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 60)}`;
        const met = element.hasAttribute("data-met");
        element.setAttribute("data-met", "");
        const look = (one) => {
            const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, textDecorationLine } =
                getComputedStyle(one);
            const outline = outlineStyle === "none" || parseFloat(outlineWidth) === 0 || outlineColor.endsWith(", 0)")
                ? "none" : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
            return [outline, boxShadow, borderColor, backgroundColor, textDecorationLine].join("; ");
        };
        const around = [element, element.closest("label"), element.parentElement].filter(Boolean);
        const shown = around.map(look);
        element.blur();
        const plain = around.map(look);
        element.focus({ preventScroll: true, focusVisible: true });
        const box = [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
        const hit = box && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        const label = element.closest("label") ?? element.labels?.[0];
        const open = hit && (element.contains(hit) || hit.contains(element) || label?.contains(hit));
        return { name, met, shown: shown.some((one, index) => one !== plain[index]), open: Boolean(open) };
    };
    const stops = [];
    addEventListener("keydown", ({ key }) => { if (key === "Tab") stops.push(focused()); }, true);
    globalThis.stopsOfTab = () => [...stops.slice(1), focused()];
}"""


# Leaves a dozen of what follows each other in a list or a table.
SHORTEN = """() => {
    for (const list of document.querySelectorAll("article :is(ul, ol, dl, tbody)"))
        for (const one of [...list.children].slice(12)) one.remove();
}"""


@pytest.fixture
def watched(open_page, standing, site):
    """`watched(path, ...)` opens a page of the built site, its content security policy watched, and notes what failed."""

    def go(path, **options):
        # Without the worker, which would fetch the whole guide behind every single page.
        page = open_page("about:blank", reduced_motion="reduce", **options)
        page.add_init_script(WATCH_POLICY)
        page.failed = []
        page.on(
            "response",
            lambda answer: answer.status >= 400 and page.failed.append(f"{answer.status} {answer.url}"),
        )
        page.on("requestfailed", lambda request: page.failed.append(f"{request.failure} {request.url}"))
        page.goto(f"{standing(site).url}/{path}")
        expect(page.locator(":not(:defined)")).to_have_count(0)
        return page

    return go


@every_kind
def test_two_checkers_find_nothing(visit, axe, axe_in_every_look, equal_access, path):
    """A dozen of each list stand for all of their kind in every look; the whole of a long page is seen in one."""
    page = visit(path)
    assert axe(page, targets=False) == []
    page.evaluate(SHORTEN)
    assert axe_in_every_look(page) == []
    assert equal_access(page) == []


def test_two_checkers_see_a_label_that_is_not_in_its_name(visit, axe, equal_access):
    page = visit("404.html")
    page.evaluate(
        """() => document.querySelector("main").insertAdjacentHTML("beforeend",
            '<button aria-label="Send it">Post</button>')"""
    )
    assert [finding.split()[0] for finding in axe(page, OF_VOICE)] == ["label-content-name-mismatch"]
    assert [finding.split(":")[0] for finding in equal_access(page)] == ["label_name_visible"]


@every_kind
def test_without_script_the_page_is_whole(visit, path):
    """It has its heading, and no button stands there that only a script could answer."""
    page = visit(path, script=False)
    assert page.locator("h1").first.is_visible()
    dead = page.locator("button:visible:not([type=reset])")
    assert dead.all_inner_texts() == []


@every_kind
def test_axe_finds_nothing_when_no_script_arrives(visit, axe, path):
    """axe itself waits for timers, which stand still where script is switched off: so the page's own are held back."""
    page = visit("404.html")
    page.route("**/*.js", lambda route: route.abort())
    page.goto(page.url.replace("404.html", path))
    page.evaluate(SHORTEN)
    assert axe(page) == []


@every_kind
def test_the_policy_is_kept_and_nothing_is_missing(watched, path):
    """No breach of the content security policy, no failed request; `open_page` sees to errors and other hosts."""
    page = watched(path)
    policy = page.locator("meta[http-equiv='Content-Security-Policy']")
    assert "default-src 'none'" in (policy.get_attribute("content") or "")
    assert page.failed == []
    assert page.evaluate("window.breaches") == []


# What a frame moved is told after the one that follows it.
FRAMES = """async () => {
    for (let left = 4; left; left--) await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}"""


@pytest.fixture
def held(open_page, standing, site):
    """`held(path, width)` opens a page whose scripts do not come, and returns it with what lets them come."""

    def go(path, width, **options):
        page = open_page("about:blank", width=width, reduced_motion="reduce", **options)
        page.route(re.compile(r"/components/(?!theme/)[^?]*\.js$"), lambda _: None)
        page.goto(f"{standing(site).url}/{path}", wait_until="commit")
        page.wait_for_function(
            "() => document.readyState !== 'loading' && performance.getEntriesByType('paint')[0]"
        )

        def come():
            page.unroute_all()  # what waits goes on
            expect(page.locator(":not(:defined)")).to_have_count(0)

        return page, come

    return go


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize("path", SCRIPTED)
def test_nothing_moves_under_a_hand_as_the_scripts_come(held, path, width):
    """By how much of the screen moves, and how far: from 0.1 on readers notice, says https://web.dev/articles/cls."""
    page, come = held(path, width)
    page.evaluate(
        """() => {
            globalThis.moved = [];
            const note = ({ value, sources }) => moved.push([value, ...sources.map(({ node }) => node?.textContent)]);
            new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: "layout-shift" });
        }"""
    )
    come()
    page.evaluate(FRAMES)
    moved = page.evaluate("moved")
    assert sum(value for value, *_ in moved) < 0.05, moved


def test_a_link_to_a_step_is_followed_before_any_script_and_whoever_scrolls_on_is_left_alone(held):
    page, come = held("sessions/suicide-risk-late/#limit-means", 375)
    top = "() => document.querySelector('#limit-means').getBoundingClientRect().top"
    page.wait_for_function(f"() => 0 < ({top})() && ({top})() < 200")
    page.mouse.wheel(0, 400)
    page.wait_for_function(f"() => ({top})() < 0")
    before = page.evaluate(top)
    come()
    page.evaluate(FRAMES)
    assert abs(page.evaluate(top) - before) < 2


def test_the_number_of_a_chosen_country_is_there_before_any_script(held):
    page, come = held("sessions/suicide-risk-late/", 375)
    come()
    page.evaluate("() => localStorage.setItem('ew:region', 'ie')")
    page, come = held("sessions/suicide-risk-late/", 375, beside=page)
    number = page.locator(".answer").get_by_role("link", name="Ireland: call 112")
    contacts = page.locator(".answer").get_by_role("link", name="Crisis contacts")
    number.wait_for()
    before = contacts.bounding_box()
    come()
    assert contacts.bounding_box() == before


def test_what_stands_in_for_a_script_waits_for_it_a_while(held):
    page, come = held("course/verify/", 375)
    notice = page.get_by_text("the guide needs its script")
    assert not notice.is_visible()
    page.evaluate("() => document.getAnimations().forEach((one) => one.finish())")  # as after five seconds
    assert notice.is_visible()
    come()
    assert not notice.is_visible()


def tab_through(page):
    """The stops that Tab makes until it is out or comes to one again, and how many there should be."""
    expected = page.evaluate(REACHABLE)
    page.evaluate(NOTE_STOPS)
    for _ in range(expected + 1):
        page.keyboard.press("Tab")
    stops = page.evaluate("stopsOfTab()")
    return list(takewhile(lambda stop: stop and not stop["met"], stops)), expected


@every_kind
@pytest.mark.parametrize("width", [375, 1280])
def test_tab_goes_through_the_whole_page(visit, path, width):
    """Each stop once, each visibly focused and not covered, and out at the end: on a phone, with a dozen of each list."""
    page = visit(path, width=width)
    if width == 375:
        page.evaluate(SHORTEN)
    stops, expected = tab_through(page)
    assert [stop["name"] for stop in stops if not stop["shown"]] == [], "focus cannot be seen"
    assert [stop["name"] for stop in stops if not stop["open"]] == [], "focus is covered"
    assert len(stops) == expected, f"Tab met {len(stops)} of {expected}, last {stops[-1]['name']}"


def test_unseen_and_covered_focus_and_a_trap_are_seen(visit):
    page = visit("")
    page.evaluate(
        """() => {
            const style = new CSSStyleSheet();
            style.replaceSync(`
                .plain, .plain:focus { all: unset }
                .lid { position: fixed; inset: 0 0 75% 0 }
                button { margin-top: 60vh }`);
            document.adoptedStyleSheets = [style];
            document.body.innerHTML = `<a href="#" class="plain">unseen</a><div class="lid"></div>
                <button>trap</button><button>after</button>`;
            document.querySelector("button").addEventListener("keydown", (event) => event.preventDefault());
        }"""
    )
    stops, expected = tab_through(page)
    assert expected == 3
    assert [(stop["name"], stop["shown"], stop["open"]) for stop in stops] == [
        ("<a> unseen", False, False),
        ("<button> trap", True, True),
    ]


@pytest.mark.parametrize("share", range(4))
def test_no_page_is_wider_than_a_narrow_screen_and_a_second_checker_finds_nothing(
    visit, site, axe, equal_access, share
):
    """At 320 pixels, which is also 1280 at 400 %, nothing scrolls sideways on any page, and each label is in its name."""
    page = visit("", width=320)
    root, faults = page.url, {}
    for file in sorted(site.rglob("*.html"))[share::4]:
        path = file.relative_to(site).as_posix()
        if 'name="robots" content="noindex"' in file.read_text(encoding="utf-8"):
            continue
        page.goto(root + path)
        over = page.evaluate(
            """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.body.querySelectorAll("*")]
                .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
                .map((element) => `<${element.localName} class="${element.className}">`).slice(0, 5)"""
        )
        expect(page.locator(":not(:defined)")).to_have_count(0)
        page.evaluate(SHORTEN)
        found = over + equal_access(page) + axe(page, OF_VOICE)
        if found:
            faults[path] = found
    assert faults == {}


def test_a_visit_with_everything_on_asks_no_other_host(visit):
    """The worker that keeps the guide for later included; `open_page` fails on any other host."""
    page = visit("", service_workers="allow")
    page.add_init_script(WATCH_POLICY)
    root = page.url
    for path in ("", "sessions/", "sessions/door-handle/", "404.html"):
        page.goto(root + path)
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        assert page.evaluate("window.breaches") == [], path
