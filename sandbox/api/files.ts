import { z } from 'zod'
import { expectFile, shareFile } from '../files.ts'
import { post } from '../messages.ts'
import { botIsIn, channelOf, Refused, type Slack } from '../slack.ts'
import { json, type Method, method } from './method.ts'

const ALT_MOST = 1000

export const files: Readonly<Record<string, Method>> = {
  'files.info': method(z.object({ file: z.string() }), (slack, { file }) => ({
    file: fileOnWire(slack, file),
  })),
  'files.getUploadURLExternal': method(
    z.object({
      filename: z.string().min(1),
      length: z.coerce.number().int().min(1),
      alt_txt: z.string().optional(),
    }),
    (slack, { filename, length, alt_txt: alt }) => {
      if ((alt ?? '').length > ALT_MOST) throw new Refused('alt_txt_too_large')
      const { id, ticket } = expectFile(slack, { name: filename, size: length, alt })
      return { upload_url: `${slack.url}/upload/${ticket}`, file_id: id }
    },
  ),
  'files.completeUploadExternal': method(
    z.object({
      files: json(z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1)),
      channel_id: z.string().optional(),
      thread_ts: z.string().optional(),
      initial_comment: z.string().default(''),
    }),
    (slack, args) => {
      const channel = args.channel_id === undefined ? undefined : channelToShareIn(slack, args.channel_id)
      const shared = args.files.map(({ id, title }) => shareFile(slack, id, title))
      if (channel !== undefined) {
        post(slack, channel, {
          user: slack.world.bot.user_id,
          text: args.initial_comment,
          subtype: 'file_share',
          files: shared,
          thread_ts: args.thread_ts,
        })
      }
      return { files: shared }
    },
  ),
}

/** What apps are told of a file. */
function fileOnWire(slack: Slack, id: string) {
  const file = slack.state.files.get(id)
  if (file?.bytes === undefined) throw new Refused('file_not_found')
  const { bytes: _bytes, isShared: _isShared, user = slack.world.bot.user_id, ...about } = file
  const url = slack.state.filesAt ?? about.url_private
  const where = { url_private: url, url_private_download: url }
  return { ...about, ...where, user, mode: 'hosted', is_external: false, is_public: false }
}

/** A conversation's own id: unlike chat.postMessage, a person's opens nothing here. */
function channelToShareIn(slack: Slack, id: string) {
  const channel = channelOf(slack, id)
  if (!botIsIn(slack, channel))
    throw new Refused(channel.kind === 'private' ? 'channel_not_found' : 'not_in_channel')
  if (channel.is_archived) throw new Refused('is_archived')
  return channel
}
