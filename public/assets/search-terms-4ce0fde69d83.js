"use strict";
// From text to the terms of the index. Sources/Site/Search/SearchTerm.swift and Stem.swift cut the same way; a list of
// examples runs through both (Tests/Fixtures/search/terms.tsv).
var mingzhiSearch = {};
(function (search) {
  var letterLimit = 10;
  var functionWords = new Set(
    "a an and are as at be by for from in is it its of on or that the this to was were which with".split(" "));

  // [ending, what stands in its place, letters that must be left before it, whether one of them must be a vowel]
  var endings = [
    ["ification", "ifi", 2], ["ificate", "ifi", 2], ["ifying", "ifi", 2], ["ified", "ifi", 2], ["ify", "ifi", 2],
    ["ization", "is", 4], ["isation", "is", 4], ["izing", "is", 4], ["ising", "is", 4],
    ["ized", "is", 4], ["ised", "is", 4], ["ize", "is", 4], ["ise", "is", 4],
    ["ibility", "", 4], ["ability", "", 4], ["ible", "", 4], ["able", "", 4],
    ["ational", "", 4], ["atory", "", 4], ["ative", "", 4], ["ation", "", 4],
    ["ating", "", 4], ["ated", "", 4], ["ator", "", 4], ["ate", "", 4],
    ["tion", "t", 3], ["sion", "s", 4], ["tor", "t", 5],
    ["plaint", "plain", 2], ["ement", "", 4], ["ment", "", 3], ["ance", "", 4],
    ["ness", "", 4], ["ful", "", 4], ["ity", "", 4], ["al", "", 6], ["ly", "", 4],
    ["ing", "", 3, true], ["ed", "", 3, true],
  ];

  function singular(word) {
    if (!word.endsWith("s") || /[sui]s$/.test(word)) return word;
    if (word.length > 4 && word.endsWith("ies")) return word.slice(0, -3) + "y";
    if (word.length > 4 && word.endsWith("sses")) return word.slice(0, -2);
    return word.slice(0, -1);
  }

  function withoutEnding(word) {
    for (var i = 0; i < endings.length; i++) {
      var rest = word.length - endings[i][0].length;
      if (rest < endings[i][2] || !word.endsWith(endings[i][0])) continue;
      if (endings[i][3] && !/[aeiouy]/.test(word.slice(0, rest))) continue;
      word = word.slice(0, rest) + endings[i][1];
      return endings[i][3] && word.length > 3 && /([^aeiouylsz])\1$/.test(word) ? word.slice(0, -1) : word;
    }
    return null;
  }

  function stem(word) {
    if (word.length < 4 || /[0-9]/.test(word)) return word;
    word = singular(word);
    for (var shorter = word; shorter !== null; shorter = withoutEnding(word)) word = shorter;
    if (word.length > 3 && word.endsWith("e")) word = word.slice(0, -1);
    return word.length > 3 && /[^aeiouy]y$/.test(word) ? word.slice(0, -1) + "i" : word;
  }

  function isHan(code) {
    return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || code === 0x3007;
  }

  function letter(code) {
    if (code >= 0xff10 && code <= 0xff5a) code -= 0xfee0;
    if (code >= 0x41 && code <= 0x5a) code += 0x20;
    return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) ? String.fromCharCode(code) : "";
  }

  // The terms of a text with their places: [{term, start, end}].
  function terms(text) {
    var found = [], word = "", start = 0, han = -1;
    function endWord(end) {
      if (word && !functionWords.has(word)) {
        found.push({ term: stem(word).slice(0, letterLimit), start: start, end: end, word: word });
      }
      word = "";
    }
    function endRun() {
      if (han >= 0) found.push({ term: text[han], start: han, end: han + 1 });
      han = -1;
    }
    for (var i = 0; i < text.length; i++) {
      var code = text.charCodeAt(i), next;
      if (isHan(code)) {
        endWord(i);
        if (han >= 0) found.push({ term: text[han] + text[i], start: han, end: i + 1 });
        han = i;
      } else if ((next = letter(code))) {
        endRun();
        if (!word) start = i;
        word += next;
      } else if (word && (code === 0x2019 || code === 0x27)) {
        continue;
      } else {
        endWord(i);
        endRun();
      }
    }
    endWord(text.length);
    endRun();
    return found;
  }

  // Which piece of the index holds a term.
  function digit(character) {
    return character ? "0123456789abcdefghijklmnopqrstuvwxyz".indexOf(character) + 1 : 0;
  }

  search.isHan = isHan;
  search.terms = terms;
  search.pieceOf = function (term, count) {
    var code = term.charCodeAt(0);
    return (isHan(code) ? code : digit(term[0]) * 64 + digit(term[1])) % count;
  };
})(mingzhiSearch);
