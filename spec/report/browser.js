// What a browser makes of reports: node browser.js MODULES CHROMIUM FOLDER
// FOLDER has the pages that browser_spec.lua has written, and a file `days` with the days to ask about. Each check is
// printed as "ok NAME" or "not ok NAME: why"; what the pages showed on those days is written beside them, for the spec
// to compare with the dataset. A browser that cannot be started here is told as "no browser: why". Nothing here waits
// for a time to pass, and nothing fails because a machine is slow: how fast a page is stands in bench/.
"use strict";
const fs = require("fs"), path = require("path");
const [modules, executablePath, folder] = process.argv.slice(2);
const axe = fs.readFileSync(path.join(modules, "axe-core", "axe.min.js"), "utf8");
const TIMEOUT = 600000;
const url = name => "file://" + path.join(folder, name);

// As root there is no sandbox to be had; elsewhere it is left out only where the machine refuses it. Shared memory may be
// small, the graphics card missing and the home not writable: none of them is asked for.
async function launch() {
  const home = path.join(folder, "home");
  fs.mkdirSync(home, { recursive: true });
  const options = { executablePath, headless: true, protocolTimeout: TIMEOUT, timeout: TIMEOUT,
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home },
    args: ["--disable-dev-shm-usage", "--disable-gpu", "--disable-crash-reporter", "--no-first-run"] };
  const bare = { ...options, args: [...options.args, "--no-sandbox"] };
  const puppeteer = require(path.join(modules, "puppeteer-core"));
  if (process.getuid && process.getuid() === 0) return puppeteer.launch(bare);
  return puppeteer.launch(options).catch(() => puppeteer.launch(bare));
}

function equal(a, b, what) {
  const [x, y] = [JSON.stringify(a), JSON.stringify(b)];
  if (x !== y) throw new Error(`${what}: ${String(x).slice(0, 300)} and not ${String(y).slice(0, 300)}`);
}
function holds(value, what) { if (!value) throw new Error(what); }

let browser;

// A page with all it said and asked for.
async function open(name, set = {}) {
  const page = await browser.newPage();
  page.setDefaultTimeout(TIMEOUT);
  page.said = [];
  page.asked = [];
  page.on("console", message => page.said.push(message.text()));
  page.on("pageerror", error => page.said.push(error.message));
  page.on("dialog", dialog => { page.said.push("dialog"); dialog.dismiss(); });
  page.on("request", request => page.asked.push(request.url()));
  await page.setViewport({ width: set.width || 1280, height: 900 });
  if (set.dark) await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  if (set.script === false) await page.setJavaScriptEnabled(false);
  if (set.bypass) await page.setBypassCSP(true);
  await page.goto(url(name) + (set.hash || ""), { waitUntil: "load", timeout: TIMEOUT });
  return page;
}

function quiet(page, name) {
  equal(page.said, [], "said");
  // What a browser draws its own controls with is no request.
  equal(page.asked.filter(one => !/^(blob|data):/.test(one)).map(one => one.split("#")[0]), [url(name)], "asked for");
}

// What stands in the records on the day chosen: address and text of each value that is shown; and what cells of tables
// say of the same address otherwise.
const readPage = () => {
  const visible = element => !element.closest("[hidden]");
  const text = element => {
    const copy = element.cloneNode(true);
    for (const gone of copy.querySelectorAll("[hidden], sup, ul")) gone.remove();
    return copy.textContent.trim();
  };
  const values = {}, clashes = [];
  for (const field of document.querySelectorAll("article > dl > div")) {
    if (visible(field) && text(field.lastElementChild) !== "") values[field.id] = text(field.lastElementChild);
    for (const other of field.querySelectorAll("dt > span[id]")) other.dataset.same = field.id;
  }
  for (const link of document.querySelectorAll("#overview td > a, #by-talk td > a, #topics td > a")) {
    if (!visible(link) || text(link) === "") continue;
    const id = link.getAttribute("href").slice(1), other = document.getElementById(id);
    const address = other.dataset.same || id;
    if (values[address] !== text(link)) clashes.push([address, values[address], text(link)]);
  }
  const rows = name => [...document.querySelectorAll(`table[data-name="${name}"] tbody tr`)].filter(visible)
    .map(row => [...row.cells].map(text).join("\t"));
  return { values, clashes, ledger: rows("ledger"), disagreements: rows("disagreements") };
};

