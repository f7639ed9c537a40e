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


def test_nothing_scrolls_sideways_at_twice_the_size(site, open_page):
    """200 % zoom of a window of 1280 pixels: half the pixels, twice as dense."""
    page = open_page(site.file("zh/index.html"), width=640, height=450, device_scale_factor=2)
    wide = []
    for name in site.kinds():
        page.goto(site.served(name) + "?choose")
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if overflow > 0:
            wide.append(f"{name}: {overflow} px")
    assert not wide


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_more_contrast_for_who_asks_for_it(site, open_page, colours):
    """Quiet words and edges reach the stronger ratio of WCAG (7 : 1) on every kind of page."""
    page = open_page(site.served("zh/index.html"), color_scheme=colours)
    ratio = """name => {
      const probe = document.createElement('i');
      document.body.append(probe);
      const light = variable => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`body > i:last-child { color: var(${variable}) }`);
        document.adoptedStyleSheets = [sheet];
        const [r, g, b] = getComputedStyle(probe).color.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
        return .2126 * r + .7152 * g + .0722 * b;
      };
      const [a, b] = [light(name), light('--paper')].sort((x, y) => y - x);
      document.adoptedStyleSheets = [];
      probe.remove();
      return (a + .05) / (b + .05);
    }"""
    ordinary = page.evaluate(ratio, "--muted")
    page.emulate_media(contrast="more")
    for name in site.kinds("zh"):
        page.goto(site.served(name) + "?choose")
        assert page.evaluate(ratio, "--muted") > max(ordinary, 7), name
        assert page.evaluate(ratio, "--ink") >= 20, name
        for variable in ["--link", "--law", "--ours", "--warn", "--edge"]:
            assert page.evaluate(ratio, variable) >= 7, (name, variable)


def test_nothing_moves_for_who_wants_no_motion(site, open_page):
    moving = """() => [...document.querySelectorAll('*')].filter(e => {
      const style = getComputedStyle(e);
      return style.scrollBehavior === 'smooth' || style.animationName !== 'none' || /[1-9]/.test(style.transitionDuration);
    }).map(e => e.tagName)"""
    page = open_page(site.served("zh/index.html"), reduced_motion="no-preference")
    assert page.evaluate(moving) == ["HTML"], "what the other assertion would see"
    page.emulate_media(reduced_motion="reduce")
    for name in site.kinds():
        page.goto(site.served(name) + "?choose")
        assert page.evaluate(moving) == [], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_reads_without_javascript(site, open_page, language):
    """Text, ways on, and a way back to other kinds of pages; what only a script can do is not shown."""
    page = open_page(site.served(f"{language}/index.html"), javascript=False)
    for name in site.kinds(language):
        page.goto(site.served(name) + "?choose")
        assert page.locator("h1").is_visible(), name
        assert len(page.locator("main").inner_text()) > 40, name
        assert page.locator("a[href]").count() >= 2, name
        shown = page.locator("[data-script]").evaluate_all("all => all.filter(e => e.offsetParent).length")
        assert shown == 0, name


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
