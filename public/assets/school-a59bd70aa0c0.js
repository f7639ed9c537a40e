"use strict";
// The start page: keeps only what fits the chosen city, level and time. Without a script everything is listed.
(() => {
  const form = document.querySelector(".picker");
  if (!form) return;
  const told = form.querySelector(".picked");
  const has = (list, word) => !word || (list || "").split(" ").includes(word);

  const show = () => {
    const city = form.elements.city.value;
    const level = form.elements.level.value;
    const time = form.elements.time.value;
    let count = 0;
    for (const card of document.querySelectorAll(".lesson-card")) {
      card.hidden = !has(card.dataset.cities, city) || !has(card.dataset.level, level);
      if (!card.hidden) count += 1;
    }
    for (const group of document.querySelectorAll(".group")) {
      group.hidden = !group.querySelector(".lesson-card:not([hidden])");
    }
    for (const quiz of document.querySelectorAll(".quiz-cards li")) quiz.hidden = !has(quiz.dataset.levels, level);
    for (const pocket of document.querySelectorAll("[data-city]")) pocket.hidden = !has(pocket.dataset.city, city);
    for (const part of document.querySelectorAll(".school-part[data-time]")) part.hidden = !has(part.dataset.time, time);
    const lessons = document.getElementById("lessons-heading");
    // Ten minutes are for the calendar and the quizzes: no lesson is counted that is not shown.
    const asked = (city || level || time) && lessons && !lessons.closest(".school-part").hidden;
    told.textContent = !asked ? "" : count ? told.dataset.found.replace("{count}", count) : told.dataset.none;
  };

  form.hidden = false;
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
