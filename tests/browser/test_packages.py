"""The course on a learning platform: in scorm-again for both kinds of SCORM, in a stand-in that holds to the order of cmi5, and in none."""

from __future__ import annotations

import json
import re
import zipfile
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from threading import Event, Thread
from urllib.parse import parse_qs, urlencode, urlsplit
from uuid import UUID

import pytest
from playwright.sync_api import expect

from macros.packages import MOST
from macros.publish.packages import packages
from tests.browser.conftest import ROOT

RUNTIME = ROOT / "tests" / "node_modules" / "scorm-again" / "dist"
MODULE = "ordinary-close"
PAGE = f"course/{MODULE}.html"
# A platform around a module: what it is sent is noted, and what it keeps is there again when it is opened anew.
PLATFORMS = {
    "scorm-1.2": ("scorm12.min.js", "Scorm12API", "API", "LMS"),
    "scorm-2004": ("scorm2004.min.js", "Scorm2004API", "API_1484_11", ""),
}
AROUND = """<!doctype html><meta charset="utf-8"><title>Platform</title><link rel="icon" href="data:,">
<script src="runtime.js"></script>
<script>
  window.sent = [];
  var api = window.%(api)s = new %(kind)s({ autocommit: false, logLevel: 5 });
  const kept = localStorage.getItem("platform");
  if (kept) api.loadFromJSON(JSON.parse(kept));
  %(more)s
  var keep = () => localStorage.setItem("platform", JSON.stringify(api.cmi.toJSON()));
  api.on("%(call)sSetValue.cmi.*", (name, value) => window.sent.push([name, value]));
  api.on("%(call)sCommit", () => keep());
  api.on("%(end)s", () => keep());
</script>
<iframe src="%(src)s" title="Module" width="1200" height="900"></iframe>"""
ALONE = "ew-item:not(:has(fieldset)) input:not(.visits *)"


@pytest.fixture(scope="module")
def made(guide, site):
    """The packages of the real course, by the names of their files."""
    return packages(guide, site)


@pytest.fixture
def laid_out(made, tmp_path):
    """`laid_out(standard)` is a folder in which a package is unpacked, below `course/`."""

    def lay_out(standard):
        (tmp_path / "package.zip").write_bytes(made[f"{standard}.zip"])
        with zipfile.ZipFile(tmp_path / "package.zip") as package:
            package.extractall(tmp_path / "course")
        return tmp_path

    return lay_out


@pytest.fixture
def open_page(open_page):
    """`open_page(url, ...)`, whose colours are never half way from one to another."""
    return partial(open_page, reduced_motion="reduce")


@pytest.fixture
def launch(laid_out, serve, open_page):
    """`launch(standard)` opens a platform with the module in a frame; `launch(standard, beside=page)` does so again."""

    def launch_(standard, beside=None, around=""):
        if beside:
            beside.reload()
            return beside, beside.frame_locator("iframe")
        folder = laid_out(standard)
        file, kind, api, call = PLATFORMS[standard]
        (folder / "runtime.js").write_bytes((RUNTIME / file).read_bytes())
        end = "LMSFinish" if call else "Terminate"
        around = AROUND % {"kind": kind, "api": api, "call": call, "end": end, "src": PAGE, "more": around}
        (folder / "index.html").write_text(around, "utf-8")
        page = open_page(f"{serve(folder).url}/index.html")
        return page, page.frame_locator("iframe")

    return launch_


def tick_all(module):
    for box in module.locator(ALONE).all():
        box.check()


def answer(check, *, wrong_first=False):
    if wrong_first:
        check.locator("[data-option]:not([data-right]) input").first.check()
        check.locator("[data-part=answer]").click()
    check.locator("[data-right] input").check()
    check.locator("[data-part=answer]").click()


def answer_all(module, missed=2):
    """Answer what is not answered yet, the first of it wrongly and then rightly."""
    for nth, check in enumerate(module.locator("ew-knowledge-check:has(input:enabled)").all()[::-1]):
        answer(check, wrong_first=nth < missed)


