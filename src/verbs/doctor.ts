/** `mascot doctor`: is everything it needs there, and, for one thread, why it spoke or kept quiet. */
import { systemClock } from '../clock.ts'
import { DAY_MS } from '../domain/durations.ts'
import { platformOf, type ThreadId, threadsNamed } from '../domain/ids.ts'
import { checkModel } from '../model/check-model.ts'
import type { Store } from '../ports/store.ts'
import { folderInWords, lookAtFolder } from '../program/common-folder.ts'
import { dataFolder } from '../program/desk-page.ts'
import { keyOfNames } from '../program/open-watch.ts'
import { openStore } from '../store/open-store.ts'
import { createPseudonyms } from '../words/personal-data/pseudonyms.ts'
import { draftsInShort, TRIAL_DAYS } from './drafts.ts'
import { reachOf } from './reach-of.ts'
import { repliesInBudget } from './replies-in-budget.ts'
import { setUp } from './set-up.ts'
import type { RunVerb } from './verb.ts'
import { whyLine, wordLines } from './why.ts'

const DECISIONS = 40

export const doctor: RunVerb = async (input) => {
  const { config, persona } = await setUp(input)
  await using store = await openStore(config.databaseUrl, { brand: persona.brand.id, clock: systemClock })
  const say = (line: string) => process.stdout.write(`${line}\n`)
  const why = input.values.why
  if (typeof why === 'string') {
    for (const thread of await threadsMeant(why, store)) {
      const decisions = await store.records.decisions(thread, DECISIONS)
      const words = await store.records.words(
        thread,
        decisions.map(({ turnId }) => turnId),
      )
      for (const decision of decisions.toReversed()) {
        say(whyLine(decision))
        for (const line of wordLines(words.get(decision.turnId) ?? { heard: [], said: [] })) say(line)
      }
      if (decisions.length > 0) return 0
    }
    process.stderr.write(`Nothing is recorded for ${why}.\n`)
    return 1
  }
  say(
    `persona   ${persona.name} of ${persona.brand.name}: ${persona.answers.length} approved answers, speaks ${persona.languages.join(', ')}`,
  )
  say('database  reachable, schema up to date')
  const folder = dataFolder(config)
  const isShared = config.databaseUrl.startsWith('postgres')
  const state = isShared ? await lookAtFolder(folder, store.keyValues, systemClock) : 'common'
  say(`files     ${folderInWords(folder, state, isShared)}`)
  const dead = await store.records.deadLetters(1000)
  const aside = await store.records.setAside(1000)
  say(
    `unsent    ${dead.length === 0 ? 'nothing' : `${dead.length} messages could not be sent; the last: ${dead[0]?.reason}`}`,
  )
  if (aside.length > 0)
    say(`unread    ${aside.length} messages were put aside unanswered; the last: ${aside[0]?.reason}`)
  const drafts = draftsInShort(await store.drafts.counts(systemClock.now() - TRIAL_DAYS * DAY_MS), TRIAL_DAYS)
  if (drafts !== undefined) say(`drafts    ${drafts}`)
  const models = config.model ? await checkModel({ ...config.model, clock: systemClock }) : []
  if (models.length === 0) say('model     none configured: approved answers and lines alone')
  if (config.model) for (const line of repliesInBudget(persona, config.model.prices)) say(`budget    ${line}`)
  for (const { model, says } of models) say(`model     ${model}: ${says}`)
  let isReached = true
  for (const lookUp of persona.lookUps) {
    const { says, isUsable } = await reachOf(lookUp, (name) => config.shop[name])
    say(`look-up   ${lookUp.id}: ${says}`)
    isReached &&= isUsable
  }
  if (persona.lookUps.some(({ proof }) => proof === 'code'))
    say(
      `codes     ${config.codes ? `sent by ${'smtp' in config.codes ? 'your mail server' : 'your program'}` : 'cannot be sent: a person is called instead'}`,
    )
  if (state !== 'common' || !isReached) return 1
  return models.every(({ isUsable }) => isUsable) ? 0 : 1
}

/** As it stands in the record, in plain letters, or as the log names it. */
async function threadsMeant(typed: string, { records, keyValues }: Store): Promise<readonly ThreadId[]> {
  const meant = threadsNamed(typed)
  const [named] = meant
  if (!typed.includes(':#') || !named) return meant
  const pseudonyms = createPseudonyms()
  pseudonyms.useKey(await keyOfNames(keyValues))
  const known = await records.threads(platformOf(named))
  return known.map(({ threadId }) => threadId).filter((threadId) => pseudonyms.of(threadId) === typed)
}