const checks = {
  async "loads without a message and without a request"() {
    const page = await open("istanbul.html");
    holds(await page.$eval(".bar", bar => !bar.hidden), "the controls are not there: the script did not run");
    holds(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the window");
    quiet(page, "istanbul.html");
    await page.close();
  },

  async "shows each day what the dataset shows"() {
    const page = await open("days.html");
    const days = fs.readFileSync(path.join(folder, "days"), "utf8").trim().split("\n");
    const lines = [];
    for (const day of [...days, ""]) {
      await page.$eval("input[name=day]", (input, value) => {
        input.value = value;
        input.dispatchEvent(new Event("change"));
      }, day);
      const shown = await page.evaluate(readPage);
      equal(shown.clashes.slice(0, 3), [], "cells of tables that differ from records on " + day);
      for (const [address, text] of Object.entries(shown.values)) lines.push(["value", day, address, text].join("\t"));
      for (const name of ["ledger", "disagreements"]) {
        for (const row of shown[name]) lines.push([name, day, row].join("\t"));
      }
    }
    fs.writeFileSync(path.join(folder, "shown"), lines.map(line => line.replace(/\n/g, " ") + "\n").join(""));
    await page.close();
  },

  // An element is looked at only when it begins or ends between the two positions.
  async "moves the slider by what changes"() {
    const page = await open("istanbul.html");
    const moves = await page.evaluate(() => {
      const slider = document.querySelector("input[type=range]"), list = [];
      const hidden = Object.getOwnPropertyDescriptor(HTMLElement.prototype, "hidden");
      let looked = new Set();
      Object.defineProperty(HTMLElement.prototype, "hidden", { ...hidden,
        get() { looked.add(this); return hidden.get.call(this); } });
      let before = Number(slider.max);
      for (const at of [2, 3, 4, 1, 3, 0, 2]) {
        looked = new Set();
        slider.value = at;
        slider.dispatchEvent(new Event("input"));
        const [low, high] = [Math.min(before, at), Math.max(before, at)];
        const between = edge => edge !== undefined && Number(edge) > low && Number(edge) <= high;
        const changed = [...document.querySelectorAll("[data-a],[data-b]")]
          .filter(one => between(one.dataset.a) || between(one.dataset.b));
        list.push({ at, looked: looked.size, changed: changed.length,
          missed: changed.filter(one => !looked.has(one)).length });
        before = at;
      }
      return list;
    });
    for (const move of moves) holds(move.looked === move.changed && move.missed === 0, JSON.stringify(move));
    holds(moves.some(move => move.changed > 0), "nothing changes");
    equal(await page.$eval("output", output => output.textContent.slice(0, 14)), "As reported by", "said");
    await page.$eval("input[type=range]", slider => { slider.value = 0; slider.dispatchEvent(new Event("input")); });
    equal(await page.$eval("output", output => output.textContent), "Before the first report.", "before all");
    await page.close();
  },

  async "searches and filters"() {
    const page = await open("istanbul.html");
    const shown = () => page.evaluate(() => [...document.querySelectorAll("#outcomes article")]
      .filter(one => !one.hasAttribute("data-off")).map(one => one.id));
    const before = (await shown()).length;
    await page.$eval("input[name=search]", input => {
      input.value = "BODIES fallen";
      input.dispatchEvent(new Event("input"));
    });
    await page.waitForFunction(() => / match/.test(document.querySelector("output").textContent));
    const found = await shown();
    holds(found.includes("outcomes/r2-bodies") && found.length < before, "found " + found);
    const matches = () => page.$eval("output", output => parseInt(/; (\d+)/.exec(output.textContent)[1], 10));
    const all = await matches();
    const move = at => page.$eval("input[type=range]", (slider, value) => {
      slider.value = value === null ? slider.max : value;
      slider.dispatchEvent(new Event("input"));
    }, at);
    await move(0);
    holds(await matches() < all, "what is hidden counts as a match");
    await move(null);
    equal(await matches(), all, "matches at the end");
    await page.click("button[type=reset]");
    await page.waitForFunction(() => !document.querySelector("[data-off]"));
    equal((await shown()).length, before, "after show all");
    const value = await page.$$eval("select[data-filter=t] option", list => list.find(one => one.textContent === "Remains")
      .value);
    await page.select("select[data-filter=t]", value);
    equal(await shown(), ["outcomes/r2-bodies", "outcomes/r2-bodies-ru", "outcomes/r2-bodies-ua"], "topic Remains");
    quiet(page, "istanbul.html");
    await page.close();
  },

  async "filters by party, certainty and source"() {
    const page = await open("istanbul.html");
    const lines = fs.readFileSync(path.join(folder, "filters"), "utf8").trim().split("\n").map(line => line.split("\t"));
    const wrong = await page.evaluate(list => {
      const found = [], articles = [...document.querySelectorAll("#outcomes article")];
      for (const [kind, label, ids] of list) {
        const filter = document.querySelector(`select[data-filter=${kind}]`);
        const option = [...filter.options].find(one => one.textContent === label);
        filter.value = option ? option.value : "";
        filter.dispatchEvent(new Event("input", { bubbles: true }));
        filter.dispatchEvent(new Event("change", { bubbles: true }));
        const shown = articles.filter(one => !one.hasAttribute("data-off")).map(one => one.id.slice("outcomes/".length));
        if (!option || shown.sort().join(" ") !== ids) found.push(`${kind} ${label}: ${shown.join(" ")} and not ${ids}`);
        filter.value = "";
        filter.dispatchEvent(new Event("change", { bubbles: true }));
      }
      return found;
    }, lines);
    equal(wrong, [], "filters");
    holds(["p", "c", "s"].every(kind => lines.filter(line => line[0] === kind).length > 1), "too few filters");
    quiet(page, "istanbul.html");
    await page.close();
  },

  async "follows links and finds the way back"() {
    const page = await open("istanbul.html", { hash: "#outcomes/r2-bodies/best" });
    const seen = id => page.waitForFunction(wanted => {
      const box = document.getElementById(wanted).getBoundingClientRect();
      return box.top >= 0 && box.top < innerHeight;
    }, {}, id);
    await seen("outcomes/r2-bodies/best");
    holds(await page.evaluate(() => document.getElementById("outcomes/r2-bodies").querySelector("details").open),
      "the claims are closed");
    const claim = await page.$eval("[id='outcomes/r2-bodies/low'] sup a", link => link.getAttribute("href").slice(1));
    await page.$eval("[id='outcomes/r2-bodies/low'] sup a", link => link.click());
    await seen(claim);
    await page.goBack();
    await seen("outcomes/r2-bodies/best");
    equal(await page.evaluate(() => location.hash), "#outcomes/r2-bodies/best", "address");
    await page.close();
  },

  async "is used with the keyboard alone"() {
    const page = await open("istanbul.html");
    const focused = () => page.evaluate(() => document.activeElement.textContent + "|"
      + (document.activeElement.name || document.activeElement.tagName));
    await page.keyboard.press("Tab");
    equal((await focused()).split("|")[0], "Skip to the overview", "first");
    for (let n = 0; n < 40 && !(await focused()).endsWith("|position"); n++) await page.keyboard.press("Tab");
    const before = await page.$eval("output", output => output.textContent);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowLeft");
    holds(await page.$eval("output", output => output.textContent) !== before, "the slider does not move");
    for (let n = 0; n < 60 && (await focused()) !== "place|BUTTON"; n++) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    equal(await page.evaluate(() => document.activeElement.closest("th").getAttribute("aria-sort")), "ascending", "sort");
    await page.close();
  },

  async "sorts, downloads and copies"() {
    const page = await open("istanbul.html");
    const first = () => page.$eval("table[data-name=talks] tbody tr", row => row.cells[1].textContent);
    await page.$$eval("table[data-name=talks] th button", list => list[1].click());
    equal(await first(), "16 May 2025", "first by date");
    const csv = await page.evaluate(async () => {
      let blob;
      const make = URL.createObjectURL;
      URL.createObjectURL = one => { blob = one; return make.call(URL, one); };
      document.querySelector("#overview .tools button").click();
      return blob.text();
    });
    holds(/^\ufeff?talk,date,kind,place,format,status,result\r\nfirst round,2025-05-16,/.test(csv), "csv " + csv);
    // What is copied, with the clipboard and without one: no machine's own is asked.
    const copied = await page.evaluate(async () => {
      const button = document.querySelector("td.citation button"), list = [];
      const citation = button.parentElement.firstChild.textContent.trim();
      const change = () => new Promise(done => new MutationObserver((_, watch) => {
        watch.disconnect();
        done(button.textContent);
      }).observe(button, { childList: true }));
      Object.defineProperty(navigator, "clipboard", { configurable: true,
        value: { writeText: text => { list.push(text.trim()); return Promise.resolve(); } } });
      let said = change();
      button.click();
      list.push(await said);
      Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
      document.execCommand = () => { list.push(getSelection().toString().trim()); return true; };
      said = change();
      button.click();
      list.push(await said);
      return { list, citation };
    });
    equal(copied.list[0], copied.citation, "copied");
    equal(copied.list[1], "copied", "said after the clipboard");
    holds(copied.list.slice(2).some(text => text.includes(copied.citation.slice(0, 40))), "selected " + copied.list);
    await page.close();
  },

  async "prints with its claims"() {
    const page = await open("istanbul.html");
    await page.emulateMediaType("print");
    const printed = await page.evaluate(() => ({
      bar: document.querySelector(".bar").getBoundingClientRect().height,
      claim: document.querySelector("article ol li").getBoundingClientRect().height }));
    holds(printed.bar === 0 && printed.claim > 0, JSON.stringify(printed));
    const pdf = Buffer.from(await page.pdf({ format: "A4", timeout: TIMEOUT }));
    equal(pdf.subarray(0, 5).toString(), "%PDF-", "PDF");
    holds(pdf.length > 100000, "PDF of " + pdf.length + " bytes");
    await page.close();
  },

  async "is whole without its script"() {
    const page = await open("istanbul.html", { script: false });
    const found = await page.evaluate(() => ({ bar: document.querySelector(".bar").hidden,
      sections: document.querySelectorAll("main > section").length,
      value: document.getElementById("outcomes/r2-bodies/best") !== null,
      hidden: [...document.querySelectorAll("main [hidden]")].filter(one => !one.dataset.b).length }));
    equal(found, { bar: true, sections: 9, value: true, hidden: 0 }, "without script");
    await page.close();
  },

  // Whatever the data say, they are text: nothing of them runs, is loaded, becomes an element or a link, or turns the page
  // around; and the page does what it does for others.
  async "keeps hostile data harmless"() {
    const pages = { "hostile.html": 1, "withheld.html": 1, "hostile-timeline.html": 0, "hostile-evidence.html": 0,
      "hostile-chart.html": 0 };
    for (const [name, scripts] of Object.entries(pages)) {
      for (const width of [1280, 360]) {
        const page = await open(name, { width });
        const found = await page.evaluate(() => ({ scripts: document.scripts.length, images: document.images.length,
          done: window.done === undefined,
          handlers: [...document.querySelectorAll("*")].filter(one => [...one.attributes].some(a => /^on/.test(a.name))).length,
          marks: /[\u202a-\u202e\u2066-\u2069]/.test(document.documentElement.textContent),
          wide: document.documentElement.scrollWidth <= innerWidth,
          links: [...document.links].map(one => one.protocol).filter(one => !/^(file|https?):$/.test(one)) }));
        equal(found, { scripts, images: 0, done: true, handlers: 0, marks: false, wide: true, links: [] },
          name + " at " + width);
        quiet(page, name);
        await page.close();
      }
    }
    const page = await open("hostile.html");
    holds(await page.evaluate(() => document.title.includes("</script><script>window.done")), "the title is text");
    const saved = await page.evaluate(async () => {
      const names = [], texts = [];
      URL.createObjectURL = blob => { texts.push(blob.text()); return "blob:none"; };
      HTMLAnchorElement.prototype.click = function () { names.push(this.download); };
      for (const button of document.querySelectorAll(".tools button")) button.click();
      const slider = document.querySelector("input[type=range]");
      for (const at of [0, 1, 2, 3, 4]) {
        slider.value = at;
        slider.dispatchEvent(new Event("input"));
      }
      for (const link of [...document.links].filter(one => one.hash && one.protocol === "file:")) {
        if (!document.getElementById(link.getAttribute("href").slice(1))) return { lost: link.getAttribute("href") };
        location.hash = link.hash;
      }
      return { names, texts: await Promise.all(texts), done: window.done === undefined };
    });
    holds(!saved.lost, "a link leads nowhere: " + saved.lost);
    holds(saved.done && saved.names.length > 3, "downloads " + saved.names);
    for (const name of saved.names) holds(/^[\w.~%-]+\.csv$/.test(name), "a download is called " + name);
    for (const text of saved.texts) holds(!/(^|\r\n|,)"?[=+@]/.test(text), "a cell is a formula: " + text.slice(0, 200));
    await page.close();
  },
};

for (const [name, set] of [["light", {}], ["dark", { dark: true }], ["narrow", { width: 360 }]]) {
  checks["has no serious finding of axe, " + name] = async () => {
    const page = await open("small.html", { ...set, bypass: true });
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run({ resultTypes: ["violations"] }));
    equal(found.violations.filter(one => one.impact === "serious" || one.impact === "critical")
      .map(one => [one.id, one.nodes.length, one.nodes[0].html.slice(0, 120)]), [], "findings");
    holds(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "wider than the window");
    await page.close();
  };
}

(async () => {
  try {
    browser = await launch();
  } catch (error) {
    console.log("no browser: " + String(error.message).replace(/\s+/g, " ").slice(0, 300));
    return;
  }
  for (const [name, check] of Object.entries(checks)) {
    const start = Date.now();
    try {
      await check();
      console.log("ok " + name);
    } catch (error) {
      console.log("not ok " + name + ": " + String(error.message).replace(/\s+/g, " "));
    }
    console.log("figure " + name + " " + (Date.now() - start) + " ms");
  }
  await browser.close();
})();
