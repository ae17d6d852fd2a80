// Keeps what was typed until the server has it, sends it as one goes, and files nothing twice.
// Without this script every page works: each step has its own Save.
(function () {
  "use strict";

  const form = document.getElementById("fields");
  const saver = document.getElementById("saver");
  const place = form && "unsaved:" + form.dataset.application;
  const retryAfter = 5000;
  const slowAfter = 60000;
  let retry = 0;
  // Texts that the site does not take, by path: kept here, not sent again until they are changed.
  const refused = {};

  // What is typed and not yet acknowledged: path -> text, over pages and reloads.
  function unsaved() {
    try { return JSON.parse(sessionStorage.getItem(place)) || {}; } catch (_) { return {}; }
  }
  function keep(values) {
    try {
      if (Object.keys(values).length) { sessionStorage.setItem(place, JSON.stringify(values)); }
      else { sessionStorage.removeItem(place); }
    } catch (_) { /* storage may be full or forbidden: saving goes on */ }
  }
  function field(path) { return form.elements.namedItem(path); }
  function isField(element) { return element.name && element.name.includes("."); }
  function sendable() {
    const values = unsaved();
    for (const path of Object.keys(refused)) {
      if (values[path] === refused[path]) { delete values[path]; }
    }
    return values;
  }
  function say(key) { return document.getElementById("words").dataset[key]; }
  function value(id) { const found = document.getElementById(id); return found ? found.value : ""; }
  function tell(className, key) {
    const saved = document.getElementById("saved");
    if (!saved) { return; }
    saved.className = "saved " + className;
    saved.textContent = say(key);
  }
  function save() { htmx.trigger(saver, "save-now"); }

  function putBack() {
    const values = unsaved();
    for (const path of Object.keys(values)) {
      const found = field(path);
      if (!found) { continue; }
      if (found.value === values[path] && !found.dataset.touched) { delete values[path]; }
      else { found.value = values[path]; }
    }
    keep(values);
    return Object.keys(values).length;
  }

  function onInput(event) {
    if (!isField(event.target)) { return; }
    event.target.dataset.touched = "1";
    const values = unsaved();
    values[event.target.name] = event.target.value;
    keep(values);
    for (const fault of document.querySelectorAll(".refused")) {
      if (fault.dataset.path === event.target.name) { fault.remove(); }
    }
    tell("waiting", "waiting");
  }

  function fill(event) {
    if (event.target !== saver) { return; }
    const values = sendable();
    if (!Object.keys(values).length) { event.preventDefault(); return; }
    event.detail.headers["X-CSRFToken"] = token();
    event.detail.parameters = new FormData();
    for (const name of ["version", "shown", "shape", "step", "page"]) {
      event.detail.parameters.append(name, value(name));
    }
    for (const path of Object.keys(values)) { event.detail.parameters.append(path, values[path]); }
    saver.sent = values;
  }

  function acknowledge(event) {
    if (event.target !== saver || !saver.sent) { return; }
    const status = event.detail.xhr.status;
    const values = unsaved();
    const wholePage = /^\s*<!doctype/i.test(event.detail.xhr.responseText);
    if (status === 200) {
      for (const path of Object.keys(saver.sent)) {
        if (values[path] === saver.sent[path]) { delete values[path]; }
      }
      keep(values);
      saver.refreshed = false;
      document.getElementById("signed-out").hidden = true;
      if (Object.keys(values).length) { putBack(); save(); }
    } else if ((status === 409 || status === 422) && !wholePage) {
      for (const clash of document.querySelectorAll(".clash")) { delete values[clash.dataset.path]; }
      keep(values);
      let more = false;
      for (const fault of document.querySelectorAll(".refused")) {
        const path = fault.dataset.path;
        if (path in saver.sent) { refused[path] = saver.sent[path]; more = true; }
      }
      if (more) { save(); }
    } else if (status === 413 && Object.keys(saver.sent).length) {
      leaveOut(saver.sent);
      save();
    } else if (status === 403 && !saver.refreshed) {
      // Somebody signed in anew in another tab: the token of this page is the old one.
      saver.refreshed = true;
      resend();
    } else if (status === 401 || status === 403) {
      signedOut();
    } else if (status === 0 || status >= 500) {
      tell("failed", "failed");
      clearTimeout(retry);
      retry = setTimeout(save, retryAfter);
    } else if (status === 429) {
      tell("failed", "slow");
      clearTimeout(retry);
      retry = setTimeout(save, slowAfter);
    } else {
      lost(status === 404 || status === 409 ? "gone" : "refusedWhole");
    }
    saver.sent = null;
    mark();
  }

  // The longest text is too long to be sent: its field says so, and the rest goes without it.
  function leaveOut(values) {
    const paths = Object.keys(values).sort((a, b) => values[b].length - values[a].length);
    const found = field(paths[0]);
    refused[paths[0]] = values[paths[0]];
    tell("failed", "failed");
    const slot = found && document.getElementById("found-" + found.id.slice("in-".length));
    if (!slot) { return; }
    const fault = document.createElement("div");
    const what = document.createElement("p");
    fault.className = "finding error refused";
    fault.dataset.path = paths[0];
    what.className = "what";
    what.textContent = say("tooLong");
    fault.append(what);
    slot.replaceChildren(fault);
  }

  // A part that was saved does not hide the part that was not.
  function stillRefused() {
    const values = unsaved();
    if (Object.keys(refused).some((path) => values[path] === refused[path])) {
      tell("failed", "failed");
    }
  }

  // Nothing more can be saved here: what was typed is shown, to be copied.
  function lost(why) {
    const values = unsaved();
    document.getElementById("lost-why").textContent = say(why);
    document.getElementById("lost-text").value = Object.keys(values)
      .map((path) => label(path) + ":\n" + values[path]).join("\n\n");
    document.getElementById("lost").hidden = false;
    tell("failed", "failed");
  }
  function label(path) {
    const found = field(path);
    const named = found && found.labels && found.labels[0];
    return named ? named.textContent.trim() : path;
  }

  // A screen reader hears which fields are wrong.
  function mark() {
    for (const slot of document.querySelectorAll("#fields .field .slot")) {
      const wrong = slot.querySelector(".finding.error");
      const control = document.getElementById("in-" + slot.id.slice("found-".length));
      if (!control) { continue; }
      if (wrong) { control.setAttribute("aria-invalid", "true"); }
      else { control.removeAttribute("aria-invalid"); }
    }
  }

  function settle(event) {
    const button = event.target.closest("[data-clash]");
    if (!button) { return; }
    const clash = button.closest(".clash");
    const found = field(clash.dataset.path);
    if (button.dataset.clash === "theirs") {
      found.value = clash.dataset.theirs;
    } else {
      const values = unsaved();
      values[clash.dataset.path] = found.value;
      keep(values);
    }
    clash.remove();
    save();
  }

  // Signing in elsewhere changes the token that every request carries: fetch the new one first.
  function token() { return document.querySelector("input[name=csrfmiddlewaretoken]").value; }
  function signedOut() {
    document.getElementById("signed-out").hidden = false;
    tell("failed", "failed");
  }
  async function resend() {
    const answer = await fetch(document.getElementById("words").dataset.token, {
      headers: { "HX-Request": "true" }, cache: "no-store",
    });
    if (!answer.ok) { signedOut(); return; }
    const fresh = (await answer.json()).token;
    for (const input of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) {
      input.value = fresh;
    }
    save();
  }

  function once(event) {
    const sender = event.target;
    if (sender.dataset.sent) { event.preventDefault(); return; }
    const question = event.submitter && event.submitter.dataset.confirm;
    if (question && !window.confirm(question)) { event.preventDefault(); return; }
    sender.dataset.sent = "1";
    // Disabled buttons are not sent, so that waits until the browser has gathered the form.
    setTimeout(function () {
      for (const button of sender.querySelectorAll("button")) { button.disabled = true; }
    }, 0);
  }
  function again() {
    for (const sender of document.querySelectorAll("form[data-sent]")) {
      delete sender.dataset.sent;
      for (const button of sender.querySelectorAll("button")) { button.disabled = false; }
    }
  }

  function showProgress(event) {
    const bar = event.target.querySelector && event.target.querySelector("progress");
    if (!bar || !event.detail.lengthComputable) { return; }
    bar.hidden = false;
    bar.max = event.detail.total;
    bar.value = event.detail.loaded;
  }

  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  }
  function clocks() {
    for (const time of document.querySelectorAll("time[data-clock]")) {
      const at = new Date(time.dateTime);
      time.textContent = at.toLocaleTimeString(document.documentElement.lang, {
        hour: "2-digit", minute: "2-digit", hourCycle: "h23",
      });
    }
  }
  clocks();
  document.addEventListener("htmx:afterSettle", clocks);
  document.addEventListener("submit", once);
  window.addEventListener("pageshow", again);
  document.addEventListener("htmx:xhr:progress", showProgress);
  for (const failure of ["htmx:responseError", "htmx:sendError"]) {
    document.addEventListener(failure, function (event) {
      if (!event.detail.elt.matches(".uploading") || (event.detail.xhr || {}).status === 401) { return; }
      event.detail.elt.querySelector(".upload-told").textContent = event.detail.elt.dataset.failed;
    });
  }
  const step = document.querySelector(".rail [aria-current]");
  if (step) { step.scrollIntoView({ block: "nearest", inline: "center" }); }
  if (!form || !saver) { return; }

  form.addEventListener("input", onInput);
  form.addEventListener("click", settle);
  document.addEventListener("htmx:configRequest", fill);
  document.addEventListener("htmx:afterRequest", acknowledge);
  document.addEventListener("htmx:afterSettle", stillRefused);
  document.addEventListener("htmx:oobAfterSwap", function (event) {
    if (event.target.id === "blocks") { putBack(); }
  });
  document.body.addEventListener("signed-out", signedOut);
  document.getElementById("resend").addEventListener("click", resend);
  window.addEventListener("focus", function () {
    if (!document.getElementById("signed-out").hidden) { resend(); }
  });
  window.addEventListener("load", function () { if (putBack()) { save(); } mark(); });
}());
