/** `lookups` of persona.yaml: what only the shop knows, how it is asked, and the approved words for what it answers. */
import { z } from 'zod'
import { isShape } from '../../words/shapes.ts'
import { id, localLines, localText, text } from './parts.ts'

const path = z
  .string()
  .regex(/^[\p{L}\p{N}_$-]+(?:\.[\p{L}\p{N}_$-]+|\[\d{1,3}\])*$/u, 'is not a place in JSON such as order.lines[0].name')
/** Only its own variables: a persona from elsewhere must not read other secrets. */
const header = text.refine(
  (value) => [...value.matchAll(/\{([^}]*)\}/g)].every(([, hole = '']) => /^env:SHOP_[A-Z0-9_]+$/.test(hole)),
  { error: 'may hold {env:SHOP_…} and no other braces: only variables that begin with SHOP_ are sent to a shop' },
)

const address = text.superRefine((value, { addIssue }) => {
  const [, scheme = '', host = ''] = /^(https?):\/\/([^/?#]*)/.exec(value) ?? []
  if (scheme === '' || host === '') addIssue({ code: 'custom', message: 'must begin with https:// and a host' })
  else if (/[{}@\s]/.test(host))
    addIssue({ code: 'custom', message: 'has braces, a space or a password in its host: it must be one fixed host' })
  else if (!URL.canParse(value.replaceAll(/[{}]/g, ''))) addIssue({ code: 'custom', message: 'is not an address' })
})

export const lookUpRequest = z
  .strictObject({
    method: z.enum(['GET', 'POST']).default('GET'),
    url: address.describe('HTTPS; {need} stands for what the fan told, behind the host only'),
    query: z.record(z.string(), text).default({}).describe('Added behind ?, each with {need} in it'),
    headers: z
      .record(z.string().regex(/^[\w-]+$/, 'is not the name of a header'), header)
      .default({})
      .describe('{env:SHOP_TOKEN} stands for a variable; never anything of the fan’s'),
    body: z.record(z.string(), text).optional().describe('Sent as JSON, for POST; each text with {need} in it'),
    private: z
      .boolean()
      .default(false)
      .describe('The shop stands on this machine or in its network (then http:// may be used)'),
    seconds: z.number().min(0.2).max(20).default(5).describe('Longest that it may take'),
    retries: z.int().min(0).max(3).default(1).describe('How often it is asked again where it cannot be reached'),
    unknownOn: z.array(z.int().min(200).max(599)).default([404]).describe('Statuses that say there is no such thing'),
  })
  .superRefine(({ url, private: mayBePrivate, method, body }, { addIssue }) => {
    if (url.startsWith('http:') && !mayBePrivate)
      addIssue({
        code: 'custom',
        path: ['url'],
        message: 'must begin with https:// (http:// is for private: true alone)',
      })
    if (body !== undefined && method === 'GET')
      addIssue({ code: 'custom', path: ['body'], message: 'goes with method: POST' })
  })

const need = z.strictObject({
  id,
  shape: z
    .string()
    .refine(isShape, { error: 'is neither email, text nor a mask such as KT-###### (# a digit, @ a letter, ? either)' })
    .describe('email, text, or a mask: # a digit, @ a letter, ? either, #{4-10} at its end for four to ten'),
  ask: localLines.describe('How it is asked for, in the voice'),
})

const fact = z.union([
  path,
  z.strictObject({
    at: path,
    currency: path.optional().describe('Where the currency of an amount stands, or its code, such as GBP'),
  }),
])

const action = z.strictObject({
  id,
  label: text.describe('On the button that staff press'),
  states: z.array(text).default([]).describe('In which states it is offered; if absent, in all'),
  request: lookUpRequest,
  says: localLines.describe('Said to the fan once it is done'),
})

export const lookUps = z
  .array(
    z
      .strictObject({
        id,
        about: text.describe('What it finds out, in a few words, for the model and for staff'),
        title: localText.optional().describe('Short name, shown as a choice'),
        asks: z.array(text).default([]).describe('How fans ask for it, in any language; five or more is good'),
        answers: z.array(id).default([]).describe('Approved answers in whose place it comes'),
        needs: z.array(need).min(1, 'needs nothing: then it is an approved answer').max(5),
        request: lookUpRequest,
        proof: z
          .enum(['needs', 'code', 'none'])
          .default('needs')
          .describe(
            'needs: what the fan tells is proof enough; code: a code to the address on record; none: it is about nobody',
          ),
        address: path.optional().describe('Where the e-mail address on record stands, for proof: code'),
        state: path.optional().describe('Where the state stands; if absent, what is found is "found"'),
        facts: z.record(id, fact).default({}).describe('What the words are filled in with, and where it stands'),
        says: z
          .record(text, localLines)
          .describe('The approved words by state; unknown and failed have words of their own'),
        cacheMinutes: z.number().min(0).max(60).default(2).describe('How long an answer is taken for fresh'),
        perHour: z.int().min(1).max(100).default(6).describe('How often a fan may ask within an hour'),
        team: id.optional().describe('Team of the case that a failure opens'),
        actions: z.array(action).max(5).default([]).describe('What staff may have done about it with one press'),
        samples: z
          .array(
            z.strictObject({
              given: z.record(id, text),
              status: z.int().min(100).max(599).default(200),
              answer: z.unknown().optional().describe('As the shop answered it once'),
              state: text.describe('What it is to be read as: a state, unknown or failed'),
              says: z
                .union([text, z.array(text)])
                .optional()
                .describe('Each must occur in what is said'),
            }),
          )
          .default([])
          .describe('Recorded answers: mascot check tries them, mascot rehearse and mascot ask use them'),
      })
      .superRefine((lookUp, { addIssue }) => {
        const needs = new Set(lookUp.needs.map(({ id: need }) => need))
        const wrong = (at: (string | number)[], message: string) => addIssue({ code: 'custom', path: at, message })
        if (lookUp.asks.length === 0 && lookUp.answers.length === 0)
          wrong([], 'is asked for by nothing: write asks:, or answers: in whose place it comes')
        if ((lookUp.proof === 'code') !== (lookUp.address !== undefined))
          wrong(['address'], 'goes with proof: code, and that with it')
        const requests = [
          { at: ['request'], request: lookUp.request },
          ...lookUp.actions.map(({ request }, nth) => ({ at: ['actions', nth, 'request'], request })),
        ]
        for (const { at, request } of requests)
          for (const [where, value] of [
            ['url', request.url] as const,
            ...Object.entries(request.query),
            ...Object.entries(request.body ?? {}),
          ])
            for (const [, hole = ''] of value.matchAll(/\{([^}]*)\}/g))
              if (!needs.has(hole))
                wrong(
                  [...at, where === 'url' ? 'url' : request.query[where] === value ? 'query' : 'body'],
                  `has {${hole}}, which is none of its needs (${[...needs].join(', ')})`,
                )
        for (const [state, lines] of Object.entries(lookUp.says))
          for (const line of [lines].flatMap((one) => (typeof one === 'string' ? [one] : Object.values(one).flat())))
            for (const [, hole = ''] of line.matchAll(/\{([^}]*)\}/g)) {
              const [, name = '', format] = /^([^:]*)(?::(.*))?$/.exec(hole) ?? []
              if (needs.has(name)) continue
              if (!(name in lookUp.facts)) wrong(['says', state], `has {${hole}}, which is none of its facts`)
              else if (format !== undefined && !['day', 'time', 'money', 'number'].includes(format))
                wrong(
                  ['says', state],
                  `has {${hole}}: an amount of time or money is {${name}:day}, :time, :money or :number`,
                )
            }
      }),
  )
  .optional()
  .describe('What only the shop knows: asked in private, answered in approved words')
