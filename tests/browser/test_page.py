#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""test_page.py RELGRAPH SCREENSHOTS [TEST...]: opens pages in Chromium and works with them as readers do.

Every page must load without a message on the console and without a request beside itself, whatever is done.
Leaves screenshots for people to look at. Exit status 77: there is no Chromium.
"""
import contextlib
import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import traceback

import axe_playwright_python
import graphs
from playwright.sync_api import sync_playwright

RELGRAPH, SCREENSHOTS = sys.argv[1], pathlib.Path(sys.argv[2])
MAX_FILTER_MS = 100
AXE_SOURCE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
HOSTILE = ["</script><script>document.title='taken'</script>", "\"/><img src=x onerror=\"document.title='taken'\">",
           "<!--<script>", "]]>&lt;&amp;{1}", "\u202eabc\u2066\u2028\u2029", "😀👩‍👩‍👧 \x00\x01\x1f\ufffe", "x" * 10000,
           "javascript:document.title='taken'", "' onclick='document.title=1", "\\u003c\\", "${document.title}`"]


class Pages:
    """Makes pages and opens them; what goes wrong in them is an error at the end of each."""

    def __init__(self, browser, folder):
        self.browser, self.folder, self.count = browser, pathlib.Path(folder), 0

    def make(self, graph, *options):
        self.count += 1
        source = self.folder / f"{self.count}.json"
        source.write_text(json.dumps(graph), encoding="utf-8")
        target = source.with_suffix(".html")
        subprocess.run([RELGRAPH, "render", source, "-o", target, "--quiet", *options], check=True)
        return target

    @contextlib.contextmanager
    def open(self, file, width=1400, height=1000, **context_options):
        context = self.browser.new_context(viewport={"width": width, "height": height}, **context_options)
        page = context.new_page()
        trouble = []
        page.on("console", lambda message: trouble.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: trouble.append(f"error: {error}"))
        page.on("dialog", lambda dialog: trouble.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: trouble.append(f"request: {request.url}")
                if request.url not in (file.as_uri(), "data:,") else None)
        page.goto(file.as_uri())
        yield page
        assert not trouble, trouble
        context.close()


def text(page, selector):
    return page.locator(selector).inner_text()


def drawn(page, label):
    return page.locator("#picture g[role=button]").and_(page.get_by_label(label, exact=False)).first


def rows(page):
    return page.locator("#relations tbody tr").count()


def faded(page):
    return page.locator("#picture g.off").count()


def test_evidence(pages):
    with pages.open(pages.make(graphs.quarrel())) as page:
        assert "3 von 3" in text(page, "#state")
        drawn(page, "Jörg Müller → Foo AG").locator("text").click()
        panel = page.locator("#panel")
        assert text(page, "#panel mark.trigger") == "kritisiert"
        assert text(page, "#panel mark.speaker") == "Berg"
        assert text(page, "#panel q") == "Müller kritisiert die Foo AG scharf, sagte Berg."
        assert text(page, "#panel blockquote").startswith("Davor. Müller") and "Danach." in text(page, "#panel blockquote")
        assert "laut Anna Berg" in panel.inner_text() and "22. Januar 2025" in panel.inner_text()
        assert "95" in panel.inner_text() and "Aussage eines Dritten" in panel.inner_text()
        assert panel.locator("a").get_attribute("href") == "https://example.org/a"
        drawn(page, "Foo AG → Jörg Müller").locator("text").click()
        assert "2.500.000 EUR" in panel.inner_text() and "Dezember 2024" in panel.inner_text()
        assert panel.locator("a").count() == 0  # no link to javascript:
        assert page.locator("#sources a").count() == 1


def test_focus(pages):
    with pages.open(pages.make(graphs.quarrel())) as page:
        drawn(page, "Anna Berg –").click()
        assert text(page, "#panel-title") == "Anna Berg"
        far = page.locator("#picture g.far").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
        assert any("Müller" in one for one in far) and not any("Berg" in one or one.startswith("Foo AG –") for one in far), far
        assert drawn(page, "Anna Berg –").get_attribute("aria-pressed") == "true"
        page.locator("#panel li button").first.click()
        assert "Berg arbeitet für Foo." in text(page, "#panel")
        page.get_by_role("button", name="Zurück zu Anna Berg").click()
        assert text(page, "#panel-title") == "Anna Berg"
        page.keyboard.press("Escape")
        assert page.locator("#picture g.far").count() == 0 and page.locator("#panel.empty").count() == 1
        # from the table and back to where the reader was
        button = page.locator("#relations tbody button").first
        button.click()
        assert page.evaluate("document.activeElement.id") == "panel-title"
        page.keyboard.press("Escape")
        assert button.evaluate("one => one === document.activeElement")


def test_search_and_filters(pages):
    with pages.open(pages.make(graphs.quarrel())) as page:
        page.keyboard.press("/")
        assert page.evaluate("document.activeElement.id") == "query"
        page.keyboard.type("MULLER verklagt")
        assert rows(page) == 1 and "1 von 3" in text(page, "#state") and faded(page) > 0
        page.keyboard.press("Escape")
        assert rows(page) == 3 and page.locator("#query").input_value() == "" and faded(page) == 0
        page.locator("#query").fill("ohne linie")
        found = page.locator("#actors li").all_text_contents()
        assert rows(page) == 0 and found == ["Ohne Linie Ort, 0"], found
        page.locator("#clear").click()

        page.locator("#types summary").click()
        page.get_by_label("Konflikt und Recht").uncheck()
        assert rows(page) == 2 and text(page, "#types .chosen") == "2/3"
        page.get_by_role("checkbox", name="kritisiert").uncheck()
        assert rows(page) == 1 and not page.get_by_label("Haltung").is_checked()
        page.keyboard.press("Escape")
        assert page.locator("details[open]").count() == 0
        page.locator("#clear").click()

        page.locator("#statuses summary").click()
        page.get_by_label("Tatsache laut Text").uncheck()
        assert rows(page) == 1
        page.locator("#clear").click()

        page.locator("#confidence summary").click()
        page.locator("#at-least").focus()
        for _ in range(10):
            page.keyboard.press("ArrowRight")
        assert rows(page) == 2 and text(page, "#confidence .chosen") == "≥ 50\u00a0%"
        page.locator("#clear").click()

        page.locator("#time summary").click()
        page.locator("#to").fill("2024-12-15")  # some day of December 2024 is not after it
        assert rows(page) == 1 and "verklagt" in page.locator("#relations tbody").text_content()
        page.locator("#to").fill("")
        page.locator("#from").fill("2025-02-01")
        assert rows(page) == 1 and "arbeitet für" in page.locator("#relations tbody").text_content()
        page.locator("#clear").click()
        assert rows(page) == 3


def test_table(pages):
    with pages.open(pages.make(graphs.quarrel())) as page:
        head = page.locator("thead th", has_text="Sicherheit")
        head.locator("button").click()
        assert head.get_attribute("aria-sort") == "ascending"
        assert page.locator("td.number").all_text_contents() == ["95\u00a0%", "90\u00a0%", "40\u00a0%"]
        head.locator("button").click()
        assert head.get_attribute("aria-sort") == "descending"
        assert page.locator("td.number").first.text_content() == "40\u00a0%"


def test_keyboard(pages):
    """All of the picture can be reached and worked with by keys alone."""
    file = pages.make(graphs.quarrel())
    label = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.id"
    with pages.open(file) as page:
        seen = []
        for _ in range(12):
            page.keyboard.press("Tab")
            seen.append(page.evaluate("document.activeElement.closest('#picture svg') ? 'picture' : document.activeElement.className"))
            if seen[-1] == "picture":
                break
        assert seen[0] == "skip" and seen[-1] == "picture", seen
        actors = set()
        for _ in range(3):
            actors.add(page.evaluate(label))
            page.keyboard.press("ArrowRight")
        assert {one.split(" – ")[0] for one in actors} == {"Jörg Müller", "Foo AG", "Anna Berg"}, actors
        while "Foo AG" not in page.evaluate(label):
            page.keyboard.press("ArrowRight")
        lines = set()
        for _ in range(3):
            page.keyboard.press("ArrowDown")
            lines.add(page.evaluate(label).split(":")[0])
        assert lines == {"Jörg Müller → Foo AG", "Foo AG → Jörg Müller", "Anna Berg → Foo AG"}, lines
        page.keyboard.press("Enter")
        assert page.locator("#panel q").count() == 1 and "Belege" in text(page, "#state")
        page.keyboard.press("Escape")
        assert page.locator("#panel.empty").count() == 1
        page.keyboard.press("ArrowLeft")
        assert " – " in page.evaluate(label)
        page.keyboard.press("Space")
        assert page.locator("#picture g[aria-pressed=true]").count() == 1
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('.zoom') !== null")


def test_order(pages):
    """Landmarks and headings in the order in which a screen reader reads them."""
    with pages.open(pages.make(graphs.quarrel())) as page:
        headings = page.locator("h1, h2").all_inner_texts()
        assert headings == ["Wer mit wem", "Bild", "Belege", "Beziehungen", "Akteure", "Quellen"], headings
        for role in ("banner", "main", "search", "contentinfo"):
            assert page.get_by_role(role).count() == 1, role
        assert page.get_by_role("table").get_by_role("columnheader").count() == 7
        assert page.locator("html").get_attribute("lang") == "de"


def check_accessibility(page, what):
    page.evaluate(AXE_SOURCE)
    result = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})")
    found = [f"{one['id']}: {one['help']}: {node['html'][:160]}" for one in result["violations"] for node in one["nodes"]]
    assert not found, what + "\n" + "\n".join(found)


def test_accessibility(pages):
    files = {"quarrel": pages.make(graphs.quarrel()), "large": pages.make(graphs.large(80, 200, 5))}
    for name, file in files.items():
        for scheme in ("light", "dark"):
            for width in (1400, 400):
                with pages.open(file, width, color_scheme=scheme, reduced_motion="reduce") as page:
                    check_accessibility(page, f"{name} {scheme} {width}")
                    page.locator("#relations tbody button").nth(1).click()
                    check_accessibility(page, f"{name} {scheme} {width}, evidence")
                    page.locator("#actors li button").last.click()
                    check_accessibility(page, f"{name} {scheme} {width}, actor")
                    page.keyboard.press("Escape")
                    page.locator("#types summary").click()
                    check_accessibility(page, f"{name} {scheme} {width}, menu")


def test_hostile_text(pages):
    for one in HOSTILE:
        with pages.open(pages.make(graphs.hostile(one))) as page:
            assert "taken" not in page.title() or one in page.title(), one
            assert page.locator("script").count() == 2 and page.locator("img").count() == 0, one
            for index in range(3):
                page.locator("#relations td.type button").nth(index).click()
                assert page.locator("#panel q").count() == 1
            page.locator("#actors li button").first.click()
            for link in page.locator("a:not(.skip)").all():
                assert link.get_attribute("href").startswith("https://example.org/"), one
            wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{one[:40]}: the page is {wide} px too wide"


def test_other_graphs(pages):
    empty = graphs.graph([], [], [])
    with pages.open(pages.make(empty)) as page:
        assert "0 of 0" in text(page, "#state")
        page.keyboard.press("Escape")
        check_accessibility(page, "empty")
    loop = graphs.graph([graphs.node("a", "Only One")], [graphs.edge("a", "a", "criticizes", [])], [])
    with pages.open(pages.make(loop)) as page:
        page.locator("#relations td.type button").click()
        assert "no evidence" in text(page, "#panel")
        page.locator("#actors li button").click()
        assert page.locator("#panel li").count() == 1


def test_without_scripts(pages):
    with pages.open(pages.make(graphs.quarrel()), java_script_enabled=False) as page:
        assert rows(page) == 3 and page.locator("#picture svg").is_visible()
        assert not page.locator("#filters").is_visible() and "JavaScript" in text(page, "noscript")


def test_ego(pages):
    """An actor that the picture has no room for is drawn with its neighbours."""
    graph = graphs.large(80, 200, 5)
    with pages.open(pages.make(graph)) as page:
        inside = page.locator("#picture g[role=button]").evaluate_all("all => all.map(one => one.getAttribute('aria-label').split(' – ')[0])")
        page.locator("#actors .more").click()
        outside = next(one for one in page.locator("#actors button bdi").all_text_contents() if one not in inside)
        page.get_by_role("button", name=outside, exact=True).last.click()
        wheel = page.locator("#panel svg.ego")
        assert wheel.get_attribute("role") == "img" and wheel.locator("line").count() > 0
        identifier = next(one["id"] for one in graph["nodes"] if one["label"] == outside)
        ends = [{one["source"], one["target"]} for one in graph["edges"]]
        assert wheel.locator("line").count() == min(12, len(set().union(*(one for one in ends if identifier in one))) - 1)
        assert page.locator("#picture g.far").count() == 0
        wheel.locator("text").first.click()
        assert text(page, "#panel-title") != outside


def test_dark_and_print(pages):
    file = pages.make(graphs.quarrel())
    background = "getComputedStyle(document.body).backgroundColor"
    paper = "getComputedStyle(document.querySelector('#picture .bg')).fill"
    with pages.open(file) as page:
        assert page.evaluate(background) == page.evaluate(paper) == "rgb(255, 255, 255)"
        page.locator("#theme").click()
        assert page.evaluate(background) == page.evaluate(paper) == "rgb(27, 27, 31)"
        page.emulate_media(media="print")
        assert page.evaluate(background) == page.evaluate(paper) == "rgb(255, 255, 255)"
        assert not page.locator("#filters").is_visible() and page.locator("#relations table").is_visible()
    with pages.open(file, color_scheme="dark") as page:
        assert page.evaluate(background) == "rgb(27, 27, 31)"
        assert page.locator("#theme").get_attribute("aria-pressed") == "true"
        page.locator("#theme").click()
        assert page.evaluate(background) == page.evaluate(paper) == "rgb(255, 255, 255)"
    with pages.open(pages.make(graphs.quarrel(), "--theme", "dark")) as page:
        assert page.evaluate(background) == page.evaluate(paper) == "rgb(27, 27, 31)"


TIMING = """async ([id, value]) => {
  const input = document.getElementById(id);
  input.value = value;
  const begin = performance.now();
  input.dispatchEvent(new Event("input", { bubbles: true }));
  document.body.offsetHeight;  // styles and layout belong to it
  const end = performance.now();
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
  return end - begin;
}"""


def test_time(pages):
    """A filter over 2,000 relations, from the key to the new layout."""
    steps = [("query", value) for value in ("a", "an", "anna", "monday", "zzz", "")] + [
        ("at-least", value) for value in ("40", "70", "95", "0")]
    with pages.open(pages.make(graphs.large())) as page:
        page.locator("#relations").scroll_into_view_if_needed()
        page.evaluate(TIMING, ["query", "warm"])
        times = {step: min(page.evaluate(TIMING, list(step)) for _ in range(3)) for step in steps}
        assert "2,000 of 2,000" in text(page, "#state"), text(page, "#state")
    worst = max(times, key=times.get)
    print(f"  filter over 2,000 relations: median {statistics.median(times.values()):.0f} ms, "
          f"worst {times[worst]:.0f} ms {worst}")
    assert times[worst] < MAX_FILTER_MS, times


def test_screenshots(pages):
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    file = pages.make(graphs.large(60, 90, 5))
    for name, width, options in [("light", 1400, {}), ("dark", 1400, {"color_scheme": "dark"}), ("narrow", 400, {})]:
        with pages.open(file, width, **options) as page:
            page.locator("#relations tbody button").nth(1).click()
            page.screenshot(path=SCREENSHOTS / f"{name}.png")
    with pages.open(file) as page:
        page.pdf(path=SCREENSHOTS / "print.pdf", format="A4")
        rows_printed = page.evaluate("dispatchEvent(new Event('beforeprint')), document.querySelectorAll('tbody tr').length")
        assert rows_printed == 90


def main():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        print("skipped: there is no chromium")
        return 77
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        # as root, as in containers, Chromium has no sandbox; the pages are ours
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        pages = Pages(browser, folder)
        failed = 0
        wanted = sys.argv[3:]
        for name, test in sorted(globals().items()):
            if not name.startswith("test_") or (wanted and name not in wanted):
                continue
            try:
                test(pages)
                print(f"ok {name}")
            except Exception as error:  # the next test can still tell something
                failed += 1
                print(f"FAILED {name}: {error}\n{traceback.format_exc(limit=-1)}")
        browser.close()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
