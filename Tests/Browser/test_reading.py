"""What helps a reader on a provision's page."""

import re

import pytest


@pytest.fixture
def long_provision(site):
    """A provision with items, by its path without the language."""
    for page in sorted(site.folder.glob("zh/*/*.html")):
        text = page.read_text("utf-8")
        if 'id="p1-i3"' in text and 'id="t-p1-i3"' in text and 'class="term"' in text:
            return str(page.relative_to(site.folder / "zh"))
    pytest.skip("no provision with items")


def test_official_and_translation_stand_side_by_side(site, open_page, long_provision):
    page = open_page(site.file("zh/" + long_provision), width=1280)
    for anchor in ["p1", "p1-i1", "p1-i3"]:
        left, right = page.locator(f"#{anchor}").bounding_box(), page.locator(f"#t-{anchor}").bounding_box()
        assert abs(left["y"] - right["y"]) < 2, anchor
        assert left["x"] + left["width"] <= right["x"], anchor


def test_official_and_translation_alternate_on_a_phone(site, open_page, long_provision):
    page = open_page(site.file("en/" + long_provision), width=390, height=844)
    tops = [page.locator(f"#{a}").bounding_box()["y"] for a in ["p1", "t-p1", "p1-i1", "t-p1-i1", "p1-i2", "t-p1-i2"]]
    assert tops == sorted(tops)
    assert page.locator("[data-text=official]").count() == 1


def test_the_law_is_untouched_by_what_helps_reading(site, open_page, long_provision):
    page = open_page(site.file("zh/" + long_provision))
    read = """(selector) => [...document.querySelectorAll(selector + ' p')].map(p => {
      const copy = p.cloneNode(true);
      copy.querySelectorAll('[data-chrome]').forEach(e => e.remove());
      return copy.textContent;
    })"""
    shown = page.evaluate(read, "[data-text=official]")
    page.goto(site.file("zh/" + long_provision.split("/")[0] + "/index.html"))
    number = long_provision.split("/")[1].removesuffix(".html")
    whole = page.evaluate(read, f"#provision-{number} .pair .original")
    assert shown == whole


def test_one_language_is_remembered(site, open_page, long_provision):
    page = open_page(site.served("en/" + long_provision))
    page.click("button[data-view=translation]")
    assert not page.locator("#p1").is_visible() and page.locator("#t-p1").is_visible()
    page.reload()
    assert not page.locator("#p1").is_visible()
    assert page.get_attribute("button[data-view=translation]", "aria-pressed") == "true"
    # A link to a place in the hidden text shows it again.
    page.goto(page.url + "#p1-i3")
    assert page.locator("#p1-i3").is_visible()


@pytest.mark.parametrize("way", ["file", "served"])
def test_the_language_switch_keeps_the_place(site, open_page, long_provision, way):
    page = open_page(getattr(site, way)("zh/" + long_provision) + "#p1-i3")
    page.click("a.switch")
    page.wait_for_url(re.compile(r"/en/.*#t-p1-i3$"))
    assert page.locator("#t-p1-i3").is_visible()
    page.goto(getattr(site, way)("en/" + long_provision) + "#t-p1-i2")
    page.click("a.switch")
    page.wait_for_url(re.compile(r"/zh/.*#p1-i2$"))


def test_the_switch_carries_the_paragraph_that_is_read(site, open_page, long_provision):
    page = open_page(site.file("zh/" + long_provision), width=390, height=500)
    page.evaluate("document.querySelector('#p1-i3').scrollIntoView({behavior: 'instant'})")
    page.evaluate("document.querySelector('a.switch').click()")
    page.wait_for_url(re.compile(r"/en/.*#t-p1-i3$"))


def test_a_term_opens_its_definition(site, open_page, long_provision):
    page = open_page(site.file("zh/" + long_provision))
    term = page.locator("a.term").first
    term.focus()
    page.keyboard.press("Enter")
    popover = page.locator(".term-popover")
    assert popover.is_visible() and len(popover.inner_text()) > 10
    page.keyboard.press("Escape")
    assert not popover.is_visible()
    assert page.evaluate("document.activeElement.classList.contains('term')")


def test_without_script_a_term_is_a_link(site, open_page, long_provision):
    page = open_page(site.file("zh/" + long_provision), javascript=False)
    page.locator("a.term").first.click()
    assert "/glossary.html#" in page.url


