function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .split(/[,\n]/u)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  );
}

/** Titles before a name, without a full stop. */
export const TITLES =
  wordsOf(`mr, mrs, ms, miss, mx, dr, prof, professor, sen, senator, rep, representative, gov, governor,
  gen, general, adm, admiral, col, colonel, capt, captain, lt, lieutenant, sgt, sergeant, maj, major, hon, rev, father, sir,
  madam, madame, dame, lord, lady, chair, chairman, chairwoman, chairperson, vice, president, secretary, minister, commissioner,
  ambassador, director, judge, justice, chief, speaker, congressman, congresswoman, delegate, deputy, mayor, officer, detective,
  sheriff, under, assistant, attorney, administrator, superintendent, herr, frau, monsieur, señor, señora, sr, sra, presiding,
  acting, reverend, sister, brother, king, queen, prince, princess, m, mm, mme, mmes, mlle, don, doña, dona, signor, signora, pani, pan, président, présidente, presidente, presidenta, councillor, councilmember, council, alderman, counsel`);

/** Who speaks without a name: these are labels wherever a file uses them so. */
export const ROLES =
  wordsOf(`q, a, question, answer, questioner, reporter, reporters, journalist, press, media, moderator, host,
  co-host, cohost, interviewer, interviewee, interpreter, translator, operator, narrator, announcer, presenter, facilitator,
  audience, audience member, audience question, question from audience, question from the audience, question from the floor,
  audience questions, questions from the audience, questions from the floor, question from a member of the public, member of the audience, member of public, member of the public,
  a member of the public, the public, public, speaker from the floor, speaker from the audience, from the floor, from the audience, floor, unknown, unknown speaker, unidentified, unidentified speaker,
  m. le président, mme la présidente, m. le ministre, mme la ministre, m. le rapporteur, mme la rapporteure, m. le premier ministre,
  el presidente, la presidenta, der präsident, die präsidentin, unidentified male, unidentified female, unidentified man, unidentified woman, unidentified voice, multiple speakers, all, both, everyone,
  the court, the witness, the clerk, the chair, the chairman, the chairwoman, the chairperson, the president, the speaker,
  the vice president, the presiding officer, the acting president pro tempore, the reporter, the court reporter, the bailiff,
  the interpreter, the defendant, the judge, the operator, the moderator, the secretary, the acting chairman, the prime minister,
  the legislative clerk, the bill clerk, the foreperson, the deputy clerk, the videographer, the court clerk, the registrar,
  court, witness, clerk, chair, chairman, chairwoman, chairperson, president, speaker, defendant, judge, respondent, participant,
  speakers, male speaker, female speaker, man, woman, male, female, male voice, female voice, student, students, teacher, professor,
  doctor, patient, client, customer, agent, therapist, counselor, caller, guest, guests, panelist, several voices, voice, voices,
  several hon. members, an hon. member, hon. members, some hon. members, mehrere, frage, antwort, moderatorin, pregunta, respuesta, question 1,
  journaliste, intervieweur, entrevistador, entrevistado, project manager, user, assistant, human, ai, me, them, you, vo, v/o, executive, attendee, conference operator,
  company representative, analyst, unidentified analyst, unidentified participant, unidentified company representative, crowd, group, staff, captain, spokesperson, spokesman, spokeswoman, int, interviewer 1, correspondent`);

