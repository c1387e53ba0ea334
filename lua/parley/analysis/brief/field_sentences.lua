--- Reading aloud: how the fields of a row are said in a sentence, with what stands behind them.

local prose = require "parley.analysis.brief.footnoted_text"
local sourcing = require "parley.analysis.brief.sourcing"
local wording = require "parley.analysis.brief.wording"

local sentences = {}

-- Says " <before><value>" where a row has a value, with what stands behind it.
function sentences.add(p, text, name, row, field, before, words)
  if row[field] == nil then return false end
  text:say(before):value(words or prose.unstopped(tostring(row[field])), p:fact(name, row, field))
  return true
end

-- The same as a sentence of its own.
function sentences.sentence(p, text, name, row, field, before, words)
  if sentences.add(p, text, name, row, field, " " .. before, words) then text:say "." end
end

--- What a row says, as a sentence.
---@param p parley.Prose
---@param text parley.Text
---@param name string
---@param row table
function sentences.tell_text(p, text, name, row)
  sentences.sentence(p, text, name, row, "text", "", row.text and wording.capital(prose.unstopped(row.text)))
end

--- What is measured, with its unit, as a sentence, and what others say of it.
---@param p parley.Prose
---@param text parley.Text
---@param name string
---@param row table
function sentences.tell_measure(p, text, name, row)
  local fact = p:fact(name, row, "measure_best")
  if not fact then return end
  local unit = row.measure_unit and p:fact(name, row, "measure_unit")
  local together = unit and sourcing.together(fact, unit)
  text:say " It comes to "
    :value(prose.amount(fact.shown, together and row.measure_unit or nil), fact)
  if unit and not together then text:value(" " .. row.measure_unit, unit) end
  sentences.otherwise(p, text, name, fact)
  text:say "."
end

function sentences.quoted(text) return text and "“" .. text .. "”" end

--- "(one source says 12,000)": what others say of an amount or a date.
---@param p parley.Prose
---@param text parley.Text
---@param name string
---@param fact table?
---@param words table<string, string>?  how a value is said, where its label would not read
function sentences.otherwise(p, text, name, fact, words)
  if not fact or #fact.others == 0 then return end
  text:say " ("
  for i, other in ipairs(fact.others) do
    local is_other = fact.shown.hull or sourcing.others(other.claims, fact) > 0
    local n = is_other and sourcing.count(other.claims) or 0
    local who = n == 0 and "also given as " or wording.count(n, "source") .. (n == 1 and " says " or " say ")
    local said = words and words[other.reading.text] or p:reading(name, fact.unit, other.reading)
    text:say((i > 1 and "; " or "") .. who .. said):mark(other)
  end
  text:say ")"
end

--- "(denied by two sources)": that others say it is not so.
---@param text parley.Text
---@param fact table?
function sentences.denied(text, fact)
  if not fact or #fact.denials == 0 then return end
  text:say(" (denied by " .. wording.count(sourcing.count(fact.denials), "source"))
  text:mark({ claims = fact.denials }):say ")"
end

-- Rows by the value of a column; those without one under `missing`, if it is given.
function sentences.grouped(rows, column, missing)
  local groups = {}
  for _, row in ipairs(rows) do
    local key = row[column] or missing
    if key then
      groups[key] = groups[key] or {}
      table.insert(groups[key], row)
    end
  end
  return groups
end

function sentences.by_date(a, b)
  local first, second = prose.day(a.date), prose.day(b.date)
  if first ~= second then return first < second end
  return a.id < b.id
end

return sentences
