/** Who of the staff decides for the brand. */
import type { Persona } from './persona.ts'

/** Leads and operators; where none is listed, any of the staff. */
export function mayApprove(staffId: string, { handoff }: Persona): boolean {
  const leads = handoff.staff.filter(({ role }) => role !== 'staff')
  if (leads.length === 0)
    return handoff.staff.length === 0 || handoff.staff.some(({ accounts }) => accounts.includes(staffId))
  return leads.some(({ accounts }) => accounts.includes(staffId))
}

/** One person may go by several accounts. */
export function isSamePerson(one: string, other: string, { handoff }: Persona): boolean {
  return one === other || handoff.staff.some(({ accounts }) => accounts.includes(one) && accounts.includes(other))
}

/** Where there are two, one writes what fans are told in a crisis and another approves. */
export function needsAnotherYes({ handoff }: Persona): boolean {
  return handoff.staff.filter(({ role }) => role !== 'staff').length >= 2
}
