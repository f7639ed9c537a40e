"use strict";
// The index, piece by piece, and the ranking of what it finds. No page is touched here.
(function (search) {
  var digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  var value = {};
  for (var d = 0; d < digits.length; d++) value[digits[d]] = d;

  // ---- Pieces: scripts under search/ that call `receive` ----

  var root = "", waiting = {}, pieces = {};

  search.open = function (folder) { root = folder; };

  search.receive = function (name, content) {
    if (waiting[name]) waiting[name](content);
  };

  function load(name, version) {
    if (!pieces[name]) {
      pieces[name] = new Promise(function (resolve, reject) {
        waiting[name] = resolve;
        var script = document.createElement("script");
        script.src = root + "search/" + name + ".js" + (version ? "?v=" + version : "");
        script.onerror = function () {
          delete pieces[name];
          reject(new Error(name));
        };
        document.head.appendChild(script);
      });
    }
    return pieces[name];
  }

  var overviews = {};
  function overview(language) {
    if (!overviews[language]) {
      overviews[language] = load(language + "/index").then(function (index) {
        index.language = language;
        index.groupOf = new Uint32Array(index.documents);
        var next = 0;
        index.groups.forEach(function (group, place) {
          index.groupOf.fill(place, next, next + group.count);
          next += group.count;
        });
        index.leads = index.leads.map(function (lead) {
          return { from: termsOf(lead[0]), to: lead.slice(1).map(termsOf) };
        });
        return index;
      });
      overviews[language].catch(function () { delete overviews[language]; });
    }
    return overviews[language];
  }
  search.overview = overview;

  // Postings of a piece: a map from term to its still written list.
  function termPiece(index, number) {
    var name = index.language + "/terms-" + number;
    return load(name, index.version).then(function (content) {
      if (!content.map) {
        content = { map: mapOf(content) };
        pieces[name] = Promise.resolve(content);
      }
      return content.map;
    });
  }

  // `,召回Ab去Cd` holds 召回 and 召去, `,recall:Ab` a Latin word; a space stands for no second character.
  function mapOf(text) {
    var map = new Map();
    text.split(",").forEach(function (group) {
      if (search.isHan(group.charCodeAt(0))) {
        (group.slice(1).match(/[^\w-][\w-]+/g) || []).forEach(function (entry) {
          map.set((group[0] + entry[0]).trim(), entry.slice(1));
        });
      } else if (group) {
        var colon = group.indexOf(":");
        map.set(group.slice(0, colon), group.slice(colon + 1));
      }
    });
    return map;
  }

  function readPostings(text, levels) {
    var documents = [], weights = [], next = 0;
    for (var i = 0; i < text.length; i++) {
      var number = 0, unit = 1, one = value[text[i]];
      while (one >= 32) {
        number += (one - 32) * unit;
        unit *= 32;
        one = value[text[++i]];
      }
      number += one * unit;
      next += Math.floor(number / levels);
      documents.push(next++);
      weights.push(((number % levels) + 0.5) / levels);
    }
    return { documents: documents, weights: weights };
  }

  // The postings of a term; of all terms that begin with it, when it is only a beginning: one Han character, or a Latin
  // word half typed.
  function lookUp(index, term, isBeginning) {
    return termPiece(index, search.pieceOf(term, index.termPieces)).then(function (map) {
      var lists = map.has(term) ? [readPostings(map.get(term), index.levels)] : [];
      if (isBeginning && (!lists.length || search.isHan(term.charCodeAt(0)))) {
        map.forEach(function (text, other) {
          if (other.length > term.length && other.startsWith(term)) lists.push(readPostings(text, index.levels));
        });
      }
      return lists;
    });
  }

  function documentAt(index, number) {
    for (var piece = 0; number >= index.textPieces[piece]; piece++) number -= index.textPieces[piece];
    return load(index.language + "/texts-" + piece, index.version).then(function (texts) { return texts[number]; });
  }

  // ---- The question ----

  function termsOf(text) {
    return search.terms(text).filter(function (found, place, all) {
      // The last character of a run stands alone in the index; a question needs it only when it is all there is.
      return !search.isHan(found.term.charCodeAt(0)) || found.term.length > 1 || isLonely(found, all[place - 1]);
    }).map(function (found) { return found.term; });
  }

  function isLonely(found, before) {
    return !before || before.end !== found.end || before.term.length < 2;
  }

  function withoutIgnored(text, ignored) {
    var rest = text.toLowerCase();
    ignored.slice().sort(function (a, b) { return b.length - a.length; }).forEach(function (word) {
      var isHan = search.isHan(word.charCodeAt(0));
      var pattern = word.replace(/[^\w\u3400-\u9fff]/g, "\\$&");
      rest = rest.replace(new RegExp(isHan ? pattern : "(^|[^a-z0-9])" + pattern + "(?![a-z0-9])", "g"), " ");
    });
    return search.terms(rest).length ? rest : text.toLowerCase();
  }

  // What is asked: terms, each with the words that lead elsewhere from it.
  function read(text, index) {
    var rest = withoutIgnored(text, index.ignored);
    var words = termsOf(rest).map(function (term) { return { term: term, isBeginning: false, instead: [] }; });
    var last = words[words.length - 1];
    words.forEach(function (word) {
      word.isBeginning = word.term.length === 1 && search.isHan(word.term.charCodeAt(0));
    });
    if (last && /[a-z0-9]$/.test(rest) && last.term.length > 1) last.isBeginning = true;
    var leads = index.leads.filter(function (lead) {
      lead.places = placesOf(lead.from, words);
      return lead.places.length > 0;
    });
    leads.forEach(function (lead) {
      lead.places.forEach(function (place) {
        for (var i = place; i < place + lead.from.length; i++) {
          lead.to.forEach(function (terms) { words[i].instead.push({ terms: terms, length: lead.from.length }); });
        }
      });
    });
    // A word within a longer one that leads gives way to it.
    words.forEach(function (word) {
      var longest = Math.max.apply(null, word.instead.map(function (way) { return way.length; }));
      word.instead = word.instead.filter(function (way) { return way.length === longest; });
    });
    return { text: rest.trim(), words: words, isAsked: rest.trim() !== text.toLowerCase().trim() };
  }

  function placesOf(terms, words) {
    var places = [];
    for (var i = 0; terms.length && i + terms.length <= words.length; i++) {
      var j = 0;
      while (j < terms.length && words[i + j].term === terms[j]) j++;
      if (j === terms.length) places.push(i);
    }
    return places;
  }

  // ---- Ranking ----

  function scores(index, lists) {
    var found = new Float32Array(index.documents);
    lists.forEach(function (list) {
      for (var i = 0; i < list.documents.length; i++) {
        var number = list.documents[i];
        if (list.weights[i] > found[number]) found[number] = list.weights[i];
      }
    });
    var count = 0;
    for (var n = 0; n < found.length; n++) if (found[n] > 0) count++;
    return { found: found, rarity: count ? Math.log(1 + (index.documents - count + 0.5) / (count + 0.5)) : 0, count: count };
  }

  // A word of the other language is looked up in that language's index: its documents have the same numbers.
  function scoresOf(index, term, isBeginning) {
    return lookUp(index, term, isBeginning).then(function (lists) {
      var isForeign = search.isHan(term.charCodeAt(0)) !== (index.language === "zh");
      if (lists.length || !isForeign) return scores(index, lists);
      return overview(index.language === "zh" ? "en" : "zh").then(function (other) {
        return other.documents === index.documents ? lookUp(other, term, isBeginning) : [];
      }).then(function (lists) { return scores(index, lists); });
    });
  }

  // The words that a word leads to count as one: how much of them a document holds.
  function phraseScores(index, terms) {
    return Promise.all(terms.map(function (term) { return scoresOf(index, term, false); })).then(function (all) {
      var total = sum(all.map(function (one) { return one.rarity; }));
      var found = new Float32Array(index.documents);
      for (var n = 0; n < found.length && total > 0; n++) {
        var weight = 0, held = 0;
        for (var i = 0; i < all.length; i++) {
          if (all[i].found[n] === 0) continue;
          weight += all[i].rarity * all[i].found[n];
          held += all[i].rarity;
        }
        found[n] = (weight / total) * (held / total) * (held / total);
      }
      return { found: found, rarity: Math.max.apply(null, all.map(function (one) { return one.rarity; })) };
    });
  }

  function sum(numbers) { return numbers.reduce(function (a, b) { return a + b; }, 0); }

  var detour = 0.85;

  function rank(index, words) {
    var phrases = new Map();
    return Promise.all(words.map(function (word) {
      return Promise.all([scoresOf(index, word.term, word.isBeginning)].concat(word.instead.map(function (way) {
        var key = way.terms.join(" ");
        if (!phrases.has(key)) phrases.set(key, phraseScores(index, way.terms));
        return phrases.get(key);
      })));
    })).then(function (all) {
      var total = new Float32Array(index.documents), held = new Float32Array(index.documents), most = 0;
      all.forEach(function (ways) {
        var rarity = ways[0].rarity || Math.max.apply(null, ways.map(function (way) { return way.rarity; }));
        most += rarity;
        for (var n = 0; n < total.length; n++) {
          var best = ways[0].found[n];
          for (var w = 1; w < ways.length; w++) best = Math.max(best, ways[w].found[n] * detour);
          if (best > 0) {
            total[n] += rarity * best;
            held[n] += rarity * Math.min(1, 2 * best);
          }
        }
      });
      var hits = [];
      for (var n = 0; n < total.length; n++) {
        if (total[n] > 0) hits.push({ number: n, score: total[n] * (0.3 + (0.7 * held[n]) / most) });
      }
      return hits;
    });
  }

  // How much a kind of page counts beside a provision.
  var kindWeights = { provision: 1, regulation: 0.8, situation: 0.95, topic: 0.9, term: 0.8, fact: 0.8, page: 0.7, school: 0.7 };
  var looked = 30;

  // The whole question, word for word, in the best hits: that pieces of two characters cannot know.
  function verify(index, hits, text) {
    var phrases = (text.match(/[\u3400-\u9fff0-9]+|[a-z0-9’' -]+/g) || []).map(function (phrase) { return phrase.trim(); }).filter(function (phrase) { return phrase.length > 2; });
    if (!phrases.length) return Promise.resolve(hits);
    return Promise.all(hits.slice(0, looked).map(function (hit) {
      return documentAt(index, hit.number).then(function (entry) {
        var texts = entry.slice(1).map(function (text) { return text.toLowerCase(); });
        phrases.forEach(function (phrase) {
          var bonus = texts[0].includes(phrase) ? 0.3 : 0;
          texts.slice(1).forEach(function (text) {
            if (text.includes(phrase)) bonus = Math.max(bonus, text[0] === "l" ? 0.2 : 0.1);
          });
          hit.score *= 1 + bonus / phrases.length;
        });
      });
    })).then(function () { return hits.sort(byScore); });
  }

  function byScore(a, b) { return b.score - a.score || a.number - b.number; }

  // Who asks in a sentence (坏了怎么办, what can I do) is shown the best everyday question first, when it holds this
  // much of what the best provision holds.
  var enough = 0.4;

  // Pages of other kinds do not crowd out the law: of five in a row at most one is no provision.
  function interleaved(hits, isAsked) {
    var law = hits.filter(function (hit) { return hit.about.kind === "provision"; });
    var others = hits.filter(function (hit) { return hit.about.kind !== "provision"; });
    var mixed = [], since = 4;
    var everyday = others.find(function (hit) { return hit.about.kind === "situation"; });
    if (isAsked && everyday && (!law.length || everyday.score >= enough * law[0].score)) {
      mixed.push(everyday);
      others.splice(others.indexOf(everyday), 1);
      since = 0;
    }
    while (law.length || others.length) {
      var takesOther = others.length && (!law.length || (since >= 4 && byScore(others[0], law[0]) < 0));
      since = takesOther ? 0 : since + 1;
      mixed.push(takesOther ? others.shift() : law.shift());
    }
    return mixed;
  }

  // Hits that say something beside the best of their sort; a question that is a title would leave no provision.
  function withoutTail(hits) {
    var best = {};
    return hits.filter(function (hit) {
      var sort = hit.about.kind === "provision" ? "law" : "other";
      if (!(sort in best)) best[sort] = hit.score;
      return hit.score >= best[sort] * 0.25;
    });
  }

  // Searches; `filter.kind` and `filter.place` may be empty. Gives all hits, best first, and how many of each kind.
  search.find = function (language, text, filter) {
    return overview(language).then(function (index) {
      var question = read(text, index);
      return rank(index, question.words).then(function (hits) {
        hits.forEach(function (hit) {
          hit.about = index.groups[index.groupOf[hit.number]].about;
          hit.score *= kindWeights[hit.about.kind] || 0.8;
        });
        hits.sort(byScore);
        hits = withoutTail(hits).filter(function (hit) { return !filter.place || hit.about.place === filter.place; });
        var counts = {};
        hits.forEach(function (hit) { counts[hit.about.kind] = (counts[hit.about.kind] || 0) + 1; });
        var chosen = hits.filter(function (hit) { return !filter.kind || hit.about.kind === filter.kind; });
        return verify(index, chosen, question.text).then(function (hits) {
          return { question: question, hits: interleaved(hits, question.isAsked), counts: counts, total: sum(Object.values(counts)) };
        });
      });
    });
  };

  // A hit with address, title, and the lines of its texts.
  search.document = function (language, number) {
    return overview(language).then(function (index) { return documentAt(index, number); }).then(function (entry) {
      var lines = [];
      entry.slice(2).forEach(function (text) {
        text.slice(1).split("\n").forEach(function (line) {
          if (line) lines.push({ source: text[0] === "l" ? "law" : "ours", text: line });
        });
      });
      return { href: entry[0], title: entry[1], lines: lines };
    });
  };

  // Loads a small index before anything is asked, piece after piece: a first question would fetch most of it anyway.
  search.prepare = function (language) {
    return overview(language).then(function (index) {
      if (index.termPieces + index.textPieces.length > 32) return;
      var next = Promise.resolve();
      for (var i = 0; i < index.termPieces; i++) next = next.then(termPiece.bind(null, index, i));
      index.textPieces.forEach(function (count, i) {
        next = next.then(load.bind(null, index.language + "/texts-" + i, index.version));
      });
      return next;
    });
  };

  // All terms that may be marked in an excerpt.
  search.marks = function (question) {
    var terms = new Set();
    question.words.forEach(function (word) {
      terms.add(word.term);
      word.instead.forEach(function (way) { way.terms.forEach(function (term) { terms.add(term); }); });
    });
    return terms;
  };
})(mingzhiSearch);
