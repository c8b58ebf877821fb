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

// Filters: the address of the page says what is asked for, one answer to each question. Each link leads to the
// address with its answer, or without it, so that going back, sharing and opening in a tab work by themselves.
(() => {
  const explore = () => {
    const bar = document.querySelector(".cr-filter");
    if (!bar) return;
    const isFirst = !bar.dataset.ready;
    bar.dataset.ready = "1";
    const links = [...bar.querySelectorAll("[data-f]")];
    // A place of the page would be scrolled to, and be the target that the rules without a script follow.
    if (isFirst) for (const link of links) { link.dataset.id = link.id; link.removeAttribute("id"); }
    let parts = [];
    try { parts = decodeURIComponent(location.hash.slice(1)).split("&"); } catch { /* not one of ours */ }
    const question = (link) => link.closest("details");
    const on = links.filter((link) => parts.includes(link.dataset.id))
      .filter((link, at, all) => all.findIndex((other) => question(other) === question(link)) === at);
    for (const link of links) {
      const others = on.filter((other) => question(other) !== question(link));
      const next = on.includes(link) ? others : [...others, link];
      link.href = "#" + (next.map((one) => encodeURI(one.dataset.id)).join("&") || bar.id);
      if (on.includes(link)) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    bar.classList.toggle("cr-asked", on.length > 0);
    const fits = (item) => on.every((link) => item.dataset.k.split(" ").includes(link.dataset.f));
    const items = [...document.querySelectorAll(".career-roadmap [data-k]")];
    const left = new Set(items.filter((item) => item.dataset.k && fits(item)));
    for (const item of items)
      item.classList.toggle("cr-off", !left.has(item) && ![...item.querySelectorAll("[data-k]")].some((e) => left.has(e)));
    const told = (within) => {
      const all = [...within.querySelectorAll("[data-k]:not([data-k=''])")];
      const sum = (some) => some.reduce((n, item) => n + Number(item.dataset.of || 1), 0);
      const n = sum(all.filter((item) => left.has(item)));
      return (n ? "" : bar.dataset.none + " ") + bar.dataset.shown.replace("{n}", n).replace("{total}", sum(all));
    };
    document.querySelectorAll("details[data-k]").forEach((fold) => {
      const small = fold.querySelector(":scope > summary > .cr-shown") ??
        fold.firstElementChild.appendChild(Object.assign(document.createElement("small"), {className: "cr-shown"}));
      small.textContent = on.length ? " – " + told(fold) : "";
      if (on.length) fold.open = true;
    });
    document.querySelectorAll(".cr-map g[data-e]").forEach((line) => line.classList.toggle("cr-off", on.length > 0 &&
      line.dataset.e.split(" ").some((n) => document.querySelector(`.cr-off[data-n="${n}"]`))));
    const page = document.querySelector(".cr-map, .cr-board, .cr-time, .cr-posts.career-roadmap");
    bar.querySelector("[role=status]").textContent = on.length && page ? told(page) : "";
    if (isFirst && on.length) bar.scrollIntoView();
  };
  addEventListener("hashchange", explore);
  // Material's instant navigation would write another address without the browser taking notice.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".cr-filter a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    location.hash = link.hash;
  }, true);
  if (window.document$) document$.subscribe(explore);
  else explore();
})();

// Replay: a slider over the overview shows the map as it stood after any change. What changed is fetched when the
// slider is first touched; at its end everything is as it was written.
(() => {
  const start = () => {
    const box = document.querySelector(".cr-replay:not([data-ready])");
    const chart = document.querySelector(".cr-chart");
    if (!box || !chart) return;
    box.dataset.ready = "1";
    const slider = box.querySelector("input");
    const said = box.querySelector("[role=status]");
    const statusOf = (e) => [...e.classList].find((name) => /^cr-is-/.test(name))?.slice(6);
    const turn = (e, status) => { e.classList.remove(`cr-is-${statusOf(e)}`); e.classList.add(`cr-is-${status}`); };
    const items = [...chart.querySelectorAll("[data-i]")].map((e) => {
      const word = e.querySelector(".cr-vh, .cr-status");
      const title = e.classList.contains("cr-stack") && e.querySelector(".cr-text").lastChild;
      return { e, ids: e.dataset.i.split(" "), was: statusOf(e), icon: e.querySelector(".cr-icon"), word,
        wrote: word.textContent, title, titled: title && title.data };
    });
    let loading, words, steps;
    const load = () => loading ??= fetch("replay.json").then((answer) => answer.json()).then((made) => {
      ({ words, steps } = made);
      const last = steps.length - 1;
      const at = Math.min(Math.round(slider.value / 1000 * last), last - (slider.value < 1000));
      slider.max = last;
      slider.value = at;
      if (at < last) show();
    }).catch(() => { slider.hidden = true; });
    const show = () => {
      if (!steps) { load(); return; }
      const step = steps[slider.value];
      const isPast = slider.value < steps.length - 1;
      const now = Object.assign({}, ...steps.slice(0, 1 + Number(slider.value)).map((one) => one.is));
      chart.classList.toggle("cr-replaying", isPast);
      for (const { e, ids, was, icon, word, wrote, title, titled } of items) {
        const some = isPast ? ids.map((id) => now[id]).filter(Boolean) : [was];
        const most = (one) => some.filter((other) => other === one).length;
        const status = some.reduce((best, one) => most(one) > most(best) ? one : best, some[0]);
        e.classList.toggle("cr-gone", !status);
        if (!status) continue;
        turn(e, status);
        icon.className = `cr-icon cr-icon--${status}`;
        word.textContent = wrote.replace(words[was], words[status]);
        if (word.classList.contains("cr-status")) turn(word, status);
        if (title) title.data = isPast ? ` ×${some.length}` : titled;
      }
      chart.querySelectorAll("g[data-e]").forEach((line) => line.classList.toggle("cr-gone",
        line.dataset.e.split(" ").some((n) => chart.querySelector(`.cr-gone[data-n="${n}"]`))));
      said.textContent = isPast ? step.says : box.dataset.today;
      slider.setAttribute("aria-valuetext", isPast ? step.day : box.dataset.today);
    };
    slider.hidden = false;
    slider.setAttribute("aria-valuetext", box.dataset.today);
    for (const type of ["focus", "pointerdown"]) slider.addEventListener(type, load);
    slider.addEventListener("input", show);
    addEventListener("beforeprint", () => { if (steps) { slider.value = slider.max; show(); } });
  };
  if (window.document$) document$.subscribe(start);
  else start();
})();
