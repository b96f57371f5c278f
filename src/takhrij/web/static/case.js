// What needs a script: dropping files with progress, and how the work on them stands.
"use strict";

const drop = document.getElementById("drop");
const work = document.getElementById("work");

if (drop) {
  const sent = document.getElementById("sent");
  const files = document.getElementById("files");
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
      if (request.status >= 400 || request.status === 0) work.textContent = work.dataset.failed + " " + request.status;
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

async function watch() {
  const [told, held] = await Promise.all(["/api/work", "/api/status"].map((path) => fetch(path).then((a) => a.json())));
  work.textContent = work.dataset[told.state] + " " + told.error;
  work.dataset.state = told.state;
  document.getElementById("held").textContent = held.pages;
  document.getElementById("waiting").textContent = held.waiting;
  document.getElementById("failures").textContent = held.failures;
  if (told.state === "running") setTimeout(watch, 500);
}

if (work && work.dataset.state === "running") watch();
