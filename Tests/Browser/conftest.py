"""What the browser tests share: the built site, Debian's Chromium, and a local server.

    python -m pytest Tests/Browser --site public
"""

import functools
import http.server
import re
import threading
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/Applications/Chromium.app/Contents/MacOS/Chromium"]
LANGUAGES = ["zh", "en"]


def pytest_addoption(parser):
    parser.addoption("--site", default="public", help="folder of the built site")
    parser.addoption("--program", help="the mingzhi to try; without it the newest of .build")


class Site:
    """The built site, its pages by kind, and the two ways to open it."""

    def __init__(self, folder, server):
        self.folder = folder
        # 404.html names the root, because servers show it at any depth.
        prefix = re.search(r'<link rel="stylesheet" href="(/.*)assets/', (folder / "404.html").read_text("utf-8")).group(1)
        self.server = server + prefix.rstrip("/")
        Handler.prefix = prefix

    def path(self, name):
        return self.folder / name

    def file(self, name):
        return (self.folder / name).as_uri()

    def served(self, name):
        return f"{self.server}/{name}"

    def first(self, pattern, without=()):
        """The first page that matches, so that tests do not hang on one piece of content."""
        found = sorted(p for p in self.folder.glob(pattern) if p.name not in without)
        return str(found[0].relative_to(self.folder)) if found else None

    def kinds(self):
        """One page of every kind: the class of `body` names the kind."""
        found = {}
        for page in sorted(self.folder.rglob("*.html")):
            name = str(page.relative_to(self.folder))
            language = name.split("/")[0] if name[:3] in ("zh/", "en/") else ""
            text = page.read_text("utf-8")
            kind = text.split('<body class="', 1)[1].split('"', 1)[0]
            # Of provisions, the longest page has the most to go wrong.
            best = found.get((kind, language))
            if best is None or kind == "provision" and len(text) > best[1]:
                found[kind, language] = (name, len(text))
        return sorted(name for name, _ in found.values())

    def pages(self):
        return sorted(str(p.relative_to(self.folder)) for p in self.folder.rglob("*.html"))


class Handler(http.server.SimpleHTTPRequestHandler):
    prefix = "/"

    def translate_path(self, path):
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def log_message(self, *arguments):
        pass

    def send_error(self, code, *arguments):
        missing = Path(self.directory) / "404.html"
        body = missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def site(request):
    folder = Path(request.config.getoption("--site")).resolve()
    assert (folder / "index.html").is_file(), f"{folder} is no built site; run mingzhi build"
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Site(folder, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()


@pytest.fixture(scope="session")
def chromium():
    path = next((p for p in CHROMIUM if Path(p).exists()), None)
    assert path, "Chromium is not installed"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


class Watched:
    """A page whose console, errors and requests are kept."""

    def __init__(self, context, site):
        self.page = context.new_page()
        self.problems = []
        self.page.on("console", lambda m: m.type == "error" and self.problems.append(f"{self.page.url}: {m.text}"))
        self.page.on("pageerror", lambda e: self.problems.append(f"{self.page.url}: {e}"))
        self.page.on("request", lambda r: self.check(r, site))
        self.page.on("requestfailed", self.failed)

    def failed(self, request):
        # Going on to the next page ends what is still being fetched.
        if request.failure != "net::ERR_ABORTED":
            self.problems.append(f"{self.page.url}: failed {request.url}: {request.failure}")

    def check(self, request, site):
        ours = request.url.startswith((site.folder.as_uri(), site.server + "/", "data:"))
        if not ours:
            self.problems.append(f"{self.page.url}: request to {request.url}")


@pytest.fixture
def open_page(chromium, site):
    """Opens a page: open_page(address, width=…, colour_scheme=…, javascript=…); fails at the end on any problem of any page."""
    contexts = []
    watched = []

    def open_(address, width=1280, height=900, **options):
        options.setdefault("color_scheme", "light")
        if "javascript" in options:
            options["java_script_enabled"] = options.pop("javascript")
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        watched.append(Watched(context, site))
        watched[-1].page.goto(address)
        return watched[-1].page

    yield open_
    for context in contexts:
        context.close()
    problems = [problem for one in watched for problem in one.problems]
    assert not problems, "\n".join(problems)
