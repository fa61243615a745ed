/** What a server's refusal comes down to, read from its codes and words: of the content, of money, or of the request's length. */
import type { Complaint } from './complaint.ts'

/** `content`: it judged what was said. `credit`: the account is empty. `length`: the request is too long for the model. */
export type WhyRefused = 'content' | 'credit' | 'length'

/** Zhipu's 1301 and 1113, MiniMax's 1026, 1027 and 1008; letters as they come, without signs between. */
const contentCodes =
  /^(?:1301|1026|1027)$|contentfilter|contentpolicy|inspectionfailed|sensitivecontent|censor|moderation|responsibleai|riskcontrol/
const creditCodes =
  /^(?:1113|1008)$|insufficient(?:quota|balance|credit|fund)|exceededcurrentquota|billing|arrear|accountoverdue|paymentrequired|outofcredit/
const lengthCodes = /contextlength|contextwindow|stringabovemaxlength/

const contentWords = new RegExp(
  [
    'content exists risk|content[ _](?:filter|management policy|policy)|data[ _]?inspection|usage (?:guidelines|policy)',
    '(?:inappropriate|sensitive|unsafe|harmful|prohibited) (?:content|information|words)|(?:was|were|been) flagged',
    '敏感(?:词|内容|信息)|不安全(?:内容|或)|违规|违反.{0,12}(?:规定|法律|政策)|不当内容|内容安全|内容审核|存在风险',
  ].join('|'),
  'i',
)
const creditWords = new RegExp(
  [
    'insufficient (?:account )?(?:balance|credits?|funds|quota)|(?:balance|credits?)(?: is| are)? (?:too low|not enough|insufficient|exhausted)',
    'out of credits?|no (?:more )?credits?|billing (?:hard )?limit|arrears|overdue (?:payment|balance)|余额不足|欠费|无可用资源包|请充值',
  ].join('|'),
  'i',
)
const lengthWords = /context[ _](?:length|window)|maximum (?:context|prompt) length|prompt is too long|上下文长度/i

/** Money comes before content: whoever is out of it has judged nothing. */
export function whyRefused({ codes, message }: Complaint, status: number): WhyRefused | undefined {
  const plain = codes.map((code) => code.toLowerCase().replace(/[^a-z0-9]/g, ''))
  const has = (pattern: RegExp) => plain.some((code) => pattern.test(code))
  if (status === 402 || has(creditCodes) || creditWords.test(message)) return 'credit'
  if (status === 451 || has(contentCodes) || contentWords.test(message)) return 'content'
  return has(lengthCodes) || lengthWords.test(message) ? 'length' : undefined
}
