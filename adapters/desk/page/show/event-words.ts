/** What happened to a case, as a sentence. Pure. */
import type { CaseDetail, PersonaCard } from '../../wire.ts'

const did: Readonly<Record<string, (detail: string) => string>> = {
  opened: () => 'called a person',
  claimed: () => 'took the case',
  reopened: () => 'opened the case again',
  released: () => 'let the case go',
  passed: (team) => `passed the case to ${team}`,
  snoozed: (span) => `snoozed the case for ${span}`,
  resolved: () => 'resolved the case',
  'handed-back': () => 'handed back to the bot',
  'bot on': () => 'let the bot answer too',
  'bot off': () => 'told the bot to keep quiet',
  joined: () => 'joined the case to another',
  'joined by': () => 'joined another case to this one',
  'stepped in': () => 'stepped in',
  drafted: () => 'wrote a draft that waits',
  'drafts on': () => 'had drafts wait for a person',
  'drafts off': () => 'let the bot send by itself',
  rated: (stars) => `rated it ${stars} of 5`,
  breached: (promise) => `ran out of time (${promise.replace('-', ' ')})`,
}

/** The bot is named as the persona. */
export function eventWords({ who, what, detail }: CaseDetail['history'][number], persona: PersonaCard): string {
  const name = who === 'bot' ? persona.name : who
  const words = did[what]
  if (words) return `${name} ${words(detail ?? '')}`
  return `${name} ${what}${detail ? `: ${detail}` : ''}`
}
