/** The rooms of the house. */

const values = ['domain', 'ports', 'errors']
/** What reads a text: how texts are read, the words of every language, and who hears in them. */
const reads = [...values, 'words', 'hearing', 'hearing/packs', 'persona']
/** What a station of the path may ask. */
const station = [...reads, 'knowledge', 'commitments', 'log']

/** Folder → what it may import: other folders, files of src, and packages. Importing from oneself is always allowed. */
export const rooms: Readonly<Record<string, { from: readonly string[]; packages?: readonly string[] }>> = {
  environment: { from: [], packages: ['zod'] },
  domain: { from: ['errors'] },
  ports: { from: ['domain', 'errors'] },
  'hearing/packs': { from: ['domain', 'words', 'hearing', 'persona'] },
  words: { from: ['domain', 'hearing/packs'], packages: ['tinyld', 'opencc-js'] },
  hearing: { from: [...values, 'words', 'hearing/packs'] },
  persona: { from: [...values, 'words', 'hearing/packs'], packages: ['re2js', 'zod', 'yaml', 'chokidar'] },
  knowledge: { from: reads, packages: ['zod'] },
  commitments: { from: reads },
  inbox: { from: station },
  engine: { from: [...station, 'desk', 'community', 'issues'] },
  desk: { from: station },
  reach: { from: ['ports', 'errors'] },
  shop: { from: [...reads, 'log', 'reach'], packages: ['nodemailer', 'saxes', 'csv-parse'] },
  outbox: { from: [...station, 'reach'] },
  community: { from: station, packages: ['zod', 'csv-parse', '@streamparser/json'] },
  issues: { from: station },
  insights: { from: station },
  store: { from: [...values, 'log', 'clock'], packages: ['kysely', 'pg', 'keyv'] },
  model: { from: [...values, 'log'], packages: ['openai', 'zod'] },
  watch: {
    from: [...values, 'log', 'model'],
    packages: [
      'prom-client',
      ...['api', 'exporter-trace-otlp-proto', 'resources', 'sdk-trace'].map((name) => `@opentelemetry/${name}`),
    ],
  },
  http: { from: [...values, 'log'], packages: ['hono', '@hono/node-server'] },
}
