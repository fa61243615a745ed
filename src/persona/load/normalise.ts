/** What the schemas accepted → the one normal form `Persona`: every default filled in, every text by language. Last step of load.ts; pure. */
import { createHash } from 'node:crypto'
import type { Answer } from '../../domain/answer.ts'
import { type HandoffReason, handoffReasons } from '../../domain/handoff.ts'
import type { Lang, Surface } from '../../domain/message.ts'
import { type Catalogue, productsOf } from '../catalogue/read-catalogue.ts'
import { defaultLines } from '../lines/default-lines.ts'
import type { LanguageLines } from '../lines/language-lines.ts'
import { normalLookUp } from '../look-ups/normal-look-up.ts'
import type {
  Boundary,
  ForeseenIssue,
  Hours,
  LocalLines,
  LocalText,
  Persona,
  Place,
  Product,
  ProductVariant,
  Team,
  ToneOf,
  Voice,
} from '../persona.ts'
import { type AnswersYaml, type IssuesYaml, type Occasion, occasions, type PersonaYaml } from '../schema/schema.ts'
import { ownChineseScript, spokenLanguages } from '../spoken-languages.ts'

type Text = string | Record<Lang, string>
type Lines = string | string[] | Record<Lang, string | string[]>

/** @param folder absolute path */
export function normalise(
  yaml: PersonaYaml,
  { answers }: AnswersYaml,
  folder: string,
  { issues }: IssuesYaml = { issues: [] },
  catalogue?: Pick<Catalogue, 'rows' | 'version'>,
): Persona {
  const languages: Persona['languages'] = spokenLanguages(yaml, { answers })
  const [home] = languages
  const texts = (text: Text) => localText(text, home)
  const { remains, ...memory } = yaml.memory
  return {
    folder,
    version: versionOf({
      ...{ yaml, answers },
      ...(issues.length > 0 ? { issues } : {}),
      ...(catalogue?.version ? { catalogue: catalogue.version } : {}),
    }),
    name: yaml.name,
    nicknames: yaml.nicknames,
    brand: {
      id: yaml.brand.id ?? brandId(yaml.brand.name),
      name: yaml.brand.name,
      ...given('about', yaml.brand.about, texts),
      ...given('url', yaml.brand.url),
      products: yaml.brand.products.map((product) => normalProduct(product, texts, home)),
      competitors: yaml.brand.competitors,
    },
    catalogue: productsOf(catalogue?.rows ?? [], home),
    ...given('positioning', yaml.positioning, texts),
    languages,
    chinese: ownChineseScript(yaml, { answers }),
    voice: normalVoice(yaml.voice, languages),
    image: normalImage(yaml.image, texts),
    lore: yaml.lore,
    manners: yaml.manners,
    lines: normalLines(yaml.lines, languages),
    handoffLines: normalHandoffLines(yaml.lines.handoff, languages),
    places: yaml.places.map((place) => normalPlace(place, yaml.voice, languages)),
    commitments: yaml.commitments,
    boundaries: yaml.boundaries.map((boundary) => normalBoundary(boundary, home)),
    handoff: normalHandoff(yaml, texts, home),
    lookUps: (yaml.lookups ?? []).map((lookUp) => normalLookUp(lookUp, (lines) => localLines(lines, home), home)),
    community: normalCommunity(yaml.community, home),
    disclosure: normalDisclosure(yaml.disclosure, languages),
    knowledge: yaml.knowledge,
    memory: { ...memory, ...given('remains', remains, texts) },
    extensions: yaml.extensions,
    answers: answers.map((answer) => normalAnswer(answer, home)),
    issues: issues.map((issue) => normalIssue(issue, home)),
  }
}

function normalProduct(
  product: PersonaYaml['brand']['products'][number],
  texts: (text: Text) => LocalText,
  home: Lang,
): Product {
  const { price } = product
  const amount = typeof price === 'object' ? price : undefined
  const written = typeof price === 'string' ? price : undefined
  return {
    id: product.id,
    name: texts(product.name),
    ...given('about', product.about, texts),
    ...given('url', product.url),
    ...given('price', written),
    ...given('price', amount, (one) => amountText(one, home)),
    ...given('cost', amount, ({ amount: cost, currency }) => ({ amount: cost, currency })),
    ...given('priceUntil', amount?.until),
    ...given('image', product.image),
    ...given('nicknames', product.nicknames),
    ...given('category', product.category),
    ...given('variants', product.variants, (all) => all.map((one) => normalVariant(one, home))),
    ...given('isAvailable', product.available),
    ...given('goesWith', product.with),
  }
}

