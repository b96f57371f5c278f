/* The entries of the time line as a list: date, words of the sources, chains, origins, conflicts. */

const BATCH = 60; /* entries drawn at once: a screenful is about four, and drawing 60 takes well under a tenth of a second */
const NAMED = 4; /* origins that are named beside their number; more are named under the claim */
const SHOWN = 2; /* tellings of a claim that stand open; the rest is a click away */

class Entries {
  constructor(model, words, open) {
    this.model = model;
    this.words = words;
    this.open = open;
    this.list = h("div.entries");
    this.more = h("button.more", { type: "button", onclick: () => this.extend(BATCH) });
    this.element = h("div", {}, this.list, this.more);
    this.entries = [];
    this.drawn = 0;
    this.period = "";
    new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.extend(BATCH), {
      rootMargin: "600px",
    }).observe(this.more);
  }

  show(entries) {
    this.entries = entries;
    this.drawn = 0;
    this.period = null;
    this.list.replaceChildren();
    this.extend(BATCH);
  }

  extend(n) {
    const until = Math.min(this.entries.length, this.drawn + n);
    for (; this.drawn < until; this.drawn += 1) {
      const entry = this.entries[this.drawn];
      const period = this.periodOf(entry);
      if (period !== this.period) this.list.append(h("h2.period", {}, period));
      this.period = period;
      this.list.append(this.draw(entry));
    }
    const left = this.entries.length - this.drawn;
    this.more.hidden = left === 0;
    this.more.textContent = this.words.say("entries.more", { n: left });
  }

  /* Brings an entry into sight and gives it the focus, drawing up to it first. */
  go(id) {
    const place = this.entries.findIndex((entry) => entry.id === id);
    if (place < 0) return;
    if (place >= this.drawn) this.extend(place + 1 - this.drawn);
    const element = document.getElementById(id);
    element.scrollIntoView({ block: "start" });
    element.focus({ preventScroll: true });
  }

  periodOf(entry) {
    if (entry.when === null) return this.words.say("entries.undated");
    const { first, last } = entry.when;
    if (first.slice(0, 4) !== last.slice(0, 4))
      return this.words.days({ first: `${first.slice(0, 4)}-01-01`, last: `${last.slice(0, 4)}-12-31` });
    if (first.slice(0, 7) !== last.slice(0, 7)) return this.words.format("year").format(dayOf(first));
    return this.words.format("month").format(dayOf(first));
  }

  draw(entry) {
    const { words } = this;
    const exact = entry.when !== null && entry.when.first === entry.when.last;
    const date = entry.when ? words.days(entry.when) : words.say("date.unknown");
    const note = entry.when
      ? exact
        ? null
        : this.doubt(entry.when)
      : entry.published && words.say("date.published", { when: words.days(entry.published, true) });
    const head = h("header.entry-when", {}, h("p.entry-date", {}, date), note ? h("p.entry-grain", {}, note) : null);
    const title = entry.label ? h("h3.entry-label", { id: `${entry.id}-label` }, found(entry.label)) : null;
    const lead = title ? this.placed(title, entry) : null;
    return h(
      `article.entry${exact ? "" : ".entry-uncertain"}${entry.conflicts.length ? ".entry-disputed" : ""}`,
      { id: entry.id, tabindex: "-1", "aria-labelledby": title ? `${entry.id}-label` : null },
      head,
      h(
        "div.entry-body",
        {},
        lead,
        this.drawTallies(entry),
        entry.tellings.map((tellings, i) => this.drawClaim(entry, entry.claims[i], tellings)),
        entry.why?.length ? drawWhy([["why.one", entry.why]], this.model, words, this.open) : null,
        this.drawConflicts(entry),
      ),
    );
  }

  /* How uncertain a date is, in words. */
  doubt({ grain }) {
    const finer = ["second", "minute", "hour", "day"].includes(grain);
    return finer
      ? this.words.say("date.one_of")
      : this.words.say("date.uncertain", { grain: this.words.term("grain", grain) });
  }

  /* Makes a click on `element` open the entry's place; a button below the words does the same for the keyboard. */
  placed(element, entry) {
    const { page, start, end } = entry.place;
    const telling = entry.tellings.flat().find((one) => isAt(one, entry.place));
    const show = () => this.open(page, telling ? litOf(telling) : [{ start, end, role: "content" }]);
    element.classList.add("words");
    element.addEventListener("click", onPlainClick(show));
    return element;
  }

  drawTallies(entry) {
    const { words } = this;
    const tally = (name, n) => (n ? h(`li.tally-${name}`, {}, words.say(`tally.${name}`, { n })) : null);
    return h(
      "ul.tallies",
      {},
      entry.claims.some((claim) => claim.id) ? this.drawOrigins([...entry.origins]) : null,
      tally("copies", entry.notCounted.size),
      tally("conflicts", entry.conflicts.length),
    );
  }

  drawOrigins(origins) {
    const count = this.words.say("tally.origins", { n: origins.length });
    if (!origins.length || origins.length > NAMED) return h("li.tally-origins", { title: origins.join("، ") }, count);
    return h("li.tally-origins", {}, count, ": ", list(origins));
  }

  drawClaim(entry, claim, tellings) {
    const { words, model } = this;
    const left = new Map(claim.not_counted.map((one) => [one.article, one.why]));
    const counted = tellings.filter((telling) => !left.has(telling.item.article));
    const copies = tellings.filter((telling) => left.has(telling.item.article));
    const several = tellings.length > 1;
    const ordered = [...counted, ...copies].map((telling) =>
      this.drawTelling(entry, telling, left.get(telling.item.article), several ? [] : claim.why),
    );
    const rest = ordered.slice(SHOWN);
    return h(
      "section.claim",
      {},
      ...ordered.slice(0, SHOWN),
      rest.length
        ? h("details.rest-of-claim", {}, h("summary", {}, words.say("claim.rest", { n: rest.length })), ...rest)
        : null,
      h(
        "footer.claim-foot",
        {},
        claim.origins.length && (entry.claims.length > 1 || entry.origins.size > NAMED)
          ? h("p.claim-origins", {}, words.say("claim.origins"), " ", list(claim.origins))
          : null,
        several && claim.sources.length
          ? h("p.claim-sources", {}, words.say("claim.sources"), " ", list(claim.sources))
          : null,
        several ? drawWhy([["why.same", claim.why]], model, words, this.open) : null,
      ),
    );
  }

  drawTelling(entry, telling, leftOut, claimWhy) {
    const { words, model } = this;
    const { page } = telling.place;
    const quote = entry.label !== "" && isAt(telling, entry.place) ? null : this.drawQuote(telling);
    const lit = litOf(telling);
    const show = h(
      "button.source",
      { type: "button", onclick: () => this.open(page, lit) },
      words.say("telling.open"),
    );
    return h(
      `div.telling${leftOut ? ".telling-copy" : ""}`,
      { "data-telling": telling.id },
      h(
        "p.telling-head",
        {},
        this.drawHeading(telling),
        leftOut ? h("span.badge", {}, words.say("telling.copy")) : null,
      ),
      quote,
      drawChain(telling, model, words, this.open),
      h(
        "div.telling-foot",
        {},
        show,
        h("span.telling-article", {}, articleWords(telling.article, words)),
        this.drawDate(telling),
        this.drawReasons(telling, leftOut, claimWhy),
      ),
    );
  }

  /* The words that date a telling. */
  drawDate(telling) {
    const time = this.model.times.get(telling.item.time);
    if (!time) return null;
    const { page, start, end } = time;
    const show = () => this.open(page, [{ start, end, role: "content" }]);
    const button = h("button.rest", { type: "button", onclick: show }, found(this.model.words(page, start, end)));
    return h("span.dated", {}, this.words.say("telling.dated"), " ", button);
  }

  drawReasons(telling, leftOut, claimWhy) {
    const time = this.model.times.get(telling.item.time);
    const groups = [
      ["why.left_out", leftOut],
      [telling.kind === "statement" ? "why.statement" : "why.event", telling.item.why],
      ["why.date", time?.why],
      ["why.same", claimWhy],
    ];
    return drawWhy(groups, this.model, this.words, this.open);
  }

  drawQuote(telling) {
    const { page, start, end } = telling.place;
    const quote = h("blockquote.words", { dir: "auto" }, this.model.words(page, start, end));
    quote.addEventListener(
      "click",
      onPlainClick(() => this.open(page, litOf(telling))),
    );
    return quote;
  }

  drawHeading(telling) {
    const { words } = this;
    const { item } = telling;
    if (telling.kind === "statement") {
      const unnamed = item.speaker_kind === "unnamed";
      return [
        h("span.act", {}, words.term("act", item.act)),
        h(
          `span.speaker${unnamed ? ".speaker-unnamed" : ""}`,
          {},
          item.speaker ? found(item.speaker) : words.say("chain.nobody"),
        ),
        unnamed ? h("span.badge.badge-unnamed", {}, words.say("chain.unnamed")) : null,
        item.quoted ? h("span.badge", {}, words.say("telling.quoted")) : null,
      ];
    }
    const sides = (names) => (names.length ? list(names) : null);
    return [
      h("span.act", {}, words.term("event", item.type)),
      item.status === "occurred" ? null : h("span.badge.badge-status", {}, words.term("status", item.status)),
      sides(item.actors),
      item.targets.length
        ? [h("span.towards", {}, h("span.visually-hidden", {}, words.say("event.towards"))), sides(item.targets)]
        : null,
      item.place ? h("span.where", {}, words.say("event.place"), " ", found(item.place)) : null,
    ];
  }

  drawConflicts(entry) {
    return entry.conflicts.map((conflict) =>
      h(
        "section.conflict",
        {},
        h("h3", {}, this.words.say("conflict.title", { about: this.words.term("about", conflict.about) })),
        h(
          "div.conflict-sides",
          {},
          conflict.spans.map((span, i) => this.drawSide(span, [conflict.left, conflict.right][i], entry)),
        ),
        drawWhy([["", conflict.why]], this.model, this.words, this.open),
      ),
    );
  }

  drawSide({ page, start, end }, claim, entry) {
    const { model, words } = this;
    const article = (model.pageArticles.get(page) ?? []).find((one) => one.start <= start && start < one.end);
    const show = () => this.open(page, [{ start, end, role: "content" }]);
    const block = (model.blocks.get(page) ?? []).find((one) => one.start <= start && end <= one.end);
    const around = block ? surroundings(model, page, block, start, end) : ["", ""];
    const quote = h(
      "blockquote.words",
      { dir: "auto" },
      around[0],
      h("strong", {}, model.words(page, start, end)),
      around[1],
    );
    quote.addEventListener("click", onPlainClick(show));
    const home = model.entryOf.get(claim);
    const jump = home && home !== entry.id ? h("a", { href: `#${home}` }, words.say("conflict.other")) : null;
    const source = h("button.source", { type: "button", onclick: show }, words.say("telling.open"));
    return h(
      "div.side",
      {},
      quote,
      h("p.telling-foot", {}, source, h("span.telling-article", {}, articleWords(article, words)), jump),
    );
  }
}

