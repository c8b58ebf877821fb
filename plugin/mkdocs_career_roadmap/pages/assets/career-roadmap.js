// Hovering or focusing a card of the map lights up what it needed and what needs it.
// Listens on the document, so it outlives Material's instant navigation; without it nothing is lost.
(() => {
  const trace = (event) => {
    const map = event.target.closest?.(".cr-map");
    document.querySelectorAll(".cr-tracing").forEach((other) => {
      other.classList.remove("cr-tracing");
      other.querySelectorAll(".cr-traced").forEach((e) => e.classList.remove("cr-traced"));
    });
    const card = map && event.target.closest(".cr-node");
    if (!card || event.type === "mouseout" || event.type === "focusout") return;
    const lines = [...map.querySelectorAll("g[data-e]")].map((g) => [g, ...g.dataset.e.split(" ")]);
    const walk = (start, from, to) => {
      const seen = new Set([start]);
      for (const at of seen)
        for (const line of lines)
          if (line[from] === at) { seen.add(line[to]); line[0].classList.add("cr-traced"); }
      return seen;
    };
    const start = card.dataset.n;
    const chain = new Set([...walk(start, 1, 2), ...walk(start, 2, 1)]);
    if (chain.size < 2) return;
    map.querySelectorAll(".cr-node").forEach((e) => e.classList.toggle("cr-traced", chain.has(e.dataset.n)));
    map.classList.add("cr-tracing");
  };
  for (const type of ["mouseover", "mouseout", "focusin", "focusout"]) document.addEventListener(type, trace);
})();
