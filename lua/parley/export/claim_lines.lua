--- The claims of a table as lines of a dump, which git merges: one a claim, by thing, and within it by content id.
-- No key is in them. Of claims about one thing it matters which came first: that is when they were taken in, of those
-- of one second (`turn`) their number where it is not the order of their content ids, and `after` a later time where a
-- claim has its place behind one that was taken in later. A claim that another one restates or decides for says the
-- beginning of its content id, by which that one names it. An import is the time of its first claim. An empty line
-- stands between things, so that git sees what was added to two of them apart.

local claim_fields = require "parley.claims.claim_fields"
local claim_lookup = require "parley.storage.statements.claim_lookup"
local content_ids = require "parley.claims.content_ids"
local dumped_claims = require "parley.storage.statements.dumped_claims"
local luadata = require "parley.export.luadata"
local schema = require "parley.storage.schema"

local claim_lines = {}

local literal, concat = luadata.literal, table.concat

--- Provenance as it stands in lines without keys: what names other claims is text.
claim_lines.texts = { "content", "after", "import", "restates", "decides" }

local LABEL <const> = 16

-- How many values are kept written out.
local MOST_KNOWN <const> = 5000

-- Keys, and what is made of places.
local ASIDE = { key = true, entry = true }

--- { a = 1, b = "x" } of the columns that have a value.
---@param columns string[]
---@param names string[]  as the row calls them
---@param row table
---@return string
function claim_lines.fields(columns, names, row)
  local parts = {}
  for i, column in ipairs(columns) do
    local value = row[names[i]]
    if value ~= nil then parts[#parts + 1] = column .. " = " .. literal(value) end
  end
  return #parts > 0 and "{ " .. concat(parts, ", ") .. " }" or "{}"
end

--- What imports are called: the time of their first claim; of several of one second, with a number.
---@param ds parley.Dataset
---@return table<integer, string>
function claim_lines.imports(ds)
  local infos, names, last, n = {}, {}, nil, 1
  for _, info in ipairs(schema.tables(ds.schema)) do infos[#infos + 1] = info.claims and info or nil end
  for number, at in dumped_claims.imports(ds.store, infos) do
    n = at == last and n + 1 or 1
    last, names[number] = at, n == 1 and at or ("%s/%d"):format(at, n)
  end
  return names
end

-- The same as a function of rows: most values of provenance come again and again, and are written out once.
local function new_writer(columns)
  local known, n, heads = {}, 0, {}
  for i, column in ipairs(columns) do known[i], heads[i] = {}, column .. " = " end
  return function(row)
    local parts, count = {}, 0
    for i = 1, #columns do
      local value = row[columns[i]]
      if value ~= nil then
        local text = known[i][value]
        if not text or math.type(value) then
          text = heads[i] .. literal(value)
          n = n + 1
          if n > MOST_KNOWN then n, known[i] = 0, {} end
          known[i][value] = text
        end
        count = count + 1
        parts[count] = text
      end
    end
    return "{ " .. concat(parts, ", ") .. " }"
  end
end

local function place(row) return row.entry or row.claim end
local function by_place(a, b)
  if place(a) ~= place(b) then return place(a) < place(b) end
  return a.claim < b.claim
end
local function by_content(a, b) return a.content_id < b.content_id end

-- Numbers claims of one second, from `first` to `last`, unless they stand in the order of their ids.
local function number(rows, first, last)
  local sorted = true
  for i = first + 1, last do sorted = sorted and rows[i - 1].content_id < rows[i].content_id end
  if sorted then return end
  for i = first, last do rows[i].turn = i - first + 1 end
end

-- What tells in which order the claims about a thing have their places.
local function tell_order(rows)
  table.sort(rows, by_place)
  local time, first = "", 1
  for i, row in ipairs(rows) do
    local at = row.recorded_at or ""
    if at > time then
      number(rows, first, i - 1)
      time, first = at, i
    end
    row.after = at < time and time or nil
  end
  number(rows, first, #rows)
end

-- What a claim is called that is named by one about the same thing; where renames are, all are known.
local function label(state, key)
  local id = key and state.ids.by_key[key]
  return id and id:sub(1, LABEL) or nil
end

local function put_thing(state, rows)
  if #rows > 1 then
    for _, row in ipairs(rows) do row.content_id = state.ids:add(state.info, row) end
    tell_order(rows)
    table.sort(rows, by_content)
  elseif state.named[rows[1].claim] then
    state.ids:add(state.info, rows[1])
  end
  local head = ("claim(%s, %s, "):format(literal(state.info.name), literal(rows[1].id))
  local plan, lines = state.plan, {}
  for i, row in ipairs(rows) do
    row.content = state.named[row.claim] and label(state, row.claim) or nil
    row.restates, row.decides = label(state, row.restates), label(state, row.decides)
    row.import = row.import and state.imports[row.import]
    lines[i] = head .. claim_lines.fields(plan.values, plan.value_names, row) .. ", "
      .. state.says_who(row) .. ")\n"
  end
  state.write((state.any and "\n" or "") .. concat(lines))
  state.any = true
end

-- Names of provenance in the order in which they are written.
local function provenance_names(plan)
  local names = { "content" }
  for _, name in ipairs(plan.provenance) do
    if not ASIDE[name] then names[#names + 1] = name end
  end
  return table.move({ "turn", "after" }, 1, 2, #names + 1, names)
end

--- Writes the claims of a table.
---@param ds parley.Dataset
---@param info table
---@param write fun(text: string)
---@param count fun()
---@param imports table<integer, string>
function claim_lines.write(ds, info, write, count, imports)
  local plan, ids = claim_fields(info), content_ids.new(ds.store)
  local state = { info = info, plan = plan, ids = ids, write = write, imports = imports,
    named = dumped_claims.named(ds.store, info), says_who = new_writer(provenance_names(plan)) }
  -- of claims that are alike the first one by its key has the plain id; a rename reaches over to another thing
  if claim_lookup.renames(ds.store, info)() then
    for _ in ids:each(info) do count() end
  end
  local rows = {}
  for row in dumped_claims.by_thing(ds.store, info, plan.names, plan.types) do
    count()
    if #rows > 0 and rows[1].id ~= row.id then
      put_thing(state, rows)
      rows = {}
    end
    rows[#rows + 1] = content_ids.own_day(row)
  end
  if #rows > 0 then put_thing(state, rows) end
end

return claim_lines
