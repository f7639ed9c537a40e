"""Every kind of page, in both languages, from disk and from a server: no error, no other host, nothing wider than a phone,
nothing that axe objects to."""

import pytest
from axe_playwright_python.sync_playwright import Axe

LANGUAGES = ["zh", "en"]
# `resultTypes` spares axe the describing of what is right, which takes it longer than the finding of what is wrong.
EVERY_RULE = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}
# All that hangs on the colours, for the schemes of a layout that every rule has seen in the other scheme.
COLOUR_RULES = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}, "resultTypes": ["violations"]}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("way", ["file", "served"])
def test_opens_without_error(site, open_page, way, language):
    page = open_page(getattr(site, way)("zh/index.html"))
    for name in site.kinds(language):
        if name == "404.html" and way == "file":
            continue  # a page for servers: it names the root itself
        page.goto(getattr(site, way)(name) + "?choose")
        assert page.locator("h1").count() == 1, name
        assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") != "none", f"{name}: no styles"
        assert page.evaluate("document.documentElement.dataset.view") == "both", f"{name}: no script"


@pytest.mark.parametrize("width", [320, 390, 820])
def test_nothing_scrolls_sideways(site, open_page, width):
    page = open_page(site.file("zh/index.html"), width=width)
    wide = []
    for name in site.kinds():
        page.goto(site.served(name) + "?choose")
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if overflow > 0:
            wide.append(f"{name}: {overflow} px")
    assert not wide


def violations(axe, page, name, rules=EVERY_RULE):
    return [
        f"{name}: {found['id']} ({found['impact']}): "
        + "; ".join(f"{node['target']} {node['html'][:120]} {node.get('failureSummary', '')[:300]}" for node in found["nodes"][:2])
        for found in axe.run(page, options=rules).response["violations"]
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "width, colours, rules",
    [(1280, "light", EVERY_RULE), (390, "dark", EVERY_RULE), (1280, "dark", COLOUR_RULES), (390, "light", COLOUR_RULES)],
    ids=["wide-light", "phone-dark", "wide-dark", "phone-light"],
)
def test_axe_finds_nothing(site, open_page, width, colours, rules, language):
    page = open_page(site.served("zh/index.html"), width=width, color_scheme=colours)
    axe = Axe()
    found = []
    for name in site.kinds(language):
        page.goto(site.served(name) + "?choose")
        found += violations(axe, page, name, rules)
    assert not found, "\n".join(found)


def test_the_colour_rules_see_pale_words(site, open_page):
    """That the shorter list finds what it is there for."""
    page = open_page(site.served("zh/about.html"))
    page.evaluate("document.querySelector('main p').setAttribute('class', 'pale'); "
                  "const s = new CSSStyleSheet(); s.replaceSync('.pale { color: #ccc }'); document.adoptedStyleSheets = [s]")
    assert any("color-contrast" in found for found in violations(Axe(), page, "pale", COLOUR_RULES))


def test_axe_finds_nothing_in_what_opens(site, open_page):
    axe = Axe()
    page = open_page(site.served("zh/nantong/5.html"), width=390, height=844)
    page.click("label.menu-button")
    page.click("label.rail-button")
    found = violations(axe, page, "drawers")
    page.keyboard.press("Escape")
    page.click("button[data-place]")
    found += violations(axe, page, "dialog")
    page.keyboard.press("Escape")
    page.locator("a.term").first.click()
    found += violations(axe, page, "popover")
    page.goto(site.served("en/nantong/index.html"))
    page.fill("#paste-text", "第三十二条　鼓励企业推行首席质量官制度。")
    page.click("#paste-run")
    found += violations(axe, page, "paste and compare")
    assert not found, "\n".join(found)


def test_missing_address_at_any_depth(site, open_page):
    page = open_page(site.served("index.html?choose"))
    response = page.request.get(site.served("zh/nowhere/at/all.html"))
    assert response.status == 404
    assert "没有这个页面" in response.text() and "Page not found" in response.text()
