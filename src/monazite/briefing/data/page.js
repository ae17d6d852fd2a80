(() => {
  "use strict";
  const open = (id) => {
    const found = id && document.getElementById(decodeURIComponent(id));
    for (let at = found; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (found) found.scrollIntoView();
  };
  addEventListener("hashchange", () => open(location.hash.slice(1)));
  addEventListener("beforeprint", () => {
    for (const one of document.querySelectorAll("details[data-print]")) one.open = true;
  });
  const options = { ast: true, renderer: "svg", actions: false, mode: "vega-lite", logLevel: 1 };
  for (const script of document.querySelectorAll("script[data-chart]")) {
    const place = document.getElementById(script.dataset.chart);
    const still = place.innerHTML;
    window.vegaEmbed(place, JSON.parse(script.textContent), options).catch(() => {
      place.innerHTML = still;
    });
  }
  open(location.hash.slice(1));
})();
