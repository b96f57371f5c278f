/* People and offices: who held what when, under which written forms, and where each is named. */

function drawPeople(model, words, open) {
  const people = model.data.entities
    .filter((entity) => entity.kind === "person")
    .map((entity) => ({ entity, mentions: model.entityMentions.get(entity.id) ?? [] }))
    .sort((a, b) => b.mentions.length - a.mentions.length || (a.entity.name < b.entity.name ? -1 : 1));
  const others = model.data.entities.filter((entity) =>
    ["organization", "state", "outlet", "office", "unnamed"].includes(entity.kind),
  );
  return h(
    "div.people",
    {},
    h(
      "section",
      {},
      h("h2", {}, words.say("people.offices")),
      h("p.section-lede", {}, words.say("people.offices_lede")),
      focusOf(model.entries) ? h("ul.legend", {}, h("li.key-story", {}, words.say("people.key_story"))) : null,
      drawOffices(model, words, open),
    ),
    h(
      "section",
      {},
      h("h2", {}, words.say("people.people")),
      people.length
        ? inBatches(h("ul.cards"), people, (one) => drawPerson(one, model, words, open), 90, words)
        : h("p.empty", {}, words.say("people.none")),
    ),
    drawOthers(others, model, words, open),
  );
}

function drawOffices(model, words, open) {
  const offices = [...grouped(model.data.tenures, (tenure) => tenure.office)];
  if (!offices.length) return h("p.empty", {}, words.say("people.no_offices"));
  const named = new Set(
    model.data.entities.filter((one) => one.kind === "person").flatMap((one) => [one.name, ...one.names]),
  );
  const ours = offices.filter(([, tenures]) => tenures.some((tenure) => named.has(tenure.holder)));
  const rest = offices.filter((office) => !ours.includes(office));
  const draw = (some) => drawOfficeList(some, model, words, open);
  return [
    ours.length ? draw(ours) : null,
    rest.length
      ? folded("details.others", words.say("people.other_offices", { n: rest.length }), () => draw(rest))
      : null,
  ];
}

/* Offices in the data's order, the holders of each by time. */
function drawOfficeList(offices, model, words, open) {
  return h(
    "dl.offices",
    {},
    offices.map(([office, tenures]) => {
      const ordered = [...tenures].sort((a, b) => ((a.first ?? "") < (b.first ?? "") ? -1 : 1));
      return h(
        "div.office",
        {},
        h("dt", {}, found(office)),
        ordered.map((tenure) => drawTenure(tenure, ordered, model, words, open)),
      );
    }),
  );
}

function drawTenure(tenure, tenures, model, words, open) {
  const scale = tenureScale(tenures, model);
  return h(
    "dd",
    {},
    h("span.holder", {}, found(tenure.holder)),
    h("span.tenure", {}, tenureWords(tenure, words)),
    drawWhy([["", tenure.why]], model, words, open),
    scale ? drawTrack(tenure, scale, model) : null,
  );
}

/* Days to percent of a track: from the first holder to the last day that the tenures or the running story know. A
   holder without an end who came last has a twelfth of the track at least. */
function tenureScale(tenures, model) {
  const story = focusOf(model.entries) ?? [];
  const known = tenures.flatMap(({ first, last }) => [first, last].filter(Boolean).map((iso) => +dayOf(iso)));
  const days = [...known, ...story];
  const spare = (Math.max(...days) - Math.min(...days)) / 12;
  days.push(...tenures.filter(({ first, last }) => first && !last).map(({ first }) => +dayOf(first) + spare));
  return known.length
    ? d3
        .scaleUtc()
        .domain([Math.min(...days), Math.max(...days)])
        .range([0, 100])
        .clamp(true)
    : null;
}

/* A tenure as a bar, its words stand beside it; the running story's time is shaded behind. */
function drawTrack({ first, last }, scale, model) {
  const [from, to] = scale.domain();
  const story = focusOf(model.entries);
  const stretch = (name, start, end) => {
    const bar = h(`span.${name}`);
    bar.style.insetInlineStart = `${scale(start)}%`;
    bar.style.inlineSize = `${Math.max(scale(end) - scale(start), 0.75)}%`;
    return bar;
  };
  const open = `${first ? "" : ".open-start"}${last ? "" : ".open-end"}`;
  return h(
    "span.track",
    { "aria-hidden": "true" },
    story ? stretch("track-story", ...story) : null,
    stretch(`track-bar${open}`, first ? dayOf(first) : from, last ? dayOf(last) : to),
  );
}

/* From when to when, no finer than the tenure says; an open end is said, never filled in. */
function tenureWords({ first, last, first_grain, last_grain, disputed }, words) {
  const begin = first && words.format(first_grain).format(dayOf(first));
  const end = last && words.format(last_grain).format(dayOf(last));
  let told = words.say("tenure.open");
  if (first && last) told = words.say("between", { first: begin, last: end });
  else if (first) told = words.say("tenure.since", { first: begin });
  else if (last) told = words.say("tenure.until", { last: end });
  return disputed ? words.say("tenure.disputed", { tenure: told }) : told;
}

function drawPerson({ entity, mentions }, model, words, open) {
  const held = model.data.tenures.filter(
    (tenure) => entity.name === tenure.holder || entity.names.includes(tenure.holder),
  );
  const forms = entity.names.filter((name) => name !== entity.name);
  return h(
    "li.card",
    {},
    h("h3", {}, found(entity.name)),
    held.length
      ? h(
          "ul.held",
          {},
          held.map((tenure) => h("li", {}, found(tenure.office), h("span.tenure", {}, tenureWords(tenure, words)))),
        )
      : null,
    entity.roles.length ? h("p", {}, h("span.term", {}, words.say("people.roles")), " ", list(entity.roles)) : null,
    forms.length ? h("p", {}, h("span.term", {}, words.say("people.forms")), " ", list(forms)) : null,
    drawMentions(mentions, model, words, open),
    drawWhy([["", entity.why]], model, words, open),
  );
}

/* A folded list of every place that names an entity, page by page; filled when it is opened. */
function drawMentions(mentions, model, words, open) {
  if (!mentions.length) return null;
  const draw = ([page, places]) => {
    const buttons = places.map(({ start, end }) =>
      h(
        "button.rest",
        { type: "button", onclick: () => open(page, [{ start, end, role: "content" }]) },
        found(model.words(page, start, end)),
      ),
    );
    return h(
      "p",
      {},
      h("span.term", {}, found(model.pages.get(page)?.source ?? page)),
      " ",
      buttons.flatMap((button) => [button, " "]),
    );
  };
  return folded("details.mentions", words.say("people.mentions", { n: mentions.length }), () =>
    [...grouped(mentions, (mention) => mention.page)].map(draw),
  );
}

function drawOthers(entities, model, words, open) {
  const kinds = grouped(entities, (entity) => entity.kind);
  return ["organization", "state", "outlet", "office", "unnamed"]
    .filter((kind) => kinds.has(kind))
    .map((kind) => {
      const items = kinds.get(kind);
      const summary = `${words.say(`kinds.${kind}`)} (${words.figures.format(items.length)})`;
      return folded("details.others", summary, () =>
        inBatches(h("ul"), items, (entity) => drawOther(entity, model, words, open), 200, words),
      );
    });
}

function drawOther(entity, model, words, open) {
  const forms = entity.names.filter((name) => name !== entity.name);
  const mentions = drawMentions(model.entityMentions.get(entity.id) ?? [], model, words, open);
  return h("li", {}, found(entity.name, "strong"), forms.length ? [" ", list(forms)] : null, mentions);
}
