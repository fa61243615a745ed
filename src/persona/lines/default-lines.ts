/** The lines a persona speaks when its YAML has none of its own, by language. */

import type { Lang } from '../../domain/message.ts'
import { german } from './default/de.ts'
import { english } from './default/en.ts'
import { spanish } from './default/es.ts'
import { french } from './default/fr.ts'
import { italian } from './default/it.ts'
import { japanese } from './default/ja.ts'
import { korean } from './default/ko.ts'
import type { DefaultLines } from './default/lines.ts'
import { portuguese } from './default/pt.ts'
import { russian } from './default/ru.ts'
import { chinese } from './default/zh.ts'

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
