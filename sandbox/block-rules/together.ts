import type { Fault } from '../blocks.ts'
import { allBlocks, elementsOf, type Placed } from './walk.ts'

export type Surface = 'message' | 'modal' | 'home'

/** Where a block may stand; those not named stand anywhere (slack-platform.md §1.6). */
const blockSurfaces: Readonly<Record<string, readonly Surface[]>> = {
  data_visualization: ['message'],
  data_table: ['message'],
  table: ['message'],
  container: ['message'],
  plan: ['message'],
  task_card: ['message'],
  context_actions: ['message'],
  markdown: ['message'],
  card: ['message', 'home'],
  carousel: ['message', 'home'],
  alert: ['modal'],
}

/** §1.4: the same for elements. */
const elementSurfaces: Readonly<Record<string, readonly Surface[]>> = {
  number_input: ['modal'],
  email_text_input: ['modal'],
  url_text_input: ['modal'],
  file_input: ['modal'],
  rich_text_input: ['modal', 'home'],
  datetimepicker: ['message', 'modal'],
  workflow_button: ['message'],
}

/** What no block breaks alone: ids used twice, the wrong surface, too many of a kind. */
export function checkTogether(blocks: readonly unknown[], surface: Surface): readonly Fault[] {
  const placed = allBlocks(blocks)
  const elements = placed.flatMap(elementsOf)
  return [
    ...repeated(placed, 'block_id'),
    ...placed.flatMap((block) => repeated(elementsOf(block), 'action_id')),
    ...misplaced(placed, blockSurfaces, surface),
    ...misplaced(elements, elementSurfaces, surface),
    ...beyond(
      1,
      elements.filter(({ it }) => it.focus_on_load === true),
      'focus_on_load is set twice',
    ),
    ...beyond(2, ofType(placed, 'data_visualization'), 'a message takes two data_visualization blocks'),
    ...beyond(1, ofType(placed, 'table', 'data_table'), 'only_one_table_allowed'),
    ...tooMuchMarkdown(placed),
  ]
}

function repeated(placed: readonly Placed[], key: string): readonly Fault[] {
  const seen = new Set<unknown>()
  return placed.flatMap(({ pointer, it }) => {
    const id = it[key]
    if (id === undefined) return []
    if (seen.has(id)) return [{ pointer: `${pointer}/${key}`, message: `${key} "${id}" is used twice` }]
    seen.add(id)
    return []
  })
}

function misplaced(
  placed: readonly Placed[],
  allowed: Readonly<Record<string, readonly Surface[]>>,
  surface: Surface,
): readonly Fault[] {
  return placed
    .filter(({ it }) => allowed[String(it.type)]?.includes(surface) === false)
    .map(({ pointer, it }) => ({ pointer, message: `${it.type} is not available on a ${surface}` }))
}

const beyond = (most: number, placed: readonly Placed[], message: string): readonly Fault[] =>
  placed.slice(most).map(({ pointer }) => ({ pointer, message }))

const ofType = (placed: readonly Placed[], ...types: readonly unknown[]) =>
  placed.filter(({ it }) => types.includes(it.type))

function tooMuchMarkdown(placed: readonly Placed[]): readonly Fault[] {
  const total = ofType(placed, 'markdown').reduce((sum, { it }) => sum + String(it.text).length, 0)
  return total > 12_000
    ? [{ pointer: '/blocks', message: 'markdown blocks have more than 12000 characters' }]
    : []
}
