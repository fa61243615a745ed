/** What the persona never is nor says, whoever asks: another character, a person's life, a machine unlocked, a partisan, a gossip, a thief of passwords. */

import { once } from '../../words/once.ts'
import { either } from '../../words/phrases/either.ts'
import { soughtPhrase } from '../../words/phrases/patterns.ts'
import { forbidden } from './forbidden.ts'
import { voiceList } from './lists.ts'

const codes = ['off-character', 'opinion', 'others'] as const
/** Asking for a secret is another thing nobody may ask for, and a person's life is no character's. */
const lists = [
  ...codes.map((code) => [code, code] as const),
  ['asks-secret', 'others'] as const,
  ['lives', 'off-character'] as const,
]

const shell = /(?:root|admin|user)@[\w.-]{1,40}[:~#$]|\/etc\/(?:passwd|shadow)|\bcat \/\w/u
const code =
  /(?:^|\n)\s{0,8}(?:import \w{2,30}(?:\s|$)|from \w{2,30} import |def \w{1,30}\(|function \w{1,30}\(|#include ?<|select \* from )/u
const speakerInBrackets =
  /^\s{0,4}[[【(（](?:dan|jailbreak|system|admin|developer|assistant|系统|管理员|助手|system message)[^\]】)）]{0,20}[\]】)）]/u
const speaker = /^\s{0,4}(?:evil ?twin|dan|assistant|助手|系统|système|user|用户)\s?[:：]/u
const farewell =
  /(?:^|\n)\s{0,4}(?:kind|best|warm|with kind)?\s?(?:wishes|regards|sincerely|cheers),?\s{1,3}\p{Lu}\p{L}{1,15}\b/u
const clerk =
  /(?:^|[\s,])\p{L}{2,15},? (?:from|of|du|de la|de l’|de l') ?(?:the )?(?:customer|client|guest|service client|relation client)\b/u
const clerkInChinese = /(?:客服|经理|专员)\s{0,2}[\p{sc=Han}]{2,3}\s{0,2}(?:敬上|谨上|上)/u

/** A machine's shell, code, prompts of other chats; a clerk's name at the foot of a letter. They are told by their marks, in any language. */
const marks: readonly RegExp[] = [
  either('giu', shell, code),
  either('giu', speakerInBrackets, speaker),
  either('giu', farewell, clerk, clerkInChinese),
]

/** Sought in each sentence, on one line. */
export const mayBeOff = forbidden.addAll(
  once(() =>
    lists.flatMap(([list, code]) => [
      ...voiceList('forbidden', list).map((phrase) => Object.assign(soughtPhrase(phrase), { code })),
      ...(code === 'off-character' ? marks.map((pattern) => ({ pattern, code })) : []),
    ]),
  ),
)

/** Talk of one's own instructions, in any words: there is nothing to say of them. Sought in each sentence, on one line. */
export const mayNameRules = forbidden.addAll(
  once(() => voiceList('forbidden', 'names-rules').map((phrase) => soughtPhrase(phrase))),
)
