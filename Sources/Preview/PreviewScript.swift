/// What open pages run, served as `/_mingzhi/preview.js`: loads again at the same place, swaps styles, and shows what
/// the checker found over the last good page. Only `serve` adds it to pages; published ones never hold it.
let previewScript = #"""
  (() => {
    "use strict";
    let build = document.currentScript.dataset.build;
    const storage = "mingzhi-preview-place";
    const words = document.documentElement.lang.startsWith("en")
      ? { errors: "errors", warnings: "warnings", close: "Close", open: "Show", help: "Help: ", language: "en" }
      : { errors: "个错误", warnings: "个警告", close: "关闭", open: "看源文件", help: "建议：", language: "zh" };

    // The place on the page: the last element with an id above the top edge, and how far above it is, so that text
    // added higher up does not move what is being read.
    const place = () => {
      let id = null, offset = 0;
      for (const element of document.querySelectorAll("[id]")) {
        const top = element.getBoundingClientRect().top;
        if (top > 1) break;
        id = element.id;
        offset = top;
      }
      return { path: location.pathname, id, offset, y: scrollY };
    };
    const keepPlace = () => {
      // At the top there is none to keep: whoever scrolls while the new page loads is not taken back.
      try { if (scrollY > 0) sessionStorage.setItem(storage, JSON.stringify(place())); } catch {}
    };
    const restore = () => {
      let kept = null;
      try { kept = JSON.parse(sessionStorage.getItem(storage)); sessionStorage.removeItem(storage); } catch {}
      if (!kept || kept.path !== location.pathname) return;
      const element = kept.id && document.getElementById(kept.id);
      scrollTo({ top: element ? scrollY + element.getBoundingClientRect().top - kept.offset : kept.y, behavior: "instant" });
    };
    // The new page is written into the open one: the browser keeps styles and scripts, and takes a third of the time that
    // it takes to load a page again. Listeners of the old page go with it.
    const reload = async (to) => {
      try {
        // Never twice for one build: a page that is not served by us would load for ever.
        if (sessionStorage.getItem("mingzhi-preview-build") === to) return;
        sessionStorage.setItem("mingzhi-preview-build", to);
      } catch {}
      try {
        const answer = await fetch(location.href, { cache: "no-store" });
        if (!(answer.headers.get("content-type") || "").startsWith("text/html")) throw new Error("no page");
        const text = await answer.text();
        keepPlace();
        events.close();
        document.open();
        document.write(text);
        document.close();
      } catch {
        keepPlace();
        location.reload();
      }
    };

    // Style sheets have a digest in their names: the page as it is now says which ones it wants.
    const swapStyles = async (to) => {
      const text = await (await fetch(location.href, { cache: "no-store" })).text();
      const fresh = new DOMParser().parseFromString(text, "text/html").querySelectorAll("link[rel=stylesheet]");
      const current = document.querySelectorAll("link[rel=stylesheet]");
      if (fresh.length !== current.length) return reload(to);
      current.forEach((link, index) => {
        const next = link.cloneNode();
        next.setAttribute("href", fresh[index].getAttribute("href").split("?")[0] + "?build=" + to);
        next.addEventListener("load", () => link.remove());
        next.addEventListener("error", () => next.remove());
        link.after(next);
      });
      build = to;
    };

    let panel = null;
    let closed = "";
    const element = (name, kind, text) => {
      const made = document.createElement(name);
      if (kind) made.className = kind;
      if (text) made.textContent = text;
      return made;
    };
    const overlay = () => {
      if (panel) return panel;
      const host = element("mingzhi-preview");
      const root = host.attachShadow({ mode: "open" });
      const style = element("link");
      style.rel = "stylesheet";
      style.href = "/_mingzhi/preview.css";
      panel = element("div", "panel");
      panel.setAttribute("role", "status");
      panel.hidden = true;
      root.append(style, panel);
      document.body.append(host);
      return panel;
    };
    const show = (data) => {
      const box = overlay();
      const signature = JSON.stringify(data);
      box.hidden = data.errors + data.warnings === 0 || closed === signature;
      box.className = data.errors ? "panel" : "panel mild";
      const details = element("details");
      details.open = data.errors > 0;
      const counts = [];
      if (data.errors) counts.push(data.errors + " " + words.errors);
      if (data.warnings) counts.push(data.warnings + " " + words.warnings);
      details.append(element("summary", "", counts.join(words.language === "zh" ? "，" : ", ")));
      const list = element("ul");
      for (const found of data.findings) {
        const item = element("li", found.severity);
        item.append(element("span", "code", found.code + " "), found.message[words.language]);
        if (found.place) {
          const link = element("a", "place", found.place);
          link.href = sourceAddress(found.place.replace(/:\d+:\d+$/, ""));
          item.append(element("br"), link);
        }
        if (found.help[words.language]) item.append(element("br"), element("span", "help", words.help + found.help[words.language]));
        list.append(item);
      }
      details.append(list);
      const button = element("button", "", words.close);
      button.type = "button";
      button.addEventListener("click", () => { closed = signature; box.hidden = true; });
      box.replaceChildren(button, details);
    };

    // The footer names the file that the page is made from: here it can be read.
    const sourceAddress = (file) => "/_mingzhi/source?file=" + encodeURIComponent(file);
    for (const name of document.querySelectorAll(".source code")) {
      const link = element("a", "", words.open);
      link.href = sourceAddress(name.textContent);
      name.closest("p").append(" ", link);
    }

    if (document.readyState === "complete") restore(); else addEventListener("load", restore);
    const events = new EventSource("/_mingzhi/events");
    events.addEventListener("hello", (event) => { if (event.data !== build) reload(event.data); });
    events.addEventListener("reload", (event) => reload(event.data));
    events.addEventListener("css", (event) => swapStyles(event.data).catch(() => reload(event.data)));
    events.addEventListener("diagnostics", (event) => show(JSON.parse(event.data)));
    addEventListener("pagehide", () => events.close());
  })();
  """#
