--- Claims as statements of FollowTheMoney: one for each value that a claim gives, with its source as the dataset.
-- The id is made as FollowTheMoney makes it, of dataset, entity, property and value. What was judged the same has one
-- canonical id. The value is in their form, and the original one as it stands in the claim.

local errors = require "parley.base.errors"
local from_rows = require "parley.frame.from_rows"
local identities = require "parley.analysis.identities"
local item_lists = require "parley.base.item_lists"
local mapping = require "parley.coding.ftm_mapping"
local notes = require "parley.base.notes"
local options = require "parley.base.options"
local public_call = require "parley.base.public_call"
local records = require "parley.base.records"
local sha1 = require "parley.base.sha1"

local statements = {}

-- In their order.
statements.COLUMNS = { { "canonical_id", "text" }, { "entity_id", "text" }, { "prop", "text" }, { "prop_type", "text" },
  { "schema", "text" }, { "value", "text" }, { "dataset", "text" }, { "origin", "text" }, { "lang", "text" },
  { "original_value", "text" }, { "external", "boolean" }, { "first_seen", "text" }, { "last_seen", "text" },
  { "id", "text" } }

--- The id of a statement.
---@return string
function statements.id(dataset, entity, prop, value)
  return sha1.hex(("%s.%s.%s.%s"):format(dataset, entity, prop, value))
end