function normalVariant(
  variant: NonNullable<PersonaYaml['brand']['products'][number]['variants']>[number],
  home: Lang,
): ProductVariant {
  if (typeof variant === 'string') return { name: variant }
  const { name, price, available } = variant
  return {
    name,
    ...given('price', price, (one) => (typeof one === 'string' ? one : amountText(one, home))),
    ...given('cost', typeof price === 'object' ? price : undefined),
    ...given('isAvailable', available),
  }
}

function amountText({ amount, currency }: NonNullable<Product['cost']>, home: Lang): string {
  return new Intl.NumberFormat(home === 'en' ? 'en-GB' : home, { style: 'currency', currency }).format(amount)
}

/** Of what was read, so that a comment or another order of keys makes no other version. Short enough to be read aloud. */
function versionOf(
  said: Partial<IssuesYaml> & AnswersYaml & { readonly yaml: PersonaYaml; readonly catalogue?: string },
): string {
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, VERSION_LENGTH)
}

const VERSION_LENGTH = 8

/** `{[key]: value}`, or nothing for an absent value. */
function given<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value }
function given<Key extends string, Value, Result>(
  key: Key,
  value: Value | undefined,
  change: (value: Value) => Result,
): { [K in Key]?: Result }
function given(key: string, value: unknown, change: (value: unknown) => unknown = (same) => same) {
  return value === undefined ? {} : { [key]: change(value) }
}

function localText(text: Text, home: Lang): LocalText {
  return typeof text === 'string' ? { [home]: text } : text
}

function localLines(lines: Lines, home: Lang): LocalLines {
  if (typeof lines === 'string') return { [home]: [lines] }
  if (Array.isArray(lines)) return { [home]: lines }
  return Object.fromEntries(Object.entries(lines).map(([lang, line]): [Lang, string[]] => [lang, [line].flat()]))
}

/**
 * A slug of the name in ASCII. Where letters were lost (小杜杜, Weiß), six digits of a hash of the name keep it apart from others.
 */
export function brandId(name: string): string {
  const folded = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const slug = folded.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '')
  if (slug !== '' && !/[^\P{L}a-z]|[^\P{N}0-9]/u.test(folded)) return slug
  const hash = createHash('sha256').update(name.normalize('NFC')).digest('hex').slice(0, 6)
  return `${slug || 'brand'}-${hash}`
}

/** Half a phone screen in private, a third in a group; a Chinese, Japanese or Korean character says about what 2.6 Latin letters do. */
const lengths: Readonly<Record<Surface, { dense: number; other: number }>> = {
  direct: { dense: 160, other: 420 },
  group: { dense: 100, other: 260 },
}
const denseScripts = new Set(['zh', 'ja', 'ko', 'yue'])

function normalVoice(yaml: PersonaYaml['voice'], languages: Persona['languages']): Voice {
  const { emoji, languages: _, length, address, catchphrases, style, ...dials } = yaml
  const [home] = languages
  const budget = (surface: Surface): Record<Lang, number> => {
    const own = length[surface]
    const { dense, other } = lengths[surface]
    return Object.fromEntries(
      languages.map((lang): [Lang, number] => {
        const set = typeof own === 'number' ? own : own?.[lang]
        return [lang, set ?? (denseScripts.has(lang) ? dense : other)]
      }),
    )
  }
  return {
    ...dials,
    emoji: typeof emoji === 'string' ? { use: emoji, favourites: [] } : emoji,
    address,
    catchphrases: catchphrases === undefined ? {} : localLines(catchphrases, home),
    length: { direct: budget('direct'), group: budget('group') },
    examples: yaml.examples.map(({ fan, says, lang }) => ({ fan, says, ...given('lang', lang) })),
    ...given('style', style, (text) => localText(text, home)),
  }
}

/** As it would stand in `voice`, and of that what the place says itself. */
function normalPlace(
  { voice: own, lines, ...where }: PersonaYaml['places'][number],
  voice: PersonaYaml['voice'],
  languages: Persona['languages'],
): Place {
  const [home] = languages
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
  const neverSay = [...voice.neverSay, ...(own.neverSay ?? [])]
  const length = { ...voice.length, ...own.length }
  const whole = normalVoice({ ...voice, ...said, neverSay, length }, languages)
  const handoff = lines.handoff === undefined ? undefined : localLines(lines.handoff, home)
  const { in: at, surface, langs, topics, hours } = where
  return {
    id: where.id,
    ...given('in', at),
    ...given('surface', surface),
    ...given('langs', langs),
    ...given('topics', topics),
    ...given('hours', hours),
    voice: Object.fromEntries(Object.entries(whole).filter(([key]) => Object.hasOwn(said, key))),
    lines: ownLines(lines, home),
    ...given('handoff', handoff),
  }
}

