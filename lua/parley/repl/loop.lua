--- A prompt of Parley's own: reads a chunk, which may take several lines, runs it and prints what it gives.

local core = require "parley.core"
local failures = require "parley.repl.failures"
local line = require "parley.repl.line"
local results = require "parley.repl.results"
local strict = require "parley.base.strict"

local loop = {}

local CHUNK = "=" .. failures.CHUNK
local PROMPT, MORE = "> ", ">> "
local LEAVE = { exit = true, quit = true, ["exit()"] = true, ["quit()"] = true, ["q()"] = true }

-- Does the chunk only lack its end? Lua's compiler says so in its words alone.
local function is_begun(said)
  return said:find "<eof>'?$" ~= nil
end

-- A function; or nil, what is wrong, and whether only the end is lacking, be it of a value or of a statement.
local function compile(text, globals)
  local chunk, of_value = load("return " .. text, CHUNK, "t", globals)
  if chunk then return chunk end
  local statement, problem = load(text, CHUNK, "t", globals)
  if problem and is_begun(of_value) then problem = of_value end
  return statement, problem, problem and is_begun(problem)
end

-- What a line is that cannot be run, and what was probably meant.
local function refused(text, message)
  local slips, errors = require "parley.repl.slips", require "parley.base.errors"
  local bare = slips.bare_call(text)
  local hint = bare and { key = "call_parentheses", name = bare } or slips.hint(text)
  return message .. (hint and "; " .. errors.hint(hint) or "")
end

local function leaves(session, text)
  local word = text:match "^%s*(.-)%s*;?%s*$"
  return session.before == "" and LEAVE[word] and session.globals[word:match "^%a+"] == nil
end

-- Reads a whole chunk: a function, or what is wrong with it; false for Ctrl-C, nothing at the end of input.
local function read(session)
  session.before = ""
  local prompt = session.shows and PROMPT or nil
  local problem
  while true do
    local text = line.read(prompt, session.input, session.output)
    if text == false then return false end
    if text == nil then return problem end
    if leaves(session, text) then return nil end
    session.before = session.before .. (session.before == "" and text:gsub("^%s*=", "return ") or text) .. "\n"
    local chunk, message, goes_on = compile(session.before, session.view)
    if chunk then return chunk end
    problem = refused(session.before, message)
    if not goes_on or require("parley.repl.slips").bare_call(session.before) then return problem end
    prompt = session.shows and MORE or nil
  end
end

local function show(session, ...) results.show(table.pack(...), session.globals, session.output) end

-- Names that a line makes local, which the next line has forgotten.
local function note_locals(session)
  for names in session.before:gmatch "%f[%w_]local%s+([%a_][%w_,%s]*)" do
    for name in names:gsub("^function%s+", ""):gmatch "[%a_][%w_]*" do session.locals[name] = true end
  end
end

-- Runs a chunk and shows what it gives; Ctrl-C ends both.
local function run(session, chunk)
  note_locals(session)
  core.interrupts("line", failures.HOME)
  local ok, message = xpcall(function() show(session, chunk()) end, failures.handler)
  core.interrupts "prompt"
  if not ok then failures.tell(message) end
end

failures.prompt = run

local function step(session)
  local chunk = read(session)
  if chunk == nil then return false end
  session.stopped = chunk == false
  if session.stopped then
    if session.shows then session.output:write "\n" end
  elseif type(chunk) == "string" then
    failures.tell(chunk)
  else
    run(session, chunk)
  end
  return true
end

local function is_dataset(value)
  return require("parley.repl.receiver").class(value) == "parley.Dataset"
end

--- Runs the prompt until the end of input.
---@param options { globals: table?, banner: string?, input: file*?, output: file*? }?
---@return boolean stopped
function loop.run(options)
  options = options or {}
  local input = options.input or io.stdin
  local globals, locals = options.globals or _G, {}
  local view = strict.view(globals, function(name)
    if name == "_" then return end          -- nothing has been printed yet
    local ds = is_dataset(globals.ds) and globals.ds or nil
    require("parley.repl.unknown_globals").refuse(name, globals, ds, locals[name])
  end)
  local session = { globals = globals, view = view, locals = locals, input = input,
    output = options.output or io.stdout, before = "", stopped = false,
    shows = input == io.stdin and core.is_terminal(0) }
  if options.banner and session.shows then session.output:write(options.banner, "\n") end
  line.attach(session.globals, function() return session.before end)
  core.interrupts("prompt", failures.HOME)
  while step(session) do end
  core.interrupts("calls", failures.HOME)
  if session.shows then session.output:write "\n" end
  return session.stopped
end

return loop
