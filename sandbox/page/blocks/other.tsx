import { type Block, Message } from 'slack-blocks-to-jsx'
import 'slack-blocks-to-jsx/dist/style.css'
import { useWords } from '../state/page.tsx'
import { writtenDate } from '../text/date-token.ts'

/** Markdown, cards, carousels, containers, plans, tasks, files and video. Nothing in it can be clicked to the bot. */
// biome-ignore lint/style/noDefaultExport: React.lazy takes a module's default.
export default function OtherBlock({ block }: { readonly block: object }) {
  const { userName, channelName, reader, now } = useWords()
  return (
    <Message
      // The library's own union of blocks; an unknown one is simply not drawn.
      blocks={[block as Block]}
      name=""
      logo=""
      theme="light"
      withoutWrapper
      hooks={{
        user: ({ id }) => <span className="mention">@{userName(id) ?? id}</span>,
        channel: ({ id }) => <span className="mention">#{channelName(id)}</span>,
        date: ({ timestamp, format, fallback }) => (
          <>{writtenDate(Number(timestamp), format, reader, now()) ?? fallback}</>
        ),
      }}
    />
  )
}
