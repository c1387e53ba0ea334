--- Commands about branches of a dataset: what has changed, merging, and having git do both.

local errors = require "parley.base.errors"

-- As diff of Unix: 1 where there is a difference.
local function diff(call)
  local d = call:checked(call.parley.diff(call.arguments[1], call.arguments[2]))
  local output = call.options.output
  if output and output:lower():find "%.html?$" then call:checked(d:save(output)) else call:text(d:text()) end
  if not d:is_empty() then call.status = 1 end
end

local function changelog(call)
  local text = call:checked(call.parley.changelog(call.arguments[1], call.arguments[2]))
  local output = call.options.output
  if output then
    call:checked(require("parley.base.files").replace(output, text))
  else
    call:text((text:gsub("\n$", "")))
  end
end

-- As git asks of a driver: 1 where something waits for an editor.
local function merge(call)
  local into = call.options.into
  if not into then errors.raise "bad_argument.merge_into" end
  local ds, report, code = call.parley.merge(call.arguments[1], call.arguments[2], call.arguments[3],
    { into = into, overwrite = call.options.overwrite })
  call:checked(ds, report, code):close()
  call:text(tostring(report))
  if report.counts.conflicts > 0 then call.status = 1 end
end

-- What is to stand in .git/config: nothing in it comes from the user.
local SETTINGS = {
  { "merge.parley.name", "Parley: branches of a dataset" },
  { "merge.parley.driver", "parley merge %O %A %B --into %A --overwrite" },
  { "diff.parley.command", 'f() { parley diff "$2" "$5" || true; }; f' },
}

local LINE <const> = "*.db merge=parley diff=parley"

-- Adds the line to .gitattributes, unless it is there.
local function add_attributes(folder)
  local path, text = folder .. "/.gitattributes", ""
  local file = io.open(path, "rb")
  if file then
    text = file:read "a"
    file:close()
  end
  if ("\n" .. text .. "\n"):find("\n" .. LINE .. "\n", 1, true) then return end
  if #text > 0 and text:sub(-1) ~= "\n" then text = text .. "\n" end
  require("parley.repl.command.failures").checked(require("parley.base.files").replace(path, text .. LINE .. "\n"))
end

local function quoted(text) return "'" .. text:gsub("'", "'\\''") .. "'" end

local function git_setup(call)
  local folder = call.arguments[1] or "."
  for _, setting in ipairs(SETTINGS) do
    local command = ("git -C %s config %s %s"):format(quoted(folder), setting[1], quoted(setting[2]))
    if not os.execute(command) then errors.raise("missing_program.git", { folder = folder }) end
  end
  add_attributes(folder)
  call:text("git merges and compares *.db with Parley in " .. folder)
end

local function dataset(name, meaning) return { name = name, meaning = meaning, complete = "file" } end

return {
  { name = "diff", needs = "nothing", summary = "What has changed between two datasets; status 1 where anything has.",
    arguments = { dataset("OLD", "a dataset, a dumped folder or an address"), dataset("NEW", "another one") },
    options = { "file" }, run = diff,
    examples = { "parley diff old.db new.db", "parley diff old.db new.db --output changes.html" } },
  { name = "changelog", needs = "nothing", summary = "What has changed between two states of a dataset, for a release.",
    arguments = { dataset("OLD", "a dataset, a dumped folder or an address"), dataset("NEW", "a later one") },
    options = { "file" }, run = changelog,
    examples = { "parley changelog v1.db v2.db", "parley changelog v1 v2.db --output CHANGES.md" } },
  { name = "merge", needs = "nothing",
    summary = "Merge two branches of a dataset; status 1 where something waits for an editor.",
    arguments = { dataset("BASE", "the dataset from which both have gone out"), dataset("OURS", "one branch"),
      dataset("THEIRS", "the other") },
    options = { "into", "overwrite", "file" }, run = merge,
    examples = { "parley merge base.db ours.db theirs.db --into merged.db" } },
  { name = "git-setup", needs = "nothing", summary = "Have git compare and merge *.db of a repository with Parley.",
    arguments = { { name = "FOLDER", meaning = "the repository; where one stands unless given", optional = true,
      complete = "file" } }, options = { "file" }, run = git_setup, examples = { "parley git-setup" } },
}
