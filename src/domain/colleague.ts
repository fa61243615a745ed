/** What a member of staff is called among colleagues: by name, and by a short tag beside it where another has the same name. Pure. */
import type { StaffMember } from './case.ts'

const TAG_LENGTH = 4

/** The end of the account's id: `telegram:5006120` → `6120`. Fans never see it. */
export function tagOf(staffId: string): string {
  return staffId.slice(-TAG_LENGTH)
}

export function atDesk({ name, tag }: Pick<StaffMember, 'name' | 'tag'>): string {
  return tag === undefined ? name : `${name} ·${tag}`
}

/** `namesakes`: the ids of those who share their name with another. */
export function nameAtDesk(id: string | undefined, name: string, namesakes: ReadonlySet<string>): string {
  return id !== undefined && namesakes.has(id) ? atDesk({ name, tag: tagOf(id) }) : name
}

/** A name as one hears it: what is equal so is one name to who reads it, whatever its capitals, widths and spaces. */
export function heardName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
