/* The time axis: exact days as dots above the line, uncertain dates as bars below it, all on one true scale.

Time runs with the script: from right to left in Arabic. The marks are ordinary links; one of them stands in the tab
order and the arrow keys go to the next in time. */

const DAY = 86400000;
const EDGE = 20; /* pixels kept free at both ends */
const DOT = 14; /* width of a dot's column */
const PILL = 30; /* width of a number that stands for many dots */
const BAR = 12; /* height of a bar's lane */
const STACK = 6; /* dots that stand on one another before they become a number */
const LANES = 6;
const LEAST_DAYS = 8; /* closest view: below that, ticks would need hours, which the data rarely has */

/* The days (as milliseconds) of the running story, so that old background does not squeeze it: the clusters of
   entries (parted by gaps of over half a year that are also over a fifth of the whole) that hold at least a seventh
   of them; but where four fifths of all entries lie in less than a quarter of that time, those. */
function focusOf(entries) {
  const dated = entries
    .filter((entry) => entry.when)
    .map((entry) => [+dayOf(entry.when.first), +dayOf(entry.when.last) + DAY]);
  if (!dated.length) return null;
  const fine = dated.filter(([first, last]) => last - first <= 92 * DAY);
  const used = (fine.length ? fine : dated).sort((a, b) => a[0] - b[0]);
  const clusters = clustersOf(used);
  const most = Math.max(...clusters.map((cluster) => cluster.n));
  const kept = clusters.filter((cluster) => cluster.n === most || cluster.n >= used.length / 7);
  const wide = [Math.min(...kept.map((one) => one.first)), Math.max(...kept.map((one) => one.last))];
  const dense = densest(used, 0.8);
  return (dense[1] - dense[0]) * 4 < wide[1] - wide[0] ? padded(...dense, 0.25) : padded(...wide);
}

/* Intervals, sorted by their start, in clusters of {first, last, n}. */
function clustersOf(intervals) {
  const gap = Math.max(183 * DAY, (intervals[intervals.length - 1][1] - intervals[0][0]) / 5);
  const clusters = [];
  for (const [first, last] of intervals) {
    const cluster = clusters[clusters.length - 1];
    if (cluster && first - cluster.last <= gap) {
      cluster.last = Math.max(cluster.last, last);
      cluster.n += 1;
    } else clusters.push({ first, last, n: 1 });
  }
  return clusters;
}

/* The shortest time from one interval's start on that holds `share` of the intervals' starts. */
function densest(intervals, share) {
  const n = Math.ceil(intervals.length * share);
  let best = [intervals[0][0], Math.max(...intervals.map((one) => one[1]))];
  for (let i = 0; i + n <= intervals.length; i += 1) {
    const window = [intervals[i][0], intervals[i + n - 1][1]];
    if (window[1] - window[0] < best[1] - best[0]) best = window;
  }
  return best;
}

function wholeOf(entries) {
  const dated = entries.filter((entry) => entry.when);
  if (!dated.length) return null;
  return padded(
    Math.min(...dated.map((one) => +dayOf(one.when.first))),
    Math.max(...dated.map((one) => +dayOf(one.when.last) + DAY)),
  );
}

function padded(first, last, share = 0.02) {
  const more = Math.max((last - first) * share, (LEAST_DAYS * DAY - (last - first)) / 2, 0);
  return [first - more, last + more];
}

class Axis {
  /* `go(id)` shows an entry in the list; `choose(from, to)` filters by days; `view` is kept over redraws. */
  constructor(model, words, view, { go, choose }) {
    Object.assign(this, { words, view, go, choose });
    this.focus = focusOf(model.entries);
    this.whole = wholeOf(model.entries);
    this.entries = [];
    view.domain ??= this.focus;
    this.canvas = svg("svg", { "aria-hidden": "true", focusable: "false" });
    this.marks = h("div.marks", { role: "group", "aria-label": words.say("axis.marks") });
    this.preview = h("p.axis-preview", {}, words.say("axis.hint"));
    this.stage = h("div.stage", {}, this.canvas, this.marks);
    this.earlier = this.button("axis.earlier", () => this.pan(-1));
    this.later = this.button("axis.later", () => this.pan(1));
    this.story = this.button("axis.story", () => this.zoomTo(this.focus));
    this.all = this.button("axis.all", () => this.zoomTo(this.whole));
    const closer = this.button("axis.closer", () => this.scale(0.5));
    const wider = this.button("axis.wider", () => this.scale(2));
    this.element = h(
      "section.axis",
      { "aria-label": words.say("axis.title") },
      h(
        "div.axis-tools",
        {},
        h("div.button-group", {}, this.story, this.all),
        h("div.button-group", {}, this.earlier, closer, wider, this.later),
      ),
      this.stage,
      this.preview,
      this.drawLegend(),
    );
    this.marks.addEventListener("keydown", (event) => this.walk(event));
    this.stage.addEventListener("pointerdown", (event) => this.startDrag(event));
    new ResizeObserver(() => this.draw()).observe(this.stage);
  }

