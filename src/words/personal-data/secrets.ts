/** What opens something: keys of programs by their shape, passwords and codes that a fan states in words. */
import { eachMatch } from '../phrases/each-match.ts'
import { type Span, spansOf } from './span.ts'

const keys: readonly RegExp[] = [
  /(?<![A-Za-z0-9])(?:sk|pk|rk|ghp|bot|key|token)[-_](?=[\w-]{0,60}\d)[\w-]{12,200}/gi,
  new RegExp(
    String.raw`(?<![A-Za-z0-9])(?:gh[opusr]_\w{16,255}|github_pat_\w{20,255}|glpat-[\w-]{16,100}|xox[a-z]-[\w-]{10,200}` +
      String.raw`|A[KS]IA[0-9A-Z]{16}|AIza[\w-]{30,60}|hf_\w{20,60}|npm_\w{20,60}|SG\.[\w-]{16,60}\.[\w-]{16,100})`,
    'g',
  ),
  /(?<![\w-])eyJ[\w-]{8,2000}\.[\w-]{8,4000}(?:\.[\w-]{0,2000})?/g,
  /(?<!\d)\d{6,12}:[\w-]{30,100}/g,
  /(?<![\w-])[\w-]{23,28}\.[\w-]{6}\.[\w-]{27,60}(?![\w-])/g,
  /\bBearer\s{1,4}(?<value>[\w.~+/-]{12,4000}={0,2})/gi,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]{0,8000}(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?/g,
  /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@]{0,100}:(?<value>[^\s@/]{1,200})@/gi,
]

const passwords =
  '(?:pass ?words?|passwd|pwd|pass ?phrase|pass ?code|log-?in code|secret key|api[ -]?key|access token' +
  '|mots? de passe|mdp|code secret|passwort|kennwort|zugangscode|contrasena|clave|senha|parola d.ordine|비밀번호)'
const codes =
  '(?:(?:verification|security|access|one[- ]time|authentication|auth|2fa|otp|confirmation|log-?in) (?:code' +
  '|password|pin)|otp|tan|pin(?: ?code| number)?|cvv2?|cvc2?|csc|code (?:de )?(?:verification|securite' +
  '|confirmation|pin)|cryptogramme|(?:bestatigungs|sicherheits|verifizierungs)code|prufnummer|prufziffer' +
  '|codigo (?:de )?(?:verificacion|seguridad)|codice (?:di )?(?:verifica|sicurezza))'
const about =
  '(?: (?:for|to|on|fur|zu|pour|de|du|para|per) (?:(?:my|the|your|our|mon|ma|mein\\w{0,2}|das|den|die|le|la' +
  '|mi) )?[\\p{L}\\d.@_-]{1,40}(?: account| konto| compte| cuenta)?)?'
const glue =
  "(?<glue> ?(?:[:=]|->|=>) ?| (?:is|was|are|est|c'est|c’est|ist|lautet|es|e|era) (?:(?:now|still|just|jetzt|noch|maintenant) )?:? ?)"
const quoted = '["“„«‘\'`](?<quoted>[^"”“«»’\'`\\n]{3,64})["”“»’\'`]'
const stated = new RegExp(
  '(?<mine>\\b(?:my|our|the|mon|ma|notre|mein|meine|unser|mi|la mia|minha|her|his) )?(?:\\b' +
    `|(?<=\\p{sc=Hangul}))${passwords}${about}${glue}(?:${quoted}` +
    '|(?<bare>[^\\s"“”]{3,64}))(?<next>[ ]?[^ \\n]{0,10})',
  'giu',
)
const code = new RegExp(`\\b${codes}${about}(?:${glue}|[ :#]{1,3})(?<value>[A-Z0-9-]{3,12})(?![\\w-])`, 'giu')
const han =
  /(?:(?:密码|密碼|口令|密钥|パスワード|暗証番号) ?(?:是|为|為|就是|改成|改为|设成|设为|は|:|=)? ?:? ?|비밀번호(?:는|은)? ?:? ?)(?<value>[\x21-\x7e]{3,64})/giu
const hanCode = /(?:验证码|校验码|动态码|安全码|認証コード|인증번호)[^\d\n]{0,6}(?<value>[0-9]{3,8})(?!\d)/gu

/** What is said of a password rather than the password. */
const ordinary = new Set(
  (
    'wrong incorrect correct right expired invalid weak strong not now too very lost forgotten gone reset rejected ' +
    'refused accepted broken blocked locked changed always never still being case fine secure safe okay required ' +
    'needed missing empty saved stored hidden secret private the this that what where how why when here there ' +
    'different same old new unknown known asked sent working valid long short simple hard easy impossible only ' +
    'also really somewhere something nothing none not: falsch richtig weg abgelaufen gesperrt vergessen nicht ' +
    'ungultig sicher kein zu incorrecte incorrect faux fausse perdu oublie expire invalide pas bon trop toujours ' +
    'refuse incorrecta mala perdida olvidada no errata sbagliata errado'
  ).split(' '),
)

/** What each of the keys has: a long run without a space, or one of the two short openings. */
const mayHoldKey = /[!-~]{12}|-----BEGIN|:\/\//

export function findSecrets(text: string): Span[] {
  const found = mayHoldKey.test(text) ? keys.flatMap((key) => spansOf(text, key)) : []
  if (
    !/pass|pwd|code|key|token|mdp|kennwort|contrasena|clave|senha|parola|pin|otp|tan|cv[vc]|csc|crypto|pruf|codi|密|口令|码|パスワード|暗証|認証|비밀|인증/iu.test(
      text,
    )
  )
    return found
  for (const match of eachMatch(stated, text)) {
    const span = statedSpan(match)
    if (span) found.push(span)
  }
  found.push(...spansOf(text, code, (value) => /\d{3}|\d.*\d.*\d/.test(value)))
  found.push(...spansOf(text, han, isUnusual).map((span) => trimmed(text, span)))
  found.push(...spansOf(text, hanCode))
  return found
}

function statedSpan(match: RegExpMatchArray): Span | undefined {
  const { mine, glue: joint = '', quoted: inQuotes, bare = '', next = '' } = match.groups ?? {}
  const whole = match[0]
  const start = (match.index ?? 0) + whole.length - next.length
  if (inQuotes !== undefined) return { start: start - inQuotes.length - 1, end: start - 1 }
  const value = bare.replace(/[.,;:?)\]”»]+$/, '')
  const isAssigned = /[:=>]/.test(joint)
  const span = { start: start - bare.length, end: start - bare.length + value.length }
  if (value.length < 3 || value.startsWith('[')) return undefined
  if (isUnusual(value) && /[\d_@#$%^&*+=~!?]|.[A-Z]/.test(value)) return span
  if (ordinary.has(value.toLowerCase()) || !/^[\p{L}-]{4,}$/u.test(value)) return undefined
  const isEnd =
    bare.length > value.length || next.trim() === '' || /^ (?:and|but|please|can|so|und|et|y|e)\b/i.test(next)
  return isAssigned || (mine !== undefined && isEnd) ? span : undefined
}

/** No placeholder, no word of everyday, no link. */
function isUnusual(value: string): boolean {
  const plain = value.replace(/[.,;:?!)\]]+$/, '')
  if (plain.startsWith('[') || plain.startsWith('http') || ordinary.has(plain.toLowerCase())) return false
  return /\d|[_@#$%^&*+=~]/.test(plain) || plain.length >= 6
}

function trimmed(text: string, { start, end }: Span): Span {
  const kept = text.slice(start, end).replace(/[.,;:?)\]]+$/, '')
  return { start, end: start + kept.length }
}
