/* The whole page: masthead, views, and the change of language, which draws all of it anew. */

const VIEWS = ["timeline", "positions", "people", "pages", "failures"];

class App {
  constructor(data, tables) {
    this.model = new Model(data);
    this.tables = tables;
    this.root = document.getElementById("app");
    this.state = { language: "ar", view: this.firstView(), filters: { ...NO_FILTERS }, axis: {} };
    this.draw();
    addEventListener("hashchange", () => this.follow());
    addEventListener("keydown", (event) => event.key === "Escape" && this.reader.hide());
    this.follow();
  }

  /* Where there is nothing to tell, what went wrong comes first. */
  firstView() {
    const { entries, data } = this.model;
    if (entries.length) return "timeline";
    return data.pages.length ? "pages" : "failures";
  }

  draw() {
    const words = (this.words = new Words(this.tables, this.state.language));
    document.documentElement.lang = words.language;
    document.documentElement.dir = words.direction;
    const label = this.model.stories[0]?.label ?? "";
    document.title = label ? `${label} · ${words.say("brand")}` : words.say("title");
    const shown = this.reader?.shown;
    this.reader = new Reader(this.model, words);
    this.open = (page, lit) => this.reader.show(page, lit);
    this.sections = new Map();
    this.main = h("main", { id: "main", tabindex: "-1" });
    this.nav = h(
      "nav.views",
      { "aria-label": words.say("nav.title") },
      VIEWS.map((view) => this.drawNav(view)),
    );
    this.root.replaceChildren(
      h("a.skip", { href: "#main", onclick: (event) => this.skip(event) }, words.say("skip")),
      this.drawHead(label),
      this.nav,
      this.main,
      this.drawFoot(),
      this.reader.element,
    );
    this.go(this.state.view);
    if (shown) this.reader.show(shown.page, shown.lit);
  }

  skip(event) {
    event.preventDefault();
    this.main.focus();
  }

  drawHead(label) {
    const { words, model } = this;
    const { failures, pages, articles, statements, conflicts, events, claims } = model.data;
    const { sentences, uncovered } = model.coverage();
    const left = new Set(claims.flatMap((claim) => claim.not_counted.map((one) => one.article))).size;
    const figure = (key, value, view) =>
      h(
        "div.figure",
        {},
        h("dt", {}, words.say(`figure.${key}`)),
        h("dd", {}, view && value !== 0 ? h("a", { href: `#${view}` }, this.figure(value)) : this.figure(value)),
      );
    return h(
      "header.masthead",
      {},
      h(
        "div.masthead-row",
        {},
        h("p.brand", {}, h("strong", {}, words.say("brand")), h("span", {}, words.say("brand.gloss"))),
        this.drawLanguages(),
      ),
      h("h1", {}, label ? found(label) : words.say("title")),
      model.stories.length > 1 && label
        ? h("p.more-stories", {}, words.say("stories.more", { n: model.stories.length - 1 }))
        : null,
      h("p.lede", {}, words.say("lede")),
      h(
        "dl.figures",
        {},
        figure("pages", pages.length, "pages"),
        figure("articles", articles.length, "pages"),
        figure("statements", statements.length, "timeline"),
        figure("events", events.length, "timeline"),
        figure("copies", left, "timeline"),
        figure("conflicts", conflicts.length, "timeline"),
        figure("uncovered", sentences ? words.share(uncovered, sentences) : "–", "pages"),
      ),
      failures.length
        ? h("p.alert", {}, h("a", { href: "#failures" }, words.say("failures.lede", { n: failures.length })))
        : null,
      model.data.shortened ? h("p.alert", {}, words.say("shortened")) : null,
    );
  }

  figure(value) {
    return typeof value === "number" ? this.words.figures.format(value) : value;
  }

  drawLanguages() {
    return h(
      "div.languages.button-group",
      { role: "group", "aria-label": "اللغة / Language" },
      this.words.languages.map((language) =>
        h(
          "button",
          {
            type: "button",
            lang: language,
            "aria-pressed": String(language === this.state.language),
            onclick: () => this.speak(language),
          },
          this.tables[language].language,
        ),
      ),
    );
  }

  speak(language) {
    this.state.language = language;
    this.draw();
    this.root.querySelector(`.languages [lang="${language}"]`).focus();
  }

  drawNav(view) {
    const { data, entries } = this.model;
    const n = {
      timeline: entries.length,
      positions: new Set(data.positions.map((one) => one.matter)).size,
      people: data.entities.filter((one) => one.kind === "person").length,
      pages: data.pages.length,
      failures: data.failures.length,
    }[view];
    return h(
      "a",
      { href: `#${view}`, "data-view": view },
      this.words.say(`nav.${view}`),
      h("span.count", {}, this.words.figures.format(n)),
    );
  }

  drawFoot() {
    return h("footer.foot", {}, h("p", {}, this.words.say("foot")));
  }

  /* The address's part after # names a view or an entry. */
  follow() {
    const name = decodeURIComponent(location.hash.slice(1));
    if (VIEWS.includes(name)) {
      this.go(name);
      scrollTo(0, Math.min(scrollY, this.nav.previousElementSibling.offsetHeight));
    } else if (this.model.entries.some((entry) => entry.id === name)) {
      this.go("timeline");
      if (!this.timeline.entries.some((entry) => entry.id === name)) this.filters.set({ ...NO_FILTERS });
      this.timeline.go(name);
    }
  }

  go(view) {
    this.state.view = view;
    for (const link of this.nav.children) {
      if (link.dataset.view === view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    if (!this.sections.has(view)) {
      const made = h(
        "div.view",
        { id: `view-${view}` },
        h("h2.visually-hidden", {}, this.words.say(`nav.${view}`)),
        this.drawView(view),
      );
      this.sections.set(view, made);
      this.main.append(made);
      if (view === "timeline") this.applyFilters();
    }
    for (const [name, section] of this.sections) section.hidden = name !== view;
  }

  drawView(view) {
    const { model, words, open } = this;
    if (view === "positions") return drawPositions(model, words, open);
    if (view === "people") return drawPeople(model, words, open);
    if (view === "pages") return drawPages(model, words, open);
    if (view === "failures") return drawFailures(model, words);
    return this.drawTimeline();
  }

  drawTimeline() {
    const { model, words, open } = this;
    if (!model.entries.length) return h("p.empty", {}, words.say("timeline.none"));
    this.timeline = new Entries(model, words, open);
    this.filters = new Filters(model, words, this.state.filters, (chosen) => {
      this.state.filters = chosen;
      this.applyFilters();
    });
    this.axis = new Axis(model, words, this.state.axis, {
      go: (id) => this.timeline.go(id),
      choose: (from, to) => this.filters.set({ from, to }),
    });
    this.nothing = h("p.empty", {}, words.say("filter.none"));
    return [this.axis.whole ? this.axis.element : null, this.filters.element, this.nothing, this.timeline.element];
  }

  applyFilters() {
    if (!this.timeline || !this.filters) return;
    const shown = this.model.entries.filter((entry) => passes(entry, this.state.filters, this.model));
    this.filters.show(shown.length, this.model.entries.length);
    this.nothing.hidden = shown.length > 0;
    this.axis.show(shown);
    this.timeline.show(shown);
  }
}

new App(readData("data"), readData("words"));
