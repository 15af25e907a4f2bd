import type { SandboxUser } from '../../protocol.ts'
import { Avatar } from '../parts/avatar.tsx'
import { Icon } from '../parts/icon.tsx'
import { MenuButton } from '../parts/menu.tsx'
import { usePage } from '../state/page.tsx'
import { dayAndTime } from '../text/dates.ts'
import { useNow } from './use-now.ts'

/** Whose eyes one looks through. Everybody's own local time shows that they live in different zones. */
export function UserSwitcher() {
  const { slack, model, me, go } = usePage()
  const here = slack.channels.find(({ id }) => id === model.place.at)
  const people = slack.users.filter(isColleague)
  const user = slack.users.find(({ id }) => id === me)
  if (user === undefined) return null
  return (
    <MenuButton
      label={`You are ${user.real_name}, ${user.title}. Switch person`}
      className="switcher"
      testId="user-switcher"
      items={people.map((person) => ({
        key: person.id,
        label: <Person user={person} />,
        isChecked: person.id === me,
        testId: `user-${person.id}`,
        // The bot's direct messages are another channel for everybody; shared places stay.
        run: () => go({ user: person.id, thread: undefined, ...(here?.kind === 'im' && { at: 'dm' }) }),
      }))}
    >
      <span className="switcher-label">You are</span>
      <Person user={user} />
      <Icon name="down" size={16} />
    </MenuButton>
  )
}

/** People of another organisation are acted as by address only (`?user=`). */
const isColleague = ({ is_bot, deleted, is_stranger }: SandboxUser): boolean =>
  !(is_bot || deleted || is_stranger)

function Person({ user }: { readonly user: SandboxUser }) {
  const now = useNow()
  return (
    <span className="person">
      <Avatar user={user} size={34} />
      <span className="person-words">
        <strong>{user.real_name}</strong>
        <small>{user.title}</small>
        <small className="person-time">{dayAndTime(now, user.tz)}</small>
      </span>
    </span>
  )
}
