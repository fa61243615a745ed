/** The floor Mascot is measured against: grammY with its runner, one chat after the other in order, one call of the model, nothing else. */
import { run, sequentialize } from '@grammyjs/runner'
import { Bot } from 'grammy'
import { OpenAI } from 'openai'

const { TELEGRAM_BOT_TOKEN = '', TELEGRAM_API_ROOT = '', OPENAI_BASE_URL = '', OPENAI_API_KEY = '' } = process.env
const bot = new Bot(TELEGRAM_BOT_TOKEN, { client: { apiRoot: TELEGRAM_API_ROOT } })
const openai = new OpenAI({ baseURL: OPENAI_BASE_URL, apiKey: OPENAI_API_KEY })

bot.use(sequentialize((context) => context.chat?.id.toString()))
bot.on('message:text', async (context) => {
  const completion = await openai.chat.completions.create({
    model: 'load',
    messages: [
      {
        role: 'system',
        content: 'You are Pip, the bird on the counter of Tidewater Coffee. Answer in a sentence or two.',
      },
      { role: 'user', content: context.message.text },
    ],
  })
  await context.reply(completion.choices[0]?.message.content ?? '')
})
bot.catch(({ error }) => console.error(error))
const runner = run(bot)
process.on('SIGTERM', () => {
  void runner.stop().then(() => process.exit(0))
})
