/** A look-up of persona.yaml in its one normal form. Pure. */
import type { z } from 'zod'
import type { LookUp, LookUpRequest, Need } from '../../domain/look-up.ts'
import type { Lang } from '../../domain/message.ts'
import type { lookUpRequest, lookUps } from '../schema/look-ups.ts'

type Lines = string | string[] | Record<Lang, string | string[]>
type Yaml = NonNullable<z.output<typeof lookUps>>[number]

export function normalLookUp(yaml: Yaml, linesOf: (lines: Lines) => Need['ask'], home: Lang): LookUp {
  const { title, address, state, team, says, needs, facts, actions, samples, request, ...rest } = yaml
  return {
    ...rest,
    ...(title === undefined ? {} : { title: typeof title === 'string' ? { [home]: title } : title }),
    ...(address === undefined ? {} : { address }),
    ...(state === undefined ? {} : { state }),
    ...(team === undefined ? {} : { team }),
    needs: needs.map((need) => ({ ...need, ask: linesOf(need.ask) })),
    facts: Object.fromEntries(
      Object.entries(facts).map(([name, fact]) => {
        if (typeof fact === 'string') return [name, { at: fact }]
        return [name, { at: fact.at, ...(fact.currency === undefined ? {} : { currency: fact.currency }) }]
      }),
    ),
    request: normalRequest(request),
    says: Object.fromEntries(Object.entries(says).map(([name, lines]) => [name, linesOf(lines)])),
    actions: actions.map((action) => ({
      ...action,
      request: normalRequest(action.request),
      says: linesOf(action.says),
    })),
    samples: samples.map(({ says: wanted, answer, ...sample }) => ({
      ...sample,
      answer,
      says: wanted === undefined ? [] : [wanted].flat(),
    })),
  }
}

function normalRequest({ body, private: mayBePrivate, ...request }: z.output<typeof lookUpRequest>): LookUpRequest {
  return { ...request, mayBePrivate, ...(body === undefined ? {} : { body }) }
}
