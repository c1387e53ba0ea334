--- The one script of a report: it shows and hides what Lua has computed, sorts tables, copies and downloads. It never
-- decides which claim is right, and the page is whole without it.

return [[
(() => {
"use strict";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const days = document.body.dataset.days ? document.body.dataset.days.split(" ") : [];
const last = days.length + 1;
const bar = document.querySelector(".bar"), form = bar.querySelector("form");
const slider = form.elements.position, dayInput = form.elements.day, search = form.elements.search;
const output = form.querySelector("output");
form.addEventListener("submit", event => event.preventDefault());

// Days: an element is shown at the positions from a up to, not including, b. A move looks at those alone that begin or
// end on the way; the page comes as it is at the last position.
const edges = [];
for (const element of all("[data-a],[data-b]")) {
  const span = { element, from: Number(element.dataset.a || 0), to: Number(element.dataset.b || last + 1) };
  for (const edge of [span.from, span.to]) (edges[edge] = edges[edge] || []).push(span);
}
let position = last, active = false;
function show(next) {
  const before = Math.min(position, next), after = Math.max(position, next);
  position = next;
  for (let edge = before + 1; edge <= after; edge++) {
    for (const span of edges[edge] || []) {
      const hide = position < span.from || position >= span.to;
      if (span.element.hidden !== hide) span.element.hidden = hide;
    }
  }
  document.body.classList.toggle("stale", position !== last);
  slider.value = position;
  dayInput.value = position === last ? "" : days[position - 1] || "";
  slider.setAttribute("aria-valuetext", when());
  say();
}
const when = () => position === last ? "All that is known"
  : position === 0 ? "Before the first report" : "As reported by " + days[position - 1];
function say() {
  const matches = active ? articles.filter(one => !one.hidden && !one.hasAttribute("data-off")).length : 0;
  output.textContent = when() + (active ? "; " + matches + (matches === 1 ? " match." : " matches.") : ".");
}
slider.addEventListener("input", () => show(Number(slider.value)));
// A day on which nothing was reported shows what the day before it did; one before all shows nothing.
dayInput.addEventListener("change", () => {
  if (!dayInput.value) { show(last); return; }
  let at = 0;
  while (at < days.length && days[at] <= dayInput.value) at++;
  show(at);
});

// Search and filters: what does not match is off.
const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const items = all("article, tbody tr"), articles = all("article");
const texts = new Map();
const textOf = item => {
  if (!texts.has(item)) texts.set(item, folded(item.textContent));
  return texts.get(item);
};
const selects = all("select[data-filter]", form);
function filter() {
  const wanted = folded(search.value.trim()).split(/\s+/).filter(Boolean);
  const chosen = selects.filter(select => select.value);
  active = wanted.length > 0 || chosen.length > 0;
  for (const item of items) {
    let on = true;
    for (const select of chosen) {
      const list = item.dataset[select.dataset.filter];
      on = on && list !== undefined && list.split(" ").includes(select.value);
    }
    on = on && (wanted.length === 0 || wanted.every(word => textOf(item).includes(word)));
    item.toggleAttribute("data-off", !on);
  }
  for (const box of all(".wide, main section section")) {
    const inside = all("article, tbody tr", box);
    box.toggleAttribute("data-off", active && inside.length > 0 && inside.every(one => one.hasAttribute("data-off")));
  }
  say();
}
let waiting = 0;
search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(filter, 120); });
for (const select of selects) select.addEventListener("change", filter);
form.addEventListener("reset", () => setTimeout(() => { filter(); show(last); }));

// Addresses: what one leads to is shown, whatever is chosen; the browser keeps the way back.
function goTo() {
  let id = location.hash.slice(1);
  const target = id && (document.getElementById(id) || document.getElementById(decodeURIComponent(id)));
  if (!target) return;
  if (target.closest("[data-off]")) { form.reset(); filter(); }
  if (target.closest("[hidden]")) show(last);
  for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
  const article = target.closest("article");
  if (article) for (const claims of all("details", article)) claims.open = true;
  // What comes near the window is laid out only then, and may push the target away: it is gone to once more.
  target.scrollIntoView();
  requestAnimationFrame(() => requestAnimationFrame(() => target.scrollIntoView()));
}
addEventListener("hashchange", goTo);

// Sorting: numbers by size, dates and words by their letters; rows without a value come last.
const key = cell => {
  if (cell.dataset.k) return cell.dataset.k;
  const span = cell.querySelector("[data-k]:not([hidden])");
  return span ? span.dataset.k : shown(cell);
};
const shown = cell => {
  const copy = cell.cloneNode(true);
  for (const gone of all("[hidden]", copy)) gone.remove();
  if (cell.tagName === "TD") for (const gone of all("button", copy)) gone.remove();
  return copy.textContent.trim();
};
const number = text => /^-?[\d.]+/.test(text) && !/^\d{4}-/.test(text) ? parseFloat(text) : NaN;
function sort(table, column, button) {
  const head = button.closest("th"), down = head.getAttribute("aria-sort") === "ascending";
  for (const other of all("th[aria-sort]", table.tHead)) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const rows = [...table.tBodies[0].rows].map((row, place) => ({ row, place, key: key(row.cells[column]) }));
  rows.sort((a, b) => {
    if (!a.key || !b.key) return (a.key ? 0 : 1) - (b.key ? 0 : 1) || a.place - b.place;
    const x = number(a.key), y = number(b.key);
    const order = isNaN(x) || isNaN(y) ? a.key.localeCompare(b.key, "en") : x - y;
    return (down ? -order : order) || a.place - b.place;
  });
  table.tBodies[0].append(...rows.map(entry => entry.row));
}

// CSV: the rows that are shown; a cell that a spreadsheet would take for a formula stays a text.
const field = text => {
  if (/^[=+\-@\t]/.test(text) && isNaN(Number(text))) text = "'" + text;
  return /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
};
function csv(table) {
  const rows = [table.tHead.rows[0], ...table.tBodies[0].rows]
    .filter(row => !row.hidden && !row.hasAttribute("data-off"));
  return rows.map(row => [...row.cells].map(cell => field(key(cell))).join(",")).join("\r\n") + "\r\n";
}
function download(table) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["\ufeff" + csv(table)], { type: "text/csv" }));
  link.download = table.dataset.name + ".csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
const button = (words, label, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  if (label) made.setAttribute("aria-label", label);
  made.addEventListener("click", () => act(made));
  return made;
};
for (const table of all("table")) {
  for (const [column, head] of [...table.tHead.rows[0].cells].entries()) {
    const words = head.textContent;
    head.replaceChildren(button(words, "", made => sort(table, column, made)));
  }
  const tools = document.createElement("div");
  tools.className = "tools";
  tools.append(button("CSV", "Download " + table.caption.textContent + " as CSV", () => download(table)));
  table.parentElement.before(tools);
}

// Citations.
function copy(text, cell, made) {
  const done = () => { made.textContent = "copied"; setTimeout(() => { made.textContent = "copy"; }, 1500); };
  const select = () => {
    getSelection().selectAllChildren(cell);
    if (document.execCommand("copy")) done();
  };
  if (navigator.clipboard) navigator.clipboard.writeText(text).then(done, select); else select();
}
for (const cell of all("td.citation")) {
  const text = cell.textContent;
  cell.append(" ", button("copy", "Copy this citation", made => copy(text, cell, made)));
}

bar.hidden = false;
show(last);
goTo();
})();
]]