  button(key, onclick) {
    return h("button", { type: "button", onclick }, this.words.say(key));
  }

  drawLegend() {
    const key = (name) => h(`li.key-${name}`, {}, this.words.say(`axis.key_${name}`));
    return h("ul.legend.axis-legend", {}, key("dot"), key("big"), key("bar"), key("disputed"));
  }

  show(entries) {
    this.entries = entries.filter((entry) => entry.when);
    this.draw();
  }

  zoomTo(domain) {
    this.view.domain = domain;
    this.preview.replaceChildren(this.words.say("axis.hint"));
    this.draw();
  }

  /* Closer goes to the middle one of the entries in view, so that it never ends where nothing is. */
  scale(by) {
    const [first, last] = this.view.domain;
    const seen = this.entries.map((entry) => this.from(entry)).filter((time) => first <= time && time < last);
    const middle = by < 1 && seen.length ? seen[Math.floor(seen.length / 2)] : (first + last) / 2;
    const whole = this.whole[1] - this.whole[0];
    const span = Math.min(Math.max((last - first) * by, LEAST_DAYS * DAY), Math.max(whole, LEAST_DAYS * DAY));
    this.zoomTo([middle - span / 2, middle + span / 2]);
  }

  pan(by) {
    const [first, last] = this.view.domain;
    const step = ((last - first) / 2) * by;
    this.zoomTo([first + step, last + step]);
  }

  draw() {
    const width = this.stage.clientWidth;
    if (!width || !this.view.domain) return;
    const ends = this.words.direction === "rtl" ? [width - EDGE, EDGE] : [EDGE, width - EDGE];
    this.x = d3.scaleUtc().domain(this.view.domain).range(ends);
    const [first, last] = this.view.domain;
    const inside = this.entries.filter((entry) => this.from(entry) < last && first < this.until(entry));
    const before = this.entries.filter((entry) => this.until(entry) <= first).length;
    const behind = this.entries.filter((entry) => last <= this.from(entry)).length;
    const columns = this.columns(inside.filter((entry) => entry.when.first === entry.when.last));
    const lanes = this.lanes(inside.filter((entry) => entry.when.first !== entry.when.last));
    const tallest = Math.max(2, ...columns.map((column) => Math.min(column.length, STACK)));
    const line = tallest * (DOT + 2) + 14;
    const height = line + 40 + Math.max(1, Math.min(lanes.length, LANES)) * (BAR + 5) + 6;
    this.stage.style.height = `${height}px`;
    this.canvas.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.drawTicks(width, height, line);
    const marks = [
      ...columns.flatMap((column) => this.drawColumn(column, line)),
      ...lanes
        .slice(0, LANES)
        .flatMap((lane, number) => lane.map((group) => this.drawBar(group, line + 40 + number * (BAR + 5), width))),
    ];
    marks.sort((a, b) => a.time - b.time);
    marks.forEach((mark, i) => mark.element.setAttribute("tabindex", i ? "-1" : "0"));
    this.marks.replaceChildren(...marks.map((mark) => mark.element));
    this.label(this.earlier, "axis.earlier", before);
    this.label(this.later, "axis.later", behind);
    this.story.setAttribute("aria-pressed", String(same(this.view.domain, this.focus)));
    this.all.setAttribute("aria-pressed", String(same(this.view.domain, this.whole)));
    this.all.hidden = this.story.hidden = same(this.focus, this.whole);
  }

  label(button, key, n) {
    button.textContent = n ? `${this.words.say(key)} (${this.words.figures.format(n)})` : this.words.say(key);
    button.disabled = n === 0;
  }

