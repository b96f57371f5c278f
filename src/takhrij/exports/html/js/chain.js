/* A chain drawn from the reader back to the origin, and the reasons behind a record. */

/* Every hop is a button that opens the words it rests on; `open(page, lit)` opens them. */
function drawChain(telling, model, words, open) {
  const hops = telling.chain.map((hop, number) => {
    const last = number === telling.chain.length - 1;
    return drawHop(hop, { telling, last, first: number === 0 }, model, words, open);
  });
  return h(
    "ol.chain",
    { "aria-label": words.say("chain.label") },
    h("li.hop.hop-reader", {}, h("span.hop-name", {}, words.say("chain.reader"))),
    ...hops,
  );
}

function drawHop(hop, { telling, first, last }, model, words, open) {
  const unnamed = hop.kind === "unnamed";
  const lit = hopWords(hop, telling, first && model, last);
  const cue = hop.cue && lit ? model.words(telling.page, hop.cue.start, hop.cue.end) : "";
  const inside = [
    h("span.hop-via", {}, words.term("via", hop.via)),
    h("span.hop-name", {}, hop.name ? found(hop.name) : words.say(first ? "outlet.unknown" : "chain.nobody")),
    unnamed ? h("span.hop-tag.hop-nameless", {}, words.say("chain.unnamed")) : null,
    last ? h("span.hop-tag.hop-origin", {}, words.say("chain.origin")) : null,
  ];
  const classes = `li.hop${unnamed ? ".hop-unnamed" : ""}${last ? ".hop-last" : ""}`;
  if (!lit) return h(classes, {}, h("span.hop-box", {}, ...inside));
  const label = cue ? words.say("chain.open", { cue }) : words.say("chain.open_article");
  return h(
    classes,
    {},
    h("button.hop-box", { type: "button", title: label, onclick: () => open(telling.page, lit) }, ...inside),
  );
}

/* The characters a hop rests on: its own cue, else the article's title (with `model`, for the outlet) or the telling's cue. */
function hopWords(hop, telling, model, last) {
  if (hop.cue) return [{ ...hop.cue, role: "content" }];
  const { article } = telling;
  if (model && article) return [model.head(article)];
  if (last && telling.cue) return [{ ...telling.cue, role: "content" }];
  return null;
}

/* The reasons, folded away; each place they rest on opens. `groups` is a list of [heading, reasons]. */
function drawWhy(groups, model, words, open) {
  const full = groups.filter(([, why]) => why?.length);
  if (!full.length) return null;
  const draw = ([heading, why]) => [
    heading ? h("p.why-of", {}, words.say(heading)) : null,
    drawReasons(why, model, words, open),
  ];
  return h("details.why", {}, h("summary", {}, words.say("why")), h("div.why-box", {}, full.map(draw)));
}

function drawReasons(why, model, words, open) {
  const lines = why.map((reason) =>
    h(
      "li",
      {},
      h("code", { dir: "ltr" }, reason.rule),
      reason.note ? [" ", found(reason.note)] : null,
      reason.rests_on.map(({ page, start, end }) => {
        const seen = model.words(page, start, end);
        if (!seen) return null;
        const show = () => open(page, [{ start, end, role: "content" }]);
        return [" ", h("button.rest", { type: "button", onclick: show }, found(clipped(seen, 90)))];
      }),
    ),
  );
  return h("ul", {}, ...lines);
}
