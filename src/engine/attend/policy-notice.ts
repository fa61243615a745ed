/** What an administrator reads after setting the policy of a group. */
import type { Lang } from '../../domain/message.ts'
import { english } from '../../hearing/packs/english.ts'
import { packs } from '../../hearing/packs/packs.ts'
import type { Policy } from './policy.ts'

/** The empty policy is the persona's own setting. */
export function policyNotice(policy: Policy | '', lang: Lang): string {
  return (packs[lang]?.texts?.policy ?? english.texts.policy)[policy || 'usual']
}