  from(entry) {
    return +dayOf(entry.when.first);
  }

  until(entry) {
    return +dayOf(entry.when.last) + DAY;
  }

  drawTicks(width, height, line) {
    const ticks = this.x.ticks(Math.max(2, Math.floor(width / 84))).filter((tick) => +tick % DAY === 0);
    const parts = [svg("line", { class: "axis-line", x1: 0, x2: width, y1: line, y2: line })];
    ticks.forEach((tick, i) => {
      const x = this.x(tick);
      const month = tick.getUTCDate() === 1;
      const year = month && tick.getUTCMonth() === 0;
      parts.push(
        svg("line", { class: year ? "tick tick-year" : "tick", x1: x, x2: x, y1: year ? 4 : line - 4, y2: height }),
      );
      const format = year ? "year" : month ? "tickMonth" : "tickDay";
      parts.push(
        this.tickLabel(
          x,
          line + 17,
          this.words.format(format).format(tick),
          year ? "tick-label strong" : "tick-label",
        ),
      );
      if (i === 0 && !year)
        parts.push(this.tickLabel(x, line + 32, this.words.format("year").format(tick), "tick-label strong"));
    });
    this.canvas.replaceChildren(...parts);
    this.partLabels();
  }

  /* Leaves out labels that would touch another: years stay, then months, then days; widths differ by script and font. */
  partLabels() {
    const rank = (label) => (label.classList.contains("strong") ? 0 : /\d/.test(label.textContent) ? 2 : 1);
    const labels = [...this.canvas.querySelectorAll(".tick-label")].sort((a, b) => rank(a) - rank(b));
    const kept = [];
    for (const label of labels) {
      const { x, y, width } = label.getBBox();
      const near = (other) => Math.abs(other.y - y) < 8 && x < other.x + other.width + 8 && other.x < x + width + 8;
      if (kept.some(near)) label.remove();
      else kept.push({ x, y, width });
    }
  }

  tickLabel(x, y, text, name) {
    const label = svg("text", { class: name, x, y, "text-anchor": "middle", direction: this.words.direction });
    label.textContent = text;
    return label;
  }

  /* Exact entries by column: one column a day, or a dot's width where days are narrower, or a number's where any
     column would be too high for dots. */
  columns(entries) {
    const day = Math.abs(this.x(DAY) - this.x(0));
    const by = (width) => [
      ...grouped(entries, (entry) =>
        day >= width ? entry.when.first : Math.round(this.x(this.from(entry) + DAY / 2) / width),
      ).values(),
    ];
    const columns = by(DOT);
    return columns.some((column) => column.length > STACK) ? by(PILL) : columns;
  }

  drawColumn(column, line) {
    const middle = column.reduce((sum, entry) => sum + this.x(this.from(entry) + DAY / 2), 0) / column.length;
    if (column.length <= STACK) {
      return column.map((entry, i) => {
        const size = Math.min(10 + 2 * Math.max(entry.origins.size - 1, 0), DOT);
        const y = line - 6 - (i + 1) * (DOT + 2) + (DOT + 2 - size) / 2;
        const element = this.link(entry, entry.conflicts.length ? "dot disputed" : "dot");
        place(element, middle - size / 2, y, size, size);
        return { element, time: this.from(entry) };
      });
    }
    const element = this.group(column, "pill");
    const wide =
      Math.abs(this.x(DAY) - this.x(0)) >= PILL; /* else on the grid of the columns, so that two never overlap */
    place(element, (wide ? middle : Math.round(middle / PILL) * PILL) - PILL / 2, line - 34, PILL, 26);
    return [{ element, time: this.from(column[0]) }];
  }

  /* Uncertain entries in lanes where they do not touch; those with equal days share a bar. */
  lanes(entries) {
    const groups = [...grouped(entries, (entry) => `${entry.when.first} ${entry.when.last}`).values()];
    groups.sort((a, b) => this.until(a[0]) - this.from(a[0]) - (this.until(b[0]) - this.from(b[0])));
    const lanes = [];
    for (const group of groups) {
      const [left, right] = this.reach(group[0]);
      const lane = lanes.find((one) =>
        one.every((other) => right + 3 < this.reach(other[0])[0] || this.reach(other[0])[1] + 3 < left),
      );
      if (lane) lane.push(group);
      else lanes.push([group]);
    }
    return lanes;
  }

