/* Texts of pages.

The data counts Unicode code points; a JavaScript string counts UTF-16 units, in which a character beyond U+FFFF (an
emoji) is two. `Piece` turns one into the other with a list of those characters, made once and only when asked for. */

class Piece {
  constructor({ start, text }) {
    this.start = start;
    this.text = text;
    this.pairs = undefined;
  }

  /* The code points (counted from the page's start) of the characters that take two units, in order. */
  get wide() {
    if (this.pairs === undefined) {
      this.pairs = [];
      const pattern = /[\ud800-\udbff][\udc00-\udfff]/g;
      for (let match; (match = pattern.exec(this.text));) {
        this.pairs.push(this.start + match.index - this.pairs.length);
      }
    }
    return this.pairs;
  }

  get end() {
    return this.start + this.text.length - this.wide.length;
  }

  /* The UTF-16 index in `text` of code point `point` of the page. */
  unit(point) {
    const wide = this.wide;
    let low = 0;
    let high = wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (wide[middle] < point) low = middle + 1;
      else high = middle;
    }
    return point - this.start + low;
  }

  slice(start, end) {
    return this.text.slice(this.unit(Math.max(start, this.start)), this.unit(Math.min(end, this.end)));
  }
}

class PageText {
  constructor(pieces) {
    this.pieces = pieces.map((piece) => new Piece(piece));
  }

  /* The characters from code point `start` up to `end`, as far as this file holds them. */
  slice(start, end) {
    let found = "";
    for (const piece of this.pieces) {
      if (piece.start < end && start < piece.end) found += piece.slice(start, end);
    }
    return found;
  }
}

/* Letters that differ by keyboard or hand only, made one: for the search box, never for identity. */
function plain(text) {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[أإآٱ]/g, "ا")
    .replace(/[ىی]/g, "ي")
    .replace(/ة/g, "ه")
    .replace(/ک/g, "ك")
    .toLowerCase();
}
