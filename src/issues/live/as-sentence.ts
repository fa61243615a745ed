/** A text that may end as it likes, as the end of a sentence: never two full stops. */

export function asSentence(text: string): string {
  return /[.!?…。！？؟](?:["'”’»」)]*)$/u.test(text.trimEnd()) ? text.trimEnd() : `${text.trimEnd()}.`
}
