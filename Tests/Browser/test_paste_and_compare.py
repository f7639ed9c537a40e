"""A reader pastes the text of an official page and sees where it differs."""

from pathlib import Path

import pytest


def published(site, regulation):
    """The text as an official page has it: our own, with the white space and the brackets of such pages."""
    return f"""() => [...document.querySelectorAll('section.provision')].map(s =>
      s.dataset.label + '　' + s.dataset.head + [...s.querySelectorAll('.pair .original p')].map(p => p.textContent).join('\\n　　')
    ).join('\\n').replace(/（/g, '(')"""


@pytest.mark.parametrize("regulation", ["nantong", "hubei", "nanjing"])
def test_the_same_text_is_the_same(site, open_page, regulation):
    page = open_page(site.file(f"zh/{regulation}/index.html"))
    text = page.evaluate(published(site, regulation))
    page.fill("#paste-text", text)
    page.click("#paste-run")
    count = page.locator("section.provision").count()
    assert page.locator("#paste-result strong").inner_text().startswith(f"{count} 条一致，0 条不同")


def test_a_changed_figure_is_shown_with_its_place(site, open_page):
    page = open_page(site.file("zh/nantong/index.html"))
    text = page.evaluate(published(site, "nantong"))
    assert "2021年9月1日" in text
    page.fill("#paste-text", text.replace("自2021年9月1日起", "自2022年9月1日起"))
    page.click("#paste-run")
    assert page.locator(".difference").count() == 1
    assert page.locator(".difference h3").inner_text() == "第三十九条"
    assert page.locator(".difference del").inner_text() == "1"
    assert page.locator(".difference ins").inner_text() == "2"


def test_one_article_is_enough(site, open_page):
    page = open_page(site.file("en/nantong/index.html"))
    page.fill("#paste-text", "第三十二条　鼓励企业推行首席质量官制度。具体办法由市人民政府制定。")
    page.click("#paste-run")
    assert page.locator(".difference ins").inner_text() == "鼓励企业"
    assert "38 not in the pasted text" in page.locator("#paste-result strong").inner_text()
    assert page.locator("#paste-result > p").last.inner_text() == "Not in the pasted text: Article 1 to Article 31, Article 33 to Article 39"


def test_the_published_file_itself(site, open_page):
    """Against the evidence in the repository, chapter headings, adoption note and all."""
    source = Path(__file__).parents[2] / "content/regulations/xuzhou/published.txt"
    if not source.is_file():
        pytest.skip("run from the repository")
    page = open_page(site.file("zh/xuzhou/index.html"))
    page.fill("#paste-text", source.read_text("utf-8"))
    page.click("#paste-run")
    assert page.locator("#paste-result strong").inner_text().startswith("28 条一致，0 条不同")


def test_foreign_text_is_not_guessed_at(site, open_page):
    page = open_page(site.file("zh/nantong/index.html"))
    page.fill("#paste-text", "今天天气很好，我们去公园散步，看见许多花。")
    page.click("#paste-run")
    assert "没有认出" in page.locator("#paste-result").inner_text()
    assert page.locator(".difference").count() == 0