  reach(entry) {
    const ends = [this.x(this.from(entry)), this.x(this.until(entry))].sort((a, b) => a - b);
    const lack = Math.max(0, DOT + 4 - (ends[1] - ends[0])) / 2;
    return [ends[0] - lack, ends[1] + lack];
  }

  drawBar(group, y, width) {
    const [left, right] = this.reach(group[0]);
    const from = Math.max(left, 2);
    const to = Math.min(right, width - 2);
    const disputed = group.some((entry) => entry.conflicts.length);
    const classes = `bar${disputed ? " disputed" : ""}${left < from ? " open-left" : ""}${right > to ? " open-right" : ""}`;
    const element = group.length === 1 ? this.link(group[0], classes) : this.group(group, classes);
    place(element, from, y, Math.max(to - from, BAR), BAR);
    return { element, time: this.from(group[0]) };
  }

  link(entry, classes) {
    const name = `${this.words.days(entry.when)}: ${entry.label}`;
    const element = h("a", { class: `mark ${classes}`, href: `#${entry.id}`, "aria-label": name });
    element.addEventListener("click", (event) => {
      event.preventDefault();
      this.go(entry.id);
    });
    return this.previewed(element, () => [h("strong", {}, this.words.days(entry.when)), " ", found(entry.label)]);
  }

  /* Several entries as one mark with their number: a click goes closer, or to the first of them. */
  group(entries, classes) {
    const when = { first: entries[0].when.first, last: entries[entries.length - 1].when.last, grain: "day" };
    const name = `${this.words.days(when)}: ${this.words.say("axis.several", { n: entries.length })}`;
    const element = h(
      "a",
      { class: `mark ${classes} several`, href: `#${entries[0].id}`, "aria-label": name },
      h("span", {}, this.words.figures.format(entries.length)),
    );
    element.addEventListener("click", (event) => {
      event.preventDefault();
      const [first, last] = [this.from(entries[0]), this.until(entries[entries.length - 1])];
      const split = entries.some((entry) => entry.when.first !== entries[0].when.first);
      if (split && this.view.domain[1] - this.view.domain[0] > LEAST_DAYS * DAY * 1.01)
        this.zoomTo(padded(first, last));
      else this.go(entries[0].id);
    });
    return this.previewed(element, () => [
      h("strong", {}, this.words.days(when)),
      " ",
      this.words.say("axis.several", { n: entries.length }),
      " ",
      found(entries[0].label),
    ]);
  }

  previewed(element, content) {
    const show = () => this.preview.replaceChildren(...content());
    element.addEventListener("pointerenter", show);
    element.addEventListener("focus", show);
    return element;
  }

  walk(event) {
    const marks = [...this.marks.children];
    const at = marks.indexOf(document.activeElement);
    if (at < 0) return;
    const forward = this.words.direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = this.words.direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    const steps = {
      [forward]: at + 1,
      [back]: at - 1,
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: marks.length - 1,
    };
    const next = marks[steps[event.key]];
    if (!next) return;
    event.preventDefault();
    marks[at].setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  }

  /* Dragging over the axis chooses the days under it as the filter. */
  startDrag(event) {
    if (event.button !== 0 || event.pointerType === "touch" || event.target.closest(".mark")) return;
    const left = this.stage.getBoundingClientRect().left;
    const start = event.clientX - left;
    const band = h("div.band");
    const move = (now) => {
      const at = now.clientX - left;
      if (Math.abs(at - start) > 6 && !band.isConnected) this.stage.append(band);
      place(band, Math.min(start, at), 0, Math.abs(at - start), this.stage.clientHeight);
    };
    const end = (now) => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
      if (!band.isConnected) return;
      band.remove();
      const days = [start, now.clientX - left].map((at) => this.x.invert(at)).sort((a, b) => a - b);
      this.choose(...days.map((day) => day.toISOString().slice(0, 10)));
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
  }
}

function same(a, b) {
  return Boolean(a && b) && a[0] === b[0] && a[1] === b[1];
}

/* Positions go through the style object, which the security policy allows; style attributes it does not. */
function place(element, left, top, width, height) {
  Object.assign(element.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
}