function ownLines(said: Readonly<Partial<Record<string, Lines>>>, home: Lang): Partial<Record<Occasion, LocalLines>> {
  const own: Partial<Record<Occasion, LocalLines>> = {}
  for (const occasion of occasions) {
    const lines = said[occasion]
    if (lines !== undefined) own[occasion] = localLines(lines, home)
  }
  return own
}

function normalImage({ bio, ...image }: PersonaYaml['image'], texts: (text: Text) => LocalText): Persona['image'] {
  return { ...image, ...given('bio', bio, texts) }
}

/** Whose speakers read the lines of another language more easily than English. */
const nearest: Readonly<Record<Lang, Lang>> = { sk: 'cs', ca: 'es', gl: 'pt', be: 'ru', fo: 'da', af: 'nl', lb: 'de' }

/** The persona's own lines first; for a language without one its default, then the home language's, then English. */
function complete(
  own: LocalLines | undefined,
  languages: Persona['languages'],
  fallback: (lines: LanguageLines) => readonly string[] | undefined,
): LocalLines {
  const [home] = languages
  const builtIn = (lang: Lang) => {
    const lines = defaultLines[lang] ?? defaultLines[nearest[lang] ?? '']
    return lines === undefined ? undefined : fallback(lines)
  }
  const english = builtIn('en') ?? []
  const filled = languages.map((lang): [Lang, readonly string[]] => [
    lang,
    own?.[lang] ?? builtIn(lang) ?? own?.[home] ?? builtIn(home) ?? english,
  ])
  return { ...own, ...Object.fromEntries(filled) }
}

function normalLines(yaml: PersonaYaml['lines'], languages: Persona['languages']): Persona['lines'] {
  return byKey(occasions, (occasion) => {
    const own = yaml[occasion]
    const lines = own === undefined ? undefined : localLines(own, languages[0])
    return complete(lines, languages, (builtIn) => builtIn[occasion])
  })
}

/** `{[key]: value(key)}`; the one assertion, as Object.fromEntries forgets which keys it was given. */
function byKey<Key extends string, Value>(keys: readonly Key[], value: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key): [Key, Value] => [key, value(key)])) as Record<Key, Value>
}

/** Handoff lines come as bare lines, by language, or by reason; the first two are the default. */
function ownHandoffLines(yaml: PersonaYaml['lines']['handoff'], home: Lang): Map<string, LocalLines> {
  if (yaml === undefined) return new Map()
  if (typeof yaml === 'string' || Array.isArray(yaml)) return new Map([['default', localLines(yaml, home)]])
  const reasons = new Set<string>([...handoffReasons, 'default'])
  const own = new Map<string, LocalLines>()
  const byLang: Record<Lang, readonly string[]> = {}
  for (const [key, lines] of Object.entries(yaml)) {
    if (lines === undefined) continue
    if (reasons.has(key)) own.set(key, localLines(lines, home))
    else if (typeof lines === 'string' || Array.isArray(lines)) byLang[key] = [lines].flat()
  }
  return Object.keys(byLang).length > 0 ? own.set('default', byLang) : own
}

/** A persona's own `default` stands for every reason without its own line, but never for self-harm, whose words must fit. */
function normalHandoffLines(
  yaml: PersonaYaml['lines']['handoff'],
  languages: Persona['languages'],
): Persona['handoffLines'] {
  const own = ownHandoffLines(yaml, languages[0])
  const rest = own.get('default')
  return {
    ...byKey(handoffReasons, (reason) => {
      const mine = own.get(reason) ?? (reason === 'self-harm' ? undefined : rest)
      return complete(mine, languages, ({ handoff }) => handoff[reason] ?? handoff.default)
    }),
    default: complete(rest, languages, ({ handoff }) => handoff.default),
  }
}

function normalBoundary({ handoff, say, ...boundary }: PersonaYaml['boundaries'][number], home: Lang): Boundary {
  const reason: HandoffReason | undefined = handoff === true ? 'boundary' : handoff === false ? undefined : handoff
  return {
    ...boundary,
    ...given('say', say, (lines) => localLines(lines, home)),
    ...given('handoff', reason),
  }
}

