/** `lines` of persona.yaml: what it says itself, by occasion. */
import { z } from 'zod'
import { handoffReasons } from '../../domain/handoff.ts'
import { localLines } from './parts.ts'

/** Occasions on which the persona speaks its own line. */
export const occasions = [
  'greeting',
  'greetingAgain',
  'introduction',
  'plainIntroduction',
  'thanks',
  'praise',
  'apology',
  'smallTalk',
  'laughter',
  'test',
  'noHarm',
  'comfort',
  'condolence',
  'joy',
  'remark',
  'joke',
  'farewell',
  'aboutItself',
  'closedOn',
  'saidAbove',
  'doesNotKnow',
  'clarify',
  'otherQuestion',
  'error',
  'holding',
  'assigned',
  'returned',
  'nobodyOnline',
  'abuse',
  'boundary',
  'media',
  'wrongLanguage',
  'slowDown',
  'askConsent',
  'consentYes',
  'consentNo',
  'help',
  'privacy',
  'forgetAsk',
  'forgotten',
  'forgetKept',
  'forgetOver',
  'questionOver',
  'onlyInPrivate',
  'fileLost',
  'inPrivate',
  'cardInPublic',
  'late',
  'wait',
  'queue',
  'promise',
  'delayed',
  'personHere',
  'resolved',
  'closure',
  'reopened',
  'caseInPrivate',
  'csat',
  'csatComment',
  'csatThanks',
  'quiet',
  'quietOver',
  'crisis',
  'violence',
  'issueAsk',
  'issueYes',
  'issueNo',
  'issueFixed',
  'issueWont',
] as const
export type Occasion = (typeof occasions)[number]

export const lines = z.strictObject({
  ...(Object.fromEntries(occasions.map((occasion) => [occasion, localLines.optional()])) as Record<
    Occasion,
    z.ZodOptional<typeof localLines>
  >),
  handoff: z
    .union([localLines, z.partialRecord(z.enum([...handoffReasons, 'default']), localLines)])
    .optional()
    .describe('Said when a person is called, by reason; `default` for the rest'),
})
