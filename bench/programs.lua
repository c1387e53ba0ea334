--- Whole programs, timed from outside in turns, as rows of the table (bench/commands.lua has the cases).

local env          -- what bench/run.lua lends: its figures, and how it reports

-- One run: seconds of the wall clock, or of the processor; peak MiB; the first word printed.
local function run(command, of_processor)
  local text = env.capture(("sync; %s/measure %s 2>&1 </dev/null"):format(env.dir, command))
  local wall, processor, kib, status = text:match "\n([%d.]+) ([%d.]+) (%d+) (%d+)%s*$"
  if not wall or status ~= "0" then error(("'%s' failed: %s"):format(command, text), 0) end
  local spent = tonumber(of_processor and processor or wall)
  if spent <= 0 then error(("'%s' took no time: %s"):format(command, text), 0) end
  return spent, tonumber(kib) / 1024, text:match "^%s*(%S+)"
end

local function is_there(program)
  return not program.needs or os.execute(program.needs .. " >/dev/null 2>&1") == true
end

-- What programs printed must be equal, unless the case has its own way to compare, or knows what ours has to print.
local function compare_programs(case, there, answers)
  if case.answer and answers[1] ~= case.answer then
    error(("%s answers %s, not %s"):format(case.programs[1][1], answers[1], case.answer), 0)
  end
  if case.same == false then return end
  if case.same then return case.same(there) end
  for i, program in ipairs(case.programs) do
    if there[i] and answers[i] ~= answers[1] then
      error(("%s answers %s, %s answers %s"):format(program[1], answers[i], case.programs[1][1], answers[1]), 0)
    end
  end
end

local function measure(case, there)
  local times, peak, answers, ratios = {}, {}, {}, {}
  for i in ipairs(case.programs) do times[i], peak[i], ratios[i] = {}, {}, {} end
  for round = case.cold and 1 or 0, case.rounds or env.rounds do
    for i, program in ipairs(case.programs) do
      if there[i] and round <= (program.rounds or math.huge) then
        local spent, mib, answer = run(program[2], case.of_processor)
        answers[i] = answer
        if round > 0 then
          times[i][round], peak[i][round] = spent, mib
          ratios[i][round] = times[1][round] / spent / (program.scale or 1)
        end
      end
    end
    if round == (case.cold and 1 or 0) then compare_programs(case, there, answers) end
  end
  return times, peak, ratios
end

-- What ours takes at most, and above what the second program takes.
local function report_memory(case, peak)
  local ours, theirs = math.max(table.unpack(peak[1])), peak[2][1] and math.max(table.unpack(peak[2]))
  local limit, above = case.programs[1].memory, case.programs[1].memory_above
  if limit then
    env.report { work = case.work .. ": peak memory", ours = ("%.0f MiB"):format(ours), goal = ("≤ %d MiB"):format(limit),
      verdict = env.verdict(ours, limit) }
  end
  if above then
    env.report { work = case.work .. ": peak memory above it", ours = ("%.1f MiB"):format(ours - theirs),
      peer = case.programs[2][1], theirs = ("%.1f MiB"):format(theirs), goal = ("≤ %d MiB"):format(above),
      verdict = env.verdict(ours - theirs, above) }
  end
end

-- Measures a case and adds its rows.
local function report(case)
  if case.database then env.make_database() end
  local there = {}
  for i, program in ipairs(case.programs) do there[i] = is_there(program) end
  local times, peak, ratios = measure(case, there)
  local function figure(i)
    return ("%s, %.0f MiB"):format(env.seconds(env.median(times[i])), math.max(table.unpack(peak[i])))
  end
  for i = 2, #case.programs do
    local program = case.programs[i]
    if there[i] then
      local work = case.work .. (case.of_processor and ", processor time" or "")
      env.report_ratio(work, figure(1), program[1], figure(i), env.median(ratios[i]), program.goal)
    else
      env.report_absent(case.work, program[1], program.goal)
    end
  end
  report_memory(case, peak)
end

--- Takes what it is lent, and gives what measures a case.
return function(lent)
  env = lent
  return report
end
