--- A mapping against a file: checked, and compiled to what is done with each row.
-- A plan gives for a row of the file the rows it makes: { info, id, values, provenance } for each target, or
-- a fault { column, value, reason } that sets the whole row aside.

local codebook = require "parley.codebook.tables"
local core = require "parley.core"
local errors = require "parley.base.errors"
local fault = require "parley.import.fault"
local given_mapping = require "parley.import.given_mapping"
local expressions = require "parley.import.expressions"
local input = require "parley.import.reader_options"
local lists = require "parley.base.lists"
local options = require "parley.base.options"
local plain = require "parley.base.plain_text"
local quantities = require "parley.claims.quantities"
local records = require "parley.base.records"
local speaking = require "parley.claims.speaking"
local suggest = require "parley.base.suggest"
local values = require "parley.import.values"

-- Loaded with the first constant that is held against its column.
local function writing() return require "parley.claims.writing" end

local plan = {}

local EACH = { "column", "columns", "split", "pattern" }


local function column_names(info) return lists.field(info.columns, "name") end

--- Raises for a key that cannot be meant.
---@param key any
function plan.check_key(key)
  local list = type(key) == "table" and key or { key }
  if key == nil then return end
  if #list == 0 then errors.raise "bad_argument.empty_key" end
  for _, name in ipairs(list) do
    if type(name) ~= "string" then errors.raise("bad_argument.key_column", { got = type(name) }) end
    if name:find "}" then
      errors.raise("bad_argument.brace_in_key", { name = name })
    end
  end
end

-- The id made of key columns: their values, in order.
local function key_template(key)
  local parts = {}
  for i, name in ipairs(type(key) == "table" and key or { key }) do parts[i] = "{" .. name .. "}" end
  return { template = table.concat(parts, "/") }
end

--- ## Context of compiling

local Context = {}
Context.__index = Context

