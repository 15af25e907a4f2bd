/** Plain objects as they come off the wire. */
export type Wire = Readonly<Record<string, unknown>>

export function isWire(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export const wires = (value: unknown): readonly Wire[] => (Array.isArray(value) ? value.filter(isWire) : [])

export interface Placed {
  readonly pointer: string
  readonly it: Wire
}

/** Every block with those inside containers, carousels and plans. */
export function allBlocks(blocks: readonly unknown[], at = '/blocks'): readonly Placed[] {
  return blocks.flatMap((block, index) => {
    if (!isWire(block)) return []
    const pointer = `${at}/${index}`
    const inner = ['child_blocks', 'tasks'].flatMap((key) =>
      allBlocks(wires(block[key]), `${pointer}/${key}`),
    )
    const cards = block.type === 'carousel' ? allBlocks(wires(block.elements), `${pointer}/elements`) : []
    return [{ pointer, it: block }, ...inner, ...cards]
  })
}

/** What people click and fill in one block, in the order shown. */
export function elementsOf({ pointer, it }: Placed): readonly Placed[] {
  const one = (key: string) => (isWire(it[key]) ? [{ pointer: `${pointer}/${key}`, it: it[key] }] : [])
  const many = (key: string) =>
    wires(it[key]).map((element, index) => ({ pointer: `${pointer}/${key}/${index}`, it: element }))
  switch (it.type) {
    case 'section':
      return one('accessory').filter(({ it: element }) => element.type !== 'image')
    case 'input':
      return one('element')
    case 'actions':
    case 'context_actions':
      return many('elements')
    case 'card':
      return many('actions')
    default:
      return []
  }
}
