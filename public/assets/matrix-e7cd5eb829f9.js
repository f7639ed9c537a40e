"use strict";
// The filter of the topic matrix. Without this script the whole matrix shows.
(function () {
  var form = document.querySelector(".matrix-filter");
  var matrix = document.querySelector(".matrix");
  if (!form || !matrix) return;
  form.hidden = false;
  var none = document.querySelector(".matrix-none");
  function apply() {
    var force = form.elements.force.value;
    var words = form.elements.topic.value.trim().toLowerCase();
    var shown = 0;
    matrix.querySelectorAll("tbody tr").forEach(function (row) {
      var fits = row.querySelector("th").textContent.toLowerCase().indexOf(words) >= 0;
      var speaks = !force;
      row.querySelectorAll("td").forEach(function (cell) {
        var has = !force || (" " + cell.getAttribute("data-forces") + " ").indexOf(" " + force + " ") >= 0;
        cell.classList.toggle("dimmed", !has);
        speaks = speaks || has;
      });
      row.hidden = !(fits && speaks);
      if (!row.hidden) shown += 1;
    });
    none.hidden = shown > 0;
  }
  form.addEventListener("input", apply);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  apply();
})();
