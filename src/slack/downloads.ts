import { z } from 'zod'
import { ok, type Result, refuse } from '../domain/result.ts'
import type { FileRefusal } from '../domain/transfer.ts'
import { SlackLimited, SlackRefused, SlackUnknown } from './calls.ts'
import type { SlackClient } from './clients.ts'

const told = z.looseObject({
  file: z.looseObject({
    user: z.string().default(''),
    size: z.number().default(0),
    is_external: z.boolean().default(false),
    url_private_download: z.string().optional(),
    url_private: z.string().optional(),
  }),
})

/**
 * A file that this person uploaded, and nobody else's: what a form or a button names is looked up again. Its address comes
 * from Slack, and no more than `most` bytes of it are taken.
 */
export async function fileOf(
  client: Pick<SlackClient, 'read' | 'download'>,
  person: string,
  id: string,
  most: number,
): Promise<Result<Uint8Array, FileRefusal>> {
  try {
    const { file } = await client.read('files.info', { file: id }, told)
    const url = file.url_private_download ?? file.url_private
    if (file.user !== person || file.is_external || url === undefined) return refuse({ kind: 'no-file' })
    const bytes = file.size > most ? undefined : await client.download(url, most)
    return bytes === undefined ? refuse({ kind: 'file-too-large', mostBytes: most }) : ok(bytes)
  } catch (fault) {
    return refuse(refusalOf(fault))
  }
}

const gone = ['file_not_found', 'file_deleted', 'http_404']

function refusalOf(fault: unknown): FileRefusal {
  if (fault instanceof SlackUnknown || fault instanceof SlackLimited) return { kind: 'file-unread' }
  if (!(fault instanceof SlackRefused)) throw fault
  if (fault.code === 'missing_scope') return { kind: 'no-read-scope' }
  return { kind: gone.includes(fault.code) ? 'no-file' : 'file-unread' }
}
