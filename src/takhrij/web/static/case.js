// What needs a script: dropping files with progress, how the work on them stands, and correcting words that are selected.
"use strict";

const drop = document.getElementById("drop");
const work = document.getElementById("work");

if (drop) {
  const sent = document.getElementById("sent");
  const files = document.getElementById("files");
  const failed = (status) => {
    work.dataset.state = "failed";
    work.textContent = work.dataset.failed + " " + (status === 413 ? work.dataset.large : status ? status : work.dataset.lost);
  };
  const send = (chosen) => {
    const data = new FormData();
    for (const file of chosen) data.append("data", file);
    const request = new XMLHttpRequest();
    request.open("POST", drop.action);
    request.upload.addEventListener("progress", (event) => {
      sent.hidden = false;
      if (event.lengthComputable) sent.value = event.loaded / event.total;
    });
    request.addEventListener("loadend", () => {
      sent.hidden = true;
      files.value = "";
      if (request.status >= 400 || request.status === 0) failed(request.status);
      else watch();
    });
    request.send(data);
  };
  for (const kind of ["dragover", "dragenter"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer.files.length) send(event.dataTransfer.files);
  });
  drop.addEventListener("submit", (event) => {
    event.preventDefault();
    if (files.files.length) send(files.files);
  });
}

// The page itself is asked again, so that what could not be read is told with its cure as soon as it is known.
async function watch() {
  const answer = await fetch("/upload");
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const id of ["work", "counts"]) {
    const here = document.getElementById(id);
    const there = fresh.getElementById(id);
    if (!here || !there) continue;
    if (here.innerHTML !== there.innerHTML) here.replaceChildren(...there.childNodes);
    if (there.dataset.state) here.dataset.state = there.dataset.state;
  }
  if (work.dataset.state === "running") setTimeout(watch, 500);
}

if (work && work.dataset.state === "running") watch();

const ruling = document.querySelector(".rulings[data-state='running']");
if (ruling) {
  const again = async () => {
    const told = await fetch("/api/work").then((answer) => answer.json());
    if (told.state === "running") setTimeout(again, 700);
    else location.reload();
  };
  setTimeout(again, 700);
}

const text = document.getElementById("text");
if (text) {
  document.querySelectorAll(".needs-script").forEach((hint) => { hint.hidden = false; });
  const offer = document.createElement("a");
  offer.className = "button offer";
  offer.hidden = true;
  offer.textContent = text.dataset.correct;
  text.before(offer);
  const points = (node, units) => [...node.data.slice(0, units)].length;
  const offset = (node, units) => {
    const inside = node.nodeType === Node.TEXT_NODE;
    const piece = (inside ? node.parentElement : node.childNodes[units] || node);
    const known = piece.nodeType === Node.TEXT_NODE ? piece.parentElement : piece;
    const told = known.closest("[data-at]");
    return told ? Number(told.dataset.at) + (inside ? points(node, units) : 0) : null;
  };
  document.addEventListener("selectionchange", () => {
    const chosen = document.getSelection();
    const words = chosen.toString().trim();
    if (!words || !text.contains(chosen.anchorNode) || !text.contains(chosen.focusNode)) {
      offer.hidden = true;
      return;
    }
    const range = chosen.getRangeAt(0);
    const start = offset(range.startContainer, range.startOffset);
    if (start === null) return;
    const asked = new URLSearchParams({
      at: `${text.dataset.page}:${start}-${start + [...words].length}`,
      quote: words.slice(0, 1500),
    });
    offer.href = `/correct?${asked}`;
    offer.hidden = false;
  });
}
