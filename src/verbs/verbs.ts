/** The verbs of the command line: what each takes, and where its code is. */
import { didYouMean } from '../persona/load/suggest.ts'
import { untilInterrupted } from './until-interrupted.ts'
import type { Verb } from './verb.ts'

const persona = { persona: { type: 'string', short: 'p' } } as const
const at = { at: { type: 'string' } } as const
const atUsage = '--at MOMENT   the hour it is to be, by the brand’s time: "tue 14:00", "2026-12-24 18:30" or "9:30"'

export const verbs: Readonly<Record<string, Verb>> = {
  start: {
    summary: 'everything that is configured; with nothing configured, a chat in this terminal',
    usage:
      'mascot start [--persona DIR | --brands FOLDER]\n' +
      '\n  --brands FOLDER   several brands in one process: each NAME.env in it holds the variables of one',
    options: { ...persona, brands: { type: 'string' } },
    load: async () => {
      untilInterrupted()
      return (await import('./start.ts')).start
    },
  },
  chat: {
    summary: 'talk with a persona in this terminal',
    usage:
      'mascot chat [--persona DIR] [--as NAME] [--group] [--at MOMENT]\n' +
      '\n  --as NAME   who you are; in the chat, /as NAME makes you another fan\n' +
      `  --group     a group instead of a private chat: mention the persona to be heard\n  ${atUsage}`,
    options: { ...persona, ...at, as: { type: 'string' }, group: { type: 'boolean' } },
    load: async () => {
      untilInterrupted()
      return (await import('./chat.ts')).chat
    },
  },
  play: {
    summary:
      'the playground in a browser: talk as several fans, see why, turn the dials, edit the files; nothing is kept',
    usage:
      'mascot play [--persona DIR]\n' +
      '\nPrints a link that is good once, within ten minutes; Enter prints another. It needs no configuration, connects no platform and\n' +
      'keeps nothing but what you save. HTTP_PORT says where; any free port without it. mascot start serves the same page.',
    options: persona,
    load: async () => {
      untilInterrupted()
      return (await import('./play.ts')).play
    },
  },
  ask: {
    summary: 'what it would decide for a message, or for each line of standard input, without sending anything',
    usage:
      'mascot ask [--persona DIR] [--json] [--why] [--prompt] [--at MOMENT] MESSAGE …\n' +
      'mascot ask [--persona DIR] [--json] [--why] [--prompt] [--at MOMENT] < messages\n' +
      '\nLines of text, or of JSON: {"id", "text", "author", "thread", "direct", "mention", "lang"}; only "text" is needed.\n' +
      '\n  --why      also each clause that the model could not say, and what was missing (--json tells it always)' +
      `\n  --prompt   what a model would be given for it, and how long that is, instead of asking one\n  ${atUsage}`,
    options: { ...persona, ...at, json: { type: 'boolean' }, why: { type: 'boolean' }, prompt: { type: 'boolean' } },
    takesWords: true,
    load: async () => (await import('./ask.ts')).askVerb,
  },
  replay: {
    summary: 'what would be noticed in messages that were heard before: issues, waves of reports, who could help',
    usage:
      'mascot replay [--persona DIR] [--json] < messages\n' +
      '\nLines of JSON in the order of their times: {"id", "at", "text", "author", "thread", "platform", "direct", "kind"};\n' +
      '"direct" and "kind" may be left out. Nothing is sent, no model is asked, and the clock is the message’s time.',
    options: { ...persona, json: { type: 'boolean' } },
    load: async () => (await import('./replay.ts')).replay,
  },
  init: {
    summary: 'a new persona: a short talk in this terminal, or flags; writes its folder and opens the chat',
    usage:
      'mascot init [FOLDER] [--brand NAME] [--name NAME] [--adjectives LIST] [--languages LIST] [--hours HOURS]\n' +
      '            [--time-zone ZONE] [--sells LIST] [--never LIST] [--yes] [--no-chat]\n' +
      '\nWhat no flag says is asked. FOLDER without one: personas/ and the name.\n' +
      '\n  --hours HOURS   when a person is there: "mon-fri 9-17, sat 10-14"' +
      '\n  --yes           asks nothing' +
      '\n  --no-chat       does not open the chat',
    options: {
      ...{ brand: { type: 'string' }, name: { type: 'string' }, adjectives: { type: 'string' } },
      ...{ languages: { type: 'string' }, hours: { type: 'string' }, 'time-zone': { type: 'string' } },
      ...{
        sells: { type: 'string' },
        never: { type: 'string' },
        yes: { type: 'boolean' },
        'no-chat': { type: 'boolean' },
      },
    },
    takesWords: true,
    load: async () => (await import('./init.ts')).init,
  },
  import: {
    summary: 'a character from elsewhere as a persona: cards, elizaOS; answers, and what people say (talk)',
    usage:
      'mascot import FILE [FOLDER] [--brand NAME]\n' +
      'mascot import answers FILE … [--persona DIR] [--question COLUMN] [--answer COLUMN] [--encoding NAME] [--dry-run]\n' +
      'mascot import products FILE [--persona DIR] [--currency GBP] [--encoding NAME] [--dry-run] [--all]\n' +
      'mascot import talk FILE … [--persona DIR] [--staff NAME …] [--out FILE]\n' +
      '\nA character: cards v1 to v3 (PNG, JSON, CHARX), elizaOS characters.' +
      '\nWrites FOLDER (personas/ and the name without it) and says what was kept, changed and left aside; nothing is\n' +
      'written where the file is none. What has no place in a persona stays under extensions.\n' +
      '\n  --brand NAME   whose persona it is; the name of the character without it\n' +
      '\nAnswers: CSV and sheets (.xlsx), help centres in Markdown, HTML or JSON, macros and canned replies of help desks, training\n' +
      'data of Rasa, agents of Dialogflow ES (ZIP), a folder of them. What stands in answers.yaml stays; questions that lead to\n' +
      'two answers are told. Nothing is written where a file cannot be read.\n' +
      '\n  --question, --answer COLUMN   of a table whose columns nobody would guess' +
      '\n  --encoding NAME               of a text that is not UTF-8: gb18030, windows-1252; guessed without it' +
      '\n  --dry-run                     only says what it would do\n' +
      '\nProducts: a merchant feed (XML, CSV), an export of a shop (JSON, CSV) or a sheet (CSV, .xlsx), into products.jsonl of the\n' +
      'persona; again and again, with what is new, changed and gone. A file that is not whole changes nothing.\n' +
      '\n  --currency CODE   of prices that stand without one' +
      '\n  --all             also where more than half of the products would go\n' +
      '\nTalk: result.json of Telegram Desktop, JSON of DiscordChatExporter, text of WhatsApp; what people asked, in groups, what\n' +
      'several said, and names of things. Never an answer.\n' +
      '\n  --staff NAME   who answered there: their words are not counted' +
      '\n  --out FILE     the questions as JSON lines, for mascot answers suggest --from FILE',
    options: {
      ...{ staff: { type: 'string', multiple: true }, out: { type: 'string' } },
      ...{ ...persona, brand: { type: 'string' }, question: { type: 'string' }, answer: { type: 'string' } },
      ...{ currency: { type: 'string' }, all: { type: 'boolean' } },
      ...{ encoding: { type: 'string' }, 'dry-run': { type: 'boolean' } },
    },
    takesWords: true,
    load: async () => (await import('./import.ts')).importVerb,
  },
  check: {
    summary: 'reads a persona’s files and says what is wrong, with file, line and column',
    usage:
      'mascot check [--persona DIR] [--strict] [--json] [--watch]\n' +
      '\n  --strict   warnings count as errors; notes never do' +
      '\n  --json     one object: {"folder", "problems": [{"file", "line", "col", "path", "message", "severity"}], "budget", "places"}' +
      '\n  --watch    looks again at each save, until Ctrl-C',
    options: { ...persona, strict: { type: 'boolean' }, json: { type: 'boolean' }, watch: { type: 'boolean' } },
    load: async () => (await import('./check.ts')).check,
  },
  rehearse: {
    summary: 'plays the persona’s scenes and says which do not come out as written',
    usage:
      'mascot rehearse [--persona DIR] [--at MOMENT] [--failed] [--json] [--html FILE] [--junit FILE]\n' +
      '                [--against REVISION|DIR] [--live] [--matrix] [SCENE …]\n' +
      'mascot rehearse --record THREAD [--persona DIR] [--yes]\n' +
      `\n  ${atUsage}\n                of scenes that name none of their own (at:)` +
      '\n  --failed       those alone that did not come out as written the last time' +
      '\n  --json         one object' +
      '\n  --html FILE    a page with the scenes as chats, and why each was decided so' +
      '\n  --junit FILE   for CI' +
      '\n  --against X    what sounds otherwise than at a revision of git, or in another persona’s folder' +
      '\n  --live         asks the configured model, and its opinion where a scene has a rubric (judge:); what it says is kept in' +
      '\n                scenes.recorded.json and plays from then on without it' +
      '\n  --matrix       also each way of a scene: platform, language, and pressure (across:)' +
      '\n  --record X     the last talk of a thread (telegram:77), or with a fan of that name, as a scene without names and numbers; it is' +
      '\n                shown, and written into scenes.yaml when you type yes, or with --yes',
    options: {
      ...{ ...persona, ...at, failed: { type: 'boolean' }, json: { type: 'boolean' } },
      ...{ html: { type: 'string' }, junit: { type: 'string' }, against: { type: 'string' } },
      ...{
        live: { type: 'boolean' },
        matrix: { type: 'boolean' },
        record: { type: 'string' },
        yes: { type: 'boolean' },
      },
    },
    takesWords: true,
    load: async () => (await import('./rehearse.ts')).rehearse,
  },
  answers: {
    summary: 'suggest: groups questions that have no approved answer, or drafts phrasings for answers that have few',
    usage:
      'mascot answers suggest [--from FILE] [--json]\n' +
      'mascot answers suggest --phrasings [--persona DIR] [--json]\n' +
      '\n  --from FILE   JSON lines, each {"id", "text"}; standard input without it\n' +
      '  --json        a line a group: {"group", "title", "ids"}; what is like nothing else is in none\n' +
      '  --phrasings   a model drafts other ways to ask for answers with fewer than five; each is shown, and what you choose is\n' +
      '                written into answers.yaml; with --json nothing is asked and nothing written',
    options: { ...persona, from: { type: 'string' }, phrasings: { type: 'boolean' }, json: { type: 'boolean' } },
    takesWords: true,
    load: async () => (await import('./answers.ts')).answers,
  },
  drill: {
    summary: 'a crisis played in this terminal, from the first report to the last word; no fan is reached',
    usage:
      'mascot drill [--persona DIR] [--issue ID]\n' +
      '\nPlayed on a made-up platform and a clock of its own: reports, a wave, amber, red, green, who is told. On a terminal you\n' +
      'are the lead: Enter types what is suggested, your own commands are done too, q ends it. Nothing is kept.\n' +
      '\n  --issue ID   of issues.yaml; the first of them without it',
    options: { ...persona, issue: { type: 'string' } },
    load: async () => (await import('./drill.ts')).drill,
  },
  issues: {
    summary: 'export: the brand’s issues for Linear, Jira, GitHub, a spreadsheet or a program',
    usage:
      'mascot issues export [--as linear|jira|github|csv|json] [--all] [--persona DIR]\n' +
      '\nCounts and approved words, never a fan’s name or message. Each line is the body of one request: linear to\n' +
      'api.linear.app/graphql, jira to /rest/api/3/issue/bulk, github to /repos/OWNER/REPO/issues.\n' +
      '\n  --team UUID     of Linear: where they go\n  --project KEY   of Jira: where they go\n' +
      '  --type NAME     of Jira: what they are; Bug without it\n  --all           also what is fixed or will not be',
    options: {
      ...persona,
      as: { type: 'string' },
      all: { type: 'boolean' },
      team: { type: 'string' },
      project: { type: 'string' },
      type: { type: 'string' },
    },
    takesWords: true,
    load: async () => (await import('./issues.ts')).issues,
  },
  desk: {
    summary: 'a link to the desk page, where staff work cases in a browser',
    usage:
      'mascot desk [--as ACCOUNT] [--persona DIR]\n' +
      '\nmascot start serves the page. The link is good once, within ten minutes.\n' +
      '\n  --as ACCOUNT   who signs in, as in handoff.staff of persona.yaml (desk:dana); the operator without it',
    options: { ...persona, as: { type: 'string' } },
    load: async () => (await import('./desk.ts')).desk,
  },
  drafts: {
    summary:
      'how the replies that waited for a person ended: as they were, in other words, dropped, out of date; by topic',
    usage:
      'mascot drafts [--days N] [--json] [--persona DIR]\n' +
      '\nWhere drafts wait is said by manners.drafts of persona.yaml, and by /drafts in the thread of a case.\n' +
      '\n  --days N   of the last N days; 7 without it',
    options: { ...persona, days: { type: 'string' }, json: { type: 'boolean' } },
    load: async () => (await import('./drafts.ts')).drafts,
  },
  insights: {
    summary: 'how questions ended, who answered, how it behaved, what fans ask for, what it cost',
    usage:
      'mascot insights [--week|--month|--quarter|--year|--from DAY --to DAY] [--csv|--json] [--persona DIR]\n' +
      '\nMarkdown of the week up to today without them, compared with as many days before.\n' +
      '\n  --from, --to   days by the persona’s clock, both included: 2026-11-02',
    options: {
      ...{ ...persona, from: { type: 'string' }, to: { type: 'string' }, csv: { type: 'boolean' } },
      ...{ json: { type: 'boolean' }, week: { type: 'boolean' }, month: { type: 'boolean' } },
      ...{ quarter: { type: 'boolean' }, year: { type: 'boolean' } },
    },
    load: async () => (await import('./insights.ts')).insights,
  },
  link: {
    summary: 'a link into a private talk that knows where the fan came from, and its QR code',
    usage:
      'mascot link --campaign NAME [--png FILE]\n' +
      '\n  --campaign NAME   where the fan comes from, in any script: spring, 双十一\n' +
      '  --png FILE        writes the QR code as a picture too',
    options: { campaign: { type: 'string' }, png: { type: 'string' } },
    load: async () => (await import('./link.ts')).link,
  },
  export: {
    summary: 'everything kept of one fan, as JSON; or the persona as a character card',
    usage:
      'mascot export ACCOUNT [--persona DIR]\n\nACCOUNT as in the records, for example telegram:77 or terminal:Ana' +
      '\n\nmascot export --card FILE [--persona DIR]\n\nFILE ends in .png, with the avatar, or in .json',
    options: { ...persona, card: { type: 'string' } },
    takesWords: true,
    load: async () => (await import('./export.ts')).exportFan,
  },
  community: {
    summary:
      'export: fans with consents, links, facts and offers to help, as JSON lines; import: those, or who wrote elsewhere',
    usage:
      'mascot community export [FILE] [--erased]\n' +
      'mascot community interests\n' +
      'mascot community import FILE [--chat NAME …] [--platform NAME] [--encoding NAME] [--dry-run]\n' +
      '\nReads what it exported, result.json of Telegram Desktop, the JSON of DiscordChatExporter, and CSV with a row a member.\n' +
      'Who comes from elsewhere has given no consent. The same import again changes nothing; who was erased does not come back,\n' +
      'and whom another database forgot since is forgotten here too.\n' +
      '\n  --erased          exports only who was forgotten, as hashes: for databases that took in an older file' +
      '\n  --chat NAME       of an export of many chats: a group of the community, by name or id; all of them: all' +
      '\n  --platform NAME   of a CSV without a column for it: telegram, discord' +
      '\n  --encoding NAME   of a CSV that is not UTF-8: gb18030, windows-1252' +
      '\n  --dry-run         only looks whether the file is whole and sound',
    options: {
      ...persona,
      chat: { type: 'string', multiple: true },
      platform: { type: 'string' },
      encoding: { type: 'string' },
      erased: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
    },
    takesWords: true,
    load: async () => (await import('./community.ts')).community,
  },
  backup: {
    summary: 'a copy of the database in one file, while the program runs',
    usage: 'mascot backup FILE\n\nFor SQLite; it is checked, and never overwrites. PostgreSQL has pg_dump.',
    options: {},
    takesWords: true,
    load: async () => (await import('./backup.ts')).backup,
  },
  restore: {
    summary: 'puts the database back as it was at a backup, and keeps the one it replaces',
    usage: 'mascot restore FILE [--yes]\n\nFor SQLite, while the program is stopped.\n\n  --yes   does not ask',
    options: { yes: { type: 'boolean' } },
    takesWords: true,
    load: async () => (await import('./restore.ts')).restore,
  },
  purge: {
    summary: 'deletes what is older than memory.days, or everything of the brand',
    usage:
      'mascot purge [--all] [--dry-run] [--yes] [--persona DIR]\n' +
      '\n  --all       everything of the brand, files of fans and staff included' +
      '\n  --dry-run   only says how much it is' +
      '\n  --yes       does not ask',
    options: { ...persona, all: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, yes: { type: 'boolean' } },
    load: async () => (await import('./purge.ts')).purge,
  },
  doctor: {
    summary: 'checks the configuration; --why THREAD tells in words why it spoke or kept quiet there',
    usage:
      'mascot doctor [--persona DIR] [--why THREAD|NAME] [--json] [--healthy]\n' +
      '\n  --why THREAD   as in the records (telegram:77), as in the log (telegram:#3q0x81pd52), or the name of a fan' +
      '\n  --json         one object: {"isWell", "checks": [{"about", "says"}]}; with --why a line a decision' +
      '\n  --healthy      whether the running program answers and fans are heard: exit code 0 or 1, for a container’s healthcheck',
    options: { ...persona, why: { type: 'string' }, json: { type: 'boolean' }, healthy: { type: 'boolean' } },
    load: async () => (await import('./healthy.ts')).doctorOrHealthy,
  },
  schema: {
    summary: 'writes the JSON Schemas that editors use to complete a persona’s files',
    usage: 'mascot schema',
    options: {},
    load: async () => (await import('./schema.ts')).schema,
  },
}

/** ` (did you mean check?)`, or nothing. */
export function meantAmong(word: string, known: Readonly<Record<string, unknown>>): string {
  return didYouMean(word, Object.keys(known))
}

export function usageOf(): string {
  const width = Math.max(...Object.keys(verbs).map((name) => name.length))
  const rows = Object.entries(verbs).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  return `mascot VERB [options]\n\n${rows.join('\n')}\n\nmascot VERB --help tells more. The environment is described in .env.example.`
}
