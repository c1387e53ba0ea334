--- A short cited account of a talk, or of all that lies in a span of time.
-- Method. The rows are those of parley.analysis.brief.coverage. Every value is told with the claims it rests on
-- (parley.analysis.brief.sourcing) as footnotes: one for each place in a source, numbered as they come. A value that
-- rests on weak claims alone, anonymous, relayed or inferred ones, says so in words; an amount or a date on which
-- sources differ says what the others say. What is late is judged by the day the dataset is shown as of; failing that,
-- by the last day asked about; failing that, by the last day any source known to it was published.

local date_words = require "parley.base.date_words"
local cite = require "parley.analysis.cite"
local clashes = require "parley.analysis.brief.clashes"
local core = require "parley.core"
local coverage = require "parley.analysis.brief.coverage"
local errors = require "parley.base.errors"
local demands = require "parley.analysis.brief.demands"
local markup = require "parley.analysis.brief.markup"
local options = require "parley.base.options"
local policy = require "parley.claims.policy"
local prose = require "parley.analysis.brief.footnoted_text"
local references = require "parley.claims.references"
local results = require "parley.analysis.brief.results"
local talks = require "parley.analysis.brief.talks"
local wording = require "parley.analysis.brief.wording"

local brief = {}

local FORMATS = { "markdown", "html", "text" }

-- The head ----------------------------------------------------------------------------------------------------

-- The process, when all talks belong to one.
local function process_of(p, found)
  local id
  for _, row in ipairs(found.talks) do
    if row.process and id and row.process ~= id then return nil end
    id = id or row.process
  end
  return id and p:name("processes", id)
end

local function span_words(given)
  if given.from and given.to then return date_words.noun(given.from) .. " to " .. date_words.noun(given.to) end
  if given.from then return "since " .. date_words.noun(given.from) end
  return given.to and "up to " .. date_words.noun(given.to)
end

local function title_of(p, found, given)
  local process = process_of(p, found)
  if given.talk then
    local row = found.talks[given.talk]
    local name = row and talks.talk_title(p, row) or given.talk
    return process and name .. ", " .. process or name
  end
  local span = span_words(given)
  if not span then return process or "Brief" end
  return process and process .. ", " .. span or wording.capital(span)
end

