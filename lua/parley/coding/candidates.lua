--- Pairs of things that may be one, likeliest first.
-- Method. The names and aliases of a table are brought into plain letters (parley.coding.name_forms); names that share
-- a key are held against each other (name_blocks) by how alike they are (name_likeness), and the likest names of two
-- things count. Score = .7 × (likeness - .7) / .3 for the names, plus the shares of what else is known of both
-- (likeness_reasons), from 0 to 1; ids of other datasets decide. Pairs that have been judged are left out.

local errors = require "parley.base.errors"
local from_rows = require "parley.frame.from_rows"
local identities = require "parley.analysis.identities"
local item_lists = require "parley.base.item_lists"
local judged_pairs = require "parley.claims.judged_pairs"
local likeness_reasons = require "parley.coding.likeness_reasons"
local name_blocks = require "parley.coding.name_blocks"
local name_forms = require "parley.coding.name_forms"
local name_likeness = require "parley.coding.name_likeness"
local notes = require "parley.base.notes"
local options = require "parley.base.options"
local public_call = require "parley.base.public_call"

local candidates = {}

local LIMIT <const> = 10000
local LEAST <const>, OF_NAMES <const>, LEAST_LIKE <const> = 0.4, 0.7, 0.7

local COLUMNS = { { "left", "text" }, { "right", "text" }, { "left_name", "text" }, { "right_name", "text" },
  { "score", "number" }, { "names", "number" }, { "reasons", "text" } }

--- ## What there is

local function named_table(ds, name)
  if type(name) ~= "string" then errors.raise("bad_type.candidates_table", { got = type(name) }) end
  local info = ds:table_info(name) or errors.raise("no_table.table", { name = name, known = ds.schema.names })
  if not (info.by_name.id and info.by_name.name) then errors.raise("no_column.candidates_name", { table = name }) end
  return info
end

