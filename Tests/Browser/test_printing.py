"""Any page on A4 paper; a whole regulation as a booklet in both languages."""

import io
import re
import unicodedata
from collections import Counter

import pytest
from pypdf import PdfReader

# A4 less the margins of the style sheet, in CSS pixels: 210 - 2 × 16 mm.
PAPER_WIDTH = round(178 / 25.4 * 96)
# Kinds with paper of their own: test_school.py prints each of their pages and looks for what is cut.
OWN_PAPER = ("school-slides", "school-poster", "school-pocket")


def printed(page):
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))


def words(text):
    # Fonts draw some characters as the radicals that they look like; NFKC takes them back.
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def missing(paragraphs, text):
    """Characters of the law that the sheets hold less often. Their order is the printer's: figures come in a font of their own.

    A few simplified characters come back as radicals (⻔ for 门) that no normalization knows: they are let off one for one.
    """
    lacking = Counter(words("".join(paragraphs))) - Counter(text)
    radicals = sum("\u2e80" <= c <= "\u2eff" or c == "戶" for c in text)
    return {} if sum(lacking.values()) <= radicals and len(lacking) <= 30 else lacking


def law(page, selector):
    return page.evaluate(
        """(selector) => [...document.querySelectorAll(selector)].map(p => {
          const copy = p.cloneNode(true);
          copy.querySelectorAll('[data-chrome]').forEach(e => e.remove());
          return copy.textContent;
        })""",
        selector,
    )


def test_nothing_is_cut_at_the_edge_of_the_paper(site, open_page):
    page = open_page(site.served("zh/index.html"), width=PAPER_WIDTH)
    page.emulate_media(media="print")
    cut = []
    for name in site.kinds(without=OWN_PAPER):
        page.goto(site.served(name) + "?choose")
        overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if overflow > 0:
            cut.append(f"{name}: {overflow} px")
    assert not cut


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_provision_is_a_clean_sheet(site, open_page, language):
    page = open_page(site.file(f"{language}/nantong/5.html"))
    paragraphs = law(page, "[data-text=official] p") + law(page, "[data-text=translation] p")
    pdf = printed(page)
    text = words("".join(p.extract_text() for p in pdf.pages))
    assert len(pdf.pages) <= 2
    assert not missing(paragraphs, text)
    assert "/nantong/5.html" in text, "the sheet names its address"
    assert words("引用 · 复制") not in text and "☰" not in text


@pytest.mark.parametrize("regulation", ["nantong", "nanjing"])
def test_a_regulation_is_a_booklet_in_both_languages(site, open_page, regulation):
    page = open_page(site.file(f"zh/{regulation}/index.html"))
    paragraphs = law(page, ".provision .pair p")
    pdf = printed(page)
    text = words("".join(p.extract_text() for p in pdf.pages))
    assert not missing(paragraphs, text)
    # Both languages side by side: about 900 Han characters and their translation fill a page.
    assert 6 <= len(pdf.pages) <= 30


def test_one_language_alone_prints_alone(site, open_page):
    page = open_page(site.served("zh/nantong/5.html"))
    page.click("[data-view=official]")
    text = words("".join(p.extract_text() for p in printed(page).pages))
    assert "完善质量标准体系" in text and "improvingqualitystandards" not in text