-- As of when, and under which policy.
local function head(p, found, given)
  p:heading(1, title_of(p, found, given))
  local view, notes = p.ds:view(), {}
  if view.as_of then
    notes[1] = ("As reported by %s."):format(date_words.noun(core.day_text(view.as_of)))
  end
  if view.policy then notes[#notes + 1] = ("Policy: %s."):format(policy.summary(view.policy)) end
  if #notes > 0 then p:paragraph(p:text():say(table.concat(notes, " "))) end
end

-- The day to judge by -------------------------------------------------------------------------------------------

-- The source published last: its last day, and the date as it is written, if that is a day.
local function last_report(ds)
  local latest
  for id, published in ds:table("sources"):where("published is not nil"):sort("id"):each("id", "published") do
    local first, last = core.date(published)
    if type(last) == "number" and (not latest or last > latest.day) then
      local exact = first == last
      latest = { day = last, source = id, text = exact and published or core.day_text(last), exact = exact }
    end
  end
  return latest
end

local function judging_day(p, last)
  local as_of = p.ds:view().as_of
  if as_of then return { day = as_of, shown = true } end
  if last then return { day = last } end
  if p.last_report == nil then p.last_report = last_report(p.ds) or false end
  return p.last_report or nil
end

-- Sources ---------------------------------------------------------------------------------------------------------

-- The sources that are cited, by id.
local function described(ds, notes)
  local found, by_id = {}, {}
  for _, note in ipairs(notes) do
    if not found[note.source] then
      found[note.source], found[#found + 1] = { places = {}, seen = {} }, note.source
    end
  end
  for _, source in ipairs(cite.sources(ds, found)) do by_id[source.id] = source end
  return by_id
end

-- A title as it is written; one in square brackets is the coder's own.
local function title_words(title)
  if not title then return "Untitled" end
  return title:find "^%[.*%]$" and title or "“" .. title .. "”"
end

-- The source in full where it is first cited.
local function full_note(p, source, note)
  local text, where = p:text(), {}
  where[1] = source.outlet
  where[#where + 1] = source.published and date_words.noun(source.published) or "undated"
  where[#where + 1] = note.locator
  text:say((source.author and source.author .. ": " or "") .. title_words(source.title) .. ". ")
  text:say(wording.capital(table.concat(where, ", ")) .. ".")
  if source.url then
    text:say " "
    text[#text + 1] = { source.url, link = source.url }
  end
  if source.licence then
    text:say(" Terms: " .. prose.unstopped(source.licence) .. ".")
    if not source.url and source.licence:lower():find "link" then
      text:say " No address is recorded: add the link before publishing."
    end
  end
  return text
end

local function short_note(p, first, note)
  return p:text():say(("As note %d%s."):format(first, note.locator and ", " .. note.locator or ""))
end

local function add_notes(p, ds)
  local notes = p.sources.notes
  if #notes == 0 then return end
  local sources, first = described(ds, notes), {}
  p:heading(2, "Sources")
  for number, note in ipairs(notes) do
    local known, source = first[note.source], sources[note.source] or { id = note.source, title = note.source }
    first[note.source] = known or number
    local text = known and short_note(p, known, note) or full_note(p, source, note)
    p.blocks[#p.blocks + 1] = { kind = "note", number = number, pieces = text:pieces() }
  end
end

-- The account -----------------------------------------------------------------------------------------------------

local SOURCED = { "talks", "participants", "documents", "demands", "responses", "outcomes", "deliveries",
  "statements" }

local function load_sources(p, found)
  for _, name in ipairs(SOURCED) do
    local ids = {}
    for i, row in ipairs(found[name]) do ids[i] = row.id end
    p.sources:load(name, ids)
  end
end

--- The account as blocks of pieces (parley.analysis.brief.markup), for those who write them otherwise; without the list
--- of sources, since each value tells its own.
---@param ds parley.Dataset
---@param given { talk: string?, from: string?, to: string? }
---@param p parley.Prose?  of an account told before, whose names, sources and ledger serve again
---@return table[] blocks, parley.Prose p
function brief.blocks(ds, given, p)
  local found, last = coverage.of(ds, given)
  p = p or prose.new(ds)
  p.blocks = {}
  load_sources(p, found)
  head(p, found, given)
  local before, day = #p.blocks, judging_day(p, last)
  talks.talks(p, found, given, day)
  talks.participants(p, found, day)
  demands.documents(p, found)
  demands.demands(p, found)
  results.outcomes(p, found)
  results.due(p, found, day)
  clashes.tell(p, found)
  if #p.blocks == before then p:paragraph(p:text():say "Nothing is recorded.") end
  return p.blocks, p
end

-- A name for the anchors of an HTML fragment.
local function prefix_of(given)
  local name = given.talk or table.concat({ given.from or "", given.to or "" }, "-")
  return "brief-" .. name:gsub("[^%w-]", "-")
end

--- A short account with footnotes, as text.
---@param ds parley.Dataset
---@param given { talk: string?, from: string?, to: string?, format: "markdown"|"html"|"text"|nil }?
---@return string
function brief.of_dataset(ds, given)
  given = options.check(given, "brief{}", { "talk", "from", "to", "format" })
  if not ds.schema.parley then
    errors.raise "no_claims.brief"
  end
  local format = options.one_of(given.format, FORMATS, { key = "brief_format" }) or "markdown"
  references.id(ds, "talks", given.talk)
  local blocks, p = brief.blocks(ds, given)
  add_notes(p, ds)
  return markup[format](blocks, prefix_of(given))
end

return brief
