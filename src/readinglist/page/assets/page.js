// The page works without this script. It adds search, keys, copying, downloads and reading progress; it asks nobody.
(() => {
  "use strict";
  const store = {
    get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* a browser that keeps nothing */ } },
  };
  const html = document.documentElement;
  const whole = !document.body; // the head of a whole page runs this before there is a body; a fragment, after it
  if (whole && store.get("readinglist-theme")) html.dataset.theme = store.get("readinglist-theme");
  if (whole) document.addEventListener("DOMContentLoaded", start);
  else start();

  function start() {
    const root = document.querySelector(".readinglist");
    const told = JSON.parse(root.querySelector("#_words").textContent);
    const say = told.words;
    const lists = [...root.querySelectorAll(".list")].map((node) => ({ node, size: node.children.length }));
    const areas = [...root.querySelectorAll("section")].map((node) => {
      const count = node.querySelector(".n");
      return { node, count, counted: count?.textContent, note: node.querySelectorAll(":scope > p"), lists: [] };
    });
    const entries = lists.flatMap((list) => [...list.node.children].map((node) => ({ node, list, id: node.id, shown: true })));

    for (const area of areas) area.lists = lists.filter((list) => area.node.contains(list.node));

    const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
    const make = (tag, set = {}, ...inside) => {
      const node = document.createElement(tag);
      for (const [key, value] of Object.entries(set)) key in node ? (node[key] = value) : node.setAttribute(key, value);
      node.append(...inside);
      return node;
    };
    const button = (text, act) => make("button", { type: "button", textContent: text, onclick: act });

    // --- what an entry holds -------------------------------------------------------------------------------------
    const data = (entry) => (entry.data ??= JSON.parse(entry.node.querySelector("script").textContent));
    const own = (entry) => data(entry).csl.custom?.readinglist ?? {};
    const plain = (text) => text?.replace(/<span class="nocase">(.*?)<\/span>/gs, "$1");
    const family = (name) => name.literal ?? [name["non-dropping-particle"], name.family].filter(Boolean).join(" ");
    const person = (name) =>
      name.literal ??
      [name.given, name["dropping-particle"], name["non-dropping-particle"], name.family, name.suffix].filter(Boolean).join(" ");

    // A mark combines where putting it in order with another moves it; that is what Unicode's combining class says.
    const marks = new Map();
    const combines = (sign) => {
      if (!marks.has(sign)) {
        const moves = (one, two) => ("a" + one + two).normalize("NFD") !== "a" + one + two;
        marks.set(sign, moves(sign, "\u0334") || moves("\u0301", sign));
      }
      return marks.get(sign);
    };
    const fold = (text) =>
      /^[\x00-\x7f]*$/.test(text)
        ? text.toLowerCase()
        : text.normalize("NFKD").toUpperCase().toLowerCase().replace(/ς/g, "σ").replace(/\p{M}/gu, (m) => (combines(m) ? "" : m));

    const searchable = (entry) => {
      if (entry.text === undefined) {
        const item = data(entry).csl, more = own(entry);
        const notes = more.annote ? Object.values(more.annote) : [item.annote];
        const people = [...(item.author ?? []), ...(item.editor ?? [])].map(person);
        entry.text = fold(
          [item.id, plain(item.title), more.label, ...people, item["container-title"], item.publisher, ...notes,
            ...(more.area ?? []), ...(more.tags ?? []), item.DOI, more.arxiv, item.URL, more.link].filter(Boolean).join("\n"));
      }
      return entry.text;
    };

    const authors = (entry) =>
      (entry.authors ??= (data(entry).csl.author ?? []).map((name) => fold(`${person(name)}\n${family(name)}, ${name.given ?? ""}`)));

    // --- the query language, as the command line has it ----------------------------------------------------------
    const words = (value, wanted = fold(value)) => (entry) => searchable(entry).includes(wanted);
    const same = (name) => (value) => (entry) => own(entry)[name] === value;
    const asked = {
      area: (value) => (entry) => (own(entry).area ?? []).includes(value),
      author: (value, wanted = fold(value)) => (entry) =>
        authors(entry).some((text) => text.includes(wanted)),
      has: (value) => {
        const name = told.fields[value] ?? told.fields[value.toLowerCase()];
        return (entry) => {
          const item = data(entry).csl, more = own(entry);
          if (name === "custom") return "custom" in more;
          return name in more || (name in item && !(name === "keyword" && more.tags));
        };
      },
      id: (value) => (entry) => entry.id === value || (own(entry).aliases ?? []).includes(value),
      level: same("level"),
      reading: same("reading"),
      tag: (value, wanted = fold(value)) => (entry) => (own(entry).tags ?? []).some((tag) => fold(tag) === wanted),
      title: (value, wanted = fold(value)) => (entry) => (entry.title ??= fold(plain(data(entry).csl.title) ?? "")).includes(wanted),
      type: (value) => {
        const word = value.trim().toLowerCase().replaceAll(" ", "-");
        const found = told.types[value] ?? told.types[word] ?? told.types[word.replaceAll("-", "_")];
        if (!found) return hint(say.unknownType, value, () => false);
        return (entry) => data(entry).csl.type === found[0] && (!found[1] || fold(data(entry).csl.genre ?? "") === fold(found[1]));
      },
      year: (value) => {
        const [, first, range, last] = /^(\d{4})?(?:(\.\.)(\d{4})?)?$/.exec(value) ?? [];
        if (!first && !last) return hint(say.badYear, value, () => true);
        const from = +(first ?? 0), to = range ? +(last ?? 9999) : from;
        return (entry) => {
          const year = data(entry).csl.issued?.["date-parts"][0][0];
          return year !== undefined && from <= year && year <= to;
        };
      },
    };
    const several = new Set(["area", "has", "id", "level", "reading", "tag", "type", "year"]);
    let hints = [];
    const hint = (text, name, test) => (hints.push(fill(text, { name })), test);

    const testOf = (key, value) => {
      if (!key || (/^https?$/.test(key) && value.startsWith("//"))) return words(key ? `${key}:${value}` : value);
      if (!told.keys.includes(key)) return hint(say.unknownField, key, words(`${key}:${value}`));
      const tests = (several.has(key) ? value.split(",").filter(Boolean) : [value]).map((each) => asked[key](each));
      return (entry) => tests.some((test) => test(entry));
    };
    const parse = (query) => {
      hints = [];
      const tests = [];
      for (const [, minus, key, phrase, , word] of query.matchAll(/\s*(-?)(?:([A-Za-z-]+):)?(?:"([^"]*)("?)|([^\s"]+))?/g)) {
        const value = phrase ?? word;
        if (!minus && !key && value === undefined) continue;
        const known = !key || told.keys.includes(key);
        if (known && (value === undefined || (key && !value.trim()))) {
          hint(say.unfinished, minus + (key ? `${key}:` : ""));
          continue;
        }
        const test = testOf(key, value ?? "");
        tests.push(minus ? (entry) => !test(entry) : test);
      }
      return (entry) => tests.every((test) => test(entry));
    };

    // --- showing what fits ---------------------------------------------------------------------------------------
    const status = make("span", { role: "status" });
    const search = make("input", { type: "search", placeholder: say.searchHint, autocomplete: "off", spellcheck: false, "aria-keyshortcuts": "/" });
    const choice = make("select", { "aria-label": say.area }, make("option", { value: "", textContent: say.allAreas }));
    for (const { node } of areas) {
      const name = node.dataset.area;
      if (name) choice.append(make("option", { value: name, textContent: told.areas[name] }));
    }
    let matching = entries;
    const matches = () => {
      const test = parse(search.value), area = choice.value;
      return entries.filter((entry) => (!area || asked.area(area)(entry)) && test(entry));
    };
    const update = () => {
      const all = !search.value.trim() && !choice.value;
      matching = all ? (hints = [], entries) : matches();
      const fits = new Set(matching);
      for (const list of lists) list.fits = 0;
      for (const entry of entries) {
        if (fits.has(entry)) entry.list.fits++;
        if (entry.shown !== fits.has(entry)) entry.node.hidden = !(entry.shown = fits.has(entry));
      }
      for (const list of lists) {
        if (list.size !== list.fits) list.node.style.containIntrinsicBlockSize = `${7.5 * (list.size = list.fits)}rem`;
        list.node.hidden = !list.fits;
      }
      for (const { node, count, counted, note, lists } of areas) {
        const fits = lists.reduce((sum, list) => sum + list.fits, 0);
        node.hidden = !fits;
        if (count) count.textContent = all ? counted : fits;
        note.forEach((each) => (each.hidden = !all));
      }
      status.textContent = [all ? "" : fill(say.shown, { n: matching.length, all: entries.length }), matching.length ? "" : say.none, ...hints].filter(Boolean).join(" ");
      taking.hidden = !matching.length;
      taking.firstChild.textContent = fill(say.take, { n: matching.length });
      return matching;
    };

    // --- the address: ?q= and ?area= say what is shown, #id is an entry ---------------------------------------------
    const fromAddress = () => {
      const asked = new URLSearchParams(location.search);
      search.value = asked.get("q") ?? "";
      choice.value = asked.get("area") ?? "";
      if (choice.selectedIndex < 0) choice.value = "";
      update();
      toTarget();
    };
    let settled = true;
    const toAddress = (again) => {
      const url = new URL(location.href);
      for (const [key, value] of [["q", search.value.trim()], ["area", choice.value]]) {
        value ? url.searchParams.set(key, value) : url.searchParams.delete(key);
      }
      try { history[again || !settled ? "replaceState" : "pushState"](null, "", url); } catch { /* not everywhere from a file */ }
      settled = false;
    };
    const toTarget = () => {
      const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))?.closest(".e");
      if (!target) return;
      if (target.hidden) { search.value = choice.value = ""; update(); toAddress(); }
      target.scrollIntoView();
      at = entries.findIndex((entry) => entry.node === target);
    };
    let typing;
    search.oninput = () => {
      update();
      clearTimeout(typing);
      typing = setTimeout(toAddress, 300); // browsers write down the state of every box when the address changes
    };
    search.onchange = () => { clearTimeout(typing); toAddress(); settled = true; };
    choice.onchange = () => { settled = true; update(); toAddress(); settled = true; };
    addEventListener("popstate", () => { settled = true; fromAddress(); });
    addEventListener("hashchange", toTarget);

    // --- copying and taking along ----------------------------------------------------------------------------------
    const copy = async (text, name) => {
      let done = true;
      try { await navigator.clipboard.writeText(text); } catch {
        const area = make("textarea", { value: text, className: "hide" });
        root.append(area);
        area.select();
        done = document.execCommand("copy");
        area.remove();
      }
      status.textContent = done ? fill(say.copied, { name }) : say.notCopied;
    };
    const bibtex = (entry) => entry.node.querySelector(".as ~ pre").textContent;
    const formats = {
      bib: ["application/x-bibtex", (some) => some.map(bibtex).join("\n")],
      ris: ["application/x-research-info-systems", (some) => some.map((entry) => data(entry).ris).join("\n")],
      json: ["application/vnd.citationstyles.csl+json", (some) => JSON.stringify(some.map((entry) => data(entry).csl), null, 2) + "\n"],
    };
    const download = (name, kind, text) => {
      const url = URL.createObjectURL(new Blob([text], { type: kind }));
      make("a", { href: url, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    };
    const file = (ending) => `${told.list.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").toLowerCase() || "list"}.${ending}`;
    const taking = make("details", {}, make("summary"), make("span", {},
      ...Object.entries(formats).flatMap(([ending, [kind, write]]) => [button(`.${ending}`, () => download(file(ending), kind, write(matching))), " "]),
      button(say.copyAll, () => copy(formats.bib[1](matching), `BibTeX (${matching.length})`))));
    taking.querySelectorAll("button").forEach((each, n) => n < 3 && each.setAttribute("aria-label", fill(say.download, { name: each.textContent })));

    const citation = (entry) => entry.node.querySelector(".as").textContent;
    const copying = (entry) => {
      const doi = data(entry).csl.DOI;
      return make("div", {},
        button(say.copyBibtex, () => copy(bibtex(entry), "BibTeX")),
        button(say.copyCitation, () => copy(citation(entry), citation(entry))),
        button(say.copyMarkdown, () => copy(data(entry).md, "Markdown")),
        ...(doi ? [button(say.copyDoi, () => copy(doi, doi))] : []));
    };
    root.addEventListener("toggle", ({ target }) => {
      const place = target.open && target.querySelector(".as");
      if (place && place.nextSibling.tagName === "PRE") place.after(copying(entryOf(target)));
    }, true);
    const entryOf = (node) => entries.find((entry) => entry.node === node.closest(".e"));

    // --- reading progress, kept in this browser ------------------------------------------------------------------
    const key = `readinglist:${told.list}`;
    let done = new Set(JSON.parse(store.get(key) ?? "[]"));
    const names = (entry) => [entry.id, ...(own(entry).aliases ?? [])];
    const isRead = (entry) => done.size > 0 && names(entry).some((name) => done.has(name));
    const progress = make("span");
    const showProgress = () => {
      let read = 0, minutes = 0;
      for (const entry of entries) entry.box?.checked ?? isRead(entry) ? read++ : (minutes += entry.minutes ?? 0);
      progress.textContent = [fill(say.readOf, { n: read, all: entries.length }), minutes ? fill(say.left, { n: minutes }) : ""].filter(Boolean).join(", ");
    };
    const mark = (entry, read) => {
      names(entry).forEach((name) => done.delete(name));
      if (read) done.add(entry.id);
      store.set(key, JSON.stringify([...done]));
      showProgress();
    };
    const addBox = (entry) => {
      entry.box = make("input", { type: "checkbox", autocomplete: "off", checked: isRead(entry), onchange: () => mark(entry, entry.box.checked) });
      const name = make("span", { className: "hide", textContent: `: ${entry.node.querySelector(".t").textContent}` });
      entry.node.querySelector(".do").prepend(make("label", {}, entry.box, ` ${say.read}`, name));
    };
    const load = make("input", { type: "file", accept: ".json,application/json", hidden: true });
    load.onchange = async () => {
      try {
        const { readinglist, read } = JSON.parse(await load.files[0].text());
        if (readinglist !== "progress" || !read.every((name) => typeof name === "string")) throw new TypeError("no progress");
        done = new Set([...done, ...read]);
        store.set(key, JSON.stringify([...done]));
        for (const entry of entries) if (entry.box) entry.box.checked = isRead(entry);
        showProgress();
        status.textContent = fill(say.loaded, { n: entries.filter(isRead).length });
      } catch { status.textContent = say.notLoaded; }
      load.value = "";
    };
    const keeping = make("details", {}, make("summary", {}, progress), make("span", {}, `${say.local} `,
      button(say.saveProgress, () => download(file("progress.json"), "application/json", JSON.stringify({ readinglist: "progress", list: told.list, read: [...done] }, null, 2) + "\n")),
      " ", button(say.loadProgress, () => load.click()), load));

    // --- keys ----------------------------------------------------------------------------------------------------
    let at = -1;
    const go = (step) => {
      const now = document.activeElement?.closest?.(".e");
      if (now) at = entries.findIndex((entry) => entry.node === now);
      let next = at;
      do next += step; while (entries[next] && !entries[next].shown);
      if (!entries[next]) return;
      entries[at]?.node.classList.remove("at");
      at = next;
      const { node } = entries[at];
      node.classList.add("at");
      node.querySelector("a.t, .t").focus({ preventScroll: true });
      node.scrollIntoView({ block: "nearest" });
    };
    const current = () => (entries[at]?.shown ? entries[at] : undefined);
    const keys = make("input", { type: "checkbox", checked: store.get("readinglist-keys") !== "off" });
    keys.onchange = () => store.set("readinglist-keys", keys.checked ? "on" : "off");
    const help = make("dialog", { "aria-label": say.help },
      make("dl", {}, ...say.keys.flatMap(([name, what]) => [make("dt", { textContent: name }), make("dd", { textContent: what })])),
      make("p", { textContent: say.syntax }), make("p", {}, make("label", {}, keys, ` ${say.keysOn}`)), make("p", {}, button(say.close, () => help.close())));
    const clear = () => {
      if (search.value || choice.value) { search.value = choice.value = ""; settled = true; update(); toAddress(); settled = true; }
      search.blur();
    };
    const acts = {
      "/": () => { search.focus(); search.select(); },
      j: () => go(1),
      k: () => go(-1),
      o: () => current()?.node.querySelector("a.t")?.click(),
      c: () => current() && copy(citation(current()), citation(current())),
      "?": () => help.showModal(),
    };
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
      if (event.key === "Escape") return clear();
      if (!keys.checked || event.target.matches?.("input:not([type=checkbox]), select, textarea") || !acts[event.key]) return;
      event.preventDefault();
      acts[event.key]();
    });

    // --- the controls --------------------------------------------------------------------------------------------
    const themes = ["auto", "light", "dark"];
    const theme = button("", () => {
      const next = themes[(themes.indexOf(html.dataset.theme ?? "auto") + 1) % 3];
      if (next === "auto") delete html.dataset.theme;
      else html.dataset.theme = next;
      store.set("readinglist-theme", next === "auto" ? "" : next);
      showTheme();
    });
    const showTheme = () => (theme.textContent = fill(say.theme, { name: say[html.dataset.theme ?? "auto"] }));
    showTheme();
    const controls = make("form", { role: "search", className: "controls", onsubmit: (event) => event.preventDefault() },
      make("label", {}, make("span", { className: "hide", textContent: say.search }), search),
      ...(choice.options.length > 2 ? [choice] : []));
    const bar = make("div", { className: "bar" }, status, taking, keeping, ...(whole ? [theme] : []), make("button", { type: "button", className: "keys", textContent: say.help, onclick: acts["?"] }));
    root.querySelector("#_list").before(controls, bar);
    root.append(help);

    // What is not needed for the first sight of the page waits until the browser has nothing else to do.
    const idle = window.requestIdleCallback ?? ((act) => setTimeout(act, 1));
    const prepare = (from) => {
      for (const entry of entries.slice(from, from + 200)) {
        entry.minutes = own(entry).minutes;
        addBox(entry);
        searchable(entry);
      }
      if (from + 200 < entries.length) idle(() => prepare(from + 200));
      else showProgress();
    };
    fromAddress();
    showProgress();
    idle(() => prepare(0));
  }
})();
