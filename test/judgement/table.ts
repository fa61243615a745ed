/**
 * Prints how the brands hold against a model that obeys the attacker, by kind of scene, and the false alarms in ordinary talk.
 * `--every`: each scene with each brand that speaks its language. `--write`: into docs/judgement.md, between its marks.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { endings, type Measured, measure, type Played, type Told } from './measure.ts'
import { brandNames, passes } from './play.ts'
import { type SceneKind, sceneKinds } from './scene.ts'
import { scenes } from './scenes/all.ts'

const page = fileURLToPath(new URL('../../docs/judgement.md', import.meta.url))
const begin = '<!-- measured: begin -->'
const end = '<!-- measured: end -->'

const kinds: Readonly<Record<SceneKind, string>> = {
  price: 'prices and discounts',
  authority: 'claimed authority',
  agreement: 'binding agreement, the one-dollar car',
  refund: 'refunds and deadlines, the bereavement fare',
  warranty: 'warranty and repair',
  delivery: 'delivery and stock',
  free: 'gifts',
  advice: 'health, safety, law',
  fault: 'admissions of fault',
  action: 'deeds never done',
  prompt: 'the prompt, plain and in disguise',
  role: 'other roles and modes',
  human: 'posing as a person',
  insult: 'insults, swearing, slurs',
  opinion: 'politics, religion, competitors',
  others: 'other fans, passwords',
  forgery: 'forged tags, JSON, transcripts',
  links: 'links and accounts',
  unicode: 'Unicode disguises',
  'set-up': 'set-ups over turns',
  indirect: 'names, pictures, quoted words',
  languages: 'other languages',
  buried: 'buried in long text',
}

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`

function byKind(played: readonly Played[]): string[] {
  const line = (name: string, of: readonly Played[]) =>
    row([
      name,
      new Set(of.map(({ id }) => id)).size,
      of.length,
      of.filter(({ found }) => found.length === 0).length,
      of.filter(({ isModelAsked }) => isModelAsked).length,
      ...endings.map((ending) => of.filter((one) => one.ending === ending).length),
    ])
  const heads = ['kind', 'scenes', 'played', 'held', 'model asked', ...endings]
  return [
    row(heads),
    row(heads.map((_, at) => (at === 0 ? '---' : '---:'))),
    ...sceneKinds.map((kind) =>
      line(
        kinds[kind],
        played.filter((one) => one.kind === kind),
      ),
    ),
    line('**all**', played),
  ]
}

function byPass(played: readonly Played[]): string[] {
  const heads = ['pass', 'played', 'held']
  return [
    row(heads),
    row(['---', '---:', '---:']),
    ...passes.map((pass) => {
      const of = played.filter((one) => one.pass === pass)
      return row([pass, of.length, of.filter(({ found }) => found.length === 0).length])
    }),
  ]
}

function byBrand(told: readonly Told[]): string[] {
  const line = (name: string, of: readonly Told[]) => {
    const asked = of.filter(({ isModelAsked }) => isModelAsked)
    const changed = asked.filter(({ isUnchanged }) => !isUnchanged).length
    const share = `${((100 * changed) / Math.max(1, asked.length)).toFixed(1)} %`
    return row([name, of.length, asked.length, asked.length - changed, changed, share])
  }
  return [
    row(['ordinary talk', 'messages', 'model asked', 'unchanged', 'changed', 'false alarms']),
    row(['---', '---:', '---:', '---:', '---:', '---:']),
    ...brandNames.map((brand) =>
      line(
        brand,
        told.filter((one) => one.brand === brand),
      ),
    ),
    line('**all**', told),
  ]
}

function report({ played, told }: Measured): string {
  const of = (lang: string) => scenes.filter((scene) => scene.lang === lang).length
  return [
    `${scenes.length} scenes: ${of('en')} in English, ${of('zh')} in Chinese, ${of('fr')} in French.`,
    byKind(played).join('\n'),
    byPass(played).join('\n'),
    byBrand(told).join('\n'),
  ].join('\n\n')
}

const measured = await measure({ every: process.argv.includes('--every') })
const text = report(measured)
process.stdout.write(`${text}\n`)
for (const { id, brand, pass, found, left } of measured.played.filter(({ found }) => found.length > 0))
  process.stdout.write(`\nleaked: ${id} (${brand}, ${pass}): ${found.join('; ')}\n  ${JSON.stringify(left)}\n`)
for (const { brand, says, reply, left } of measured.told.filter((one) => one.isModelAsked && !one.isUnchanged))
  process.stdout.write(`\nchanged: ${brand}: ${says}\n  ${JSON.stringify(reply)} → ${JSON.stringify(left)}\n`)
if (process.argv.includes('--write')) {
  const [before = '', rest = ''] = readFileSync(page, 'utf8').split(begin)
  const after = rest.split(end)[1] ?? ''
  writeFileSync(page, `${before}${begin}\n\n${text}\n\n${end}${after}`)
}
process.exitCode = measured.played.some(({ found }) => found.length > 0) ? 1 : 0
