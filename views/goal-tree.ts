import type { KnownBlock } from '@slack/types'
import { type Branch, MOST_DEPTH, type Warning } from '../src/domain/alignment.ts'
import type { TreeSheet } from '../src/domain/sheets.ts'
import type { Messages } from '../src/i18n/say.ts'
import { actions, context, header, plain, quoted, type RichPart, rich, section } from './blocks.ts'
import { goalActions } from './goal-actions.ts'
import { goalName, joined, SHORT_TITLE, shareText } from './goal-words.ts'
import { limits } from './limits.ts'
import type { Message } from './message.ts'
import { progressBar } from './progress-bar.ts'
import { spoken } from './spoken.ts'
import { standingText, statusText } from './status.ts'

/** All text of one message together must stay under Slack's limit; the select repeats the names. */
const TEXT_MOST = 8000
const A_BLOCK = 2500
const OWNER_MOST = 40
const MOST_TO_OPEN = 50
const WARNED_MOST = 160
const MOST_ORPHANS = 15

/** A team's goals under what they are part of, for one person's eyes. */
export function goalTree({ team, branches, owners }: TreeSheet, say: Messages): Message {
  const title = say['tree.title']({ channel: team.channelName })
  const flat = inOrder(branches)
  const text = spoken(title)
  if (flat.length === 0) return { text, blocks: [header(title), section(say['tree.empty']())] }
  const entries = flat.map((branch) => entryOf(branch, owners.get(branch.standing.goal.owner), say))
  const fitting = fitted(entries)
  const left = entries.length - fitting.length
  return {
    text,
    blocks: [
      header(title),
      ...inBlocks(fitting).map((parts) => rich(...parts)),
      ...(left > 0 ? [context(say['tree.more']({ count: left }))] : []),
      openSelect(flat.slice(0, MOST_TO_OPEN), say),
      ...orphanBlock(flat, say),
      context(say[flat.some(({ depth }) => depth > 1) ? 'tree.how' : 'tree.flat']()),
    ],
  }
}

const inOrder = (branches: readonly Branch[]): readonly Branch[] =>
  branches.flatMap((branch) => [branch, ...inOrder(branch.children)])

type Entry = readonly (string | RichPart)[]

/** A goal in two lines: its name, then how it goes; what is wrong with its place in a third. */
function entryOf(branch: Branch, owner: string | undefined, say: Messages): Entry {
  const { standing, depth, warnings } = branch
  const indent = '\u2003'.repeat(Math.min(depth, MOST_DEPTH + 1) - 1)
  const hook = depth > 1 ? `${indent}↳ ` : ''
  const name = goalName(standing.goal, say, SHORT_TITLE)
  const facts = joined([
    statusOfBranch(branch, say),
    `${shareText(branch.progress, say)} ${progressBar(branch.progress, 5)}`,
    owner === undefined ? undefined : quoted(owner, OWNER_MOST),
  ])
  const warned = warnings.filter(isToldHere).map((warning) => warningText(warning, say))
  return [
    { text: `${hook}${name}`, style: { bold: depth === 1 } },
    `\n${indent}${depth > 1 ? '\u2003' : ''}${facts}\n`,
    ...(warned.length === 0
      ? []
      : [
          {
            text: `${indent}${depth > 1 ? '\u2003' : ''}! ${quoted(joined(warned), WARNED_MOST)}\n`,
            style: { italic: true },
          },
        ]),
  ]
}

/** Those that serve nothing stand together in one line below: each by itself would drown the rest. */
const isToldHere = (warning: Warning): warning is ToldHere => warning.kind !== 'orphan'
type ToldHere = Exclude<Warning, { readonly kind: 'orphan' }>

function orphanBlock(branches: readonly Branch[], say: Messages): KnownBlock[] {
  const orphans = branches.filter(({ warnings }) => warnings.some(({ kind }) => kind === 'orphan'))
  if (orphans.length === 0) return []
  const named = orphans.slice(0, MOST_ORPHANS).map(({ standing }) => `G-${standing.goal.number}`)
  const goals = say.format.list(orphans.length > MOST_ORPHANS ? [...named, '…'] : named)
  return [context(say['tree.orphan']({ goals }))]
}

/** Where its parts and its own numbers differ, both are said. */
function statusOfBranch({ standing, status, children }: Branch, say: Messages): string {
  if (children.length === 0 || standing.goal.state !== 'active') return standingText(standing, say)
  if (standing.status === status) return statusText(status, say)
  return joined([statusText(status, say), say['tree.own']({ status: statusText(standing.status, say) })])
}

function warningText(warning: ToldHere, say: Messages): string {
  switch (warning.kind) {
    case 'too-deep':
      return say['tree.too-deep']({ most: MOST_DEPTH })
    case 'children-fall-short':
      return say['tree.fall-short']({ share: shareText(warning.share, say) })
    default:
      return say[`tree.${warning.kind}`]()
  }
}

/** As many whole entries as one message holds. */
function fitted(entries: readonly Entry[]): readonly Entry[] {
  let room = TEXT_MOST
  const cut = entries.findIndex((entry) => {
    room -= lengthOf(entry)
    return room < 0
  })
  return cut === -1 ? entries : entries.slice(0, cut)
}

function inBlocks(entries: readonly Entry[]): readonly Entry[] {
  const blocks: (string | RichPart)[][] = []
  let room = 0
  for (const entry of entries) {
    const last = blocks.at(-1)
    if (last === undefined || lengthOf(entry) > room) {
      blocks.push([...entry])
      room = A_BLOCK - lengthOf(entry)
    } else {
      last.push(...entry)
      room -= lengthOf(entry)
    }
  }
  return blocks
}

const lengthOf = (entry: Entry) =>
  entry.reduce((sum, part) => sum + (typeof part === 'string' ? part : part.text).length, 0)

function openSelect(branches: readonly Branch[], say: Messages): KnownBlock {
  return actions([
    {
      type: 'static_select',
      action_id: goalActions.show,
      placeholder: plain(say['tree.open'](), limits.placeholder),
      options: branches.map(({ standing: { goal } }) => ({
        text: plain(goalName(goal, say, SHORT_TITLE), limits.optionText),
        value: JSON.stringify({ goal: goal.id }),
      })),
    },
  ])
}
