/** Characters nobody can say or see, which hide words, turn lines around or break platforms; taken out of text both ways. */

/** Scripts in which a joiner is a letter. */
const joined =
  String.raw`\p{sc=Arab}\p{sc=Syrc}\p{sc=Deva}\p{sc=Beng}\p{sc=Gujr}\p{sc=Guru}\p{sc=Orya}` +
  String.raw`\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Mong}`

// Whole emoji come first in the pattern and are kept, as their joiners and tags are part of them.
const hidden = new RegExp(
  [
    String.raw`(\p{RGI_Emoji})`,
    // Controls (line feed is kept), soft hyphen, fillers, bidi marks and overrides, invisible operators, BOM, specials.
    String.raw`[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F]`,
    String.raw`[\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0D\uFEFF\uFFA0\uFFF0-\uFFFB\uFFFE\uFFFF]`,
    // Shorthand controls, tags outside a flag, supplementary selectors, private use, lone surrogates.
    String.raw`[\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}\p{Co}\p{Cs}]`,
    // A presentation selector after nothing that has a presentation.
    String.raw`(?<!\p{Emoji}|\p{EMod})[\uFE0E\uFE0F]`,
    // Joiners are letters in Arabic and Indic scripts and glue between emoji; anywhere else they only hide.
    String.raw`(?<!\p{Emoji}|\uFE0F|[${joined}])[\u200C\u200D]`,
    String.raw`[\u200C\u200D](?!\p{Emoji}|[${joined}])`,
  ].join('|'),
  'gv',
)
/** More combining marks than any language stacks on one letter. */
const stackedMarks = /(\p{M}{4})\p{M}+/gu

/** A text without any of these has nothing to be taken out of it, and most texts have none. */
const suspect = new RegExp(
  [
    String.raw`[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F]`,
    String.raw`[\u2028-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\uFFFE\uFFFF]`,
    String.raw`[\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0000}-\u{E0FFF}\p{Co}\p{Cs}]|\p{M}{5}`,
  ].join('|'),
  'u',
)

/** The text without them: line breaks become `\n`, tabs and odd spaces one space; no lone surrogate remains. */
export function stripUnspeakable(text: string): string {
  if (!suspect.test(text)) return text
  let stripped = text.replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n').replace(/[\t\u2800]/g, ' ')
  // Taking one out can bring two others together, so until nothing changes; each round shortens the text.
  for (let round = 0; round < 8; round++) {
    const next = stripped.replace(hidden, (_, emoji: string | undefined) => emoji ?? '').replace(stackedMarks, '$1')
    if (next === stripped) break
    stripped = next
  }
  return stripped
}