-- The columns that name a thing: of the codebook, and the user's own such as name_uk and native_name.
local function name_columns(info)
  local names = {}
  for _, column in ipairs(info.columns) do
    local names_it = column.name == "name" or column.name == "aliases" or column.name:find "^name_"
      or column.name:find "_name$"
    if names_it and column.type == "text" and not column.references then names[#names + 1] = column.name end
  end
  return names
end

-- The rows with what is asked of them.
local function rows_of(ds, info, columns)
  local wanted = { "id" }
  for _, name in ipairs(columns) do wanted[#wanted + 1] = name end
  for _, name in ipairs { "parent", "kind" } do
    if info.by_name[name] then wanted[#wanted + 1] = name end
  end
  table.move(likeness_reasons.external(info), 1, #likeness_reasons.external(info), #wanted + 1, wanted)
  return ds:table(info.name):select(table.unpack(wanted)):sort("id"):all()
end

-- Forms of all names, and to which row each belongs.
local function forms_of(rows, columns)
  local forms, owners = {}, {}
  for at, row in public_call.each(rows) do
    local seen = {}
    for _, name in ipairs(columns) do
      for _, text in ipairs(item_lists.written(row[name])) do
        if not seen[text] then
          forms[#forms + 1], owners[#owners + 1], seen[text] = name_forms.of(text), at, true
        end
      end
    end
  end
  return forms, owners
end

--- ## Pairs

-- The likest names of each two rows: row * count + row -> { likeness, a, b, seen }.
local function likest(forms, owners, count)
  local best, steps = {}, 0
  name_blocks.each(forms, function(a, b)
    local left, right = owners[a], owners[b]
    if left == right then return end
    steps = steps + 1
    if steps % 1024 == 0 then public_call.check() end
    local likeness = name_likeness.of(forms[a], forms[b])
    if likeness <= LEAST_LIKE then return end
    if right < left then left, right, a, b = right, left, b, a end
    local key = left * (count + 1) + right
    local known = best[key]
    if not known or known.likeness < likeness
      or known.likeness == likeness and (a < known.a or a == known.a and b < known.b) then
      best[key] = { likeness = likeness, a = a, b = b, left = left, right = right }
    end
  end)
  return best
end

-- Rows that share an id of another dataset, whatever they are called.
local function add_same_ids(best, rows, columns)
  for _, name in ipairs(columns) do
    local first = {}
    for at, row in public_call.each(rows) do
      local value = row[name]
      local other = value ~= nil and first[value]
      if value ~= nil then first[value] = other or at end
      local key = other and other * (#rows + 1) + at
      if other and not best[key] then best[key] = { likeness = 0, left = other, right = at } end
    end
  end
end

--- ## Scores

local function clamped(x) return math.min(1, math.max(0, x)) end

local function rounded(x) return math.floor(x * 1000 + 0.5) / 1000 end

local function signed(share) return ("%s%.2f"):format(share < 0 and "-" or "+", math.abs(share)) end

local SEEN = { { "script", "in two alphabets" }, { "initial", "by an initial" }, { "order", "in another order" },
  { "patronymic", "one without a patronymic" }, { "vowels", "with other vowels or endings" } }

local function name_reason(pair, forms, share)
  local parts = { ("%s ~ %s %.2f"):format(forms[pair.a].text, forms[pair.b].text, pair.likeness) }
  local seen = name_likeness.seen(forms[pair.a], forms[pair.b])
  for _, entry in ipairs(SEEN) do
    if seen[entry[1]] then parts[#parts + 1] = entry[2] end
  end
  return ("%s %s"):format(table.concat(parts, ", "), signed(share))
end

local function name_share(pair)
  return pair.likeness > 0 and OF_NAMES * (pair.likeness - LEAST_LIKE) / (1 - LEAST_LIKE) or 0
end

-- The score of a pair.
local function score_of(pair, found)
  local a, b = found.rows[pair.left], found.rows[pair.right]
  local sum, list = name_share(pair), likeness_reasons.of(found.known, a, b)
  for i = 1, list and #list or 0, 2 do sum = sum + likeness_reasons.SHARES[list[i]] end
  local verdict = found.ids[1] and likeness_reasons.by_ids(found.ids, a, b)
  if verdict == "same" then return math.max(clamped(sum), likeness_reasons.SAME_ID) end
  return verdict and math.min(clamped(sum), likeness_reasons.OTHER_ID) or clamped(sum)
end

-- Its reasons, each with its share.
local function reasons_of(pair, found)
  local a, b = found.rows[pair.left], found.rows[pair.right]
  local told = { pair.likeness > 0 and name_reason(pair, found.forms, name_share(pair)) or nil }
  local list = likeness_reasons.of(found.known, a, b) or {}
  for i = 1, #list, 2 do
    told[#told + 1] = ("%s %s"):format(likeness_reasons.WORDS[list[i]]:format(list[i + 1]),
      signed(likeness_reasons.SHARES[list[i]]))
  end
  local verdict, column = likeness_reasons.by_ids(found.ids, a, b)
  if verdict then
    told[#told + 1] = verdict == "same" and ("the same %s, %s"):format(column, a[column])
      or ("%s differs, %s and %s"):format(column, a[column], b[column])
  end
  return table.concat(told, "; ")
end

-- The pairs that somebody has judged, by the ids of their judgements; nil: none.
local function judged(ds, given)
  if given.judged or not ds.schema.parley then return nil end
  local set = {}
  for _, one in ipairs(identities.judgements(ds)) do set[one.id] = true end
  return next(set) and set
end

-- The pairs that score enough.
local function chosen(ds, info, best, found, given)
  local list, passed, least = {}, judged(ds, given), given.least or LEAST
  for _, pair in pairs(best) do
    local a, b = found.rows[pair.left].id, found.rows[pair.right].id
    if not passed or not passed[judged_pairs.id(info.name, a, b)] then
      pair.score = score_of(pair, found)
      if pair.score >= least then list[#list + 1] = pair end
    end
  end
  return list
end

-- Likeliest first, then by their ids, as the rows are: sorted by one integer each, since there may be many.
local function in_order(list, best, count)
  local keys, places = {}, {}
  for i, pair in ipairs(list) do
    keys[i] = (1000 - math.floor(pair.score * 1000 + 0.5)) << 52 | pair.left << 26 | pair.right
  end
  table.sort(keys)
  for i, key in public_call.each(keys) do
    places[i] = best[(key >> 26 & (1 << 26) - 1) * (count + 1) + (key & (1 << 26) - 1)]
  end
  return places
end

local function listed(list, found, limit)
  local lines = {}
  for i = 1, math.min(#list, limit) do
    local pair = list[i]
    local a, b = found.rows[pair.left], found.rows[pair.right]
    if i % 256 == 0 then public_call.check() end
    lines[i] = { a.id, b.id, a.name, b.name, rounded(pair.score), rounded(pair.likeness), reasons_of(pair, found) }
  end
  return lines
end

local function check(given)
  given = options.check(given, "candidates()", { "least", "limit", "judged" })
  local least = given.least
  if least ~= nil and not (type(least) == "number" and least >= 0 and least <= 1) then
    errors.raise("bad_argument.candidates_least", { got = tostring(least) })
  end
  if given.limit ~= nil then options.whole_number(given.limit, options.of("candidates()", "limit")) end
  options.switch(given.judged, "judged")
  return given
end

--- Pairs of a table's things that may be one.
---@param ds parley.Dataset
---@param name string
---@param given { least: number?, limit: integer?, judged: boolean? }?
---@return parley.Frame
function candidates.of_dataset(ds, name, given)
  given = check(given)
  local info = named_table(ds, name)
  local columns = name_columns(info)
  local rows = rows_of(ds, info, columns)
  local forms, owners = forms_of(rows, columns)
  local best, ids = likest(forms, owners, #rows), likeness_reasons.external(info)
  add_same_ids(best, rows, ids)
  local found = { rows = rows, forms = forms, ids = ids, known = likeness_reasons.known(ds, name) }
  local list = in_order(chosen(ds, info, best, found, given), best, #rows)
  local lines = listed(list, found, given.limit or LIMIT)
  name_likeness.forget()
  local f = from_rows.lists(COLUMNS, lines)
  return #lines < #list and notes.add(f, notes.new("cut.candidates", #list - #lines)) or f
end

return candidates
