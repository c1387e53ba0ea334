--- ds:report(path, {…}): a dataset as one page of HTML that needs no network: what it takes, and how it is saved.

local claim_rows = require "parley.analysis.claim_rows"
local content = require "parley.report.content"
local core = require "parley.core"
local dates = require "parley.base.dates"
local errors = require "parley.base.errors"
local files = require "parley.base.files"
local options = require "parley.base.options"
local page = require "parley.report.page"
local progress = require "parley.report.progress"
local references = require "parley.claims.references"

local report = {}

local KNOWN = { "title", "authors", "note", "lang", "tables", "talks", "from", "to", "as_of", "pictures", "theme",
  "redactions", "made" }

-- Options ---------------------------------------------------------------------------------------------------

local function text_of(given, name)
  local value = given[name]
  if value ~= nil and type(value) ~= "string" then
    errors.raise("bad_type.report_text", { name = name, got = type(value) })
  end
  return value
end

-- A list of texts; one text stands for a list of one.
local function list_of(given, name)
  local value = given[name]
  if value == nil then return nil end
  if type(value) == "string" then return { value } end
  if type(value) ~= "table" or #value == 0 then
    errors.raise("bad_type.report_list", { name = name, got = type(value) })
  end
  for _, item in ipairs(value) do
    if type(item) ~= "string" then errors.raise("bad_type.report_list", { name = name, got = type(item) }) end
  end
  return value
end

local function each_one_of(list, known, what)
  for _, item in ipairs(list or {}) do options.one_of(item, known, what) end
  return list
end

local function each_is(ds, list, name)
  for _, id in ipairs(list or {}) do references.id(ds, name, id) end
  return list
end

-- The title of a dataset that is of one process is the name of that.
local function title_of(ds)
  local names = {}
  for name in ds:table("processes"):sort("id"):each "name" do names[#names + 1] = name end
  return #names == 1 and names[1] or "Talks, demands and outcomes"
end

local function pictures_of(given)
  if given.pictures == false then return {} end
  local kinds = require("parley.pictures.dataset_plot").KINDS
  local known = {}
  for _, kind in ipairs(kinds) do if kind ~= "evidence" then known[#known + 1] = kind end end
  return each_one_of(list_of(given, "pictures"), known, { key = "picture_kind" }) or { "timeline" }
end

local function check(ds, given)
  given = options.check(given, "report(path, {})", KNOWN)
  local asked = { lang = text_of(given, "lang") or "en", note = text_of(given, "note"), made = text_of(given, "made"),
    theme = given.theme, authors = list_of(given, "authors"), pictures = pictures_of(given), from = given.from,
    to = given.to }
  for _, name in ipairs { "from", "to" } do
    if given[name] ~= nil then dates.days(given[name], options.of("report{}", name)) end
  end
  if given.theme ~= nil and type(given.theme) ~= "table" then
    errors.raise("bad_type.report_list", { name = "theme", got = type(given.theme) })
  end
  asked.tables = each_one_of(list_of(given, "tables"), select(2, claim_rows.tables(ds)), { key = "claims_table" })
  asked.talks = each_is(ds, list_of(given, "talks"), "talks")
  asked.redactions = each_is(ds, list_of(given, "redactions"), "sources")
  asked.title = text_of(given, "title") or title_of(ds)
  return asked
end

-- The page --------------------------------------------------------------------------------------------------

local function by_date(a, b)
  local mine = a.row.date and core.date(a.row.date) or math.maxinteger
  local others = b.row.date and core.date(b.row.date) or math.maxinteger
  if mine ~= others then return mine < others end
  return a.id < b.id
end

--- The page as text. Options as in Dataset:report.
---@param ds parley.Dataset
---@param given table?
---@return string
function report.text(ds, given)
  ds:check_open()
  if not ds.schema.parley then errors.raise("no_claims.file", { call = "report()" }) end
  if type(given) == "table" and given.as_of ~= nil then ds = ds:as_of(given.as_of) end
  local asked = check(ds, given)
  local c = content.of(ds, asked)
  c.pictures, c.progress = asked.pictures, progress.new()
  function c.day(position) return content.day(c, position) end
  c.talks = table.move(c.by_name.talks.things, 1, #c.by_name.talks.things, 1, {})
  table.sort(c.talks, by_date)
  local html = page.html(c, asked)
  local left = c.leak and c.leak(html)
  if left then errors.raise("misuse.report_redaction", { name = left }) end
  return html
end

-- Files -----------------------------------------------------------------------------------------------------

--- Writes the page beside its name, which it takes at the end: one who is stopped leaves the old file.
---@param ds parley.Dataset
---@param path string
---@param given table?
---@return true? ok, string? message, string? code
function report.save(ds, path, given)
  if type(path) ~= "string" or path == "" or path:find("\0", 1, true) then errors.raise "bad_argument.report_path" end
  if not path:lower():find "%.html?$" then errors.raise("bad_argument.report_extension", { path = path }) end
  local text = report.text(ds, given)
  if not (io and os) then errors.raise "bad_argument.save_without_io" end
  return files.replace(path, text)
end

return report
