-- The three rounds of Istanbul in 2025, and what was delivered until December.

-- istanbul-r1
claim("talks", "istanbul-r1", { time = "13:35", zone = "+03:00", date = "2025-05-16", minutes_high = 120 },
  { source = "p191", locator = "p3",
    note = "Began about 13:35 Moscow time, under two hours; agencies first gave 15:20 as the end, then a break, then "
      .. "the end was confirmed." }) -- G329 D67 D68
claim("statements", "istanbul-r1-1330", { topic = "procedure", date = "2025-05-16", about = "istanbul-r1",
  kind = "fact", text = "One page has the start at 13:30 Moscow time, and almost two hours." },
  { source = "p192", locator = "p9", reported = "2025-05-16" }) -- G330 D67 D68
claim("talks", "istanbul-r1", { process = "ru-ua", name = "Istanbul, first round of 2025", kind = "round", round = 1,
  status = "held", time = "13:35", zone = "+03:00", place = "Istanbul", venue = "Dolmabahçe Palace",
  format = "direct", directness = "direct", date = "2025-05-16" },
  { source = "p193", locator = "section \"About the talks\"", said_by = "TASS", chain = "outlet; TASS",
    certainty = "named_medium", note = "Began 13:35, about two hours, at Dolmabahçe." }) -- G331 D67 D68
claim("talks", "istanbul-r1", { host = "turkiye" },
  { source = "p193", locator = "section \"About the talks\"", said_by = "coder", chain = "coder",
    certainty = "inferred", note = "Follows from the place." }) -- G331
claim("statements", "istanbul-r1-no-handshake", { topic = "procedure", date = "2025-05-16", about = "istanbul-r1",
  kind = "fact", text = "No handshake; closed doors." },
  { source = "p191", locator = "p4" }) -- G332
claim("statements", "fidan-two-roads", { topic = "procedure", speaker = "fidan", party = "turkiye", date = "2025-05-16",
  about = "istanbul-r1", kind = "opinion",
  text = "Fidan opens: one road leads to peace, the other to more destruction." },
  { source = "p191", locator = "p5-p6", said_by = "fidan", chain = "outlet; Fidan", certainty = "on_record_quote",
    modality = "opinion", stated = "2025-05-16" }) -- G333
claim("talks", "istanbul-r1-tr-us-ua", { process = "ru-ua", name = "Turkey, US and Ukraine before the round",
  kind = "consultation", status = "held", prepares = "istanbul-r1", directness = "none", date = "2025-05-16" },
  { source = "p193", locator = "section \"About the talks\"", said_by = "TASS", chain = "outlet; TASS",
    certainty = "named_medium", note = "Before the round." }) -- G334
claim("talks", "istanbul-r1-ru-us", { process = "ru-ua", name = "Medinsky and the US team", kind = "consultation",
  status = "held", prepares = "istanbul-r1", directness = "none", date = "2025-05-16" },
  { source = "p193", locator = "section \"About the talks\"", said_by = "TASS", chain = "outlet; TASS",
    certainty = "named_medium", note = "Before the round." }) -- G334
claim("participants", "istanbul-r1-tr-us-ua-turkiye", { party = "turkiye", status = "attended",
  talk = "istanbul-r1-tr-us-ua" },
  { source = "p193", locator = "section \"About the talks\"", said_by = "TASS", chain = "outlet; TASS",
    certainty = "named_medium" }) -- G334
claim("participants", "istanbul-r1-tr-us-ua-ukraine", { party = "ukraine", status = "attended",
  talk = "istanbul-r1-tr-us-ua" },
  { source = "p193", locator = "section \"About the talks\"", said_by = "TASS", chain = "outlet; TASS",
    certainty = "named_medium" }) -- G334
claim("participants", "istanbul-r1-tr-us-ua-usa", { party = "usa", status = "attended", talk = "istanbul-r1-tr-us-ua" },
  { source = "p193", locator = "section \"About the talks\"", said_by = "TASS", chain = "outlet; TASS",
    certainty = "named_medium" }) -- G334
claim("participants", "istanbul-r1-ru-us-medinsky", { party = "russia", person = "medinsky", status = "attended",
  talk = "istanbul-r1-ru-us" },
  { source = "p193", locator = "section \"About the talks\"", said_by = "TASS", chain = "outlet; TASS",
    certainty = "named_medium" }) -- G334
claim("participants", "istanbul-r1-ru-us-usa", { party = "usa", status = "attended", talk = "istanbul-r1-ru-us" },
  { source = "p193", locator = "section \"About the talks\"", said_by = "TASS", chain = "outlet; TASS",
    certainty = "named_medium" }) -- G334
claim("participants", "istanbul-r1-medinsky", { party = "russia", person = "medinsky",
  status = "confirmed", talk = "istanbul-r1" },
  { source = "p194", locator = "p3-p5", said_by = "kremlin", chain = "outlet; Kremlin",
    certainty = "on_record_paraphrase",
    note = "Russia, by Putin's order of 14 May: Medinsky, Galuzin, Kostyukov, Fomin, and four experts." }) -- G335
