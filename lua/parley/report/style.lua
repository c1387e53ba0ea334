--- The one style of a report: light and dark, wide and narrow, on screen and on paper. It holds no word of the data;
-- a theme changes colours by their names.

local errors = require "parley.base.errors"
local records = require "parley.base.records"

local style = {}

-- The colours: light, dark, what they are for. Texts keep a contrast of 4.5 to what they stand on.
local COLOURS = {
  { "ink", "#1a1a1a", "#e8e8e8" }, { "muted", "#565656", "#b0b0b0" }, { "surface", "#ffffff", "#15181c" },
  { "raised", "#f4f5f7", "#1f242a" }, { "line", "#d8d8d8", "#3a424b" }, { "accent", "#005a8c", "#7cc4f0" },
}

local RULES = [[
* { box-sizing: border-box; }
html { scroll-padding-top: 9rem; }
body { margin: 0; font: 16px/1.5 system-ui, "Segoe UI", Helvetica, Arial, "DejaVu Sans", sans-serif; color: var(--ink);
  background: var(--surface); overflow-wrap: anywhere; }
header, main, footer, nav { max-width: 78rem; margin: 0 auto; padding: 0 1.25rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 2rem 0 .5rem; }
h2 { font-size: 1.45rem; margin: 3rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.2rem; margin: 2.25rem 0 .5rem; }
h4, h5 { font-size: 1rem; margin: 1.25rem 0 .3rem; }
h4 small { color: var(--muted); font-weight: normal; }
p, li, figcaption { max-width: 46rem; }
a { color: var(--accent); text-underline-offset: .15em; text-decoration-thickness: 1px; }
td a, p a, li a { text-decoration-color: var(--line); }
td a { color: inherit; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
[hidden], [data-off] { display: none !important; }
.by { color: var(--muted); }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; padding: 0; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--surface); padding: .5rem; z-index: 3; }
.bar { position: sticky; top: 0; z-index: 2; background: var(--raised); border-block: 1px solid var(--line); }
.bar form { max-width: 78rem; margin: 0 auto; padding: .5rem 1.25rem; display: flex; flex-wrap: wrap; gap: .4rem 1rem;
  align-items: center; }
.bar label { display: flex; align-items: center; gap: .4rem; font-size: .9rem; }
.bar .days { flex: 1 1 24rem; }
.bar input[type=range] { flex: 1 1 10rem; min-width: 8rem; accent-color: var(--accent); }
.bar select { min-width: 0; max-width: 11rem; }
.bar output { flex-basis: 100%; font-size: .9rem; color: var(--ink); min-height: 1.4em; }
input, select, button { font: inherit; font-size: .9rem; color: var(--ink); background: var(--surface);
  border: 1px solid var(--muted); border-radius: 4px; padding: .15rem .45rem; }
button { cursor: pointer; }
.tools { display: flex; justify-content: flex-end; gap: .5rem; margin: .25rem 0; }
th button { all: unset; cursor: pointer; font-weight: bold; }
th button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
th[aria-sort=ascending] button::after { content: " ▲"; }
th[aria-sort=descending] button::after { content: " ▼"; }
.wide { overflow-x: auto; margin: .5rem 0 1.5rem; content-visibility: auto; contain-intrinsic-size: auto 20rem; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; overflow-wrap: normal; }
caption { text-align: left; font-weight: bold; padding: .4rem 0; }
th, td { padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line);
  unicode-bidi: plaintext; max-width: 26rem; overflow-wrap: break-word; }
