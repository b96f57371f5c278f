/* Which entries are shown: by person, outlet, kind, story, time, conflict and words. */

const NO_FILTERS = Object.freeze({
  person: "",
  outlet: "",
  kind: "",
  story: "",
  from: "",
  to: "",
  search: "",
  conflicts: false,
});

function passes(entry, chosen, model) {
  if (chosen.person && !entry.entities.has(chosen.person)) return false;
  if (chosen.outlet && !entry.outlets.has(chosen.outlet)) return false;
  if (chosen.kind && !entry.kinds.has(chosen.kind)) return false;
  if (chosen.story && !entry.stories.has(chosen.story)) return false;
  if (chosen.conflicts && entry.conflicts.length === 0) return false;
  if ((chosen.from || chosen.to) && entry.when === null) return false;
  if (chosen.from && entry.when.last < chosen.from) return false;
  if (chosen.to && entry.when.first > chosen.to) return false;
  return !chosen.search || searchable(entry, model).includes(plain(chosen.search.trim()));
}

/* All words of an entry with the names of its chains, folded; made once an entry. */
function searchable(entry, model) {
  if (entry.folded === undefined) {
    const parts = [entry.label];
    for (const telling of entry.tellings.flat()) {
      const { page, start, end } = telling.place;
      parts.push(model.words(page, start, end), ...telling.chain.map((hop) => hop.name));
    }
    entry.folded = plain(parts.join("\n"));
  }
  return entry.folded;
}

/* The form. `onChange` gets the new choice at every change; `count` shows how many entries it leaves. */
class Filters {
  constructor(model, words, chosen, onChange) {
    this.model = model;
    this.words = words;
    this.chosen = { ...NO_FILTERS, ...chosen };
    this.onChange = onChange;
    this.count = h("output.filter-count", { "aria-live": "polite" });
    this.reset = h("button.quiet", { type: "button", onclick: () => this.clear() }, words.say("filter.reset"));
    this.element = h(
      "form.filters",
      { "aria-label": words.say("filter.title"), onsubmit: (event) => event.preventDefault() },
      this.field("search", this.input("search", "search")),
      this.field("person", this.select("person", this.people())),
      this.field("outlet", this.select("outlet", this.outlets())),
      this.field("kind", this.select("kind", this.kinds())),
      model.data.stories.length > 1 ? this.field("story", this.select("story", this.stories())) : null,
      this.field("from", this.input("from", "date")),
      this.field("to", this.input("to", "date")),
      h("div.filter-end", {}, this.count, this.checkbox(), this.reset),
    );
  }

  show(shown, all) {
    this.count.textContent = this.words.say("filter.count", { n: shown, all });
    this.reset.disabled = JSON.stringify(this.chosen) === JSON.stringify(NO_FILTERS);
  }

  set(changes) {
    Object.assign(this.chosen, changes);
    for (const [name, value] of Object.entries(changes)) {
      const control = this.element.elements.namedItem(name);
      if (!control) continue;
      if (control.type === "checkbox") control.checked = value;
      else control.value = value;
    }
    this.onChange({ ...this.chosen });
  }

  clear() {
    this.set({ ...NO_FILTERS });
    this.element.elements.namedItem("search").focus();
  }

  field(name, control) {
    return h(`label.field.field-${name}`, {}, h("span", {}, this.words.say(`filter.${name}`)), control);
  }

  input(name, type) {
    const change = (event) => this.set({ [name]: event.target.value });
    return h("input", {
      name,
      type,
      dir: type === "date" ? null : "auto",
      autocomplete: "off",
      value: this.chosen[name],
      oninput: change,
    });
  }

  checkbox() {
    const change = (event) => this.set({ conflicts: event.target.checked });
    const box = h("input", { type: "checkbox", name: "conflicts", onchange: change });
    box.checked = this.chosen.conflicts;
    return h("label.check", {}, box, h("span", {}, this.words.say("filter.conflicts")));
  }

  /* `groups` is a list of [heading, [[value, label], ...]]; groups without a value are left out. */
  select(name, groups) {
    const element = h("select", { name, onchange: (event) => this.set({ [name]: event.target.value }) });
    element.append(h("option", { value: "" }, this.words.say("filter.any")));
    for (const [heading, options] of groups) {
      if (!options.length) continue;
      const made = options.map(([value, label]) => h("option", { value }, label));
      element.append(...(heading ? [h("optgroup", { label: heading }, ...made)] : made));
    }
    element.value = this.chosen[name];
    return element;
  }

  people() {
    const counts = this.counted((entry) => entry.entities);
    const options = (kind) =>
      [...counts]
        .map(([id, n]) => [this.model.entities.get(id), n])
        .filter(([entity]) => entity?.kind === kind)
        .sort(([a, n], [b, m]) => m - n || (a.name < b.name ? -1 : 1))
        .map(([entity, n]) => [entity.id, `${entity.name} (${this.words.figures.format(n)})`]);
    const kinds = ["person", "office", "organization", "state", "unnamed"];
    return kinds.map((kind) => [this.words.say(`kinds.${kind}`), options(kind)]);
  }

  outlets() {
    const options = [...this.counted((entry) => entry.outlets)].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    return [["", options.map(([name, n]) => [name, `${name} (${this.words.figures.format(n)})`])]];
  }

  kinds() {
    const counts = this.counted((entry) => entry.kinds);
    return ["statement", "event"].map((kind) => {
      const group = kind === "statement" ? "act" : "event";
      const types = [...counts.keys()].filter((key) => key.startsWith(`${kind}:`)).sort();
      const options = types.map((key) => [key, this.words.term(group, key.slice(kind.length + 1))]);
      const all = counts.has(kind) ? [[kind, this.words.say(`filter.all_${kind}s`)]] : [];
      return [this.words.say(`kind.${kind}s`), [...all, ...options]];
    });
  }

  stories() {
    return [["", this.model.stories.map((story) => [story.id, clipped(story.label || story.id, 60)])]];
  }

  counted(setOf) {
    const counts = new Map();
    for (const entry of this.model.entries)
      for (const value of setOf(entry)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  }
}
