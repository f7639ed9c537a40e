"""School materials: quizzes by keyboard, the class game, slides, everything that is printed, packs, calendar files."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import icalendar
import pytest
from pypdf import PdfReader

ROOT = Path(__file__).parents[2]
LANGUAGES = ["zh", "en"]


def printed(page):
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))


def size(sheet):
    """Width and height of a PDF page in whole millimetres."""
    return round(float(sheet.mediabox.width) / 72 * 25.4), round(float(sheet.mediabox.height) / 72 * 25.4)


def pages(site, pattern):
    found = sorted(str(p.relative_to(site.folder)) for p in site.folder.glob(pattern) if p.name != "index.html")
    assert found, f"the site has no {pattern}"
    return found


def answer(page, question, right):
    """Answers a question with the keyboard alone, rightly or wrongly."""
    kind = question.get_attribute("data-kind")
    if kind in ("match", "order"):
        entries = question.locator(".pairs li")
        for index in range(entries.count()):
            entry = entries.nth(index)
            place = entry.get_attribute("data-right")
            values = entry.locator("select").evaluate("s => [...s.options].map(o => o.value)")
            index_of = values.index(place) if right else next(i for i, v in enumerate(values) if v and v != place)
            entry.locator("select").focus()
            # Home, then as many times down as the entry stands in the list.
            page.keyboard.press("Home")
            for _ in range(index_of):
                page.keyboard.press("ArrowDown")
    else:
        options = question.locator(".options li")
        flags = [options.nth(i).get_attribute("data-right") is not None for i in range(options.count())]
        wanted = flags if right else [not f for f in flags] if kind == "multiple" else [i == flags.index(False) for i in range(len(flags))]
        for index, choose in enumerate(wanted):
            if choose:
                options.nth(index).locator("input").focus()
                page.keyboard.press("Space")
    question.locator(".check").focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("right", [True, False])
def test_a_quiz_is_marked_at_once(site, open_page, language, right):
    for name in pages(site, f"{language}/school/quizzes/*.html"):
        page = open_page(site.file(name))
        questions = page.locator(".question")
        count = questions.count()
        for index in range(count):
            question = questions.nth(index)
            answer(page, question, right)
            verdict = question.locator(".verdict")
            assert re.search(r"\bright\b" if right else r"\bwrong\b", verdict.get_attribute("class")), f"{name} {index + 1}"
            assert question.locator(".solution").evaluate("d => d.open")
            assert question.locator(".solution blockquote").inner_text().strip()
        score = page.locator(".score").inner_text()
        assert [int(n) for n in re.findall(r"\d+", score)] == [count, count if right else 0]
        page.get_by_role("button").last.click()
        assert page.locator(".score").inner_text() == ""
        assert page.locator(".marked").count() == 0


def test_a_question_without_a_choice_is_not_marked(site, open_page):
    page = open_page(site.file(pages(site, "zh/school/quizzes/*.html")[0]))
    question = page.locator(".question").first
    question.locator(".check").click()
    assert question.locator(".verdict").inner_text()
    assert page.locator(".marked").count() == 0
    assert not question.locator(".solution").evaluate("d => d.open")


def test_nothing_is_stored(site, open_page):
    page = open_page(site.served(pages(site, "en/school/quizzes/*.html")[0]))
    answer(page, page.locator(".question").first, True)
    state = page.evaluate("[Object.keys(localStorage), Object.keys(sessionStorage), document.cookie]")
    assert "quiz" not in str(state) and state[2] == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_answers_are_folded_away(site, open_page, language):
    page = open_page(site.file(pages(site, f"{language}/school/quizzes/*.html")[0]), javascript=False)
    questions = page.locator(".question")
    assert questions.count() > 0
    assert page.locator(".check").count() == 0
    first = questions.first.locator(".solution")
    assert not first.locator(".right-answer").is_visible()
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    assert first.locator(".right-answer").is_visible()


def test_the_game_is_played_by_keyboard(site, open_page):
    page = open_page(site.file(pages(site, "zh/school/quizzes/game/*.html")[0]))
    page.locator(".game-bar button").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".question:visible").count() == 1
    assert page.locator(".question legend:visible").evaluate("e => parseFloat(getComputedStyle(e).fontSize)") >= 40
    assert int(page.locator(".clock").inner_text()) > 5
    page.keyboard.press("t")
    stopped = page.locator(".clock").inner_text()
    page.wait_for_timeout(1300)
    assert page.locator(".clock").inner_text() == stopped, "T stops the clock"
    page.keyboard.press("r")
    assert page.locator(".question:visible .law-quote").is_visible()
    assert page.locator(".question:visible .is-right").count() > 0
    page.keyboard.press("2")
    page.keyboard.press("2")
    page.keyboard.press("Shift+Digit2")
    assert page.locator(".teams .points").all_inner_texts() == ["0", "1"]
    first = page.locator(".question:visible").get_attribute("id")
    page.keyboard.press("ArrowRight")
    assert page.locator(".question:visible").get_attribute("id") != first
    page.keyboard.press("ArrowLeft")
    assert page.locator(".question:visible").get_attribute("id") == first
    page.keyboard.press("Escape")
    assert page.locator(".question:visible").count() == 0, "no question is on the wall before the game or after it"
    assert page.locator(".game-bar button:visible").count() == 1


def play(page, kind):
    """Starts the game and goes to the first question of a kind."""
    page.locator(".game-bar button").first.click()
    while page.locator(".question:visible").get_attribute("data-kind") != kind:
        page.keyboard.press("ArrowRight")
    return page.locator(".question:visible")


def test_an_arrow_behind_a_chosen_answer_goes_on_and_keeps_the_answer(site, open_page):
    page = open_page(site.file(pages(site, "zh/school/quizzes/game/*.html")[0]))
    question = play(page, "single")
    first = question.get_attribute("id")
    page.keyboard.press("b")
    page.keyboard.press("ArrowRight")
    assert page.locator(".question:visible").get_attribute("id") != first
    page.keyboard.press("ArrowLeft")
    chosen = page.locator(".question:visible input").evaluate_all("all => all.map(i => i.checked)")
    assert chosen == [index == 1 for index in range(len(chosen))]


@pytest.mark.parametrize("width, height", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_fits_the_wall_with_all_its_choices(site, open_page, language, width, height):
    for name in pages(site, f"{language}/school/quizzes/game/*.html"):
        page = open_page(site.file(name), width=width, height=height)
        page.locator(".game-bar button").first.click()
        for number in range(page.locator(".question").count()):
            over = page.evaluate("[document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight - innerHeight]")
            assert max(over) <= 0, f"{name} {number + 1}: {over}"
            question = page.locator(".question:visible")
            if question.get_attribute("data-kind") == "match":
                assert question.locator(".choices li:visible").count() == question.locator(".pairs li").count()
            page.keyboard.press("ArrowRight")


def test_a_digit_in_a_list_gives_no_point(site, open_page):
    page = open_page(site.file(pages(site, "zh/school/quizzes/game/*.html")[0]))
    question = play(page, "order")
    question.locator("select").first.focus()
    page.keyboard.press("2")
    assert question.locator("select").first.evaluate("s => s.selectedOptions[0].textContent") == "2"
    assert page.locator(".teams .points").all_inner_texts() == ["0", "0"]


def test_a_stray_escape_costs_no_points(site, open_page):
    page = open_page(site.file(pages(site, "zh/school/quizzes/game/*.html")[0]))
    here = play(page, "match").get_attribute("id")
    page.keyboard.press("1")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    assert page.locator(".question:visible").get_attribute("id") == here
    assert page.locator(".teams .points").all_inner_texts() == ["1", "0"]


def test_without_javascript_the_game_is_a_list(site, open_page):
    page = open_page(site.file(pages(site, "en/school/quizzes/game/*.html")[0]), javascript=False)
    assert page.locator(".question:visible").count() == page.locator(".question").count() > 0
    assert page.locator(".game-bar").count() == 0


def test_a_deck_is_presented_by_keyboard(site, open_page):
    page = open_page(site.file(pages(site, "zh/school/slides/*.html")[0]))
    count = page.locator(".slide").count()
    page.locator(".present").focus()
    page.keyboard.press("Enter")
    assert page.locator(".slide:visible").count() == 1
    seen = []
    for _ in range(count):
        seen.append(page.locator(".slide:visible").get_attribute("id"))
        page.keyboard.press("ArrowRight")
    assert len(set(seen)) == count
    page.keyboard.press("Home")
    assert page.locator(".slide:visible").get_attribute("id") == "s1"
    assert not page.locator(".site-header").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".slide:visible").count() == count


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_deck_prints_one_slide_a_page_and_nothing_is_cut(site, open_page, language):
    for name in pages(site, f"{language}/school/slides/*.html"):
        page = open_page(site.file(name), width=1123, height=794)
        count = page.locator(".slide").count()
        pdf = printed(page)
        assert len(pdf.pages) == count, name
        assert {size(p) for p in pdf.pages} == {(297, 210)}
        page.emulate_media(media="print")
        cut = page.evaluate("[...document.querySelectorAll('.slide')].filter(s => s.scrollHeight > s.clientHeight + 1).map(s => s.id)")
        assert not cut, f"{name}: {cut}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("wall", [(1280, 720), (1024, 768)])
def test_a_shown_slide_stays_on_the_wall(site, open_page, language, wall):
    for name in pages(site, f"{language}/school/slides/*.html"):
        page = open_page(site.file(name), width=wall[0], height=wall[1])
        # Full screen has another size than the wall that is asked for.
        page.evaluate("document.documentElement.requestFullscreen = undefined")
        page.locator(".present").click()
        for _ in range(page.locator(".slide").count()):
            out = page.evaluate(
                """() => { const s = document.querySelector('.slide.current');
                  return s.scrollHeight > innerHeight || s.scrollWidth > innerWidth ? s.id : ''; }"""
            )
            assert not out, f"{name}#{out}"
            page.keyboard.press("ArrowRight")


@pytest.mark.parametrize("language", LANGUAGES)
def test_slides_have_the_numbers_that_the_steps_name(site, open_page, language):
    """A deck that does not open with the lesson's title gets a slide more, and its numbers shift by one."""
    for name in pages(site, f"{language}/school/slides/*.html"):
        page = open_page(site.file(name))
        numbers = page.locator(".slide-number").all_inner_texts()
        assert numbers == [str(n) for n in range(2, len(numbers) + 2)], name
        assert page.locator(".title-slide .slide-body > *").count() > 1, f"{name}: the first slide holds the title only"


