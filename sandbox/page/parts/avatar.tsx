import type { SandboxUser } from '../../protocol.ts'
import { Icon } from './icon.tsx'

/** A drawn avatar: initials on the person's colour, a sign for the bot. */
export function Avatar({
  user,
  size = 36,
}: {
  readonly user: SandboxUser | undefined
  readonly size?: number
}) {
  const style = { width: size, height: size, background: user?.color ?? '#667', fontSize: size * 0.38 }
  return (
    <span className="avatar" style={style} aria-hidden="true">
      {user?.is_bot ? <Icon name="goal" size={size * 0.62} /> : initialsOf(user?.real_name ?? '?')}
    </span>
  )
}

/** `Ana Weber` -> `AW`; `陳怡君` -> `陳`. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const isSpelled = /^\p{Script=Latin}/u.test(name)
  return (isSpelled ? words.slice(0, 2) : words.slice(0, 1))
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
}
