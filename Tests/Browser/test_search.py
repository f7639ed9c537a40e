"""The search page: what it finds, how it is used, how large and how fast it is."""

import gzip
import re
from pathlib import Path

import pytest

HERE = Path(__file__).parent
LANGUAGES = ["zh", "en"]
# Of a gzipped index a language, in bytes.
MOST_BYTES = 300_000


def rows(name):
    lines = [line for line in (HERE / "queries" / name).read_text("utf-8").splitlines() if not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def results(page, count=10):
    return page.evaluate("n => [...document.querySelectorAll('a[data-result]')].slice(0, n).map(a => a.getAttribute('href'))", count)


def ask(page, text):
    """Types a question and waits for its results."""
    page.fill("#query", text)
    page.wait_for_function("q => document.querySelector('[data-results]').dataset.query === q", arg=text)
    return results(page)


@pytest.fixture
def search(site, open_page):
    def open_(language, query="", server=False, **options):
        address = (site.served if server else site.file)(f"{language}/search.html")
        page = open_page(address + (f"?q={query}" if query else ""), **options)
        if options.get("javascript", True):
            page.wait_for_selector("[data-kinds] input", state="attached")
        return page

    return open_


# What it finds


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["tune", "held"])
def test_answers_stand_among_the_first(search, language, part):
    page = search(language)
    found, recalls, missed = [], [], []
    for which, query, provisions in rows(f"{language}.tsv"):
        if which != part:
            continue
        wanted = [f"{p}.html" for p in provisions.split()]
        got = ask(page, query)
        found.append(any(w in got[:5] for w in wanted))
        recalls.append(sum(w in got for w in wanted) / len(wanted))
        if recalls[-1] < 1:
            missed.append(f"{query}: {[w for w in wanted if w not in got]}")
    success, recall = sum(found) / len(found), sum(recalls) / len(recalls)
    print(f"{language} {part}: {len(found)} questions, success@5 {success:.3f}, recall@10 {recall:.3f}")
    assert success >= 0.95 and recall >= 0.95, "\n".join(missed)


def test_words_of_one_language_find_pages_of_the_other(search):
    pages = {language: search(language) for language in LANGUAGES}
    for language, query, provision in rows("across.tsv"):
        assert f"{provision}.html" in ask(pages[language], query)[:5], (language, query)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("server", [False, True])
def test_an_address_with_a_question_shows_its_results(search, language, server):
    page = search(language, "召回", server=server)
    page.wait_for_selector("a[data-result]")
    assert page.input_value("#query") == "召回"
    assert "hubei/37.html" in results(page, 3)


def test_a_word_half_typed_finds_what_begins_with_it(search):
    assert "hubei/37.html" in ask(search("en"), "reca")[:5]
    assert ask(search("zh"), "召")


def test_what_is_asked_for_is_marked(search):
    page = search("zh")
    ask(page, "缺陷消费品召回")
    marks = page.locator("li:first-child .find-excerpt mark").all_inner_texts()
    assert any("召回" in mark for mark in marks), marks


def test_kinds_and_places_narrow_the_results(search):
    page = search("zh")
    ask(page, "召回")
    page.check("input[name=kind][value=provision]", force=True)
    page.wait_for_function("() => [...document.querySelectorAll('a[data-result]')].every(a => a.dataset.kind === 'provision')")
    page.select_option("#place", label="南京市")
    page.wait_for_function("() => [...document.querySelectorAll('a[data-result]')].every(a => a.getAttribute('href').startsWith('nanjing/'))")
    assert "nanjing/23.html" in results(page)


def test_other_kinds_do_not_crowd_out_the_law(search):
    page = search("zh")
    ask(page, "召回")
    kinds = page.evaluate("[...document.querySelectorAll('a[data-result]')].map(a => a.dataset.kind)")
    assert set(kinds[:6]) != {"provision"}
    for start in range(3):
        assert kinds[start:start + 5].count("provision") >= 4, kinds


@pytest.mark.parametrize("language, question, answer", [
    ("zh", "坏了怎么办", "situations/dangerous-kettle"), ("zh", "新房漏水怎么办", "situations/cracks-in-a-new-flat"),
    ("en", "It is broken, what can I do?", "situations/dangerous-kettle"),
])
def test_who_asks_in_a_sentence_is_shown_an_everyday_question_first(search, language, question, answer):
    page = search(language)
    assert ask(page, question)[0] == answer + ".html"
    kinds = page.evaluate("[...document.querySelectorAll('a[data-result]')].map(a => a.dataset.kind)")
    assert kinds[1:5] == ["provision"] * 4, "the law follows"


