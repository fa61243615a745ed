/** Reason codes in plain English, for `mascot doctor --why`. A code without its sentence does not compile. */
import {
  type Alternative,
  type Decision,
  type DecisionKind,
  type ReasonCode,
  reasonCodes,
  type Unsupported,
  type UnsupportedCode,
} from '../domain/decision.ts'
import type { DecisionRecord, TurnWords } from '../ports/records.ts'

/** Each goes on after "it replied:", "it kept quiet:" and the like. */
const sentences: Readonly<Record<ReasonCode, string>> = {
  'own-message': 'the message was its own',
  'brand-itself': 'one of the brand’s own people wrote, as its channel or its group',
  'other-bot': 'another bot wrote, and bots are not answered (manners.bots)',
  'bot-answered': 'another bot called it, and had its one answer lately (manners.bots)',
  'staff-thread': 'staff work in this thread',
  'staff-has-it': 'a person has the conversation',
  'asked-for-quiet': 'it was asked to be quiet here',
  'not-addressed': 'nobody turned to it, and it had no answer it was sure enough of to join in (manners.group)',
  'channel-off': 'it is switched off here (manners.group, manners.channels, or /mascot off)',
  'fan-limit': 'the fan wrote more than manners.limits allows, and was told so before',
  'conversation-limit': 'more was answered here in this minute than manners.limits allows',
  'nothing-said': 'the message held no words',
  spam: 'the message was spam',
  'troll-not-fed': 'the fan was abusive and had been told so within half an hour',
  'model-chose-silence': 'the model saw nothing to answer',
  'too-old': 'the message was read too late (manners.stale; unasked it joins in within five minutes)',
  'talk-budget': 'it knew the answer, but had joined in too much or too lately (manners.ambient)',
  'quiet-hours': 'it knew the answer, but does not speak unasked at this hour (manners.quietHours)',
  'not-allowed': 'the command is an administrator’s, or means nothing here',

  laughter: 'somebody laughed',
  acknowledgement: 'an "ok" needs no answer',
  'model-chose-reaction': 'the model thought a reaction enough',

  unreadable: 'it came in a form that cannot be read here',
  'late-part': 'it is a part of an album whose first parts were answered before it came',
  'file-lost-told': 'the fan was told before that its file did not get through to the people who have their case',
  'approved-answer': 'an approved answer fits',
  'said-above': 'another member had this answer minutes ago (manners.sayAgainMinutes)',
  'chosen-answer': 'the fan chose among the answers it offered',
  'model-reply': 'the model wrote the reply',
  greeting: 'it was greeted',
  thanks: 'it was thanked',
  praise: 'the brand was praised',
  farewell: 'the fan said goodbye',
  'small-talk': 'the fan made small talk',
  apology: 'the fan came with a complaint, and was asked what happened',
  comfort: 'the fan was sad, and asked for nothing',
  condolence: 'somebody close to the fan has died',
  joy: 'the fan had good news',
  remark: 'the fan made a remark that asks nothing',
  'no-agreement': 'the fan would have had the brand agree to something, which it never does by itself',
  'own-example': 'the words are all but those of an example of yours (voice.examples)',
  'still-waiting': 'the fan waits for a person, and asked after it',
  'closed-day': 'it was asked about a day that is a holiday (handoff.hours.holidays)',
  'about-itself': 'it was asked who it is',
  'is-it-a-bot': 'it was asked whether it is a bot',
  'asked-to-be-forgotten': 'it was asked to delete what is kept, and told how',
  boundary: 'the fan asked for something it does not talk about (boundaries)',
  'does-not-know': 'no approved answer fits',
  'abuse-boundary': 'the fan was abusive and was told so',
  'media-not-understood': 'a picture, sticker or recording came without words',
  command: 'a command was given',
  products: 'no approved answer fits, and products do (brand.products, products.jsonl)',
  'look-up': 'the shop was asked, and what it knows stands in the words written for it (lookups)',
  'look-up-asks': 'a look-up needs something that the fan has not told yet (lookups)',
  'look-up-private': 'a look-up goes on in private only (lookups)',
  'look-up-code': 'a code has to show first that the fan may hear it (lookups, proof: code)',
  'look-up-unknown': 'the shop knows nothing of what the fan told (lookups)',
  'look-up-limit': 'the fan, or all together, asked the shop too often within an hour (lookups, perHour)',
  consent: 'it was about what may be remembered',
  suggestion: 'it answers what the circle was asked',
  news: 'it was about being told when something is fixed',
  'model-failed': 'the model could not be used, and no approved answer fits',
  'failed-review': 'nothing of what it wanted to say passed the voice check',
  'holding-statement': 'the topic is red, and this is what a named person approved to be said of it (/crisis)',
  holding: 'the matter is with the team already',
  'card-in-public': 'a card number stood in a group: the message was deleted where the bot may, and the fan told why',
  'fan-limit-told': 'the fan writes faster than manners.limits allows, and was told',
  'public-complaint': 'a complaint in a group goes on in private',
  late: 'the message was read late, and the fan was told (manners.stale)',
  'gave-up': 'the turn failed again and again, and the fan was told',
  'person-here': 'a person is here and answers',
  csat: 'it was about how a closed case went',
  reopened: 'the fan wrote again about a case closed lately',
  'case-in-private': 'the case goes on in private',
  'staff-verb': 'staff gave a command',

  'close-answers': 'two approved answers fit about equally well',
  'few-phrasings': 'the answer that fits best has too few phrasings to be sure of (asks)',

  'asked-for-person': 'the fan asked for a person',
  commitment: 'it would have bound the brand to something nobody approved',
  complaint: 'the fan complains',
  legal: 'it is a legal matter',
  health: 'it is about somebody’s health',
  safety: 'it is about a danger',
  'self-harm': 'the fan may hurt themselves',
  threat: 'there was a threat',
  payment: 'it is about a payment',
  account: 'it is about an account',
  press: 'the press asks',
  'not-understood': 'it failed to understand several times in a row',
  'model-out': 'the model could not be used',
  'model-asked-handoff': 'the model asked for a person',
  rule: 'a rule of yours calls a person (handoff.when)',
  'stepped-in': 'a person stepped in',
  draft: 'what it would say waits for a person',
}

