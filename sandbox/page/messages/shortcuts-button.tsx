import { Icon } from '../parts/icon.tsx'
import { MenuButton } from '../parts/menu.tsx'
import { usePage } from '../state/page.tsx'
import { isTold } from '../state/server.ts'

/** Slack's lightning button: the app's global shortcuts. */
export function ShortcutsButton() {
  const { slack, send, notice } = usePage()
  return (
    <MenuButton
      label="Shortcuts"
      testId="shortcuts"
      side="above"
      empty="The app has no shortcuts"
      items={slack.shortcuts
        .filter(({ type }) => type === 'global')
        .map(({ callback_id, name, description }) => ({
          key: callback_id,
          label: (
            <span className="two-lines">
              {name}
              <small>{description}</small>
            </span>
          ),
          run: async () => {
            const answer = await send('shortcut', { callback_id })
            if (!(answer.ok || isTold(answer.error))) notice(`${name} failed: ${answer.error}`)
          },
        }))}
    >
      <Icon name="bolt" />
    </MenuButton>
  )
}
