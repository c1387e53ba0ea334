--- The page: its head with the rules that keep it harmless, its parts in order, its one style and its one script.

local content = require "parley.report.content"
local filters = require "parley.report.filters"
local script = require "parley.report.script"
local sha256 = require "parley.report.sha256"
local style = require "parley.report.style"

local page = {}

local SECTIONS = { "overview", "timeline", "talks", "topics", "ledger", "disagreements", "sources", "records",
  "method" }

-- A browser runs this script and takes this style, and nothing else from anywhere.
local function rules(css)
  return ("default-src 'none'; script-src %s; style-src %s; base-uri 'none'; form-action 'none'"):format(
    sha256.source(script), sha256.source(css))
end

local function sections_of(c, chosen)
  local parts, links = {}, {}
  for _, name in ipairs(SECTIONS) do
    c.progress:begin(name)
    local section = require("parley.report.sections." .. name)
    local html = section.html(c, chosen)
    if html ~= "" then
      parts[#parts + 1] = ('<section id="%s">\n<h2>%s</h2>\n%s</section>\n'):format(section.id, section.title, html)
      links[#links + 1] = "<li>" .. c.write.inside(section.id, section.title) .. "</li>"
    end
  end
  return table.concat(parts), table.concat(links, "\n")
end

local function byline(c, given)
  local parts = {}
  if given.authors then parts[1] = c.write:words(table.concat(given.authors, ", ")) end
  if given.made then parts[#parts + 1] = c.write:words(given.made) end
  local html = #parts > 0 and '<p class="by">' .. table.concat(parts, " · ") .. "</p>\n" or ""
  return html .. (given.note and "<p>" .. c.write:words(given.note) .. "</p>\n" or "")
end

-- The controls are there for who has the script.
local function controls(c, chosen)
  local days, first, last = #c.days, content.day(c, 1) or "", content.day(c, #c.days) or ""
  return ('<div class="bar" hidden><form autocomplete="off" aria-label="What is shown">\n'
    .. '<label class="days">as of '
    .. '<input type="range" name="position" min="0" max="%d" value="%d" aria-label="Day, in the order of reports">'
    .. '</label>\n<label>day <input type="date" name="day" min="%s" max="%s" aria-label="Day"></label>\n'
    .. '<label>search <input type="search" name="search" size="14" aria-label="Search"></label>\n%s'
    .. '<button type="reset">show all</button>\n<output aria-live="polite"></output>\n</form></div>\n')
    :format(days + 1, days + 1, first, last, chosen:controls())
end

local function days_of(c)
  local list = {}
  for i = 1, #c.days do list[i] = content.day(c, i) end
  return table.concat(list, " ")
end

--- The page of a report, as parts of a text.
---@param c table  the content
---@param given { title: string, lang: string, authors: string[]?, note: string?, made: string?, theme: table? }
---@return string
function page.html(c, given)
  local css, chosen = style.text(given.theme), filters.new(c)
  local body, links = sections_of(c, chosen)
  local title = c.write:text(given.title)
  return table.concat { '<!DOCTYPE html>\n<html lang="', c.write:text(given.lang),
    '">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="', rules(css), '">\n',
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    '<meta name="referrer" content="no-referrer">\n', "<title>", title, "</title>\n<style>", css, "</style>\n</head>\n",
    '<body data-days="', days_of(c), '">\n',
    '<a class="skip" href="#overview">Skip to the overview</a>\n<header>\n<h1>', c.write:words(given.title), "</h1>\n",
    byline(c, given), '</header>\n<nav aria-label="Contents"><ul>\n', links, "\n</ul></nav>\n", controls(c, chosen),
    "<main>\n", body, "</main>\n<footer>Made with Parley. This page needs no network.</footer>\n<script>", script,
    "</script>\n</body>\n</html>\n" }
end

return page
