/** Which subjects an approved text speaks of, by their words alone: what a draft that leans on it may say in its own words. */
import { eachMatch } from '../words/each-match.ts'
import type { CommitmentKind } from './commitment.ts'
import { letters, words } from './pattern.ts'

const subjects: readonly (readonly [CommitmentKind, string, RegExp, RegExp])[] = [
  [
    'refund',
    '',
    words(
      'refund\\w{0,4}|money back|all the money|reimburse\\w{0,4}|return\\w{0,3}|send it back|exchange\\w{0,1}|sum returned|sum returns|cancel\\w{0,7}|rembours\\w{1,6}|retour\\w{0,3}|somme|annul\\w{1,6}|erstatt\\w{1,5}|ruckgabe|widerruf|stornier\\w{1,4}|reembols\\w{1,3}|devol\\w{1,6}',
    ),
    letters('退|换|返金|返品|赔|取消|キャンセル'),
  ],
  [
    'discount',
    '',
    words(
      'discount\\w{0,2}|off|cheaper|voucher\\w{0,1}|coupon\\w{0,1}|code|reduction|remise|rabatt|gutschein|descuento|price protection|at cost|prix coutant|difference',
    ),
    letters('折|优惠|券|减|价保|差价|便宜|割引|クーポン'),
  ],
  [
    'free',
    '',
    words(
      'free|no charge|without charge|on the house|included|in the price|we pay|our expense|costs nothing|nothing (?:is )?added|gratuit\\w{0,4}|offert\\w{0,2}|sans frais|a nos frais|compris\\w{0,2}|rien|kostenlos|gratis|inklusive|incluid\\w{1,2}',
    ),
    letters('免|包邮|不收|不加钱|送|请|赠|我们出|無料|无料|含'),
  ],
  [
    'delivery',
    '',
    words(
      'deliver\\w{0,5}|ship\\w{0,5}|post(?:s|ed|age|ing)?|send|sends|sent|goes out|courier|arriv\\w{1,4}|parcel|collect|livr\\w{1,6}|envo\\w{1,5}|expedi\\w{1,5}|coursier|transporteur|liefer\\w{1,5}|versand|envio|entrega',
    ),
    letters('寄|发|送|快递|物流|到货|签收|取货|自提|届|発送|配送|发送'),
  ],
  [
    'warranty',
    '',
    words(
      'warrant\\w{1,3}|guarantee\\w{0,2}|repair\\w{0,3}|replac\\w{1,6}|exchange\\w{0,1}|new one|mend\\w{0,3}|fault|covered|garanti\\w{0,2}|repar\\w{1,6}|remplac\\w{1,6}|echang\\w{1,4}|reparatur|ersatz|garantia',
    ),
    letters('保修|质保|换|修|补发|保証|修理|交换|重寄'),
  ],
  [
    'availability',
    '',
    words('stock|available|availability|left|shelf|dispon\\w{1,6}|rayon|lager|verfugbar'),
    letters('有货|现货|库存|补货|在庫|在库|到货'),
  ],
  [
    'eligibility',
    '',
    words(
      'eligible|qualif\\w{1,4}|entitle\\w{0,2}|count|covered|for (?:students|teachers)|eligible\\w{0,1}|droit|anspruch|derecho|can',
    ),
    letters('可以|能|符合|享|对象|対象|资格'),
  ],
  [
    'guarantee',
    '',
    words('guarantee\\w{0,2}|promise\\w{0,1}|garanti\\w{0,2}|promis\\w{0,2}|garantiert|garantiza\\w{1,4}'),
    letters('保证|承诺|担保|保証|约束|必ず'),
  ],
  [
    'fault',
    '',
    words('ours to|ours|on us|our (?:fault|mistake)|we misread|ours to bear|not yours|notre (?:faute|erreur)|a nous'),
    letters('我们负责|怪我们|是我们|我们的'),
  ],
  [
    'action',
    'contact',
    words(
      'answers?|repl(?:y|ies)|writes? back|quotes|in touch|calls?|email|repond\\w{0,2}|ecri\\w{1,4}|antwort\\w{0,2}|respond\\w{1,3}',
    ),
    letters('回复|联系|答复|邮件|电话|回'),
  ],
  [
    'action',
    'call-person',
    words('desk|people|team|person|human|counter|equipe|conciergerie|atelier'),
    letters('人工|同事|客服|真人|吧台'),
  ],
]

/** Places where a folded text names a subject; `kind` and its sort. */
export function findSubjects(folded: string): { kind: CommitmentKind; sort: string; start: number; end: number }[] {
  return subjects.flatMap(([kind, sort, spaced, unspaced]) =>
    [spaced, unspaced].flatMap((pattern) =>
      eachMatch(pattern, folded).map((match) => ({
        kind,
        sort,
        start: match.index,
        end: match.index + match[0].length,
      })),
    ),
  )
}