function normalCommunity(
  { about, links, tone, titles, first, promotion, interests, circle, works }: PersonaYaml['community'],
  home: Lang,
): Persona['community'] {
  const texts = (text: Text) => localText(text, home)
  return {
    ...given('about', about, texts),
    links: links.map(({ label, url }) => ({ label: texts(label), url })),
    ...given('tone', tone, ({ loyal, ordinary, rival }) => ({
      ...given('loyal', loyal, (one) => normalTone(one, home)),
      ...given('ordinary', ordinary, (one) => normalTone(one, home)),
      ...given('rival', rival, (one) => normalTone(one, home)),
    })),
    titles: titles.map((title) => ({ ...title, name: texts(title.name) })),
    first,
    promotion,
    ...given('interests', interests),
    ...given('circle', circle),
    ...given('works', works, ({ licence, scope, ...rest }) => ({
      ...rest,
      licence: texts(licence),
      ...given('scope', scope, texts),
    })),
  }
}

function normalTone(
  { how, lines }: NonNullable<NonNullable<PersonaYaml['community']['tone']>['loyal']>,
  home: Lang,
): ToneOf {
  return { ...given('how', how), lines: ownLines(lines, home) }
}

function normalHandoff(
  { handoff, manners }: PersonaYaml,
  texts: (text: Text) => LocalText,
  home: Lang,
): Persona['handoff'] {
  const teams = Object.entries(handoff.teams).map(([id, team]): [string, Team] => [
    id,
    {
      name: texts(team.name),
      ...given('about', team.about),
      ...given('next', team.next),
      ...given('hours', team.hours, (hours) => normalHours(hours, manners.timeZone)),
    },
  ])
  return {
    teams: Object.fromEntries(teams),
    route: handoff.route,
    ...given('hours', handoff.hours, (hours) => normalHours(hours, manners.timeZone)),
    when: handoff.when,
    clarifications: handoff.clarifications,
    sla: handoff.sla,
    staff: handoff.staff,
    duty: handoff.duty,
    silenceMinutes: handoff.silenceMinutes,
    reopenHours: handoff.reopenHours,
    draftHours: handoff.draftHours,
    ...given('contextUrl', handoff.contextUrl),
    csat: handoff.csat,
    canned: Object.fromEntries(
      Object.entries(handoff.canned).map(([name, lines]): [string, LocalLines] => [name, localLines(lines, home)]),
    ),
  }
}

function normalHours(hours: NonNullable<PersonaYaml['handoff']['hours']>, timeZone: string): Hours {
  const week = Object.entries(hours.week).map(([day, ranges]): [string, string[]] => [day, [ranges].flat()])
  return {
    timeZone: hours.timeZone ?? timeZone,
    ...(week.length > 0 ? { week: Object.fromEntries(week) } : {}),
    holidays: hours.holidays,
  }
}

function normalDisclosure(
  { bot, againDays, maker, person, approved, personAsBrand }: PersonaYaml['disclosure'],
  languages: Persona['languages'],
): Persona['disclosure'] {
  const [home] = languages
  const ownPerson = person === undefined ? undefined : localLines(person, home)
  const persons = complete(ownPerson, languages, (lines) => [lines.person])
  return {
    bot: complete(bot === undefined ? undefined : localLines(bot, home), languages, (lines) => lines.bot),
    againDays,
    ...given('maker', maker, (text) => localText(text, home)),
    person: Object.fromEntries(Object.entries(persons).map(([lang, [line = '']]): [Lang, string] => [lang, line])),
    approved,
    personAsBrand,
  }
}

function normalIssue({ answer, holding, owner, ...issue }: IssuesYaml['issues'][number], home: Lang): ForeseenIssue {
  return {
    ...issue,
    ...given('answer', answer, (lines) => localLines(lines, home)),
    ...given('holding', holding, (text) => localText(text, home)),
    ...given('owner', owner),
  }
}

function normalAnswer(yaml: AnswersYaml['answers'][number], home: Lang): Answer {
  return {
    id: yaml.id,
    ...given('title', yaml.title, (text) => localText(text, home)),
    asks: yaml.asks,
    answer: localLines(yaml.answer, home),
    ...given('topic', yaml.topic),
    ...given('buttons', yaml.buttons, (buttons) =>
      buttons.map(({ label, url }) => ({ label: localText(label, home), url })),
    ),
    ...given('owner', yaml.owner),
    ...given('expires', yaml.expires),
    ...given('jokes', yaml.jokes),
    ...given('promotes', yaml.promotes),
  }
}
