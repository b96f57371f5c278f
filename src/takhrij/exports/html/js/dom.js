/* Making elements. Text goes in as text nodes only; there is no way here to pass markup. */

/* An element: `h("button.words", { onclick }, "text", child)`. A class list stands after the name; null children are left out. */
function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  assign(element, attributes);
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  assign(element, attributes);
  element.append(...children);
  return element;
}

function assign(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

/* Words of a page or a name found in one: their own direction, whatever the interface's. */
function found(text, name = "bdi") {
  return h(name, { dir: "auto" }, text);
}

/* Words cut to at most `most` code points, an ellipsis included. */
function clipped(text, most) {
  const points = [...text];
  return points.length > most
    ? `${points
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`
    : text;
}

/* Items drawn `n` at a time into `list`, with a button for the next: thousands of people need not be drawn at once. */
function inBatches(list, items, draw, n, words) {
  let drawn = 0;
  const more = h("button.more", { type: "button", onclick: () => extend() });
  const extend = () => {
    list.append(...items.slice(drawn, drawn + n).map(draw));
    drawn = Math.min(drawn + n, items.length);
    more.hidden = drawn === items.length;
    more.textContent = words.say("entries.more", { n: items.length - drawn });
  };
  extend();
  return [list, more];
}

/* A folded part whose content is drawn when it is first opened. */
function folded(classes, summary, draw) {
  const details = h(classes, {}, h("summary", {}, summary));
  details.addEventListener("toggle", () => details.append(...[draw()].flat(Infinity)), { once: true });
  return details;
}

/* A click that is no selecting of text. */
function onPlainClick(handler) {
  return (event) => {
    if (event.target.closest("button, a, summary, input, select")) return;
    if (String(document.getSelection()) === "") handler(event);
  };
}
