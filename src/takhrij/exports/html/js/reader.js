/* The page view: an original page, block by block, with the very characters lit that something rests on.

All text nodes together are the page's text, unchanged and in order; labels are drawn by the style sheet, so that
what is selected and copied is the page alone. */

const FURNITURE = new Set(["promo", "related", "chrome", "comment"]);

class Reader {
  constructor(model, words) {
    this.model = model;
    this.words = words;
    this.modal = false;
    this.opener = null;
    this.shown = null;
    this.head = h("div.reader-head");
    this.body = h("div.reader-body", { tabindex: "0", role: "document", "aria-label": words.say("reader.text") });
    this.close = h("button.close", { type: "button", onclick: () => this.hide() }, words.say("reader.close"));
    this.element = h("dialog.reader", { "aria-label": words.say("reader.title") }, this.head, this.body);
    this.element.addEventListener("close", () => this.closed());
  }

  /* Opens `page`; `lit` is a list of {start, end, role} with the roles content and cue. */
  show(page, lit, opener = document.activeElement) {
    const item = this.model.pages.get(page);
    if (!item) return;
    if (!this.element.contains(opener)) this.opener = opener;
    this.shown = { page, lit };
    this.fillHead(item, lit);
    this.body.replaceChildren(...this.drawText(item, lit));
    if (!this.element.open) {
      this.modal = !matchMedia("(min-width: 72rem)").matches;
      if (this.modal) this.element.showModal();
      else this.element.show();
      document.documentElement.classList.add("reading");
      opener?.scrollIntoView?.({ block: "nearest" });
    }
    this.body.scrollTop = 0;
    const target = this.body.querySelector("mark.content, mark");
    for (let around = target?.parentElement; around; around = around.parentElement)
      if (around.tagName === "DETAILS") around.open = true;
    if (target) target.scrollIntoView({ block: "center" });
    this.body.focus({ preventScroll: true });
  }

  hide() {
    if (this.element.open) this.element.close();
  }

  closed() {
    this.shown = null;
    document.documentElement.classList.remove("reading");
    if (this.opener?.isConnected) this.opener.focus({ preventScroll: true });
  }

  fillHead(page, lit) {
    const { words } = this;
    const start = lit[0]?.start ?? 0;
    const articles = this.model.pageArticles.get(page.id) ?? [];
    const article = articles.find((one) => one.start <= start && start < one.end) ?? articles[0];
    const outlet = h("p.reader-outlet", {}, article?.outlet ? found(article.outlet) : words.say("outlet.unknown"));
    const parts = [h("div.reader-row", {}, outlet, this.close)];
    parts.push(article?.title ? found(article.title, "h2") : h("h2", {}, found(page.source)));
    if (article) parts.push(h("p.reader-date", {}, publishedWords(article, words)));
    parts.push(h("p.reader-source", {}, found(page.source, "code"), originalLink(page, words)));
    if (page.note) parts.push(h("p.notice", {}, found(page.note)));
    if (this.model.data.shortened) parts.push(h("p.notice", {}, words.say("reader.shortened")));
    const uncovered = articles.reduce((sum, one) => sum + one.uncovered.length, 0);
    const sentences = articles.reduce((sum, one) => sum + one.sentences, 0);
    parts.push(
      h(
        "ul.legend",
        {},
        lit.some((one) => one.role === "content") ? h("li.key-content", {}, words.say("reader.key_content")) : null,
        lit.some((one) => one.role === "cue") ? h("li.key-cue", {}, words.say("reader.key_cue")) : null,
        uncovered
          ? h("li.key-uncovered", {}, words.say("reader.key_uncovered", { n: uncovered, all: sentences }))
          : null,
      ),
    );
    parts.push(this.drawTellings(page));
    this.head.replaceChildren(...parts.filter(Boolean));
  }

  /* The way back: what the time line has from this page, each a link to its entry. */
  drawTellings(page) {
    const told = this.model.pageTellings.get(page.id) ?? [];
    if (!told.length) return null;
    const draw = ({ entry, place }) => {
      const leave = () => this.modal && this.hide();
      return h(
        "li",
        {},
        h(
          "a",
          { href: `#${entry}`, onclick: leave },
          found(clipped(this.model.words(place.page, place.start, place.end), 110)),
        ),
      );
    };
    return folded("details.told", this.words.say("reader.told", { n: told.length }), () =>
      h("ul", {}, told.map(draw)),
    );
  }

