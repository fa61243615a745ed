/**
 * The program as a process that is killed: `node killed.ts DATABASE_URL PLATFORM_URL`. What it sends is posted to the platform,
 * which tells twice from once.
 */
import { startBench } from './platform.ts'

const [url = '', platformUrl = ''] = process.argv.slice(2)

await startBench(url, async ({ id, threadId }) => {
  const response = await fetch(platformUrl, { method: 'POST', body: JSON.stringify({ id, thread: threadId }) })
  await response.arrayBuffer()
})
