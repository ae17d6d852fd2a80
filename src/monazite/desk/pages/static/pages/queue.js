// Keys of the queue: j and k move, x ticks, Enter opens, a assigns to me, / searches, ? helps.
// Every key does what a link, a tick or a button of the page does; without this script all work.
(function () {
  "use strict";

  const place = "queue-keys-off";
  const rows = Array.from(document.querySelectorAll("[data-row]"));
  const ticks = Array.from(document.querySelectorAll("input[name=pick]"));
  const everyTick = document.getElementById("tick-all");
  const told = document.getElementById("ticked");
  const on = document.getElementById("keys-on");

  function at() { return rows.findIndex(function (row) { return row.contains(document.activeElement); }); }
  function go(step) {
    const next = rows[Math.min(Math.max(at() + step, 0), rows.length - 1)];
    if (!next) { return; }
    next.querySelector("[data-open]").focus();
    next.scrollIntoView({ block: "nearest" });
  }
  function tickOf(row) { return row && row.querySelector("input[name=pick]"); }
  function tick() {
    const box = tickOf(rows[at()]);
    if (box) { box.checked = !box.checked; count(); }
  }
  function ticked() { return ticks.filter(function (box) { return box.checked; }); }
  function count() {
    const many = ticked().length;
    if (told) { told.textContent = many ? String(many) : ""; }
    if (everyTick) {
      everyTick.checked = many === ticks.length;
      everyTick.indeterminate = many > 0 && many < ticks.length;
    }
  }
  function assign() {
    const button = document.getElementById("assign-me");
    const box = tickOf(rows[at()]);
    if (!button) { return; }
    if (!ticked().length && box) { box.checked = true; count(); }
    if (ticked().length) { button.form.requestSubmit(button); }
  }
  function search() { document.getElementById("text").focus(); }
  function help() {
    const keys = document.getElementById("keys");
    keys.open = true;
    keys.querySelector("summary").focus();
  }
  const does = { j: go.bind(null, 1), k: go.bind(null, -1), x: tick, a: assign, "/": search, "?": help };

  function isTyping(element) {
    return element.closest("textarea, select, [contenteditable]") ||
      (element.matches("input") && !element.matches("[type=checkbox], [type=radio]"));
  }
  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) { return; }
    if (!on.checked || isTyping(event.target) || !does[event.key]) { return; }
    event.preventDefault();
    does[event.key]();
  }
  function remember() {
    try {
      if (on.checked) { localStorage.removeItem(place); } else { localStorage.setItem(place, "1"); }
    } catch (_) { /* storage may be forbidden: the choice holds for this page */ }
  }

  try { on.checked = !localStorage.getItem(place); } catch (_) { on.checked = true; }
  on.addEventListener("change", remember);
  document.getElementById("keys-switch").hidden = false;
  document.addEventListener("keydown", onKey);
  for (const box of ticks) { box.addEventListener("change", count); }
  if (everyTick) {
    everyTick.hidden = false;
    everyTick.addEventListener("change", function () {
      for (const box of ticks) { box.checked = everyTick.checked; }
      count();
    });
  }
  count();
}());
