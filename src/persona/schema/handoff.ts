/** `handoff` of persona.yaml: teams, hours, rules, times and staff. */
import { z } from 'zod'
import { handoffReasons } from '../../domain/handoff.ts'
import { day, hoursRange, id, localLines, localText, text } from './parts.ts'

const week = z.partialRecord(
  z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']),
  z.union([hoursRange, z.array(hoursRange)]),
)
const hours = z.strictObject({
  timeZone: z.string().optional().describe('IANA name; manners.timeZone if absent'),
  week: week.default({}).describe('{mon: 09:00-18:00, …}; a day left out is closed; empty: always open'),
  holidays: z.array(day).default([]),
})
const rule = z.strictObject({
  words: z.array(text).default([]),
  topic: id.optional(),
  surface: z.enum(['direct', 'group']).optional(),
  channels: z
    .array(text)
    .default([])
    .describe('Only there: platforms, channels or single threads, such as telegram:-100123'),
  fans: z.enum(['new', 'known']).optional().describe('new: first heard less than 30 days ago; known: longer'),
  reason: z.enum(handoffReasons).exclude(['draft']).default('rule'),
  team: id.optional(),
})
const minutes = z.int().min(1).max(43_200)
const slaTimes = {
  firstResponseMinutes: minutes,
  nextResponseMinutes: minutes,
  resolutionHours: z.int().min(1).max(8760),
}
const sla = z.strictObject({
  firstResponseMinutes: slaTimes.firstResponseMinutes
    .default(60)
    .describe('Working minutes until a person answers first'),
  nextResponseMinutes: slaTimes.nextResponseMinutes
    .default(120)
    .describe('Working minutes until a person answers what the fan wrote after that'),
  resolutionHours: slaTimes.resolutionHours.default(48).describe('Working hours until the case is closed'),
  rules: z
    .array(
      z.strictObject({
        reasons: z.array(z.enum(handoffReasons)).default([]).describe('For these reasons; none: for all'),
        fans: z.enum(['new', 'known']).optional().describe('new: first heard less than 30 days ago; known: longer'),
        firstResponseMinutes: slaTimes.firstResponseMinutes.optional(),
        nextResponseMinutes: slaTimes.nextResponseMinutes.optional(),
        resolutionHours: slaTimes.resolutionHours.optional(),
      }),
    )
    .default([])
    .describe('Other times; the first rule that fits wins'),
})
const staffMember = z.strictObject({
  name: text.describe('How fans and colleagues see them'),
  accounts: z
    .array(text)
    .min(1)
    .describe('Who they are on the platforms: telegram:77, discord:1234, slack:U0123; desk:dana'),
  role: z
    .enum(['staff', 'lead', 'operator'])
    .default('staff')
    .describe(
      'lead: on the desk page also takes cases over, reads the record and ends sessions; operator: also approves answers that staff propose',
    ),
})
const csat = z.strictObject({
  ask: z.boolean().default(true).describe('Whether fans are asked, once, how a resolved case was'),
  afterMinutes: z.int().min(0).max(10_080).default(2).describe('So long after it was resolved'),
})
const contextUrl = z
  .string()
  .max(300)
  .refine((url) => /^https:\/\//.test(url) && URL.canParse(url.replaceAll(/[{}]/g, '')), 'is no https address')
  .refine((url) => !url.includes('#'), 'must have no # part: nobody could check it')
  .refine((url) => !/[?&](?:exp|sig)=/.test(url), 'must not have exp or sig in it: the program adds them')
  .refine((url) => url.includes('{fan}'), 'must have {fan} in it, or it says nothing of whom it is about')
  .refine(
    (url) => (url.match(/\{[^}]*\}/g) ?? []).every((name) => ['{fan}', '{platform}', '{case}'].includes(name)),
    'knows {fan}, {platform} and {case} alone',
  )
  .refine((url) => !/^https:\/\/[^/?]*\{/.test(url), 'must not have a placeholder in the name of the server')

export const handoff = z.strictObject({
  teams: z
    .record(
      id,
      z.strictObject({
        name: localText,
        about: z.string().optional(),
        hours: hours.optional(),
        next: id.optional().describe('The team that gets a case whose time ran out here'),
      }),
    )
    .default({}),
  route: z
    .partialRecord(z.enum([...handoffReasons, 'default']), id)
    .default({})
    .describe('Reason → team'),
  hours: hours.optional(),
  when: z.array(rule).default([]).describe('Your own rules for calling a person'),
  clarifications: z
    .int()
    .min(1)
    .max(5)
    .default(2)
    .describe('Clarifying questions without success before a person is called'),
  sla: sla.default(sla.parse({})).describe('How soon a person answers, in working time'),
  staff: z.array(staffMember).default([]).describe('Who may work cases; none listed: everybody in the staff chat'),
  duty: z
    .enum(['hours', 'signed-on'])
    .default('hours')
    .describe('hours: a team is there in its hours; signed-on: also somebody must have said /on'),
  silenceMinutes: z
    .int()
    .min(0)
    .max(10_080)
    .default(240)
    .describe('So long after staff last spoke, with no word from the fan, the bot takes over again; 0: never'),
  reopenHours: z
    .int()
    .min(0)
    .max(720)
    .default(24)
    .describe('So long after a case was resolved the fan’s next message opens it again; 0: never'),
  csat: csat.default(csat.parse({})),
  draftHours: z
    .int()
    .min(1)
    .max(720)
    .default(24)
    .describe('Where drafts wait for a person (manners.drafts): so long after it was written one can be sent'),
  contextUrl: contextUrl
    .optional()
    .describe(
      'Where your shop or CRM shows this fan, for staff: https://shop.example/crm?platform={platform}&fan={fan}&case={case}; signed with CONTEXT_LINK_SECRET',
    ),
  canned: z.record(id, localLines).default({}).describe('Replies that staff send with /canned NAME'),
})
