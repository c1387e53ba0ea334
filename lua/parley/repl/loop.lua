--- A prompt of Parley's own: reads a chunk, which may take several lines, runs it and prints what it gives.

local core = require "parley.core"
local failures = require "parley.repl.failures"
local line = require "parley.repl.line"
local results = require "parley.repl.results"

local loop = {}

local CHUNK = "=" .. failures.CHUNK
local PROMPT, MORE = "> ", ">> "
local LEAVE = { exit = true, quit = true }

local function compile(text, globals)
  local chunk = load("return " .. text, CHUNK, "t", globals)
  if chunk then return chunk end
  return load(text, CHUNK, "t", globals)
end

-- Does the chunk only lack its end? Lua's compiler says so in its words alone.
local function is_begun(said)
  return said:find "<eof>'?$" ~= nil
end

-- Reads a whole chunk: a function, or nil and what is wrong with it; false for Ctrl-C, nothing at the end of input.
local function read(session)
  session.before = ""
  local prompt = session.shows and PROMPT or nil
  while true do
    local text = line.read(prompt, session.input, session.output)
    if text == nil then return nil end
    if text == false then return false end
    if session.before == "" and LEAVE[text] and rawget(session.globals, text) == nil then return nil end
    session.before = session.before .. (session.before == "" and text:gsub("^%s*=", "return ") or text) .. "\n"
    local chunk, message = compile(session.before, session.globals)
    if chunk or not is_begun(message) then return chunk or message end
    prompt = session.shows and MORE or nil
  end
end

local function show(session, ...) results.show(table.pack(...), session.globals, session.output) end

-- Runs a chunk and shows what it gives; Ctrl-C ends both.
local function run(session, chunk)
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

--- Runs the prompt until the end of input.
---@param options { globals: table?, banner: string?, input: file*?, output: file*? }?
---@return boolean stopped
function loop.run(options)
  options = options or {}
  local input = options.input or io.stdin
  local session = { globals = options.globals or _G, input = input, output = options.output or io.stdout, before = "",
    stopped = false, shows = input == io.stdin and core.is_terminal(0) }
  if options.banner and session.shows then session.output:write(options.banner, "\n") end
  line.attach(session.globals, function() return session.before end)
  core.interrupts("prompt", failures.HOME)
  while step(session) do end
  core.interrupts("calls", failures.HOME)
  if session.shows then session.output:write "\n" end
  return session.stopped
end

return loop
