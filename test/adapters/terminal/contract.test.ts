/** The terminal adapter against the contract, with streams for a pipe. */
import { PassThrough, Writable } from 'node:stream'
import { createTerminalAdapter } from '../../../adapters/terminal/index.ts'
import { threadId } from '../../../src/domain/ids.ts'
import { type AdapterHarness, describeAdapter } from '../../contracts/adapter-contract.ts'

describeAdapter('terminal', async (): Promise<AdapterHarness> => {
  const seen: string[] = []
  let input = new PassThrough()
  const type = async (line: string) => void input.write(`${line}\n`)
  const lines = () => seen.join('').split('\n')
  return {
    threadId: threadId('terminal', 'direct', 'Ana'),
    create() {
      input = new PassThrough()
      const output = new Writable({
        write(chunk, _, done) {
          seen.push(String(chunk))
          done()
        },
      })
      const persona = { name: 'Pip', brand: 'Tidewater Coffee', colour: '#0a6b78', symbol: '●' }
      return createTerminalAdapter({
        persona,
        names: ['Pip'],
        fan: 'Ana',
        isGroup: false,
        hasModel: false,
        input,
        output,
        why: () => '',
        onLeave: () => {},
      })
    },
    says: type,
    async presses(label) {
      const number = [...seen.join('').matchAll(/\[(\d)\] ([^[\n]+)/g)].findLast(
        ([, , text]) => text?.trim() === label,
      )?.[1]
      await type(number ?? '')
    },
    sent: () =>
      lines().flatMap((line, index) => (line.startsWith('Pip: ') ? [{ id: String(index), text: line.slice(5) }] : [])),
    secrets: [],
    keepsUnacknowledged: false,
    async [Symbol.asyncDispose]() {
      input.end()
    },
  }
})
