--- Sentences of failures: base.

return {
  ["bad_argument.called_without_colon"] = "{name}() belongs to {what}: call it with a colon, as in x:{name}(...)",
  ["bad_argument.progress_after"] = "after is a number of seconds, 0 or more, not {shown}",
  ["bad_argument.hole"] = "item {at} of the list {name} = {...} of {what} is nil",
  ["bad_date.without_end"] = "{what} takes a date with an end, not '{text}'",
  ["bad_term.option"] = "no {vocabulary} '{name}'",
  ["bad_type.date"] = "{what} takes a date as text, such as '2025-06-02', not a {got}",
  ["bad_type.options"] = "{what} takes a table of options, not a {got}",
  ["exists.unfinished"] = "unfinished files of earlier attempts (.part) stand beside it; remove them",
  ["busy.progress"] = "the function given to parley.progress() is told of a call at work, and cannot call "
    .. "Parley itself",
  ["cancelled"] = "cancelled",
  ["cancelled.progress"] = "the function given to parley.progress() failed: {why}",
  ["bad_type.progress"] = "{what} is true, false or a function, not a {got}",
  ["limit.machine_memory"] = "the result takes more than {bytes} bytes, all the memory of this machine",
  ["limit.memory"] = "the result takes more than {bytes} bytes, the limit set by the host",
  ["limit.time"] = "stopped after {ms} ms, the limit set by the host",
  ["missing_folder"] = "no directory '{folder}'; create it first",
  ["bad_type.strict"] = "parley.strict() takes a table of globals, or nothing, not a {got}",
  ["bad_type.switch"] = "{name} is true or false, not a {got}",
  ["no_name.choice"] = "no {what} '{name}'",
  ["unknown_function.module"] = "no function '{what}.{name}'",
  ["no_name.global"] = "no global variable '{name}' has been assigned",
  ["out_of_memory"] = "out of memory",
  ["no_option"] = "{what} has no option '{name}'",
  ["no_option.extra_argument"] = "{takes}; {value} is one argument too many",
}
