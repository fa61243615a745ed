/** A rehearsal as one page: each scene as a chat, beside each reply why; with another persona, both sides. Needs nothing from elsewhere. */

import type { PlayedTurn } from '../play-scenes.ts'
import { whyInWords } from '../why.ts'
import { opinionInWords } from './judge.ts'
import { type Compared, isOtherwise } from './sides.ts'
import type { Unheard } from './unheard.ts'

export interface ReportHead {
  readonly persona: string
  readonly brand: string
  /** `#rrggbb` */
  readonly colour: string
  /** What it is compared with, as it was named. */
  readonly against?: string
  /** What is said otherwise than there, and in none of the scenes. */
  readonly unheard?: readonly Unheard[]
}

export function htmlReport(scenes: readonly Compared[], head: ReportHead): string {
  const failed = scenes.filter(({ scene }) => !scene.isAsWritten).length
  const otherwise = scenes.filter(isChanged).length
  const title = `${head.persona} of ${head.brand}`
  const compared = head.against === undefined ? '' : `, ${otherwise} sound otherwise than in ${text(head.against)}`
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(title)}: rehearsal</title>
<style>${style(head.colour)}</style></head>
<body><header><h1>${text(title)}</h1>
<p>${scenes.length - failed} of ${scenes.length} scenes as written${compared}</p></header>
${matrix(scenes)}<main>${scenes.map((scene) => section(scene, head)).join('\n')}${unheardIn(head)}</main></body></html>
`
}

/** Scenes down, ways across; nothing where no scene has any. */
function matrix(scenes: readonly Compared[]): string {
  const ways = scenes.flatMap(({ scene: { way, ...scene } }) => (way ? [{ ...scene, way }] : []))
  if (ways.length === 0) return ''
  const across = [...new Set(ways.map(({ way }) => way.name))]
  const head = across.map((name) => `<th scope="col">${text(name)}</th>`).join('')
  const rows = [...Map.groupBy(ways, ({ way }) => way.of)].map(([of, those]) => {
    const cells = across.map((name) => {
      const one = those.find(({ way }) => way.name === name)
      return `<td>${one ? `<a href="#${text(one.id)}">${one.isAsWritten ? '✓ as written' : '✗ not'}</a>` : ''}</td>`
    })
    return `<tr><th scope="row">${text(of)}</th>${cells.join('')}</tr>`
  })
  return `<div class="wide" tabindex="0"><table><caption>Ways each scene was played</caption>
<thead><tr><th scope="col">scene</th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
}

function unheardIn({ unheard = [] }: ReportHead): string {
  if (unheard.length === 0) return ''
  const items = unheard.map((one) => `<li><b>${text(one.path)}</b>${text(one.text)}</li>`)
  return `<section><h2>Changed, and heard in no scene (${unheard.length})</h2><ul>${items.join('')}</ul></section>`
}

const isChanged = ({ scene, other }: Compared) =>
  other !== undefined && scene.turns.some((turn, at) => isOtherwise(turn, other[at]))

function section(compared: Compared, head: ReportHead): string {
  const { scene, other } = compared
  const state = scene.isAsWritten ? 'as written' : 'not as written'
  const changed = isChanged(compared) ? ' <small>sounds otherwise</small>' : ''
  const way = scene.way ? ` <small>${text(scene.way.name)}</small>` : ''
  const turns = scene.turns.map((turn, at) => row(turn, other?.[at], head)).join('\n')
  return `<section class="${scene.isAsWritten ? 'good' : 'bad'}" id="${text(scene.id)}">
<h2>${scene.isAsWritten ? '✓' : '✗'} ${text(scene.title ?? scene.id)}${way} <small>${state}</small>${changed}</h2>
${turns}</section>`
}

function row(turn: PlayedTurn, other: PlayedTurn | undefined, { persona, against }: ReportHead): string {
  const fan = `<p class="fan"><b>${text(turn.fan)}</b>${text(turn.heard)}</p>`
  const failures = turn.failures.map((failure) => `<p class="failure">✗ ${text(failure)}</p>`).join('')
  const opinions = turn.opinions.map((one) => `<p class="opinion">${text(opinionInWords(one))}</p>`).join('')
  const now = `<div>${bubble(persona, turn)}</div>`
  const isShown = isOtherwise(turn, other)
  const sides =
    isShown && other
      ? `<div class="sides"><div>${bubble(`${persona}, ${against ?? ''}`, other)}</div>${now}</div>`
      : now
  return `<article>${fan}${sides}${failures}${opinions}</article>`
}

function bubble(name: string, { said, decision }: PlayedTurn): string {
  const answerId = 'answerId' in decision ? decision.answerId : undefined
  const words = said === '' ? '<i>says nothing</i>' : text(said)
  const flags = decision.flags.length > 0 ? ` · ${text(decision.flags.join(', '))}` : ''
  return `<p class="bot"><b>${text(name)}</b>${words}</p>
<details><summary>${decision.kind}: ${decision.reason}</summary><p>${text(whyInWords(decision, answerId))}${flags}</p></details>`
}

/** Whatever a fan, a persona or a model wrote is text. */
function text(value: string): string {
  const marks: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return value.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}

const style = (colour: string) => `
:root { color-scheme: light dark; --ink: #1c1c1c; --paper: #fff; --soft: #f0f0ee; --line: #76767f; --good: #1a6b2f; --bad: #a3161c; --own: ${colour} }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #17181a; --soft: #26282b; --line: #8d8d96; --good: #7fd694; --bad: #ff9a94 } }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif }
section { border-top: 1px solid var(--line); padding: .5rem 0 1rem }
h2 { font-size: 1.1rem } .good h2 { color: var(--good) } .bad h2 { color: var(--bad) } small { font-weight: normal }
article { margin: 0 0 1rem } article p { margin: .3rem 0; white-space: pre-wrap; overflow-wrap: anywhere }
.fan, .bot { padding: .5rem .8rem; border-radius: 1rem; max-width: 36rem; width: fit-content; background: var(--soft) }
.fan { margin-left: auto !important } .bot { border-left: .3rem solid var(--own) }
.wide { overflow-x: auto } table { border-collapse: collapse }
th, td { border: 1px solid var(--line); padding: .2rem .5rem; text-align: start } td a { color: inherit }
b { display: block; font-size: .8rem } details { font-size: .85rem; margin-left: 1rem }
.failure { color: var(--bad) } .opinion { font-style: italic; font-size: .9rem }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem } @media (max-width: 40rem) { .sides { grid-template-columns: 1fr } }
`
