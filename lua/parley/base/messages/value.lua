--- Sentences of failures: value.

return {
  ["bad_boolean.odd"] = "'{value}' is not a boolean: it {reason}",
  ["bad_boolean.value"] = "'{value}' is not a boolean",
  ["bad_date.no_day"] = "{value} is not a date: {month} {year} has {days} days; for example 2025-06-02",
  ["bad_date.no_month"] = "{value} is not a date: there is no month {month}; for example 2025-06",
  ["bad_date.odd"] = "'{value}' is not a date: it {reason}",
  ["bad_date.several_days"] = "'{value}' is more than one day; write one as 2025-06-02",
  ["bad_date.reason"] = "{value} is not a date: {reason}",
  ["bad_date.value"] = "'{value}' is not a date",
  ["bad_integer.odd"] = "'{value}' is not an integer: it {reason}",
  ["bad_integer.value"] = "'{value}' is not an integer",
  ["bad_number.odd"] = "'{value}' is not a number: it {reason}",
  ["bad_number.value"] = "'{value}' is not a number",
  ["bad_pattern.like_end"] = "a pattern for like ends with its escape, which has a character to stand before",
  ["bad_pattern.like_escape"] = "the escape of like is one character, as in: x like '100!%' escape '!'; not '{escape}'",
  ["bad_pattern.like_long"] = "a pattern for like is at most {most} bytes long",
  ["bad_pattern.balance"] = "a PostgreSQL server has no %b (a balanced pair) in patterns; "
    .. "ask the rows as a Frame: q:frame():where(…)",
  ["bad_pattern.regexp"] = "regexp() takes a Lua pattern, and this one is malformed: {reason}",
  ["bad_pattern.regexp_items"] = "regexp() takes a pattern of at most {most} items",
  ["bad_pattern.steps"] = "the pattern takes too many steps on a text of {bytes} bytes; make it simpler",
  ["bad_pattern.regexp_steps"] = "regexp() gave up: the pattern takes too many steps on a text of {bytes} bytes",
  ["bad_value.date_unit"] = "a unit of dates is day, week, month, quarter or year",
  ["bad_value.made_text"] = "a function makes texts of at most {most} bytes",
  ["bad_value.written"] = "'{value}' is no {type}",
  ["overflow.date_add"] = "overflow: date_add() leaves the years -{last} to {last}",
  ["overflow.integer"] = "integer overflow",
  ["overflow.integer_operation"] = "integer overflow in {a} {sign} {b}",
  ["overflow.integer_result"] = "integer overflow: a result does not fit 64 bits",
  ["overflow.number"] = "overflow: {name}() does not fit a number",
  ["limit.sort_languages"] = "sortkey() takes at most {most} languages in one process",
  ["missing_file.icu"] = "sortkey() needs the library ICU, which is not on this machine; Debian and Ubuntu have it as "
    .. "libicu, Homebrew as icu4c",
  ["no_name.sort_language"] = "sortkey() knows no language '{name}'; it takes a tag such as 'uk', 'de' or "
    .. "'de-u-co-phonebk', and without one the order is that of no language",
}