/** What orders a text and speaks never, though it stands before a colon. */
export const STRUCTURE_WORDS =
  wordsOf(`agenda, agenda item, agenda items, date, dates, time, times, place, location, venue, where, when, who, what, why, how,
  summary, conclusion, conclusions, abstract, introduction, intro, outro, overview, background, context, topic, topics, subject, title, subtitle, theme, note, notes,
  nb, n.b, ps, p.s, remark, remarks, comment, comments, example, examples, e.g, i.e, caution, warning, important, tip, tips, hint, hints, info,
  url, urls, link, links, website, web, site, email, e-mail, mail, phone, tel, fax, address, contact, contacts, source, sources, reference, references,
  break, music, intro music, theme music, sound, sfx, applause, laughter, silence, pause, transcript, transcription, transcribed, transcribed by, transcriber, video, audio, recording, recorded,
  attendees, attendee list, attendance, present, absent, apologies, regrets, participants, members, members present, speakers list, panel, panelists, invited, excused, also present, in attendance,
  action, actions, action item, action items, todo, to do, to-do, next step, next steps, decision, decisions, resolution, resolutions, resolved, outcome, outcomes, result, results, vote, votes, motion, task, tasks, follow-up, follow up, minutes, meeting, meetings, session, sessions,
  key, keys, key points, keywords, tags, tag, category, categories, type, status, state, version, author, authors, editor, edited by, editors, publisher, published, copyright, license, licence, credits, credit, producer, produced by, photo, photos, image, images, figure, fig, table, chart, caption, captions,
  step, steps, part, chapter, section, appendix, item, items, point, points, problem, problems, issue, issues, solution, solutions, pros, cons, advantages, disadvantages, benefits, cost, costs, price, prices, budget, risk, risks, goal, goals, objective, objectives, purpose, scope,
  update, updates, updated, correction, corrections, erratum, disclaimer, duration, length, file, filename, format, language, languages, description, details, detail, more, read more, see, see also, related, listen, watch, subscribe, download, share, episode, show notes, sponsor, sponsors, ad, advertisement, promo, announcement, announcements,
  background information, discussion, discussions, presentation, presentations, presenters list, keynote, registration, coffee, lunch, dinner, breakfast, workshop, prepared remarks,
  crosstalk, inaudible, unintelligible, cheering, laughs, off mic, off-mic, off mike, off-mike, video clip, begin video clip, end video clip, commercial break, cheers and applause, singing, crying, coughing, noise, beep, foreign language, overlapping voices, recess, welcome, opening, closing, adjournment, adjourned, call to order, roll call, roll, old business, new business, other business, any other business, aob, report, reports,
  plan, plans, method, methods, data, analysis, findings, recommendation, recommendations, proposal, option, options, alternative, alternatives, definition, definitions, assumption, assumptions, requirement, requirements, rule, rules, reason, reasons, answer key, quote, quotes, fact, facts, myth, bonus, lesson, lessons, takeaway, takeaways, key takeaways, highlights, timestamps, timestamp, chapters, contents, table of contents, outline, index, synopsis, bio, biography, about, job, role, roles, scribe, scribes, notetaker, note taker, note-taker, minute taker, secretary of the meeting, chairs, regret, previous, meeting id, passcode, dial-in, zoom, room, building, city, country, state of play,
  first, second, third, fourth, fifth, finally, lastly, firstly, secondly, thirdly, also, however, therefore, meanwhile, instead, otherwise, still, then, thus, hence, again, meaning, translation, spoiler, edit, tl;dr, tldr, fyi, re, fwd, from, to, cc, bcc, sent, monday, tuesday, wednesday, thursday, friday, saturday, sunday, edt, est, cdt, pdt, utc, gmt, cet, cest, bst, remote, january, february, march, april, june, july, august, september, october, november, december, today, tomorrow, yesterday, morning, afternoon, evening,
  name, names, organizer, organiser, organization, organisation, company, affiliation, hosted by, host name, event, project, product, department, team, committee, case no, case, docket, re:, exhibit, exhibits, certificate, index of witnesses, examination, cross-examination, direct examination, redirect, recross, proceedings, court reporter certificate, page, pages, line, lines, volume, vol, no, number, id, ref, datum, ort, thema, zeit, teilnehmer, fecha, lugar, tema, hora, asistentes, lieu, sujet, présents, objet, ordre du jour, tagesordnung, quelle, foto, hinweis, beispiel, fazit, zusammenfassung, ejemplo, nota, conclusión, resumen, exemple, remarque, résumé,
  poll, raw transcript, full transcript, edited transcript, computer-generated transcript, this transcript, verse, chorus, bridge, lyrics, artist, album, song, track, genre, rating, cast, starring, directed by, written by, input, output, default, usage, syntax, parameters, returns, error, errors, true, false, fun fact, side note, quick question, question of the day, disclosure, trigger warning, content warning, host bio, guest bio, guests list, resources, resource, mentioned, mentions, links mentioned, connect, follow, twitter, facebook, instagram, linkedin, youtube, github, spotify, apple podcasts, rss, blog, book, books, movie, movies, song of the week, picks, pick`);

/** Of those that order texts, the ones that are also given names: `June: Yes.` */
export const GIVEN_NAMES = wordsOf(
  'april, june, july, august, january, wednesday, friday, sunday, monday, tuesday',
);

/** Of those that order texts, the ones that are a part of names of several words: `April Jones`, `Grace Note`. */
export const NAME_PARTS =
  wordsOf(`april, june, july, august, january, february, march, september, october, november, december, monday, tuesday,
  wednesday, thursday, friday, saturday, sunday, page, note, price, link, bridge, verse, song, book, case, job, roll`);

/** Words that stand in sentences, and not in names. */
export const SENTENCE_WORDS =
  wordsOf(`i, you, he, she, it, we, they, me, him, us, them, my, your, his, her, its, our, their, mine, yours, this, that, these, those,
  is, am, are, was, were, be, been, being, isn't, isn’t, aren't, wasn't, weren't, do, does, did, don't, don’t, doesn't, doesn’t, didn't, didn’t, has, have, had, haven't, hasn't,
  can, can't, can’t, cannot, could, couldn't, should, shouldn't, would, wouldn't, won't, won’t, might, must, shall,
  but, or, nor, so, yet, if, because, although, though, while, since, until, unless, whereas, than, as, at, by, from, into, on, onto, out, over, to, up, with, without, about, after, before, between, through, during, against, toward, towards, upon, within,
  not, no, yes, yeah, yep, nope, ok, okay, well, oh, uh, um, now, then, here, there, where, when, why, how, what, which, who, whom, whose, very, too, also, just, only, even, still, again, ever, never, always, often, sometimes, maybe, perhaps, really, quite, rather, almost, already,
  any, some, all of, every, each, many, much, more, most, few, less, least, other, another, such, same, both of, either, neither, one thing, something, anything, everything, nothing, someone, anyone, everyone else,
  said, say, says, saying, tell, told, tells, ask, asked, asks, know, knows, knew, think, thinks, thought, see, saw, make, makes, made, get, gets, got, go, goes, went, going, come, came, take, took, let, let's, let’s, give, gave, want, wanted, need, needed, means, mean, called, remember, consider, imagine, suppose, look, listen, wait, please, thanks, thank, sorry, hello, hi, hey, dear,
  it's, it’s, that's, that’s, there's, there’s, here's, here’s, what's, what’s, i'm, i’m, i've, i’ve, i'd, i’d, i'll, i’ll, you're, you’re, we're, we’re, they're, they’re, we've, we’ve, he's, he’s, she's, she’s,
  ist, sind, war, nicht, aber, oder, ich, du, wir, sie, ihr, dass, wenn, weil, mit, auf, für, ein, eine, einen, das, est, sont, pas, mais, ou, je, nous, vous, ils, elles, que, qui, dans, pour, avec, une, ce, cette, es, son, pero, yo, nosotros, ellos, para, con, una, esto, eso, como, porque, lo`);
