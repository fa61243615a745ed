/** Whether a fan asks who it is that writes, a bot or a person. Pure. */
import { asksWhetherBot } from '../../hearing/disclosure.ts'
import type { Persona } from '../../persona/persona.ts'

export function asksWho(text: string, persona: Pick<Persona, 'name' | 'nicknames'>): boolean {
  return asksWhetherBot(text, [persona.name, ...persona.nicknames])
}
