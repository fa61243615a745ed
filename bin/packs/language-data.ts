/** What may stand in the files of a language pack that are no signs. */
import { z } from 'zod'
import { handoffReasons } from '../../src/domain/handoff.ts'
import { dayNames } from '../../src/hearing/day-names.ts'
import { nameWords } from '../../src/hearing/name-words.ts'
import { smallTalks } from '../../src/hearing/small-talk/occasions.ts'
import { occasions } from '../../src/persona/schema/lines.ts'
import { faultIn } from '../../src/words/phrases/phrases.ts'

const text = z.string().trim().min(1)
const texts = z.array(text).min(1)
/** Words with spaces between, in as many lines as it takes. */
const words = text

const phrases = z.array(
  text.superRefine((phrase, context) => {
    const fault = faultIn(phrase)
    if (fault) context.addIssue(fault)
  }),
)
const count = holding('{count}')

/** By the name of the file, under which it stands in the pack. */
export const languageData: Readonly<Record<string, z.ZodType>> = {
  'small-talk': z.partialRecord(z.enum([...smallTalks, 'filler']), texts),
  subjects: z.record(
    z.string().regex(/^[a-z][a-z0-9-]*$/, 'is no subject: name it in English, in small letters'),
    words,
  ),
  words: z.strictObject({
    tellsLanguage: z.literal(true).optional(),
    stop: words.optional(),
    telling: words.optional(),
    everyday: words.optional(),
    agrees: texts.optional(),
    declines: texts.optional(),
    later: texts.optional(),
    nods: texts.optional(),
    keeping: z.strictObject({ does: texts, beside: texts, not: texts }).optional(),
    courtesies: z
      .strictObject({
        around: phrases.optional(),
        before: phrases.optional(),
        after: phrases.optional(),
      })
      .optional(),
    joins: z.strictObject({ between: phrases.optional(), touching: phrases.optional() }).optional(),
    asks: z.strictObject({ opening: phrases.optional(), anywhere: phrases.optional() }).optional(),
    named: z.strictObject({ before: phrases.optional(), behind: phrases.optional() }).optional(),
    states: z.strictObject({ opening: phrases.optional(), anywhere: phrases.optional(), wants: phrases }).optional(),
    unwanted: z.strictObject({ before: phrases.optional(), after: phrases.optional() }).optional(),
    opens: phrases.optional(),
    contrasts: phrases.optional(),
    beforeNouns: texts.optional(),
    afterName: texts.optional(),
    goesOn: texts.optional(),
    calls: phrases.optional(),
    honorifics: texts.optional(),
    bot: phrases.optional(),
    machines: phrases.optional(),
    laughs: phrases.optional(),
  }),
  days: z.partialRecord(z.enum(dayNames), phrases),
  beginning: z.strictObject({ hello: text, opening: texts, person: text }),
  names: z.partialRecord(z.enum(nameWords), texts),
  lines: z.strictObject({
    ...forEach(occasions, texts),
    handoff: z.strictObject({ default: texts, ...forEach(handoffReasons, texts.optional()) }),
    bot: texts,
    person: text,
  }),
  texts: z.strictObject({
    comma: text.optional(),
    labels: z.strictObject({ yes: text, no: text, person: text, private: text }).optional(),
    commands: z
      .strictObject({
        help: text,
        human: text,
        privacy: text,
        mydata: text,
        forget: text,
        link: text,
        unlink: text,
        remember: text,
        helper: text,
        me: text,
        work: text,
        circle: text,
        quiet: text,
        mascot: text,
      })
      .partial()
      .optional(),
    policy: z.strictObject({ mention: text, ambient: text, off: text, usual: text }).optional(),
    myData: z
      .strictObject({
        messages: z.strictObject({ one: count.optional(), other: count }),
        facts: text,
        noFacts: text,
        keys: z.strictObject({ name: text, allergy: text }),
        consent: z.strictObject({ unasked: text, asked: text, yes: text, no: text }),
        cases: count,
        forget: text,
      })
      .optional(),
  }),
  linking: z.strictObject({
    offered: holding('{code}'),
    offeredOpenly: holding('{code}'),
    ask: holding('{name}', '{platform}'),
    used: text,
    waiting: text,
    second: holding('{code}'),
    joined: holding('{platform}'),
    refused: text,
    expired: text,
    spent: text,
    unknown: text,
    tooMany: text,
    samePlatform: holding('{platform}'),
    joinedAlready: text,
    heldHere: holding('{platform}'),
    heldThere: holding('{platform}'),
    overheard: text,
    separated: text,
    notJoined: text,
    forgetsAll: holding('{places}'),
  }),
  facts: z.strictObject({
    named: z.array(holding('{name}')).min(1),
    called: z.array(holding('{name}')).min(1),
    introduced: z.array(holding('{name}')).min(1).optional(),
    notNamed: texts,
    allergic: z.array(holding('{thing}')).min(1),
    notAllergic: texts,
  }),
  remembering: z.strictObject({
    everywhere: text,
    here: text,
    askOff: holding('{facts}'),
    off: holding('{facts}'),
    nothing: text,
    whichYes: holding('{list}'),
    ofMemory: holding('{facts}'),
    ofWorks: text,
    ofHelping: text,
    ofNews: text,
    ofCircle: text,
    ofFirst: text,
  }),
  helping: z.strictObject({
    on: holding('{from}', '{to}', '{zone}'),
    off: text,
    where: text,
    how: text,
    hours: text,
    introduce: holding('{name}'),
  }),
  standing: z.strictObject({
    holds: text,
    nothing: text,
    fades: text,
    off: text,
    on: text,
    isOff: text,
    isRefused: text,
    influential: text,
    creative: text,
    helper: text,
    loyal: text,
    rival: text,
    reach: text,
    role: text,
    introduced: text,
    offered: text,
    used: text,
    thanked: text,
    accepted: text,
    reacted: text,
    saidLoyal: text,
    saidRival: text,
    firstOn: text,
    firstOff: text,
    news: text,
    title: holding('{title}'),
    titleHidden: holding('{title}'),
    titlesHidden: text,
    titlesShown: text,
    titleEarned: holding('{name}', '{title}'),
    titleEnded: holding('{title}'),
    circleAsk: text,
    circleYes: holding('{link}'),
    circleLater: text,
    circleNo: text,
    circleHeard: text,
    circleShut: text,
    circleOpen: text,
    circleStays: text,
    voted: text,
    voteOver: text,
    votersOnly: text,
  }),
  'look-ups': z.strictObject({
    codeSent: text,
    codeWrong: text,
    codeOver: text,
    limit: text,
    unknown: text,
    notThat: text,
    mail: holding('{persona}', '{brand}', '{code}'),
  }),
  products: z.strictObject({
    look: text,
    fits: holding('{words}'),
    fitsUnder: holding('{words}', '{price}'),
    soldOut: text,
    variants: holding('{list}'),
    goesWith: holding('{list}'),
  }),
  working: z.strictObject({
    how: text,
    list: holding('{list}'),
    offer: holding('{text}', '{licence}', '{until}', '{name}'),
    ask: holding('{licence}', '{until}', '{name}'),
    kept: text,
    keptWithLink: holding('{url}'),
    notKept: text,
    withdrawn: text,
    nothing: text,
    credited: holding('{name}'),
    creditedNobody: text,
    creditWaits: text,
    creditRefused: text,
    unclear: text,
    notYours: text,
    tooLong: holding('{count}'),
    personal: text,
    ownPage: holding('{url}'),
  }),
  pages: z.strictObject({
    open: text,
    opensOnce: text,
    accounts: text,
    separate: text,
    shown: text,
    offered: text,
    accepted: text,
    declined: text,
    withdrawn: text,
    until: holding('{day}'),
    quoted: holding('{count}'),
    agreed: text,
    takeBack: text,
    takeBackAsk: text,
    erase: text,
    eraseAsk: text,
    gone: text,
    goneWhy: text,
    gallery: holding('{brand}'),
    galleryEmpty: text,
    galleryFoot: holding('{name}'),
    newer: text,
    older: text,
    picture: text,
    inGroup: text,
    inPrivate: text,
    everywhere: text,
    circle: text,
    firstYes: text,
    firstNo: text,
    helps: holding('{count}'),
  }),
}

/** What is to be filled in stands in every language. */
function holding(...holes: readonly string[]): z.ZodString {
  return holes.reduce((schema, hole) => schema.includes(hole), z.string())
}

function forEach(keys: readonly string[], schema: z.ZodType): Record<string, z.ZodType> {
  return Object.fromEntries(keys.map((key) => [key, schema]))
}