/* Up to 60 characters of a block on each side of a span, cut at a space, so that a bare number is understood. */
function surroundings(model, page, block, start, end) {
  const from = Math.max(block.start, start - 60);
  const to = Math.min(block.end, end + 60);
  let before = model.words(page, from, start);
  let behind = model.words(page, end, to);
  if (from > block.start) before = `…${before.slice(before.indexOf(" ") + 1)}`;
  if (to < block.end) behind = `${behind.slice(0, Math.max(behind.lastIndexOf(" "), 0))}…`;
  return [before, behind];
}

function isAt({ place }, { page, start, end }) {
  return place.page === page && place.start === start && place.end === end;
}

function litOf(telling) {
  const { start, end } = telling.place;
  const lit = [{ start, end, role: "content" }];
  if (telling.cue) lit.push({ ...telling.cue, role: "cue" });
  return lit;
}

function list(names) {
  return h(
    "span.names",
    {},
    names.flatMap((name, i) => (i ? [h("span.sep", {}), found(name)] : [found(name)])),
  );
}

function articleWords(article, words) {
  if (!article) return null;
  const outlet = article.outlet ? found(article.outlet) : words.say("outlet.unknown");
  const best = article.published[0];
  return [outlet, h("span.sep", {}), best ? words.days(best, true) : words.say("date.unknown")];
}
