--- What may be written next, for Tab: names after a dot or a colon, columns and functions in an expression, words of a
-- vocabulary and ids in quotes, options of a call, names of files.
-- The line is read as tokens (repl/tokens.lua), what stands before is looked at without running it (repl/receiver.lua),
-- and the words come from the dataset (repl/words.lua). Candidates are whole: each begins with what is written.

local expression = require "parley.repl.expression_completion"
local lists = require "parley.base.lists"
local receiver = require "parley.repl.receiver"
local tokens = require "parley.repl.tokens"
local words = require "parley.repl.words"

local completion = {}

local KEYWORDS = { "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
  "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while" }

-- Arguments that name a table, ids of a table, or a file: of a class, by name and place.
local function set(...)
  local made = {}
  for _, name in ipairs { ... } do made[name] = true end
  return made
end
local NAMES_TABLE = set("add", "claim", "import", "describe", "evidence", "table", "frame", "template", "rename",
  "add_column")
local NAMES_ID = set("claim", "evidence")
local NAMES_FILE = { import = 2, save = 1, save_as = 1, backup = 1, dump = 1, save_package = 1, report = 1, read = 1,
  sniff = 1, load = 1, open = 1, lines = 1, dofile = 1, loadfile = 1, import_sheet = 1, merge = 1, diff = 1,
  changelog = 1 }
local NAMES_TALK = set "compare"

--- ## Calls

-- The call whose arguments a bracket or a string opens: receiver, class, name, the place of the argument.
local function call_before(state, at)
  local name, sign = state.list[at], state.list[at - 1]
  if not name or name.type ~= "name" then return nil end
  local has_receiver = sign and sign.type == "sign" and (sign.text == ":" or sign.text == ".")
  local value
  if has_receiver then value = receiver.value(state.list, at - 2, state.text, state.globals) end
  local class = receiver.class(value)
  if value ~= nil and value == rawget(state.globals, "parley") then class = "parley" end
  return { name = name.text, value = value, class = class, place = 1 }
end

local function is_sign(one, text) return one ~= nil and one.type == "sign" and one.text == text end

-- How many commas stand between a bracket and the end, outside of other brackets?
local function place_in(state, bracket)
  local place, depth = 1, 0
  for i = bracket + 1, #state.list do
    local one = state.list[i]
    if one.type == "sign" then
      if one.text:find "^[%(%{%[]$" then depth = depth + 1 end
      if one.text:find "^[%)%}%]]$" then depth = depth - 1 end
      if depth == 0 and one.text == "," then place = place + 1 end
    end
  end
  return place
end

