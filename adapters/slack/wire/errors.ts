/** What Slack's error codes mean to us, each with its consequence. https://docs.slack.dev/reference/methods/chat.postMessage and its neighbours */
import { MINUTE_MS, SECOND_MS, SendError } from '#mascot'

const gone: Readonly<Record<string, string>> = {
  channel_not_found: 'there is no such channel, or the app is not in it',
  is_archived: 'the channel is archived',
  not_in_channel: 'the app is not in the channel any more',
  channel_is_limited_access: 'the channel is closed to the app',
  thread_not_found: 'there is no such thread any more',
  user_not_found: 'there is no such member',
  user_disabled: 'the member is not in the workspace any more',
  cannot_dm_bot: 'a bot cannot be written to',
}
const operator: Readonly<Record<string, string>> = {
  invalid_auth: 'Slack refuses the token: check SLACK_BOT_TOKEN',
  not_authed: 'Slack refuses the token: check SLACK_BOT_TOKEN',
  token_expired: 'the token has run out: take the new one into SLACK_BOT_TOKEN',
  token_revoked: 'the app was taken out of the workspace, or its token back: install it again',
  account_inactive: 'the app was taken out of the workspace: install it again',
  no_permission: 'the token may not do that: look into the rights of the app',
  missing_scope: 'a right of the app is missing: mascot doctor says which',
  not_allowed_token_type: 'SLACK_BOT_TOKEN is no token of a bot (xoxb-…)',
  org_login_required: 'the workspace is being moved: wait until Slack is done',
  ekm_access_denied: 'the workspace has taken back its keys: ask who administers it',
  access_denied: 'Slack does not let the app in: ask who administers the workspace',
  messages_tab_disabled: 'fans cannot be written to in private: switch the Messages tab on in App Home',
  restricted_action: 'the workspace does not let the app speak there: ask who administers it',
}
const media: Readonly<Record<string, string>> = {
  file_upload_size_restricted: 'Slack does not take a file of this size',
  file_uploads_disabled: 'the workspace takes no files',
  file_uploads_except_images_disabled: 'the workspace takes pictures alone',
  storage_limit_reached: 'the workspace has no room for files any more',
  malware_detected: 'Slack takes the file for harmful',
  blocked_file_type: 'the workspace takes no files of this kind',
}
const faults = new Set([
  ...['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'team_added_to_org'],
  'accesslimited',
])
const limits = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded'])

export interface Refused {
  readonly method: string
  readonly status: number
  /** Slack's word; empty where it said none. */
  readonly code: string
  readonly retryAfterMs?: number
}

/** Slack said no. */
export class Refusal extends SendError {
  readonly theirCode: string
  constructor(refused: Refused) {
    super(reasonOf(refused), kindOf(refused))
    this.theirCode = refused.code
  }
}

export const isOperators = (error: unknown): boolean => error instanceof Refusal && error.theirCode in operator
export const saysNo = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Refusal && codes.includes(error.theirCode)

const isMany = ({ status, code }: Refused) => status === 429 || limits.has(code)
const isFault = ({ status, code }: Refused) => status >= 500 || faults.has(code)

function reasonOf(refused: Refused): string {
  const { code, method } = refused
  if (isMany(refused)) return 'too many messages at once'
  if (isFault(refused)) return 'Slack is busy'
  return gone[code] ?? operator[code] ?? media[code] ?? `Slack refused ${method}: ${code.slice(0, 60) || 'no word why'}`
}

function kindOf(refused: Refused): ConstructorParameters<typeof SendError>[1] {
  const { code, retryAfterMs } = refused
  if (isMany(refused)) return { isPermanent: false, retryAfterMs: retryAfterMs ?? 5 * SECOND_MS }
  if (isFault(refused)) return { isPermanent: false }
  if (code in operator) return { isPermanent: false, retryAfterMs: 5 * MINUTE_MS }
  if (code in gone) return { isPermanent: true, isThreadGone: true }
  return { isPermanent: true, isMediaRefused: code in media }
}
