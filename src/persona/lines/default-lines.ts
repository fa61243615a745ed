/** The lines a persona speaks when its YAML has none of its own, by language. */
import type { HandoffReason } from '../../domain/handoff.ts'
import type { Lang } from '../../domain/message.ts'
import type { Occasion } from '../schema/schema.ts'
import { german } from './default/de.ts'
import { english } from './default/en.ts'
import { spanish } from './default/es.ts'
import { french } from './default/fr.ts'
import { italian } from './default/it.ts'
import { japanese } from './default/ja.ts'
import { korean } from './default/ko.ts'
import { portuguese } from './default/pt.ts'
import { russian } from './default/ru.ts'
import { chinese } from './default/zh.ts'

/**
 * One language. Placeholders: {fan} {persona} {brand} {team} {staff} {hours}; a line must also read well when {fan} and the
 * comma beside it are left out (fill.ts).
 */
export interface DefaultLines extends Readonly<Record<Occasion, readonly string[]>> {
  readonly handoff: Readonly<Partial<Record<HandoffReason, readonly string[]>>> & {
    readonly default: readonly string[]
  }
  /** Said when asked whether it is a bot; each says so. */
  readonly bot: readonly string[]
  /** How a person is introduced. */
  readonly person: string
}

export const defaultLines: Readonly<Partial<Record<Lang, DefaultLines>>> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  ja: japanese,
  ko: korean,
  pt: portuguese,
  ru: russian,
  zh: chinese,
}