claim("participants", "istanbul-r1-medinsky", { role = "head_of_delegation" },
  { source = "p194", locator = "p3-p5", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Named first." }) -- G335
claim("participants", "istanbul-r1-galuzin", { party = "russia", person = "galuzin", role = "member",
  status = "confirmed", talk = "istanbul-r1" },
  { source = "p194", locator = "p3-p5", said_by = "kremlin", chain = "outlet; Kremlin",
    certainty = "on_record_paraphrase",
    note = "Russia, by Putin's order of 14 May: Medinsky, Galuzin, Kostyukov, Fomin, and four experts." }) -- G335
claim("participants", "istanbul-r1-kostyukov", { party = "russia", person = "kostyukov", role = "member",
  status = "confirmed", talk = "istanbul-r1" },
  { source = "p194", locator = "p3-p5", said_by = "kremlin", chain = "outlet; Kremlin",
    certainty = "on_record_paraphrase",
    note = "Russia, by Putin's order of 14 May: Medinsky, Galuzin, Kostyukov, Fomin, and four experts." }) -- G335
claim("participants", "istanbul-r1-fomin", { party = "russia", person = "fomin", role = "member", status = "confirmed",
  talk = "istanbul-r1" },
  { source = "p194", locator = "p3-p5", said_by = "kremlin", chain = "outlet; Kremlin",
    certainty = "on_record_paraphrase",
    note = "Russia, by Putin's order of 14 May: Medinsky, Galuzin, Kostyukov, Fomin, and four experts." }) -- G335
claim("participants", "istanbul-r1-umerov", { party = "ukraine", person = "umerov",
  status = "confirmed", talk = "istanbul-r1" },
  { source = "p195", locator = "section on Ukraine",
    note = "Ukraine, approved late on 15 May: Umerov, Kyslytsia, Poklad, Luhovskyi, Shevchenko and others." }) -- G336
claim("participants", "istanbul-r1-umerov", { role = "head_of_delegation" },
  { source = "p195", locator = "section on Ukraine", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Named first." }) -- G336
claim("participants", "istanbul-r1-kyslytsia", { party = "ukraine", person = "kyslytsia", role = "member",
  status = "confirmed", talk = "istanbul-r1" },
  { source = "p195", locator = "section on Ukraine",
    note = "Ukraine, approved late on 15 May: Umerov, Kyslytsia, Poklad, Luhovskyi, Shevchenko and others." }) -- G336
claim("participants", "istanbul-r1-poklad", { party = "ukraine", person = "poklad", role = "member",
  status = "confirmed", talk = "istanbul-r1" },
  { source = "p195", locator = "section on Ukraine",
    note = "Ukraine, approved late on 15 May: Umerov, Kyslytsia, Poklad, Luhovskyi, Shevchenko and others." }) -- G336
claim("participants", "istanbul-r1-luhovskyi", { party = "ukraine", person = "luhovskyi", role = "member",
  status = "confirmed", talk = "istanbul-r1" },
  { source = "p195", locator = "section on Ukraine",
    note = "Ukraine, approved late on 15 May: Umerov, Kyslytsia, Poklad, Luhovskyi, Shevchenko and others." }) -- G336
claim("participants", "istanbul-r1-shevchenko", { party = "ukraine", person = "shevchenko", role = "member",
  status = "confirmed", talk = "istanbul-r1" },
  { source = "p195", locator = "section on Ukraine",
    note = "Ukraine, approved late on 15 May: Umerov, Kyslytsia, Poklad, Luhovskyi, Shevchenko and others." }) -- G336
claim("participants", "istanbul-r1-ukraine", { party = "ukraine", role = "delegation", status = "attended",
  talk = "istanbul-r1" },
  { source = "p196", locator = "p5", note = "Twelve members." }) -- G337 D69
claim("outcomes", "istanbul-r1-papers", { topic = "procedure", kind = "agreement", nature = "reciprocal",
  status = "agreed", talk = "istanbul-r1", date = "2025-05-16",
  text = "Each side writes out how it sees a ceasefire; the talks go on from there." },
  { source = "p197", locator = "p3-p5", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_quote" }) -- G338
claim("outcomes", "istanbul-r1-swap", { topic = "prisoners", kind = "exchange", status = "agreed", unit = "persons",
  low = 1000, best = 1000, high = 1000, talk = "istanbul-r1", date = "2025-05-16", nature = "reciprocal",
  basis = "per_side", text = "Exchange of prisoners, a thousand for a thousand." },
  { source = "p197", locator = "p3", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    modality = "promise", stated = "2025-05-16", note = "Swap of prisoners, 1,000 for 1,000." }) -- G339 D70
claim("statements", "umerov-key-outcome", { topic = "prisoners", speaker = "umerov", party = "ukraine",
  date = "2025-05-16", about = "istanbul-r1", kind = "fact",
  text = "Swap is the key outcome; three subjects: ceasefire, prisoners, presidents' meeting." },
  { source = "p197", locator = "p7-p8", said_by = "umerov", chain = "outlet; Umerov", certainty = "on_record_quote",
    stated = "2025-05-16" }) -- G340
claim("outcomes", "istanbul-r1-swap", { kind = "exchange", low = 1000, best = 1000, high = 1000, talk = "istanbul-r1",
  date = "2025-05-16", nature = "reciprocal", basis = "per_side" },
  { source = "p198", locator = "p4-p5", said_by = "umerov", chain = "outlet; Suspilne; Umerov",
    certainty = "on_record_quote", modality = "plan",
    note = "\"We talked about\" the 1,000-for-1,000; other modalities worked on, exchange first, next steps later."
      }) -- G341 D70
claim("responses", "ru-leaders-noted", { kind = "acknowledge", party = "russia", date = "2025-05-16",
  talk = "istanbul-r1", text = "The request for direct talks of the leaders was taken note of." },
  { source = "p199", locator = "p5", said_by = "medinsky", chain = "outlet; RIA; Medinsky",
    certainty = "on_record_quote", stated = "2025-05-16" }) -- G342
claim("statements", "medinsky-continue", { topic = "procedure", speaker = "medinsky", party = "russia",
  date = "2025-05-16/..", about = "istanbul-r1", kind = "plan",
  text = "After the papers are presented it is right to continue on that basis." },
  { source = "p199", locator = "p4", said_by = "medinsky", chain = "outlet; RIA; Medinsky",
    certainty = "on_record_quote", modality = "plan" }) -- G343
claim("statements", "medinsky-satisfied", { topic = "procedure", speaker = "medinsky", party = "russia",
  date = "2025-05-16", about = "istanbul-r1", kind = "opinion",
  text = "Satisfied with the results; talks were held at Putin's initiative." },
  { source = "p200", locator = "p10", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    modality = "opinion", stated = "2025-05-16", note = "Read once." }) -- G344
claim("talks", "istanbul-r1", { initiated_by = "russia" },
  { source = "p200", locator = "p10", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    note = "Satisfied with the results; talks were held at Putin's initiative. Read once." }) -- G344
claim("demands", "ru-withdrawal-r1", { party = "russia", addressee = "ukraine", topic = "withdrawal", kind = "demand",
  scope = "four regions", made = "2025-05-16", talk = "istanbul-r1", status = "raised",
  text = "Ukraine's troops are to leave regions that Russia claims." },
  { source = "p201", locator = "p3", said_by = "well-placed source",
    chain = "outlet; The Economist reporter; well-placed source", certainty = "anonymous", modality = "demand",
    note = "A ceasefire only if Ukraine leaves the regions that Russia has annexed." }) -- G345 D71
claim("statements", "ru-two-more-regions", { topic = "territory", party = "russia", date = "2025-05-16",
  about = "istanbul-r1", kind = "threat", text = "Otherwise two more regions, Kharkiv and Sumy, will be taken." },
  { source = "p201", locator = "p2-p3", said_by = "well-placed source",
    chain = "outlet; The Economist reporter; well-placed source", certainty = "anonymous",
    modality = "threat" }) -- G346 D71
claim("statements", "medinsky-21-years", { topic = "procedure", speaker = "medinsky", party = "russia",
  date = "2025-05-16", about = "istanbul-r1", kind = "threat",
  text = "Russia can fight as long as it takes, as against Sweden for 21 years." },
  { source = "p202", locator = "p3", said_by = "medinsky", chain = "outlet; The Economist reporter; sources",
    certainty = "anonymous", modality = "threat", stated = "2025-05-16" }) -- G347 D72
claim("statements", "ru-lose-loved-ones", { party = "russia", topic = "procedure", date = "2025-05-16",
  about = "istanbul-r1", kind = "threat", text = "Someone at this table may lose more of those close to them." },
  { source = "p203", locator = "p3-p4", said_by = "medinsky", chain = "outlet; Kyslytsia",
    certainty = "on_record_quote", modality = "threat", stated = "2025-05-16" }) -- G348 D72
claim("demands", "ru-neutrality-r1", { topic = "neutrality", kind = "demand", party = "russia", addressee = "ukraine",
  made = "2025-05-16", talk = "istanbul-r1", status = "raised", text = "A neutral Ukraine, without foreign troops." },
  { source = "p204", locator = "p2", said_by = "people familiar", chain = "outlet; Bloomberg; people familiar",
    certainty = "anonymous", modality = "demand",
    note = "A neutral Ukraine without foreign troops or weapons of mass destruction." }) -- G349
claim("demands", "ru-reparations-r1", { topic = "reparations", kind = "demand", scope = "Ukraine gives up its claims",
  party = "russia", addressee = "ukraine", made = "2025-05-16", talk = "istanbul-r1", status = "raised",
  text = "Claims for war damages are to be given up." },
  { source = "p204", locator = "p2", said_by = "people familiar", chain = "outlet; Bloomberg; people familiar",
    certainty = "anonymous", modality = "demand", note = "Ukraine gives up claims for war reparations." }) -- G350 D142
claim("demands", "ru-recognition-r1", { topic = "recognition", kind = "demand", scope = "Crimea and four regions",
  party = "russia", addressee = "ukraine", made = "2025-05-16", talk = "istanbul-r1", status = "raised",
  text = "Crimea and four other regions recognised as Russian, internationally." },
  { source = "p204", locator = "p2-p3", said_by = "people familiar", chain = "outlet; Bloomberg; people familiar",
    certainty = "anonymous", modality = "demand" }) -- G351 D71
claim("demands", "ru-withdrawal-r1", { scope = "five regions", party = "russia", addressee = "ukraine",
  talk = "istanbul-r1" },
  { source = "p205", locator = "list", said_by = "medinsky", chain = "outlet; Clash Report", certainty = "named_medium",
    modality = "demand", stated = "2025-05-16", note = "Troops out of all five regions." }) -- G352 D71 D142
claim("demands", "ru-reparations-r1", { scope = "both sides give up theirs", party = "russia", addressee = "ukraine",
  made = "2025-05-16", talk = "istanbul-r1" },
  { source = "p205", locator = "list", said_by = "medinsky", chain = "outlet; Clash Report", certainty = "named_medium",
    modality = "demand", stated = "2025-05-16", note = "Damages are waived on both sides." }) -- G352 D71 D142
claim("demands", "ru-language-r1", { topic = "language", kind = "demand", party = "russia", addressee = "ukraine",
  made = "2025-05-16", talk = "istanbul-r1", status = "raised",
  text = "Rights of Russian speakers by European standards." },
  { source = "p205", locator = "list", said_by = "medinsky", chain = "outlet; Clash Report", certainty = "named_medium",
    modality = "demand", stated = "2025-05-16" }) -- G352 D71 D142
claim("documents", "ru-2022-papers", { kind = "draft", name = "the papers of 2022", author = "russia",
  talk = "istanbul-r1", text = "Seventeen pages in 2022 could be 85 now." },
  { source = "p206", locator = "p5", said_by = "own sources", chain = "outlet; own sources", certainty = "anonymous",
    modality = "threat" }) -- G353
claim("demands", "ru-neutrality-r1", { topic = "neutrality", party = "russia", addressee = "ukraine",
  made = "2025-05-16", talk = "istanbul-r1" },
  { source = "p206", locator = "p7", said_by = "own sources", chain = "outlet; own sources", certainty = "anonymous",
    modality = "demand", note = "Neutrality, and no foreign contingents on Ukrainian soil." }) -- G354
claim("demands", "ru-no-us-r1", { party = "russia", addressee = "usa", topic = "procedure", kind = "demand",
  made = "2025-05-16", talk = "istanbul-r1", status = "raised", text = "Russia wanted no US officials at the table." },
  { source = "p199", locator = "last paragraph", said_by = "unnamed media", chain = "outlet; unnamed media",
    certainty = "named_medium", modality = "demand" }) -- G355
claim("responses", "ua-demands-unrealistic", { kind = "reject", demand = "ru-withdrawal-r1", party = "ukraine",
  date = "2025-05-16", talk = "istanbul-r1",
  text = "Demands are unrealistic and go beyond anything discussed before." },
  { source = "p199", locator = "p9", said_by = "Ukrainian diplomatic source",
    chain = "outlet; Sky News; Ukrainian diplomatic source", certainty = "anonymous", modality = "opinion" }) -- G356
claim("deliveries", "r1-stage1-soldiers", { outcome = "istanbul-r1-swap", unit = "persons",
  category = "service members", low = 270, best = 270, high = 270, date = "2025-05-23", basis = "per_side",
  text = "Stage 1: service members, both directions." },
  { source = "p207", locator = "p2-p3", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_quote",
    note = "Stage 1: service members, both directions, by the Russian ministry's account." }) -- G357 D73
claim("deliveries", "r1-stage1-civilians", { outcome = "istanbul-r1-swap", unit = "persons", category = "civilians",
  low = 120, best = 120, high = 120, date = "2025-05-23", basis = "per_side", text = "Stage 1: civilians." },
  { source = "p207", locator = "p2-p3", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_quote" }) -- G358 D73 D74
claim("deliveries", "r1-stage1-to-ukraine", { category = "three women among them", low = 390, best = 390, high = 390,
  date = "2025-05-23", giver = "russia", receiver = "ukraine", unit = "persons",
  text = "Stage 1 for Ukraine: 390 people, of them three women." },
  { source = "p208", locator = "p3-p6", said_by = "zelensky", chain = "outlet; Zelenskyy, Coordination HQ",
    certainty = "on_record_quote" }) -- G359
claim("outcomes", "istanbul-r1-swap", { status = "done", talk = "istanbul-r1" },
  { source = "p209", locator = "p1-p3", said_by = "trump", chain = "outlet; Trump on Truth Social",
    certainty = "on_record_quote", stated = "2025-05-23", note = "Trump calls the swap done." }) -- G360 D75
claim("outcomes", "istanbul-r1-swap", { status = "started", talk = "istanbul-r1" },
  { source = "p209", locator = "p1-p3", said_by = "a military source", chain = "outlet; Reuters; military source",
    certainty = "anonymous", stated = "2025-05-23",
    note = "The swap is still under way, says a military source." }) -- G360 D75
claim("deliveries", "r1-stage2", { outcome = "istanbul-r1-swap", unit = "persons", category = "service members",
  low = 307, best = 307, high = 307, date = "2025-05-24", basis = "per_side", text = "Stage 2." },
  { source = "p210", locator = "p2-p3", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_quote" }) -- G361 D73
claim("deliveries", "r1-collaborators", { category = "\"collaborators\"", low = 70, best = 70, high = 70,
  date = "2025-05-23/2025-05-24", giver = "ukraine", receiver = "russia", unit = "persons",
  text = "Within the exchange Ukraine also gave up 70 \"collaborators\"" },
  { source = "p211", locator = "last bullet" }) -- G362 D74
claim("deliveries", "r1-stage3", { unit = "persons", category = "service members", low = 303, best = 303, high = 303,
  date = "2025-05-25", text = "Stage 3, both directions." },
  { source = "p212", locator = "p3", said_by = "zelensky", chain = "outlet; Zelenskyy on Telegram",
    certainty = "on_record_quote", note = "Stage 3." }) -- G363
claim("deliveries", "r1-stage3", { outcome = "istanbul-r1-swap", unit = "persons", category = "service members",
  low = 303, best = 303, high = 303, date = "2025-05-25", basis = "per_side" },
  { source = "p213", locator = "p1-p2", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_quote", note = "Stage 3, both directions, and 1,000 for 1,000 reached." }) -- G364 D73 D75
claim("outcomes", "istanbul-r1-swap", { status = "done", talk = "istanbul-r1", nature = "reciprocal" },
  { source = "p213", locator = "p1-p2", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_quote", stated = "2025-05-25",
    note = "A thousand for a thousand is reached." }) -- G364 D73 D75
claim("deliveries", "r1-soldiers-to-russia", { counting = "cumulative", low = 880, best = 880, high = 880,
  date = "2025-05-23/2025-05-25", giver = "ukraine", receiver = "russia", unit = "service members",
  text = "Make-up of the whole on the Russian side: military." },
  { source = "p214", locator = "p1", said_by = "russia-mod", chain = "outlet; Russian MoD",
    reported = "2025-05-25", certainty = "on_record_paraphrase" }) -- G365 D73 D148
claim("outcomes", "istanbul-r1-swap", { category = "880 service members and 120 civilians", talk = "istanbul-r1" },
  { source = "p214", locator = "p1", said_by = "russia-mod", chain = "outlet; Russian MoD",
    reported = "2025-05-25", certainty = "on_record_paraphrase",
    note = "Make-up of the whole on the Russian side: military." }) -- G365 D73 D148
claim("deliveries", "r1-civilians-to-russia", { counting = "cumulative", low = 120, best = 120, high = 120,
  date = "2025-05-23/2025-05-25", giver = "ukraine", receiver = "russia", unit = "civilians",
  text = "Make-up of the whole on the Russian side: civilians." },
  { source = "p214", locator = "p1", said_by = "russia-mod", chain = "outlet; Russian MoD",
    reported = "2025-05-25", certainty = "on_record_paraphrase" }) -- G366 D73 D148
claim("statements", "fomin-done", { topic = "prisoners", speaker = "fomin", party = "russia", date = "2025-05-25",
  about = "istanbul-r1", kind = "fact", text = "Done in full; thanks to Belarus." },
  { source = "p214", locator = "p3", said_by = "fomin", chain = "outlet; Fomin",
    reported = "2025-05-25", certainty = "on_record_quote" }) -- G367
claim("statements", "exchange-65th", { topic = "prisoners", party = "ukraine-hq", date = "2025-05-23/2025-05-25",
  about = "istanbul-r1", kind = "fact", text = "Counted as the 65th exchange of the war." },
  { source = "p215", locator = "p8", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_paraphrase" }) -- G368
claim("deliveries", "freed-since-2022", { counting = "cumulative", category = "through official exchanges", low = 5757,
  best = 5757, high = 5757, date = "2022-03/2025-05-25", giver = "russia", receiver = "ukraine", unit = "persons",
  text = "Freed through official exchanges since March 2022." },
  { source = "p216", locator = "p5" }) -- G369
claim("participants", "istanbul-r1-umerov", { party = "ukraine", person = "umerov",
  talk = "istanbul-r1" },
  { source = "p217", locator = "p3", note = "With a team of eleven." }) -- G370 D69
claim("participants", "istanbul-r1-umerov", { role = "head_of_delegation" },
  { source = "p217", locator = "p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "The others are told of as his team." }) -- G370
claim("outcomes", "istanbul-r1-swap", { kind = "exchange", category = "prisoners of war", low = 1000, best = 1000,
  high = 1000, talk = "istanbul-r1", date = "2025-05-16", nature = "reciprocal", basis = "per_side" },
  { source = "p218", locator = "p4-p5", said_by = "fidan", chain = "outlet; Fidan on X", certainty = "on_record_quote",
    note = "Swap of 1,000 each as a confidence-building measure; written ceasefire conditions to be shared. Read "
      .. "once." }) -- G371 D70 D148
claim("documents", "ua-swap-list", { kind = "list", name = "Ukraine's list for the swap", author = "ukraine",
  recipient = "russia", talk = "istanbul-r1", handed_over = "2025-05-22",
  text = "Ukraine's list reached Russia after Russia had handed over its own." },
  { source = "p219", locator = "p2-p3", said_by = "peskov", chain = "outlet; Interfax; Peskov",
    certainty = "on_record_paraphrase" }) -- G372 D76
claim("statements", "yermak-hurry", { topic = "prisoners", speaker = "yermak", party = "ukraine", date = "2025-05-22",
  about = "istanbul-r1", kind = "opinion",
  text = "Ukraine has done its part of the preparation, Russia should hurry." },
  { source = "p220", locator = "p1-p2", said_by = "yermak", chain = "outlet; Yermak", certainty = "on_record_quote",
    modality = "opinion", stated = "2025-05-22" }) -- G373
claim("deliveries", "r1-stage1-soldiers", { outcome = "istanbul-r1-swap" },
  { source = "p221", locator = "section on the border", said_by = "Ukrainian official",
    chain = "outlet; Ukrainian official", certainty = "anonymous",
    note = "At the border with Belarus, in the north of Ukraine." }) -- G374

-- istanbul-r2
claim("talks", "istanbul-r2", { planned_time = "13:00", zone = "+03:00", planned_venue = "Çırağan Palace",
  planned_date = "2025-06-02" },
  { source = "p222", locator = "p1", modality = "plan",
    note = "Start set for 13:00 Istanbul (same as Moscow) time at the Çırağan Palace." }) -- G375 D78
claim("talks", "istanbul-r2", { process = "ru-ua", name = "Istanbul, second round of 2025", kind = "round", round = 2,
  status = "held", time = "14:44", zone = "+03:00", place = "Istanbul", venue = "Çırağan Palace",
  format = "direct", directness = "direct", date = "2025-06-02" },
  { source = "p223", locator = "p8", said_by = "ukraine-mfa", chain = "outlet; Ukrainian MFA",
    certainty = "on_record_paraphrase", note = "Began 14:44 in the presence of Turkey." }) -- G376 D78
claim("talks", "istanbul-r2", { host = "turkiye" },
  { source = "p223", locator = "p8", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G376
claim("statements", "istanbul-r2-about-15", { topic = "procedure", date = "2025-06-02", about = "istanbul-r2",
  kind = "fact", text = "Began about 15:00." },
  { source = "p224", locator = "p2" }) -- G377 D78
claim("statements", "istanbul-r2-late", { topic = "procedure", date = "2025-06-02", about = "istanbul-r2",
  kind = "fact", text = "Began more than an hour and a half late." },
  { source = "p225", locator = "p1", said_by = "source", chain = "outlet; source",
    certainty = "anonymous" }) -- G378 D78
claim("talks", "istanbul-r2", { minutes_best = "~90" },
  { source = "p226", locator = "p1, p7", note = "It began shortly after 14:30, this page says." }) -- G379 D78 D80
claim("statements", "istanbul-r2-over-an-hour", { topic = "procedure", date = "2025-06-02", about = "istanbul-r2",
  kind = "fact", text = "Lasted over an hour." },
  { source = "p227", locator = "p4" }) -- G380 D80
claim("talks", "istanbul-r2-heads", { process = "ru-ua", name = "Umerov and Medinsky before the plenary",
  kind = "round", status = "held", part_of = "istanbul-r2", directness = "direct", format = "direct",
  date = "2025-06-02" },
  { source = "p228", locator = "p3", said_by = "medinsky", chain = "outlet; TASS; Medinsky",
    certainty = "on_record_quote", note = "The two met alone first, which shaped the general session." }) -- G381 D143
claim("talks", "istanbul-r2-heads", { minutes_low = 150, minutes_best = 150, minutes_high = 150 },
  { source = "p228", locator = "p3", said_by = "media reports", chain = "outlet; media reports",
    certainty = "named_medium", note = "Two and a half hours, which the page has from media." }) -- G381 D81
claim("participants", "r2-heads-medinsky", { party = "russia", person = "medinsky", status = "attended",
  talk = "istanbul-r2-heads" },
  { source = "p228", locator = "p3", said_by = "medinsky", chain = "outlet; TASS; Medinsky",
    certainty = "on_record_quote", stated = "2025-06-02" }) -- G381
claim("participants", "r2-heads-umerov", { party = "ukraine", person = "umerov", status = "attended",
  talk = "istanbul-r2-heads" },
  { source = "p228", locator = "p3", said_by = "medinsky", chain = "outlet; TASS; Medinsky",
    certainty = "on_record_quote", stated = "2025-06-02" }) -- G381
claim("participants", "r2-heads-fidan", { status = "attended" },
  { source = "p228", locator = "p3", said_by = "medinsky", chain = "outlet; TASS; Medinsky",
    certainty = "on_record_quote", polarity = "denied", stated = "2025-06-02",
    note = "The two were alone." }) -- G381 D81 D143
claim("participants", "istanbul-r2-ukraine", { party = "ukraine", role = "delegation", status = "attended",
  talk = "istanbul-r2" },
  { source = "p196", locator = "p5", note = "Fourteen members, more than in the first round." }) -- G382
claim("participants", "istanbul-r2-fidan", { party = "turkiye", person = "fidan", status = "expected",
  talk = "istanbul-r2" },
  { source = "p229", locator = "p2-p3", modality = "plan",
    note = "Turkey: Fidan in the chair, intelligence head Kalin attending." }) -- G383
claim("participants", "istanbul-r2-fidan", { role = "host" },
  { source = "p229", locator = "p2-p3", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "plan", note = "He has the chair." }) -- G383
claim("participants", "istanbul-r2-kalin", { party = "turkiye", person = "kalin", status = "expected",
  talk = "istanbul-r2" },
  { source = "p229", locator = "p2-p3", modality = "plan",
    note = "Turkey: Fidan in the chair, intelligence head Kalin attending." }) -- G383
claim("talks", "istanbul-r2-europeans", { process = "ru-ua", name = "Ukraine with Germany, Italy and the UK",
  kind = "consultation", status = "held", prepares = "istanbul-r2", directness = "none", date = "2025-06-02" },
  { source = "p228", locator = "background 2",
    note = "The Ukrainians first consult Germany, Italy and the UK." }) -- G384
claim("participants", "istanbul-r2-europeans-ukraine", { party = "ukraine", status = "attended",
  talk = "istanbul-r2-europeans" },
  { source = "p228", locator = "background 2" }) -- G384
claim("statements", "istanbul-r2-table", { topic = "procedure", date = "2025-06-02", about = "istanbul-r2",
  kind = "fact", text = "U-shaped table with the Turks between the sides; Russian spoken (source)." },
  { source = "p230", locator = "p1, p7", said_by = "source", chain = "outlet; TASS; source",
    certainty = "anonymous" }) -- G385
claim("documents", "ua-memorandum", { kind = "memorandum", name = "Ukraine's memorandum", release = "seen_by_media",
  items_low = 5, items_best = 5, items_high = 5, talk = "istanbul-r2", author = "ukraine", recipient = "russia",
  text = "Ukraine's framework, five parts, in Ukrainian and English." },
  { source = "p231", locator = "p2", said_by = "Financial Times",
    chain = "outlet; Financial Times; photo of the document", certainty = "document_seen" }) -- G386
claim("provisions", "ua-memo-territory", { kind = "clause", topic = "territory", document = "ua-memorandum",
  text = "Gains since February 2014 not to be recognised internationally; present front line is the starting point "
    .. "for talks, which come only after a ceasefire." },
  { source = "p231", locator = "p4", said_by = "ukraine", chain = "outlet; Financial Times; document",
    certainty = "document_described", modality = "demand" }) -- G387
claim("demands", "ua-territory-r2", { topic = "territory", kind = "stance", document = "ua-memorandum",
  provision = "ua-memo-territory", party = "ukraine", addressee = "russia", made = "2025-06-02", talk = "istanbul-r2",
  status = "raised",
  text = "Gains since February 2014 not to be recognised internationally; present front line is the starting point "
    .. "for talks, which come only after a ceasefire." },
  { source = "p231", locator = "p4", said_by = "ukraine", chain = "outlet; Financial Times; document",
    certainty = "document_described", modality = "demand", stated = "2025-06-02" }) -- G387
claim("provisions", "ua-memo-sanctions", { kind = "clause", topic = "sanctions", document = "ua-memorandum",
  text = "Sanctions may be lifted in stages, with a way back." },
  { source = "p232", locator = "last point (cut)", said_by = "ukraine", chain = "outlet; Reuters; document",
    certainty = "document_described", modality = "demand" }) -- G388
claim("provisions", "ua-memo-assets", { kind = "clause", topic = "reparations", document = "ua-memorandum",
  text = "Frozen Russian assets for rebuilding, or frozen until reparations are paid." },
  { source = "p231", locator = "p5", said_by = "ukraine", chain = "outlet; Financial Times; document",
    certainty = "document_described", modality = "demand" }) -- G389
claim("provisions", "ua-memo-monitoring", { kind = "clause", topic = "verification", document = "ua-memorandum",
  text = "Ceasefire monitored by the US and third states." },
  { source = "p231", locator = "p6", said_by = "ukraine", chain = "outlet; Financial Times; document",
    certainty = "document_described", modality = "demand" }) -- G390
claim("provisions", "ua-memo-reparations", { kind = "clause", topic = "reparations", document = "ua-memorandum",
  text = "Reparations, and no limits on the army, are named among the terms." },
  { source = "p233", locator = "p4", said_by = "ukraine", chain = "outlet; Reuters; document",
    certainty = "document_described", modality = "demand" }) -- G391
claim("demands", "ua-reparations", { party = "ukraine", addressee = "russia", topic = "reparations", kind = "demand",
  document = "ua-memorandum", provision = "ua-memo-reparations", made = "../2025-06-02", talk = "istanbul-r2",
  status = "raised", text = "Reparations and no limits on its army named among the terms." },
  { source = "p233", locator = "p4", said_by = "ukraine", chain = "outlet; Reuters; document",
    certainty = "document_described", modality = "demand" }) -- G391
claim("demands", "ua-ceasefire-r2", { topic = "ceasefire", kind = "demand", document = "ua-memorandum", days_low = 30,
  party = "ukraine", addressee = "russia", made = "../2025-06-02", talk = "istanbul-r2", status = "raised",
  text = "Thirty days of ceasefire at least, then prisoners, children and the leaders." },
  { source = "p233", locator = "p2", said_by = "ukraine", chain = "outlet; Reuters; document",
    certainty = "document_described", modality = "demand" }) -- G392 D85
claim("documents", "ru-memorandum", { kind = "memorandum", name = "Russia's memorandum", release = "published",
  items_low = 3, items_best = 3, items_high = 3, talk = "istanbul-r2", author = "russia", recipient = "ukraine",
  handed_over = "2025-06-02", text = "Russia's memorandum: final settlement, terms of a ceasefire, order and dates." },
  { source = "p234", locator = "p2", chain = "outlet; own copy", certainty = "document_seen",
    note = "Russia's memorandum in three sections: final settlement, ceasefire terms, order and dates." }) -- G393 D82
claim("provisions", "ru-memo-1-recognition", { kind = "clause", topic = "recognition", document = "ru-memorandum",
  text = "International recognition of Crimea, both Donbas entities, Zaporizhzhia and Kherson as Russian, Ukrainian "
    .. "forces out of them." },
  { source = "p235", locator = "p1-p2", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand" }) -- G394 D83
claim("demands", "ru-recognition-r2", { topic = "recognition", kind = "demand", document = "ru-memorandum",
  provision = "ru-memo-1-recognition", scope = "Crimea, both Donbas entities, Zaporizhzhia and Kherson",
  revises = "ru-recognition-r1", party = "russia", addressee = "ukraine", made = "2025-06-02", talk = "istanbul-r2",
  status = "raised",
  text = "International recognition of Crimea, both Donbas entities, Zaporizhzhia and Kherson as Russian, Ukrainian "
    .. "forces out of them." },
  { source = "p235", locator = "p1-p2", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand", stated = "2025-06-02" }) -- G394 D83
claim("provisions", "ru-memo-1-neutrality", { kind = "clause", topic = "neutrality", document = "ru-memorandum",
  text = "Neutrality, no alliance, no foreign military activity, forces, bases or infrastructure." },
  { source = "p235", locator = "p3", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand" }) -- G395
claim("demands", "ru-neutrality-r2", { topic = "neutrality", kind = "demand", document = "ru-memorandum",
  provision = "ru-memo-1-neutrality", revises = "ru-neutrality-r1", party = "russia", addressee = "ukraine",
  made = "2025-06-02", talk = "istanbul-r2", status = "raised",
  text = "Neutrality, no alliance, no foreign military activity, forces, bases or infrastructure." },
  { source = "p235", locator = "p3", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand", stated = "2025-06-02" }) -- G395
claim("provisions", "ru-memo-1-treaties", { kind = "clause", topic = "alliances", document = "ru-memorandum",
  text = "Ukraine is to enter no future treaty that clashes with the neutrality clause." },
  { source = "p235", locator = "p3", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand" }) -- G396
claim("provisions", "ru-memo-1-nuclear", { kind = "clause", topic = "nuclear_status", document = "ru-memorandum",
  text = "No nuclear or other mass-destruction weapons, nor their transit." },
  { source = "p235", locator = "p4", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand" }) -- G397
claim("provisions", "ru-memo-1-army", { kind = "clause", topic = "force_limits", document = "ru-memorandum",
  text = "Upper limits for troops and arms, nationalist units dissolved." },
  { source = "p235", locator = "p4", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand" }) -- G398
claim("demands", "ru-army-limits-r2", { topic = "force_limits", kind = "demand", document = "ru-memorandum",
  provision = "ru-memo-1-army", revises = "ru-army-limit", party = "russia", addressee = "ukraine", made = "2025-06-02",
  talk = "istanbul-r2", status = "raised", text = "Upper limits for troops and arms, nationalist units dissolved." },
  { source = "p235", locator = "p4", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand", stated = "2025-06-02" }) -- G398
claim("provisions", "ru-memo-1-language", { kind = "clause", topic = "language", document = "ru-memorandum",
  text = "Russian as official language, rights of Russian speakers, ban on \"Nazi\" propaganda." },
  { source = "p234", locator = "bullets 3-4", said_by = "russia", chain = "outlet; own copy",
    certainty = "document_seen", modality = "demand" }) -- G399
claim("demands", "ru-language-r2", { topic = "language", kind = "demand", document = "ru-memorandum",
  provision = "ru-memo-1-language", revises = "ru-language-r1", party = "russia", addressee = "ukraine",
  made = "2025-06-02", talk = "istanbul-r2", status = "raised",
  text = "Russian as official language, rights of Russian speakers, ban on \"Nazi\" propaganda." },
  { source = "p234", locator = "bullets 3-4", said_by = "russia", chain = "outlet; own copy",
    certainty = "document_seen", modality = "demand", stated = "2025-06-02" }) -- G399
claim("provisions", "ru-memo-1-sanctions", { kind = "clause", topic = "sanctions", document = "ru-memorandum",
  text = "All sanctions between the two states lifted, none new." },
  { source = "p236", locator = "list", said_by = "russia", chain = "outlet; state media; text",
    certainty = "document_described", modality = "demand" }) -- G400
claim("provisions", "ru-memo-1-damages", { kind = "clause", topic = "reparations", document = "ru-memorandum",
  text = "Claims for war damage waived on both sides." },
  { source = "p237", locator = "list", said_by = "russia", chain = "outlet; text", certainty = "document_described",
    modality = "demand", note = "Read once." }) -- G401
claim("provisions", "ru-memo-1-church", { kind = "clause", topic = "minority_rights", document = "ru-memorandum",
  text = "Restrictions on the Ukrainian Orthodox Church lifted." },
  { source = "p234", locator = "bullet 5", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand" }) -- G402
claim("provisions", "ru-memo-1-families", { kind = "clause", topic = "refugees", document = "ru-memorandum",
  text = "Family reunification and displaced persons to be settled." },
  { source = "p236", locator = "list", said_by = "russia", chain = "outlet; state media; text",
    certainty = "document_described", modality = "demand" }) -- G403
claim("provisions", "ru-memo-2-option-1", { kind = "option", ordinal = 1, exclusive_group = "ru-ceasefire-options",
  topic = "withdrawal", document = "ru-memorandum",
  text = "Start of full withdrawal from the four regions to an agreed distance from Russia's borders." },
  { source = "p238", locator = "p2", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand" }) -- G404 D83
claim("demands", "ru-withdrawal-r2", { topic = "withdrawal", kind = "demand", document = "ru-memorandum",
  provision = "ru-memo-2-option-1", scope = "four regions, to an agreed distance", revises = "ru-withdrawal-r1",
  party = "russia", addressee = "ukraine", made = "2025-06-02", talk = "istanbul-r2", status = "raised",
  text = "Start of full withdrawal from the four regions to an agreed distance from Russia's borders." },
  { source = "p238", locator = "p2", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand", stated = "2025-06-02" }) -- G404 D83
claim("provisions", "ru-memo-2-option-2", { kind = "option", ordinal = 2, exclusive_group = "ru-ceasefire-options",
  topic = "ceasefire", document = "ru-memorandum", text = "A package of ten points." },
  { source = "p238", locator = "p3", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand" }) -- G405
claim("provisions", "ru-memo-2-mobilisation", { parent = "ru-memo-2-option-2", kind = "clause", topic = "mobilisation",
  document = "ru-memorandum", text = "No redeployment except withdrawal; mobilisation stopped, demobilisation begun." },
  { source = "p238", locator = "p3", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand" }) -- G406
claim("provisions", "ru-memo-2-arms", { parent = "ru-memo-2-option-2", kind = "clause", topic = "arms_supply",
  document = "ru-memorandum", text = "No foreign arms, aid, satellite links or intelligence." },
  { source = "p238", locator = "p3", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand" }) -- G407
claim("provisions", "ru-memo-2-foreign-troops", { parent = "ru-memo-2-option-2", kind = "clause",
  topic = "foreign_troops", document = "ru-memorandum",
  text = "Third states' military presence and foreign specialists excluded." },
  { source = "p238", locator = "p3", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand" }) -- G408
claim("provisions", "ru-memo-2-monitoring", { parent = "ru-memo-2-option-2", kind = "clause", topic = "verification",
  document = "ru-memorandum", text = "No sabotage, bilateral monitoring centre, amnesty for \"political\" prisoners." },
  { source = "p238", locator = "p4", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand" }) -- G409
claim("provisions", "ru-memo-3-ceasefire", { kind = "stage", topic = "ceasefire", document = "ru-memorandum",
  text = "30-day ceasefire from the day withdrawal begins, withdrawal and package to be complete within it." },
  { source = "p239", locator = "p2 (end)", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand" }) -- G410
claim("demands", "ru-ceasefire-r2", { topic = "ceasefire", kind = "proposal", document = "ru-memorandum",
  provision = "ru-memo-3-ceasefire", condition = "withdrawal and the package done within it", days_low = 30,
  days_best = 30, days_high = 30, party = "russia", addressee = "ukraine", made = "2025-06-02", talk = "istanbul-r2",
  status = "raised",
  text = "30-day ceasefire from the day withdrawal begins, withdrawal and package to be complete within it." },
  { source = "p239", locator = "p2 (end)", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand", stated = "2025-06-02" }) -- G410
claim("provisions", "ru-memo-elections", { kind = "clause", topic = "elections", document = "ru-memorandum",
  text = "Elections in Ukraine, then the peace treaty." },
  { source = "p234", locator = "p1", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand" }) -- G411
claim("demands", "ru-elections-r2", { topic = "elections", kind = "demand", document = "ru-memorandum",
  provision = "ru-memo-elections", party = "russia", addressee = "ukraine", made = "2025-06-02", talk = "istanbul-r2",
  status = "raised", text = "Elections in Ukraine, then the peace treaty." },
  { source = "p234", locator = "p1", said_by = "russia", chain = "outlet; own copy", certainty = "document_seen",
    modality = "demand", stated = "2025-06-02" }) -- G411
claim("outcomes", "istanbul-r2-week-to-study", { topic = "procedure", kind = "commitment", nature = "parallel", low = 7,
  best = 7, high = 7, talk = "istanbul-r2", in_force = "2025-06-02/2025-06-09", unit = "days",
  text = "A week to study the two papers." },
  { source = "p227", locator = "p7", modality = "plan" }) -- G412
claim("outcomes", "r2-bodies", { topic = "remains", kind = "exchange", nature = "reciprocal", status = "announced",
  low = 6000, best = 6000, high = 6000, talk = "istanbul-r2", date = "2025-06-02", unit = "bodies", basis = "per_side",
  text = "The dead: 6,000 bodies, each way or by Russia alone." },
  { source = "p240", locator = "p11-p14", said_by = "umerov", chain = "outlet; Umerov",
    certainty = "on_record_paraphrase", modality = "promise", note = "Bodies: 6,000 for 6,000." }) -- G413 D86
claim("outcomes", "r2-bodies-ru", { topic = "remains", kind = "hand_over", part_of = "r2-bodies", giver = "ukraine",
  receiver = "russia", unit = "bodies", basis = "total", status = "announced", low = 6000, best = 6000, high = 6000,
  talk = "istanbul-r2", date = "2025-06-02", text = "Ukraine gives back as many Russian dead." },
  { source = "p240", locator = "p11-p14", said_by = "umerov", chain = "outlet; Umerov",
    certainty = "on_record_paraphrase", modality = "promise" }) -- G413 D86
claim("outcomes", "r2-local-truce", { topic = "ceasefire", kind = "no_agreement", talk = "istanbul-r2",
  text = "A truce of two or three days in some sectors, to recover the dead." },
  { source = "p241", locator = "p6", said_by = "umerov", chain = "outlet; Umerov", certainty = "on_record_quote",
    modality = "absence",
    note = "Russia agreed neither to a ceasefire nor to a leaders' meeting, only to exchanges. Nothing but exchanges "
      .. "was agreed, he says. Read once." }) -- G414 D84
claim("responses", "ru-ceasefire-r2-no", { demand = "ua-ceasefire-r2", kind = "reject", party = "russia",
  date = "2025-06-02", talk = "istanbul-r2",
  text = "Russia agreed neither to a ceasefire nor to a leaders' meeting, only to exchanges." },
  { source = "p241", locator = "p6", said_by = "umerov", chain = "outlet; Umerov", certainty = "on_record_quote",
    modality = "absence", stated = "2025-06-02", note = "Read once." }) -- G414 D84
claim("outcomes", "r2-local-truce", { topic = "ceasefire", kind = "pledge", giver = "russia", unit = "days",
  status = "announced", low = 2, high = 3, talk = "istanbul-r2", date = "2025-06-02" },
  { source = "p242", locator = "p1, p6", said_by = "medinsky", chain = "outlet; Russian media; Medinsky",
    certainty = "on_record_paraphrase", modality = "promise",
    note = "Local ceasefire in some sectors: offered, Ukraine will consider it." }) -- G415 D84
claim("outcomes", "r2-local-truce", { kind = "agreement", talk = "istanbul-r2", date = "2025-06-02" },
  { source = "p242", locator = "p5", said_by = "medinsky", chain = "outlet; Russian media; Medinsky",
    certainty = "on_record_quote",
    note = "The same page quotes him as saying both capitals agreed to it." }) -- G416 D84
claim("documents", "ua-children-list", { items_low = 339, items_best = 339, items_high = 339, talk = "istanbul-r2",
  text = "A list of Ukrainian children who were taken to Russia, handed over by Ukraine." },
  { source = "p242", locator = "p8-p10", said_by = "medinsky", chain = "outlet; Russian media; Medinsky",
    certainty = "on_record_paraphrase",
    note = "None of them was abducted, Medinsky says; all were rescued." }) -- G417 D91
claim("outcomes", "r2-ten-children", { topic = "children", kind = "pledge", status = "announced", giver = "russia",
  receiver = "ukraine", low = 10, best = 10, high = 10, talk = "istanbul-r2", due = "../2025-07-10", unit = "children",
  text = "Russia offers to give back ten children by 10 July." },
  { source = "p243", locator = "p5", said_by = "two Ukrainian officials",
    chain = "outlet; Axios; two Ukrainian officials", certainty = "anonymous", modality = "promise",
    note = "Read once." }) -- G418 D91
claim("demands", "ua-only-leaders", { topic = "leaders_meeting", kind = "stance", party = "ukraine",
  addressee = "russia", made = "2025-06-02", talk = "istanbul-r2", status = "raised",
  text = "Further meetings make sense only to prepare the leaders' meeting." },
  { source = "p244", locator = "p1, p3", said_by = "tykhyi", chain = "outlet; Ukrinform; Tykhyi",
    certainty = "on_record_quote", modality = "demand", stated = "2025-06-02" }) -- G419 D92
claim("statements", "medinsky-30-or-60", { topic = "ceasefire", kind = "fact", speaker = "medinsky", party = "russia",
  date = "2025-06-02", about = "istanbul-r2", text = "Ukraine asked for 30 or 60 days of ceasefire as a start." },
  { source = "p245", locator = "p3", said_by = "medinsky", chain = "outlet; TASS; Medinsky",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-06-02" }) -- G420 D85
claim("responses", "ru-leaders-to-approve", { demand = "ua-leaders-june", kind = "conditional", date = "2025-06-02",
  party = "russia", talk = "istanbul-r2", text = "A leaders' meeting only to approve what is already worked out." },
  { source = "p246", locator = "p3-p4", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    modality = "demand", stated = "2025-06-02" }) -- G421
claim("outcomes", "r2-swap", { topic = "prisoners", kind = "exchange", status = "announced", best = "~1200",
  talk = "istanbul-r2", due = "2025-06-07/2025-06-09", nature = "reciprocal", unit = "prisoners of war",
  basis = "per_side", text = "Exchange of prisoners, 1,200 each." },
  { source = "p246", locator = "p2", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    modality = "plan", note = "Exchange of probably 1,200 each; Russia ready for 7–9 June." }) -- G422
claim("deliveries", "r2-bodies-jun7", { outcome = "r2-bodies-ua", giver = "russia", cause = "Kyiv puts it off",
  date = "2025-06-07", text = "Bodies brought to the exchange area, and not taken over." },
  { source = "p247", locator = "p3-p4", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase",
    note = "1,212 bodies stand ready, and Kyiv puts all off without a date." }) -- G423 D90 D146
claim("outcomes", "r2-bodies-ua", { due = "2025-06-07", talk = "istanbul-r2",
  text = "Russia gives back the bodies of 6,000 of Ukraine's dead." },
  { source = "p247", locator = "p3-p4", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase",
    note = "1,212 bodies at the exchange area, list of prisoners handed over, but Kyiv puts everything off without "
      .. "date." }) -- G423 D90 D146
claim("documents", "ru-list-640", { kind = "list", name = "first list of prisoners", author = "russia",
  recipient = "ukraine", items_low = 640, items_best = 640, items_high = 640, talk = "istanbul-r2",
  handed_over = "../2025-06-07", text = "First list of wounded, sick and young prisoners given to Ukraine." },
  { source = "p248", locator = "list 1", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase" }) -- G424
claim("deliveries", "r2-bodies-jun7", { cause = "Russia acts alone, no date was agreed", date = "2025-06-07" },
  { source = "p249", locator = "p3-p4", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_paraphrase", modality = "denial",
    note = "No date for the bodies had been agreed, Russia acted alone; the lists do not follow the agreed approach."
      }) -- G425 D90
claim("deliveries", "r2-bodies-jun7", { cause = "Russia acts before the day fixed", date = "2025-06-07" },
  { source = "p250", locator = "p3, p5", said_by = "yusov", chain = "outlet (own comment); Yusov",
    certainty = "on_record_quote", modality = "denial",
    note = "The handover had been fixed on 3 June for the next week; the video of trucks was shot in Russia."
      }) -- G426 D90 D146
claim("outcomes", "r2-bodies-ua", { due = "2025-06-09/2025-06-15", talk = "istanbul-r2" },
  { source = "p250", locator = "p3, p5", said_by = "yusov", chain = "outlet (own comment); Yusov",
    certainty = "on_record_quote", note = "On 3 June the handover was fixed for the next week." }) -- G426 D90 D146
claim("statements", "hq-no-repatriation", { topic = "remains", kind = "absence", party = "ukraine-hq",
  date = "2025-06-06", about = "istanbul-r2", text = "On 6 June: no repatriation has taken place." },
  { source = "p251", locator = "p2-p3", said_by = "ukraine-hq", chain = "outlet; Coordination HQ on Telegram",
    certainty = "on_record_quote", modality = "denial", stated = "2025-06-06" }) -- G427 D90
claim("outcomes", "r2-bodies-ua", { category = "15 percent identified", talk = "istanbul-r2" },
  { source = "p252", locator = "p7", said_by = "zelensky", chain = "outlet; Zelenskyy",
    certainty = "on_record_paraphrase", note = "Few of the bodies were identified." }) -- G428 D86
claim("deliveries", "r2-swap-jun9", { outcome = "r2-swap", category = "under 25", date = "2025-06-09",
  text = "A first group under 25; how many is withheld." },
  { source = "p253", locator = "p1-p3", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_paraphrase",
    note = "A first group under 25; the ministry withholds the number, about the same both ways." }) -- G429 D89
claim("deliveries", "r2-swap-jun9", { date = "2025-06-09" },
  { source = "p254", locator = "p3", said_by = "zelensky", chain = "outlet; Zelensky",
    certainty = "on_record_paraphrase", note = "The number is kept back for security." }) -- G430 D89
claim("deliveries", "r2-swap-jun10", { outcome = "r2-swap", category = "gravely wounded and sick", date = "2025-06-10",
  giver = "russia", receiver = "ukraine", text = "Second stage: severely wounded and sick." },
  { source = "p255", locator = "background 3" }) -- G431
claim("deliveries", "r2-bodies-jun11-ua", { outcome = "r2-bodies-ua", low = 1212, best = 1212, high = 1212,
  date = "2025-06-11", giver = "russia", receiver = "ukraine", unit = "bodies", text = "Bodies to Ukraine." },
  { source = "p256", locator = "p1-p2", said_by = "medinsky", chain = "outlet; Medinsky on Telegram",
    certainty = "on_record_quote" }) -- G432
claim("deliveries", "r2-bodies-jun11-ru", { outcome = "r2-bodies-ru", low = 27, best = 27, high = 27,
  date = "2025-06-11", giver = "ukraine", receiver = "russia", unit = "bodies", text = "Bodies to Russia." },
  { source = "p256", locator = "p1-p2", said_by = "medinsky", chain = "outlet; Medinsky on Telegram",
    certainty = "on_record_quote" }) -- G433
claim("deliveries", "r2-bodies-jun11-ua", { outcome = "r2-bodies-ua", low = 1212, best = 1212, high = 1212,
  giver = "russia", receiver = "ukraine", unit = "bodies" },
  { source = "p257", locator = "p1", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_paraphrase",
    note = "The same 1,212 confirmed; the fallen came from Kursk region and five Ukrainian regions." }) -- G434 D87
claim("deliveries", "r2-swap-jun12", { outcome = "r2-swap", category = "gravely wounded", date = "2025-06-12",
  text = "Stage of severely wounded on 12 June; each side blames the other for delaying daily exchanges." },
  { source = "p255", locator = "p3-p5", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_quote" }) -- G435
claim("deliveries", "r2-bodies-jun13-ua", { outcome = "r2-bodies-ua", low = 1200, best = 1200, high = 1200,
  date = "2025-06-13", giver = "russia", receiver = "ukraine", unit = "bodies",
  text = "Bodies to Ukraine (\"by the Russian side's claim\")." },
  { source = "p258", locator = "p3-p4", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_paraphrase" }) -- G436 D87
claim("deliveries", "r2-bodies-jun14-ua", { outcome = "r2-bodies-ua", low = 1200, best = 1200, high = 1200,
  date = "2025-06-14", giver = "russia", receiver = "ukraine", unit = "bodies", text = "Bodies to Ukraine." },
  { source = "p259", locator = "p1", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_paraphrase" }) -- G437 D87
claim("deliveries", "r2-swap-jun14", { outcome = "r2-swap", date = "2025-06-14",
  text = "Prisoners exchanged on Saturday too, numbers not given by either government." },
  { source = "p260", locator = "p1", note = "Read once." }) -- G438
claim("deliveries", "r2-bodies-jun15-ua", { outcome = "r2-bodies-ua", low = 1200, best = 1200, high = 1200,
  date = "2025-06-15", giver = "russia", receiver = "ukraine", unit = "bodies", text = "Bodies to Ukraine." },
  { source = "p261", locator = "p1", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_paraphrase" }) -- G439 D87
claim("deliveries", "r2-bodies-jun16-ua", { outcome = "r2-bodies-ua", low = 1245, best = 1245, high = 1245,
  date = "2025-06-16", giver = "russia", receiver = "ukraine", unit = "bodies", text = "Last day of bodies." },
  { source = "p262", locator = "p1", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_paraphrase", note = "Read once." }) -- G440 D87
claim("deliveries", "r2-bodies-all-ua", { outcome = "r2-bodies-ua", counting = "cumulative", date = "2025-06-16",
  low = 6057, best = 6057, high = 6057, giver = "russia", receiver = "ukraine", unit = "bodies",
  text = "Bodies to Ukraine in all, so far." },
  { source = "p262", locator = "bullet 1", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_paraphrase", note = "Bodies in all, Ukraine's count." }) -- G441 D87 D108
claim("deliveries", "r2-bodies-all-ua", { outcome = "r2-bodies-ua", counting = "cumulative", low = 6060, best = 6060,
  high = 6060, giver = "russia", receiver = "ukraine", unit = "bodies" },
  { source = "p263", locator = "p4", note = "Bodies in all, Russia's count." }) -- G442 D87
claim("deliveries", "r2-bodies-all-ru", { outcome = "r2-bodies-ru", counting = "cumulative", date = "../2025-07-16",
  low = 78, best = 78, high = 78, giver = "ukraine", receiver = "russia", unit = "bodies",
  text = "Bodies returned to Russia in all." },
  { source = "p263", locator = "p4" }) -- G443
claim("deliveries", "bodies-since-2022", { counting = "cumulative", giver = "russia", receiver = "ukraine",
  date = "2025-06-16", low = 15801, best = 15801, high = 15801, unit = "bodies",
  text = "Bodies returned since the invasion as of that day." },
  { source = "p264", locator = "p1" }) -- G444
claim("outcomes", "r2-bodies-ua", { category = "Russian dead among them", talk = "istanbul-r2" },
  { source = "p265", locator = "bullets", said_by = "klymenko", chain = "outlet; Klymenko",
    certainty = "on_record_paraphrase", stated = "2025-06-16",
    note = "Russian dead were mixed in with the bodies." }) -- G445 D147
claim("deliveries", "r2-swap-jun19", { outcome = "r2-swap", category = "sick and wounded", date = "2025-06-19",
  text = "Exchange of sick and wounded, after four the week before." },
  { source = "p266", locator = "p2-p4", said_by = "ukraine-hq", chain = "outlet; Coordination HQ, Zelensky",
    certainty = "on_record_paraphrase" }) -- G446 D93
claim("deliveries", "r2-swap-jun20", { date = "2025-06-20", text = "Another exchange, number not given." },
  { source = "p267", locator = "p1-p3", said_by = "russia-mod", chain = "outlet; IANS; Russian MoD",
    certainty = "on_record_quote" }) -- G447
claim("outcomes", "ru-3000-bodies-june", { topic = "remains", kind = "pledge", status = "announced", high = 3000,
  talk = "istanbul-r2", giver = "russia", receiver = "ukraine", unit = "bodies",
  text = "Nearly 3,000 more bodies can be handed over." },
  { source = "p267", locator = "p8-p9", said_by = "putin", chain = "outlet; Putin", certainty = "on_record_quote",
    modality = "promise" }) -- G448 D88
claim("deliveries", "r2-swap-jun26", { outcome = "r2-swap", category = "under 25, and wounded", date = "2025-06-26",
  giver = "russia", receiver = "ukraine", text = "Stage with under-25s and wounded." },
  { source = "p268", locator = "p2-p5", said_by = "zelensky", chain = "outlet; Zelensky, Coordination HQ",
    certainty = "on_record_paraphrase" }) -- G449
claim("deliveries", "r2-swap-jul4", { outcome = "r2-swap", category = "civilians among them", date = "2025-07-04",
  giver = "russia", receiver = "ukraine", text = "Eighth stage, civilians among the freed." },
  { source = "p269", locator = "p3", said_by = "yusov", chain = "outlet; Yusov",
    certainty = "on_record_quote" }) -- G450 D93
claim("deliveries", "r2-swap-jul4-kursk", { category = "residents of the Kursk region", low = 2, best = 2, high = 2,
  date = "2025-07-04", giver = "ukraine", receiver = "russia", unit = "civilians",
  text = "An equal exchange with two civilians of Kursk region." },
  { source = "p270", locator = "p6", said_by = "source", chain = "outlet; TASS; source", certainty = "anonymous",
    note = "Read once." }) -- G451
claim("deliveries", "r2-swap-all-to-ukraine", { counting = "cumulative", date = "2025-07-23", low = 1000,
  giver = "russia", receiver = "ukraine", unit = "persons",
  text = "Ninth stage; more than 1,000 Ukrainians back over all stages." },
  { source = "p271", locator = "p3", said_by = "zelensky", chain = "outlet; Zelenskyy on X",
    certainty = "on_record_quote" }) -- G452 D89 D93
claim("deliveries", "r2-swap-jul23", { outcome = "r2-swap", best = "~250", date = "2025-07-23",
  unit = "prisoners of war", basis = "per_side", text = "That day about 250 each, the last of the earlier accord." },
  { source = "p271", locator = "p5", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase" }) -- G453
claim("deliveries", "r2-swap-all", { outcome = "r2-swap", counting = "cumulative", date = "../2025-07-23", low = 1200,
  best = 1200, high = 1200, unit = "prisoners of war", basis = "per_side",
  text = "The swap of 1,200 each is complete." },
  { source = "p272", locator = "p4", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase" }) -- G454 D89
claim("outcomes", "r2-swap", { status = "done", talk = "istanbul-r2", nature = "reciprocal" },
  { source = "p272", locator = "p4", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", stated = "2025-07-23",
    note = "The swap of 1,200 each is complete." }) -- G454 D89
claim("statements", "over-2400-exchanged", { topic = "prisoners", speaker = "medinsky", party = "russia",
  date = "../2025-07-23", about = "istanbul-r2", kind = "fact", text = "In total over 2,400 exchanged." },
  { source = "p273", locator = "p9", said_by = "medinsky", chain = "outlet; dpa; Medinsky",
    certainty = "on_record_paraphrase" }) -- G455 D89
claim("deliveries", "bodies-jul17-ua", { low = 1000, best = 1000, high = 1000, date = "2025-07-17", giver = "russia",
  receiver = "ukraine", unit = "bodies", text = "Bodies to Ukraine." },
  { source = "p274", locator = "p1-p2", said_by = "medinsky", chain = "outlet; Medinsky on Telegram",
    certainty = "on_record_paraphrase",
    note = "Bodies to Ukraine, said to continue the Istanbul accords. Medinsky counts it under the Istanbul accords; "
      .. "no outcome is named, as Ukraine's notice does not." }) -- G456 D94
claim("deliveries", "bodies-jul17-ru", { low = 19, best = 19, high = 19, date = "2025-07-17", giver = "ukraine",
  receiver = "russia", unit = "bodies", text = "Bodies to Russia." },
  { source = "p274", locator = "p1", said_by = "medinsky", chain = "outlet; Medinsky on Telegram",
    certainty = "on_record_paraphrase" }) -- G457 D106
claim("deliveries", "bodies-jul17-ua", { low = 1000, best = 1000, high = 1000, date = "2025-07-17", giver = "russia",
  receiver = "ukraine", unit = "bodies" },
  { source = "p275", locator = "p1-p2", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_quote",
    note = "Ukraine's notice of the same day confirms 1,000 bodies and does not mention Istanbul." }) -- G458 D94 D108
claim("deliveries", "r2-bodies-given-back", { counting = "cumulative", date = "2025-07-17", unit = "bodies", high = 99,
  giver = "ukraine", receiver = "russia",
  text = "Of the 6,000 handed over before, Ukraine had given fewer than 100 in return." },
  { source = "p276", locator = "p6-p7", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase" }) -- G459
claim("outcomes", "ru-2000-bodies-july", { topic = "remains", kind = "pledge", status = "announced", low = 2000,
  best = 2000, high = 2000, talk = "istanbul-r2", date = "2025-07-17", giver = "russia", receiver = "ukraine",
  unit = "bodies", text = "2,000 more bodies offered." },
  { source = "p276", locator = "p6", modality = "promise" }) -- G460 D88
claim("talks", "call-may28", { process = "ru-ua", name = "call of 28 May", kind = "consultation", format = "remote",
  status = "held", initiated_by = "russia", prepares = "istanbul-r2", date = "2025-05-28" },
  { source = "p277", locator = "p1-p2", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase",
    note = "Medinsky phoned Umerov and named date and place for swapping the papers." }) -- G461 D77
claim("participants", "call-may28-medinsky", { party = "russia", person = "medinsky", status = "attended",
  talk = "call-may28" },
  { source = "p277", locator = "p1-p2", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase" }) -- G461
claim("participants", "call-may28-umerov", { party = "ukraine", person = "umerov", status = "attended",
  talk = "call-may28" },
  { source = "p277", locator = "p1-p2", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase" }) -- G461
claim("talks", "call-may28", { date = "2025-05-28", initiated_by = "ukraine" },
  { source = "p278", locator = "p1-p2", said_by = "zelensky", chain = "outlet; Zelensky",
    certainty = "on_record_paraphrase",
    note = "Umerov phoned Medinsky to ask whether the Russian draft was ready; nothing came." }) -- G462 D77
claim("talks", "istanbul-r2-heads", { minutes_low = 180 },
  { source = "p279", locator = "p2", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", note = "One-on-one part lasted more than three hours." }) -- G463 D81
claim("participants", "r2-heads-fidan", { talk = "istanbul-r2-heads", party = "turkiye", person = "fidan",
  status = "attended" },
  { source = "p280", locator = "p1", said_by = "VGTRK", chain = "outlet; VGTRK", certainty = "named_medium",
    stated = "2025-06-02", note = "Fidan sat in the talk of the two heads." }) -- G464 D81
claim("talks", "istanbul-r2", { date = "2025-05-22" },
  { source = "p281", locator = "p6", note = "A page made by a program." }) -- G465 D79
claim("documents", "ru-memorandum", { items_low = 2, items_best = 2, items_high = 2, talk = "istanbul-r2",
  author = "russia", recipient = "ukraine" },
  { source = "p282", locator = "p2", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    note = "Two parts, lasting peace first, then steps to a full ceasefire." }) -- G466 D82
claim("documents", "ru-memorandum", { items_low = 2, items_best = 2, items_high = 2, talk = "istanbul-r2",
  author = "russia", recipient = "ukraine" },
  { source = "p283", locator = "p2", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", note = "Two sections, steps to a ceasefire named first." }) -- G467 D82
claim("outcomes", "r2-bodies-ua", { topic = "remains", kind = "pledge", part_of = "r2-bodies", basis = "total",
  giver = "russia", receiver = "ukraine", category = "all identified", status = "announced", low = 6000, best = 6000,
  high = 6000, talk = "istanbul-r2", unit = "bodies" },
  { source = "p283", locator = "p4", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "promise",
    note = "Russia gives back 6,000 bodies on its own, all identified, the next week." }) -- G468 D86 D146 D147
claim("outcomes", "r2-bodies", { nature = "unilateral", talk = "istanbul-r2" },
  { source = "p283", locator = "p4", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "promise",
    note = "Russia gives back 6,000 bodies on its own." }) -- G468 D86 D146 D147
claim("outcomes", "r2-local-truce", { kind = "agreement", talk = "istanbul-r2", date = "2025-06-02" },
  { source = "p283", locator = "p6-p7", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase",
    note = "Ukraine confirmed a limited local ceasefire for recovering bodies." }) -- G469 D84
claim("responses", "ua-local-truce", { kind = "defer", demand = "ru-local-truce", party = "ukraine",
  date = "2025-06-02", talk = "istanbul-r2", text = "On the local ceasefire the Ukrainians took time to consider." },
  { source = "p284", locator = "p5", said_by = "medinsky", chain = "outlet; European Pravda; Russian media; Medinsky",
    certainty = "on_record_paraphrase", stated = "2025-06-02" }) -- G470 D84
claim("demands", "ru-local-truce", { topic = "ceasefire", kind = "offer", party = "russia", addressee = "ukraine",
  days_low = 2, days_high = 3, made = "2025-06-02", talk = "istanbul-r2", status = "raised",
  text = "A short truce in some sectors." },
  { source = "p242", locator = "p1, p6", said_by = "medinsky", chain = "outlet; Russian media; Medinsky",
    certainty = "on_record_paraphrase", modality = "promise", stated = "2025-06-02" }) -- G415 D84
claim("documents", "ua-children-list", { kind = "list", name = "Ukraine's list of children", author = "ukraine",
  recipient = "russia", items_best = "~400", talk = "istanbul-r2" },
  { source = "p285", locator = "p3", said_by = "zelensky", chain = "outlet; Zelenskyy",
    certainty = "on_record_paraphrase", modality = "demand",
    note = "Close to 400 children are on it; Russia would talk of ten. Read once." }) -- G471 D91
claim("demands", "ua-leaders-june", { kind = "proposal", wanted = "2025-06-20/2025-06-30", party = "ukraine",
  addressee = "russia", talk = "istanbul-r2", text = "The leaders are to meet between 20 and 30 June." },
  { source = "p286", locator = "p9", said_by = "umerov", chain = "outlet; Umerov", certainty = "on_record_paraphrase",
    modality = "demand", note = "The next discussions are to be between 20 and 30 June." }) -- G472 D92
claim("demands", "ua-leaders-june", { topic = "leaders_meeting", kind = "proposal", wanted = "2025-06-20/2025-06-30",
  made = "2025-06-02", status = "rejected", party = "ukraine", addressee = "russia", talk = "istanbul-r2" },
  { source = "p287", locator = "last paragraph", said_by = "umerov", chain = "outlet; Ukrinform; Umerov",
    certainty = "on_record_paraphrase", modality = "demand",
    note = "The leaders are to meet between 20 and 30 June; Russia declined." }) -- G473 D92
claim("documents", "ua-children-list", { items_low = 339, items_best = 339, items_high = 339, talk = "istanbul-r2" },
  { source = "p288", locator = "p1-p6", said_by = "lubinets", chain = "outlet; Lubinets",
    certainty = "on_record_paraphrase", modality = "absence",
    note = "Nothing shows that Russia begins to return them." }) -- G474 D91
claim("statements", "sixth-exchange", { topic = "prisoners", date = "2025-06-20?", about = "istanbul-r2", kind = "fact",
  text = "Sixth exchange since the beginning of June." },
  { source = "p289", locator = "p5" }) -- G475 D93
claim("demands", "ru-exchanges-first", { party = "russia", addressee = "ukraine", topic = "procedure", kind = "stance",
  made = "2025-06-25~", talk = "istanbul-r2", status = "raised",
  text = "No new round before every agreed exchange is carried out." },
  { source = "p290", locator = "p1-p2", said_by = "peskov", chain = "outlet; Peskov",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-06-25~" }) -- G476

-- istanbul-r3
claim("talks", "istanbul-r3", { planned_time = "19:00", zone = "+03:00", planned_venue = "Çırağan Palace",
  planned_date = "2025-07-23" },
  { source = "p291", locator = "p3", said_by = "source", chain = "outlet; source", certainty = "anonymous",
    modality = "plan", note = "Start set for 19:00 local (Moscow) time at the Çırağan Palace. Read once." }) -- G477 D95
claim("talks", "istanbul-r3", { process = "ru-ua", name = "Istanbul, third round of 2025", kind = "round", round = 3,
  status = "held", time = "20:37", zone = "+03:00", place = "Istanbul", format = "direct",
  directness = "direct", date = "2025-07-23", minutes_best = "~39" },
  { source = "p272", locator = "p2", chain = "outlet (own reporter)",
    note = "Plenary from about 20:37 to about 21:16 local time." }) -- G478 D95 D96
claim("talks", "istanbul-r3", { host = "turkiye" },
  { source = "p272", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G478
claim("talks", "istanbul-r3", { date = "2025-07-23", minutes_best = "~40" },
  { source = "p292", locator = "p4", note = "About 40 minutes in full session, on the draft memoranda." }) -- G479 D96
claim("talks", "istanbul-r3", { minutes_best = "~60" },
  { source = "p293", locator = "p1", said_by = "source", chain = "outlet; source", certainty = "anonymous",
    note = "About an hour." }) -- G480 D96
claim("talks", "istanbul-r3-heads", { process = "ru-ua", name = "Umerov and Medinsky before the third round",
  kind = "round", status = "held", part_of = "istanbul-r3", directness = "direct", format = "direct",
  date = "2025-07-23" },
  { source = "p292", locator = "p4", note = "Before it Medinsky and Umerov talked alone." }) -- G481 D143
claim("participants", "r3-heads-medinsky", { party = "russia", person = "medinsky", status = "attended",
  talk = "istanbul-r3-heads" },
  { source = "p292", locator = "p4" }) -- G481
claim("participants", "r3-heads-umerov", { party = "ukraine", person = "umerov", status = "attended",
  talk = "istanbul-r3-heads" },
  { source = "p292", locator = "p4" }) -- G481
claim("participants", "r3-heads-fidan", { status = "attended" },
  { source = "p292", locator = "p4", polarity = "denied", stated = "2025-07-23",
    note = "The two talked alone." }) -- G481 D143
claim("participants", "r3-heads-fidan", { talk = "istanbul-r3-heads", party = "turkiye", person = "fidan",
  status = "attended" },
  { source = "p294", locator = "p6", said_by = "delegation source", chain = "outlet; delegation source",
    certainty = "anonymous", stated = "2025-07-23",
    note = "A short preparatory talk of Umerov, Fidan and Medinsky, as in the previous round." }) -- G482 D143
claim("talks", "erdogan-umerov-jul23", { process = "ru-ua", name = "Erdogan and the Ukrainians", kind = "consultation",
  status = "held", prepares = "istanbul-r3", directness = "none", date = "2025-07-23" },
  { source = "p294", locator = "p5",
    note = "Erdoğan, his adviser Kılıç and Fidan met the Ukrainians earlier that day, before they went on to "
      .. "Istanbul." }) -- G483
claim("talks", "erdogan-umerov-jul23", { host = "turkiye" },
  { source = "p294", locator = "p5", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G483
claim("participants", "erdogan-umerov-jul23-erdogan", { party = "turkiye", person = "erdogan", status = "attended",
  talk = "erdogan-umerov-jul23" },
  { source = "p294", locator = "p5" }) -- G483
claim("participants", "erdogan-umerov-jul23-fidan", { party = "turkiye", person = "fidan", status = "attended",
  talk = "erdogan-umerov-jul23" },
  { source = "p294", locator = "p5" }) -- G483
claim("participants", "erdogan-umerov-jul23-ukraine", { party = "ukraine", status = "attended",
  talk = "erdogan-umerov-jul23" },
  { source = "p294", locator = "p5" }) -- G483
claim("statements", "fidan-aim-ceasefire", { topic = "ceasefire", speaker = "fidan", party = "turkiye",
  date = "2025-07-23", about = "istanbul-r3", kind = "opinion",
  text = "The aim is a ceasefire that opens the way to peace." },
  { source = "p294", locator = "p4", said_by = "fidan", chain = "outlet; Anadolu; Fidan",
    certainty = "on_record_paraphrase", modality = "opinion", stated = "2025-07-23" }) -- G484
claim("participants", "istanbul-r3-umerov", { party = "ukraine", person = "umerov",
  status = "attended", talk = "istanbul-r3" },
  { source = "p293", locator = "last lists",
    note = "Umerov listed first for Ukraine, now as Secretary; Medinsky listed first for Russia, then Galuzin, "
      .. "Kostyukov, Fomin." }) -- G485
claim("participants", "istanbul-r3-umerov", { role = "head_of_delegation" },
  { source = "p293", locator = "last lists", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Named first." }) -- G485
claim("participants", "istanbul-r3-medinsky", { party = "russia", person = "medinsky",
  status = "attended", talk = "istanbul-r3" },
  { source = "p293", locator = "last lists",
    note = "Umerov listed first for Ukraine, now as Secretary; Medinsky listed first for Russia, then Galuzin, "
      .. "Kostyukov, Fomin." }) -- G485
claim("participants", "istanbul-r3-medinsky", { role = "head_of_delegation" },
  { source = "p293", locator = "last lists", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Named first." }) -- G485
claim("participants", "istanbul-r3-galuzin", { party = "russia", person = "galuzin", role = "member",
  status = "attended", talk = "istanbul-r3" },
  { source = "p293", locator = "last lists",
    note = "Umerov listed first for Ukraine, now as Secretary; Medinsky listed first for Russia, then Galuzin, "
      .. "Kostyukov, Fomin." }) -- G485
claim("participants", "istanbul-r3-kostyukov", { party = "russia", person = "kostyukov", role = "member",
  status = "attended", talk = "istanbul-r3" },
  { source = "p293", locator = "last lists",
    note = "Umerov listed first for Ukraine, now as Secretary; Medinsky listed first for Russia, then Galuzin, "
      .. "Kostyukov, Fomin." }) -- G485
claim("participants", "istanbul-r3-fomin", { party = "russia", person = "fomin", role = "member", status = "attended",
  talk = "istanbul-r3" },
  { source = "p293", locator = "last lists",
    note = "Umerov listed first for Ukraine, now as Secretary; Medinsky listed first for Russia, then Galuzin, "
      .. "Kostyukov, Fomin." }) -- G485
claim("demands", "ua-leaders-august", { topic = "leaders_meeting", kind = "proposal", wanted = "../2025-08-31",
  made = "2025-07-23", revises = "ua-leaders-june", party = "ukraine", addressee = "russia", talk = "istanbul-r3",
  status = "raised", text = "Leaders' meeting by the end of August with Erdoğan and Trump." },
  { source = "p295", locator = "p1-p2", said_by = "umerov", chain = "outlet; Umerov",
    certainty = "on_record_paraphrase", modality = "demand" }) -- G486
claim("statements", "bevz-august", { topic = "leaders_meeting", kind = "fact", date = "2025-07-23", speaker = "bevz",
  party = "ukraine", about = "istanbul-r3",
  text = "August, because any day then fits what partners such as the US want and the deadline Trump set (the outlet "
    .. "adds: 50 days)." },
  { source = "p296", locator = "p2-p4", said_by = "bevz", chain = "outlet; Suspilne; Bevz",
    certainty = "on_record_quote", modality = "demand", stated = "2025-07-23" }) -- G487
claim("demands", "ua-ceasefire-r3", { topic = "ceasefire", kind = "demand",
  scope = "with an end to strikes on civilian and critical sites", revises = "ua-ceasefire-r2", party = "ukraine",
  addressee = "russia", made = "2025-07-23", talk = "istanbul-r3", status = "raised",
  text = "Complete ceasefire including an end to strikes on civilian and critical infrastructure." },
  { source = "p296", locator = "point 1", said_by = "umerov", chain = "outlet; Umerov on Facebook",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-07-23" }) -- G488
claim("responses", "ru-leaders-pointless", { kind = "reject", demand = "ua-leaders-august", party = "russia",
  date = "2025-07-23", talk = "istanbul-r3", text = "A leaders' meeting without a finished agreement is pointless." },
  { source = "p297", locator = "p3-p4", said_by = "medinsky", chain = "outlet; khoahocdoisong.vn; RT; Medinsky",
    certainty = "on_record_quote", modality = "opinion", stated = "2025-07-23" }) -- G489
claim("statements", "medinsky-fourth-round", { topic = "procedure", speaker = "medinsky", party = "russia",
  date = "2025-07-23", about = "istanbul-r3", kind = "expectation", text = "Moscow hopes for a fourth round." },
  { source = "p297", locator = "p8", said_by = "medinsky", chain = "outlet; RT; Medinsky",
    certainty = "on_record_paraphrase", modality = "expectation", stated = "2025-07-23" }) -- G490
claim("statements", "memoranda-far-apart", { topic = "procedure", speaker = "medinsky", party = "russia",
  date = "2025-07-23", about = "istanbul-r3", kind = "opinion",
  text = "On the memoranda the positions stay far apart." },
  { source = "p298", locator = "list", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "opinion", stated = "2025-07-23" }) -- G491
claim("outcomes", "r3-swap", { topic = "prisoners", kind = "exchange", status = "announced", date = "2025-07-23",
  low = 1200, talk = "istanbul-r3", nature = "reciprocal", unit = "prisoners of war", basis = "per_side",
  text = "New exchange of at least 1,200 each." },
  { source = "p299", locator = "p5", said_by = "medinsky", chain = "outlet; RIA; Medinsky",
    certainty = "on_record_quote", modality = "promise" }) -- G492 D97 D98 D112
claim("statements", "umerov-over-1200", { topic = "prisoners", kind = "fact", date = "2025-07-23", speaker = "umerov",
  party = "ukraine", about = "istanbul-r3", text = "Over 1,200 people are covered (basis not said)." },
  { source = "p299", locator = "p3", said_by = "umerov", chain = "outlet; Suspilne; Umerov",
    certainty = "on_record_quote", modality = "promise" }) -- G493 D97
claim("outcomes", "r3-civilians", { kind = "exchange" },
  { source = "p299", locator = "p4", said_by = "kyslytsia", chain = "outlet; Kyslytsia",
    certainty = "on_record_paraphrase", modality = "demand", polarity = "denied", note = "Read once." }) -- G494 D99
claim("outcomes", "r3-civilians", { topic = "civilians", kind = "exchange", status = "agreed", talk = "istanbul-r3",
  date = "2025-07-23", nature = "reciprocal", text = "Civilians are to be exchanged as well as soldiers." },
  { source = "p292", locator = "p5", note = "Agreed to exchange civilians as well." }) -- G495 D99
claim("demands", "ru-kursk-civilians", { party = "russia", addressee = "ukraine", topic = "civilians",
  kind = "proposal", made = "2025-07-23", talk = "istanbul-r3", status = "raised",
  measure_best = "~30", measure_unit = "people", text = "About thirty people of the Kursk region are to come home." },
  { source = "p272", locator = "p4", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-07-23" }) -- G496 D99
claim("statements", "umerov-categories", { topic = "prisoners", kind = "fact", date = "2025-07-23", speaker = "umerov",
  party = "ukraine", about = "istanbul-r3",
  text = "Return of those held over three years, the severely wounded and young." },
  { source = "p300", locator = "p7", said_by = "umerov", chain = "outlet; Umerov", certainty = "on_record_paraphrase",
    modality = "promise", note = "Read once." }) -- G497
claim("outcomes", "ru-3000-bodies-july", { topic = "remains", kind = "pledge", status = "announced",
  date = "2025-07-23", low = 3000, best = 3000, high = 3000, talk = "istanbul-r3", giver = "russia",
  receiver = "ukraine", unit = "bodies",
  text = "3,000 more bodies offered, through the Red Cross when Ukraine is ready." },
  { source = "p272", locator = "p5-p6", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "promise" }) -- G498 D88
claim("demands", "ru-short-truces", { topic = "ceasefire", kind = "proposal",
  purpose = "recover the wounded and the dead", revises = "ru-local-truce", days_low = 1, days_high = 2,
  party = "russia", addressee = "ukraine", made = "2025-07-23", talk = "istanbul-r3", status = "raised",
  text = "Short ceasefires of 24–48 hours for wounded and dead." },
  { source = "p272", locator = "p7-p8", said_by = "medinsky", chain = "outlet; Medinsky", certainty = "on_record_quote",
    modality = "demand", stated = "2025-07-23" }) -- G499
claim("responses", "ua-short-truces", { kind = "reject", demand = "ru-short-truces", party = "ukraine",
  date = "2025-07-23", talk = "istanbul-r3",
  text = "Russia's offer of short truces on parts of the line is not new and cannot be called a real truce." },
  { source = "p299", locator = "p11", said_by = "tykhyi", chain = "outlet; Tykhyi", certainty = "on_record_paraphrase",
    modality = "opinion", stated = "2025-07-23" }) -- G500
claim("demands", "ru-working-groups", { topic = "procedure", kind = "proposal", party = "russia", addressee = "ukraine",
  made = "2025-07-23", talk = "istanbul-r3", status = "raised",
  text = "Three working groups to work online; Ukraine agreed to consider it." },
  { source = "p298", locator = "list", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-07-23" }) -- G501 D100
claim("responses", "ua-working-groups", { party = "ukraine", demand = "ru-working-groups", kind = "defer",
  date = "2025-07-23", talk = "istanbul-r3", text = "Ukraine will consider it." },
  { source = "p298", locator = "list", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2025-07-23" }) -- G501 D100
claim("outcomes", "r3-medical-exchanges", { topic = "prisoners", kind = "commitment", status = "announced",
  date = "2025-07-23", talk = "istanbul-r3",
  text = "Medical exchanges of severely wounded along the front go on without end date." },
  { source = "p293", locator = "list", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "promise" }) -- G502
claim("outcomes", "r3-groups", { topic = "procedure", kind = "no_agreement", talk = "istanbul-r3",
  text = "Working groups of the two sides." },
  { source = "p301", locator = "p3", said_by = "peskov", chain = "outlet; RBC radio; Peskov",
    certainty = "on_record_quote", modality = "absence",
    note = "No answer at all on the working groups; none formed." }) -- G503 D100
claim("statements", "peskov-pause", { topic = "procedure", speaker = "peskov", party = "kremlin", date = "2025-09-12",
  about = "istanbul-r3", kind = "absence", text = "Channels exist, but there is a pause." },
  { source = "p302", locator = "p4", said_by = "peskov", chain = "outlet; Peskov", certainty = "on_record_quote",
    modality = "absence", stated = "2025-09-12" }) -- G504 D101
claim("statements", "polishchuk-unanswered", { topic = "procedure", date = "../2026-01-25", speaker = "polishchuk",
  party = "russia", about = "istanbul-r3", kind = "absence",
  text = "Moscow also offered higher-level delegations and a bilateral monitoring centre, unanswered since July." },
  { source = "p303", locator = "p1", said_by = "polishchuk", chain = "outlet; Polishchuk",
    certainty = "on_record_quote", modality = "absence" }) -- G505 D101
claim("statements", "erdogan-bring-leaders", { topic = "leaders_meeting", speaker = "erdogan", party = "turkiye",
  date = "2025-07-25", about = "istanbul-r3", kind = "plan",
  text = "Erdoğan will try to bring Putin and Trump to Istanbul." },
  { source = "p304", locator = "p1-p2", said_by = "erdogan", chain = "outlet; Erdoğan", certainty = "on_record_quote",
    modality = "plan" }) -- G506
claim("deliveries", "swap-aug14", { low = 84, best = 84, high = 84, date = "2025-08-14", unit = "persons",
  basis = "per_side", cause = "through the UAE",
  text = "As many from each side, through the UAE." },
  { source = "p305", locator = "p1", said_by = "russia-mod", chain = "outlet; Russian MoD, Zelensky",
    certainty = "on_record_paraphrase" }) -- G507 D98 D102
claim("deliveries", "swap-aug14", { category = "Ukraine's are soldiers and civilians", low = 84, best = 84, high = 84,
  date = "2025-08-14", unit = "persons" },
  { source = "p305", locator = "p1", said_by = "zelensky", chain = "outlet; Zelensky",
    certainty = "on_record_paraphrase", note = "Some had been held since 2014." }) -- G508 D102
claim("deliveries", "freed-via-uae", { counting = "cumulative", date = "../2025-08-14", low = 4349, best = 4349,
  high = 4349, unit = "prisoners of war", text = "Freed in all through UAE mediation." },
  { source = "p306", locator = "p3", said_by = "uae-mfa", chain = "outlet; TASS; UAE MFA",
    certainty = "on_record_paraphrase" }) -- G509
claim("deliveries", "bodies-aug19-ua", { low = 1000, best = 1000, high = 1000, date = "2025-08-19", giver = "russia",
  receiver = "ukraine", unit = "bodies", text = "Bodies to Ukraine under previous agreements." },
  { source = "p307", locator = "p2", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_paraphrase" }) -- G510
claim("statements", "died-in-captivity", { topic = "remains", kind = "fact", party = "ukraine-hq", date = "2025-08-19",
  about = "istanbul-r3", text = "Five of them died in captivity while on the Istanbul list of sick and wounded." },
  { source = "p265", locator = "p3", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_paraphrase", stated = "2025-08-19" }) -- G511
claim("statements", "medinsky-19-bodies", { topic = "remains", kind = "fact", speaker = "medinsky", party = "russia",
  date = "2025-07-17?/2025-08-20?", about = "istanbul-r3", text = "Undated page: 19 bodies went to Russia for 1,000." },
  { source = "p308", locator = "p2", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase" }) -- G512 D106
claim("deliveries", "swap-aug24", { low = 146, best = 146, high = 146, date = "2025-08-24", unit = "prisoners of war",
  basis = "per_side", cause = "through the UAE", text = "As many from each side, the UAE mediating." },
  { source = "p309", locator = "p1-p2", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_quote" }) -- G513 D98
claim("deliveries", "kursk-aug24", { category = "residents of the Kursk region", low = 8, best = 8, high = 8,
  date = "2025-08-24", giver = "ukraine", receiver = "russia", unit = "civilians",
  text = "Eight residents of Kursk region returned." },
  { source = "p310", locator = "p1, p5", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_paraphrase" }) -- G514 D103
claim("deliveries", "civilians-aug24", { category = "civilians", low = 8, best = 8, high = 8, date = "2025-08-24",
  giver = "russia", receiver = "ukraine", unit = "civilians",
  text = "Eight civilians among Ukraine's freed, a journalist and a former mayor included." },
  { source = "p311", locator = "p2" }) -- G515 D103
claim("statements", "hq-no-total", { topic = "prisoners", party = "ukraine-hq", date = "2025-08-24",
  about = "istanbul-r3", kind = "absence",
  text = "Ukraine's notice gives no total and ties the releases to all three rounds." },
  { source = "p309", locator = "p5", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_paraphrase", modality = "absence", stated = "2025-08-24" }) -- G516
claim("statements", "medinsky-kursk-bargain", { topic = "civilians", speaker = "medinsky", party = "russia",
  date = "2025-08-24", about = "istanbul-r3", kind = "opinion",
  text = "Kyiv bargains over the Kursk residents, more than 20 still held." },
  { source = "p311", locator = "p5", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", modality = "opinion", stated = "2025-08-24" }) -- G517
claim("deliveries", "bodies-sep18-ua", { low = 1000, best = 1000, high = 1000, date = "2025-09-18", giver = "russia",
  receiver = "ukraine", unit = "bodies", text = "Bodies to Ukraine." },
  { source = "p312", locator = "p3", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_paraphrase" }) -- G518
claim("deliveries", "bodies-sep18-ru", { low = 24, best = 24, high = 24, date = "2025-09-18", giver = "ukraine",
  receiver = "russia", unit = "bodies", text = "Bodies to Russia." },
  { source = "p312", locator = "p5", said_by = "Russian officials", chain = "outlet; Russian officials",
    certainty = "on_record_paraphrase" }) -- G519
claim("deliveries", "swap-oct2", { outcome = "r3-swap", unit = "prisoners of war",
  category = "under the accord of 23 July", low = 185, best = 185, high = 185, date = "2025-10-02", basis = "per_side",
  text = "Exchange of service members." },
  { source = "p313", locator = "p6", said_by = "russia-mod", chain = "outlet; Euronews; Russian MoD",
    certainty = "on_record_quote",
    note = "Exchange of service members under the accord of 23 July." }) -- G520 D98 D105 D139
claim("deliveries", "swap-oct2", { category = "part under Istanbul, part the 69th exchange", date = "2025-10-02" },
  { source = "p314", locator = "p7", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_paraphrase", note = "Part under Istanbul, part in the 69th exchange." }) -- G521 D105
claim("deliveries", "civilians-oct2-ua", { low = 20, best = 20, high = 20, date = "2025-10-02", giver = "russia",
  receiver = "ukraine", unit = "civilians", text = "Twenty civilians came to Ukraine." },
  { source = "p315", locator = "p4", said_by = "zelensky", chain = "outlet; AFP; Zelensky",
    certainty = "on_record_quote" }) -- G522 D104
claim("deliveries", "civilians-oct2-ru", { low = 20, best = 20, high = 20, date = "2025-10-02", giver = "ukraine",
  receiver = "russia", unit = "civilians", text = "Twenty civilians came to Russia." },
  { source = "p316", locator = "p2", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_paraphrase" }) -- G523 D104
claim("statements", "oct2-410", { topic = "prisoners", kind = "fact", speaker = "saraliyev", party = "russia",
  date = "2025-10-02", about = "istanbul-r3",
  text = "Twenty civilians from each side, as Saraliyev confirms; the outlet itself adds them up to 410 people." },
  { source = "p317", locator = "p1-p3", said_by = "saraliyev", chain = "outlet; Saraliyev",
    certainty = "on_record_paraphrase", stated = "2025-10-02" }) -- G524 D104 D139
claim("deliveries", "bodies-oct23-ua", { low = 1000, best = 1000, high = 1000, date = "2025-10-23", giver = "russia",
  receiver = "ukraine", unit = "bodies", text = "Bodies to Ukraine." },
  { source = "p318", locator = "p3-p4", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_quote" }) -- G525
claim("deliveries", "bodies-oct23-ru", { low = 31, best = 31, high = 31, date = "2025-10-23", giver = "ukraine",
  receiver = "russia", unit = "bodies", text = "Bodies to Russia." },
  { source = "p319", locator = "p1", said_by = "russia", chain = "outlet; Moscow",
    certainty = "on_record_paraphrase" }) -- G526
claim("deliveries", "bodies-nov20-ua", { low = 1000, best = 1000, high = 1000, date = "2025-11-20", giver = "russia",
  receiver = "ukraine", unit = "bodies", text = "Bodies to Ukraine." },
  { source = "p320", locator = "p1-p2", said_by = "ukraine-hq", chain = "outlet; Coordination HQ",
    certainty = "on_record_paraphrase" }) -- G527
claim("deliveries", "bodies-nov20-ru", { low = 30, best = 30, high = 30, date = "2025-11-20", giver = "ukraine",
  receiver = "russia", unit = "bodies", text = "Bodies to Russia." },
  { source = "p321", locator = "p5", said_by = "unnamed sources",
    chain = "outlet; Russian state media; unnamed sources", certainty = "anonymous" }) -- G528
claim("deliveries", "bodies-dec19-ua", { low = 1003, best = 1003, high = 1003, date = "2025-12-19", giver = "russia",
  receiver = "ukraine", unit = "bodies", text = "Bodies to Ukraine." },
  { source = "p322", locator = "p2, p4", said_by = "ukraine-hq", chain = "outlet; Coordination HQ, Medinsky",
    certainty = "on_record_paraphrase" }) -- G529
claim("deliveries", "bodies-dec19-ru", { low = 26, best = 26, high = 26, date = "2025-12-19", giver = "ukraine",
  receiver = "russia", unit = "bodies", text = "Bodies to Russia, under the Istanbul accords." },
  { source = "p323", locator = "p2", said_by = "medinsky", chain = "outlet; Interfax; Medinsky",
    certainty = "on_record_paraphrase" }) -- G530
claim("talks", "istanbul-r3", { time = "17:37", zone = "+03:00", minutes_low = 40, minutes_best = 40,
  minutes_high = 40 },
  { source = "p324", locator = "p1", said_by = "russia-mfa", chain = "outlet; MFA statement",
    certainty = "on_record_paraphrase",
    note = "Began 17:37 Istanbul time and took only 40 minutes. Read once." }) -- G531 D95 D96
claim("outcomes", "r3-civilians", { topic = "civilians", kind = "exchange", talk = "istanbul-r3", date = "2025-07-23",
  nature = "reciprocal" },
  { source = "p325", locator = "p1", note = "Main result: new swap accord on soldiers and civilians." }) -- G532 D99
claim("statements", "medinsky-7000", { topic = "remains", kind = "fact", speaker = "medinsky", party = "russia",
  date = "2025-07-23", about = "istanbul-r3", text = "7,000 bodies given back so far, 3,000 more ready." },
  { source = "p326", locator = "p3", said_by = "medinsky", chain = "outlet; Medinsky",
    certainty = "on_record_paraphrase", stated = "2025-07-23", note = "Read once." }) -- G533 D108
claim("responses", "ua-working-groups-aug", { demand = "ru-working-groups", kind = "silence", party = "ukraine",
  date = "2025-08-13", talk = "istanbul-r3",
  text = "No formal reply yet on the groups; the matter comes up in running contacts." },
  { source = "p327", locator = "p2-p3", said_by = "fadeev", chain = "outlet; Russian media; Fadeev",
    certainty = "on_record_quote", modality = "absence", stated = "2025-08-13" }) -- G534 D100
claim("outcomes", "r3-groups", { topic = "procedure", kind = "agreement", talk = "istanbul-r3" },
  { source = "p328", locator = "p4", chain = "outlet; Peskov",
    note = "The groups were agreed in July, says the outlet." }) -- G535 D100
claim("statements", "peskov-heads-in-contact", { topic = "procedure", speaker = "peskov", party = "kremlin",
  date = "2025-08-27", about = "istanbul-r3", kind = "fact",
  text = "Heads of delegation are still in contact, no date for a round." },
  { source = "p329", locator = "p1", said_by = "peskov", chain = "outlet; Peskov", certainty = "on_record_paraphrase",
    stated = "2025-08-27" }) -- G536 D101
claim("deliveries", "civilians-oct2-ua", { unit = "civilians", giver = "russia", receiver = "ukraine", low = 20,
  best = 20, high = 20, date = "2025-10-02" },
  { source = "p330", locator = "p3", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_paraphrase",
    note = "Twenty civilians in each direction, by the Russian ministry. Read once." }) -- G537 D104
claim("deliveries", "civilians-oct2-ru", { unit = "civilians", giver = "ukraine", receiver = "russia", low = 20,
  best = 20, high = 20, date = "2025-10-02" },
  { source = "p330", locator = "p3", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_paraphrase",
    note = "Twenty civilians in each direction, by the Russian ministry. Read once." }) -- G537 D104
claim("statements", "kursk-ten-of-oct2", { topic = "civilians", kind = "fact", speaker = "khinshtein", party = "russia",
  date = "2025-10-02", about = "istanbul-r3", text = "Ten of those who came to Russia are Kursk residents." },
  { source = "p330", locator = "p1-p2", said_by = "khinshtein", chain = "outlet; Khinshtein on Telegram",
    certainty = "on_record_quote" }) -- G538 D104
claim("statements", "kursk-sep26-failed", { topic = "civilians", kind = "absence", speaker = "moskalkova",
  party = "russia-ombudsman", date = "2025-09-26", about = "istanbul-r3",
  text = "A handover of Kursk residents set for 26 September fell through, no reason given." },
  { source = "p331", locator = "p3", said_by = "moskalkova", chain = "outlet; Moskalkova",
    certainty = "on_record_paraphrase", modality = "absence", stated = "2025-09-26" }) -- G539
