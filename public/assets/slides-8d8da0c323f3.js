"use strict";
// Shows a deck one slide at a time, by keyboard, click or touch. Without a script the slides stand one below the other.
(() => {
  const deck = document.querySelector(".deck");
  if (!deck) return;
  const slides = [...deck.querySelectorAll(".slide")];
  const root = document.documentElement;
  const button = document.querySelector(".present");
  let current = 0;
  let presenting = false;

  // Few words are shown larger, many smaller, so that no slide runs off the wall; the headings keep their size.
  const fit = () => {
    const slide = slides[current];
    let size = 1.4;
    do {
      slide.style.setProperty("--fit", size.toFixed(2));
      size -= 0.05;
    } while (presenting && size > 0.4 && (slide.scrollHeight > innerHeight || slide.scrollWidth > innerWidth));
  };

  const go = (index) => {
    slides[current].classList.remove("current");
    current = Math.max(0, Math.min(slides.length - 1, index));
    slides[current].classList.add("current");
    fit();
    if (presenting) history.replaceState(null, "", "#s" + (current + 1));
  };

  const start = () => {
    presenting = true;
    root.classList.add("presenting");
    go(current);
    if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
  };

  const stop = () => {
    if (!presenting) return;
    presenting = false;
    root.classList.remove("presenting");
    if (document.fullscreenElement) document.exitFullscreen();
    slides[current].scrollIntoView();
    button.focus();
  };

  addEventListener("resize", fit);

  const place = /^#s(\d+)$/.exec(location.hash);
  if (place) current = Math.min(slides.length, Number(place[1])) - 1;
  go(current);
  button.hidden = false;
  button.addEventListener("click", start);

  const forward = ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter", "n"];
  const back = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace", "p"];
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (!presenting) {
      if (event.key === "f" || event.key === "F5") { event.preventDefault(); start(); }
      return;
    }
    if (event.target.closest("a") && event.key === "Enter") return;
    if (forward.includes(event.key)) go(current + 1);
    else if (back.includes(event.key)) go(current - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(slides.length - 1);
    else if (event.key === "Escape") stop();
    else return;
    event.preventDefault();
  });
  deck.addEventListener("click", (event) => {
    if (presenting && !event.target.closest("a")) go(current + (event.clientX < innerWidth / 4 ? -1 : 1));
  });
  let touch = 0;
  deck.addEventListener("touchstart", (event) => { touch = event.touches[0].clientX; }, { passive: true });
  deck.addEventListener("touchend", (event) => {
    const way = event.changedTouches[0].clientX - touch;
    if (presenting && Math.abs(way) > 60) go(current + (way < 0 ? 1 : -1));
  });
  // Leaving full screen with the browser's own key ends the show.
  document.addEventListener("fullscreenchange", () => { if (!document.fullscreenElement) stop(); });
})();
