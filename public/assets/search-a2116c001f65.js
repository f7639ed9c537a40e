"use strict";
// The search page: results as one types, filters, excerpts, keys.
(function (search) {
  var place = document.getElementById("find");
  if (!place) return;
  var language = place.dataset.language;
  var form = place.querySelector("form"), input = form.elements.q;
  var kinds = place.querySelector("[data-kinds]"), places = form.elements.place;
  var status = place.querySelector("[role=status]"), list = place.querySelector("[data-results]");
  var more = place.querySelector("[data-more]"), start = place.querySelector("[data-start]");
  var none = place.querySelector("[data-none]");
  var pageLength = 10;
  var turn = 0, shown = 0, result = null;

  function word(name, values) {
    return place.dataset[name].replace(/\{(\w+)\}/g, function (all, key) { return key in values ? values[key] : all; });
  }

  function element(name, attributes, content) {
    var made = document.createElement(name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    (Array.isArray(content) ? content : [content]).forEach(function (part) { if (part) made.append(part); });
    return made;
  }

  // ---- Excerpts ----

  var excerptLength = language === "zh" ? 88 : 200;

  // Text with what was asked for in <mark>.
  function marked(text, terms, from, to) {
    var parts = [], at = from;
    spans(text, terms).forEach(function (span) {
      if (span.end <= at || span.start >= to) return;
      if (span.start > at) parts.push(text.slice(at, span.start));
      parts.push(element("mark", {}, text.slice(Math.max(at, span.start), Math.min(to, span.end))));
      at = Math.min(to, span.end);
    });
    if (at < to) parts.push(text.slice(at, to));
    return parts;
  }

  // Where terms stand in a text; places that touch are one.
  function spans(text, terms) {
    var found = [];
    search.terms(text).forEach(function (one) {
      if (!terms.has(one.term)) return;
      var last = found[found.length - 1];
      if (last && one.start <= last.end) {
        last.end = one.end;
        last.terms.add(one.term);
      } else {
        found.push({ start: one.start, end: one.end, terms: new Set([one.term]) });
      }
    });
    return found;
  }

  // The stretch of a text that says most of what was asked.
  function excerpt(lines, terms) {
    var best = null;
    lines.forEach(function (line) {
      var found = spans(line.text, terms);
      for (var i = 0; i < found.length; i++) {
        var held = new Set();
        for (var j = i; j < found.length && found[j].end - found[i].start <= excerptLength; j++) {
          found[j].terms.forEach(function (term) { held.add(term); });
        }
        var score = held.size + (line.source === "law" ? 0.5 : 0);
        if (!best || score > best.score) best = { line: line, start: found[i].start, score: score };
      }
    });
    if (!best) best = { line: lines[0], start: 0 };
    if (!best.line) return null;
    var text = best.line.text, from = beginning(text, best.start), to = Math.min(text.length, from + excerptLength);
    if (to < text.length && language === "en") to = Math.max(text.lastIndexOf(" ", to), from + 1);
    return { source: best.line.source, parts: [from > 0 ? "…" : ""].concat(marked(text, terms, from, to), to < text.length ? "…" : "") };
  }

  // Where an excerpt begins so that a place stands in its first third: at the text's start, or after a stop.
  function beginning(text, at) {
    var lead = Math.floor(excerptLength / 3);
    if (at <= lead) return 0;
    for (var i = at - 1; i >= at - lead; i--) {
      if ("。；，、：;,. ".indexOf(text[i]) >= 0 && (text[i] !== " " || i < at - lead / 2)) return i + 1;
    }
    return at - Math.floor(lead / 2);
  }

  // ---- Results ----

  function item(hit, terms) {
    return search.document(language, hit.number).then(function (found) {
      var about = hit.about;
      var link = element("a", { href: found.href, "data-result": "", "data-kind": about.kind }, marked(found.title, terms, 0, found.title.length));
      var line = element("p", { class: "find-about" }, []);
      // A provision's title says what it is.
      if (about.kind !== "provision") line.append(element("span", { class: "find-kind" }, about.label));
      if (about.status) line.append(element("span", { class: "status status-" + about.statusCode }, about.status));
      var row = element("li", {}, [line, element("h2", {}, link)]);
      var text = excerpt(found.lines, terms);
      if (text) {
        var ours = text.source === "ours" && about.kind === "provision";
        var paragraph = element("p", { class: "find-excerpt", "data-source": text.source }, text.parts);
        if (ours) paragraph.prepend(element("span", { class: "find-source" }, place.dataset.note));
        row.append(paragraph);
      }
      return row;
    });
  }

  // Adds the next hits to the list.
  function showMore() {
    var mine = turn, hits = result.hits.slice(shown, shown + pageLength), terms = search.marks(result.question);
    return Promise.all(hits.map(function (hit) { return item(hit, terms); })).then(function (rows) {
      if (mine !== turn) return;
      if (shown === 0) list.textContent = "";
      rows.forEach(function (row) { list.append(row); });
      shown += rows.length;
      more.hidden = shown >= result.hits.length;
      list.dataset.query = input.value;
    });
  }

  function chosen(name) {
    var field = form.elements[name];
    return field ? field.value : "";
  }

  function run() {
    var text = input.value.trim(), mine = ++turn;
    remember(text);
    start.hidden = text !== "";
    if (!text) {
      list.textContent = status.textContent = "";
      list.dataset.query = "";
      more.hidden = none.hidden = true;
      return;
    }
    var began = performance.now();
    search.find(language, text, { kind: chosen("kind"), place: chosen("place") }).then(function (found) {
      if (mine !== turn) return null;
      result = found;
      shown = 0;
      none.hidden = found.hits.length > 0;
      count(found);
      return showMore().then(function () {
        if (mine !== turn) return;
        status.textContent = found.hits.length ? word("count", { count: found.hits.length }) : place.dataset.nothing;
        list.dataset.milliseconds = Math.round((performance.now() - began) * 10) / 10;
      });
    }).catch(function () {
      if (mine === turn) status.textContent = place.dataset.failed;
    });
  }

  function count(found) {
    kinds.querySelectorAll("[data-count]").forEach(function (label) {
      var kind = label.dataset.count;
      var number = kind ? found.counts[kind] || 0 : found.total;
      label.textContent = String(number);
      label.closest("label").hidden = kind !== "" && number === 0 && kind !== chosen("kind");
    });
  }

  // ---- Address ----

  function remember(text) {
    var query = new URLSearchParams();
    [["q", text], ["kind", chosen("kind")], ["place", chosen("place")]].forEach(function (pair) {
      if (pair[1]) query.set(pair[0], pair[1]);
    });
    var address = location.pathname + (String(query) ? "?" + query : "");
    document.querySelectorAll("[data-other]").forEach(function (link) {
      link.href = link.getAttribute("href").split("?")[0] + (text ? "?q=" + encodeURIComponent(text) : "");
    });
    // Some browsers let no page from disk change its address.
    try { history.replaceState(null, "", address); } catch (error) { return; }
  }

  // ---- Filters ----

  function addFilters(index) {
    var labels = {}, names = [];
    index.groups.forEach(function (group) {
      labels[group.about.kind] = group.about.label;
      if (group.about.place && names.indexOf(group.about.place) < 0) names.push(group.about.place);
    });
    [""].concat(Object.keys(labels)).forEach(function (kind) {
      var radio = element("input", { type: "radio", name: "kind", value: kind }, null);
      radio.checked = kind === "";
      kinds.append(element("label", {}, [
        radio, element("span", {}, [kind ? labels[kind] : place.dataset.all, " ", element("span", { "data-count": kind }, "")]),
      ]));
    });
    names.forEach(function (name) { places.append(element("option", { value: name }, name)); });
  }

  function readAddress() {
    var query = new URLSearchParams(location.search);
    input.value = query.get("q") || "";
    places.value = query.get("place") || "";
    if (places.selectedIndex < 0) places.value = "";
    kinds.querySelectorAll("input").forEach(function (radio) { radio.checked = radio.value === (query.get("kind") || ""); });
    if (!chosen("kind") && kinds.querySelector("input")) kinds.querySelector("input").checked = true;
  }

  // ---- Keys ----

  function move(step) {
    var links = Array.from(list.querySelectorAll("a[data-result]"));
    var next = links.indexOf(document.activeElement) + step;
    if (next < 0) input.focus();
    else if (next < links.length) links[next].focus();
  }

  document.addEventListener("keydown", function (event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    var active = document.activeElement;
    var isTyping = active && /^(INPUT|SELECT|TEXTAREA)$/.test(active.tagName);
    var isResult = active && active.hasAttribute("data-result");
    if (event.key === "/" && !isTyping) {
      input.focus();
      input.select();
    } else if (event.key === "ArrowDown" && (active === input || isResult)) {
      move(1);
    } else if (event.key === "ArrowUp" && isResult) {
      move(-1);
    } else if (event.key === "Enter" && active === input) {
      var first = list.querySelector("a[data-result]");
      if (first && list.dataset.query === input.value) first.click();
    } else if (event.key === "Escape" && isResult) {
      input.focus();
    } else {
      return;
    }
    event.preventDefault();
  });

  // ---- Beginning ----

  search.open(place.dataset.root);
  place.hidden = false;
  start.append(element("ul", {}, place.dataset.examples.split(/[|｜]/).map(function (text) {
    var example = text.trim();
    return element("li", {}, element("a", { href: "?q=" + encodeURIComponent(example) }, example));
  })));
  input.setAttribute("enterkeyhint", "search");
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", function (event) { if (!event.isComposing) run(); });
  form.addEventListener("compositionend", run);
  more.addEventListener("click", function () {
    var last = list.lastElementChild;
    showMore().then(function () {
      if (last && last.nextElementSibling) last.nextElementSibling.querySelector("a").focus();
    });
  });
  window.addEventListener("popstate", function () { readAddress(); run(); });
  search.overview(language).then(function (index) {
    var typed = input.value;
    addFilters(index);
    readAddress();
    if (typed) input.value = typed;
    run();
    if (!(navigator.connection && navigator.connection.saveData)) {
      setTimeout(function () { search.prepare(language).catch(function () { return null; }); }, 50);
    }
  }).catch(function () { status.textContent = place.dataset.failed; });
  input.focus({ preventScroll: true });
})(mingzhiSearch);
