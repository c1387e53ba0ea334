-- English is made once: sentences that tell of a failure stand in parley.base.messages, and no source has one of its own
-- where a failure is raised, or given to its caller, or set aside. Sources in C name a key, with arguments.

local scratch = require "spec.support.scratch"
local source = dofile "tools/source.lua"

-- Files whose sentences are data: the messages themselves, the list of code words, bundled datasets.
local DATA = { "^base/messages/", "^base/codes%.lua$", "^bundled/", "^meta/", "^repl/reference%.lua$" }

-- What makes or ends a failure, and is given a key, never words.
local MAKERS = { "error", "fail", "refuse", "refused", "raise", "raise_in", "of", "new", "results", "set_aside" }

-- What takes the parts of a sentence: names, numbers and values, and phrases by their keys.
local TAKERS = { "errors%.[%l_]+", "options%.[%l_]+", "notes%.new", "beside%.new", "dates%.last_day", "dates%.days",
  "files%.cannot", "fail", "refuse", "want", "%l+:fail" }

-- Lines that give words all the same, and why.
local ALLOWED = {
  ["base/error_sentences.lua"] = { ["no message for the error "] = "a fault of ours, which a spec finds before a user can",
    ["no words for the hint "] = "the same", ["no words for the phrase "] = "the same" },
  ["repl/command/reading.lua"] = { ["standard input"] = "what is read, in the place of a path" },
  ["query/columns/relation.lua"] = { ["an aggregate outside summarise"] = "a fault of ours: binding refuses it before" },
}

local function is_sentence(text) return text:find "%a%a+[,;:]? %l%l+" ~= nil or text:find "parley: " ~= nil end

