import { newId, newSecret } from './ids.ts'
import type { SandboxFile } from './protocol.ts'
import { Refused, type Slack } from './slack.ts'

/** Files as Slack takes them: an address is asked for, the bytes go there, and only then the file is shared. */

export interface StoredFile extends SandboxFile {
  readonly bytes: Uint8Array | undefined
  readonly isShared: boolean
  /** Who uploaded it into a form; absent of the bot's own. Its owner and apps with a token have it, nobody else. */
  readonly user?: string
}

/** Slack's own names for what we may be sent. */
const kinds: Readonly<Record<string, { readonly mimetype: string; readonly filetype: string }>> = {
  png: { mimetype: 'image/png', filetype: 'png' },
  jpg: { mimetype: 'image/jpeg', filetype: 'jpg' },
  gif: { mimetype: 'image/gif', filetype: 'gif' },
  svg: { mimetype: 'image/svg+xml', filetype: 'svg' },
  csv: { mimetype: 'text/csv', filetype: 'csv' },
  json: { mimetype: 'application/json', filetype: 'json' },
  txt: { mimetype: 'text/plain', filetype: 'text' },
  tsv: { mimetype: 'text/tab-separated-values', filetype: 'tsv' },
  md: { mimetype: 'text/markdown', filetype: 'markdown' },
}
const anything = { mimetype: 'application/octet-stream', filetype: 'binary' }

interface Wanted {
  readonly name: string
  readonly size: number
  readonly alt: string | undefined
}

/** The address's secret part is the ticket. */
export function expectFile(slack: Slack, { name, size, alt }: Wanted): { id: string; ticket: string } {
  const ticket = newSecret()
  const about = aboutFile(slack, name, size)
  const { id } = about
  const file = { ...about, ...(alt === undefined ? {} : { alt_txt: alt }), bytes: undefined, isShared: false }
  slack.state.files.set(id, file)
  slack.state.tickets.set(ticket, id)
  return { id, ticket }
}

function aboutFile(slack: Slack, name: string, size: number): SandboxFile {
  const id = newId('F')
  const kind = kinds[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? anything
  const url = `${slack.url}/files/${id}/${encodeURIComponent(name)}`
  return { id, name, title: name, size, ...kind, url_private: url, permalink: url }
}

/** What a person chose in a form. */
export function takeUpload(slack: Slack, user: string, name: string, bytes: Uint8Array): SandboxFile {
  const file = { ...aboutFile(slack, name, bytes.length), user }
  slack.state.files.set(file.id, { ...file, bytes, isShared: false })
  return file
}

/** What came to an address: the HTTP state that answers it. A ticket is good for one upload of the size it was asked for. */
export function takeBytes({ state }: Slack, ticket: string, bytes: Uint8Array): 200 | 400 | 404 {
  const file = state.files.get(state.tickets.get(ticket) ?? '')
  if (file === undefined) return 404
  if (bytes.length !== file.size) return 400
  state.tickets.delete(ticket)
  state.files.set(file.id, { ...file, bytes })
  return 200
}

/** The file under a title, ready to be shown. Each is shared once. */
export function shareFile({ state }: Slack, id: string, title: string | undefined): SandboxFile {
  const file = state.files.get(id)
  if (file?.bytes === undefined || file.isShared) throw new Refused('file_not_found')
  const shared = { ...file, title: title ?? file.title, isShared: true }
  state.files.set(id, shared)
  const { bytes: _bytes, isShared: _isShared, ...shown } = shared
  return shown
}
