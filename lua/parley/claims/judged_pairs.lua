--- The ids of judgements of identity, which say what they are about: "people:gurin=hurin".

local judged_pairs = {}

-- A list in an id would not be one; nor would a sign that ids are put together with.
local function escaped(id) return (id:gsub("[%%=;]", function(sign) return ("%%%02X"):format(sign:byte()) end)) end

--- The id of the judgements about two things, of which the one that sorts first stands left.
---@param name string  their table
---@param left string
---@param right string
---@return string
function judged_pairs.id(name, left, right)
  if right < left then left, right = right, left end
  return ("%s:%s=%s"):format(name, escaped(left), escaped(right))
end

return judged_pairs
