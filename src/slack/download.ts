import { SlackRefused, SlackUnknown } from './calls.ts'

const TAKE_MS = 30_000

/** The bytes behind a private address; undefined where there are more than `most`. */
export async function download(
  url: string,
  { token, apiUrl, most }: { readonly token: string; readonly apiUrl: string; readonly most: number },
): Promise<Uint8Array | undefined> {
  if (!isSlacks(url, apiUrl)) throw new SlackRefused('download', 'not_slacks')
  try {
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      // A token that does not reach so far is led to a page where people sign in.
      redirect: 'error',
      signal: AbortSignal.timeout(TAKE_MS),
    })
    if (!answer.ok) {
      await answer.body?.cancel()
      throw new SlackRefused('download', `http_${answer.status}`)
    }
    return await taken(answer, most)
  } catch (fault) {
    if (fault instanceof SlackRefused) throw fault
    throw new SlackUnknown('download', { cause: fault })
  }
}

/** Slack's own file host, or wherever the API is when it is not Slack's. Anywhere else the token would be given away. */
function isSlacks(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname, origin, username } = new URL(url)
  if (username !== '') return false
  if (origin === new URL(apiUrl).origin) return true
  return protocol === 'https:' && (hostname === 'files.slack.com' || hostname.endsWith('.slack.com'))
}

async function taken(answer: Response, most: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of answer.body ?? []) {
    size += piece.length
    if (size > most) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
