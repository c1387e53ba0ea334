-- Grain, July 2022 to July 2023; Abu Dhabi 2022; the ombudsmen in Ankara and Belarus; Doha 2024.

-- grain-july13
claim("talks", "grain-july13", { process = "grain", name = "grain talks, Istanbul, 13 July 2022", kind = "technical",
  status = "held", place = "Istanbul", directness = "direct", date = "2022-07-13" },
  { source = "p132", locator = "p1",
    note = "Military delegations of Russia, Ukraine and Turkey with UN officials meet in Istanbul." }) -- G233 D48
claim("talks", "grain-july13", { host = "turkiye" },
  { source = "p132", locator = "p1", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G233
claim("participants", "grain-july13-ukraine", { party = "ukraine", role = "delegation", status = "attended",
  talk = "grain-july13" },
  { source = "p132", locator = "p1",
    note = "Military delegations of Russia, Ukraine and Turkey with UN officials meet in Istanbul." }) -- G233 D48
claim("participants", "grain-july13-russia", { party = "russia", role = "delegation", status = "attended",
  talk = "grain-july13" },
  { source = "p132", locator = "p1",
    note = "Military delegations of Russia, Ukraine and Turkey with UN officials meet in Istanbul." }) -- G233 D48
claim("participants", "grain-july13-turkiye", { party = "turkiye", status = "attended",
  talk = "grain-july13" },
  { source = "p132", locator = "p1",
    note = "Military delegations of Russia, Ukraine and Turkey with UN officials meet in Istanbul." }) -- G233 D48
claim("participants", "grain-july13-turkiye", { role = "host" },
  { source = "p132", locator = "p1", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G233
claim("statements", "first-face-since-march", { topic = "procedure", date = "2022-07-13", about = "grain-july13",
  kind = "fact", text = "First face-to-face meeting of the two sides since March." },
  { source = "p133", locator = "p6" }) -- G234 D48
claim("participants", "grain-july13-griffiths", { party = "un", person = "griffiths", role = "member",
  status = "attended", talk = "grain-july13" },
  { source = "p134", locator = "p7", note = "For the UN: Griffiths and Grynspan." }) -- G235
claim("participants", "grain-july13-grynspan", { party = "un", person = "grynspan", role = "member",
  status = "attended", talk = "grain-july13" },
  { source = "p134", locator = "p7", note = "For the UN: Griffiths and Grynspan." }) -- G235
claim("outcomes", "grain-centre", { topic = "shipping", kind = "agreement", status = "agreed", talk = "grain-july13",
  date = "2022-07-13",
  text = "Coordination centre in Istanbul with all parties; joint control of ships in and out of ports; navigation "
    .. "safety." },
  { source = "p135", locator = "p4", said_by = "akar", chain = "outlet; Akar",
    certainty = "on_record_paraphrase" }) -- G236 D47
claim("outcomes", "grain-july13-sign-next-week", { topic = "procedure", kind = "agreement_to_continue",
  talk = "grain-july13", due = "2022-07-18/2022-07-24",
  text = "Sides meet again next week in Turkey to review and sign." },
  { source = "p135", locator = "p2", said_by = "akar", chain = "outlet; Akar", certainty = "on_record_quote",
    modality = "plan" }) -- G237 D47
claim("statements", "guterres-critical-step", { topic = "grain", speaker = "guterres", party = "un",
  date = "2022-07-13", about = "grain-july13", kind = "opinion",
  text = "A critical step; more technical work needed." },
  { source = "p132", locator = "p2", said_by = "guterres", chain = "outlet; Guterres", certainty = "on_record_quote",
    modality = "opinion", stated = "2022-07-13" }) -- G238
claim("statements", "guterres-long-way", { topic = "procedure", speaker = "guterres", party = "un", date = "2022-07-13",
  about = "grain-july13", kind = "opinion", text = "For peace there is still a long way to go." },
  { source = "p133", locator = "p8", said_by = "guterres", chain = "outlet; Guterres", certainty = "on_record_quote",
    modality = "opinion", stated = "2022-07-13" }) -- G239
claim("outcomes", "grain-july13-nothing-signed", { topic = "grain", kind = "no_agreement", talk = "grain-july13",
  date = "2022-07-13", text = "No formal agreement signed yet." },
  { source = "p134", locator = "p2", said_by = "guterres", chain = "outlet; Guterres",
    certainty = "on_record_paraphrase", modality = "absence" }) -- G240 D47
claim("statements", "zelensky-grain-progress", { topic = "grain", speaker = "zelensky", party = "ukraine",
  date = "2022-07-13", about = "grain-july13", kind = "opinion", text = "Some progress." },
  { source = "p133", locator = "p9", said_by = "zelensky", chain = "outlet; Zelenskiy", certainty = "on_record_quote",
    modality = "opinion", stated = "2022-07-13" }) -- G241
claim("statements", "zakharova-elements", { topic = "grain", speaker = "zakharova", party = "russia",
  date = "2022-07-14", about = "grain-july13", kind = "fact",
  text = "Elements of a possible deal worded and now under study in the capitals." },
  { source = "p136", locator = "p3-p4", said_by = "zakharova", chain = "outlet; Reuters; Zakharova",
    certainty = "on_record_quote", stated = "2022-07-14" }) -- G242 D47
claim("documents", "ru-grain-package", { kind = "proposal", name = "Russia's package on grain", talk = "grain-july13",
  author = "russia", handed_over = "2022-07-13",
  text = "Russia put a package of proposals for a quick practical solution." },
  { source = "p137", locator = "p3", said_by = "russia-mod",
    chain = "outlet; Interfax; Russian MoD spokesperson (not named)", certainty = "on_record_paraphrase" }) -- G243
claim("demands", "ru-no-arms-on-ships", { topic = "shipping", kind = "demand", party = "russia", addressee = "ukraine",
  made = "2022-07-15", talk = "grain-july13", status = "raised",
  text = "No arms for Ukraine by way of the shipping routes." },
  { source = "p138", locator = "p1", said_by = "konashenkov", chain = "outlet; Sputnik; Konashenkov",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2022-07-15" }) -- G244
claim("demands", "ru-grain-relief", { party = "russia", topic = "sanctions", kind = "demand", made = "2022-07-13",
  talk = "grain-july13", status = "raised",
  text = "Control of inspections, and relief on insurance, logistics and banking." },
  { source = "p137", locator = "p7-p9", said_by = "Russian officials",
    chain = "outlet; Interfax; Russian foreign ministry official", certainty = "anonymous", modality = "demand",
    stated = "2022-07-13" }) -- G245
claim("talks", "grain-july20", { process = "grain", name = "next grain meeting", kind = "technical",
  status = "proposed", planned_date = "2022-07-20/2022-07-21" },
  { source = "p136", locator = "p5-p6", said_by = "ria", chain = "outlet; RIA", certainty = "anonymous",
    modality = "plan",
    note = "Next meeting on 20 or 21 July (RIA source); date still open (Turkish defence ministry)." }) -- G246

-- grain-deal
claim("talks", "grain-deal", { process = "grain", name = "signing of the grain documents", kind = "round",
  planned_time = "16:30", zone = "+03:00", planned_venue = "Dolmabahçe Palace", planned_date = "2022-07-22",
  place = "Istanbul" },
  { source = "p139", locator = "p3", said_by = "Yeni Safak", chain = "outlet; Yeni Safak", certainty = "named_medium",
    modality = "plan", note = "Signing foreseen at 16:30 local time in Dolmabahçe Palace." }) -- G247 D49
claim("statements", "signing-1530", { topic = "procedure", kind = "plan", party = "turkiye", date = "2022-07-22?",
  about = "grain-deal", text = "Signing foreseen at 15:30 (zone not printed)." },
  { source = "p140", locator = "p1", said_by = "turkish-government", chain = "outlet; Turkish government",
    certainty = "on_record_paraphrase", modality = "plan" }) -- G248 D49
claim("documents", "grain-mirror-documents", { kind = "agreement", name = "Black Sea grain documents",
  talk = "grain-deal", text = "Ukraine signs with Turkey and the UN, Russia a mirror text with them; nothing joint." },
  { source = "p141", locator = "p3", said_by = "podolyak", chain = "outlet; Podolyak",
    certainty = "on_record_paraphrase", modality = "plan" }) -- G249 D50
claim("talks", "grain-deal", { status = "held", directness = "proximity", format = "proximity",
  date = "2022-07-22" },
  { source = "p142", locator = "p1", note = "Each side signs with Turkey and the UN." }) -- G250
claim("talks", "grain-deal", { host = "turkiye" },
  { source = "p142", locator = "p1", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G250
claim("participants", "grain-deal-kubrakov", { party = "ukraine", person = "kubrakov", status = "attended",
  talk = "grain-deal" },
  { source = "p142", locator = "p1", note = "Kubrakov for Ukraine, Akar for Turkey, Guterres for the UN." }) -- G250
claim("participants", "grain-deal-akar", { party = "turkiye", person = "akar", status = "attended",
  talk = "grain-deal" },
  { source = "p142", locator = "p1", note = "Kubrakov for Ukraine, Akar for Turkey, Guterres for the UN." }) -- G250
claim("participants", "grain-deal-akar", { role = "host" },
  { source = "p142", locator = "p1", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G250
claim("participants", "grain-deal-guterres", { party = "un", person = "guterres", status = "attended",
  talk = "grain-deal" },
  { source = "p142", locator = "p1", note = "Kubrakov for Ukraine, Akar for Turkey, Guterres for the UN." }) -- G250
claim("participants", "grain-deal-shoigu", { party = "russia", person = "shoigu", status = "attended",
  talk = "grain-deal" },
  { source = "p143", locator = "p2", note = "Shoigu for Russia; Erdoğan attends." }) -- G251
claim("participants", "grain-deal-erdogan", { party = "turkiye", person = "erdogan", status = "attended",
  talk = "grain-deal" },
  { source = "p143", locator = "p2", note = "Shoigu for Russia; Erdoğan attends." }) -- G251
claim("participants", "grain-deal-erdogan", { role = "host" },
  { source = "p143", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G251
claim("statements", "shoigu-signed-first", { topic = "procedure", date = "2022-07-22", about = "grain-deal",
  kind = "fact", text = "Shoigu signed first, Kubrakov after him." },
  { source = "p144", locator = "p2", said_by = "Xinhua", chain = "outlet; Xinhua",
    certainty = "named_medium" }) -- G252 D50
claim("outcomes", "grain-july13-sign-next-week", { status = "done" },
  { source = "p144", locator = "p2", said_by = "coder", chain = "coder; Xinhua", certainty = "inferred",
    note = "They signed in the week they had named." }) -- G252
claim("provisions", "grain-ports", { kind = "clause", topic = "shipping", document = "grain-mirror-documents",
  text = "Ports Odesa, Chornomorsk, Pivdennyi (Yuzhny), which Ukraine keeps under its control." },
  { source = "p142", locator = "p2", said_by = "Nayem" }) -- G253
claim("outcomes", "grain-initiative", { topic = "grain", kind = "agreement", status = "agreed",
  document = "grain-mirror-documents", talk = "grain-deal", text = "Valid 120 days, may be extended." },
  { source = "p143", locator = "p11" }) -- G254
claim("outcomes", "grain-initiative", { in_force = "2022-07-22/2022-11-19" },
  { source = "p143", locator = "p11", modality = "plan",
    note = "The term that it was signed for; it was extended." }) -- G254
claim("documents", "ru-un-memorandum", { kind = "memorandum", name = "memorandum of Russia and the UN on exports",
  author = "russia; un", talk = "grain-deal",
  text = "Second track: memorandum between Russia and the UN on Russian grain and fertiliser exports." },
  { source = "p145", locator = "p2" }) -- G255
claim("outcomes", "un-helps-russian-exports", { topic = "grain", kind = "commitment", document = "ru-un-memorandum",
  low = 3, best = 3, high = 3, talk = "grain-deal", giver = "un", receiver = "russia", unit = "years",
  text = "The UN agreed to help Moscow with its own farm exports for three years." },
  { source = "p146", locator = "p8", modality = "promise" }) -- G256
claim("statements", "podolyak-provocation", { topic = "shipping", kind = "threat", speaker = "podolyak",
  party = "ukraine", date = "2022-07-22", about = "grain-deal",
  text = "Any provocation meets an immediate military answer; no Russian escort." },
  { source = "p142", locator = "p4", said_by = "podolyak", chain = "outlet; Podolyak",
    certainty = "on_record_paraphrase", modality = "threat", stated = "2022-07-22" }) -- G257
claim("statements", "odesa-strike-jul23", { topic = "shipping", kind = "fact", label = "port infrastructure hit",
  date = "2022-07-23", about = "grain-deal", text = "What was hit in Odesa the day after the signing." },
  { source = "p147", locator = "p2", said_by = "ukraine-command-south", chain = "outlet; Ukrainian command South",
    certainty = "on_record_paraphrase", stated = "2022-07-23",
    note = "Four Kalibr missiles at Odesa the next day, two shot down, two hit port infrastructure." }) -- G258 D51
claim("statements", "ru-odesa-denial", { topic = "shipping", party = "russia", kind = "fact", date = "2022-07-23",
  about = "grain-deal", text = "Russians assured Ankara they had nothing to do with it." },
  { source = "p148", locator = "p2", said_by = "akar", chain = "outlet; Reuters; Akar; Russian officials",
    certainty = "on_record_paraphrase", modality = "denial", stated = "2022-07-23" }) -- G259 D51
claim("statements", "odesa-strike-jul23", { topic = "shipping", kind = "fact", date = "2022-07-23",
  label = "a warship and a depot of missiles destroyed", about = "grain-deal" },
  { source = "p149", locator = "p1", said_by = "konashenkov", chain = "outlet; Konashenkov",
    certainty = "on_record_quote", stated = "2022-07-24",
    note = "Next day: a warship and a depot of US missiles were destroyed." }) -- G260 D51
claim("deliveries", "grain-centre-opened", { outcome = "grain-centre", date = "2022-07-27",
  text = "Joint Coordination Centre opened in Istanbul." },
  { source = "p150", locator = "p8", said_by = "AFP", chain = "outlet; AFP", certainty = "named_medium" }) -- G261
claim("deliveries", "first-ship", { outcome = "grain-initiative", giver = "ukraine", category = "corn, the ship Razoni",
  low = 26000, date = "2022-08-01", unit = "tonnes", text = "First ship, Razoni, leaves Odesa for Lebanon with corn." },
  { source = "p151", locator = "p2", said_by = "AP", chain = "outlet; AP", certainty = "named_medium" }) -- G262
claim("responses", "ru-suspends-grain", { kind = "reject", party = "russia", date = "2022-10-29", talk = "grain-deal",
  text = "Russia suspends its part after a drone attack on ships of the Black Sea Fleet and dry cargo ships." },
  { source = "p152", locator = "p1-p2", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_paraphrase", stated = "2022-10-29" }) -- G263
claim("outcomes", "grain-suspended", { topic = "grain", kind = "no_agreement", date = "2022-10-29",
  talk = "grain-deal",
  text = "Russia suspends its part after a drone attack on ships of the Black Sea Fleet and dry cargo ships." },
  { source = "p152", locator = "p1-p2", said_by = "russia-mod", chain = "outlet; Russian MoD",
    certainty = "on_record_paraphrase" }) -- G263
claim("demands", "ru-inquiry-corridor", { topic = "investigation", kind = "demand", party = "russia",
  addressee = "ukraine", made = "2022-11-01", talk = "grain-deal", status = "raised",
  text = "An inquiry, and real guarantees that the corridor serves no war." },
  { source = "p153", locator = "p1-p2", said_by = "putin", chain = "outlet; Kremlin",
    certainty = "on_record_paraphrase", modality = "demand", stated = "2022-11-01" }) -- G264
claim("responses", "ua-guarantees-corridor", { demand = "ru-inquiry-corridor", kind = "accept", party = "ukraine",
  date = "2022-11-02", talk = "grain-deal",
  text = "Written guarantees reach Russia through Turkey and the UN, and it resumes." },
  { source = "p154", locator = "p5-p6", said_by = "russia-mod", chain = "outlet; Reuters; Russian MoD",
    certainty = "on_record_quote", stated = "2022-11-02", note = "Read once." }) -- G265
claim("outcomes", "grain-suspended", { in_force = "2022-10-29/2022-11-02" },
  { source = "p154", locator = "p5-p6", said_by = "russia-mod", chain = "outlet; Reuters; Russian MoD",
    certainty = "on_record_quote", stated = "2022-11-02", note = "It resumes. Read once." }) -- G265
claim("outcomes", "grain-extension-1", { topic = "grain", kind = "agreement", status = "agreed", low = 120, best = 120,
  high = 120, talk = "grain-deal", date = "2022-11-17", unit = "days", text = "First extension by 120 days." },
  { source = "p155", locator = "p5", said_by = "ukraine", chain = "outlet; Reuters",
    certainty = "on_record_paraphrase" }) -- G266
claim("deliveries", "grain-shipped-nov22", { outcome = "grain-initiative", giver = "ukraine", counting = "cumulative",
  best = "~11100000", date = "2022-07/2022-11-17", unit = "tonnes",
  text = "Shipped up to then." },
  { source = "p155", locator = "p4", said_by = "Reuters", chain = "outlet; Reuters",
    certainty = "named_medium" }) -- G267
claim("outcomes", "grain-extension-2", { topic = "grain", kind = "agreement", status = "agreed", low = 60, best = 60,
  high = 60, talk = "grain-deal", date = "2023-03-18", unit = "days", text = "Second extension of the grain deal." },
  { source = "p145", locator = "p1", said_by = "zakharova", chain = "outlet; Zakharova",
    certainty = "on_record_paraphrase",
    note = "Second extension: Russia agrees to 60 days only and has told all parties." }) -- G268 D52
claim("outcomes", "grain-extension-2", { topic = "grain", kind = "agreement", status = "agreed", low = 120, best = 120,
  high = 120, talk = "grain-deal", date = "2023-03-18", unit = "days" },
  { source = "p156", locator = "p4", said_by = "kubrakov", chain = "outlet; Kubrakov on Twitter",
    certainty = "on_record_paraphrase", note = "Second extension: 120 days." }) -- G269 D52
claim("statements", "erdogan-extension-no-length", { topic = "grain", speaker = "erdogan", party = "turkiye",
  date = "2023-03-18", about = "grain-deal", kind = "absence", text = "Erdoğan announced it without naming a length." },
  { source = "p156", locator = "p1", said_by = "erdogan", chain = "outlet; Erdoğan", certainty = "on_record_paraphrase",
    modality = "absence", stated = "2023-03-18" }) -- G270 D52
claim("outcomes", "grain-extension-3", { topic = "grain", kind = "agreement", status = "agreed", date = "2023-05-17",
  unit = "months", low = 2, best = 2, high = 2, talk = "grain-deal",
  text = "Third extension: two months, to 18 July, announced by Erdoğan, confirmed by Kubrakov." },
  { source = "p157", locator = "p2, p8", said_by = "erdogan", chain = "outlet; Erdoğan",
    certainty = "on_record_quote" }) -- G271
claim("outcomes", "grain-extension-3", { in_force = "2023-05-17/2023-07-18" },
  { source = "p157", locator = "p2, p8", said_by = "erdogan", chain = "outlet; Erdoğan",
    certainty = "on_record_quote", modality = "plan", note = "The term that was agreed." }) -- G271
claim("demands", "ru-imbalances", { party = "russia", topic = "grain", kind = "demand", made = "2023-05-17",
  talk = "grain-deal", status = "raised", text = "Imbalances in carrying out the deal must be put right soon." },
  { source = "p158", locator = "p3", said_by = "zakharova", chain = "outlet; TASS; Zakharova",
    certainty = "on_record_quote", modality = "demand", stated = "2023-05-17" }) -- G272
claim("outcomes", "ru-turkish-ships", { topic = "shipping", kind = "pledge", talk = "grain-deal", date = "2023-05-17",
  giver = "russia", receiver = "turkiye", text = "Russia will not hold back Turkish ships in Mykolaiv and Olvia." },
  { source = "p157", locator = "p6", said_by = "erdogan", chain = "outlet; Erdoğan", certainty = "on_record_quote",
    modality = "promise" }) -- G273
claim("outcomes", "grain-end", { topic = "grain", kind = "no_agreement", talk = "grain-deal", date = "2023-07-17",
  text = "End: the Russian part of the agreements was not carried out, Moscow says, so the deal stops." },
  { source = "p159", locator = "p2-p3", said_by = "peskov", chain = "outlet; Interfax; Peskov",
    certainty = "on_record_quote",
    note = "End: the Russian part of the agreements was not carried out, so the deal stops." }) -- G274 D54
claim("outcomes", "grain-end", { topic = "grain", talk = "grain-deal", date = "2023-07-17" },
  { source = "p159", locator = "p4", said_by = "zakharova", chain = "outlet; Interfax; Zakharova",
    certainty = "on_record_paraphrase", note = "Russia's objection goes to Turkey, Ukraine and the UN." }) -- G275 D54
claim("statements", "guterres-regret", { topic = "grain", speaker = "guterres", party = "un", date = "2023-07-17",
  about = "grain-deal", kind = "opinion", text = "Deep regret; Russia also withdraws safety guarantees for shipping." },
  { source = "p160", locator = "p1", said_by = "guterres", chain = "outlet; Guterres", certainty = "on_record_quote",
    modality = "opinion", stated = "2023-07-17" }) -- G276 D54
claim("deliveries", "grain-shipped-total", { outcome = "grain-initiative", giver = "ukraine", counting = "cumulative",
  low = 32800000, best = 32800000, high = 32800000, date = "2022-07/2023-07-15", unit = "tonnes",
  text = "Total shipped in the deal's life, by the UN office." },
  { source = "p161", locator = "p2", said_by = "un-jcc", chain = "outlet (own)",
    certainty = "document_seen" }) -- G277 D53
claim("deliveries", "grain-voyages", { giver = "ukraine", counting = "cumulative", low = 1003, best = 1003, high = 1003,
  date = "2022-07/2023-07-15", unit = "voyages", text = "Voyages made." },
  { source = "p161", locator = "p2", said_by = "un-jcc", chain = "outlet (own)", certainty = "document_seen" }) -- G278
claim("deliveries", "grain-shipped-eu", { outcome = "grain-initiative", giver = "ukraine", counting = "cumulative",
  unit = "tonnes", high = 33000000, date = "2022-07/2023-07-18",
  text = "Total by the EU's statement, to 45 countries." },
  { source = "p162", locator = "p2", said_by = "borrell", chain = "outlet; EU",
    certainty = "on_record_quote" }) -- G279 D53
claim("deliveries", "ammonia-never", { outcome = "grain-initiative", category = "ammonia", counting = "cumulative",
  low = 0, best = 0, high = 0, date = "2022-07-22/2023-07-15", unit = "tonnes",
  text = "Ammonia, allowed by the text, was never shipped." },
  { source = "p161", locator = "p5", said_by = "un-jcc", chain = "outlet (own)", certainty = "document_seen",
    modality = "absence" }) -- G280 D55
claim("deliveries", "last-ship", { outcome = "grain-initiative", giver = "ukraine", date = "2023-07-16",
  text = "Last ship left on 16 July." },
  { source = "p159", locator = "last paragraph" }) -- G281

-- abudhabi-2022
claim("talks", "abudhabi-2022", { process = "ru-ua", name = "talks in Abu Dhabi, November 2022", kind = "consultation",
  status = "held", place = "Abu Dhabi", directness = "contested", date = "2022-11-17" },
  { source = "p163", locator = "p1, p5", said_by = "three sources", chain = "outlet; Reuters; three sources",
    certainty = "anonymous",
    note = "Russian and Ukrainian representatives were in Abu Dhabi to talk (names not given)." }) -- G282 D56
claim("talks", "abudhabi-2022", { host = "uae" },
  { source = "p163", locator = "p1, p5", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G282
claim("participants", "abudhabi-2022-uae", { party = "uae", role = "mediator", talk = "abudhabi-2022" },
  { source = "p164", locator = "p2", said_by = "three sources", chain = "outlet; Reuters; three sources",
    certainty = "anonymous", note = "The UAE mediated; the UN took no part." }) -- G283
claim("participants", "abudhabi-2022-un", { party = "un", status = "absent", talk = "abudhabi-2022" },
  { source = "p164", locator = "p2", said_by = "three sources", chain = "outlet; Reuters; three sources",
    certainty = "anonymous", note = "The UAE mediated; the UN took no part." }) -- G283
claim("demands", "ru-ammonia-for-prisoners", { party = "russia", topic = "prisoners", kind = "proposal",
  addressee = "ukraine", made = "2022-11-17", talk = "abudhabi-2022", status = "raised",
  text = "A large prisoner swap in return for Russian ammonia exports through the pipeline across Ukraine." },
  { source = "p163", locator = "p1, p5", said_by = "three sources", chain = "outlet; Reuters; three sources",
    certainty = "anonymous", modality = "plan" }) -- G284 D55
claim("statements", "abudhabi-2022-unknown", { topic = "prisoners", kind = "absence", about = "abudhabi-2022",
  date = "2022-11-24", text = "What progress was made could not be established." },
  { source = "p163", locator = "p6", said_by = "Reuters", chain = "outlet; Reuters", certainty = "named_medium",
    modality = "absence" }) -- G285
claim("statements", "bodnar-no-knowledge", { topic = "prisoners", kind = "fact", speaker = "bodnar", party = "ukraine",
  date = "2022-11-24", about = "abudhabi-2022",
  text = "Release of prisoners belongs to the ammonia talks; no knowledge of a meeting in the UAE." },
  { source = "p163", locator = "p7", said_by = "bodnar", chain = "outlet; Reuters; Bodnar",
    certainty = "on_record_quote", stated = "2022-11-24" }) -- G286 D56
claim("statements", "abudhabi-2022-no-comment", { topic = "procedure", date = "2022-11-24", about = "abudhabi-2022",
  kind = "absence", text = "No comment from the UAE foreign ministry, nor from either side's ministries." },
  { source = "p164", locator = "p8, p11", said_by = "Reuters", chain = "outlet; Reuters", certainty = "named_medium",
    modality = "absence" }) -- G287 D56
claim("demands", "ua-ammonia-all-for-all", { topic = "prisoners", kind = "demand", scope = "all for all",
  party = "ukraine", addressee = "russia", made = "2022-11-14/2022-11-20", talk = "abudhabi-2022", status = "raised",
  text = "Ammonia only against an all-for-all exchange." },
  { source = "p165", locator = "p5", said_by = "zelensky", chain = "outlet; Interfax; Zelensky",
    certainty = "on_record_quote", modality = "demand" }) -- G288
claim("statements", "peskov-first-time", { topic = "procedure", kind = "absence", speaker = "peskov", party = "kremlin",
  date = "2022-11-24", about = "abudhabi-2022",
  text = "Asked about the meeting: nothing clear, first time he hears of it." },
  { source = "p166", locator = "p3-p4", said_by = "peskov", chain = "outlet; Peskov", certainty = "on_record_quote",
    modality = "denial", stated = "2022-11-24" }) -- G289 D56

-- ankara-2023
claim("talks", "ankara-2023", { process = "ru-ua", name = "ombudsmen in Ankara", kind = "technical",
  date = "2023-01-11", status = "held", place = "Ankara", format = "direct", directness = "direct" },
  { source = "p167", locator = "p2", said_by = "AFP", chain = "outlet; AFP", certainty = "named_medium",
    note = "The two ombudsmen, Lubinets and Moskalkova, meet beside a conference in Ankara that Erdoğan attends."
      }) -- G290
claim("talks", "ankara-2023", { host = "turkiye" },
  { source = "p167", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G290
claim("participants", "ankara-2023-lubinets", { party = "ukraine-ombudsman", person = "lubinets", status = "attended",
  talk = "ankara-2023" },
  { source = "p167", locator = "p2", said_by = "AFP", chain = "outlet; AFP", certainty = "named_medium",
    note = "The two ombudsmen, Lubinets and Moskalkova, meet beside a conference in Ankara that Erdoğan attends."
      }) -- G290
claim("participants", "ankara-2023-moskalkova", { party = "russia-ombudsman", person = "moskalkova",
  status = "attended", talk = "ankara-2023" },
  { source = "p167", locator = "p2", said_by = "AFP", chain = "outlet; AFP", certainty = "named_medium",
    note = "The two ombudsmen, Lubinets and Moskalkova, meet beside a conference in Ankara that Erdoğan attends."
      }) -- G290
claim("talks", "ankara-2023", { minutes_low = 180, minutes_best = 180, minutes_high = 180 },
  { source = "p167", locator = "p4", said_by = "AFP", chain = "outlet; AFP", certainty = "named_medium",
    note = "Three hours of talks." }) -- G291 D59
claim("talks", "ankara-2023", { minutes_low = 40, minutes_best = 40, minutes_high = 40 },
  { source = "p168", locator = "p1", said_by = "unnamed medium", chain = "outlet; unnamed medium",
    certainty = "named_medium", note = "In a hotel; the medium is not named." }) -- G292 D59
claim("statements", "moskalkova-over-40", { topic = "prisoners", kind = "plan", speaker = "moskalkova",
  party = "russia-ombudsman", date = "2023-01-11", about = "ankara-2023",
  text = "More than 40 prisoners from each side are to be swapped; she took it back the next day." },
  { source = "p169", locator = "p3", said_by = "moskalkova", chain = "outlet; AFP; Moskalkova",
    certainty = "on_record_quote", modality = "promise", stated = "2023-01-11", note = "Read once." }) -- G293 D57
claim("outcomes", "ankara-2023-no-swap", { topic = "prisoners", kind = "no_agreement", talk = "ankara-2023",
  text = "No new swap was agreed: she had spoken of exchanges already done; lists of wounded were swapped for a "
    .. "possible later one." },
  { source = "p170", locator = "p1-p5", said_by = "moskalkova", chain = "outlet; NTB; AFP; Moskalkova",
    certainty = "on_record_quote", modality = "denial", stated = "2023-01-12" }) -- G294 D57
claim("statements", "lubinets-no-figures", { topic = "prisoners", speaker = "lubinets", party = "ukraine-ombudsman",
  date = "2023-01-11", about = "ankara-2023", kind = "absence", text = "No figures; the meetings continue." },
  { source = "p167", locator = "p4-p5", said_by = "lubinets", chain = "outlet; AFP; Lubinets",
    certainty = "on_record_quote", modality = "absence", stated = "2023-01-11" }) -- G295
claim("demands", "ombudsmen-corridor", { topic = "humanitarian_access", kind = "proposal", party = "russia; ukraine",
  addressee = "turkiye", scope = "asked for by both commissioners", talk = "ankara-2023", made = "2023-01-11",
  status = "raised", text = "A humanitarian corridor by way of Turkey." },
  { source = "p167", locator = "p11", said_by = "malkoc", chain = "outlet; AFP; Malkoç", certainty = "on_record_quote",
    modality = "demand", stated = "2023-01-11",
    note = "Both commissioners ask for a humanitarian corridor under Erdoğan, like the grain corridor." }) -- G296 D60
claim("demands", "ombudsmen-corridor", { talk = "ankara-2023" },
  { source = "p171", locator = "p4", said_by = "moskalkova", chain = "outlet; Moskalkova",
    certainty = "on_record_paraphrase", modality = "denial", polarity = "denied", stated = "2023-01",
    note = "Not discussed with her colleague, she says." }) -- G297 D60
claim("documents", "ua-list-800", { kind = "list", name = "Ukraine's list", items_low = 800, items_best = 800,
  items_high = 800, talk = "ankara-2023", author = "ukraine", recipient = "russia",
  handed_over = "2023-01-11/2023-01-12", text = "Ukraine's list handed to Russia." },
  { source = "p172", locator = "p3", said_by = "malkoc", chain = "outlet; Reuters; Malkoç",
    certainty = "on_record_quote" }) -- G298 D58
claim("documents", "ru-list-200", { kind = "list", name = "Russia's list", items_low = 200, items_best = 200,
  items_high = 200, talk = "ankara-2023", author = "russia", recipient = "ukraine",
  handed_over = "2023-01-11/2023-01-12", text = "Russia's list handed to Ukraine." },
  { source = "p172", locator = "p3", said_by = "malkoc", chain = "outlet; Reuters; Malkoç",
    certainty = "on_record_quote" }) -- G299 D58
claim("outcomes", "ankara-2023-1000", { topic = "prisoners", kind = "exchange", low = 1000, best = 1000, high = 1000,
  talk = "ankara-2023", nature = "reciprocal", unit = "persons", basis = "total",
  text = "A swap of 1,000 people in total is being worked on." },
  { source = "p172", locator = "p2", said_by = "malkoc", chain = "outlet; Reuters; Malkoç",
    certainty = "on_record_paraphrase", modality = "plan" }) -- G300 D58
claim("outcomes", "ankara-2023-lists", { topic = "prisoners", kind = "agreement", best = "~40",
  talk = "ankara-2023", unit = "entries", basis = "total",
  text = "Agreement on about 40 changes to the lists, mostly wounded." },
  { source = "p173", locator = "p5", said_by = "malkoc", chain = "outlet; CNN Türk; Malkoç",
    certainty = "on_record_paraphrase" }) -- G301 D57
claim("statements", "ombudsmen-eight-rounds", { topic = "procedure", date = "../2023-01", about = "ankara-2023",
  kind = "fact", text = "Eight rounds of ombudsmen's talks widened the idea." },
  { source = "p174", locator = "p9", said_by = "CNN Türk", chain = "outlet; CNN Türk",
    certainty = "named_medium" }) -- G302 D66
claim("demands", "ombudsmen-corridor", { scope = "a Turkish plan so far", talk = "ankara-2023" },
  { source = "p175", locator = "p2-p3", said_by = "lubinets", chain = "outlet; Ukrainian TV; Lubinets",
    certainty = "on_record_quote", modality = "plan",
    note = "Only a Turkish plan so far; civilians or wounded could pass through Turkey." }) -- G303 D60
claim("statements", "ankara-2023-no-exchange-found", { topic = "prisoners", date = "2023-01/..", about = "ankara-2023",
  kind = "absence", text = "No exchange from these lists was found in the pages read." },
  { source = "p172", locator = "whole item", said_by = "coder", chain = "coder", certainty = "inferred",
    modality = "absence" }) -- G304

-- doha-2024
claim("talks", "doha-2024", { process = "ru-ua", name = "talks on children, Doha", kind = "technical", status = "held",
  place = "Doha", directness = "direct", date = "2024-04-24" },
  { source = "p176", locator = "p2", said_by = "lvova-belova", chain = "outlet; France 24; Lvova-Belova",
    certainty = "on_record_quote", note = "First face-to-face talks with the Ukrainian side." }) -- G305 D61
claim("talks", "doha-2024", { host = "qatar" },
  { source = "p176", locator = "p2", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G305
claim("talks", "doha-2024", { directness = "direct" },
  { source = "p176", locator = "p4-p5", said_by = "lubinets", chain = "outlet; Lubinets", certainty = "on_record_quote",
    modality = "denial", polarity = "denied",
    note = "No direct talks with the Russian delegation that day; Qatar mediates." }) -- G306 D61
claim("talks", "doha-2024", { directness = "direct" },
  { source = "p177", locator = "p6-p7", said_by = "lubinets", chain = "outlet; AFP; Lubinets",
    certainty = "on_record_quote", modality = "denial", polarity = "denied",
    note = "No direct communication on the matter." }) -- G307 D61
claim("participants", "doha-2024-qatar", { role = "mediator" },
  { source = "p176", locator = "p4-p5", said_by = "lubinets", chain = "outlet; Lubinets", certainty = "on_record_quote",
    note = "No direct talks with the Russian delegation that day; Qatar mediates." }) -- G306 D61
claim("participants", "doha-2024-qatar", { party = "qatar", status = "attended", talk = "doha-2024" },
  { source = "p178", locator = "p1-p3", said_by = "QNA", chain = "outlet; QNA", certainty = "named_medium",
    note = "Qatar hosted the Russian commissioner's delegation; its minister received the Russians (a meeting with "
      .. "Ukrainians is not mentioned)." }) -- G308 D61
claim("participants", "doha-2024-russia", { party = "russia", role = "delegation", status = "attended",
  talk = "doha-2024" },
  { source = "p178", locator = "p1-p3", said_by = "QNA", chain = "outlet; QNA", certainty = "named_medium",
    note = "Qatar hosted the Russian commissioner's delegation; its minister received the Russians (a meeting with "
      .. "Ukrainians is not mentioned)." }) -- G308 D61
claim("outcomes", "doha-children-to-ukraine", { topic = "children", kind = "pledge", status = "announced", low = 29,
  best = 29, high = 29, talk = "doha-2024", giver = "russia", receiver = "ukraine", unit = "children",
  text = "Children to go to Ukraine." },
  { source = "p176", locator = "p2", said_by = "lvova-belova", chain = "outlet; France 24; Lvova-Belova",
    certainty = "on_record_quote", modality = "promise" }) -- G309
claim("outcomes", "doha-children-to-russia", { topic = "children", kind = "pledge", status = "announced", low = 19,
  best = 19, high = 19, talk = "doha-2024", giver = "ukraine", receiver = "russia", unit = "children",
  text = "Children to go to Russia." },
  { source = "p176", locator = "p2", said_by = "lvova-belova", chain = "outlet; France 24; Lvova-Belova",
    certainty = "on_record_quote", modality = "promise" }) -- G310 D62
claim("outcomes", "doha-children-to-russia", { topic = "children", kind = "pledge", status = "announced", low = 11,
  best = 11, high = 11, talk = "doha-2024", giver = "ukraine", receiver = "russia", unit = "children" },
  { source = "p179", locator = "p2", said_by = "lvova-belova", chain = "outlet; Lvova-Belova",
    certainty = "on_record_paraphrase", modality = "promise",
    note = "Children to go to Russia, as a German copy of her post prints it." }) -- G311 D62
claim("outcomes", "doha-children-to-russia", { topic = "children", kind = "pledge", status = "announced",
  giver = "ukraine", receiver = "russia", low = 19, best = 19, high = 19, talk = "doha-2024", unit = "children" },
  { source = "p180", locator = "p2", said_by = "Russian media", chain = "outlet; Xinhua; Russian media",
    certainty = "named_medium", modality = "promise",
    note = "Another 19 Russian children, now in Ukraine and the EU, are to return to Russia; the list of the 29 was "
      .. "settled in the talks." }) -- G312 D62 D63
claim("statements", "lubinets-not-confirmed", { topic = "children", kind = "absence", speaker = "lubinets",
  party = "ukraine-ombudsman", date = "2024-04-24", about = "doha-2024",
  text = "Ukrainian official declined to confirm the deal." },
  { source = "p177", locator = "p1, p5", said_by = "lubinets", chain = "outlet; AFP; Lubinets",
    certainty = "on_record_quote", modality = "absence", stated = "2024-04-24" }) -- G313 D63
claim("documents", "ua-children-list-2024", { kind = "list", name = "Ukraine's list of children", author = "ukraine",
  recipient = "russia", handed_over = "../2024-04-25", items_low = 561, items_best = 561, items_high = 561,
  talk = "doha-2024", text = "Ukraine's own list of children passed through Qatar, being processed in Russia." },
  { source = "p181", locator = "p1-p2", said_by = "lubinets", chain = "outlet; Lubinets",
    certainty = "on_record_paraphrase" }) -- G314 D63
claim("statements", "ccd-disinformation", { topic = "children", party = "ukraine-ccd", date = "2024-04-25",
  about = "doha-2024", kind = "opinion",
  text = "Ukraine counts this a disinformation move to lessen Russia's responsibility." },
  { source = "p182", locator = "p7", said_by = "ukraine-ccd", chain = "outlet; Ukrinform; Centre",
    certainty = "on_record_paraphrase", modality = "opinion", stated = "2024-04-25" }) -- G315
claim("deliveries", "children-sep24-to-ukraine", { low = 10, best = 10, high = 10, giver = "russia",
  receiver = "ukraine", unit = "children", text = "Children reunited with families in Ukraine, through Qatar." },
  { source = "p183", locator = "p2", said_by = "qatar-mfa", chain = "outlet; Qatar MFA",
    certainty = "on_record_paraphrase", note = "Through Qatar, reunited later: to Ukraine." }) -- G316 D64
claim("deliveries", "children-sep24-to-russia", { date = "2024-09", low = 4, best = 4, high = 4, giver = "ukraine",
  receiver = "russia", unit = "children", text = "Four children reunited with families in Russia." },
  { source = "p183", locator = "p2", said_by = "qatar-mfa", chain = "outlet; Qatar MFA",
    certainty = "on_record_paraphrase", note = "Read once." }) -- G317
claim("deliveries", "children-sep24-to-ukraine", { giver = "russia", receiver = "ukraine", unit = "children",
  date = "2024-09", low = 9, best = 9, high = 9 },
  { source = "p184", locator = "p2, p4", said_by = "kremlin", chain = "outlet (own)",
    note = "Nine children reunited with families in Ukraine." }) -- G318 D64
claim("deliveries", "children-sep24-to-russia", { giver = "ukraine", receiver = "russia", unit = "children",
  date = "2024-09", low = 4, best = 4, high = 4 },
  { source = "p184", locator = "p2, p4", said_by = "kremlin", chain = "outlet (own)" }) -- G318 D64

-- belarus-2024-11
claim("talks", "belarus-2024-11", { process = "ru-ua", name = "ombudsmen in Belarus, November 2024", kind = "technical",
  status = "held", format = "direct", directness = "direct", date = "2024-11-08" },
  { source = "p185", locator = "p1-p4", said_by = "moskalkova", chain = "outlet; Moskalkova on Telegram",
    certainty = "on_record_paraphrase",
    note = "Ombudsmen meet in Belarus; letters of prisoners and lists of those visited are exchanged; more "
      .. "cooperation on civilians discussed." }) -- G319
claim("talks", "belarus-2024-11", { host = "belarus" },
  { source = "p185", locator = "p1-p4", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G319
claim("participants", "belarus-2024-11-moskalkova", { party = "russia-ombudsman", person = "moskalkova",
  status = "attended", talk = "belarus-2024-11" },
  { source = "p185", locator = "p1-p4", said_by = "moskalkova", chain = "outlet; Moskalkova on Telegram",
    certainty = "on_record_paraphrase",
    note = "Ombudsmen meet in Belarus; letters of prisoners and lists of those visited are exchanged; more "
      .. "cooperation on civilians discussed." }) -- G319
claim("participants", "belarus-2024-11-lubinets", { party = "ukraine-ombudsman", person = "lubinets",
  status = "attended", talk = "belarus-2024-11" },
  { source = "p185", locator = "p1-p4", said_by = "moskalkova", chain = "outlet; Moskalkova on Telegram",
    certainty = "on_record_paraphrase",
    note = "Ombudsmen meet in Belarus; letters of prisoners and lists of those visited are exchanged; more "
      .. "cooperation on civilians discussed." }) -- G319
claim("participants", "belarus-2024-11-icrc", { party = "icrc", status = "attended",
  talk = "belarus-2024-11" },
  { source = "p186", locator = "p3", said_by = "lubinets", chain = "outlet; Lubinets",
    certainty = "on_record_paraphrase", note = "Held with Belarusian help and with the ICRC taking part." }) -- G320
claim("participants", "belarus-2024-11-belarus", { party = "belarus", talk = "belarus-2024-11" },
  { source = "p186", locator = "p3", said_by = "lubinets", chain = "outlet; Lubinets",
    certainty = "on_record_paraphrase", note = "Held with Belarusian help and with the ICRC taking part." }) -- G320
claim("participants", "belarus-2024-11-belarus", { role = "host" },
  { source = "p186", locator = "p3", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G320
claim("outcomes", "letters-nov24", { topic = "prisoners", kind = "hand_over", giver = "ukraine", status = "done",
  talk = "belarus-2024-11", date = "2024-11-08",
  text = "Letters from relatives were passed to Ukrainian prisoners of war in Russia." },
  { source = "p187", locator = "last paragraph", said_by = "lubinets", chain = "outlet; Lubinets",
    certainty = "on_record_paraphrase" }) -- G321
claim("outcomes", "bodies-nov24-to-ukraine", { topic = "remains", kind = "hand_over", giver = "russia",
  receiver = "ukraine", status = "done", talk = "belarus-2024-11", date = "2024-11-08",
  text = "Bodies of the fallen are handed over at the meeting." },
  { source = "p188", locator = "p6", said_by = "RT copy", chain = "outlet; RT copy",
    certainty = "named_medium" }) -- G322
claim("outcomes", "bodies-nov24-to-russia", { topic = "remains", kind = "hand_over", giver = "ukraine",
  receiver = "russia", status = "done", talk = "belarus-2024-11", date = "2024-11-08",
  text = "Bodies of the fallen are handed over at the meeting." },
  { source = "p188", locator = "p7" }) -- G323
claim("deliveries", "bodies-nov24-to-ukraine", { outcome = "bodies-nov24-to-ukraine",
  category = "bodies of the fallen", low = 563, best = 563, high = 563, date = "2024-11-08",
  giver = "russia", receiver = "ukraine", unit = "bodies",
  text = "Bodies to Ukraine at the same meeting." },
  { source = "p188", locator = "p6", said_by = "RT copy", chain = "outlet; RT copy",
    certainty = "named_medium" }) -- G322
claim("deliveries", "bodies-nov24-to-russia", { outcome = "bodies-nov24-to-russia",
  category = "bodies of the fallen", low = 37, best = 37, high = 37, date = "2024-11-08",
  giver = "ukraine", receiver = "russia", unit = "bodies", text = "Bodies to Russia." },
  { source = "p188", locator = "p7" }) -- G323
claim("statements", "ombudsmen-last-met", { topic = "procedure", date = "2023-01", about = "belarus-2024-11",
  kind = "fact", text = "The two had last met in January 2023." },
  { source = "p188", locator = "p3" }) -- G324 D66
claim("talks", "belarus-2024-12", { process = "ru-ua", name = "ombudsmen in Belarus, December 2024", kind = "technical",
  status = "held", format = "direct", directness = "direct", date = "2024-12-30" },
  { source = "p189", locator = "p3-p4", said_by = "lubinets", chain = "outlet; Lubinets on Telegram",
    certainty = "on_record_quote",
    note = "Lubinets and Moskalkova met in Belarus around the 30 December exchange; together they spoke to freed "
      .. "prisoners of both sides." }) -- G325
claim("talks", "belarus-2024-12", { host = "belarus" },
  { source = "p189", locator = "p3-p4", said_by = "coder", chain = "coder", certainty = "inferred",
    note = "Follows from the place." }) -- G325
claim("participants", "belarus-2024-12-lubinets", { party = "ukraine-ombudsman", person = "lubinets",
  status = "attended", talk = "belarus-2024-12" },
  { source = "p189", locator = "p3-p4", said_by = "lubinets", chain = "outlet; Lubinets on Telegram",
    certainty = "on_record_quote" }) -- G325
claim("participants", "belarus-2024-12-moskalkova", { party = "russia-ombudsman", person = "moskalkova",
  status = "attended", talk = "belarus-2024-12" },
  { source = "p189", locator = "p3-p4", said_by = "lubinets", chain = "outlet; Lubinets on Telegram",
    certainty = "on_record_quote" }) -- G325
claim("statements", "ombudsmen-agenda-dec24", { about = "belarus-2024-12", topic = "prisoners", kind = "fact",
  speaker = "lubinets", party = "ukraine-ombudsman", date = "2024-12-30",
  text = "Talk with Moskalkova also covered mutual visits to prisoners, joint medical commissions for the badly "
    .. "wounded and ill, return of civilian detainees, family reunions." },
  { source = "p189", locator = "p5", said_by = "lubinets", chain = "outlet; Lubinets",
    certainty = "on_record_paraphrase", stated = "2024-12-30" }) -- G326
claim("deliveries", "swap-dec24-to-ukraine", { category = "two civilians among them", low = 189, best = 189, high = 189,
  date = "2024-12-30", giver = "russia", receiver = "ukraine", unit = "persons",
  text = "Prisoners released to Ukraine." },
  { source = "p189", locator = "p7", note = "Released to Ukraine, two civilians among them." }) -- G327 D65
claim("deliveries", "swap-dec24-to-ukraine", { giver = "russia", receiver = "ukraine", unit = "persons", low = 150,
  best = 150, high = 150, date = "2024-12-30" },
  { source = "p190", locator = "p1",
    note = "The same day's exchange: the ministry in Moscow confirms it, the number is the page's own." }) -- G328 D65
claim("deliveries", "swap-dec24-to-russia", { giver = "ukraine", receiver = "russia", unit = "persons", low = 150,
  best = 150, high = 150, date = "2024-12-30", text = "Prisoners released to Russia the same day." },
  { source = "p190", locator = "p1",
    note = "The ministry in Moscow confirms the exchange, the number is the page's own." }) -- G328 D65
