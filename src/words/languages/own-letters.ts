/** Letters by which a language is told, or a few languages that share them. By the alphabets as Unicode's CLDR lists them (exemplar characters). */
import type { Lang } from '../../domain/message.ts'

/** Of lower-case text in one form (NFC). */
export const byLetter: readonly (readonly [RegExp, readonly Lang[]])[] = [
  [/[ñ¿¡]/u, ['es']],
  [/ß/u, ['de']],
  [/[äö]/u, ['de', 'sv', 'fi', 'tr', 'hu', 'et', 'sk']],
  [/ü/u, ['de', 'tr', 'hu', 'es', 'et']],
  [/[ãõ]/u, ['pt', 'vi']],
  [/ç/u, ['fr', 'pt', 'tr', 'ca']],
  [/[œû]/u, ['fr']],
  [/[ëï]/u, ['fr', 'nl']],
  [/ù/u, ['fr', 'it', 'vi']],
  [/[èêâîô]/u, ['fr', 'it', 'pt', 'vi', 'ca']],
  [/[ìò]/u, ['it', 'vi']],
  [/à/u, ['fr', 'it', 'pt', 'vi', 'ca']],
  [/é/u, ['fr', 'es', 'pt', 'it', 'hu', 'cs', 'sk', 'vi', 'nl']],
  [/[áíóú]/u, ['es', 'pt', 'hu', 'cs', 'sk', 'vi', 'ga']],
  [/[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹơưđ]/u, ['vi']],
  [/[ąęłńśźż]/u, ['pl']],
  [/[şğı]/u, ['tr', 'az']],
  [/ə/u, ['az']],
  [/[řěů]/u, ['cs']],
  [/[ľĺŕ]/u, ['sk']],
  [/[čšž]/u, ['cs', 'sk', 'hr', 'sl', 'sr', 'bs', 'lt', 'lv']],
  [/[ďťň]/u, ['cs', 'sk']],
  [/ć/u, ['pl', 'hr', 'sr', 'bs']],
  [/đ/u, ['vi', 'hr', 'sr', 'bs']],
  [/[őű]/u, ['hu']],
  [/ă/u, ['ro', 'vi']],
  [/[șțţ]/u, ['ro']],
  [/å/u, ['da', 'no', 'sv']],
  [/[æø]/u, ['da', 'no']],
  [/[ėįųū]/u, ['lt']],
  [/[āēīņķģļ]/u, ['lv']],
  [/[іїєґ]/u, ['uk']],
  [/[ыэё]/u, ['ru', 'be']],
  [/ў/u, ['be']],
  [/[ђћ]/u, ['sr']],
  [/[ѓќѕ]/u, ['mk']],
  [/[љњџј]/u, ['sr', 'mk']],
  [/[әғқңөұүһ]/u, ['kk']],
  [/[پچژگ]/u, ['fa', 'ur', 'ps', 'ckb']],
  [/[کی]/u, ['fa', 'ur']],
  [/[ٹڈڑںےہ]/u, ['ur']],
  [/[ةىكي]/u, ['ar']],
]

/** Letters that no other language here has, or hardly one. */
const own = byLetter.filter(([, languages]) => languages.length <= 2)

/** Of each such letter of a text, its languages. */
export function languagesByLetter(text: string): readonly (readonly Lang[])[] {
  const shown = text.normalize('NFC').toLowerCase()
  return own.flatMap(([letter, languages]) => (letter.test(shown) ? [languages] : []))
}
