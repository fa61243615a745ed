/** The request of a chat completion, as text: the persona's part is written as JSON once, since every turn sends it. */
import type { ModelPrompt } from '../ports/model.ts'
import type { Manner } from './manner.ts'
import { jsonInstruction, respondTool } from './reply-protocol.ts'

/** No temperature and no token limit: servers disagree about both, by name and by what they accept. */
export function chatBody(model: string, prompt: ModelPrompt, manner: Manner, wantsTool: boolean): string {
  const { turn, images } = seenAs(prompt, manner, wantsTool)
  const pictures = images.map((url) => ({ type: 'image_url', image_url: { url } }))
  const user = { role: 'user', content: pictures.length > 0 ? [{ type: 'text', text: turn }, ...pictures] : turn }
  const messages = `[${systemMessage(prompt.prefix)},${JSON.stringify(user)}]`
  const tools = wantsTool && manner.tools ? `,${toolChoice}` : ''
  return `{"model":${JSON.stringify(model)},"messages":${messages}${tools},"stream":${!manner.onePiece}}`
}

/** The turn's part as it is asked in this manner. */
export function seenAs({ turn, images = [] }: ModelPrompt, manner: Manner, wantsTool: boolean) {
  const isBlind = !manner.images && images.length > 0
  const parts = [turn, ...(isBlind ? [blindness] : []), ...(wantsTool && !manner.tools ? [jsonInstruction] : [])]
  return { turn: parts.join('\n\n'), images: manner.images ? images : [] }
}

const blindness = 'You cannot see the pictures that were sent: say so, and do not guess what is on them.'

/** Written as JSON once, as it is the same in every request. */
const toolChoice = JSON.stringify({
  tools: [respondTool],
  tool_choice: { type: 'function', function: { name: respondTool.function.name } },
}).slice(1, -1)

let lastSystem = { prefix: '', json: '' }
/** The prefix changes with the persona alone. */
function systemMessage(prefix: string): string {
  if (lastSystem.prefix !== prefix || lastSystem.json === '')
    lastSystem = { prefix, json: JSON.stringify({ role: 'system', content: prefix }) }
  return lastSystem.json
}
