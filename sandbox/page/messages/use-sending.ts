import { type Page, usePage } from '../state/page.tsx'
import { isTold } from '../state/server.ts'

interface Place {
  readonly channel: string
  readonly thread: string | undefined
}

/** Sends what was typed as a message or a command, as it was typed; answers whether it arrived. */
export function useSending(channel: string, thread: string | undefined): (text: string) => Promise<boolean> {
  const page = usePage()
  const place = { channel, thread }
  return (text) => (/^\/\S/.test(text) ? sendCommand(page, place, text) : sendMessage(page, place, text))
}

async function sendCommand({ send, notice }: Page, place: Place, text: string): Promise<boolean> {
  const [word = ''] = text.split(/\s/)
  if (place.thread !== undefined) {
    notice(`${word} is not supported in threads. Slack only takes commands in the channel itself.`)
    return false
  }
  const answer = await send('command', { channel: place.channel, text })
  if (!(answer.ok || isTold(answer.error))) notice(`${word} failed with the error "${answer.error}"`)
  return answer.ok
}

async function sendMessage({ send, notice }: Page, place: Place, text: string): Promise<boolean> {
  const { channel, thread } = place
  const answer = await send('post', { channel, text, ...(thread !== undefined && { thread_ts: thread }) })
  if (!answer.ok) notice(`The message was not sent: ${answer.error}`)
  return answer.ok
}