def play(module):
    """Go through the case by its good choices."""
    scene = module.locator("ew-scenario .scene:not([hidden])")
    while not scene.get_attribute("data-end"):
        here = module.locator(f"#{scene.get_attribute('id')}")
        choice = here.locator("[data-good]").first
        choice.locator("button").click()
        choice.locator(".follows a").click()
        expect(here).to_be_hidden()


def do_all(module):
    tick_all(module)
    answer_all(module)
    play(module)


def note(module):
    """What the module says of its platform."""
    return module.locator("ew-platform")


def says(module, part):
    """Wait until the module says this of its platform, and nothing else."""
    expect(note(module).locator(f"[data-part={part}]")).to_be_visible()
    for other in {"scriptless", "alone", "looking", "refused", "left", "keeping"} - {part}:
        expect(note(module).locator(f"[data-part={other}]")).to_be_hidden()


def told(module):
    return note(module).locator("[data-part=told]")


def sent(page):
    return dict(page.evaluate("window.sent"))


@pytest.mark.parametrize("standard", PLATFORMS)
def test_a_module_is_passed_with_a_score_and_its_version_and_a_platform_learns_nothing_else(launch, standard):
    page, module = launch(standard)
    says(module, "keeping")
    tick_all(module)
    expect(told(module)).to_have_text("Told so far: not done, 0 of 8 checks right the first time.")
    answer_all(module)
    expect(told(module)).to_have_text("Told so far: not done, 6 of 8 checks right the first time.")
    play(module)
    expect(told(module)).to_have_text("Told: passed, 6 of 8 checks right the first time.")
    values = sent(page)
    assert len(values.pop("cmi.suspend_data")) < 500
    version = values.pop("cmi.core.lesson_location" if standard == "scorm-1.2" else "cmi.location")
    expect(module.locator(".page-status").get_by_text(version, exact=True)).to_be_attached()
    assert values == (
        {
            "cmi.core.lesson_status": "passed", "cmi.core.score.raw": "75",
            "cmi.core.score.min": "0", "cmi.core.score.max": "100", "cmi.core.exit": "suspend",
        }
        if standard == "scorm-1.2"
        else {
            "cmi.completion_status": "completed", "cmi.success_status": "passed", "cmi.score.scaled": "0.75",
            "cmi.score.raw": "75", "cmi.score.min": "0", "cmi.score.max": "100", "cmi.exit": "suspend",
        }
    )  # fmt: skip


@pytest.mark.parametrize("standard", PLATFORMS)
def test_a_module_goes_on_where_it_was_left_and_the_next_person_on_the_same_browser_begins_with_nothing(
    launch, standard
):
    page, module = launch(standard)
    answer(module.locator("ew-knowledge-check").first)
    module.locator(ALONE).first.check()
    page, module = launch(standard, beside=page)
    expect(told(module)).to_have_text("Told so far: not done, 1 of 8 checks right the first time.")
    expect(module.locator(ALONE).first).to_be_checked()
    do_all(module)
    page, module = launch(standard, beside=page)
    expect(told(module)).to_contain_text("passed")
    assert page.frames[1].evaluate("Object.keys(localStorage)") == ["platform"], "the platform's own alone"
    page.evaluate("() => { keep = () => {}; localStorage.clear(); }")
    page, module = launch(standard, beside=page)
    expect(told(module)).to_contain_text("0 of 8")


@pytest.mark.parametrize("standard", PLATFORMS)
def test_what_was_reached_is_not_taken_back_and_what_cannot_be_read_is_kept(launch, standard):
    page, module = launch(standard)
    do_all(module)
    expect(told(module)).to_contain_text("passed")
    page.evaluate("() => { api.cmi.suspend_data = 'of a later guide'; keep(); keep = () => {}; }")
    page, module = launch(standard, beside=page)
    expect(note(module).locator("[data-part=unread]")).to_be_visible()
    module.locator(ALONE).first.check()
    expect(told(module)).to_contain_text("not done")
    assert sent(page)["cmi.suspend_data"].endswith(" of a later guide")
    assert not {"cmi.core.lesson_status", "cmi.completion_status", "cmi.success_status"} & {*sent(page)}


