import type { ModalView } from '../../views/message.ts'

type Wire = Readonly<Record<string, unknown>>

/** What Slack sends as `state.values` when a form is sent as it was opened; `typed` changes text boxes by block id. */
export function sent(view: ModalView, typed: Readonly<Record<string, string>> = {}): unknown {
  const values = inputsOf(view).map(({ id, element }) => {
    const changed = typed[id] === undefined ? element : { ...element, initial_value: typed[id] }
    return [id, { [String(element.action_id)]: held(changed) }]
  })
  return Object.fromEntries(values)
}

export function inputsOf(view: ModalView): readonly { readonly id: string; readonly element: Wire }[] {
  return view.blocks.flatMap((block) => {
    if (block.type !== 'input' || !('element' in block)) return []
    return [{ id: block.block_id ?? '', element: { ...block.element } }]
  })
}

function held(element: Wire): Wire {
  const { type, initial_value, initial_option, initial_options, initial_user, initial_users } = element
  const { initial_conversation, initial_date, initial_time } = element
  switch (type) {
    case 'plain_text_input':
      return { type, value: initial_value ?? null }
    case 'users_select':
      return { type, selected_user: initial_user ?? null }
    case 'multi_users_select':
      return { type, selected_users: initial_users ?? [] }
    case 'checkboxes':
      return { type, selected_options: initial_options ?? [] }
    case 'conversations_select':
      return { type, selected_conversation: initial_conversation ?? null }
    case 'datepicker':
      return { type, selected_date: initial_date ?? null }
    case 'timepicker':
      return { type, selected_time: initial_time ?? null }
    default:
      return { type, selected_option: initial_option ?? null }
  }
}

/** Where a view's picture for reviewers is kept; one per state. */
export function shown(name: string): string {
  return new URL(`./shown/${name}.json`, import.meta.url).pathname
}

export function picture(view: unknown): string {
  return `${JSON.stringify(view, null, 2)}\n`
}

/** What people could type that would break, deceive or overflow. */
export const hostile =
  '<!channel> <@U0ANA> *bold* _slanted_ ~gone~ `code` &amp; > \u202Etxet desrever\u202C \u0000 👩‍👩‍👧 :tada:'
export const longest = '👩‍👩‍👧 é <&> '.repeat(300).slice(0, 3000)