def test_without_script_everything_can_be_read(site, open_page, long_provision):
    page = open_page(site.file("en/" + long_provision), javascript=False, width=390, height=844)
    assert page.locator("#p1").is_visible() and page.locator("#t-p1").is_visible()
    assert not page.locator("[data-script]").first.is_visible()
    page.locator("label.rail-button").click()
    assert page.locator(".rail-body a").first.is_visible()
    page.locator("label.rail-button").click()
    page.locator("label.menu-button").click()
    assert page.locator(".menu a").first.is_visible()


def test_cite_a_place_in_chinese_legal_form(site, open_page):
    page = open_page(site.file("zh/nantong/5.html"))
    page.locator("#p1-i3 .place").click()
    dialog = page.locator("dialog.place-tools")
    assert "《南通市质量促进条例》第五条第三项" in dialog.inner_text()
    assert "Regulation of Nantong City on Quality Promotion, Article 5, item (3)" in dialog.inner_text()
    report = page.input_value("#report-text")
    assert "第五条第三项" in report and "#p1-i3" in report and "完善质量标准体系" in report
    assert "¶" not in report
    page.keyboard.press("Escape")
    assert not dialog.is_visible()


def test_copy_as_text(site, open_page):
    page = open_page(site.served("en/nantong/5.html"), permissions=["clipboard-read", "clipboard-write"])
    page.click("button[data-place]")
    page.click("[data-copy=both]")
    page.wait_for_function("document.querySelector('.copied').textContent !== ''")
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Regulation of Nantong City on Quality Promotion, Article 5")
    assert "（三）完善质量标准体系，信守质量承诺；" in text and "(3) improving quality standards systems" in text


def test_keyboard_reaches_the_text_first(site, open_page, long_provision):
    page = open_page(site.file("zh/" + long_provision))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_keyboard_passes_by_the_contents(site, open_page):
    page = open_page(site.file("zh/nantong/5.html"), width=1440)
    page.focus(".rail .skip")
    assert page.locator(".rail .skip").bounding_box()["x"] >= 0, "seen when it has the focus"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('article [data-view]')")


def test_the_rail_follows_the_reading(site, open_page):
    page = open_page(site.file("zh/nantong/index.html"), width=1440)
    page.evaluate("document.querySelector('#provision-20').scrollIntoView({behavior: 'instant'})")
    page.wait_for_function("document.querySelector('.contents .here') !== null")
    page.wait_for_function("['19.html','20.html','21.html'].includes(document.querySelector('.contents .here').getAttribute('href'))")
    box = page.locator(".contents .here").bounding_box()
    assert 0 <= box["y"] <= 900


def test_the_chosen_language_is_remembered_at_the_front_door(site, open_page):
    page = open_page(site.served("index.html"))
    assert page.url.endswith("/index.html")
    page.click("[data-language=en]")
    page.wait_for_url(re.compile("/en/index.html"))
    page.goto(site.served("index.html"))
    page.wait_for_url(re.compile("/en/index.html"))
    page.goto(site.served("index.html?choose"))
    assert page.locator("[data-language]").first.is_visible()


def test_an_answer_is_two_taps_away(site, open_page):
    page = open_page(site.served("zh/index.html"), width=390, height=844)
    page.locator(".questions a").first.click()
    assert page.locator(".answers .answer").count() == 3


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_way_in_leads_somewhere(site, open_page, language):
    page = open_page(site.file(f"{language}/index.html"), width=390, height=844)
    ways = page.locator(".ways a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert len(ways) >= 5
    for way in ways:
        page.goto(site.file(f"{language}/index.html"))
        page.click(f'.ways a[href="{way}"]')
        if way.startswith("#"):
            page.wait_for_function("way => document.querySelector(way).getBoundingClientRect().top < innerHeight / 2", arg=way)
        else:
            page.locator("h1").wait_for()


def test_contents_open_where_one_reads_and_show_the_place(site, open_page):
    page = open_page(site.served("en/nanjing/index.html"), width=390, height=844)
    page.evaluate("document.documentElement.style.scrollBehavior = 'auto'")
    page.locator("section.provision").nth(12).evaluate("section => section.scrollIntoView()")
    page.wait_for_selector(".rail .here", state="attached")
    before = page.evaluate("scrollY")
    assert before > 1000
    page.click(".rail-button")
    here = page.locator(".rail .here").bounding_box()
    button = page.locator(".rail-button").bounding_box()
    assert page.evaluate("scrollY") == before
    assert 844 * 0.2 < here["y"] and here["y"] + here["height"] <= button["y"] + button["height"]
    page.click(".rail-button")
    assert page.evaluate("scrollY") == before and page.locator(".rail-body").is_hidden()
