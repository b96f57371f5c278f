// Runs under node with chrono-node beside it: JSON lines of text, day and preference in, times out. See peer_times.py.
const chrono = require("chrono-node");
const lines = require("fs").readFileSync(0, "utf8").split("\n").filter(Boolean);
const two = (n) => String(n).padStart(2, "0");

function week(date) {
  const thursday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()));
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return `${thursday.getUTCFullYear()}-W${two(Math.ceil(((thursday - first) / 864e5 + 1) / 7))}`;
}

function grains(part) {
  const day = `${part.get("year")}-${two(part.get("month"))}-${two(part.get("day"))}`;
  const clock = `${day}T${two(part.get("hour"))}`;
  const minute = `${clock}:${two(part.get("minute"))}`;
  return [`${minute}:${two(part.get("second"))}`, minute, clock, day, week(new Date(`${day}T12:00:00Z`)), day.slice(0, 7), day.slice(0, 4)];
}

for (const line of lines) {
  const { text, at, prefer } = JSON.parse(line);
  const begin = process.hrtime.bigint();
  let found = [];
  try {
    found = chrono.ar.parse(text, new Date(at + "Z"), { forwardDate: prefer === "future" });
  } catch (error) {
    found = [];
  }
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  const points = (n) => Array.from(text.slice(0, n)).length;
  const answer = found.map((r) => {
    const starts = grains(r.start);
    const values = r.end ? grains(r.end).map((e, i) => `${starts[i]}/${e}`) : starts;
    return [points(r.index), points(r.index + r.text.length), values, ""];
  });
  console.log(JSON.stringify({ found: answer, seconds }));
}
