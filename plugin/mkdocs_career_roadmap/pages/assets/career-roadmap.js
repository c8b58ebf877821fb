// Without this nothing is lost. It listens on the document, and outlives Material's instant navigation.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // A card under the pointer or in focus lights up what it needed and what needs it.
  const trace = (event) => {
    const map = event.target.closest?.(".cr-map");
    all(".cr-tracing").forEach((other) => {
      other.classList.remove("cr-tracing");
      all(".cr-traced", other).forEach((e) => e.classList.remove("cr-traced"));
    });
    const card = map && event.target.closest(".cr-node");
    if (!card || /out$/.test(event.type)) return;
    const lines = all("g[data-e]", map).map((g) => [g, ...g.dataset.e.split(" ")]);
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
    all(".cr-node", map).forEach((e) => e.classList.toggle("cr-traced", chain.has(e.dataset.n)));
    map.classList.add("cr-tracing");
  };
  for (const type of ["mouseover", "mouseout", "focusin", "focusout"]) document.addEventListener(type, trace);

  // Filters: the page's address says what is asked for, one answer a question; links lead to it with or
  // without theirs.
  // What is left of a map moves together, lines, too. In em: .625 between lanes, 1.25 above their cards, 1.625 below,
  // 1 between two. Lines have 16 units an em.
  const gather = (map, isAsked) => {
    const move = (e, to) => { e.style.setProperty("--y", to); e.classList.toggle("cr-moved", isAsked); };
    const size = parseFloat(getComputedStyle(map).fontSize);
    const em = (e, name) => parseFloat(e.style.getPropertyValue(name)) || 0;
    const ends = {};
    let shift = 0;
    for (const lane of all("section", map)) {
      const [list, told] = [lane.querySelector("ul"), lane.firstElementChild.lastElementChild];
      const height = list ? em(lane, "--t") : 2.125;
      if (lane.matches(".cr-off")) shift -= height + .625;
      else if (list) {
        let reach = 1.25, free = 0;
        const left = [...list.children].filter((node) => !node.matches(".cr-off"));
        for (const node of left.sort((a, b) => em(a, "top") - em(b, "top"))) {
          const top = em(node, "top");
          free += Math.max(0, top - reach - (reach > 1.25));
          reach = Math.max(reach, top + 4.125 + em(node, "--h"));
          move(node, `${top - free}em`);
          ends[node.dataset.n] = [100 * em(node, "--x"), 16 * (shift - free)];
        }
        const now = Math.min(height, Math.max(reach - free + 1.625, 7, (told.offsetTop + told.offsetHeight) / size));
        move(list, `${now}em`);
        shift += now - height;
      }
    }
    for (const line of all("g[data-e]", map)) {
      const found = line.dataset.e.split(" ").map((n) => ends[n]);
      if (line.classList.toggle("cr-off", found.includes(undefined))) continue;
      const [[x, up], [to, upTo]] = found.sort(([a], [b]) => a - b);
      const ys = line.firstElementChild.getAttribute("d").match(/ -?[\d.]+(?=[HC]|$)/g).map(Number);
      const [rise, more] = [ys.at(-1) - ys[0], upTo - up];
      const stretch = rise ? 1 + more / rise || .001 : more ? 2 : 1;
      const lean = more / (to - x - 84);
      // With ends nearer it is lower, else it leans.
      const [b, d, f] = Math.abs(stretch) > 1 ? [lean, 1, -lean * (x + 92)] : [0, stretch, ys[0] * (1 - stretch)];
      move(line, `matrix(1, ${b}, 0, ${d}, 0, ${f + up})`);
    }
  };
  const explore = () => {
    const bar = document.querySelector(".cr-filter");
    if (!bar) return;
    const isFirst = !bar.dataset.ready;
    bar.dataset.ready = "1";
    const links = all("[data-f]", bar);
    // An id would be scrolled to and followed.
    if (isFirst) for (const link of links) { link.dataset.id = link.id; link.removeAttribute("id"); }
    let parts = [];
    try { parts = decodeURIComponent(location.hash.slice(1)).split("&"); } catch { /* not one of ours */ }
    const question = (link) => link.closest("details");
    const on = links.filter((link) => parts.includes(link.dataset.id))
      .filter((link, at, every) => every.findIndex((other) => question(other) === question(link)) === at);
    for (const link of links) {
      const others = on.filter((other) => question(other) !== question(link));
      const next = on.includes(link) ? others : [...others, link];
      link.href = "#" + (next.map((one) => encodeURI(one.dataset.id)).join("&") || bar.id);
      link.ariaCurrent = on.includes(link) || null;
    }
    const isAsked = on.length > 0;
    if (isFirst && !isAsked) return;
    bar.classList.toggle("cr-asked", isAsked);
    const fits = (item) => on.every((link) => item.dataset.k.split(" ").includes(link.dataset.f));
    const items = all(".career-roadmap [data-k]");
    const left = new Set(items.filter((item) => item.dataset.k && fits(item)));
    for (const item of items)
      item.classList.toggle("cr-off", isAsked && !left.has(item) &&
        !all("[data-k]", item).some((e) => left.has(e)));
    const told = (within) => {
      const every = all("[data-k]:not([data-k=''])", within);
      const sum = (some) => some.reduce((n, item) => n + Number(item.dataset.of || 1), 0);
      const n = sum(every.filter((item) => left.has(item)));
      return (n ? "" : bar.dataset.none + " ") + bar.dataset.shown.replace("{n}", n).replace("{total}", sum(every));
    };
    all("details[data-k]").forEach((fold) => {
      const small = fold.querySelector(":scope > summary > .cr-shown") ??
        fold.firstElementChild.appendChild(Object.assign(document.createElement("small"), {className: "cr-shown"}));
      small.textContent = isAsked ? " – " + told(fold) : "";
      if (isAsked) fold.open = true;
    });
    all(".cr-overview .cr-map").forEach((map) => gather(map, isAsked));
    const page = document.querySelector(".cr-map, .cr-board, .cr-time, .cr-posts.career-roadmap");
    bar.querySelector("[role=status]").textContent = isAsked && page ? told(page) : "";
    if (isFirst) bar.scrollIntoView();
  };
  addEventListener("hashchange", explore);
  // Material's instant navigation would write an address that the browser does not follow.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".cr-filter a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    location.hash = link.hash;
  }, true);

  // Replay: a slider shows the map after each change, asked for when touched; at its end all is as written.
  const start = () => {
    const box = document.querySelector(".cr-replay:not([data-ready])");
    const chart = document.querySelector(".cr-chart");
    if (!box || !chart) return;
    box.dataset.ready = "1";
    const told = new URL("replay.json", location);
    const slider = box.querySelector("input");
    const said = box.querySelector("[role=status]");
    const statusOf = (e) => /cr-is-(\w+)/.exec(e.className)?.[1];
    const turn = (e, status) => { e.className = e.className.replace(/cr-is-\w+/, `cr-is-${status}`); };
    const read = (e) => {
      const word = e.querySelector(".cr-to .cr-icon, .cr-status");
      const title = e.matches(".cr-stack") && e.querySelector(".cr-text").lastChild;
      return { e, ids: e.dataset.i.split(" "), was: statusOf(e), icon: e.querySelector(".cr-icon"), word,
        wrote: word.textContent, title, titled: title && title.data };
    };
    let loading, words, steps, items;
    const load = () => loading ??= fetch(told).then((answer) => answer.json()).then((made) => {
      ({ words, steps } = made);
      items = all("[data-i]", chart).map(read);
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
        if (word.matches(".cr-status")) turn(word, status);
        if (title) title.data = isPast ? ` ×${some.length}` : titled;
      }
      all("g[data-e]", chart).forEach((line) => line.classList.toggle("cr-gone",
        line.dataset.e.split(" ").some((n) => chart.querySelector(`.cr-gone[data-n="${n}"]`))));
      said.textContent = isPast ? step.says : box.dataset.today;
      slider.ariaValueText = isPast ? step.day : box.dataset.today;
    };
    slider.hidden = false;
    slider.ariaValueText = box.dataset.today;
    for (const type of ["focus", "pointerdown"]) slider.addEventListener(type, load);
    slider.addEventListener("input", show);
    addEventListener("beforeprint", () => { if (steps) { slider.value = slider.max; show(); } });
  };
  for (const begin of [explore, start])
    if (window.document$) document$.subscribe(begin);
    else begin();
})();