function Context:need(name)
  if not self.known[name] and not self.optional[name] and not self.extra[name] and not self.missing[name] then
    self.missing[name], self.missing[#self.missing + 1] = true, name
  end
  self.used[name] = true
  if self.needed then self.needed[#self.needed + 1] = name end
end

function Context:expression(text)
  self.expressions = self.expressions or expressions.new(self.ds, self.names, self.input.types)
  local get = expressions.add(self.expressions, text)
  for _, name in ipairs(expressions.columns(text)) do self.used[name] = true end
  return get
end

function Context:reading(name) return input.reading(self.input, name) end

local MOST_UNMAPPED = 10000

function Context:unmapped(target, word, map)
  local key = target .. "\0" .. word
  local entry = self.words[key]
  if not entry then
    if #self.words == MOST_UNMAPPED then return end
    entry = { target = target, value = word, count = 0, map = map }
    self.words[key], self.words[#self.words + 1] = entry, entry
  end
  entry.count = entry.count + 1
end

local function new_context(ds, names, given)
  local context = { ds = ds, names = names, known = {}, optional = {}, extra = {}, missing = {}, used = {}, words = {},
    input = given }
  for _, name in ipairs(names) do context.known[name] = true end
  for _, name in ipairs(given.optional or {}) do context.optional[name] = true end
  return setmetatable(context, Context)
end

--- ## Targets

-- A separator that is found between parts, and takes something away.
local function check_separator(separator, is_plain, where)
  local good = type(separator) == "string" and separator ~= "" and pcall(string.find, "", separator, 1, is_plain)
  if good then return end
  errors.raise("bad_mapping.each_split", { where = where,
    got = type(separator) == "string" and { key = "quoted", value = separator }
      or { key = "of_type", type = type(separator) } })
end

-- A function that gives the tables to lay over a row.
local function guarded_each(each, where)
  local get = values.guarded(each, where .. ", each")
  return function(row, place)
    local list, why, code = get(row, place)
    if list == nil and why then
      local told = errors.is(why) and why or {}
      return nil, fault.of(told.column, told.value, why, code)
    end
    local good = list == nil or type(list) == "table"
    for _, more in ipairs(good and list or {}) do good = good and type(more) == "table" end
    if good then return list or {} end
    errors.raise("bad_mapping.each_function", { file = place.file, line = place.line, where = where })
  end
end

local function compile_each(context, each, where)
  if each == nil then return nil end
  context.opaque = context.opaque or type(each) == "function"
  if type(each) == "function" then return guarded_each(each, where) end
  options.check(each, { key = "each_of_mapping", where = where }, EACH)
  local columns = each.columns or { each.column }
  for _, name in ipairs(columns) do context:need(name) end
  context.extra.n = true
  if not (each.split or each.pattern) or #columns == 0 then
    errors.raise("bad_mapping.each_column", { where = where })
  end
  check_separator(each.split or each.pattern, each.split ~= nil, where)
  return { columns = columns, separator = each.split or each.pattern, plain = each.split ~= nil }
end

local function need_table(given, where, what)
  if given == nil or type(given) == "table" then return end
  errors.raise("bad_mapping.not_a_table", { where = where, what = what, got = type(given) })
end

local function column_list(context, info, target)
  local list, where = {}, target.table
  local names = {}
  need_table(target.columns, where, "columns")
  for name in pairs(target.columns or {}) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    local column = info.by_name[name]
    if not column or name == "id" then
      errors.raise("no_column.mapping", { name = name, where = where, known = column_names(info) })
    end
    local given = target.columns[name]
    local get, reading, call = values.compile(context, given, where .. "." .. name,
      { apart = column.references ~= nil, date = column.type == "date" })
    list[#list + 1] = { column = column, get = get, reading = reading, given = given, call = call }
  end
  return list
end

local provenance_columns = {}
for _, column in ipairs(codebook.provenance) do provenance_columns[column.name] = column end

local NOT_STATED = { recorded_at = true, retracted_at = true, retraction = true, import = true, entry = true,
  restates = true, decides = true, retracted_by = true }

--- Whether a column belongs to the provenance of claims; and whether a row of a file can state it, as it is not set by
--- Parley.
---@param name string
---@return boolean
function plan.is_provenance(name) return provenance_columns[name] ~= nil end
function plan.is_stated(name) return provenance_columns[name] ~= nil and not NOT_STATED[name] end

local function provenance_list(context, target, info)
  local list, names = {}, {}
  if target.provenance and not info.claims then
    errors.raise("no_claims.mapping_provenance", { name = info.name })
  end
  need_table(target.provenance, target.table, "provenance")
  local stated = info.claims and speaking.of_import(context.ds, target.provenance) or {}
  for name in pairs(stated) do names[#names + 1] = name end
  table.sort(names)
  for _, name in ipairs(names) do
    local column = provenance_columns[name]
    if not column or not plan.is_stated(name) then
      errors.raise("no_name.mapping_provenance", { table = target.table, name = name })
    end
    local get, reading = values.compile(context, stated[name], target.table .. ", provenance " .. name,
      { braces = true, date = column.type == "date" })
    list[#list + 1] = { column = column, get = get, reading = reading, given = stated[name] }
  end
  return list
end

local function compile_when(context, when, where)
  context.opaque = context.opaque or type(when) == "function"
  if when == nil then return nil end
  if type(when) == "function" then return values.guarded(when, where .. ", when") end
  return context:expression(when)
end

local NOT_FROM_FILES = { quarantine = "no_table.import_quarantine", terms = "no_table.import_terms" }

--- Raises for a table that no file can fill.
---@param name string
function plan.check_table(name)
  if NOT_FROM_FILES[name] then errors.raise(NOT_FROM_FILES[name]) end
end

local function need_info(ds, name)
  plan.check_table(name)
  local info = ds.schema.by_name[name]
  if info then return info end
  errors.raise("no_table.mapping", { name = name, known = ds.schema.names })
end

local function compile_target(context, given)
  options.check(given, { key = "row_of_mapping" }, given_mapping.OF_ROWS)
  local info = need_info(context.ds, given.table)
  local each = compile_each(context, given.each, given.table)
  if type(each) == "function" then setmetatable(context.extra, { __index = function() return true end }) end
  local target = { info = info, each = each, when = compile_when(context, given.when, given.table), id_given = given.id,
    optional_id = given.optional_id, withdraws = given.withdraws, columns = column_list(context, info, given),
    provenance = provenance_list(context, given, info) }
  context.needed = {}
  target.id = given.id ~= nil and values.compile(context, given.id, given.table .. ".id",
    { braces = true, apart = true })
  target.id_columns, context.needed = context.needed, nil
  target.names_source = given.provenance ~= nil and given.provenance.source ~= nil
  context.extra = {}
  return target
end

--- ## Compiling

local function check_needs(context, path)
  if #context.missing == 0 then return true end
  local name = context.missing[1]
  local others = #context.missing > 1 and table.concat(context.missing, ", ", 2) or nil
  return errors.fail(others and "no_column.needed_with_others" or "no_column.needed_by_mapping",
    { name = name, others = others, known = context.names }, path)
end

local function set_key(mapping, name, key)
  local copy = {}
  for i, target in ipairs(mapping.rows) do
    copy[i] = target.table == name and records.copy_of(target, { id = key_template(key) }) or target
  end
  return copy
end

local function rows_of(mapping, names)
  if type(mapping.rows) ~= "function" then return mapping.rows end
  local columns = table.move(names, 1, #names, 1, {})
  for i, name in ipairs(names) do columns[name] = i end
  return mapping.rows(columns)
end

local function check_rows(rows, name)
  if type(rows) ~= "table" or #rows == 0 then errors.raise "bad_mapping.without_rows" end
  local tables = {}
  for _, row in ipairs(rows) do
    if type(row) ~= "table" then errors.raise("bad_mapping.rows", { got = type(row) }) end
    if row.table == name then return end
    if not suggest.contains(tables, row.table) then tables[#tables + 1] = tostring(row.table) end
  end
  errors.raise("bad_mapping.other_table", { tables = table.concat(tables, ", "), name = name })
end

-- A column that looks like a key, where one does.
local function like_key(names)
  for _, name in ipairs(names) do
    local plain_name = suggest.seen(name):lower():match "^%s*(.-)%s*$"
    if plain_name == "id" or plain_name:find "[_ .]id$" then return name end
  end
end

--- Compiles a mapping for a file with these columns.
---@param ds parley.Dataset
---@param name string the table asked for
---@param mapping table
---@param names string[]
---@param given table options of reading, and key
---@param path string
---@return table? plan, string? message, string? code
function plan.compile(ds, name, mapping, names, given, path)
  local context = new_context(ds, names, given)
  local rows = rows_of(mapping, names)
  check_rows(rows, name)
  if given.key then rows = set_key({ rows = rows }, name, given.key) end
  local compiled = { targets = {}, context = context, name = name }
  for i, row in ipairs(rows) do compiled.targets[i] = compile_target(context, row) end
  for _, target in ipairs(compiled.targets) do
    if not target.id then
      local like = like_key(names)
      errors.raise(like and "bad_argument.import_key_like" or "bad_argument.import_key", { name = target.info.name,
        column = like and suggest.listed { like }, given = like and '"' .. suggest.listed { like } .. '"' })
    end
  end
  local good, message, code = check_needs(context, path)
  if not good then return nil, message, code end
  return compiled
end

--- ## Rows

--- A value that is not missing as its column's type, checked; nil and a fault. A best estimate that is only about right
--- is written "~250", as in a claim.
---@return any value, parley.Fault? wrong, boolean? about
function plan.stored(context, target, entry, value)
  local column = entry.column
  local about = column.quantity and target.info.claims and quantities.approximate(column, value)
  if about then value = column.type == "integer" and math.tointeger(about) or about end
  if column.type ~= "text" and type(value) == "string" then
    local typed, why = core.value(column.type, value, entry.reading)
    if why then return nil, fault.of(column.name, value, why) end
    value = typed
  elseif column.type == "text" and type(value) == "number" then
    value = plain.number(value)
  end
  local stored, problem = writing().checked_value(context.ds, column, value)
  if problem and column.vocabulary then context:unmapped(target.info.name .. "." .. column.name, tostring(value)) end
  if problem then return nil, fault.of(column.name, type(value) ~= "table" and tostring(value) or nil, problem) end
  return stored, nil, about and true
end

--- The same of a row of the file; nil where it is missing.
---@return any value, parley.Fault? wrong, boolean? about
function plan.checked(context, target, entry, row, place)
  local value, why, code = entry.get(row, place)
  if why then return nil, fault.of(entry.column.name, value, why, code) end
  if value == nil or value == "" then return nil end
  return plan.stored(context, target, entry, value)
end

-- And the columns whose number is only about right.
local function checked_all(context, target, list, row, place)
  local found, about = {}, nil
  for _, entry in ipairs(list) do
    local value, wrong, is_about = plan.checked(context, target, entry, row, place)
    if wrong then return nil, wrong end
    found[entry.column.name] = value
    if is_about then
      about = about or {}
      about[entry.column.name] = true
    end
  end
  return found, nil, about
end

--- What is wrong with a row without an id: the column that is missing for it, where it is made of others.
---@param target table of a plan
---@param row table
---@return parley.Fault
function plan.no_id(target, row)
  for _, name in ipairs(target.id_columns) do
    if row[name] == nil and name ~= "id" then
      return fault.of(name, nil, errors.new("no_id.part", { column = name }))
    end
  end
  return fault.of("id", nil, errors.new "no_id.row")
end

local function total_of(target, row)
  for _, name in ipairs(target.id_columns) do
    local value = row[name]
    if type(value) == "string" and core.is_total(value) then
      return fault.of("id", value, errors.new "total")
    end
  end
end

--- The id of the row that a target makes; nil without one, with a fault where it needs one.
function plan.id_of(target, row, place)
  local id, why = target.id(row, place)
  if why then return nil, fault.of("id", nil, why) end
  if type(id) == "number" then id = plain.number(id) end
  local total = total_of(target, row)
  if total then return nil, total end
  if id == nil or id == "" then
    if target.optional_id then return nil end
    return nil, plan.no_id(target, row)
  end
  if type(id) ~= "string" or id:find "%c" or not utf8.len(id) then
    return nil, fault.of("id", tostring(id), errors.new "bad_value.id")
  end
  id = core.clean(id)                     -- a function may have put blanks around it
  if id == "" then return nil, plan.no_id(target, row) end
  return id
end

local function make_row(self, target, row, place, made)
  local context = self.context
  if target.when then
    local wanted, why = target.when(row, place)
    if why then return fault.of("when", nil, why) end
    if not wanted then return nil end
  end
  local id, wrong = plan.id_of(target, row, place)
  if not id then return wrong end
  local found, provenance, about
  found, wrong, about = checked_all(context, target, target.columns, row, place)
  if wrong then return wrong end
  provenance, wrong = checked_all(context, target, target.provenance, row, place)
  if wrong then return wrong end
  made[#made + 1] = { info = target.info, id = id, values = found, provenance = provenance, about = about,
    names_source = target.names_source, withdraws = target.withdraws }
end

local function over(row, more)
  return setmetatable(more, { __index = row })
end

local function split(text, separator, is_plain)
  local parts, at = {}, 1
  while true do
    local from, to = text:find(separator, at, is_plain)
    local part = text:sub(at, from and from - 1 or -1):match "^%s*(.-)%s*$"
    if part ~= "" then parts[#parts + 1] = part end
    if not from or to < from then return parts end
    at = to + 1
  end
end

-- The rows that `each` makes of one: nil and a fault when lists side by side differ in length.
local function parts_of(each, row, place)
  if type(each) == "function" then
    local made, wrong = each(row, place)
    local list = {}
    for i, more in ipairs(made or {}) do list[i] = over(row, more) end
    return made and list, wrong
  end
  local parts, list = {}, {}
  for i, name in ipairs(each.columns) do
    parts[i] = split(tostring(row[name] or ""), each.separator, each.plain)
    if #parts[i] ~= #parts[1] then
      local why = errors.new("bad_value.parts", { count = #parts[i], wanted = #parts[1], column = each.columns[1] })
      return nil, fault.of(name, row[name], why)
    end
  end
  for p = 1, #parts[1] do
    local more = { n = tostring(p) }
    for i, name in ipairs(each.columns) do more[name] = parts[i][p] end
    list[p] = over(row, more)
  end
  return list
end

--- What a row of the file makes: a list of rows, or nil and a fault.
---@param self table a plan
---@param row table
---@param place table
---@return table[]? made, table? fault
function plan.make(self, row, place)
  local made = {}
  for _, target in ipairs(self.targets) do
    local parts, wrong = { row }, nil
    if target.each then parts, wrong = parts_of(target.each, row, place) end
    for _, part in ipairs(parts or {}) do
      wrong = wrong or make_row(self, target, part, place, made)
    end
    if wrong then return nil, wrong end
  end
  return made
end

return plan
