import type { IncomingMessage, ServerResponse } from 'node:http'
import { takeBytes } from './files.ts'
import { bytesOf, sendText } from './requests.ts'
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

async function fileIn(body: Buffer, type: string): Promise<Uint8Array> {
  const form = await new Response(Uint8Array.from(body), { headers: { 'content-type': type } }).formData()
  const file = [...form.values()].find((value) => typeof value !== 'string')
  return file === undefined ? new Uint8Array() : new Uint8Array(await file.arrayBuffer())
}

/** `GET /files/:id/:name`: pictures are shown, everything else, SVG too, is only saved. */
export function answerFile({ state }: Slack, response: ServerResponse, url: URL) {
  const [, , id = ''] = url.pathname.split('/')
  const file = state.files.get(id)
  if (file?.bytes === undefined || !file.isShared) return sendText(response, 404, 'No such file')
  const isShown = /^image\/(?:png|jpeg|gif)$/.test(file.mimetype)
  const disposition = `${isShown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`
  const headers = { 'content-type': file.mimetype, 'content-disposition': disposition }
  response.writeHead(200, { ...headers, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
  response.end(file.bytes)
}