@pytest.mark.parametrize(
    "pattern, most, paper",
    [
        ("school/*.html", {"zh": 5, "en": 5}, (210, 297)),
        ("school/worksheets/*.html", {"zh": 2, "en": 2}, (210, 297)),
        ("school/worksheets/bilingual/*.html", {"zh": 2, "en": 2}, (210, 297)),
        ("school/quizzes/sheet/*.html", {"zh": 1, "en": 2}, (210, 297)),
        ("school/quizzes/key/*.html", {"zh": 2, "en": 2}, (210, 297)),
        ("school/posters/*.html", {"zh": 1, "en": 1}, (210, 297)),
        ("school/pocket/*.html", {"zh": 1, "en": 1}, (297, 210)),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_printed_fits_its_paper(site, open_page, language, pattern, most, paper):
    for name in pages(site, f"{language}/{pattern}"):
        page = open_page(site.file(name), width=1100)
        pdf = printed(page)
        assert len(pdf.pages) <= most[language], f"{name}: {len(pdf.pages)} pages"
        assert {size(p) for p in pdf.pages} == {paper}, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_panel_of_a_pocket_guide_overflows(site, open_page, language):
    for name in pages(site, f"{language}/school/pocket/*.html"):
        page = open_page(site.file(name), width=1123, height=794)
        page.emulate_media(media="print")
        panels = page.locator(".panel")
        assert panels.count() == 8
        cut = page.evaluate("[...document.querySelectorAll('.panel-inner')].filter(p => p.scrollHeight > p.clientHeight + 1).length")
        assert cut == 0, name


def test_the_words_of_a_poster_stay_on_it(site, open_page):
    for name in pages(site, "??/school/posters/*.html"):
        page = open_page(site.file(name))
        out = page.evaluate(
            """() => { const box = document.querySelector('.poster svg').getBoundingClientRect();
              return [...document.querySelectorAll('.poster text')].filter(t => { const b = t.getBoundingClientRect();
                return b.left < box.left || b.right > box.right || b.bottom > box.bottom; }).map(t => t.textContent); }"""
        )
        assert not out, f"{name}: {out}"
        met = page.evaluate(
            """() => { const all = [...document.querySelectorAll('.poster text')].slice(-2).map(t => t.getBoundingClientRect());
              return all[0].right > all[1].left; }"""
        )
        assert not met, f"{name}: source and site run into each other"


def test_the_sheet_holds_no_key(site):
    for name in pages(site, "zh/school/quizzes/sheet/*.html"):
        text = site.path(name).read_text("utf-8")
        assert "data-right" not in text and 'class="right-answer"' not in text


def test_the_start_page_picks_lessons(site, open_page):
    page = open_page(site.file("zh/school/index.html"))
    all_cards = page.locator(".lesson-card").count()
    assert all_cards > 0
    level = page.locator("#pick-level option").nth(1).get_attribute("value")
    page.select_option("#pick-level", value=level)
    shown = page.locator(".lesson-card:visible")
    assert 0 < shown.count() <= all_cards
    assert {shown.nth(i).get_attribute("data-level") for i in range(shown.count())} == {level}
    assert str(shown.count()) in page.locator(".picked").inner_text()
    page.select_option("#pick-time", value="short")
    assert page.locator(".lesson-card:visible").count() == 0
    assert page.locator(".picked").inner_text() == "", "no lesson is counted that is not shown"
    page.select_option("#pick-time", value="")
    page.select_option("#pick-level", value="")
    assert page.locator(".lesson-card:visible").count() == all_cards


def test_without_javascript_the_start_page_lists_everything(site, open_page):
    page = open_page(site.file("en/school/index.html"), javascript=False)
    assert not page.locator(".picker").is_visible()
    assert page.locator(".lesson-card:visible").count() == page.locator(".lesson-card").count() > 0


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name, events", [("quality-days", None), ("quality-month", 20)])
def test_calendar_files_are_valid(site, language, name, events):
    data = site.path(f"{language}/school/calendar/{name}.ics").read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    calendar = icalendar.Calendar.from_ical(data)
    assert not calendar.errors
    found = calendar.walk("VEVENT")
    assert all(not event.errors for event in found)
    assert len(found) == events if events else len(found) > 0
    uids = [str(event["UID"]) for event in found]
    assert len(set(uids)) == len(uids)
    for event in found:
        assert event.decoded("DTEND") > event.decoded("DTSTART")
        assert event.decoded("DTSTAMP")
        assert ("RRULE" in event) == (name == "quality-days")
    if events:
        days = [event.decoded("DTSTART") for event in found]
        assert days == sorted(days) and [d.weekday() for d in days] == [0, 1, 2, 3, 4] * 4
        assert days[2].month == days[-1].month == 9


def test_both_languages_have_the_same_events(site):
    def uids(language, name):
        data = site.path(f"{language}/school/calendar/{name}.ics").read_bytes()
        return [str(e["UID"]) for e in icalendar.Calendar.from_ical(data).walk("VEVENT")]

    for name in ["quality-days", "quality-month"]:
        assert uids("zh", name) == uids("en", name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_zip_of_a_lesson_works_offline(site, chromium, tmp_path, language):
    archive = zipfile.ZipFile(site.path(pages(site, f"{language}/school/packs/*.zip")[0]))
    assert archive.testzip() is None
    archive.extractall(tmp_path)
    check_offline(chromium, tmp_path, "开始.html" if language == "zh" else "start.html")


def check_offline(chromium, folder, start):
    """Every page of the pack opens from disk, fetches nothing from elsewhere and links to what is there or to the web."""
    problems = []
    context = chromium.new_context()
    page = context.new_page()
    page.on("console", lambda m: m.type == "error" and problems.append(f"{page.url}: {m.text}"))
    page.on("request", lambda r: r.url.startswith(("file:", "data:")) or problems.append(f"{page.url}: {r.url}"))
    page.on("requestfailed", lambda r: r.failure == "net::ERR_ABORTED" or problems.append(f"{page.url}: {r.url}"))
    assert (folder / start).is_file()
    for name in sorted(folder.rglob("*.html")):
        page.goto(name.as_uri())
        links = page.eval_on_selector_all("a[href]", "all => all.map(a => a.href)")
        for link in links:
            if link.startswith("file:"):
                path = Path(re.sub(r"[#?].*", "", link.removeprefix("file://")).replace("%E5%BC%80%E5%A7%8B", "开始"))
                if not path.is_file():
                    problems.append(f"{name.relative_to(folder)}: {link}")
    context.close()
    assert not problems, "\n".join(problems[:20])


BINARY = Path(os.environ.get("MINGZHI", ROOT / ".build/release/mingzhi"))


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    """A pack of one lesson of the sample site, with every document that the programs here can make."""
    if not BINARY.is_file():
        pytest.skip(f"{BINARY} is not built")
    folder = tmp_path_factory.mktemp("pack") / "school"
    subprocess.run(
        [BINARY, "pack", "school", "--content", ROOT / "Tests/Fixtures/School", "--templates", ROOT / "templates",
         "--level", "primary-upper", "--output", folder],
        check=True, capture_output=True)
    return folder


def test_a_pack_is_a_folder_and_a_zip_of_the_same(pack):
    archive = zipfile.ZipFile(f"{pack}.zip")
    assert archive.testzip() is None
    on_disk = {str(p.relative_to(pack)) for p in pack.rglob("*") if p.is_file() and not p.name.startswith(".")}
    assert set(archive.namelist()) == on_disk


def test_a_pack_works_offline(pack, chromium):
    check_offline(chromium, pack, "start.html")


def test_a_pack_holds_pdfs_when_chromium_is_there(pack):
    expected = {"lesson-towels": 3, "slides-towels": 4, "worksheet-towels": 1, "bilingual-towels": 1, "quiz-towels": 1, "key-towels": 1, "calendar": 5}
    for name, most in expected.items():
        for language in LANGUAGES:
            assert 1 <= len(PdfReader(pack / f"documents/{name}-{language}.pdf").pages) <= most, name
    assert len(list((pack / "documents").glob("poster-*.pdf"))) == 20


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
def test_a_pack_holds_slides_and_worksheets_when_pandoc_is_there(pack):
    for language in LANGUAGES:
        names = zipfile.ZipFile(pack / f"documents/slides-towels-{language}.pptx").namelist()
        assert len([n for n in names if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]) == 4
        # Chinese has a font, the title slide its level, and Word knows A4 and Chinese.
        slides = zipfile.ZipFile(pack / f"documents/slides-towels-{language}.pptx")
        assert '<a:ea typeface="微软雅黑"' in slides.read("ppt/theme/theme1.xml").decode()
        assert ("小学高年级" if language == "zh" else "Upper primary") in slides.read("ppt/slides/slide1.xml").decode()
        sheet = zipfile.ZipFile(pack / f"documents/worksheet-towels-{language}.docx")
        assert 'w:w="11906"' in sheet.read("word/document.xml").decode()
        styles = sheet.read("word/styles.xml").decode()
        assert 'w:eastAsia="zh-CN"' in styles and 'w:eastAsia="宋体"' in styles
        text = sheet.read("word/document.xml").decode()
        assert ("写下每种纸巾吸了多少滴水" if language == "zh" else "Write down how many drops") in text
        both = zipfile.ZipFile(pack / f"documents/bilingual-towels-{language}.docx").read("word/document.xml").decode()
        assert "检验报告" in both and "inspection report" in both


@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pandoc")), reason="LibreOffice or pandoc is not installed")
def test_libreoffice_opens_them(pack, tmp_path):
    files = [pack / f"documents/{name}" for name in ["slides-towels-zh.pptx", "worksheet-towels-en.docx", "bilingual-towels-zh.docx"]]
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--convert-to", "pdf", "--outdir", tmp_path, *files],
        check=True, capture_output=True, timeout=300)
    assert len(PdfReader(tmp_path / "slides-towels-zh.pdf").pages) == 4
    assert len(PdfReader(tmp_path / "worksheet-towels-en.pdf").pages) == 1
    assert len(PdfReader(tmp_path / "bilingual-towels-zh.pdf").pages) == 1


def test_without_the_programs_the_pages_are_there_and_a_note_says_so(tmp_path):
    if not BINARY.is_file():
        pytest.skip(f"{BINARY} is not built")
    empty = tmp_path / "bin"
    empty.mkdir()
    (empty / "rm").symlink_to(shutil.which("rm"))
    run = subprocess.run(
        [BINARY, "pack", "school", "--content", ROOT / "Tests/Fixtures/School", "--templates", ROOT / "templates",
         "--level", "junior", "--output", tmp_path / "pack", "--language", "en"],
        capture_output=True, text=True, env={"PATH": str(empty), "HOME": str(tmp_path)})
    assert run.returncode == 0, run.stderr
    assert "no PDFs" in run.stderr and "no PPTX" in run.stderr
    assert (tmp_path / "pack/zh/school/origin.html").is_file()
    assert not (tmp_path / "pack/documents").exists()


@pytest.mark.parametrize("arguments, words", [(["--regulation", "demmo"], "no regulation"), (["--level", "senior"], "no lesson")])
def test_a_pack_of_nothing_is_refused(tmp_path, arguments, words):
    if not BINARY.is_file():
        pytest.skip(f"{BINARY} is not built")
    run = subprocess.run(
        [BINARY, "pack", "school", "--content", ROOT / "Tests/Fixtures/School", "--templates", ROOT / "templates", "--language", "en",
         "--output", tmp_path / "pack", *arguments],
        capture_output=True, text=True)
    assert run.returncode == 2
    assert words in run.stderr
    assert not (tmp_path / "pack").exists()
