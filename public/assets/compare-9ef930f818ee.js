// Compares pasted text with the text of this page, provision by provision. Runs in the reader's browser alone.
"use strict";
(function () {
  var section = document.querySelector(".compare-paste");
  var result = document.getElementById("paste-result");
  if (!section || !result) { return; }
  var words = result.dataset;
  var isChinese = document.documentElement.lang.startsWith("zh");
  var headingText = isChinese ? ".provision-heading .original" : ".provision-heading .translation";

  // What a publication and our edition may differ in: white space, **, the width of brackets, 【】 around captions.
  function fold(text) {
    return text.replace(/\*\*/g, "").replace(/[\s\u00a0\u200b-\u200f\u2060\u3000\ufeff【】]/g, "").replace(/\(/g, "（").replace(/\)/g, "）");
  }

  var provisions = Array.from(document.querySelectorAll("section.provision")).map(function (element) {
    var paragraphs = Array.from(element.querySelectorAll(".pair .original p")).map(function (p) { return p.textContent; });
    return {
      id: element.id, label: fold(element.dataset.label), text: fold(element.dataset.head + paragraphs.join("")),
      name: (element.querySelector(headingText) || element.querySelector(".provision-heading")).textContent, href: "#" + element.id,
    };
  });
  // 第二章 and the like stand between provisions and belong to none.
  var partHeads = new Set(Array.from(document.querySelectorAll(".part-heading .original")).map(function (head) { return fold(head.textContent); }));

  // The pasted text cut at our labels, each looked for after the one before it, at the beginning of a line if possible.
  function cut(pasted) {
    var text = pasted.split(/\r?\n/).map(fold).filter(function (line) { return line && !partHeads.has(line); });
    var joined = text.join("\n");
    var starts = [];
    var from = 0;
    provisions.forEach(function (provision, index) {
      if (!provision.label) { return; }
      var at = -1;
      if (joined.startsWith(provision.label, 0) && from === 0) { at = 0; }
      if (at < 0) {
        var line = joined.indexOf("\n" + provision.label, Math.max(0, from - 1));
        at = line < 0 ? -1 : line + 1;
      }
      if (at < 0) { return; }
      starts.push({ index: index, at: at, body: at + provision.label.length });
      from = at + provision.label.length;
    });
    var pieces = new Map();
    starts.forEach(function (start, n) {
      var end = n + 1 < starts.length ? starts[n + 1].at : joined.length;
      pieces.set(start.index, joined.slice(start.body, end).replace(/\n/g, ""));
    });
    var before = joined.slice(0, starts.length ? starts[0].at : joined.length).replace(/\n/g, "");
    return { pieces: pieces, before: before };
  }

  // A provision without a label, or one pasted without it, is found by its words.
  function pairs(text) {
    var found = new Set();
    for (var i = 0; i + 1 < text.length; i += 1) { found.add(text.substr(i, 2)); }
    return found;
  }
  function likeness(a, b) {
    var left = pairs(a);
    var right = pairs(b);
    var shared = 0;
    left.forEach(function (pair) { if (right.has(pair)) { shared += 1; } });
    return shared / Math.max(1, Math.min(left.size, right.size));
  }

  // Shortest edit script (Myers 1986); null beyond `limit` edits. Runs of [kind, text]: "=" in both, "-" ours, "+" theirs.
  function difference(a, b, limit) {
    var start = 0;
    while (start < a.length && start < b.length && a[start] === b[start]) { start += 1; }
    var end = 0;
    while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) { end += 1; }
    var middle = edits(a.slice(start, a.length - end), b.slice(start, b.length - end), limit);
    if (!middle) { return null; }
    return [["=", a.slice(0, start)]].concat(middle, [["=", end ? a.slice(a.length - end) : ""]]).filter(function (run) { return run[1]; });
  }
  function edits(a, b, limit) {
    var furthest = { 1: 0 };
    var trace = [];
    for (var d = 0; d <= limit; d += 1) {
      trace.push(Object.assign({}, furthest));
      for (var k = -d; k <= d; k += 2) {
        var x = k === -d || (k !== d && furthest[k - 1] < furthest[k + 1]) ? furthest[k + 1] : furthest[k - 1] + 1;
        var y = x - k;
        while (x < a.length && y < b.length && a[x] === b[y]) { x += 1; y += 1; }
        furthest[k] = x;
        if (x >= a.length && y >= b.length) { return runs(a, b, trace); }
      }
    }
    return null;
  }
  function runs(a, b, trace) {
    var steps = [];
    var x = a.length;
    var y = b.length;
    for (var d = trace.length - 1; d >= 0; d -= 1) {
      var furthest = trace[d];
      var k = x - y;
      var before = k === -d || (k !== d && furthest[k - 1] < furthest[k + 1]) ? k + 1 : k - 1;
      var px = furthest[before];
      var py = px - before;
      while (x > px && y > py && x > 0 && y > 0) { x -= 1; y -= 1; steps.push(["=", a[x]]); }
      if (d > 0) {
        if (x === px) { y -= 1; steps.push(["+", b[y]]); } else { x -= 1; steps.push(["-", a[x]]); }
      }
    }
    var joined = [];
    steps.reverse().forEach(function (step) {
      var last = joined[joined.length - 1];
      if (last && last[0] === step[0]) { last[1] += step[1]; } else { joined.push(step.slice()); }
    });
    return joined;
  }

  function element(name, text, parent) {
    var made = document.createElement(name);
    if (text) { made.textContent = text; }
    if (parent) { parent.append(made); }
    return made;
  }
  function show(provision, theirs) {
    var block = element("div", "", result);
    block.className = "difference";
    var heading = element("h3", "", block);
    element("a", provision.name, heading).href = provision.href;
    var paragraph = element("p", "", block);
    paragraph.lang = "zh-Hans";
    var found = difference(provision.text, theirs, 240);
    if (!found) {
      element("span", words.far + " ", paragraph).lang = document.documentElement.lang;
      paragraph.append(theirs);
      return;
    }
    found.forEach(function (run, n) {
      if (run[0] === "=") {
        var text = run[1];
        var isLong = text.length > 60;
        if (isLong && n === 0) { text = "…" + text.slice(-30); } else if (isLong && n === found.length - 1) { text = text.slice(0, 30) + "…"; } else if (isLong) { text = text.slice(0, 28) + "…" + text.slice(-28); }
        paragraph.append(text);
      } else {
        element(run[0] === "-" ? "del" : "ins", run[1], paragraph);
      }
    });
  }

  document.getElementById("paste-run").addEventListener("click", function () {
    result.textContent = "";
    var found = cut(document.getElementById("paste-text").value);
    provisions.forEach(function (provision, index) {
      if (found.pieces.has(index) || found.before.length < 8) { return; }
      var isUnlabelled = !provision.label;
      if ((isUnlabelled || found.pieces.size === 0) && likeness(provision.text, found.before) > 0.6) {
        var opening = found.before;
        // What stands before an unlabelled opening is the title and the adoption note.
        var at = isUnlabelled ? opening.indexOf(provision.text.slice(0, 8)) : -1;
        if (at > 0) { opening = opening.slice(at); }
        if (opening.startsWith(provision.label)) { opening = opening.slice(provision.label.length); }
        found.pieces.set(index, opening);
        found.before = "";
      }
    });
    if (!found.pieces.size) { element("p", words.none, result); return; }
    var differing = provisions.filter(function (provision, index) { return found.pieces.has(index) && found.pieces.get(index) !== provision.text; });
    var summary = words.summary.replace("{same}", found.pieces.size - differing.length).replace("{differs}", differing.length)
      .replace("{absent}", provisions.length - found.pieces.size);
    element("strong", summary, element("p", "", result));
    if (differing.length) { element("p", words.key, result).className = "hint"; }
    differing.forEach(function (provision) { show(provision, found.pieces.get(provisions.indexOf(provision))); });
    if (provisions.length > found.pieces.size) {
      // Of provisions in a row, the first and the last are named.
      var rows = [];
      provisions.forEach(function (provision, index) {
        if (found.pieces.has(index)) { return; }
        var last = rows[rows.length - 1];
        if (last && last.end === index - 1) { last.end = index; } else { rows.push({ start: index, end: index }); }
      });
      element("p", words.absent + rows.map(function (row) {
        var first = provisions[row.start].name;
        return row.end === row.start ? first : first + (isChinese ? "至" : " to ") + provisions[row.end].name;
      }).join(isChinese ? "、" : ", "), result);
    }
  });
})();