@pytest.mark.parametrize(("standard", "mode"), [("scorm-1.2", "core.lesson_mode"), ("scorm-2004", "mode")])
def test_a_module_opened_to_look_at_tells_nothing(launch, standard, mode):
    page, module = launch(standard, around=f"api.loadFromJSON({json.dumps(nested(mode, 'browse'))});")
    says(module, "looking")
    module.locator(ALONE).first.check()
    assert sent(page) == {}


def nested(path, value):
    first, _, rest = path.partition(".")
    return {first: nested(rest, value) if rest else value}


@pytest.mark.parametrize("standard", PLATFORMS)
def test_what_a_platform_does_not_take_is_said_and_sent_again(launch, standard):
    call = f"{PLATFORMS[standard][3]}Commit"
    page, module = launch(standard)
    says(module, "keeping")
    page.evaluate(f"() => {{ window.whole = api.{call}; api.{call} = () => 'false'; }}")
    module.locator(ALONE).first.check()
    says(module, "refused")
    page.evaluate(f"() => {{ api.{call} = window.whole; }}")
    module.locator(ALONE).nth(1).check()
    says(module, "keeping")


@pytest.mark.parametrize("standard", ["scorm-1.2", "scorm-2004", "cmi5"])
def test_without_a_platform_a_module_says_so_and_works_on(
    laid_out, serve, open_page, axe_in_every_look, standard
):
    page = open_page(f"{serve(laid_out(standard)).url}/{PAGE}", ready=False)
    says(page, "alone")
    tick_all(page)
    answer(page.locator("ew-knowledge-check").first)
    expect(page.locator("ew-rail [data-part=sum]")).to_contain_text("of")
    assert axe_in_every_look(page) == []
    page.set_viewport_size({"width": 320, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_module_opened_as_a_file_works(laid_out, open_page):
    page = open_page((laid_out("scorm-1.2") / PAGE).as_uri(), ready=False)
    says(page, "alone")
    page.locator(ALONE).first.check()
    expect(page.locator("#what-closes-badly").get_by_text("Noted on")).to_be_visible()


def test_a_module_without_a_script_says_that_it_tells_nothing(laid_out, serve, open_page):
    page = open_page(f"{serve(laid_out('scorm-1.2')).url}/{PAGE}", script=False)
    says(page, "scriptless")
    expect(page.get_by_role("heading", name="Check what you know")).to_be_visible()


def test_a_module_leads_to_the_guide_in_new_tabs_and_carries_what_was_marked_to_it(
    laid_out, serve, open_page, site_url
):
    page = open_page(f"{serve(laid_out('scorm-1.2')).url}/{PAGE}", ready=False)
    page.locator(ALONE).first.check()
    for link in page.locator(f"main a:not([href^='#'], [href^='{page.url}']):visible").all():
        assert link.get_attribute("target") == "_blank"
        assert link.get_attribute("href").startswith("https://"), link.get_attribute("href")
    others = page.locator(f"a[href^='{site_url}course/']:not([href*='record']):not([data-part])")
    assert {link.get_attribute("href") for link in others.all()} == {f"{site_url}course/{MODULE}/"}
    expect(page.locator("[data-part=carry]")).to_have_attribute(
        "href", re.compile(rf"^{re.escape(site_url)}course/#progress=1[0-9A-Z]+$")
    )


def test_every_module_finds_its_platform_and_begins_with_nothing_done(laid_out, launch, made):
    page, module = launch("scorm-1.2")
    with zipfile.ZipFile(BytesIO(made["scorm-1.2.zip"])) as package:
        files = [name for name in package.namelist() if name.endswith(".html")]
    assert len(files) == 9
    for file in files:
        page.evaluate("(src) => { document.querySelector('iframe').src = src; }", f"about:blank#{file}")
        page.evaluate("() => { api.reset(); }")
        page.evaluate("(src) => { document.querySelector('iframe').src = src; }", f"course/{file}")
        page.frames[1].wait_for_url(f"**/course/{file}")
        says(module, "keeping")
        expect(told(module)).to_contain_text("Told so far: not done, 0 of")


def test_each_package_is_small_and_its_list_names_just_what_it_holds(made):
    assert [*made] == ["scorm-1.2.zip", "scorm-2004.zip", "cmi5.zip", "links.imscc"]
    for name, content in made.items():
        assert len(content) < MOST, name
    for standard in PLATFORMS:
        with zipfile.ZipFile(BytesIO(made[f"{standard}.zip"])) as package:
            listed = re.findall(r'<file href="([^"]+)"', package.read("imsmanifest.xml").decode())
            assert sorted(["imsmanifest.xml", *listed]) == package.namelist()


# cmi5

LAUNCH = {
    "actor": {"objectType": "Agent", "account": {"homePage": "https://platform.example", "name": "1625378"}},
    "registration": "760e3480-ba55-4991-94b0-01820dbd23a2",
    "activityId": "https://platform.example/activities/17",
}
SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid"
MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore"
CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/"
VERB = "http://adlnet.gov/expapi/verbs/"


class Lrs:
    """A platform with its store of statements, which holds to what section 9 of cmi5 says of their order and content."""

    def __init__(self, address):
        self.address = address
        self.documents = {}
        self.statements = []
        self.faults = []
        self.refuses = False
        self.sessions = 0
        self.launch()

    def launch(self, **data):
        """Begin another session of the same learner, and return what the module is opened with."""
        self.sessions += 1
        self.token = f"token-{self.sessions}"
        self.is_fetched = False
        self.ended = Event()
        self.data = {
            "contextTemplate": {
                "contextActivities": {"grouping": [{"id": "https://guide.example/course/ordinary-close/"}]},
                "extensions": {SESSION: f"session-{self.sessions}"},
            },
            "launchMode": "Normal", "moveOn": "CompletedAndPassed",
        } | data  # fmt: skip
        asked = {"endpoint": f"{self.address}/xapi", "fetch": f"{self.address}/token"} | LAUNCH
        return urlencode(
            {name: value if isinstance(value, str) else json.dumps(value) for name, value in asked.items()}
        )

    @property
    def session(self):
        return self.of(self.sessions)

    def of(self, number):
        """The verbs of a session, in their order."""
        return [
            one["verb"]["id"].removeprefix(VERB)
            for one in self.statements
            if one["context"]["extensions"][SESSION] == f"session-{number}"
        ]

    def take(self, batch):
        for one in batch:
            self.faults += self.faults_of(one)
            self.statements.append(one)
            if one["verb"]["id"] == f"{VERB}terminated":
                self.ended.set()

    def faults_of(self, one):
        verb, result, context = one["verb"]["id"].removeprefix(VERB), one.get("result", {}), one["context"]
        before, everything = self.session, {v for n in range(self.sessions + 1) for v in self.of(n)}
        judged, moves = verb in {"passed", "failed"}, verb in {"completed", "passed", "failed"}
        categories = {each["id"].removeprefix(CATEGORY) for each in context["contextActivities"]["category"]}
        template = self.data["contextTemplate"]
        rules = {
            "it is one of five": verb in {"initialized", "completed", "passed", "failed", "terminated"},
            "the first is initialized": (verb == "initialized") == (not before),
            "nothing follows the end": "terminated" not in before,
            "no verb comes twice": verb not in before,
            "one of passed and failed": not (judged and {"passed", "failed"} & {*before}),
            "completed and passed once for all": not (verb in {"completed", "passed"} and verb in everything),
            "no failing after a pass": not (verb == "failed" and "passed" in everything),
            "an id": str(UUID(one["id"])) == one["id"]
            and one["id"] not in {each["id"] for each in self.statements},
            "who and what": (one["actor"], one["object"]["id"]) == (LAUNCH["actor"], LAUNCH["activityId"]),
            "a time in order": one["timestamp"].endswith("Z")
            and one["timestamp"] >= max((each["timestamp"] for each in self.statements), default=""),
            "the template": context["registration"] == LAUNCH["registration"]
            and context["contextActivities"]["grouping"] == template["contextActivities"]["grouping"]
            and context["extensions"].items() >= template["extensions"].items(),
            "its categories": categories == {"cmi5", *({"moveon"} if moves else ())},
            "how long": ("duration" in result) == (verb != "initialized"),
            "completion": result.get("completion") == (True if verb == "completed" else None),
            "success": result.get("success") == ({"passed": True, "failed": False}.get(verb)),
            "a score where it is judged": ("score" in result) == judged,
            "nothing more": {*one} <= {"id", "actor", "verb", "object", "result", "context", "timestamp"}
            and {*result} <= {"completion", "success", "score", "duration"}
            and {*context} == {"registration", "contextActivities", "extensions", "revision"},
        }
        return [f"{verb}: {rule}" for rule, holds in rules.items() if not holds]


class Asked(BaseHTTPRequestHandler):
    """The requests of xAPI that a module makes, from another origin."""

    def log_message(self, *_):
        """Say nothing of requests."""

    def answer(self, status, body=None):
        self.send_response(status)
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header(
            "Access-Control-Allow-Headers", "Authorization, Content-Type, X-Experience-API-Version"
        )
        self.send_header("Access-Control-Allow-Methods", "GET, PUT, POST, OPTIONS")
        text = b"" if body is None else json.dumps(body).encode()
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def do_OPTIONS(self):
        self.answer(204)

    def respond(self):
        lrs, path = self.server.lrs, urlsplit(self.path)
        sent = self.rfile.read(int(self.headers["Content-Length"] or 0))
        if (self.command, path.path) == ("POST", "/token"):
            first, lrs.is_fetched = not lrs.is_fetched, True
            error = {"error-code": "1", "error-text": "The authorization token has already been returned."}
            return self.answer(200, {"auth-token": lrs.token} if first else error)
        if self.headers["Authorization"] != f"Basic {lrs.token}":
            return self.answer(401)
        if not self.headers["X-Experience-API-Version"].startswith("1.0."):
            return self.answer(400)
        if lrs.refuses and self.command != "GET":
            return self.answer(503)
        query = {name: value for name, [value] in parse_qs(path.query).items()}
        if path.path == "/xapi/activities/state":
            named = {name: query[name] for name in ("activityId", "registration")} | {
                "actor": json.loads(query["agent"])
            }
            assert named == LAUNCH
            if self.command == "PUT":
                lrs.documents[query["stateId"]] = json.loads(sent)
                return self.answer(204)
            found = lrs.data if query["stateId"] == "LMS.LaunchData" else lrs.documents.get(query["stateId"])
            return self.answer(404) if found is None else self.answer(200, found)
        if path.path == "/xapi/statements":
            lrs.take(json.loads(sent))
            return self.answer(200, [one["id"] for one in json.loads(sent)])
        lrs.preferences = (path.path, query["profileId"])
        return self.answer(404)

    do_GET = do_POST = do_PUT = respond  # noqa: N815 - its own names


@pytest.fixture
def lrs():
    with ThreadingHTTPServer(("127.0.0.1", 0), Asked) as server:
        server.lrs = Lrs(f"http://127.0.0.1:{server.server_port}")
        Thread(target=server.serve_forever, daemon=True).start()
        yield server.lrs
        server.shutdown()


@pytest.fixture
def course(laid_out, serve):
    """The address of the module in the package of cmi5."""
    return f"{serve(laid_out('cmi5')).url}/{PAGE}"


def leave(page, lrs):
    page.goto("about:blank")
    assert lrs.ended.wait(30), "the end was not told"


def test_cmi5_hears_of_a_module_in_the_order_of_the_standard(lrs, course, open_page, axe_in_every_look):
    page = open_page(f"{course}?{lrs.launch()}", ready=False)
    says(page, "keeping")
    assert lrs.preferences == ("/xapi/agents/profile", "cmi5LearnerPreferences")
    do_all(page)
    expect(told(page)).to_contain_text("passed, 6 of 8")
    assert axe_in_every_look(page) == []
    leave(page, lrs)
    assert lrs.session == ["initialized", "completed", "passed", "terminated"]
    assert lrs.faults == []
    (passed,) = [one for one in lrs.statements if one["verb"]["id"].endswith("passed")]
    assert passed["result"]["score"] == {"scaled": 0.75, "raw": 6, "min": 0, "max": 8}
    assert re.fullmatch("[a-p]{8}", passed["context"]["revision"])


def test_cmi5_brings_a_module_back_in_another_session_and_hears_nothing_twice(lrs, course, open_page):
    page = open_page(f"{course}?{lrs.launch()}", ready=False)
    says(page, "keeping")
    answer_all(page)
    expect(told(page)).to_contain_text("6 of 8")
    leave(page, lrs)
    page.goto(f"{course}?{lrs.launch()}")
    expect(told(page)).to_contain_text("6 of 8")
    tick_all(page)
    play(page)
    expect(told(page)).to_contain_text("passed")
    leave(page, lrs)
    page.goto(f"{course}?{lrs.launch()}")
    expect(told(page)).to_contain_text("passed")
    page.locator("input[value=met]").first.check()
    leave(page, lrs)
    assert [lrs.of(n) for n in (2, 3, 4)] == [
        ["initialized", "terminated"],
        ["initialized", "completed", "passed", "terminated"],
        ["initialized", "terminated"],
    ]
    assert lrs.faults == []


def test_cmi5_asks_for_more_than_the_score_and_gets_a_failing_until_it_is_enough(lrs, course, open_page):
    page = open_page(f"{course}?{lrs.launch(masteryScore=0.8)}", ready=False)
    do_all(page)
    expect(told(page)).to_contain_text("6 of 8")
    leave(page, lrs)
    assert lrs.session == ["initialized", "completed", "failed", "terminated"]
    page.goto(f"{course}?{lrs.launch(masteryScore=0.7)}")
    expect(told(page)).to_contain_text("6 of 8")
    leave(page, lrs)
    assert lrs.session == ["initialized", "passed", "terminated"]
    assert lrs.statements[-2]["context"]["extensions"][MASTERY] == 0.7
    assert lrs.faults == []


@pytest.mark.parametrize("mode", ["Browse", "Review"])
def test_cmi5_opens_a_module_to_look_at_and_hears_only_that(lrs, course, open_page, mode):
    page = open_page(f"{course}?{lrs.launch(launchMode=mode)}", ready=False)
    says(page, "looking")
    do_all(page)
    leave(page, lrs)
    assert lrs.session == ["initialized", "terminated"]
    assert lrs.documents == {}
    assert lrs.faults == []


def test_cmi5_that_fails_for_a_while_gets_all_of_it_in_order_afterwards(lrs, course, open_page):
    page = open_page(f"{course}?{lrs.launch()}", ready=False)
    says(page, "keeping")
    lrs.refuses = True
    do_all(page)
    says(page, "refused")
    lrs.refuses = False
    page.locator("input[value=met]").first.check()
    says(page, "keeping")
    leave(page, lrs)
    assert lrs.session == ["initialized", "completed", "passed", "terminated"]
    assert lrs.faults == []


def test_cmi5_names_the_way_back_and_a_launch_is_good_for_one_time(lrs, course, open_page):
    query = lrs.launch(returnURL=f"{lrs.address}/back")
    page = open_page(f"{course}?{query}", ready=False)
    expect(page.locator("[data-part=back]")).to_have_attribute("href", f"{lrs.address}/back")
    leave(page, lrs)
    page.goto(f"{course}?{query}")
    says(page, "alone")
    assert lrs.session == ["initialized", "terminated"]
    assert lrs.faults == []
