/** Who ever worked at the desk: two of one name are told apart. */
import type { StaffMember } from '../domain/case.ts'

export interface Colleagues {
  seen(staff: StaffMember, now: number): Promise<void>
  /** The ids of those who share their name with another. */
  namesakes(): Promise<ReadonlySet<string>>
}
