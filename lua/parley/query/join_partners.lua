--- How many partners the rows of a join have: one where one is expected; several, with which a sum counts a row several
--- times, and none, with which an inner join leaves it out, are told.

local errors = require "parley.base.errors"
local other_side = require "parley.query.other_side"
local tree = require "parley.query.tree"

local join_partners = {}

local function shown(row, names)
  local parts = {}
  for i, name in ipairs(names) do parts[i] = ("%s = %s"):format(name, tostring(row[name])) end
  return table.concat(parts, ", ")
end

-- The keys that stand on the right more than once, with their counts in "#"; and their names.
local function twins(step)
  local names, quoted, conditions = {}, {}, {}
  for i, key in ipairs(step.keys) do
    names[i] = step.right.columns[key[2]].name
    quoted[i] = tree.quote(names[i])
    conditions[#conditions + 1] = step.missing ~= "match" and quoted[i] .. " is not nil" or nil
  end
  local other = step.query or step.right.frame
  if #conditions > 0 then other = other:where(table.concat(conditions, " and ")) end
  return other:by(table.unpack(quoted)):summarise('count() as "#"'):where('"#" > 1'), names
end

--- Raises where a row may have several partners though one was expected: a key stands on the right more than once.
---@param step table  bound
function join_partners.check_expected(step)
  if step.expect ~= "one" then return end
  local found, names = twins(step)
  local twin = found:first()
  if twin then errors.raise("bad_argument.join_several", { shown = shown(twin, names), count = twin["#"] }) end
end

-- The names of a bound step's keys: on the left, and on the right.
local function key_names(link)
  local names = {}
  for i, key in ipairs(link.step.keys) do
    names[i] = { link.before.columns[key[1]].name, link.step.right.columns[key[2]].name }
  end
  return names
end

-- The rows on the left that a join of this kind with another side keeps.
local function kept(join, link, kind, right, query)
  return join.bind(link.before, { kind = kind, keys = key_names(link), right = right,
    query = query, made = right == link.step.right and link.step.made or nil, missing = link.step.missing })
end

-- Whether something is told of a join: of one that puts rows beside others that are known before it runs, and that no
-- other verb has put in.
local function is_told(step)
  return (step.kind == "inner" or step.kind == "left") and not (step.right.open or step.rows_of or step.keyless)
end

-- A table has each of its ids once.
local function is_unique(step)
  local info = step.right.info
  if not (info and info.claims and #step.keys == 1) or step.right.step then return false end
  return step.right.columns[step.keys[1][2]].name == "id"
end

--- The notes of a join that puts rows beside each other.
---@param join table  the verb
---@param link table
---@param rows_of fun(link: table): parley.Query
---@return parley.Note[]
function join_partners.notes(join, link, rows_of)
  local notes, step, list = require "parley.base.notes", link.step, {}
  if not is_told(step) then return list end
  local function tell(key, rows)
    local count = rows_of(rows):count()
    if count > 0 then list[#list + 1] = notes.new(key, count, {}) end
  end
  if step.expect ~= "one" and not is_unique(step) then
    tell("repeated.partners", kept(join, link, "semi", other_side.of(twins(step), step.verb)))
  end
  if step.kind == "inner" then tell("left_out.partner", kept(join, link, "anti", step.right, step.query)) end
  return list
end

return join_partners
