/** A turn in the places of the persona that it is in: another voice and other lines, in the prompt, in what is said and in its review. */
import { topicOf } from '../../commitments/topic.ts'
import { isWithin, localTime } from '../../desk/time/hours.ts'
import { inPlaces } from '../../persona/in-places.ts'
import type { Persona, Place } from '../../persona/persona.ts'
import { createPrompts } from '../../persona/prompt/prompt.ts'
import type { Brain, Recalled } from '../stages.ts'

export function placed(turn: Recalled): Recalled {
  const places = placesOf(turn)
  if (places.length === 0) return turn
  const persona = inPlaces(turn.persona, places)
  return { ...turn, persona, brain: brainIn(turn.brain, persona) }
}

/** Those that the turn is in, in the persona's order. */
export function placesOf(turn: Recalled): readonly Place[] {
  const { persona } = turn
  if (persona.places.length === 0) return []
  const topic = persona.places.some(({ topics }) => topics !== undefined) ? topicIn(turn) : undefined
  const { minutes } = localTime(turn.now, persona.manners.timeZone)
  const { threadId, surface } = turn.conversation
  const at = [threadId, ...turn.messages.flatMap(({ channel }) => channel ?? [])]
  return persona.places.filter(
    (place) =>
      (place.in?.some((name) => at.some((one) => one === name || one.startsWith(`${name}:`))) ?? true) &&
      (place.surface ?? surface) === surface &&
      (place.langs?.includes(turn.lang) ?? true) &&
      (place.topics?.some((one) => one === topic) ?? true) &&
      (place.hours?.some((range) => isWithin(range, minutes)) ?? true),
  )
}

/** That of the answer that fits, else the one its words touch. */
function topicIn({ findings, persona, text, lang }: Recalled): string | undefined {
  const [likeliest] = findings.outcome === 'answer' ? findings.hits : []
  return likeliest?.answer.topic ?? topicOf(text, persona, lang)?.topic
}

const brains = new WeakMap<Brain, WeakMap<Persona, Brain>>()

/** The same for every turn there, so that the prompt of a place is made once and stays the same to the byte. */
function brainIn(brain: Brain, persona: Persona): Brain {
  const made = brains.get(brain) ?? new WeakMap<Persona, Brain>()
  brains.set(brain, made)
  const known = made.get(persona)
  if (known) return known
  const promptIn = createPrompts(persona)
  const fresh = { ...brain, persona, promptIn, prompt: promptIn(persona.languages[0]) }
  made.set(persona, fresh)
  return fresh
}
