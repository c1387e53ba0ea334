--- The columns beside a date that hold its first and its last day.

local days = {}

--- Adds the columns of the first and the last day of a date to the names and the values of an insert.
---@param d parley.Dialect
---@param name string  of the column of the date
---@param sql string  its value
---@param names string[]
---@param values string[]
function days.add(d, name, sql, names, values)
  names[#names + 1], values[#values + 1] = d.quote(name .. "_start"), d.call("edtf_start", sql)
  names[#names + 1], values[#values + 1] = d.quote(name .. "_end"), d.call("edtf_stop", sql)
end

return days
