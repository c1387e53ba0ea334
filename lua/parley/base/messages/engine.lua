--- Sentences of failures: engine.

local function join(why)
  return "the join would give {rows} rows, about {size} before any of their values, " .. why
    .. "; join on more columns, or make the keys of one side unique first (summarise or distinct)"
end

return {
  ["limit.join"] = join "more than {limit} bytes, the limit set by the host",
  ["limit.machine_join"] = join "more than {limit} bytes, all the memory of this machine",
  ["misuse.compared_period"] = "a date is compared with a period",
  ["misuse.engine_greatest"] = "the greatest are chosen by numbers, not by a {type}",
  ["misuse.engine_joined"] = "'..' takes no {type}",
  ["misuse.engine_set"] = "items of IN of different types",
  ["misuse.engine_statistics"] = "a {type} has no sum, mean or quantile",
  ["misuse.engine_sum"] = "a {type} has no sum",
  ["misuse.engine_type"] = "a value is of type {got} where {type} is wanted",
  ["misuse.join_key"] = "a join needs a key",
  ["too_large.engine_list"] = "string or blob too big",
  ["too_large.expression"] = "the expression is too large",
  ["too_large.join"] = join "more than a Frame can hold",
}
