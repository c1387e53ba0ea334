--- Arrow files, for programs that read columns.
-- What is in the bytes is decided in C alone (csrc/frame/arrow_file.h).

local core = require "parley.core"
local options = require "parley.base.options"

local function format_with(streamed, given)
  return { whole = function(src, sink)
    return core.write_arrow(type(src) == "userdata" and src or src:frame(), sink, streamed, given)
  end }
end

local arrow = format_with(false)

--- The format with the options of a call.
---@param given table?
---@param what string  the call, for messages
---@return parley.Format
function arrow.with(given, what)
  return format_with(false, options.check(given, what, { "batch", "dates", "text" }))
end

--- The same as a stream, which has no footer: for pipes.
arrow.streamed = format_with(true)

---@param given table?
---@param what string
---@return parley.Format
function arrow.streamed.with(given, what)
  return format_with(true, options.check(given, what, { "batch", "dates", "text" }))
end

return arrow
