"""Pictures drawn into the pages: their words can be read, in light and dark, and the table beside them says the same."""

import re

import pytest

LANGUAGES = ["zh", "en"]
PAGES = ["compare/index.html", "duties/index.html", "timeline.html", "targets.html", "departments/index.html"]

# axe does not look into SVG: the colours of figures on bars and cells are compared here, by WCAG's formula.
PALE = """() => {
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const inside = (rect, x, y) => x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom;
  const found = [];
  let seen = 0;
  for (const text of document.querySelectorAll('svg.chart text.count')) {
    const box = text.getBoundingClientRect();
    const rects = [...text.ownerSVGElement.querySelectorAll('rect')].filter(r => inside(r.getBoundingClientRect(), (box.left + box.right) / 2, (box.top + box.bottom) / 2));
    if (!rects.length) { found.push(text.textContent + ' lies on nothing'); continue; }
    seen++;
    const [a, b] = [getComputedStyle(text).fill, getComputedStyle(rects[rects.length - 1]).fill].map(light).sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < 4.5) { found.push(`${text.textContent}: ${((a + .05) / (b + .05)).toFixed(1)}`); }
  }
  return {found, seen};
}"""

OUT_OF_PLACE = """() => {
  const found = [];
  for (const svg of document.querySelectorAll('svg.chart')) {
    const frame = svg.getBoundingClientRect();
    const tracks = [...svg.querySelectorAll('rect.track')].map(r => r.getBoundingClientRect());
    for (const text of svg.querySelectorAll('text')) {
      const b = text.getBoundingClientRect();
      if (b.left < frame.left - 1 || b.right > frame.right + 1) { found.push('out of the picture: ' + text.textContent); }
      if (text.matches('.count-outside') && tracks.some(t => b.left < t.right - 1 && b.right > t.left && b.top < t.bottom && b.bottom > t.top)) {
        found.push('over its bar: ' + text.textContent);
      }
    }
  }
  return found;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_figures_stand_out_from_their_bars(site, open_page, language, scheme):
    page = open_page(site.file(f"{language}/index.html"), color_scheme=scheme)
    seen = 0
    for name in ["compare/index.html", "duties/index.html"]:
        page.goto(site.file(f"{language}/{name}"))
        result = page.evaluate(PALE)
        assert not result["found"], name
        seen += result["seen"]
    assert seen > 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_pictures_are_in_their_place(site, open_page, language):
    page = open_page(site.file(f"{language}/index.html"), width=390)
    for name in PAGES:
        page.goto(site.file(f"{language}/{name}"))
        assert page.locator("svg.chart").count() > 0, name
        assert page.evaluate(OUT_OF_PLACE) == [], name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_heat_map_and_its_table_agree(site, open_page, language):
    page = open_page(site.file(f"{language}/compare/index.html"))
    drawn = page.locator("svg.chart text.count").all_text_contents()
    told = [t for t in page.locator("table.data td").all_inner_texts() if re.fullmatch(r"[\d.]+%", t)]
    assert drawn == told and len(told) == 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dots_of_departments_and_their_table_agree(site, open_page, language):
    page = open_page(site.file(f"{language}/departments/index.html"))
    counts = [int(t) for t in page.locator("table.data tbody td:nth-child(2)").all_inner_texts()]
    assert page.locator("svg.chart .dot").count() == sum(counts) > 28
    assert page.locator("table.data tbody td:nth-child(3) a").count() == sum(counts)


def test_every_target_leads_to_the_words_it_quotes(site, open_page):
    page = open_page(site.file("zh/targets.html"))
    targets = page.evaluate(
        "[...document.querySelectorAll('table.targets tr[id]')].map(d => [d.querySelector('a').href, d.querySelector('q').textContent, d.querySelector('strong').textContent])")
    assert len(targets) >= 16
    for href, quotation, figure in targets:
        page.goto(href)
        words = page.evaluate("""id => { const copy = document.getElementById(id).cloneNode(true);
          copy.querySelectorAll('[data-chrome]').forEach(e => e.remove()); return copy.textContent; }""", href.split("#")[1])
        assert quotation in words, href
        assert re.search(r"[\d.]+", figure).group() in quotation or "2020" in figure
