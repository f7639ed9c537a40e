"""`mingzhi serve` in a real browser: a save is on the open page, the reader's place is kept, styles are swapped, a
mistake lies over the last good page."""

import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from playwright.sync_api import Error

PROJECT = Path(__file__).resolve().parent.parent.parent


class Preview:
    """A running preview of a copy of the content."""

    def __init__(self, program, folder):
        self.folder = folder
        for name in ("content", "templates"):
            shutil.copytree(PROJECT / name, folder / name)
        self.process = subprocess.Popen(
            [program, "serve", "--port", "8420", "--language", "en"], cwd=folder, stdout=subprocess.PIPE, text=True)
        self.address = re.search(r"http://\S+", self.process.stdout.readline()).group(0)

    def edit(self, name, change):
        path = self.folder / name
        path.write_text(change(path.read_text("utf-8")), "utf-8")

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(10)


@pytest.fixture(scope="module")
def program(request):
    if request.config.getoption("--program"):
        return request.config.getoption("--program")
    built = [PROJECT / ".build" / configuration / "mingzhi" for configuration in ("release", "debug")]
    built = sorted((path for path in built if path.exists()), key=lambda path: path.stat().st_mtime)
    assert built, "build mingzhi first"
    return str(built[-1])


@pytest.fixture
def preview(program, tmp_path):
    running = Preview(program, tmp_path)
    yield running
    assert running.stop() == 0


NOTE = "content/regulations/nantong/notes/5.zh.md"


@pytest.fixture
def page(preview, chromium):
    context = chromium.new_context()
    page = context.new_page()
    page.goto(preview.address + "zh/nantong/5.html")
    page.wait_for_selector("[data-text=note]")
    yield page
    context.close()


def wait_until(page, expression):
    """As Playwright's own wait, which the pages' security policy forbids."""
    for _ in range(300):
        try:
            if page.evaluate(expression):
                return
        except Error:
            pass  # the page is being loaded again
        time.sleep(0.1)
    raise AssertionError(f"never: {expression}")


def test_a_save_is_on_the_open_page(preview, page):
    preview.edit(NOTE, lambda text: text + "\n刚刚写下的一句话。\n")
    page.wait_for_selector("text=刚刚写下的一句话。")


def test_after_saves_the_page_works_as_when_loaded(preview, page):
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for number in range(3):
        preview.edit(NOTE, lambda text: text + f"\n第{number}次保存。\n")
        page.wait_for_selector(f"text=第{number}次保存。")
    state = """() => {
      document.querySelectorAll("mingzhi-preview").forEach((panel) => panel.remove());
      return document.documentElement.outerHTML;
    }"""
    wait_until(page, "document.readyState === 'complete'")
    page.locator("[data-view=official]").click()
    assert page.evaluate("document.documentElement.dataset.view") == "official"
    written = page.evaluate(state)
    page.reload()
    page.wait_for_load_state()
    assert page.evaluate(state) == written
    assert said == []


def test_the_place_is_kept(preview, page):
    page.set_viewport_size({"width": 400, "height": 500})
    page.evaluate("scrollTo({ top: 300, behavior: 'instant' })")
    before = page.evaluate("scrollY")
    assert before > 200
    preview.edit(NOTE, lambda text: text + "\n末尾的一句话。\n")
    page.wait_for_selector("text=末尾的一句话。")
    wait_until(page, f"Math.abs(scrollY - {before}) < 5")


def test_styles_are_swapped_without_loading_again(preview, page):
    page.evaluate("window.stayed = true")
    preview.edit("templates/assets/site.css", lambda text: text + "\nmain { outline: 7px solid red; }\n")
    wait_until(page, "getComputedStyle(document.querySelector('main')).outlineWidth === '7px'")
    assert page.evaluate("window.stayed") is True


def test_a_mistake_lies_over_the_last_good_page(preview, page):
    sound = (preview.folder / NOTE).read_text("utf-8")
    preview.edit(NOTE, lambda text: text.replace("topics:", "topcis:", 1))
    page.wait_for_selector("mingzhi-preview .panel li.error")
    overlay = page.inner_text("mingzhi-preview .panel")
    assert "topics" in overlay and NOTE in overlay
    assert page.is_visible("[data-text=note]")
    preview.edit(NOTE, lambda _: sound)
    wait_until(page, "!document.querySelector('mingzhi-preview').shadowRoot.querySelector('li.error')")


def test_the_footer_leads_to_the_source(preview, page):
    link = page.locator(".source a[href^='/_mingzhi/source']").first
    with page.expect_navigation():
        link.click()
    assert "白话" in page.inner_text("body")
