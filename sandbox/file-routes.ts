import type { IncomingMessage, ServerResponse } from 'node:http'
import { type StoredFile, takeBytes, takeUpload } from './files.ts'
import { bytesOf, sendJson, sendText } from './requests.ts'
import type { Slack } from './slack.ts'

/** `POST /upload/:ticket`: raw bytes, or a form that holds them. */
export async function answerUpload(
  slack: Slack,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) {
  const ticket = url.pathname.slice('/upload/'.length)
  const type = request.headers['content-type'] ?? ''
  const body = await bytesOf(request)
  const bytes = type.startsWith('multipart/form-data') ? await fileIn(body, type) : body
  const status = request.method === 'POST' ? takeBytes(slack, ticket, bytes) : 405
  sendText(response, status, status === 200 ? `OK - ${bytes.length}` : 'not taken')
}

const CHOSEN_MOST = 20 * 1024 * 1024

/** `POST /choose?user=&name=`: what a person chose in a form on the page. */
export async function answerChosen(
  slack: Slack,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) {
  const [user, name] = ['user', 'name'].map((key) => url.searchParams.get(key) ?? '')
  if (request.method !== 'POST' || !slack.state.users.has(user ?? ''))
    return sendText(response, 404, 'not taken')
  const file = takeUpload(slack, user ?? '', name ?? '', await bytesOf(request, CHOSEN_MOST))
  sendJson(response, 200, { ok: true, file })
}

async function fileIn(body: Buffer, type: string): Promise<Uint8Array> {
  const form = await new Response(Uint8Array.from(body), { headers: { 'content-type': type } }).formData()
  const file = [...form.values()].find((value) => typeof value !== 'string')
  return file === undefined ? new Uint8Array() : new Uint8Array(await file.arrayBuffer())
}

/** A person's file is had with a token; Slack leads whoever has none to where people sign in. */
const isClosedTo = (file: StoredFile, request: IncomingMessage, token: string) =>
  file.user !== undefined && request.headers.authorization !== `Bearer ${token}`

/** `GET /files/:id/:name`: pictures are shown, everything else, SVG too, is only saved. */
export function answerFile(
  { state }: Slack,
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) {
  const [, , id = ''] = url.pathname.split('/')
  const file = state.files.get(id)
  if (file?.bytes === undefined) return sendText(response, 404, 'No such file')
  if (isClosedTo(file, request, token)) {
    response.writeHead(302, { location: '/' })
    response.end()
    return
  }
  if (!file.isShared && file.user === undefined) return sendText(response, 404, 'No such file')
  const isShown = /^image\/(?:png|jpeg|gif)$/.test(file.mimetype)
  const disposition = `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`
  const headers = { 'content-type': file.mimetype, 'content-disposition': disposition }
  response.writeHead(200, { ...headers, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  response.end(file.bytes)
}
