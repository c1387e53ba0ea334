--- What would mislead: findings about a dataset, each with a way out.
-- Method. Nothing here is an error: the dataset can hold all of it, and its tables show it as it stands. Looked for are
-- sources without a day (their claims are in no view as of a day); days that cannot be: reported after today, or said
-- after the report, as a source dated anew can make it; wholes that do not agree with their parts; amounts without a
-- unit; and parties, people and processes of which two share a name or an alias (upper and lower case, accents and
-- blanks apart). Under a policy or as of a day, what is shown then is looked at.

local core = require "parley.core"
local errors = require "parley.base.errors"

local lint = {}

local COLUMNS = { { "table", "text" }, { "id", "text" }, { "field", "text" }, { "what", "text" },
  { "way_out", "text" } }

--- ## What is looked for

local checks = {}

-- How many claims of each source state no day themselves.
local function undated_claims(ds, info, counts)
  for row in ds:table(info.name):claims():where("reported is nil"):by("source"):count():rows() do
    counts[row.source] = (counts[row.source] or 0) + row.count
  end
end

local function undated_text(count)
  if not count then return "no day of publication" end
  return ("no day of publication: its %s in no view as of a day"):format(count == 1 and "claim is"
    or ("%d claims are"):format(count))
end

function checks.undated_sources(ds, add, infos)
  local counts = {}
  for _, info in ipairs(infos) do undated_claims(ds, info, counts) end
  for id in ds:table("sources"):where("published is nil"):sort("id"):each("id") do
    add("sources", id, "published", undated_text(counts[id]),
      ('ds:claim("sources", "%s", {published = …}, {source = "%s"})'):format(id, id))
  end
end

function checks.days(ds, add, infos)
  local today = require("parley.storage.connection").now(ds.store):sub(1, 10)
  for _, info in ipairs(infos) do
    local claims = ds:table(info.name):claims()
    for row in claims:where(("reported > '%s'"):format(today)):sort("claim"):rows() do
      add(info.name, row.id, "reported", ("claim %d was reported on %s, which has not come"):format(row.claim,
        row.reported), ("correct the day of source '%s', or ds:amend(%d, {reported = …}, reason)"):format(row.source,
        row.claim))
    end
    for row in claims:where("stated > reported"):where("rank <> 'deprecated'"):sort("claim"):rows() do
      add(info.name, row.id, "stated", ("claim %d was said on %s, after the report of %s"):format(row.claim, row.stated,
        row.reported), ("ds:amend(%d, {stated = …}, reason), or correct the day of source '%s'"):format(row.claim,
        row.source))
    end
  end
end

function checks.wholes(ds, add, infos)
  local wholes_and_parts = require "parley.analysis.wholes_and_parts"
  for _, info in ipairs(infos) do
    local clashes = wholes_and_parts.has(info)
      and wholes_and_parts.clashes(ds, info, { day = ds:view().as_of }) or {}
    for _, row in ipairs(clashes) do
      add(info.name, row[2], row[3], ("the whole does not agree with its parts: %s"):format(row[6]),
        ('ds:evidence("%s", "%s", "%s") shows who says so'):format(info.name, row[2], row[3]))
    end
  end
end

-- The columns of a table that give the units of its amounts and measures.
local function unit_columns(info)
  local list = {}
  for _, column in ipairs(info.columns) do
    if column.beside and (column.name == "unit" or column.name == "measure_unit") then list[#list + 1] = column end
  end
  return list
end

local function has_amount(info, quantity)
  local parts = {}
  for _, column in ipairs(info.columns) do
    if column.quantity == quantity then parts[#parts + 1] = column.name .. " is not nil" end
  end
  return table.concat(parts, " or ")
end

function checks.units(ds, add, infos)
  for _, info in ipairs(infos) do
    for _, unit in ipairs(unit_columns(info)) do
      local rows = ds:table(info.name):where(has_amount(info, unit.beside)):where(unit.name .. " is nil")
      for id in rows:sort("id"):each "id" do
        add(info.name, id, unit.name, "an amount without a unit: nobody can say what it adds up with",
          ('ds:claim("%s", "%s", {%s = …}, {source = …})'):format(info.name, id, unit.name))
      end
    end
  end
end

local function called(name) return (core.fold(name):gsub("%s+", " "):match "^ ?(.-) ?$") end

-- What a thing is called: its name and its aliases, each once.
local function names_of(name, aliases)
  local list = {}
  for one in ((name or "") .. ";" .. (aliases or "")):gmatch "[^;]+" do
    local key = called(one)
    if key ~= "" and not list[key] then list[#list + 1], list[key] = key, true end
  end
  return list
end

local NAMED = { "parties", "people", "processes" }

function checks.names(ds, add)
  for _, name in ipairs(NAMED) do
    local first = {}
    local columns = { "id", "name", ds:table_info(name).by_name.aliases and "aliases" }
    for id, own, aliases in ds:table(name):sort("id"):each(table.unpack(columns)) do
      local told = {}
      for _, key in ipairs(names_of(own, aliases)) do
        local other = first[key]
        first[key] = other or id
        if other and not told[other] then
          told[other] = true
          add(name, id, "name", ("'%s' is called the same"):format(other), ("if they are one, claim of '%s' what is "
            .. "known of '%s', have all refer to it, and retract the other"):format(other, id))
        end
      end
    end
  end
end

local ORDER = { "undated_sources", "days", "wholes", "units", "names" }

--- ## Call

--- What would mislead, one finding a row: table, id, field, what, way_out.
---@param ds parley.Dataset
---@return parley.Frame
function lint.of_dataset(ds)
  if not ds.schema.parley then errors.raise("no_claims.file", { call = "lint()" }) end
  local result, infos = {}, require("parley.analysis.claim_rows").tables(ds)
  local function add(...) result[#result + 1] = { ... } end
  ds:ensure_all()
  for _, name in ipairs(ORDER) do checks[name](ds, add, infos) end
  return require("parley.frame.from_rows").lists(COLUMNS, result)
end

return lint