thead th { border-bottom: 2px solid var(--muted); }
tbody th { font-weight: normal; min-width: 7rem; }
td { min-width: 5.5rem; }
.n { min-width: 3rem; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
.url { overflow-wrap: anywhere; min-width: 12rem; }
.citation { min-width: 16rem; }
article { content-visibility: auto; contain-intrinsic-size: auto 16rem; }
article { border: 1px solid var(--line); border-radius: 6px; padding: .6rem 1rem; margin: .75rem 0; }
article h4 { margin: 0 0 .4rem; }
dl { margin: 0; }
dl > div { display: grid; grid-template-columns: 11rem 1fr; gap: 0 1rem; border-top: 1px solid var(--line); }
dt { color: var(--muted); padding: .2rem 0; }
dd { margin: 0; padding: .2rem 0; unicode-bidi: plaintext; }
summary { cursor: pointer; }
dd ul, article ol { margin: .3rem 0 .5rem; padding-left: 1.4rem; font-size: .92rem; }
article ol { padding-left: 3rem; }
q { quotes: "“" "”"; unicode-bidi: isolate; }
.says, .was, figcaption { color: var(--muted); }
sup { font-size: .72em; line-height: 0; margin-left: .35em; }
dd > b { font-weight: inherit; }
:target { background: var(--raised); outline: 2px solid var(--accent); outline-offset: 2px; }
figure { margin: 1rem 0; }
figure svg { display: block; min-width: 60rem; max-width: 60rem; width: 100%; height: auto; }
svg .p-surface { fill: var(--surface); }
svg .p-text { fill: var(--ink); }
svg .p-muted { fill: var(--muted); }
svg .p-halo { stroke: var(--surface); }
svg path[class$="-line"] { fill: var(--surface); }
@media (prefers-color-scheme: dark) {
  svg .p-s7 { fill: var(--ink); }
  svg .p-s7-line { stroke: var(--ink); }
  svg path[class]:not([class$="-line"]) { stroke: var(--surface); }
}
svg .p-grid-line, svg .p-axis-line { stroke: var(--line); }
svg .p-muted-line { stroke: var(--muted); }
svg .p-text-line { stroke: var(--ink); }
.stale .last { opacity: .55; }
.stale .last::before { content: "As known at the end, whatever day is chosen:"; font-size: .9rem; }
footer { margin: 4rem auto 2rem; color: var(--muted); font-size: .9rem; }
@media (max-width: 40rem) {
  html { scroll-padding-top: 1rem; }
  .bar { position: static; }
  .bar label, .bar .days { flex: 1 1 100%; min-width: 0; }
  .bar select, .bar input { flex: 1 1 0; min-width: 0; width: 0; max-width: none; }
  dl > div { grid-template-columns: 1fr; }
  dt { padding-bottom: 0; font-size: .85rem; }
  h1 { font-size: 1.5rem; }
  article { padding: .5rem .7rem; }
}
@media print {
  .bar, nav, .tools, .skip { display: none !important; }
  body { font-size: 10pt; background: #fff; color: #000; }
  a { color: inherit; text-decoration: none; }
  .wide { overflow: visible; }
  figure svg { min-width: 0; }
  table { font-size: 8pt; }
  td, tbody th { min-width: 0; }
  tbody tr:first-child { break-before: avoid; }
  article, .wide { content-visibility: visible; }
  article { border: 0; border-top: 1px solid #000; border-radius: 0; padding: .3rem 0; }
  details::details-content { content-visibility: visible; height: auto; }
  article ol { font-size: 8pt; }
  .says, .was, .by, figcaption, dt, h4 small { color: #000; }
  h2, h3, h4 { break-after: avoid; }
  tr, li, dl > div { break-inside: avoid; }
}
]]

-- Light and dark are chosen by the reader's system.
local function variables(place, theme)
  local parts = {}
  for _, colour in ipairs(COLOURS) do
    parts[#parts + 1] = ("--%s: %s;"):format(colour[1], theme[colour[1]] or colour[place])
  end
  return table.concat(parts, " ")
end

local function names()
  local list = {}
  for i, colour in ipairs(COLOURS) do list[i] = colour[1] end
  return list
end

local function check(theme)
  local options = require "parley.base.options"
  for name, colour in records.by_key(options.check(theme, options.of("report{}", "theme"), names())) do
    if type(colour) ~= "string" or not (colour:find "^#%x%x%x$" or colour:find "^#%x%x%x%x%x%x$") then
      errors.raise("bad_argument.report_colour", { name = name, value = tostring(colour) })
    end
  end
end

--- The style, with the colours of a theme in the place of those of light pages.
---@param theme table<string, string>?
---@return string
function style.text(theme)
  check(theme)
  return (":root { color-scheme: light dark; %s }\n@media (prefers-color-scheme: dark) { :root { %s } }\n"
    .. "@media print { :root { %s } }\n"):format(variables(2, theme or {}), variables(3, {}), variables(2, {})) .. RULES
end

return style