  drawText(page, lit) {
    const marks = [...lit];
    for (const article of this.model.pageArticles.get(page.id) ?? []) {
      for (const { start, end } of article.uncovered) marks.push({ start, end, role: "uncovered" });
    }
    const blocks = [...(this.model.blocks.get(page.id) ?? [])].sort((a, b) => a.start - b.start);
    return this.model.texts.get(page.id).pieces.flatMap((piece, number, pieces) => {
      const skipped = piece.start - (number ? pieces[number - 1].end : 0);
      const gap = skipped > 0 ? [this.cut(skipped)] : [];
      const rest = page.length - piece.end;
      const tail = number === pieces.length - 1 && rest > 0 ? [this.cut(rest)] : [];
      return [...gap, ...this.drawPiece(piece, blocks, marks), ...tail];
    });
  }

  /* Where the file leaves text out. The words are drawn by the style sheet: they are not the page's. */
  cut(n) {
    return h("p.cut", { "data-label": this.words.say("reader.cut", { n }) });
  }

  drawPiece(piece, blocks, marks) {
    const drawn = [];
    let at = piece.start;
    let aside = null;
    for (const block of blocks) {
      const start = Math.max(block.start, at);
      const end = Math.min(block.end, piece.end);
      if (end <= start) continue;
      const between = this.drawBetween(piece, at, start, marks);
      const made = this.drawBlock(piece, { kind: block.kind, start, end }, marks);
      if (FURNITURE.has(block.kind)) {
        if (!aside) drawn.push((aside = this.drawAside()));
        aside.append(between, made);
        const n = (Number(aside.firstChild.dataset.n) || 0) + 1;
        aside.firstChild.dataset.n = n;
        aside.firstChild.dataset.label = this.words.say("reader.furniture", { n });
      } else {
        drawn.push(between, made);
        aside = null;
      }
      at = end;
    }
    drawn.push(this.drawBetween(piece, at, piece.end, marks));
    return drawn;
  }

  drawAside() {
    return h("details.furniture", {}, h("summary", { "aria-label": this.words.say("reader.around") }));
  }

  drawBlock(piece, { kind, start, end }, marks) {
    const attributes = { dir: "auto" };
    if (kind !== "body") attributes["data-label"] = this.words.term("block", kind);
    const tag = kind === "title" ? "h3" : "p";
    return h(`${tag}.block.block-${kind}`, attributes, ...this.drawRuns(piece, start, end, marks));
  }

  /* Text outside all blocks: mostly line ends, which take no room. */
  drawBetween(piece, start, end, marks) {
    const blank = piece.slice(start, end).trim() === "";
    return h(
      blank ? "span.gap" : "p.block",
      { dir: blank ? null : "auto" },
      ...this.drawRuns(piece, start, end, marks),
    );
  }

  /* The text from `start` to `end`, cut wherever a mark begins or ends. */
  drawRuns(piece, start, end, marks) {
    const near = marks.filter((mark) => mark.start < end && start < mark.end);
    const cuts = new Set([start, end]);
    for (const mark of near) cuts.add(Math.max(mark.start, start)).add(Math.min(mark.end, end));
    const points = [...cuts].sort((a, b) => a - b);
    return points.slice(0, -1).map((from, i) => {
      const roles = near.filter((mark) => mark.start <= from && points[i + 1] <= mark.end).map((mark) => mark.role);
      const text = piece.slice(from, points[i + 1]);
      if (roles.includes("content")) return h("mark.content", {}, text);
      if (roles.includes("cue")) return h("mark.cue", {}, text);
      return roles.length ? h("span.uncovered", { title: this.words.say("reader.uncovered") }, text) : text;
    });
  }
}

function publishedWords(article, words) {
  const best = article.published[0];
  if (!best) return words.say("date.unknown");
  return words.say("date.published", { when: words.days(best) });
}

/* A way to the live page, if its address is one that a browser may follow. Nothing is loaded before a click. */
function originalLink(page, words) {
  if (!/^https?:\/\//i.test(page.url)) return null;
  return h(
    "a.outside",
    { href: page.url, target: "_blank", rel: "noopener noreferrer" },
    words.say("reader.outside"),
  );
}