-- Ids of things by their tables: what is one has that which sorts first.
local function canonical_ids(ds)
  local ids = {}
  for _, cluster in ipairs(ds.schema.by_name.identities and identities.of(ds) or {}) do
    for _, id in ipairs(#cluster.contradictions == 0 and cluster.ids or {}) do
      ids[cluster.table .. "\0" .. id] = cluster.ids[1]
    end
  end
  return ids
end

-- A day, month or year as they take it; nil where a side of a span is open or unknown.
local function plain_date(text)
  local date = text and text:match "^(%d%d%d%d[%d-]*)[?~%%]?$"
  return date
end

local function first_and_last(span)
  local first, last = span:match "^(.-)/(.*)$"
  if not first then return plain_date(span), plain_date(span) end
  return plain_date(first), plain_date(last)
end

-- Calls `add(prop, type, value, original)` for each value of a claim.
local function each_value(entry, claim, add)
  add("id", "id", claim.id, nil)
  for _, property in ipairs(entry.properties) do
    local value = claim[property.column]
    if value ~= nil and property.several then
      for _, one in ipairs(item_lists.written(value)) do add(property.prop, property.type, one, nil) end
    elseif value ~= nil then
      add(property.prop, property.type, value, nil)
    end
  end
  local span = entry.span and claim[entry.span]
  if not span then return end
  local first, last = first_and_last(span)
  if first then add("startDate", "date", first, span) end
  if last then add("endDate", "date", last, span) end
end

local function add_claim(out, entry, claim, canonical, seen)
  local dataset, day = claim.source, claim.reported and claim.reported:match "^%d%d%d%d%-%d%d%-%d%d$"
  each_value(entry, claim, function(prop, kind, value, original)
    local id = statements.id(dataset, claim.id, prop, value)
    local before = seen[id]
    if before then          -- said again: from its first day to its last
      if day and (not before[12] or day < before[12]) then before[12] = day end
      if day and (not before[13] or day > before[13]) then before[13] = day end
      return
    end
    local row = { canonical[entry.name .. "\0" .. claim.id] or claim.id, claim.id, prop, kind, entry.schema, value,
      dataset, claim.coder, nil, original, false, day, day, id }
    seen[id], out[#out + 1] = row, row
  end)
end

-- How many claims in force are about what FollowTheMoney has no word for.
local function left_out(ds)
  local count = 0
  for _, name in ipairs(ds.schema.names) do
    local info = ds:table_info(name)
    local is_told = mapping.by_name[name] or name == "sources" or name == "identities"
    if info.claims and not is_told then count = count + ds:table(name):claims():count() end
  end
  return count
end

--- The statements of a dataset.
---@param ds parley.Dataset
---@return parley.Frame
function statements.of_dataset(ds, given)
  options.check(given, "ftm_statements()", {})
  if not ds.schema.parley then errors.raise("no_claims.file", { call = "ftm_statements()" }) end
  local out, canonical, seen = {}, canonical_ids(ds), {}
  for _, entry in ipairs(mapping.tables) do
    for _, claim in public_call.each(ds:table(entry.name):claims():sort("claim"):all()) do
      if claim.polarity ~= "denied" then add_claim(out, entry, claim, canonical, seen) end
    end
  end
  local f, others = from_rows.lists(statements.COLUMNS, out), left_out(ds)
  return others > 0 and notes.add(f, notes.new("left_out.statements", others)) or f
end

--- ## In

local TEXTS = { "entity_id", "canonical_id", "dataset", "value", "original_value", "origin", "first_seen" }

-- A file whose ids are all digits gives numbers.
local function as_texts(row)
  for _, name in ipairs(TEXTS) do row[name] = row[name] ~= nil and tostring(row[name]) or nil end
  return row
end

-- Statements of one entity by one dataset and day: what one claim says.
local function grouped(rows)
  local groups, by_key = {}, {}
  for _, given in public_call.each(rows) do
    local row = as_texts(records.copy_of(given))
    local key = table.concat({ row.dataset or "", row.entity_id, row.first_seen or "", row.origin or "" }, "\0")
    local group = by_key[key]
    if not group then
      group = { rows = {}, id = row.entity_id, schema = row.schema, source = row.dataset, coder = row.origin,
        reported = row.first_seen and row.first_seen:sub(1, 10), canonical = row.canonical_id }
      by_key[key], groups[#groups + 1] = group, group
    end
    table.insert(group.rows, row)
  end
  return groups
end

local function property_of(entry, prop)
  for _, property in ipairs(entry.properties) do
    if property.prop == prop then return property end
  end
end

-- A span of what stands as its first and its last day; as it was written, where that is told.
local function span_of(first, last)
  local original = (first or last).original_value
  if original then return original end
  if first and last and first.value == last.value then return first.value end
  return ("%s/%s"):format(first and first.value or "", last and last.value or "")
end

-- What a group says as the values of a row; how many of its statements have no column.
local function values_of(info, entry, group)
  local values, aliases, unread, ends = {}, {}, 0, {}
  for _, row in ipairs(group.rows) do
    local property = property_of(entry, row.prop)
    local column = property and info.by_name[property.column] and property.column
    if entry.span and (row.prop == "startDate" or row.prop == "endDate") then
      ends[row.prop] = row
    elseif column == "aliases" or column == "name" and values.name then
      aliases[#aliases + 1] = row.value
    elseif column and values[column] == nil then
      values[column] = row.value
    elseif row.prop ~= "id" then
      unread = unread + 1
    end
  end
  if ends.startDate or ends.endDate then values[entry.span] = span_of(ends.startDate, ends.endDate) end
  if #aliases > 0 then values.aliases = table.concat(aliases, "; ") end
  return values, unread
end

local function need_source(ds, writing, group, source)
  local id = source or group.source
  if not ds:table("sources"):where("id = ?", id):first() then writing.add(ds, "sources", { id = id, label = id }) end
  return id
end

local function take_group(ds, entry, group, given, report)
  local writing, info = require "parley.claims.writing", ds:table_info(entry.name)
  local values, unread = values_of(info, entry, group)
  report.unread = report.unread + unread
  local by = { source = need_source(ds, writing, group, given.source), coder = given.coder or group.coder,
    reported = group.reported }
  local is_known = ds:table(entry.name):where("id = ?", group.id):first() ~= nil
  if is_known and next(values) == nil then return end
  if is_known then writing.claim(ds, entry.name, group.id, values, by) else
    values.id = group.id
    writing.add(ds, entry.name, values, by)
  end
  report.claims = report.claims + 1
end

local function judge_canonical(ds, groups, report)
  local judging, seen = require "parley.claims.judging", {}
  for _, group in ipairs(groups) do
    local entry, key = mapping.by_schema[group.schema], group.id .. "\0" .. (group.canonical or group.id)
    local other = group.canonical and group.canonical ~= group.id and not seen[key] and entry
      and ds:table(entry.name):where("id = ?", group.canonical):first()
    if other then
      judging.judge(ds, group.id, group.canonical, "same", "FollowTheMoney: one canonical id", { table = entry.name })
      report.judgements = report.judgements + 1
    end
    seen[key] = true
  end
end

local function take_all(ds, rows, given, report)
  local groups = grouped(rows)
  for _, entry in ipairs(mapping.tables) do
    for _, group in public_call.each(groups) do
      if mapping.by_schema[group.schema] == entry then take_group(ds, entry, group, given, report) end
    end
  end
  for _, group in ipairs(groups) do
    if not mapping.by_schema[group.schema] then report.unread = report.unread + #group.rows end
  end
  judge_canonical(ds, groups, report)
end

local NEEDED = { "entity_id", "prop", "schema", "value", "dataset" }

--- Takes statements in.
---@param ds parley.Dataset
---@param rows parley.Frame|parley.Query
---@param given table?
---@return table report
function statements.import(ds, rows, given)
  given = options.check(given, "import_ftm()", { "source", "coder" })
  local meta = getmetatable(rows)
  local name = type(meta) == "table" and meta.__name
  if name ~= "parley.Frame" and name ~= "parley.Query" then
    errors.raise("bad_type.ftm_rows", { got = name or type(rows) })
  end
  local known = {}
  for _, column in ipairs(rows:columns()) do known[column] = true end
  for _, column in ipairs(NEEDED) do
    if not known[column] then errors.raise("no_column.ftm", { name = column }) end
  end
  local report = { read = rows:count(), claims = 0, judgements = 0, unread = 0 }
  require("parley.claims.transactions").run(ds, take_all, ds, rows:all(), given, report)
  return report
end

return statements