-- The call around the end of the line. In a table of options, `key` is the one whose value is being written.
local function call_around(state, last)
  local open = tokens.open_brackets(state.list)
  local key, in_table = nil, false
  for i = 1, math.min(#open, 3) do
    local at = open[i]
    local before = state.list[at - 1]
    if is_sign(state.list[at], "(") then
      local call = call_before(state, at - 1)
      if call then call.place, call.key, call.in_table, call.bracket = place_in(state, at), key, in_table, at end
      return call
    end
    if not is_sign(state.list[at], "{") or not before then return nil end
    if i == 1 and is_sign(state.list[last - 1], "=") then key = state.list[last - 2].text end
    in_table = true
    if is_sign(before, "=") then
      key = state.list[at - 2] and state.list[at - 2].text or nil
    elseif before.type == "name" then
      local call = call_before(state, at - 1)
      if call then call.key, call.in_table = key, true end
      return call
    end
  end
  return nil
end

--- ## Candidates

local function names_of(list) return lists.field(list, "name") end

-- The first argument of a call, where it is a written text.
local function first_text(state, call)
  local one = call.bracket and state.list[call.bracket + 1]
  return one and one.type == "string" and not one.open and one.text:sub(2, -2) or nil
end

-- What a table of options, or of a row's values, may have as keys.
local function keys_of(state, call)
  if call.class == "parley.Query" or call.class == "parley.Frame" then
    if call.name == "where" then return names_of(receiver.columns(call.value)) end
  elseif call.class == "parley.Dataset" and (call.name == "add" or call.name == "claim") then
    if call.place == (call.name == "add" and 3 or 4) then return words.provenance() end
    local info = call.value:table_info(first_text(state, call) or "")
    return info and names_of(info.columns) or {}
  end
  return names_of(words.options(call.class or "", call.name))
end

local function bundled(state)
  local parley = rawget(state.globals, "parley")
  return type(parley) == "table" and rawget(parley, "datasets") and { table.unpack(parley.datasets()) } or {}
end

-- The words that a value in a table may be.
local function words_of_key(state, call, begun)
  local ds = words.dataset(call.value)
  if call.class == "parley.Query" and call.name == "where" then
    return words.of_column(ds, call.value.info.name, call.key, begun)
  end
  if call.class == "parley.Dataset" and (call.name == "add" or call.name == "claim") then
    local found = words.of_column(ds, first_text(state, call), call.key, begun)
    if #found > 0 then return found end
    return words.of_provenance(ds, call.key, begun)
  end
  if call.class == "parley" and call.key == "bundled" then return bundled(state) end
  if call.name == "import" and call.key == "mapping" then return require("parley.import.mappings").names end
  local listed = words.of_type(call.class or "", call.name, call.key, ds)
  return #listed > 0 and listed or words.of_option(ds, call.key, begun)
end

local function joined(a, b) return table.move(b, 1, #b, #a + 1, a) end

-- What arguments of calls may be, by the class that has the call; nil: what others may be.
local ARGUMENTS = {}

ARGUMENTS["parley.Query"] = function(_, call, begun, ds)
  return call.name == "get" and words.ids(ds, call.value.info.name, begun) or nil
end

function ARGUMENTS.parley(state, call, begun, _, files)
  if call.name == "within" then return words.ids(words.dataset(rawget(state.globals, "ds")), "parties", begun) end
  return call.name == "open" and joined(bundled(state), files) or nil
end

ARGUMENTS["parley.Dataset"] = function(state, call, begun, ds)
  local name, place = call.name, call.place
  if place == 1 and NAMES_TABLE[name] then return words.tables(ds) end
  if place == 2 and NAMES_ID[name] then return words.ids(ds, first_text(state, call) or "", begun) end
  if place == 3 and name == "evidence" then return words.columns(ds, first_text(state, call)) end
  if place == 1 and name == "cite" then return words.ids(ds, "sources", begun) end
  return place <= 2 and NAMES_TALK[name] and words.ids(ds, "talks", begun) or nil
end

-- The words that a text given to a call as an argument may be.
local function words_of_argument(state, call, begun)
  local class, ds = call.class or "", words.dataset(call.value)
  local files = NAMES_FILE[call.name] == call.place and state.files(begun) or {}
  local listed = words.of_place(class, call.name, call.place, ds)
  if #listed > 0 then return listed end
  local found = ARGUMENTS[class] and ARGUMENTS[class](state, call, begun, ds, files)
  if found then return found end
  return call.name == "help" and joined(words.calls(), ds and words.tables(ds) or {}) or files
end

local function beginning_with(list, begun)
  local fitting = {}
  for _, word in ipairs(list) do
    if word:sub(1, #begun) == begun then fitting[#fitting + 1] = word end
  end
  table.sort(fitting)
  return fitting
end

--- ## Places

-- In quotes: an expression, a word or a file.
local function in_string(state)
  local last = #state.list
  local token = state.list[last]
  local quote, content = token.text:sub(1, 1), token.text:sub(2)
  local before = state.list[last - 1]
  local call
  if before and before.type == "name" then call = call_before(state, last - 1) else call = call_around(state, last) end
  if not call then return state.files(content), token.from + 1, quote end
  if call.key or call.in_table then
    local found = call.key and words_of_key(state, call, content)
      or words.of_place(call.class or "", call.name, call.place, words.dataset(call.value))
    if #found > 0 or not expression.takes_in_table(call) then
      return beginning_with(found, content), token.from + 1, quote
    end
  end
  if expression.takes(call) or call.in_table then
    local found, at, after = expression.of(call, content, quote)
    return beginning_with(found, content:sub(at)), token.from + at, after
  end
  return beginning_with(words_of_argument(state, call, content), content), token.from + 1, quote
end

local function globals_and_keywords(state)
  local names = receiver.keys(state.globals)
  return joined(names, KEYWORDS)
end

-- After a dot or a colon.
local function after_sign(state, at)
  local fields = state.list[at].text == "." and receiver.row_columns(state.list, at - 1, state.text, state.globals)
  if fields then return fields end
  local value = receiver.value(state.list, at - 1, state.text, state.globals)
  if value == nil and state.list[at - 1].type == "string" then value = "" end
  if value == nil then return {} end
  return receiver.names(value, state.list[at].text == ":")
end

-- A name: after a sign, as a key of a table, or of a variable.
local function in_code(state)
  local last = #state.list
  local token = state.list[last]
  local is_name = token and token.type == "name" and token.to == #state.text
  local begun, from = is_name and token.text or "", is_name and token.from or #state.text + 1
  local at = is_name and last - 1 or last
  local before = state.list[at]
  if at > 1 and (is_sign(before, ".") or is_sign(before, ":")) then
    return beginning_with(after_sign(state, at), begun), from
  end
  local found = {}
  if is_sign(before, "{") or is_sign(before, ",") then
    local call = call_around(state, last + 1)
    if call and call.in_table and not call.key then found = beginning_with(keys_of(state, call), begun) end
  end
  if #found > 0 then return found, from, " " end
  return beginning_with(globals_and_keywords(state), begun), from
end

--- Candidates for the end of a line.
---@param line string  to the cursor
---@param globals table
---@param before string?  lines of the chunk in front of it
---@param files (fun(begun: string): string[])?  names of files that begin so
---@return string[] candidates, integer from  the byte of the line where they begin
---@return string? after  what follows a single one
function completion.of(line, globals, before, files)
  before = before or ""
  local text = before .. line
  local state = { list = tokens.of(text), text = text, globals = globals, files = files or function() return {} end }
  local last = state.list[#state.list]
  local found, from, after
  if last and last.open then
    if last.type == "comment" or not last.text:find "^[\"']" then return {}, #line + 1 end
    found, from, after = in_string(state)
  else
    found, from, after = in_code(state)
  end
  return found, math.max(from - #before, 1), after
end

return completion
