// The form of a declaration: a licence that is chosen fills it at once; what was typed is not lost.
// Without this script the buttons do the same.
(function () {
  "use strict";
  const form = document.getElementById("declaring");
  if (!form) { return; }
  let touched = false;

  for (const button of form.querySelectorAll("[data-with]")) {
    const list = document.getElementById(button.dataset.with);
    list.addEventListener("change", function () { if (list.value) { form.requestSubmit(button); } });
  }
  form.addEventListener("input", function () { touched = true; });
  form.addEventListener("submit", function () { touched = false; });
  window.addEventListener("beforeunload", function (event) {
    if (touched) { event.preventDefault(); }
  });
}());