-- The texts in quotes of a line of code, without its comment.
local function texts_of(line)
  local list, at = {}, 1
  while true do
    local from, _, mark = line:find("([\"'])", at)
    local comment = line:find("--", at, true)
    if not from or (comment and comment < from) then return list end
    local to = from
    repeat
      to = line:find(mark, to + 1, true)
    until not to or line:sub(to - 1, to - 1) ~= "\\"
    if not to then return list end
    list[#list + 1] = { line:sub(from + 1, to - 1), line:sub(1, from - 1) }
    at = to + 1
  end
end

-- Whether what stands before a text hands it to a maker of failures, or returns it beside nil.
local function tells_failure(before)
  if before:find "return%s+nil%s*,[^;]*$" or before:find "return%s+false%s*,[^;]*$" then return true end
  for _, maker in ipairs(MAKERS) do
    if before:find("%f[%a_]" .. maker .. "%s*%(+[^(){}]*%(?$") or before:find("%f[%a_]" .. maker .. "%s*$") then
      return true
    end
  end
  return false
end

-- Whether a text is a way out that is put behind a sentence: hints are data, too.
local function is_hint(words, before)
  return words:find "%a %a" ~= nil
    and (before:find "%f[%a_]hint%s*=[^,={}]*$" ~= nil or before:find "%f[%a_]suggestion%s*=[^,={}]*$" ~= nil)
end

-- { "file:line: text" } of sentences in a file.
local function sentences_in(path, text)
  local list, number = {}, 0
  for line in (text .. "\n"):gmatch "([^\n]*)\n" do
    number = number + 1
    for _, found in ipairs(texts_of(line)) do
      local words, before = found[1], found[2]
      local is_own = words:find "parley: " or words:find "[Dd]id you mean" or is_hint(words, before)
        or (is_sentence(words) and tells_failure(before))
      if is_own and not (ALLOWED[path] or {})[words] then list[#list + 1] = ("%s:%d: %s"):format(path, number, words) end
    end
  end
  return list
end

-- { "file: words" } of sentences that a text in C hands to a maker of failures.
local function sentences_in_c(path, text)
  local list = {}
  for call in text:gsub("/%*.-%*/", ""):gmatch "parley_[%l_]*%f[%l]%l*%f[^%l]%b()" do
    local maker = call:match "^parley_([%l_]+)"
    if maker:find "fail" or maker:find "refuse" then
      for words in call:gmatch '"([^"]*)"' do
        if is_sentence(words) and not words:find "=%%" then list[#list + 1] = path .. ": " .. words end
      end
    end
  end
  -- Lua's own makers of errors take words; what a room of ours refuses has a key
  for call in text:gsub("/%*.-%*/", ""):gmatch "luaL_%l+%b()" do
    if call:find "^luaL_argcheck" or call:find "^luaL_error" or call:find "^luaL_argerror" then
      list[#list + 1] = path .. ": " .. call
    end
  end
  return list
end

-- Rooms that print nothing: what they have to say is said by a failure, a note or a hint, whose words are elsewhere.
local SILENT = { "^import/", "^query/", "^claims/", "^storage/", "^frame/" }

-- Files in them that print: explanations, reports; and sources that mappings describe, in the words of their makers.
local PRINTING = { "^import/report%.lua$", "^import/printed_report%.lua$", "^import/sniff%.lua$", "^import/mappings/",
  "^claims/policy%.lua$", "explain%.lua$" }

-- Words in them that tell of no failure, and why they stand there.
local OTHER_WORDS = {
  ["base/expression_words.lua"] = "keywords",
  ["claims/judging.lua"] = "what is stored of the source of judgements",
  ["claims/correcting.lua"] = "what is stored beside a claim: the reason of a rename, the note of one that was restored",
  ["import/expressions.lua"] = "what the rows of a file are described as, in a schema",
  ["import/header.lua"] = "the first words of somebody else's format",
  ["import/import.lua"] = "the name of a file, as it is stored",
  ["import/read.lua"] = "the name of a file, as it is stored",
  ["import/reader_options.lua"] = "the name of a file, as it is stored",
  ["import/source_history.lua"] = "columns of a query",
  ["import/retry.lua"] = "the name of a file",
  ["query/amounts.lua"] = "amounts in words, which are values",
  ["query/call_arguments.lua"] = "a type in the table of functions",
  ["query/columns/relation.lua"] = "a fault of ours: binding refuses it before",
  ["query/sql/dialect/postgres.lua"] = "a name, where PostgreSQL takes none",
  ["query/sql/dialect/postgres_file.lua"] = "types, as the catalogue of a server calls them",
  ["query/join_partners.lua"] = "an expression",
  ["query/near_words.lua"] = "expressions",
  ["query/nearest.lua"] = "expressions",
  ["query/sql/frame_queries.lua"] = "what explain() prints",
  ["query/steps/windows.lua"] = "how explain(), and the note of an unclear total, name the step",
  ["query/sql/level.lua"] = "names in SQL",
  ["query/steps/select.lua"] = "an example, as it is written",
  ["query/steps/sort.lua"] = "an example, as it is written",
  ["query/steps/summarise.lua"] = "an example, as it is written",
  ["query/steps/with.lua"] = "an example, as it is written",
  ["storage/external_schema.lua"] = "what a table is described as, in a schema",
  ["storage/full_text.lua"] = "keys of kept indexes",
  ["storage/open_dataset.lua"] = "the name of a dataset",
  ["storage/own_columns.lua"] = "what a column is described as, in a schema",
  ["storage/claims_table.lua"] = "what a column is described as, in a schema",
}

-- Whether a text is of words that make English: two of small letters side by side, or one behind an article.
local function is_english(text)
  return text:find "%f[%a]%l%l+ %l%l+%f[%A]" ~= nil or text:find "^an? %l%l+" ~= nil or text:find "^the %l%l+" ~= nil
end

local function is_among(path, patterns)
  for _, pattern in ipairs(patterns) do
    if path:find(pattern) then return true end
  end
  return false
end

-- { "file:line: text" } of English in a file of a room that prints nothing.
local function spoken_in(path, text)
  local list, number = {}, 0
  local is_silent = is_among(path, SILENT) and not is_among(path, PRINTING)
  for line in (is_silent and text .. "\n" or ""):gmatch "([^\n]*)\n" do
    number = number + 1
    for _, found in ipairs(texts_of(line)) do
      if is_english(found[1]) and not OTHER_WORDS[path] then list[#list + 1] = ("%s:%d: %s"):format(path, number, found[1]) end
    end
  end
  return list
end

-- { "file: text" } of English that stands among the arguments of what takes the parts of a sentence, in any room.
local function handed_over_in(path, text)
  local list, code = {}, text:gsub("%-%-[^\n]*", "")
  for _, taker in ipairs(TAKERS) do
    local at = 1
    while at do
      local first, last = code:find("%f[%w_]" .. taker .. "%s*%b()", at)
      for _, found in ipairs(first and texts_of((code:sub(first, last):gsub("\n", " "))) or {}) do
        if is_english(found[1]) and not (ALLOWED[path] or {})[found[1]] then list[#list + 1] = path .. ": " .. found[1] end
      end
      at = first and first + 1
    end
  end
  return list
end

describe("the English of failures", function()
  it("stands in no source in C", function()
    local list = {}
    for _, path in ipairs(source.files("csrc", { "c", "h" })) do
      for _, hit in ipairs(sentences_in_c(path, scratch.read("csrc/" .. path))) do list[#list + 1] = hit end
    end
    assert.same({}, list)
  end)

  it("would be found in C", function()
    for _, call in ipairs { 'return parley_fail(err, PARLEY_ERROR_LIMIT, "the text takes too much");',
      'parley_refuse(L, "this reader is closed");', 'parley_fail_key(err, "nothing is wrong");',
      'parley_sql_fail(c, "%s needs an integer", name);',
      'luaL_argcheck(L, n > 0, 2, "a limit is positive");', 'return luaL_error(L, "closed");' } do
      assert.equal(1, #sentences_in_c("planted.c", call), call)
    end
    for _, call in ipairs { 'parley_fail_with(err, "limit.memory", "bytes=%zu limit=%zu", size, limit);',
      '/* parley_fail(err, code, "it is said here") */', 'parley_fail(err, code, "%s", sqlite3_errmsg(db));' } do
      assert.same({}, sentences_in_c("planted.c", call), call)
    end
  end)

  it("stands in the messages alone", function()
    local list = {}
    for _, path in ipairs(source.files("lua/parley", { "lua" }, DATA)) do
      for _, hit in ipairs(sentences_in(path, scratch.read("lua/parley/" .. path))) do list[#list + 1] = hit end
    end
    assert.equal(1, #list, table.concat(list, "\n"))
    assert.matches("^base/error_objects%.lua:%d+: parley: $", list[1])          -- the one place that says whose message it is
  end)

  it("stands in no room that prints nothing, however it is handed on", function()
    local list, used = {}, {}
    for _, path in ipairs(source.files("lua/parley", { "lua" }, DATA)) do
      local text = scratch.read("lua/parley/" .. path)
      for _, hit in ipairs(spoken_in(path, text)) do list[#list + 1] = hit end
      for _, found in ipairs(texts_of(text:gsub("%-%-[^\n]*", ""):gsub("\n", " "))) do
        used[path] = used[path] or is_english(found[1])
      end
    end
    assert.same({}, list)
    for path in pairs(OTHER_WORDS) do assert.is_true(used[path], path .. " needs to be allowed nothing") end
    for _, line in ipairs { 'return ("if it is the day number of a spreadsheet: %s"):format(day)',
      'local gone = ("cannot retract the last claim about %s"):format(id)', 'WORDS = { a = "rows set aside come from imports" }',
      'local TEXTUAL = { name = "a number" }', 'want(scope, left, TRUTH, ("each side of \'%s\'"):format(op))',
      'local shown = node.name or "this expression"' } do
      assert.equal(1, #spoken_in("import/planted.lua", line), line)
    end
    assert.same({}, spoken_in("import/planted.lua", 'return { key = "spreadsheet_day", text = day }'))
  end)

  it("is no argument of a failure or of a note, in any room", function()
    local list = {}
    for _, path in ipairs(source.files("lua/parley", { "lua" }, DATA)) do
      for _, hit in ipairs(handed_over_in(path, scratch.read("lua/parley/" .. path))) do list[#list + 1] = hit end
    end
    assert.same({}, list)
    for _, call in ipairs { 'errors.raise("no_name.choice", { what = "kind of picture",\n  name = name })',
      'options.one_of(kind, KINDS, "kind of chart")', 'errors.raise_about(problem, "the reason")',
      'notes.new("left_out.x", 3, {\n  of = "a source" })', 'operands.want(scope, node, DATED, "each side of it")' } do
      assert.equal(1, #handed_over_in("analysis/planted.lua", call), call)
    end
    for _, call in ipairs { 'errors.raise("no_name.choice", { what = { key = "picture_kind" }, name = name })',
      'options.check(given, "timeline{}", OPTIONS)', '-- errors.raise("x", { what = "kind of picture" })' } do
      assert.same({}, handed_over_in("analysis/planted.lua", call), call)
    end
  end)

  it("would be found elsewhere", function()
    for _, line in ipairs { 'return nil, "the row cannot be read"', 'error("nothing can be assigned", 2)',
      'return nil, ("%s: it is a folder"):format(path), "is_folder"', 'refuse("%s: it was written by a newer Parley", path)',
      'if not id then return refused("side", row.side, "is not 1, 2 or 3") end', 'local text = "parley: " .. message',
      'return fault.of("id", nil, errors.of("the row has no id", "no_id"))', "fail('it is empty now')",
      'refuse(path, ("no table in %s"):format(x))', 'print("did you mean " .. name)', 'hint = near and "write it so: " .. near or nil',
      'wrong.suggestion = ("state the order %s"):format(order)' } do
      assert.equal(1, #sentences_in("planted.lua", line), line)
    end
    for _, line in ipairs { 'return nil, "is_folder"', 'errors.raise("no_column.join", { name = name })',
      'errors.raise("bad_type.target", { got = "an empty one" })',
      'hint = { key = "add_first", table = "things", id = id }', 'hint = suggest.meant(near)', 'table.concat(list, "; ")',
      'local title = "What was agreed"', 'return errors.fail("malformed.row")', '-- error("it is said here")',
      'return nil, message, code' } do
      assert.same({}, sentences_in("planted.lua", line), line)
    end
  end)
end)
