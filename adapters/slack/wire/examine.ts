/** What an operator should know of the app before it starts: who it is where, and which rights it lacks. */
import { type Examined, SendError } from '#mascot'
import type { SlackOptions } from '../options.ts'
import { createApi } from './api.ts'
import { PLATFORM } from './names.ts'

/** Bot token scopes, as the manifest of docs/slack.md asks for them. */
const needed: Readonly<Record<string, string>> = {
  'chat:write': 'it cannot say a word',
  'im:history': 'it hears nothing in private',
  'channels:history': 'it hears nothing in public channels',
  'groups:history': 'it hears nothing in private channels',
  'channels:read': 'it is not told who leaves a channel, and that one is closed',
  'groups:read': 'the same of private channels',
  'app_mentions:read': 'it is not told when it is mentioned',
  'users:read': 'fans have no names',
  'im:write': 'it cannot write first in private',
  'reactions:read': 'reactions are not heard',
  'reactions:write': 'it cannot react',
  'files:read': 'files of fans cannot be fetched',
  'files:write': 'it sends no files',
}

/** Changes nothing, and never throws: what cannot be asked is said. */
export async function examine(options: SlackOptions): Promise<readonly Examined[]> {
  const api = createApi(options)
  const found: Examined[] = [
    { says: `/${PLATFORM} is the address for events, interactivity and commands of the app`, isGood: true },
  ]
  const why = (error: unknown) => (error instanceof SendError ? error.message : 'Slack cannot be asked')
  try {
    const { said, rights } = await api.whoWeAre()
    found.push({ says: `it is ${String(said.user)} in ${String(said.team)}`, isGood: true })
    for (const [right, without] of Object.entries(needed))
      if (!rights.includes(right)) found.push({ says: `the app lacks ${right}: ${without}`, isGood: false })
  } catch (error) {
    return [...found, { says: why(error), isGood: false }]
  }
  if (options.staffChannel === undefined) return found
  try {
    await api.call('conversations.history', { channel: options.staffChannel, limit: 1 })
    found.push({ says: 'it is in the channel of staff', isGood: true })
  } catch (error) {
    found.push({ says: `the channel of staff: ${why(error)}`, isGood: false })
  }
  return found
}
