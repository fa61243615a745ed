/** `mascot doctor`: is everything it needs there, and, for one thread, why it spoke or kept quiet. */
import { systemClock } from '../clock.ts'
import { DAY_MS } from '../domain/durations.ts'
import { checkModel } from '../model/check-model.ts'
import type { Adapter } from '../ports/adapter.ts'
import { folderInWords, lookAtFolder } from '../program/common-folder.ts'
import { createReadCost } from '../program/cost.ts'
import { dataFolder } from '../program/desk-page.ts'
import { createInsightParts } from '../program/insights.ts'
import { openStore } from '../store/open-store.ts'
import { adaptersOf } from './adapters-of.ts'
import { costLines } from './cost-lines.ts'
import { countAll } from './count-all.ts'
import { draftsInShort, TRIAL_DAYS } from './drafts.ts'
import { reachOf } from './reach-of.ts'
import { recordLines, type Told } from './record-lines.ts'
import { repliesInBudget } from './replies-in-budget.ts'
import { logOf, setUp } from './set-up.ts'
import { threadsMeant } from './threads-meant.ts'
import type { RunVerb } from './verb.ts'
import { webInWords } from './web-in-words.ts'
import { unsupportedLines, whyLine, wordLines } from './why.ts'

const DECISIONS = 40

export const doctor: RunVerb = async (input) => {
  const { config, persona } = await setUp(input)
  await using store = await openStore(config.databaseUrl, { brand: persona.brand.id, clock: systemClock })
  const isJson = input.values.json === true
  const told: Told[] = []
  const say = (line: string) => {
    const [, about = '', says = ''] = /^(\S+)\s+([\s\S]*)$/.exec(line) ?? []
    if (isJson) told.push([about, says])
    else process.stdout.write(`${line}\n`)
  }
  const why = input.values.why
  if (typeof why === 'string') {
    const out = (line: string) => process.stdout.write(`${line}\n`)
    for (const thread of await threadsMeant(why, store)) {
      const decisions = await store.records.decisions(thread, DECISIONS)
      const words = await store.records.words(
        thread,
        decisions.map(({ turnId }) => turnId),
      )
      for (const decision of decisions.toReversed()) {
        const turn = words.get(decision.turnId) ?? { heard: [], said: [] }
        if (isJson) out(JSON.stringify({ thread, ...decision, ...turn }))
        else
          for (const line of [
            whyLine(decision),
            ...unsupportedLines(decision).map((line) => `    ${line}`),
            ...wordLines(turn),
          ])
            out(line)
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
  say(`web       ${webInWords(config)}`)
  const parts = createInsightParts(store, {
    ...{ persona: () => persona, clock: systemClock, log: logOf(config), deskUrl: () => config.publicUrl },
  })
  await countAll(parts, store)
  const lines = await recordLines(store, parts, { persona, clock: systemClock })
  for (const [about, says] of lines) say(`${about.padEnd(9)} ${says}`)
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
  const reviewModel = config.model?.reviewModel
  const readers =
    config.model && reviewModel !== undefined
      ? await checkModel({ ...config.model, model: reviewModel, fallbackModels: [], clock: systemClock })
      : []
  if (models.length === 0) say('model     none configured: approved answers and lines alone')
  if (config.model) for (const line of repliesInBudget(persona, config.model.prices)) say(`budget    ${line}`)
  if (config.model)
    for (const line of await costLines(createReadCost(store, () => persona, systemClock))) say(`cost      ${line}`)
  for (const { model, says } of models) say(`model     ${model}: ${says}`)
  for (const { model, says } of readers) say(`reader    ${model} (OPENAI_REVIEW_MODEL): ${says}`)
  if (config.model && readers.length === 0)
    say(
      'reader    none configured: what could bind is read by the program alone; OPENAI_REVIEW_MODEL names a second reader',
    )
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
  const isHeard = await examinePlatforms(await adaptersOf(config, input.catalog), say)
  const isWell = state === 'common' && isReached && isHeard && [...models, ...readers].every(({ isUsable }) => isUsable)
  if (isJson)
    process.stdout.write(`${JSON.stringify({ isWell, checks: told.map(([about, says]) => ({ about, says })) })}\n`)
  return isWell ? 0 : 1
}

/** Whether fans and staff can be reached on all of them. */
async function examinePlatforms(adapters: readonly Adapter[], say: (line: string) => void): Promise<boolean> {
  let isHeard = true
  for (const adapter of adapters) {
    for (const { says, isGood } of (await adapter.examine?.()) ?? []) {
      say(`${adapter.platform.padEnd(9)} ${isGood ? '' : '✗ '}${says}`)
      isHeard &&= isGood
    }
    await adapter.stop()
  }
  return isHeard
}
