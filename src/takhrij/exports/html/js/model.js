/* The data with its look-ups, and the entries of the time line. Made once; nothing changes it. */

function readData(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}

function byId(items) {
  return new Map(items.map((item) => [item.id, item]));
}

class Model {
  constructor(data) {
    this.data = data;
    this.pages = byId(data.pages);
    this.articles = byId(data.articles);
    this.entities = byId(data.entities);
    this.statements = byId(data.statements);
    this.events = byId(data.events);
    this.claims = byId(data.claims);
    this.times = byId(data.times);
    this.blocks = grouped(data.blocks, (block) => block.page);
    this.pageArticles = grouped(data.articles, (article) => article.page);
    this.pageMentions = grouped(data.mentions, (mention) => mention.page);
    this.entityMentions = grouped(data.mentions, (mention) => mention.entity);
    this.conflicts = new Map();
    for (const conflict of data.conflicts) {
      for (const claim of new Set([conflict.left, conflict.right])) {
        if (!this.conflicts.has(claim)) this.conflicts.set(claim, []);
        this.conflicts.get(claim).push(conflict);
      }
    }
    this.texts = new Map(data.pages.map((page) => [page.id, new PageText(page.pieces)]));
    this.stories = [...data.stories].sort(
      (a, b) => b.pages.length - a.pages.length || b.claims.length - a.claims.length,
    );
    this.claimStories = new Map();
    for (const story of data.stories) for (const claim of story.claims) this.claimStories.set(claim, story.id);
    this.entries = this.makeEntries();
  }

  /* The words of a place: sliced from the page, never anything else. */
  words(page, start, end) {
    const text = this.texts.get(page);
    return text ? text.slice(start, end) : "";
  }

  outletOf(articleId) {
    const article = this.articles.get(articleId);
    return article ? article.outlet : "";
  }

  /* The characters to light for an article as a whole: its title's, else its first block's. */
  head(article) {
    const blocks = (this.blocks.get(article.page) ?? []).filter((block) => block.article === article.id);
    const block = blocks.find((one) => one.kind === "title") ??
      blocks[0] ?? { start: article.start, end: article.end };
    return { start: block.start, end: block.end, role: "content" };
  }

  /* What a statement or event needs to be shown; `chain` goes from the article's outlet to the origin. */
  telling(id) {
    const statement = this.statements.get(id);
    if (statement) {
      return {
        id,
        kind: "statement",
        item: statement,
        type: statement.act,
        page: statement.page,
        article: this.articles.get(statement.article),
        place: { page: statement.page, start: statement.content.start, end: statement.content.end },
        cue: statement.cue,
        chain: statement.chain,
      };
    }
    const event = this.events.get(id);
    if (!event) return undefined;
    const article = this.articles.get(event.article);
    const told = event.statement === null ? undefined : this.statements.get(event.statement);
    return {
      id,
      kind: "event",
      item: event,
      type: event.type,
      page: event.page,
      article,
      place: { page: event.page, start: event.start, end: event.end },
      cue: told ? told.cue : null,
      chain: told ? told.chain : this.narrated(article),
    };
  }

  /* The chain of what an article tells in its own voice: its outlet, then those it credits. */
  narrated(article) {
    if (!article) return [];
    const outlet = { name: article.outlet, via: "published", kind: "outlet", cue: null };
    return article.outlet === "" && article.credits.length ? article.credits : [outlet, ...article.credits];
  }

  makeEntries() {
    const dated = this.data.timeline.map((item) => {
      const claims = item.claims.map((id) => this.claims.get(id)).filter(Boolean);
      return { ...this.makeEntry(item.when, item.place, item.label, claims), why: item.why };
    });
    const shown = new Set(this.data.timeline.flatMap((item) => item.claims));
    const rest = [...this.data.claims.filter((claim) => !shown.has(claim.id)), ...this.unclaimed()]
      .map((claim) => {
        const first = this.telling(claim.statements[0] ?? claim.events[0]);
        return first && this.makeEntry(claim.when, first.place, "", [claim]);
      })
      .filter(Boolean);
    const order = (entry) =>
      entry.when?.first ?? `undated ${entry.published?.first ?? "without"}`; /* letters sort after digits */
    const all = [...dated, ...rest].sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
    all.forEach((entry, number) => (entry.id = `e-${number + 1}`));
    const told = all.flatMap((entry) => entry.tellings.flat().map(({ place }) => ({ entry: entry.id, place })));
    this.pageTellings = grouped(
      told.sort((a, b) => a.place.start - b.place.start),
      (one) => one.place.page,
    );
    this.entryOf = new Map(all.flatMap((entry) => entry.claims.map((claim) => [claim.id, entry.id])));
    return all;
  }

  /* Statements and events that no claim took up, each as a claim of its own without known origins: nothing is lost. */
  unclaimed() {
    const taken = new Set(this.data.claims.flatMap((claim) => [...claim.statements, ...claim.events]));
    const none = { id: "", origins: [], sources: [], not_counted: [], why: [] };
    const free = (items) => items.filter((item) => !taken.has(item.id));
    return [
      ...free(this.data.statements).map((item) => ({ ...none, when: item.when, statements: [item.id], events: [] })),
      ...free(this.data.events).map((item) => ({ ...none, when: item.when, statements: [], events: [item.id] })),
    ];
  }

  makeEntry(when, place, label, claims) {
    const tellings = claims.map((claim) =>
      [...claim.statements, ...claim.events].map((id) => this.telling(id)).filter(Boolean),
    );
    const entry = { when, place, label, claims, tellings, id: "" };
    const published = tellings.flat().flatMap((telling) => telling.article?.published.slice(0, 1) ?? []);
    entry.published = published.sort((a, b) =>
      a.first < b.first ? -1 : 1,
    )[0]; /* of the earliest article that tells it */
    entry.origins = new Set(claims[0]?.origins ?? []); /* of the claim that has most: claims of one happening may rest on one text */
    entry.notCounted = new Set(claims.flatMap((claim) => claim.not_counted.map((left) => left.article)));
    entry.conflicts = [...new Set(claims.flatMap((claim) => this.conflicts.get(claim.id) ?? []))];
    entry.stories = new Set(claims.map((claim) => this.claimStories.get(claim.id)));
    entry.kinds = new Set();
    entry.outlets = new Set();
    entry.entities = new Set();
    for (const telling of tellings.flat()) this.addFacets(entry, telling);
    return entry;
  }

  addFacets(entry, telling) {
    entry.kinds.add(telling.kind).add(`${telling.kind}:${telling.type}`);
    if (telling.article?.outlet) entry.outlets.add(telling.article.outlet);
    for (const hop of telling.chain) {
      if (hop.kind === "outlet" || hop.kind === "organization") entry.outlets.add(hop.name);
    }
    const { item } = telling;
    if (item.entity) entry.entities.add(item.entity);
    for (const party of [...(item.actor_details ?? []), ...(item.target_details ?? [])]) {
      if (party.entity) entry.entities.add(party.entity);
    }
    for (const mention of this.pageMentions.get(telling.page) ?? []) {
      if (mention.start < telling.place.end && telling.place.start < mention.end) entry.entities.add(mention.entity);
    }
  }

  /* Sentences of all bodies, and how many of them no statement or event covers. */
  coverage() {
    let sentences = 0;
    let uncovered = 0;
    for (const article of this.data.articles) {
      sentences += article.sentences;
      uncovered += article.uncovered.length;
    }
    return { sentences, uncovered };
  }
}
