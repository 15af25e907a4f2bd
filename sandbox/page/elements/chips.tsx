import { Icon } from '../parts/icon.tsx'
import type { Choosable } from './choosable.ts'

interface Props {
  readonly chosen: readonly Choosable[]
  readonly onRemove: (key: string) => void
}

/** What a multi-select holds, each with its own way out. */
export function Chips({ chosen, onRemove }: Props) {
  return chosen.map(({ key, words }) => (
    <span key={key} className="chip">
      {words}
      <button type="button" aria-label={`Remove ${words}`} onClick={() => onRemove(key)}>
        <Icon name="close" size={12} />
      </button>
    </span>
  ))
}
