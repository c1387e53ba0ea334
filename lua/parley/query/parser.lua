--- The parser of expressions: a lexer, and precedence climbing.
-- Every node carries `pos`, its place in the text, so that later complaints can point at it. Parameters `?` become
-- literals at once, since their values are at hand.
--
-- Precedence, loosest first: or, and, not, comparison (= != < <= > >= in between is like),
-- `..`, + -, * / %, unary minus.

local core = require "parley.core"
local errors = require "parley.base.errors"
local tree = require "parley.query.tree"

local parser = {}

local literal = tree.literal
local KEYWORDS = tree.keywords

-- Bounds that keep hostile input off the C and SQL stacks.
local MAX_DEPTH = 15
local MAX_OPERATORS = 800

local MOST_NAMES = 8          -- words in the name of a column

local SYMBOLS = { "==", "~=", "!=", "<>", "<=", ">=", "..", "=", "<", ">", "+", "-", "*", "/", "%", "(", ")",
  ",", "?", "." }
local SYNONYMS = { ["=="] = "=", ["~="] = "!=", ["<>"] = "!=" }

local function foreign_hint(text, pos) return require("parley.query.foreign_syntax").hint(text, pos) end

-- Lexer ---------------------------------------------------------------------------------------------

-- 'text' with '' for a quote inside; "name" quotes a column name in the same way.
local function lex_quoted(text, pos, quote)
  local at, parts = pos + 1, {}
  while true do
    local last = text:find(quote, at, true)
    if not last then tree.fail(text, pos, "bad_expression.unclosed", { quote = quote }) end
    parts[#parts + 1] = text:sub(at, last - 1)
    if text:sub(last + 1, last + 1) ~= quote then return table.concat(parts, quote), last + 1 end
    at = last + 2
  end
end

local function lex_number(text, pos)
  local last = select(2, text:find("^%d+", pos)) or pos - 1
  -- "1..2" is a concatenation, "1.5" a number
  if text:find("^%.%d", last + 1) then last = select(2, text:find("^%.%d+", last + 1)) end
  local exponent = select(2, text:find("^[eE][+-]?%d+", last + 1))
  last = exponent or last
  if text:find("^[%w_]", last + 1) then tree.fail(text, last + 1, "bad_expression.number_letter") end
  local digits = text:sub(pos, last)
  local value = tonumber(digits)
  if math.type(value) == "float" and digits:find("^%d+$") then
    tree.fail(text, pos, "bad_integer.literal", { digits = digits })
  end
  return value, last + 1
end

local function lex_symbol(text, pos)
  for _, symbol in ipairs(SYMBOLS) do
    if text:sub(pos, pos + #symbol - 1) == symbol then return symbol, pos + #symbol end
  end
  local character = text:match("^" .. utf8.charpattern, pos) or "?"
  local words = { ["&"] = "and", ["|"] = "or", ["!"] = "not" }
  local word = words[character]
  tree.fail(text, pos, "bad_expression.character", { character = character,
    hint = foreign_hint(text, pos) or word and { key = "write_instead", word = word } or nil })
end

local function lex_word(text, pos)
  local word = text:match("^[%a_\128-\255][%w_\128-\255]*", pos)
  local lower = word:lower()
  if KEYWORDS[lower] then return { kind = "keyword", value = lower, pos = pos }, pos + #word end
  return { kind = "name", value = word, pos = pos }, pos + #word
end

local function next_token(text, pos)
  local char = text:sub(pos, pos)
  if char == "'" then
    local value, after = lex_quoted(text, pos, "'")
    return { kind = "text", value = value, pos = pos }, after
  elseif char == '"' then
    local value, after = lex_quoted(text, pos, '"')
    return { kind = "name", value = value, pos = pos, quoted = true }, after
  elseif char:find("%d") then
    local value, after = lex_number(text, pos)
    return { kind = "number", value = value, pos = pos, written = text:sub(pos, after - 1) }, after
  elseif char:find("[%a_\128-\255]") then
    return lex_word(text, pos)
  end
  local symbol, after = lex_symbol(text, pos)
  return { kind = "symbol", value = SYNONYMS[symbol] or symbol, pos = pos }, after
end

local function lex(text)
  local tokens, pos = {}, 1
  while true do
    pos = text:find("%S", pos)
    if not pos then break end
    tokens[#tokens + 1], pos = next_token(text, pos)
  end
  tokens[#tokens + 1] = { kind = "end", value = "", pos = #text + 1 }
  return tokens
end

-- Parser --------------------------------------------------------------------------------------------

local Parser = {}
Parser.__index = Parser

function Parser:fail(token, key, arguments) tree.fail(self.text, token.pos, key, arguments) end

function Parser:peek() return self.tokens[self.at] end

function Parser:take()
  local token = self.tokens[self.at]
  self.at = self.at + 1
  return token
end

-- Takes the next token if it is that symbol or keyword.
function Parser:accept(value)
  local token = self.tokens[self.at]
  if token.value == value and (token.kind == "symbol" or token.kind == "keyword") then return self:take() end
end

-- The same of a word that is none of the language elsewhere, so that columns may be called so.
function Parser:accept_word(word)
  local token = self.tokens[self.at]
  if token.kind == "name" and not token.quoted and token.value:lower() == word then return self:take() end
end

-- Takes a symbol or keyword that must come here; `where` is a phrase.
function Parser:expect(value, where)
  local token = self:accept(value)
  if token then return token end
  self:fail(self:peek(), "bad_expression.expected", { wanted = value, where = where,
    hint = foreign_hint(self.text, self:peek().pos) })
end

-- Takes an operator that makes the tree one level deeper.
function Parser:operator()
  local token = self:take()
  self.operators = self.operators + 1
  if self.operators > MAX_OPERATORS then
    self:fail(token, "too_large.operators", { most = MAX_OPERATORS })
  end
end

local LITERALS = { ["true"] = true, ["false"] = false }

function Parser:parameter(token)
  self.used = self.used + 1
  local value = self.params[self.used]
  local kind = type(value)
  if rawequal(value, core.null) then value, kind = nil, "nil" end
  if kind ~= "nil" and kind ~= "string" and kind ~= "number" and kind ~= "boolean" then
    errors.raise("bad_type.parameter", { number = self.used, text = tree.shorten(self.text), got = kind })
  end
  return literal(value, token.pos)
end

-- Arguments up to the closing parenthesis; `where` is a phrase.
function Parser:arguments(where)
  local args = {}
  if self:accept(")") then return args end
  repeat args[#args + 1] = self:expression() until not self:accept(",")
  self:expect(")", where)
  return args
end

function Parser:name_or_call(token)
  if not token.quoted and self:accept("(") then
    local args = self:arguments { key = "after_arguments", call = token.value }
    return { kind = "call", name = token.value, args = args, pos = token.pos }
  end
  local path = { token.value }
  while self:accept(".") do
    local part = self:take()
    if part.kind ~= "name" and part.kind ~= "keyword" then self:fail(part, "bad_expression.after_dot") end
    path[#path + 1] = part.value
  end
  return { kind = "column", path = path, pos = token.pos, quoted = token.quoted }
end

function Parser:primary()
  local token = self:take()
  if token.kind == "number" then
    local node = literal(token.value, token.pos)
    node.written = token.written          -- there may be a column of that name
    return node
  end
  if token.kind == "text" then return literal(token.value, token.pos) end
  if token.kind == "name" then return self:name_or_call(token) end
  if token.value == "?" and token.kind == "symbol" then return self:parameter(token) end
  if token.value == "(" and token.kind == "symbol" then
    local inner = self:expression()
    self:expect(")", { key = "to_close" })
    inner.written = nil          -- as nothing but a number
    return inner
  end
  if token.kind == "keyword" then
    if LITERALS[token.value] ~= nil then return literal(LITERALS[token.value], token.pos) end
    if token.value == "nil" or token.value == "null" then return literal(nil, token.pos) end
  end
  local before = self.tokens[self.at - 2]
  if token.value == "*" and before and before.value == "(" then self:fail(token, "bad_expression.count_star") end
  if not before then self:fail(token, "bad_expression.value", { hint = foreign_hint(self.text, token.pos) }) end
  self:fail(token, "bad_expression.value_after", { before = before.value, hint = foreign_hint(self.text, token.pos) })
end

function Parser:unary()
  local minus = self:accept("-")
  if not minus then return self:primary() end
  local operand = self:nested(self.unary)
  if operand.kind == "literal" and math.type(operand.value) then
    local node = literal(-operand.value, minus.pos)
    node.written = operand.written          -- sort("-2019") means the column
    return node
  end
  return { kind = "negate", operand = operand, pos = minus.pos }
end

-- Left-associative binary operators, a level each.
local function binary_level(operators, below)
  return function(self)
    local left = self[below](self)
    while true do
      local token = self:peek()
      if token.kind ~= "symbol" or not operators[token.value] then return left end
      self:operator()
      left = { kind = "binary", op = token.value, left = left, right = self[below](self), pos = token.pos }
    end
  end
end

Parser.product = binary_level({ ["*"] = true, ["/"] = true, ["%"] = true }, "unary")
Parser.sum = binary_level({ ["+"] = true, ["-"] = true }, "product")
Parser.concat = binary_level({ [".."] = true }, "sum")

local COMPARISONS = { ["="] = true, ["!="] = true, ["<"] = true, ["<="] = true, [">"] = true, [">="] = true }

-- `x like p escape e` is a call; the node of `like` itself stays for what is read a batch at a time.
local function escaped(node, escape)
  local call = { kind = "call", name = "like_escape", args = { node.operand, node.pattern, escape }, pos = node.pos }
  return node.negated and { kind = "not", operand = call, pos = node.pos } or call
end

-- `in`, `between` and `like`, after their optional `not`.
function Parser:word_comparison(left, negated)
  local token = self:take()
  local node = { operand = left, negated = negated, pos = token.pos }
  if token.value == "in" then
    self:expect("(", { key = "after_in" })
    node.kind, node.list = "in", self:arguments { key = "after_list_of_in" }
  elseif token.value == "between" then
    node.kind, node.low = "between", self:concat()
    self:expect("and", { key = "in_between" })
    node.high = self:concat()
  else
    node.kind, node.pattern = "like", self:concat()
    if self:accept_word "escape" then return escaped(node, self:concat()) end
  end
  return node
end

local WORD_COMPARISONS = { ["in"] = true, between = true, like = true }

function Parser:is_nil(left)
  local token = self:take()
  local negated = self:accept("not") ~= nil
  if not (self:accept("nil") or self:accept("null")) then
    self:fail(self:peek(), "bad_expression.after_is")
  end
  return { kind = "is_nil", operand = left, negated = negated, pos = token.pos }
end

function Parser:comparison()
  local left = self:concat()
  local token, following = self:peek(), self.tokens[self.at + 1]
  if token.kind == "symbol" and COMPARISONS[token.value] then
    self:take()
    local node = { kind = "compare", op = token.value, left = left, right = self:concat(), pos = token.pos }
    local again = self:peek()
    if again.kind == "symbol" and COMPARISONS[again.value] then
      self:fail(again, "bad_expression.chained")
    end
    return node
  elseif token.kind ~= "keyword" then
    return left
  elseif token.value == "is" then
    return self:is_nil(left)
  elseif WORD_COMPARISONS[token.value] then
    return self:word_comparison(left, false)
  elseif token.value == "not" and following.kind == "keyword" and WORD_COMPARISONS[following.value] then
    self:take()
    return self:word_comparison(left, true)
  end
  return left
end

function Parser:negation()
  local token = self:accept("not")
  if not token then return self:comparison() end
  return { kind = "not", operand = self:nested(self.negation), pos = token.pos }
end

local function logic_level(word, below)
  return function(self)
    local left = self[below](self)
    while true do
      local token = self:peek()
      if token.kind ~= "keyword" or token.value ~= word then return left end
      self:operator()
      left = { kind = "logic", op = word, left = left, right = self[below](self), pos = token.pos }
    end
  end
end

Parser.conjunction = logic_level("and", "negation")
Parser.disjunction = logic_level("or", "conjunction")

-- Runs one parsing step a level deeper.
function Parser:nested(step)
  self.depth = self.depth + 1
  if self.depth > MAX_DEPTH then self:fail(self:peek(), "too_large.depth", { most = MAX_DEPTH }) end
  local node = step(self)
  self.depth = self.depth - 1
  return node
end

function Parser:expression() return self:nested(self.disjunction) end

local function is_plain_name(token) return token ~= nil and token.kind == "name" and not token.quoted end

-- Names side by side, as they stand in the text: perhaps the name of one column, with blanks in it.
function Parser:names_here()
  local first, last = self.at, self.at
  if not (is_plain_name(self.tokens[first]) and is_plain_name(self.tokens[first - 1])) then return nil end
  while is_plain_name(self.tokens[first - 1]) do first = first - 1 end
  while is_plain_name(self.tokens[last + 1]) do last = last + 1 end
  if last - first >= MOST_NAMES then return nil end
  local token = self.tokens[last]
  return self.text:sub(self.tokens[first].pos, token.pos + #token.value - 1)
end

function Parser:finish()
  local token = self:peek()
  if token.kind ~= "end" then
    if token.value == "descending" or token.value == "ascending" then self:fail(token, "bad_expression.direction") end
    local name = self:names_here()
    local hint = foreign_hint(self.text, token.pos) or name and { key = "quote_name", name = name } or nil
    self:fail(token, "bad_expression.rest", { found = token.value, hint = hint })
  end
  local given = self.params.n or #self.params
  if self.used > given or self.used < given and not self.params.more then
    errors.raise("bad_argument.parameters", { text = tree.shorten(self.text), used = self.used, given = given,
      hint = self.used == 0 and { key = "one_condition_each" } or nil })
  end
end

--- A parser at the beginning of a text; `params` are the values of its `?`, with their number in `n`, and `more` where
--- others may follow them.
---@param text string
---@param params table?
---@return table parser
function parser.new(text, params)
  return setmetatable({ text = text, tokens = lex(text), at = 1, depth = 0, operators = 0,
    params = params or { n = 0 }, used = 0 }, Parser)
end

return parser
