-- Follows each "How to add …" of CONTRIBUTING.md in a scratch copy of the sources: its blocks change files, and what is
-- then run must answer what the page shows.

local pages = require "spec.support.pages"
local scratch = require "spec.support.scratch"

-- The sections, each with its heading and its blocks.
local function sections()
  local found = {}
  local marked = pages.read "CONTRIBUTING.md":gsub("\n(##+ )", "\n\1%1")          -- "#include" is no heading
  for heading, body in marked:gmatch "\1### (How to add [^\n]*)\n([^\1]*)" do
    found[#found + 1] = { heading = heading, blocks = pages.blocks(body) }
  end
  return found
end

-- How many files each may touch that is added most.
local MOST_FILES = { ["a column to the codebook"] = 1, ["an aggregate"] = 4,
  ["an aggregate with a kernel of its own"] = 4, ["a scalar function"] = 3, ["a column type"] = 12, ["a verb"] = 8 }

-- Of functions also what `make docs` writes counts: their page, and the declarations of short forms.
local OF_FUNCTIONS = { ["an aggregate"] = true, ["a scalar function"] = true }

-- The file that a block is or goes into, the words of the line it goes after, and its text.
local function change(block)
  local first, rest = block.text:match "^([^\n]*)\n(.*)$"
  first = first and (first:match "^/%* (.*) %*/$" or first:match "^<!%-%- (.*) %-%->$" or first:match "^%-%- (.*)$") or ""
  local path, words = first:match "^(%S+/%S+%.%a+), after (.+)$"
  path = path or first:match "^(%S+/%S+%.%a+)$"
  return path, words, rest
end

-- The text with lines added after the first line in which the words stand.
local function with_lines(text, words, lines)
  local _, at = text:find(words, 1, true)
  assert(at, "no line with: " .. words)
  assert(not text:find(words, at, true), "more than one line with: " .. words)
  local ending = assert(text:find("\n", at, true))
  return text:sub(1, ending) .. lines .. "\n" .. text:sub(ending + 1)
end

local IN_C = { "csrc", "tools", "doc", "rockspec", "Makefile" }

-- Sources in C beside the Lua ones, and what was made of them, so that make has little to do. What is there stays.
local function copy_c(at)
  assert(os.execute(("mkdir -p '%s' '%s' && cp -rpn %s '%s' && cp -rpn spec/support '%s' && cp -rp build/obj build/parley '%s'")
    :format(at "spec", at "build", table.concat(IN_C, " "), at "", at "spec/", at "build")))
end

-- What lint and specs want of what was added, in a copy that has them all. Only `make check` brings luacheck, which has
-- a Lua of its own.
local WANTED = { "! command -v luacheck >/dev/null || env -u LUA_PATH -u LUA_CPATH luacheck --quiet $FILES",
  "$LUA tools/layers.lua", "$LUA tools/spec.lua --ignore-lua spec/query/verbs_spec.lua spec/annotations_spec.lua" }

local function copy_specs(at)
  assert(os.execute(("cp -rp spec csrc tools doc examples rockspec *.md LICENSE .luacheckrc '%s'"):format(at "")))
end

local function check_wanted(at, touched)
  local files = {}
  for path in pairs(touched) do files[#files + 1] = path:find "%.lua$" and "'" .. path .. "'" or nil end
  for _, command in ipairs(WANTED) do
    local setting = ("LUA_PATH='%s;%s;%s' FILES=\"%s\" LUA='%s'"):format(at "lua/?.lua", at "lua/?/init.lua",
      package.path, table.concat(files, " "), scratch.lua())
    local pipe = assert(io.popen(("cd '%s' && export %s && ( %s ) 2>&1"):format(at "", setting, command)))
    local said = pipe:read "a"
    assert.is_true(pipe:close() or false, said)
  end
end

-- Where the copy's module is: its own where C was changed. Not optimised: all that includes a table is compiled anew.
local function cpath_of(at, compiled)
  if not compiled then return package.cpath end
  local done = os.execute(("make -s -C '%s' CFLAGS=-O0 build/parley/core.so >/dev/null"):format(at ""))
  assert(done, "the copy does not compile")
  return at "build/?.so"
end

-- The files that `make docs` writes of tables in the sources, where the copy's tables say something else.
local function written_anew(at)
  assert(os.execute(("make -s -C '%s' CFLAGS=-O0 written >/dev/null"):format(at "")))
  local pipe <close> = io.popen(("for file in doc/*.md lua/parley/meta/*.lua; do cmp -s $file '%s'$file || echo $file; done")
    :format(at ""))
  local paths = {}
  for path in pipe:lines() do paths[#paths + 1] = path end
  return paths
end

local function apply(at, block)
  local path, words, text = change(block)
  if words then text = with_lines(pages.read(at(path)), words, text) else text = text .. "\n" end
  scratch.write(at(path), text)
end

-- What a script prints in the scratch copy, in a folder of its own.
local function answer(at, text, cpath)
  scratch.write(at "try.lua", "local parley = require 'parley'\n" .. text)
  local command = ("cd '%s' && LUA_PATH='%s' LUA_CPATH='%s' '%s' try.lua 2>&1"):format(at "",
    at "lua/?.lua" .. ";" .. at "lua/?/init.lua" .. ";" .. at "?.lua", cpath, scratch.lua())
  local pipe <close> = assert(io.popen(command))
  -- where an error was raised is the caller's business
  return (pipe:read "a":gsub("try%.lua:%d+: ", ""))
end

local CHANGING = { lua = true, c = true, markdown = true }

-- Whether a section adds to the specs, too.
local function with_specs(section)
  for _, block in ipairs(section.blocks) do
    if (change(block) or ""):find "^spec/" then return true end
  end
  return false
end

describe("CONTRIBUTING.md #tools", function()
  for _, section in ipairs(sections()) do
    it("tells " .. section.heading:lower(), function()
      local at, remove = scratch.folder()
      finally(remove)
      assert(os.execute(("cp -r lua '%s'"):format(at "")))
      local tried, compiled, touched, count = 0, false, {}, 0
      if with_specs(section) then copy_specs(at) end
      for i, block in ipairs(section.blocks) do
        local next_block = section.blocks[i + 1]
        if CHANGING[block.language] and change(block) then
          if block.language == "c" and not compiled then copy_c(at) end
          compiled = compiled or block.language == "c"
          apply(at, block)
          touched[change(block)] = true
        elseif block.language == "lua" then
          tried = tried + 1
          assert.equal("text", next_block and next_block.language)
          assert.equal(pages.trimmed(next_block.text), pages.trimmed(answer(at, block.text, cpath_of(at, compiled))))
        end
      end
      assert.is_true(tried > 0, "nothing was tried")
      if with_specs(section) then check_wanted(at, touched) end
      local thing = section.heading:match "How to add (.*)"
      for _, path in ipairs(OF_FUNCTIONS[thing] and written_anew(at) or {}) do touched[path] = true end
      for _ in pairs(touched) do count = count + 1 end
      assert.is_true(count <= (MOST_FILES[thing] or 5), "too many files")
      assert.equal(OF_FUNCTIONS[thing], touched["doc/expressions.md"])
    end)
  end

  it("tells of what is added most, each in a section that is followed", function()
    local text = pages.read "CONTRIBUTING.md"
    assert.is_true(#sections() >= 6, "the sections are not found")
    for thing in pairs(MOST_FILES) do assert.is_truthy(text:find("### How to add " .. thing .. "\n", 1, true), thing) end
    for _, thing in ipairs { "a column", "a verb", "a mapping", "an export", "an analysis", "an aggregate",
      "a scalar function", "a column type" } do
      assert.is_truthy(text:find("### How to add " .. thing, 1, true), thing)
    end
  end)
end)
