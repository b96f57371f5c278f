/* The interface's words in the chosen language, and dates and numbers in its manner. */

class Words {
  constructor(tables, language) {
    this.language = language;
    this.table = tables[language];
    this.languages = Object.keys(tables);
    this.direction = this.table.direction;
    this.locale = this.table.locale;
    this.plural = new Intl.PluralRules(this.locale);
    this.figures = new Intl.NumberFormat(this.locale);
    this.shares = new Intl.NumberFormat(this.locale, { style: "percent", maximumFractionDigits: 0 });
    this.formats = new Map();
  }

  /* The words for `key`; `values` fill its {places}, and `n` also chooses the plural form. */
  say(key, values = {}) {
    let words = this.table[key];
    if (words === undefined) return key;
    if (typeof words === "object") words = words[this.plural.select(values.n)] ?? words.other;
    return words.replace(/\{(\w+)\}/g, (_, name) =>
      typeof values[name] === "number" ? this.figures.format(values[name]) : String(values[name] ?? ""),
    );
  }

  /* The words for a value of the data, such as an act: the value itself where the table lacks it. */
  term(group, value) {
    return this.table[`${group}.${value}`] ?? value;
  }

  share(part, whole) {
    return this.shares.format(whole ? part / whole : 0);
  }

  format(name) {
    if (!this.formats.has(name)) {
      const options = {
        full: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
        day: { day: "numeric", month: "long", year: "numeric" },
        month: { month: "long", year: "numeric" },
        year: { year: "numeric" },
        tickDay: { day: "numeric", month: "short" },
        tickMonth: { month: "short" },
      }[name];
      this.formats.set(name, new Intl.DateTimeFormat(this.locale, { timeZone: "UTC", ...options }));
    }
    return this.formats.get(name);
  }

  /* Days in words, no finer than their grain: a single day, a month, a year, or "from … to …". */
  days({ first, last, grain }, short = false) {
    const from = dayOf(first);
    const to = dayOf(last);
    if (first === last) return this.format(short ? "day" : "full").format(from);
    const year = first.slice(0, 4);
    const wholeYears = first.endsWith("-01-01") && last.endsWith("-12-31");
    if (wholeYears && year === last.slice(0, 4)) return this.format("year").format(from);
    if (wholeYears) return this.range("year", from, to);
    const wholeMonths = first.endsWith("-01") && after(last).endsWith("-01");
    if (wholeMonths && first.slice(0, 7) === last.slice(0, 7)) return this.format("month").format(from);
    return this.range(wholeMonths && grain !== "day" ? "month" : "day", from, to);
  }

  range(name, from, to) {
    return this.format(name).formatRange(from, to);
  }
}

function dayOf(iso) {
  return new Date(`${iso}T00:00:00Z`);
}

/* The ISO day after `iso`. */
function after(iso) {
  return new Date(dayOf(iso).getTime() + 86400000).toISOString().slice(0, 10);
}
