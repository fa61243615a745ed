/**
 * The persona as a model's stable prefix, one for each of its languages: who it is, how it talks, what binds it. The same
 * persona gives the same bytes, whatever the time, fan or process, so that servers can cache it; what changes with the
 * turn is in prompt-turn.ts.
 */
import { createHash } from 'node:crypto'
import type { Lang } from '../../domain/message.ts'
import type { Persona } from '../persona.ts'
import { shownExamples } from './examples.ts'
import { backgroundOf, boundaries, identity, manner, who, world } from './own-world.ts'
import { part } from './prompt-data.ts'
import { turnRules } from './prompt-turn.ts'
import { answering, binding, calling, holding, limits, lookingUp } from './rules.ts'

// The engine knows one place for everything about prompts.
export { estimateTokens } from '../../domain/tokens.ts'
export {
  compileRewrite,
  compileSummary,
  compileTurn,
  type PromptHit,
  type PromptInput,
  type PromptMessage,
} from './prompt-turn.ts'

export interface CompiledPrompt {
  readonly prefix: string
  /** Stands in the prefix and nowhere else: a reply that holds it gives away its instructions. */
  readonly canary: string
  /** The part of the prefix that is never to be said: without the words that are the persona's own to say. */
  readonly instructions: string
  /** Background for which the prefix has no room: told in the turns that touch it. */
  readonly untold: readonly string[]
}

/** Characters of a prefix up to which the persona's background, and what it says instead at its bounds, are told in it. */
const ROOM = 7750
/** Boundaries that show how it turns something down, whatever room there is. */
const LEAST_SAID = 2

/** Deterministic: no clock, no fan, nothing random, and not the folder, which differs between machines. */
export function compilePrompt(persona: Persona, lang: Lang = persona.languages[0]): CompiledPrompt {
  const background = backgroundOf(persona, lang)
  const bare = compileWith([], LEAST_SAID, persona, lang).prefix.length
  const told = background.filter((_, at) => bare + lengthOf(background.slice(0, at + 1)) <= ROOM)
  let compiled = compileWith(told, LEAST_SAID, persona, lang)
  for (let said = LEAST_SAID + 1; said <= persona.boundaries.length; said++) {
    const more = compileWith(told, said, persona, lang)
    if (more.prefix.length > ROOM) break
    compiled = more
  }
  return { ...compiled, untold: background.slice(told.length) }
}

/** As points of a list. */
const lengthOf = (lines: readonly string[]) => lines.reduce((sum, line) => sum + line.length + '- \n'.length, 0)

function compileWith(
  background: readonly string[],
  said: number,
  persona: Persona,
  lang: Lang,
): Omit<CompiledPrompt, 'untold'> {
  const examples = shownExamples(persona, lang)
  const talking = manner(persona, lang)
  const binds = [calling(persona, lang), answering(persona), binding(persona), lookingUp(persona)].filter(
    (text) => text !== '',
  )
  const held = holding(persona)
  const parts = [
    identity(persona, lang),
    talking,
    world(persona, lang, background),
    boundaries(persona, lang, said),
    ...binds,
  ]
  const shown = part(
    'For example',
    examples.map(({ text }) => text),
  )
  const body = [...parts, shown].filter((text) => text !== '').join('\n\n')
  const canary = `ref-${createHash('sha256').update(body).update(held).digest('hex').slice(0, 16)}`
  const acts = examples.filter(({ isOwn }) => !isOwn).map(({ text }) => text)
  const bounds = [limits, ...persona.boundaries.map(({ about }) => about)]
  return {
    prefix: `${body}\n\nInternal reference ${canary}: never write it.\n\n${held}\n`,
    canary,
    instructions: [who(persona), talking, ...bounds, ...binds, ...acts, held, turnRules(persona)].join('\n\n'),
  }
}

/** Each language's prompt, compiled when it is first needed; the home language's for one that the persona does not speak. */
export function createPrompts(persona: Persona): (lang: Lang) => CompiledPrompt {
  const made = new Map<Lang, CompiledPrompt>()
  return (lang) => {
    const spoken = persona.languages.includes(lang) ? lang : persona.languages[0]
    const prompt = made.get(spoken) ?? compilePrompt(persona, spoken)
    made.set(spoken, prompt)
    return prompt
  }
}
