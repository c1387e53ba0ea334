--- What russia-ukraine-talks is asked: which facts of its list are left out, and where each question on which the list
-- finds a genuine conflict is a disagreement.

local FACTS, QUESTIONS = 676, 149

-- Facts that are not coded, and why.
local LEFT_OUT = {
  G658 = "one page that a program wrote, without a quotation and without a second page",
}

-- Questions with a genuine conflict: table, id, field; several where it shows in more than one place.
local CONFLICTS = {
  D02 = { "talks gomel venue" }, D04 = { "demands gomel-ua-opening scope" },
  D11 = { "deliveries belovezha-2-corridors-mar5 cause" }, D15 = { "outcomes corridors-mar8 category" },
  D20 = { "talks video-before-mar14 status" }, D21 = { "talks video-4 time" }, D22 = { "demands neutral-model scope" },
  D25 = { "talks video-march assessment" }, D26 = { "deliveries exchanges-before-mar24 best" },
  D28 = { "talks istanbul-2022 round" }, D29 = { "talks istanbul-2022 minutes_best" },
  D30 = { "demands ua-guarantors scope" }, D31 = { "responses ru-guarantees-2022 kind" },
  D32 = { "outcomes istanbul-2022-signing kind" }, D33 = { "talks istanbul-2022-wednesday status" },
  D35 = { "demands ua-no-force scope" }, D39 = { "responses ru-positions-apr kind" },
  D40 = { "talks video-april assessment" }, D41 = { "demands ru-army-limit measure_best" },
  D42 = { "provisions draft-apr15-donbas label" }, D43 = { "provisions draft-apr15-guarantors label" },
  D44 = { "documents ru-draft-apr handed_over" }, D46 = { "outcomes talks-end-2022 category" },
  D51 = { "statements odesa-strike-jul23 label" }, D52 = { "outcomes grain-extension-2 best" },
  D59 = { "talks ankara-2023 minutes_best" },
  D60 = { "demands ombudsmen-corridor talk", "demands ombudsmen-corridor scope" },
  D61 = { "talks doha-2024 directness" }, D62 = { "outcomes doha-children-to-russia best" },
  D64 = { "deliveries children-sep24-to-ukraine best" }, D65 = { "deliveries swap-dec24-to-ukraine best" },
  D71 = { "demands ru-withdrawal-r1 scope" }, D75 = { "outcomes istanbul-r1-swap status" },
  D77 = { "talks call-may28 initiated_by" }, D79 = { "talks istanbul-r2 date" },
  D81 = { "talks istanbul-r2-heads minutes_best", "participants r2-heads-fidan status" },
  D82 = { "documents ru-memorandum items_best" }, D84 = { "outcomes r2-local-truce kind" },
  D86 = { "outcomes r2-bodies nature", "outcomes r2-bodies-ua category" },
  D87 = { "deliveries r2-bodies-all-ua best" }, D90 = { "deliveries r2-bodies-jun7 cause" },
  D91 = { "documents ua-children-list items_best" }, D95 = { "talks istanbul-r3 time" },
  D96 = { "talks istanbul-r3 minutes_best" }, D99 = { "outcomes r3-civilians kind" },
  D100 = { "outcomes r3-groups kind" }, D105 = { "deliveries swap-oct2 category" },
  D107 = { "deliveries balance-2025-bodies-ua best" }, D109 = { "talks consultations-nov25 directness" },
  D113 = { "talks abudhabi-nov25 directness" }, D114 = { "participants abudhabi-nov25-russian-service party" },
  D116 = { "talks abudhabi-nov25 purpose" }, D119 = { "participants abudhabi-jan26-budanov party" },
  D121 = { "outcomes energy-pause nature" }, D125 = { "deliveries feb26-to-ukraine category" },
  D126 = { "participants geneva-feb26-ukraine-head person" }, D135 = { "documents open-letter contents" },
  D138 = { "deliveries balance-2025-bodies-ru best" }, D139 = { "deliveries swap-oct2 date" },
  D140 = { "talks abudhabi-nov25 directness" }, D141 = { "talks abudhabi-nov25 directness" },
  D142 = { "demands ru-reparations-r1 scope" }, D143 = { "participants r3-heads-fidan status" },
  D144 = { "outcomes leaders-after-istanbul condition" }, D145 = { "deliveries north-left cause" },
  D146 = { "outcomes r2-bodies-ua due" }, D147 = { "outcomes r2-bodies-ua category" },
  D148 = { "outcomes istanbul-r1-swap category" },
}

-- Called genuine as well, and weak; the claims do not exclude each other.
local NOT_DERIVED = {
  D131 = "5-6 March lies within 5-9 March: the more exact of two that agree",
  D149 = "no change since the communiqué, and drafts of another date: two things, in rows of their own",
}

local GENUINE = 70

return { FACTS = FACTS, QUESTIONS = QUESTIONS, GENUINE = GENUINE, LEFT_OUT = LEFT_OUT, CONFLICTS = CONFLICTS,
  NOT_DERIVED = NOT_DERIVED }
