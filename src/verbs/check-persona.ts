/** Everything `mascot check` looks at: form, content, what the examples sound like, which answers blur into each other. */
import type { Config } from '../config.ts'
import { unheardIn } from '../hearing/unheard-in.ts'
import { placeInWords, whereInWords } from '../persona/in-places.ts'
import { lintPersona } from '../persona/lint/lint.ts'
import { type PersonaReading, readPersona } from '../persona/load/load.ts'
import { type PersonaProblem, shortened, type YamlPath } from '../persona/load/problem.ts'
import { isReserved } from '../persona/look-ups/recorded.ts'
import { trySamples } from '../persona/look-ups/try-samples.ts'
import { playExamples } from './play-examples.ts'
import type { Progress } from './progress.ts'
import { provesAnything } from './proves-anything.ts'
import { repliesInBudget, tooFewReplies } from './replies-in-budget.ts'
import { firstSaidToModel } from './said-to-a-model.ts'
import { lintStolen } from './stolen-phrasings.ts'

export interface Checked {
  /** Errors, then warnings, then notes; each in reading order, so that a cause stands before what follows from it. */
  readonly problems: readonly PersonaProblem[]
  /** What the model’s budget is in replies. */
  readonly budget: readonly string[]
  /** Where it speaks otherwise, and what differs there. */
  readonly places: readonly string[]
}

/** `platforms`: those there are, for what scenes name; if absent, any is taken. */
export async function checkPersona(
  folder: string,
  config: Config,
  now: number,
  progress: Progress,
  platforms?: readonly string[],
): Promise<Checked> {
  const reading = await readPersona(folder)
  const problems = [
    ...reading.problems,
    ...(await lintPersona(reading, now, unheardIn, platforms)),
    ...ordersInTexts(reading),
    ...unsigned(reading, config),
    ...overspent(reading, config),
    ...lookUpFaults(reading, config),
    ...provesAnything(reading),
    ...(await playExamples(reading, now)),
    ...(await lintStolen(reading, (done, of) => progress.at(done, of))),
  ]
  progress.end()
  return {
    problems: severities.flatMap((severity) => problems.filter((problem) => problem.severity === severity)),
    budget: reading.persona ? repliesInBudget(reading.persona, config.model?.prices) : [],
    places: reading.persona?.places.map((one) => `${one.id}: ${whereInWords(one)} → ${placeInWords(one)}`) ?? [],
  }
}

const severities = ['error', 'warning', 'note'] as const

/** What stands in the prompt as truth about the persona and its world, and speaks to a model or makes a person of it instead. */
function ordersInTexts({ persona, files }: PersonaReading): readonly PersonaProblem[] {
  if (!persona) return []
  const { name, nicknames, brand, lore, positioning, voice, community } = persona
  const texts: readonly (readonly [YamlPath, string])[] = [
    ...lore.map((text, at) => [['lore', at], text] as const),
    ...Object.values(brand.about ?? {}).map((text) => [['brand', 'about'], text] as const),
    ...Object.values(positioning ?? {}).map((text) => [['positioning'], text] as const),
    ...Object.values(community.about ?? {}).map((text) => [['community', 'about'], text] as const),
    ...Object.values(voice.style ?? {}).map((text) => [['voice', 'style'], text] as const),
    ...voice.examples.map(({ says }, at) => [['voice', 'examples', at], says] as const),
  ]
  return texts.flatMap(([path, text]) => {
    const found = firstSaidToModel(text, [name, ...nicknames])
    if (found === undefined) return []
    const why =
      found.said === 'an order to a model'
        ? 'speaks to the model about its orders: it stands in the prompt as it is; say what is true of the persona instead'
        : 'claims that it is a person, and it stands in the prompt as true: say what it is'
    return [files.persona.problem(path, `${why} (“${shortened(found.words)}”)`, { severity: 'warning' })]
  })
}

/** Links nobody could trust are not shown. */
function unsigned({ persona, files }: PersonaReading, { contextLinkSecret }: Config): readonly PersonaProblem[] {
  if (persona?.handoff.contextUrl === undefined || contextLinkSecret !== undefined) return []
  const why = 'is shown to nobody: CONTEXT_LINK_SECRET, which signs it, is not in the environment (see .env.example)'
  return [files.persona.problem(['handoff', 'contextUrl'], why, { severity: 'warning' })]
}

/** Recorded answers tried, variables that are sent, and whether a code can be sent at all. */
function lookUpFaults({ persona, files }: PersonaReading, { shop, codes }: Config): readonly PersonaProblem[] {
  if (!persona) return []
  return persona.lookUps.flatMap((lookUp, nth) => {
    const at = (path: readonly (string | number)[], why: string, severity: PersonaProblem['severity']) =>
      files.persona.problem(['lookups', nth, ...path], why, { severity })
    const named = Object.values(lookUp.request.headers).flatMap((value) => [...value.matchAll(/\{env:([A-Z0-9_]+)\}/g)])
    const lacking = named.map(([, name = '']) => name).filter((name) => shop[name] === undefined)
    const isPretend = isReserved(lookUp.request.url)
    return [
      ...trySamples(lookUp, persona).map(({ path, message, severity }) => at(path, message, severity)),
      ...(isPretend
        ? []
        : lacking.map((name) =>
            at(['request', 'headers'], `names ${name}, which is not in the environment`, 'warning'),
          )),
      ...(lookUp.proof === 'code' && !codes && !isPretend
        ? [
            at(
              ['proof'],
              'needs codes, and nothing is configured that sends mail (CODES_SMTP_URL or CODES_WEBHOOK_URL): a person is called instead',
              'warning',
            ),
          ]
        : []),
    ]
  })
}

function overspent({ persona, files }: PersonaReading, { model }: Config): readonly PersonaProblem[] {
  const why = persona && tooFewReplies(persona, model?.prices)
  const path = ['manners', 'limits', 'modelTokensPerFanPerDay']
  return why === undefined ? [] : [files.persona.problem(path, why, { severity: 'warning' })]
}