/** For figures: why turns of that reason ended as they did. */
export function reasonWords(reason: string): string {
  const code = reasonCodes.find((one) => one === reason)
  return code === undefined ? reason : sentences[code]
}

const did: Readonly<Record<DecisionKind, string>> = {
  reply: 'it replied',
  clarify: 'it asked back',
  handoff: 'it called a person',
  silent: 'it kept quiet',
  react: 'it reacted',
}

/** A second answer with less of the first one's score is not close to it. */
const close = 0.8

/** Candidates that are named: the rest says nothing. */
const named = 3
/** What is decided by how likely each answer is. */
const byCandidates: ReadonlySet<string> = new Set<ReasonCode>([
  'approved-answer',
  'model-reply',
  'close-answers',
  'few-phrasings',
  'does-not-know',
  'not-understood',
  'not-addressed',
  'talk-budget',
])

/** What stands behind the reason: which answers, how likely each. */
function sentenceOf(reason: ReasonCode, alternatives: readonly Alternative[]): string {
  const [first, second] = alternatives
  const isClose = first !== undefined && second !== undefined && second.score >= first.score * close
  if (reason !== 'close-answers' || first === undefined || isClose) return sentences[reason]
  return 'an approved answer may have been meant, but not surely enough to be given'
}

/** Why it was decided, with the answers that came near: `an approved answer fits (hours)  {hours .99}`. */
export function whyInWords(
  { reason, alternatives }: Pick<Decision, 'reason' | 'alternatives'>,
  answerId?: string,
): string {
  const likely = candidatesInWords(reason, alternatives)
  const answered = answerId ? ` (${answerId})` : ''
  return `${sentenceOf(reason, alternatives)}${answered}${likely === '' ? '' : `  {${likely}}`}`
}

/** `hours .37, address .03`; empty where there are none, or they decided nothing. */
export function candidatesInWords(reason: string, alternatives: readonly Alternative[]): string {
  if (!byCandidates.has(reason)) return ''
  const score = (of: number) => of.toFixed(2).replace(/^0/, '')
  return alternatives
    .slice(0, named)
    .map((one) => `${one.answerId} ${score(one.score)}`)
    .join(', ')
}

/** `it replied: an approved answer fits (hours)  {hours .99}` */
export function decidedInWords(decision: Decision): string {
  const answerId = 'answerId' in decision ? decision.answerId : undefined
  return `${did[decision.kind]}: ${whyInWords(decision, answerId)}`
}

const unsaid: Readonly<Record<UnsupportedCode, string>> = {
  figure: 'no approved text has this figure',
  weight: 'nothing approved speaks of this',
  assent: 'it agrees to what the fan proposed, and nothing approved does',
  lean: 'somebody could hold the brand to it, and nothing approved says it',
  twist: 'it says otherwise what an approved text says',
  commitment: 'it grants or promises what no approved answer does',
  'changed-fact': 'the answer that it leans on says another figure',
  language: 'it is in no language that the persona speaks (voice.languages)',
  'second-reader': 'the second reader found nothing approved that says it (OPENAI_REVIEW_MODEL)',
}

/** Each clause that the model could not say as it stood, and all that was found in it: `not said   “Friday it is.”: it agrees to what …`. */
export function unsupportedLines({ unsupported = [] }: { readonly unsupported?: readonly Unsupported[] }): string[] {
  return [...Map.groupBy(unsupported, ({ clause }) => clause)].map(([clause, found]) => {
    const causes = found.map(({ code, detail }) => `${unsaid[code]}${detail === undefined ? '' : ` (${detail})`}`)
    return `not said   “${clause}”: ${causes.join('; ')}`
  })
}

/** The words of a turn beneath its line: what was heard, what was said. */
export function wordLines({ heard, said }: TurnWords): string[] {
  const shown = (mark: string, texts: readonly string[]) =>
    texts.filter((text) => text !== '').map((text) => `    ${mark} ${text.replaceAll('\n', '\n      ')}`)
  return [...shown('>', heard), ...shown('<', said)]
}

/** `2026-11-18 10:30:00Z  it kept quiet: nobody turned to it …  [silent not-addressed]`; the version of the persona behind the time. */
export function whyLine(decision: DecisionRecord): string {
  const { at, kind, reason, answerId, flags, rows, personaVersion, alternatives } = decision
  const when = new Date(at).toISOString().replace('T', ' ').replace(/\.\d+/, '')
  const heard = rows.length > 1 ? `, to ${rows.length} messages` : ''
  const codes = [kind, reason, ...flags].join(' ')
  const version = personaVersion === undefined ? '' : `persona ${personaVersion}  `
  return `${when}  ${version}${did[kind]}${heard}: ${whyInWords({ reason, alternatives }, answerId)}  [${codes}]`
}
