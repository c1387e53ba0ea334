--- Programs at a real terminal: keys are sent, what they write is read, and a screen shows it as a user sees it.
--     local s = terminal.new(terminal.lua "-l parley.repl", { columns = 80 })
--     s:prompt():send "1 + 1\n":prompt():send "\4":close()
--     local seen = s:run()
--     seen[2].text, seen[2].ms, seen.screen, seen.status
-- A step is written down by its method, and all are done by run(): spec/host/terminal_host.c says what each means.
-- Keys: "\4" is Ctrl-D, "\3" Ctrl-C, "\t" Tab, "\27[A" the arrow up.

local commands = require "spec.support.commands"

local terminal = {}

local build = os.getenv "PARLEY_BUILD" or "build"

--- Longest wait, in milliseconds, before a step counts as late: long, as the machine may have other work.
terminal.LONG = 30000

local function quoted(text) return "'" .. text:gsub("'", "'\\''") .. "'" end

--- The command of the Lua that runs the specs, with this build: `arguments` is shell text. A sanitizer that runs the
-- specs has to run it too.
function terminal.lua(arguments)
  local preload = os.getenv "LD_PRELOAD"
  return ("env LUA_PATH=%s LUA_CPATH=%s %s %s %s"):format(quoted(package.path), quoted(package.cpath),
    preload and "LD_PRELOAD=" .. quoted(preload) or "", require("spec.support.scratch").lua(), arguments or "")
end

local Session = {}
Session.__index = Session

local ESCAPED = { ["\n"] = "\\n", ["\t"] = "\\t", ["\\"] = "\\\\" }

local function step(word, ms, text)
  return ("%s %d %s\n"):format(word, ms, (text:gsub("[%c\\]", function(c)
    return ESCAPED[c] or ("\\x%02x"):format(c:byte())
  end)))
end

local function add(session, word, ms, text)
  session.steps[#session.steps + 1] = step(word, ms or terminal.LONG, text or "")
  return session
end

--- A session of a shell command. Options: columns (80), rows (24), term ("xterm"), environment ({ NAME = text }); HOME
-- is `home`, a folder that is not there unless it is given, so that no history is read or left.
---@param command string
---@param options table?
function terminal.new(command, options)
  return setmetatable({ command = command, options = options or {}, steps = {} }, Session)
end

--- Types keys.
function Session:send(keys) return add(self, "send", 0, keys) end

--- Waits until the text has been written since the last send.
function Session:expect(text, ms) return add(self, "until", ms, text) end

--- Waits until what has been written ends with a prompt, "> " unless given.
function Session:prompt(text, ms) return add(self, "ends", ms, text or "> ") end

--- Waits until nothing has been written for so many milliseconds.
function Session:quiet(ms) return add(self, "quiet", ms) end

--- Gives the terminal another size.
function Session:size(columns, rows) return add(self, "size", 0, columns .. " " .. rows) end

--- Waits until the program has ended.
function Session:close(ms) return add(self, "close", ms) end

--- A line and the next prompt.
function Session:line(text, prompt) return self:send(text .. "\n"):prompt(prompt) end

local function environment(options)
  local list = { "env -u COLUMNS -u LINES -u PAGER -u LESS -u NO_COLOR -u INPUTRC -u XDG_STATE_HOME -u LUA_INIT",
    "LC_ALL=C.UTF-8", "TERM=" .. (options.term or "xterm"), "HOME=" .. quoted(options.home or "/nonexistent") }
  for name, value in pairs(options.environment or {}) do list[#list + 1] = name .. "=" .. quoted(value) end
  return table.concat(list, " ")
end

--- The text without escape sequences and carriage returns.
function terminal.plain(raw)
  return (raw:gsub("\27%[[0-?]*[ -/]*[@-~]", ""):gsub("\27%][^\7\27]*\7?", ""):gsub("\27[=>]", ""):gsub("[\r\7]", ""))
end

-- What the host has printed, as a list of steps.
local function parsed(output)
  local seen, at = { raw = "" }, 1
  while true do
    local word, how, us, size, from = output:match("^@ (%l+) (%l+) (%d+) (%d+)\n()", at)
    if not word then break end
    local raw = output:sub(from, from + size - 1)
    seen[#seen + 1] = { word = word, ok = how == "ok", ms = us / 1000, raw = raw, text = terminal.plain(raw) }
    seen.raw = seen.raw .. raw
    at = from + size + 1
  end
  seen.status = math.tointeger(output:match("^@ status (%-?%d+)\n", at))
  assert(seen.status, "the terminal's host failed: " .. output)
  return seen
end

--- Does the steps. The answer has one entry { word, ok, ms, raw, text } for each step, `raw` and `text` of all, the
-- lines of the `screen` at the end, and the `status` (of a signal 128 and its number); `late` names the steps that were.
function Session:run()
  local path = os.tmpname()
  local file <close> = assert(io.open(path, "w"))
  file:write(table.concat(self.steps))
  file:close()
  local columns, rows = self.options.columns or 80, self.options.rows or 24
  local pipe = io.popen(("%s%s/host/terminal_host %s %d %d %s sh -c %s"):format(commands.clean, build, path,
    columns, rows, environment(self.options), quoted("exec " .. self.command)))
  local seen = parsed(pipe:read "a")
  pipe:close()
  os.remove(path)
  seen.text, seen.late = terminal.plain(seen.raw), {}
  seen.screen = require("spec.support.screen").lines(seen.raw, columns, rows)
  for i, one in ipairs(seen) do
    if not one.ok then seen.late[#seen.late + 1] = i .. " " .. self.steps[i] end
  end
  return seen
end

return terminal
