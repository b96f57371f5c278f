/* Who demands, offers or refuses what: each matter's positions in order of time, with the words that take them. */

function drawPositions(model, words, open) {
  const matters = [...grouped(model.data.positions, (position) => position.matter)];
  if (!matters.length) return h("p.empty", {}, words.say("positions.none"));
  return h(
    "div.positions",
    {},
    h("p.section-lede", {}, words.say("positions.lede")),
    inBatches(h("ul.cards.page-cards"), matters, (one) => drawMatter(one, model, words, open), 60, words),
  );
}

function drawMatter([matter, positions], model, words, open) {
  return h(
    "li.card",
    {},
    h("h3", {}, found(matter)),
    h(
      "ol.stances",
      {},
      positions.map((position) => drawPosition(position, model, words, open)),
    ),
  );
}

function drawPosition(position, model, words, open) {
  const entry = position.claims.map((claim) => model.entryOf.get(claim)).find(Boolean);
  const places = position.why.flatMap((reason) => reason.rests_on);
  return h(
    "li.stance",
    {},
    h(
      "p.stance-head",
      {},
      h("span.tenure", {}, position.when ? words.days(position.when, true) : words.say("date.unknown")),
      h("strong.holder", {}, found(position.holder)),
      h("span.act", {}, words.term("act", position.act)),
    ),
    places.slice(0, 1).map((place) => drawStance(place, model, words, open)),
    h(
      "p.telling-foot",
      {},
      places.map((place) =>
        h(
          "button.source",
          { type: "button", onclick: () => open(place.page, [{ start: place.start, end: place.end, role: "content" }]) },
          words.say("telling.open"),
        ),
      ),
      entry ? h("a", { href: `#${entry}` }, words.say("conflict.other")) : null,
    ),
  );
}

function drawStance({ page, start, end }, model, words, open) {
  const quote = h("blockquote.words", { dir: "auto" }, model.words(page, start, end));
  quote.addEventListener(
    "click",
    onPlainClick(() => open(page, [{ start, end, role: "content" }])),
  );
  return quote;
}
