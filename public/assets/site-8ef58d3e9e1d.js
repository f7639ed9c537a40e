// Conveniences for readers; every page works without them. Nothing is sent anywhere: what is remembered stays in this browser.
// Floor: Chromium 86. What is newer is used only where it is there.
"use strict";
(function () {
  var root = document.documentElement;
  var find = function (selector, within) { return (within || document).querySelector(selector); };
  var all = function (selector, within) { return Array.from((within || document).querySelectorAll(selector)); };

  // A browser may forbid storage, for pages opened from disk too.
  function recall(key) { try { return localStorage.getItem("mingzhi-" + key); } catch (error) { return null; } }
  function remember(key, value) { try { localStorage.setItem("mingzhi-" + key, value); } catch (error) { /* not remembered, then */ } }

  // Which languages of the law are shown.
  var buttons = all("[data-view]");
  function show(view) {
    root.dataset.view = view;
    buttons.forEach(function (button) { button.setAttribute("aria-pressed", String(button.dataset.view === view)); });
  }
  var views = ["both", "official", "translation"];
  var remembered = recall("view");
  var hasTranslation = buttons.length > 0;
  show(hasTranslation && views.indexOf(remembered) > 0 ? remembered : "both");
  buttons.forEach(function (button) {
    button.addEventListener("click", function () {
      show(button.dataset.view);
      remember("view", button.dataset.view);
    });
  });
  // A link to a place in a text that is hidden shows that text again.
  function showTarget() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    // Where there is no translation yet, its original stands for it.
    if (!target && /^#t-p\d/.test(location.hash)) { location.replace("#" + location.hash.slice(3)); }
    if (target && target.offsetParent === null && find(".pair") && target.closest(".pair")) {
      show("both");
      target.scrollIntoView();
    }
  }

  // The other language's page, at the same paragraph: #p1-i3 on the Chinese page is #t-p1-i3 on the English one.
  all("a.switch").forEach(function (link) {
    link.addEventListener("click", function () {
      remember("language", link.hreflang);
      link.hash = samePlace(location.hash || nearestPlace(), link.hreflang);
    });
  });
  function samePlace(hash, language) {
    var place = /^#(?:t-)?(p\d.*)$/.exec(hash);
    if (!place) { return hash; }
    return language === "en" && root.dataset.view !== "official" ? "#t-" + place[1] : "#" + place[1];
  }
  // The paragraph or section that the reader has reached, unless it is the beginning.
  function nearestPlace() {
    if (window.scrollY < 120) { return ""; }
    var places = all("[data-text] p[id], section.provision[id], .fact[id], .glossary > div[id]");
    var reached = places.find(function (place) { return place.offsetParent && place.getBoundingClientRect().bottom > 60; });
    return reached && reached !== places[0] ? "#" + reached.id : "";
  }
  all("[data-language]").forEach(function (link) {
    link.addEventListener("click", function () { remember("language", link.dataset.language); });
  });
  // The front door leads on when a language has been chosen before; ?choose keeps it open.
  if (document.body.classList.contains("languages") && !/choose/.test(location.search)) {
    var chosen = all("[data-language]").find(function (link) { return link.dataset.language === recall("language"); });
    if (chosen) { location.replace(chosen.href); }
  }

  var hasDialog = "HTMLDialogElement" in window;
  all("[data-script]").forEach(function (element) { element.hidden = find("[data-place]", element) !== null && !hasDialog; });
  showTarget();
  window.addEventListener("hashchange", showTarget);

  // Drawers close with Escape, with a link into the page, and when the reader goes on reading.
  var toggles = all(".toggle");
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") { return; }
    toggles.forEach(function (toggle) {
      if (toggle.checked) { toggle.checked = false; toggle.focus(); }
    });
  });
  all(".rail a").forEach(function (link) {
    link.addEventListener("click", function () { var open = find("#rail-open"); if (open) { open.checked = false; } });
  });
  document.addEventListener("click", function (event) {
    var open = find("#rail-open");
    if (open && open.checked && !event.target.closest(".rail")) { open.checked = false; }
  });

  // The contents follow the reading.
  var rail = find(".rail-body");
  function reveal(entry) {
    if (!rail || !entry || rail.scrollHeight <= rail.clientHeight) { return; }
    var box = entry.getBoundingClientRect();
    var frame = rail.getBoundingClientRect();
    if (box.top < frame.top || box.bottom > frame.bottom - 72) { rail.scrollTop += box.top - frame.top - frame.height / 3; }
  }
  reveal(find(".rail [aria-current]"));
  var drawer = find("#rail-open");
  if (drawer) { drawer.addEventListener("change", function () { reveal(find(".rail .here, .rail [aria-current]")); }); }
  var sections = all("section.provision[id], section.lesson-part[id]");
  function entryOf(section) {
    var heading = find(".provision-heading a", section);
    return heading ? heading.getAttribute("href") : "#" + section.id;
  }
  if (rail && sections.length && "IntersectionObserver" in window) {
    var entries = new Map(all("a", rail).map(function (link) { return [link.getAttribute("href"), link]; }));
    var visible = new Set();
    var here = null;
    var observer = new IntersectionObserver(function (changes) {
      changes.forEach(function (change) { visible[change.isIntersecting ? "add" : "delete"](change.target); });
      var first = sections.find(function (section) { return visible.has(section); });
      if (!first) { return; }
      var link = entries.get(entryOf(first));
      if (link === here) { return; }
      if (here) { here.classList.remove("here"); }
      here = link;
      if (here) { here.classList.add("here"); reveal(here); }
    }, { rootMargin: "-10% 0px -60% 0px" });
    sections.forEach(function (section) { observer.observe(section); });
  }

  // A term's definition, where the browser has popovers; the link to the glossary stays inside.
  var terms = all("a.term");
  if (terms.length && "showPopover" in HTMLElement.prototype) {
    var popover = document.createElement("div");
    popover.className = "term-popover";
    popover.setAttribute("popover", "auto");
    popover.setAttribute("role", "dialog");
    find("main").append(popover);
    var opener = null;
    terms.forEach(function (term) {
      term.setAttribute("aria-haspopup", "dialog");
      term.addEventListener("click", function (event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
        var name = find('.page-terms a[href$="' + term.hash + '"]');
        if (!name) { return; }
        event.preventDefault();
        opener = term;
        fill(popover, name.closest("div"));
        popover.showPopover();
        place(popover, term.getBoundingClientRect());
        find("a", popover).focus({ preventScroll: true });
      });
    });
    popover.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && opener) { popover.hidePopover(); opener.focus({ preventScroll: true }); event.stopPropagation(); }
    });
  }
  function fill(popover, entry) {
    var name = document.createElement("p");
    var link = find("dt a", entry).cloneNode(true);
    name.append(link);
    var definition = document.createElement("p");
    definition.textContent = find("dd", entry).textContent;
    popover.setAttribute("aria-label", link.textContent);
    popover.replaceChildren(name, definition);
  }
  function place(popover, anchor) {
    var width = popover.offsetWidth;
    var left = Math.max(8, Math.min(anchor.left, root.clientWidth - width - 8));
    var below = anchor.bottom + 8;
    var top = below + popover.offsetHeight > window.innerHeight ? Math.max(8, anchor.top - popover.offsetHeight - 8) : below;
    popover.style.left = left + window.scrollX + "px";
    popover.style.top = top + window.scrollY + "px";
  }

  // Cite, copy and report: for the provision, or for one paragraph or item.
  var dialog = find("dialog.place-tools");
  if (dialog && hasDialog) {
    var article = find("[data-cite]");
    var current = {};
    all("button[data-place]").forEach(function (button) { button.addEventListener("click", function () { openTools(""); }); });
    all("a.place").forEach(function (link) {
      link.addEventListener("click", function () { openTools(link.hash.slice(1)); });
    });
    all("[data-copy]", dialog).forEach(function (button) {
      button.addEventListener("click", function () { copy(wanted(button.dataset.copy)); });
    });
    find(".close", dialog).addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("click", function (event) { if (event.target === dialog) { dialog.close(); } });
    var reporting = find(".reporting");
    ["issues", "help"].forEach(function (name) {
      var slot = find('[data-report="' + name + '"]', dialog);
      var address = reporting && reporting.dataset[name];
      if (!address) { return; }
      var link = document.createElement("a");
      link.href = address;
      link.textContent = slot.textContent;
      slot.replaceChildren(link);
      slot.hidden = false;
    });
  }
  function openTools(id) {
    var bare = id.replace(/^t-/, "");
    var mark = bare && find("#" + bare + " > .place");
    var place = mark ? mark.getAttribute("aria-label") : find("h1").firstChild.textContent.trim();
    var other = mark ? mark.dataset.place : null;
    current = {
      citation: mark ? article.dataset.cite + place : find(".citation").textContent,
      other: mark ? article.dataset.citeOther + other : all(".citation")[1].textContent,
      address: (find("link[rel=canonical]") || location).href.replace(/#.*/, "") + (id ? "#" + id : ""),
      official: text(bare ? "#" + bare : '[data-text="official"]'),
      translation: text(bare ? "#t-" + bare : '[data-text="translation"]'),
    };
    find("#place-title").textContent = place;
    all("[data-fill]", dialog).forEach(function (slot) { slot.textContent = current[slot.dataset.fill]; });
    find('[data-fill="other"]', dialog).lang = article.dataset.other;
    var form = find("#report-text");
    form.value = form.dataset.form.split("|").join("\n")
      .replace("{place}", function () { return current.citation; })
      .replace("{address}", function () { return current.address; })
      .replace("{text}", function () { return (/^t-/.test(id) ? current.translation : current.official).split("\n")[0]; });
    find(".copied", dialog).textContent = "";
    dialog.showModal();
  }
  // The law alone, one paragraph a line.
  function text(selector) {
    var element = find(selector);
    if (!element) { return ""; }
    var paragraphs = element.matches("p") ? [element] : all("p", element);
    return paragraphs.map(function (paragraph) {
      var clone = paragraph.cloneNode(true);
      all("[data-chrome]", clone).forEach(function (chrome) { chrome.remove(); });
      return clone.textContent.trim();
    }).join("\n");
  }
  function wanted(name) {
    if (name === "report") { return find("#report-text").value; }
    if (name === "both") { return [current.citation, current.official, current.translation, current.address].filter(Boolean).join("\n\n"); }
    if (name === "official" || name === "translation") { return [current.citation, current[name], current.address].join("\n\n"); }
    return current[name];
  }
  function copy(words) {
    var done = function () { find(".copied", dialog).textContent = dialog.dataset.copied; };
    var byHand = function () {
      var field = document.createElement("textarea");
      field.value = words;
      dialog.append(field);
      field.select();
      if (document.execCommand("copy")) { done(); }
      field.remove();
    };
    if (navigator.clipboard && navigator.clipboard.writeText) { navigator.clipboard.writeText(words).then(done, byHand); } else { byHand(); }
  }
})();
