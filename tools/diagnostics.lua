-- Tells where a script of Parley's goes against what editors are told of types: a table, column, call or option that is
-- not there, and a global that nobody has assigned. What a language server would underline, for the part of Lua that
-- scripts are written in: a type that is not known is not judged.
--   lua5.4 tools/diagnostics.lua examples/*.lua

package.path = "./?.lua;" .. package.path
local docstrings = require "tools.docstrings"
local lua_tokens = require "tools.lua_tokens"
local source = dofile "tools/source.lua"

local diagnostics = {}

-- ## What is annotated

local classes, open = {}, { ["parley.Record"] = true, ["parley.Null"] = true }

local function class_of(name)
  classes[name] = classes[name] or { fields = {}, parents = {}, params = {} }
  return classes[name]
end

local function add_class(name, doc)
  local class = class_of(name)
  for _, parent in ipairs(doc.parents) do table.insert(class.parents, parent) end
  for _, field in ipairs(doc.fields) do class.fields[field.name] = field.type end
end

-- A call, with the class that its first result has.
local function add_call(entry, name)
  local class = class_of(name)
  class.fields[entry.name] = "fun(): " .. (entry.returns[1] and entry.returns[1].type or "nil")
  class.params[entry.name] = entry.params
end

for _, path in ipairs(source.files("lua/parley", { "lua" }, { "^bundled/" })) do
  for name, doc in pairs(docstrings.classes("lua/parley/" .. path)) do add_class(name, doc) end
end
for _, entry in ipairs(require "parley.repl.reference") do
  if not entry.is_class then
    add_call(entry, entry.class)
    for _, name in ipairs(entry.also or {}) do add_call(entry, name) end
  end
end

-- The type of a field, and the parameters where it is a call; nil where no class has it.
local function field_of(name, key)
  local class = classes[name]
  if class.fields[key] then return class.fields[key], class.params[key] end
  for _, parent in ipairs(class.parents) do
    local type, params
    if classes[parent] then type, params = field_of(parent, key) end
    if type then return type, params end
  end
end

-- The one type that a value has besides nil: nil where there are several, or it is none of a class.
local function only(type)
  local found
  for part in ((type or ""):gsub("%?$", "") .. "|"):gmatch "([^|]+)|" do
    if part ~= "nil" then
      if found then return nil end
      found = part:gsub("%?$", "")
    end
  end
  return found
end

local function is_known(type) return type and classes[type] and not open[type] end

-- What calling a value gives.
local function result_of(type)
  return type and type:match "^fun%b():%s*(.*)$"
end

-- ## Walking through a script

local KEYWORDS, GLOBALS = {}, { arg = true }
for word in ([[and break do else elseif end false for function goto if in local nil not or repeat return then true until
  while]]):gmatch "%a+" do KEYWORDS[word] = true end
for name in pairs(_G) do GLOBALS[name] = true end

local Walk = {}
Walk.__index = Walk

function Walk:word(at)
  local token = self.tokens[at]
  return token and token.kind ~= "string" and token[1] or nil
end

function Walk:is_name(at)
  local token = self.tokens[at]
  return token and token.kind == "name" and not KEYWORDS[token[1]]
end

function Walk:tell(at, text, ...)
  table.insert(self.found, ("%s:%d: %s"):format(self.path, self.tokens[at].line, text:format(...)))
end

function Walk:push() self.scope = setmetatable({}, { __index = self.scope }) end

function Walk:pop() self.scope = getmetatable(self.scope).__index end

-- A field or a method by its name; the type of it, and what it takes.
function Walk:field(at, type)
  local key = self.tokens[at][1]
  if not is_known(type) then return nil end
  self.judged = self.judged + 1
  local found, params = field_of(type, key)
  if not found then self:tell(at, "%s has no '%s'", type, key) end
  return found, params
end

-- The words before "=" in the table at `at`, held against the fields of a class.
function Walk:options(at, class)
  local depth = 0
  for i = at, #self.tokens do
    local word = self:word(i)
    if word == "{" or word == "(" then depth = depth + 1 end
    if word == "}" or word == ")" then depth = depth - 1 end
    if depth == 0 then return end
    local before = self:word(i - 1)
    if depth == 1 and self:is_name(i) and self:word(i + 1) == "=" and (before == "{" or before == ",") then
      self.judged = self.judged + 1
      if not field_of(class, word) then self:tell(i, "%s has no '%s'", class, word) end
    end
  end
end

-- The class of the options among the types of a parameter.
local function option_class(param)
  local class = param and param.type:match "parley%.%w+Options"
  return class and classes[class] and class
end

-- The arguments of a call that begin at `at`: what is behind them, and the type of the first.
function Walk:arguments(at, params)
  local opening = self:word(at)
  if not opening then return at + 1, "string" end
  if opening == "{" then
    local class = option_class(params and params[1])
    if class then self:options(at, class) end
    return self:list(at + 1, "}", "{")
  end
  local first, number, last = nil, 1, at + 1
  while self:word(last) ~= ")" do
    local class = self:word(last) == "{" and option_class(params and params[number])
    if class then self:options(last, class) end
    local behind, type = self:list(last, ",)", "(")
    if number == 1 then first = type end
    last = self:word(behind) == "," and behind + 1 or behind
    number = number + 1
  end
  return last + 1, first
end

-- A value with what follows it: a field, an index, a call. What is behind it, and its type.
function Walk:chain(at)
  local name, params = self.tokens[at][1], nil
  local type = only(self.scope[name])
  if self.scope[name] == nil and not GLOBALS[name] then self:tell(at, "nobody has assigned '%s'", name) end
  at = at + 1
  while self.tokens[at] do
    local word = self:word(at)
    if (word == "." or word == ":") and self:is_name(at + 1) then
      type, params = self:field(at + 1, type)
      at = at + 2
    elseif word == "(" or word == "{" or not word then
      local text = self.tokens[at + (word == "(" and 1 or 0)]
      local behind, first = self:arguments(at, params)
      at = behind
      if name == "assert" then type = first
      elseif name == "require" then type = text[1]:match "^[\"'](parley)[\"']$"
      elseif name == "ipairs" then type = "fun(): integer, " .. ((first or ""):match "^(.*)%[%]$" or "any")
      else type = only(result_of(type)) end
      name, params = nil, nil
    elseif word == "[" then
      at, type = self:list(at + 1, "]", "["), type and type:match "^(.*)%[%]$"
    else
      break
    end
  end
  return at, type
end

-- Names that are declared: what is behind them.
function Walk:names(at)
  local names = {}
  while self:is_name(at) or self:word(at) == "..." do
    names[#names + 1] = self.tokens[at][1]
    at = at + 1
    if self:word(at) == "<" then at = at + 3 end
    if self:word(at) ~= "," then break end
    at = at + 1
  end
  return names, at
end

function Walk:declare(names, types)
  for i, name in ipairs(names) do self.scope[name] = types[i] or "any" end
end

-- Values with commas between them: what is behind them, and their types.
function Walk:values(at)
  local types = {}
  while true do
    local behind, type = self:value(at)
    types[#types + 1] = type or "any"
    if self:word(behind) ~= "," then return behind, types end
    at = behind + 1
  end
end

-- Words behind which a value goes on.
local JOINS = {}
for word in ([[and or not .. + - * / // % ^ # == ~= <= >= < > & | ~ << >>]]):gmatch "%S+" do JOINS[word] = true end

-- One value: what is behind it, and its type where it is a name with what follows.
function Walk:value(at)
  local operands, behind = 0, at
  local type
  repeat
    while JOINS[self:word(behind)] do behind, operands = behind + 1, operands + 1 end
    behind, type = self:operand(behind)
  until not JOINS[self:word(behind)]
  return behind, operands == 0 and type or nil
end

-- What stands between operators. What follows parentheses is a method of a string, in scripts.
function Walk:operand(at)
  local word = self:word(at)
  if word == "function" then return self:body(at + 1) end
  if word == "{" then return self:list(at + 1, "}", "{"), nil end
  if word == "(" then
    local behind = self:list(at + 1, ")", "(")
    while self:word(behind) == ":" or self:word(behind) == "." do behind = self:arguments_after(behind + 2) end
    return behind
  end
  if self:is_name(at) then return self:chain(at) end
  return at + 1, not word and "string" or nil
end

function Walk:arguments_after(at)
  local token = self.tokens[at]
  if token and (token.kind == "string" or token[1] == "(" or token[1] == "{") then return (self:arguments(at)) end
  return at
end

-- Values and keys up to a closing mark: behind it, and the type of the first. An argument's end, one of two marks, is
-- left standing.
function Walk:list(at, closing, opening)
  local first
  while self.tokens[at] do
    local word = self:word(at)
    if word and closing:find(word, 1, true) then return #closing == 1 and at + 1 or at, first end
    if opening == "{" and self:is_name(at) and self:word(at + 1) == "=" then at = at + 2
    elseif word == "," or word == ";" or word == "=" or word == "[" and opening == "{" then
      at = word == "[" and self:list(at + 1, "]", "[") or at + 1
    else
      local behind, type = self:value(at)
      at, first = behind, first or type
    end
  end
  return at, first
end

-- The parameters and the statements of a function, from its opening parenthesis.
function Walk:body(at)
  self:push()
  local names, behind = self:names(at + 1)
  self:declare(names, {})
  local ended = self:block(behind + 1)
  self:pop()
  return ended + 1
end

-- A loop over what an iterator gives, or over numbers.
function Walk:loop(at)
  self:push()
  local names, behind = self:names(at)
  local last, types = self:values(behind + 1)
  local given = {}
  for part in ((result_of(types[1]) or "") .. ","):gmatch "%s*([^,]*)," do given[#given + 1] = only(part) end
  self:declare(names, given)
  local ended = self:block(last + 1)
  self:pop()
  return ended + 1
end

local STATEMENTS = {}

STATEMENTS["local"] = function(walk, at)
  if walk:word(at) == "function" then
    walk:declare({ walk.tokens[at + 1][1] }, {})
    return walk:body(at + 2)
  end
  local names, behind = walk:names(at)
  local types = {}
  if walk:word(behind) == "=" then behind, types = walk:values(behind + 1) end
  walk:declare(names, types)
  return behind
end

STATEMENTS["function"] = function(walk, at)
  while walk:word(at) ~= "(" do at = at + 1 end
  return walk:body(at)
end

STATEMENTS["for"] = Walk.loop

STATEMENTS["while"] = function(walk, at) return STATEMENTS["do"](walk, walk:value(at) + 1) end

STATEMENTS["do"] = function(walk, at)
  walk:push()
  at = walk:block(at)
  walk:pop()
  return at + 1
end

STATEMENTS["if"] = function(walk, at)
  repeat
    if walk:word(at - 1) ~= "else" then at = walk:value(at) + 1 end
    at = STATEMENTS["do"](walk, at)
  until walk:word(at - 1) == "end"
  return at
end

STATEMENTS["repeat"] = function(walk, at) return (walk:value(STATEMENTS["do"](walk, at))) end

STATEMENTS["goto"] = function(_, at) return at + 1 end

STATEMENTS["::"] = function(_, at) return at + 2 end

local ENDS = { ["end"] = true, ["else"] = true, ["elseif"] = true, ["until"] = true }

STATEMENTS["return"] = function(walk, at)
  local is_bare = not walk.tokens[at] or ENDS[walk:word(at)] or walk:word(at) == ";"
  return is_bare and at or (walk:values(at))
end

-- Statements up to the word that ends them, or the end.
function Walk:block(at)
  while self.tokens[at] and not ENDS[self:word(at)] do
    local statement = STATEMENTS[self:word(at)]
    if statement then at = statement(self, at + 1)
    elseif self:is_name(at) and (self:word(at + 1) == "=" or self:word(at + 1) == ",") then
      local names, behind = self:names(at)
      at = self:word(behind) == "=" and self:values(behind + 1) or behind
      for _, name in ipairs(names) do self.scope[name] = self.scope[name] and "any" end
    else
      at = self:values(at)
      if self:word(at) == "=" or self:word(at) == ";" then at = at + 1 end
    end
  end
  return at
end

--- What is wrong in a script, and how many fields, calls and options were judged.
---@param text string
---@param path string
---@return string[] found, integer judged
function diagnostics.of(text, path)
  local walk = setmetatable({ tokens = lua_tokens.of(text), path = path, found = {}, judged = 0, scope = {} }, Walk)
  local at = walk:block(1)
  assert(at > #walk.tokens, ("%s:%d: not understood"):format(path, (walk.tokens[at] or { line = 0 }).line))
  return walk.found, walk.judged
end

if not ... or arg and arg[0] and arg[0]:find "diagnostics%.lua$" then
  local wrong = 0
  for _, path in ipairs(arg) do
    local file <close> = assert(io.open(path))
    local found, judged = diagnostics.of(file:read "a", path)
    for _, line in ipairs(found) do print(line) end
    wrong = wrong + #found
    if judged == 0 then print(path .. ": nothing of Parley's to judge") end
  end
  os.exit(wrong == 0)
end

return diagnostics