# How it is used


def test_keys_lead_through_the_results(search):
    page = search("zh")
    ask(page, "召回")
    focused = "document.activeElement.getAttribute('href')"
    page.keyboard.press("ArrowDown")
    first = page.evaluate(focused)
    page.keyboard.press("ArrowDown")
    second = page.evaluate(focused)
    assert [first, second] == results(page, 2)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(re.escape(first)))


def test_more_results_come_on_demand(search):
    page = search("en")
    ask(page, "quality")
    before = page.locator("a[data-result]").count()
    page.click("[data-more]")
    page.wait_for_function("n => document.querySelectorAll('a[data-result]').length > n", arg=before)
    assert page.evaluate("document.activeElement.hasAttribute('data-result')")


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)>", "((((", "\\", "😀", "的", "x" * 200, "%", "[]^$.*+?"])
def test_odd_questions_do_no_harm(search, text):
    page = search("zh")
    page.fill("#query", text)
    page.wait_for_function("() => document.querySelector('[role=status]').textContent !== ''")
    assert page.locator("li img").count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_it_leads_elsewhere(search, language):
    page = search(language, javascript=False)
    links = page.locator(".find-without a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert links == ["topics/index.html", "situations/index.html", "glossary.html"]
    assert not page.locator("#find").is_visible()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_runs_over_the_side(search, width):
    page = search("en", width=width)
    ask(page, "report a quality and safety incident")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(search, language, scheme):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    # axe reads style sheets by itself, which pages from disk do not allow.
    page = search(language, server=True, color_scheme=scheme)
    for text in ["", "召回", "xyzzyq"]:
        page.fill("#query", text)
        page.wait_for_timeout(300)
        # `region` and the frame around the page are for the test of every page kind.
        found = axe.run(page, context="main").response["violations"]
        assert not found, [(v["id"], [n["target"] for n in v["nodes"]]) for v in found]


# The index


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_is_small(site, language):
    sizes = {p.name: len(gzip.compress(p.read_bytes(), 9)) for p in (site.folder / "search" / language).iterdir()}
    assert sum(sizes.values()) < MOST_BYTES, sizes


def test_the_browser_cuts_texts_as_the_engine_does(search):
    page = search("zh")
    lines = (HERE.parent / "Fixtures" / "search" / "terms.tsv").read_text("utf-8").splitlines()
    for line in lines[1:]:
        text, terms = line.split("\t")
        assert page.evaluate("text => mingzhiSearch.terms(text).map(t => t.term).join(' ')", text) == terms


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_law_is_in_the_index(search, language):
    """Over the whole corpus: what the script cuts, the engine has indexed, in the piece where the script looks."""
    page = search(language)
    missing = page.evaluate("""async language => {
      const received = {}, receive = mingzhiSearch.receive;
      mingzhiSearch.receive = (name, content) => { received[name] = content; receive(name, content); };
      const load = name => new Promise(resolve => {
        const script = document.createElement('script');
        script.src = '../search/' + name + '.js?again';
        script.onload = () => resolve(received[name]);
        document.head.append(script);
      });
      const index = await load(language + '/index');
      const pieces = [];
      for (let i = 0; i < index.termPieces; i++) {
        const terms = new Set();
        for (const group of (await load(`${language}/terms-${i}`)).split(',')) {
          if (/^[a-z0-9]/.test(group)) terms.add(group.split(':')[0]);
          else for (const entry of group.slice(1).match(/[^\\w-][\\w-]+/g) || []) terms.add((group[0] + entry[0]).trim());
        }
        pieces.push(terms);
      }
      const missing = [];
      let count = 0;
      for (let i = 0; i < index.textPieces.length; i++) {
        for (const entry of await load(`${language}/texts-${i}`)) {
          for (const text of [entry[1]].concat(entry.slice(2).filter(t => t[0] === 'l').map(t => t.slice(1)))) {
            for (const {term} of mingzhiSearch.terms(text)) {
              count++;
              if (!pieces[mingzhiSearch.pieceOf(term, pieces.length)].has(term)) missing.push(term);
            }
          }
        }
      }
      return count > 1000 ? missing : ['nothing was read'];
    }""", language)
    assert missing == []
