/** Whether a fan asks for a person in words: for anybody, or for one of the staff by name. Pure. */
import { asksForPerson, asksForStaff } from '../../hearing/asks-for-person.ts'
import type { Persona } from '../../persona/persona.ts'

export function callsPerson(text: string, { handoff }: Pick<Persona, 'handoff'>): boolean {
  return asksForPerson(text) || asksForStaff(text, handoff.staff)
}
