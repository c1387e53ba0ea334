--- The words of expressions, which name no column unless they are quoted.

---@type table<string, boolean>
local words = {}
for word in ("and or not in between is nil null like true false as asc desc"):gmatch "%a+" do words[word] = true end

return words
