--- The function behind guarded methods (parley.base.public_call.colons), for specs that look at its source. A class that was
-- guarded by two loads of a module has two guards.

local function original(f)
  local i = 1
  while true do
    local name, value = debug.getupvalue(f, i)
    if not name then return f end
    if name == "method" then return original(value) end
    i = i + 1
  end
end

return original
