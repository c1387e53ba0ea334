-- Completion in real shells: bash, zsh and fish are started, read the script, and are asked what could stand at the
-- end of a line, which asks the program in turn. A shell that this machine lacks is left out (`make deps-check`
-- installs them).

local completion = require "parley.repl.command.completion"
local commands = require "parley.repl.command.commands"
local options = require "parley.repl.command.options"
local codebook = require "parley.codebook.tables"
local parley = require "parley"
local scratch = require "spec.support.scratch"
local support = require "spec.support.commands"

local DATASETS = { "istanbul-2025", "russia-ukraine-talks" }

-- How each shell is asked, with the script's path and the words of the line, the last of which is begun.
local ASK = {
  bash = [[source %s; COMP_WORDS=(%s); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _parley
    printf '%%s\n' "${COMPREPLY[@]}"]],
  fish = [[source %s; complete -C (string join ' ' -- %s)]],
}

-- zsh draws what it completes; in its place the function that makes the list is asked.
ASK.zsh = [=[compdef() { :; }; source %s; line=(%s); at=$#line; current=${line[-1]}
  offered=$(_parley_words); begun=
  [[ $offered == LIST* ]] && begun=${current%%${current##*[^A-Za-z0-9_]}}
  found=(${(M)${=${offered#FILES}#LIST}:#${current#$begun}*}); print -rl -- $begun$^found
  [[ $offered == FILES* ]] && { cd FOLDER; print -rl -- $current*(N); }; true]=]

local function installed(shell) return os.execute("command -v " .. shell .. " >/dev/null 2>&1") == true end

-- The program, as the scripts call it.
local PROGRAM = ("%s %s/bin/parley"):format(arg and arg[-1] or "lua5.4", io.popen("pwd"):read "l")
local CALLED = { fish = "function parley; " .. PROGRAM .. " $argv; end\n" }
CALLED.bash = "parley() { " .. PROGRAM .. ' "$@"; }\n'
CALLED.zsh = CALLED.bash

local path, remove

setup(function()
  path, remove = scratch.folder()
  scratch.write(path "demands.csv", "a,file_column\n1,2\n")
  assert(parley.open():save_as(path "mine.db"))
  local mine <close> = assert(parley.open(path "mine.db"))
  mine:add_column("talks", "own", { type = "text" })
  mine:atomic(function()
    for i = 0, 120 do
      mine:add("parties", { id = ("p%03d"):format(i), name = "x", kind = "state" }, { source = "s1" })
    end
  end)
  for shell in pairs(ASK) do scratch.write(path("parley." .. shell), completion.of(shell, DATASETS)) end
end)

teardown(function() remove() end)

-- The words that a shell offers at the end of a line.
local function offered(shell, line)
  local words = {}
  for word in (line .. "|"):gmatch "%S+" do words[#words + 1] = "'" .. word:gsub("|$", "") .. "'" end
  local script = ASK[shell]:format(path("parley." .. shell), table.concat(words, " ")):gsub("FOLDER", path ".")
  local file = scratch.file(path "ask", CALLED[shell] .. script)
  local flags = shell == "fish" and "--no-config" or shell == "zsh" and "-f" or "--norc"
  local output = support.run(("cd %s && env -u PARLEY_BUILD %s %s %s"):format(path ".", shell, flags, file))
  local found = {}
  for word in output:gmatch "[^\n]+" do found[#found + 1] = word:match "^[^\t]*" end
  return found
end

local function has(list, word)
  for _, item in ipairs(list) do
    if item == word then return true end
  end
  return false
end

for _, shell in ipairs { "bash", "zsh", "fish" } do
  describe("completion in " .. shell .. " #tools", function()
    local test = installed(shell) and it or pending

    test("offers commands, datasets and files first", function()
      local found = offered(shell, "parley ")
      for _, name in ipairs(commands.names) do assert.is_true(has(found, name), name) end
      assert.is_true(has(found, "istanbul-2025"))
      assert.is_true(has(found, "demands.csv"))
      assert.same({ "rows" }, offered(shell, "parley ro"))
      assert.is_true(has(offered(shell, "parley talks.db ti"), "timeline"))
    end)

    test("offers the options of the command at hand, and of no other", function()
      for _, name in ipairs { "rows", "cite", "import", "datasets" } do
        local found = offered(shell, "parley " .. name .. " --")
        for _, option in ipairs(options.of(commands.find(name))) do
          assert.is_true(has(found, "--" .. option.name), name .. " --" .. option.name)
        end
      end
      assert.is_false(has(offered(shell, "parley rows --"), "--overdue"))
    end)

    test("offers tables where one can stand, and files where not", function()
      local found = offered(shell, "parley rows ")
      for _, name in ipairs(codebook.table_names()) do assert.is_true(has(found, name), name) end
      assert.is_true(has(offered(shell, "parley talks.db get de"), "demands"))
      assert.is_true(has(offered(shell, "parley timeline --limit 3 --table de"), "demands"))
      assert.is_true(has(offered(shell, "parley rows talks --output de"), "demands.csv"))
      assert.is_true(has(offered(shell, "parley t.db import talks de"), "demands.csv"))
    end)

    test("offers the ids of a table's rows, of which a hundred from the one that is begun on", function()
      for _, line in ipairs { "get demands", "istanbul-2025 evidence demands", "get demands --as-of 2026",
          "cite demands", "mine.db get demands" } do
        assert.same({ "ru-truce" }, offered(shell, "parley " .. line .. " ru-t"), line)
      end
      assert.same({ "p007" }, offered(shell, "parley mine.db get parties p007"))
      local found = offered(shell, "parley mine.db get parties ")
      assert.equal(100, #found)
      assert.is_true(has(found, "p000"))
      assert.same({}, offered(shell, "parley none.db get demands ru-"))
      assert.same({}, offered(shell, "parley get nothing ru-"))
    end)

    test("offers the columns of the table at hand", function()
      for _, line in ipairs { "rows demands --select", "rows demands -c id --sort", "evidence demands ru-truce" } do
        local found = offered(shell, "parley " .. line .. " day")
        table.sort(found)
        assert.same({ "days_best", "days_high", "days_low" }, found, line)
      end
      assert.is_true(has(offered(shell, "parley mine.db rows talks --select ow"), "own"))
      assert.same({}, offered(shell, "parley rows --select day"))
      assert.same({ "topic" }, offered(shell, "parley plot bar demands --x top"))
      assert.same({ "file_column" }, offered(shell, "parley demands.csv rows --select file_"))
      assert.same({ "file_column" }, offered(shell, "parley demands.csv plot bar --x file_"))
    end)

    test("offers them behind others in a list and within an expression", function()
      for _, line in ipairs { "rows demands --select id,par", "rows demands --sort made,par",
          "mine.db rows demands --select id,par", "rows demands --where made+par" } do
        local begun = line:match "%S+$":match ".*[^%w_]"
        assert.same({ begun .. "party" }, offered(shell, "parley " .. line), line)
      end
    end)

    test("offers the columns of what a command lists", function()
      assert.same({ "claims" }, offered(shell, "parley datasets --select cla"))
      assert.same({ "id,readings" }, offered(shell, "parley disagreements --select id,readin"))
      assert.same({ "certainty" }, offered(shell, "parley resting-on anonymous --select cert"))
    end)

    test("offers the words that an option takes", function()
      assert.same({ "csv", "json", "jsonl", "tsv", "xlsx" }, (function()
        local found = offered(shell, "parley rows --format ")
        table.sort(found)
        return found
      end)())
      assert.is_true(has(offered(shell, "parley help ti"), "timeline"))
    end)
  end)
end
