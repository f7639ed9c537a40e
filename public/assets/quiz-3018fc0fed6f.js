"use strict";
// Marks quizzes at once, and plays them with a class. Nothing is stored and nothing is sent.
(() => {
  const quiz = document.querySelector(".quiz");
  if (!quiz) return;
  const words = quiz.dataset;
  const questions = [...quiz.querySelectorAll(".question")];
  const score = quiz.querySelector(".score");
  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    if (name === "button") made.type = "button";
    return made;
  };

  // --- One question

  /// What a reader has chosen against what is right: entries with their marks; null before anything is chosen.
  const marks = (question) => {
    const pairs = [...question.querySelectorAll(".pairs li")];
    if (pairs.length) {
      if (pairs.some((pair) => !pair.querySelector("select").value)) return null;
      return pairs.map((pair) => [pair, pair.querySelector("select").value === pair.dataset.right, true]);
    }
    const options = [...question.querySelectorAll(".options li")];
    if (!options.some((option) => option.querySelector("input").checked)) return null;
    return options.map((option) => {
      const chosen = option.querySelector("input").checked;
      return [option, "right" in option.dataset === chosen, chosen || "right" in option.dataset];
    });
  };

  const mark = (question) => {
    const verdict = question.querySelector(".verdict");
    const found = marks(question);
    if (!found) {
      verdict.textContent = words.choose;
      verdict.className = "verdict";
      return null;
    }
    const isRight = found.every(([, right]) => right);
    for (const [entry, right, shown] of found) {
      const good = entry.closest(".pairs") ? right : "right" in entry.dataset;
      entry.classList.toggle("is-right", shown && good);
      entry.classList.toggle("is-wrong", shown && !good);
    }
    question.classList.add("marked");
    question.dataset.result = isRight ? "right" : "wrong";
    verdict.textContent = isRight ? words.right : words.wrong;
    verdict.className = "verdict " + (isRight ? "right" : "wrong");
    question.querySelector(".solution").open = true;
    return isRight;
  };

  /// Shows the right answer of a question that nobody has answered.
  const reveal = (question) => {
    if (mark(question) !== null) return;
    for (const option of question.querySelectorAll(".options [data-right]")) option.classList.add("is-right");
    for (const pair of question.querySelectorAll(".pairs li")) {
      pair.querySelector("select").value = pair.dataset.right;
      pair.classList.add("is-right");
    }
    question.classList.add("marked");
    question.querySelector(".verdict").textContent = "";
    question.querySelector(".solution").open = true;
  };

  const clear = (question) => {
    question.classList.remove("marked");
    delete question.dataset.result;
    question.querySelector(".verdict").textContent = "";
    question.querySelector(".solution").open = false;
    for (const entry of question.querySelectorAll(".is-right, .is-wrong")) entry.classList.remove("is-right", "is-wrong");
    for (const input of question.querySelectorAll("input")) input.checked = false;
    for (const select of question.querySelectorAll("select")) select.value = "";
  };

  const tell = () => {
    const done = questions.filter((question) => question.dataset.result).length;
    const right = questions.filter((question) => question.dataset.result === "right").length;
    score.textContent = done ? words.score.replace("{done}", done).replace("{right}", right) : "";
  };

  for (const question of questions) {
    const button = element("button", words.check, "check");
    button.addEventListener("click", () => { mark(question); tell(); });
    question.querySelector("fieldset").append(button);
    question.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target.matches("input")) { event.preventDefault(); mark(question); tell(); }
    });
  }
  if (!quiz.classList.contains("game")) {
    const again = element("button", words.again, "again screen-only");
    again.addEventListener("click", () => {
      questions.forEach(clear);
      tell();
      questions[0].querySelector("input, select").focus();
    });
    quiz.append(again);
    return;
  }

  // --- The game

  // Nobody can open a list on a wall: the choices of a match stand beside it, and its lists hold their letters.
  for (const pairs of quiz.querySelectorAll('[data-kind="match"] .pairs')) {
    const lists = [...pairs.querySelectorAll("select")];
    const choices = element("ol", "", "choices");
    for (const option of [...lists[0].options].slice(1)) choices.append(element("li", option.textContent));
    for (const list of lists) {
      [...list.options].slice(1).forEach((option, index) => { option.textContent = String.fromCharCode(65 + index); });
    }
    const board = element("div", "", "board");
    pairs.before(board);
    board.append(pairs, choices);
  }

  // What the class is to guess stays off the wall until the game has begun.
  const root = document.documentElement;
  root.classList.add("game-ready");
  const bar = element("div", "", "game-bar screen-only");
  const clock = element("span", "", "clock");
  clock.setAttribute("role", "timer");
  const progress = element("span", "", "progress");
  const field = (text, value, least, most) => {
    const label = element("label", text);
    const input = element("input");
    Object.assign(input, { type: "number", value, min: least, max: most });
    label.append(input);
    return [label, input];
  };
  const [secondsLabel, seconds] = field(words.seconds, 30, 5, 600);
  const [teamsLabel, teamCount] = field(words.teams, 2, 1, 6);
  const teams = element("ol", "", "teams");
  const points = [];
  let current = -1;
  let left = 0;
  let ticking = 0;

  const drawClock = () => {
    clock.textContent = left > 0 ? String(left) : current < 0 ? "" : words.over;
    clock.classList.toggle("late", left <= 5);
  };
  const stopClock = () => { clearInterval(ticking); ticking = 0; };
  const startClock = () => {
    stopClock();
    left = Math.max(1, Number(seconds.value) || 30);
    drawClock();
    ticking = setInterval(() => {
      left -= 1;
      drawClock();
      if (left <= 0) stopClock();
    }, 1000);
  };

  const drawTeams = () => {
    teams.textContent = "";
    const count = Math.max(1, Math.min(6, Number(teamCount.value) || 2));
    for (let number = 0; number < count; number += 1) {
      points[number] = points[number] || 0;
      const button = element("button", words.team.replace("{number}", number + 1));
      button.append(element("span", String(points[number]), "points"));
      button.addEventListener("click", () => add(number, 1));
      const entry = element("li");
      entry.append(button);
      teams.append(entry);
    }
  };
  const add = (number, amount) => {
    if (number >= teams.children.length) return;
    points[number] = Math.max(0, points[number] + amount);
    drawTeams();
  };

  const go = (index) => {
    if (index < 0 || index >= questions.length) return;
    if (current >= 0) questions[current].classList.remove("current");
    current = index;
    questions[current].classList.add("current");
    progress.textContent = (current + 1) + " / " + questions.length;
    previous.disabled = current === 0;
    next.disabled = current === questions.length - 1;
    startClock();
    scrollTo(0, 0);
  };
  /// Begins a game; goes on with one that was left in the middle, so that a stray Escape costs nobody a point.
  const start = () => {
    const isNew = current < 0 || current === questions.length - 1;
    if (isNew) {
      questions.forEach(clear);
      points.fill(0);
    }
    root.classList.add("playing");
    startButton.hidden = true;
    for (const button of [previous, next, show, time, full]) button.hidden = false;
    for (const label of [secondsLabel, teamsLabel]) label.hidden = true;
    drawTeams();
    quiz.append(teams);
    go(isNew ? 0 : current);
  };
  const stop = () => {
    stopClock();
    clock.textContent = progress.textContent = "";
    root.classList.remove("playing");
    startButton.hidden = false;
    for (const button of [previous, next, show, time, full]) button.hidden = true;
    for (const label of [secondsLabel, teamsLabel]) label.hidden = false;
    teams.remove();
    startButton.focus();
  };
  /// Long reasons are set smaller rather than run off the wall.
  const fit = (question) => {
    const solution = question.querySelector(".solution");
    let size = 0.92;
    do {
      solution.style.fontSize = size.toFixed(2) + "em";
      size -= 0.04;
    } while (size > 0.6 && root.scrollHeight > innerHeight);
  };
  const toggleFull = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
  };
  const toggleClock = () => { if (ticking) stopClock(); else startClock(); };

  const command = (text, key, action) => {
    const button = element("button", text);
    if (key) button.title = key;
    button.addEventListener("click", action);
    bar.append(button);
    return button;
  };
  bar.append(secondsLabel, teamsLabel);
  const startButton = command(words.start, "", start);
  startButton.className = "primary";
  const previous = command(words.previous, "←", () => go(current - 1));
  const next = command(words.next, "→", () => go(current + 1));
  const show = command(words.reveal, "R", () => { stopClock(); reveal(questions[current]); fit(questions[current]); });
  const time = command(words.timer, "T", toggleClock);
  const full = command(words.full, "F", toggleFull);
  for (const button of [previous, next, show, time, full]) button.hidden = true;
  bar.append(progress, clock);
  quiz.querySelector("h1").after(bar);

  document.addEventListener("keydown", (event) => {
    if (!root.classList.contains("playing") || event.ctrlKey || event.altKey || event.metaKey) return;
    // A list keeps its own keys: a letter or a digit in it is an answer. A radio button does not: with the arrows the
    // class would choose another answer where the teacher wanted the next question.
    const typing = event.target.matches("select, input[type=number]");
    if (event.key === "Escape") stop();
    else if (event.key === "PageDown") go(current + 1);
    else if (event.key === "PageUp") go(current - 1);
    else if (typing) return;
    else if (event.key === "ArrowRight") go(current + 1);
    else if (event.key === "ArrowLeft") go(current - 1);
    else if (event.key === "r" || event.key === "R") show.click();
    else if (event.key === "t" || event.key === "T") toggleClock();
    else if (event.key === "f" || event.key === "F") toggleFull();
    else if (/^Digit[1-6]$/.test(event.code)) add(Number(event.code[5]) - 1, event.shiftKey ? -1 : 1);
    else if (/^[a-e]$/i.test(event.key)) choose(event.key.toLowerCase().charCodeAt(0) - 97);
    else return;
    event.preventDefault();
  });
  /// Ticks option A, B … of the question on the wall.
  const choose = (index) => {
    const option = questions[current].querySelectorAll(".options input")[index];
    if (!option) return;
    option.checked = option.type === "radio" || !option.checked;
    option.focus();
  };
})();
