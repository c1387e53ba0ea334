--- Commands that make, fill and copy datasets.

local errors = require "parley.base.errors"

local some = require("parley.repl.command.given").some

local function tell(line) io.stderr:write(errors.signed(line), "\n") end

local function tell_made(path) tell(require("parley.base.server_address").without_password(path) .. " made") end

local function is_on_server(path) return require("parley.base.files").is_on_server(path) end

-- A dataset on a server, with what another one holds.
local function create(call, from)
  if type(from) == "string" then from = call:readable(from) end
  call:checked(call.parley.create(call.path, { from = from })):close()
  tell_made(call.path)
end

-- A new file, which must not be there yet, or be empty; a copy of another dataset, or one without rows.
local function new(call)
  local path, parley, from = call.path, call.parley, call.options.copy
  if not path or path == "-" then errors.raise "no_option.new_without_file" end
  if is_on_server(path) then return create(call, from) end
  local file = io.open(path, "rb")
  if file then
    local head = file:read(1)
    file:close()
    if head then errors.raise("exists.dataset_file", { path = path }) end
  end
  if from then
    local ds = call:readable(from)
    call:checked(ds:save_as(path))
  else
    call:checked(parley.open(path, { mode = "rwc" })):close()
  end
  tell(path .. " made")
end

local function import(call)
  local given, name = call.options, call.arguments[1]
  local path, options = require("parley.repl.command.reading").source(call.arguments[2], given)
  options.mapping, options.source, options.key = given.mapping, given.source, some(given.key)
  options.on_error = given.on_error
  if options.key and #options.key == 1 then options.key = options.key[1] end
  call:text(tostring(call:checked(call.ds:import(name, path, options))))
end

local function export(call)
  local given = call.options
  call:checked(call.ds:save_package(call.arguments[1], { tables = some(given.table), title = given.title,
    overwrite = given.overwrite }))
end

local function dump(call)
  call:checked(call.ds:dump(call.arguments[1], { overwrite = call.options.overwrite }))
end

local function backup(call)
  call:checked(call.ds:backup(call.arguments[1], { overwrite = call.options.overwrite }))
end

local function load(call)
  if not call.path or call.path == "-" then errors.raise "no_option.new_without_file" end
  call:checked(call.parley.load(call.arguments[1], call.path)):close()
  tell_made(call.path)
end

local function datasets(call)
  local names, rows = call.parley.datasets(), {}
  for i, name in ipairs(names) do
    local about = names[name]
    rows[i] = { name = name, title = about.title, span = about.span, rows = about.rows, claims = about.claims }
  end
  call:rows(call.parley.frame(rows, { columns = { "name", "title", "span", "rows", "claims" } }))
end

local FOLDER = { name = "FOLDER", meaning = "a folder, new or empty", complete = "file" }

return {
  { name = "new", needs = "file", summary = "Make a new dataset: without rows, or a copy of another.",
    options = { "copy" }, run = new,
    examples = { "parley talks.db new", "parley mine.db new --copy istanbul-2025" } },
  { name = "import", needs = "dataset", writes = true, summary = "Bring the rows of a file into a table.",
    arguments = { { name = "TABLE", meaning = "where the rows go", complete = "table" },
      { name = "FILE", meaning = "CSV, TSV, JSON or JSON Lines, packed or not; '-' for standard input",
        complete = "file" } },
    options = { "mapping", "source", "key", "on-error", "reading", "file" }, run = import,
    examples = { "parley talks.db import sources sources.csv",
      "parley talks.db import demands demands.csv --source s1 --dates dmy" } },
  { name = "export", needs = "dataset", summary = "Write the tables into a folder as a data package: CSV and codebook.",
    arguments = { FOLDER }, options = { "table", "title", "overwrite", "view" }, run = export,
    examples = { "parley talks.db export talks-package --title 'Talks of 2025'" } },
  { name = "dump", needs = "dataset", summary = "Write the dataset into a folder as Lua data, for version control.",
    arguments = { FOLDER }, options = { "overwrite" }, run = dump,
    examples = { "parley talks.db dump talks-data" } },
  { name = "backup", needs = "dataset", summary = "Copy the dataset into a file while others work, and check the copy.",
    arguments = { { name = "FILE", meaning = "the copy", complete = "file" } }, options = { "overwrite" }, run = backup,
    examples = { "parley talks.db backup talks-2025-06-03.db" } },
  { name = "load", needs = "file", summary = "Make a new dataset of a folder that 'dump' wrote.",
    arguments = { { name = "FOLDER", meaning = "what 'dump' wrote", complete = "file" } }, run = load,
    examples = { "parley talks.db load talks-data" } },
  { name = "datasets", needs = "nothing", summary = "The datasets that come with Parley.",
    options = { "rows", "output" }, run = datasets, examples = { "parley datasets" } },
}
