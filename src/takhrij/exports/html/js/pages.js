/* The pages with how far each was read, and what could not be read at all. */

function drawPages(model, words, open) {
  const { sentences, uncovered } = model.coverage();
  return h(
    "div",
    {},
    sentences
      ? h(
          "div.coverage",
          {},
          h(
            "p",
            {},
            words.say("coverage.lede", { share: words.share(uncovered, sentences), n: uncovered, all: sentences }),
          ),
          meter(sentences - uncovered, sentences, words),
        )
      : null,
    model.data.pages.length
      ? inBatches(
          h("ul.cards.page-cards"),
          model.data.pages,
          (page) => drawPageCard(page, model, words, open),
          90,
          words,
        )
      : h("p.empty", {}, words.say("pages.none")),
  );
}

function drawPageCard(page, model, words, open) {
  const articles = model.pageArticles.get(page.id) ?? [];
  const more = page.sources.filter((source) => source !== page.source);
  const show = h("button.source", { type: "button", onclick: () => open(page.id, []) }, words.say("pages.open"));
  return h(
    "li.card",
    {},
    articles.length
      ? articles.map((article) => drawArticle(article, model, words, open))
      : h("p.notice", {}, page.note ? found(page.note) : words.say("pages.no_article")),
    h(
      "p.card-foot",
      {},
      show,
      found(page.source, "code"),
      more.length ? [" ", h("span.term", {}, words.say("pages.also")), " ", list(more)] : null,
      drawCopies(page, model, words, open),
    ),
  );
}

function drawArticle(article, model, words, open) {
  const covered = article.sentences - article.uncovered.length;
  const dates = article.published;
  return h(
    "div.article",
    {},
    h(
      "p.article-outlet",
      {},
      article.outlet ? found(article.outlet) : words.say("outlet.unknown"),
      article.credits.map((hop) => [h("span.sep", {}), words.term("via", hop.via), " ", found(hop.name)]),
    ),
    h("h3", {}, article.title ? found(article.title) : words.say("pages.untitled")),
    h(
      "p.article-date",
      {},
      publishedWords(article, words),
      dates.length > 1 ? h("span.badge", {}, words.say("pages.more_dates", { n: dates.length - 1 })) : null,
    ),
    drawWhy(dates.length ? dates.map((date) => ["", date.why]) : [["", article.why]], model, words, open),
    article.sentences
      ? [
          meter(covered, article.sentences, words),
          h("p.small", {}, words.say("coverage.article", { n: article.uncovered.length, all: article.sentences })),
        ]
      : null,
  );
}

function drawCopies(page, model, words, open) {
  const copies = model.data.copies.filter((copy) => copy.left.page === page.id || copy.right.page === page.id);
  return copies.map((copy) => {
    const [mine, other] = copy.left.page === page.id ? [copy.left, copy.right] : [copy.right, copy.left];
    const name = model.pages.get(other.page)?.source ?? other.page;
    const show = () => open(mine.page, [{ start: mine.start, end: mine.end, role: "content" }]);
    return h(
      "button.rest",
      { type: "button", onclick: show },
      words.say("pages.copy", { share: words.share(copy.score, 1) }),
      " ",
      found(name),
    );
  });
}

/* A bar for a share; its value also stands in words beside it. */
function meter(part, whole, words) {
  const filled = h("span.meter-filled");
  filled.style.inlineSize = `${whole ? (100 * part) / whole : 0}%`;
  return h(
    "span.meter",
    { role: "img", "aria-label": words.say("coverage.meter", { share: words.share(part, whole) }) },
    filled,
  );
}

function drawFailures(model, words) {
  const unread = model.data.pages.filter((page) => page.note);
  const { failures } = model.data;
  return h(
    "div",
    {},
    h(
      "p.section-lede",
      {},
      failures.length ? words.say("failures.lede", { n: failures.length }) : words.say("failures.none"),
    ),
    failures.length
      ? h(
          "ul.cards",
          {},
          failures.map((failure) =>
            h(
              "li.card.failure",
              {},
              h("h3", {}, found(failure.source, "code")),
              h("span.badge", {}, words.term("stage", failure.stage)),
              found(failure.error[words.language], "p"),
              failure.cure[words.language]
                ? [h("p.term", {}, words.say("failures.cure")), found(failure.cure[words.language], "p")]
                : null,
            ),
          ),
        )
      : null,
    unread.length
      ? [
          h("h2", {}, words.say("failures.unread")),
          h(
            "ul.cards",
            {},
            unread.map((page) =>
              h("li.card", {}, h("h3", {}, found(page.source, "code")), h("p", {}, found(page.note))),
            ),
          ),
        ]
      : null,
  );
}
