import type { NumberField, Refusal } from '../../src/domain/refusals.ts'
import { day } from '../support/people.ts'
import { hostile } from './sent.ts'

const fields: readonly NumberField[] = ['baseline', 'target', 'low', 'high', 'value']

const ofNumbers = fields.flatMap((field): readonly Refusal[] => [
  { kind: 'number-unreadable', field, typed: hostile },
  { kind: 'number-missing', field },
  { kind: 'number-negative', field },
  { kind: 'number-not-whole', field },
  { kind: 'number-too-large', field },
  { kind: 'percent-out-of-range', field, value: 150 },
  { kind: 'unit-mismatch', field, typed: '$5', expected: '%' },
])

type Others = Exclude<Refusal, { readonly field: NumberField }>

/** One of each kind; a kind that is missing here does not compile. */
const others: { readonly [K in Others['kind']]: readonly Extract<Others, { kind: K }>[] } = {
  'parent-cycle': [{ kind: 'parent-cycle' }],
  'parent-too-deep': [{ kind: 'parent-too-deep', most: 4 }],
  'no-such-milestone': [{ kind: 'no-such-milestone' }],
  'not-your-milestone': [{ kind: 'not-your-milestone' }],
  'too-many-milestones': [{ kind: 'too-many-milestones', most: 20 }],
  'milestone-untitled': [{ kind: 'milestone-untitled' }],
  'milestone-outside': [{ kind: 'milestone-outside', start: day('2026-04-01'), due: day('2026-06-30') }],
  'assignee-unable': [{ kind: 'assignee-unable' }],
  'assignee-not-told': [{ kind: 'assignee-not-told' }],
  'dependency-unknown': [{ kind: 'dependency-unknown' }],
  'dependency-cycle': [{ kind: 'dependency-cycle' }],
  'title-missing': [{ kind: 'title-missing' }],
  'title-too-long': [{ kind: 'title-too-long', length: 3000, most: 150 }],
  'already-at-target': [{ kind: 'already-at-target', target: 20 }],
  'against-direction': [
    { kind: 'against-direction', better: 'up' },
    { kind: 'against-direction', better: 'down' },
  ],
  'bounds-missing': [{ kind: 'bounds-missing' }],
  'bounds-crossed': [{ kind: 'bounds-crossed', low: 5, high: 3 }],
  'date-missing': [
    { kind: 'date-missing', field: 'start' },
    { kind: 'date-missing', field: 'due' },
  ],
  'due-before-start': [{ kind: 'due-before-start', start: day('2026-06-30'), due: day('2026-04-01') }],
  'due-in-past': [{ kind: 'due-in-past', due: day('2026-01-01'), today: day('2026-04-01') }],
  'owner-bot': [{ kind: 'owner-bot' }],
  'owner-deactivated': [{ kind: 'owner-deactivated' }],
  'owner-foreign': [{ kind: 'owner-foreign' }],
  'owner-not-in-channel': [{ kind: 'owner-not-in-channel' }],
  'owner-unknown': [{ kind: 'owner-unknown' }],
  'partner-is-owner': [{ kind: 'partner-is-owner' }],
  'helper-unable': [
    { kind: 'helper-unable', as: 'partner', name: hostile },
    { kind: 'helper-unable', as: 'co-owner', name: undefined },
  ],
  'duplicate-goal': [{ kind: 'duplicate-goal', number: 12 }],
  'too-many-goals': [{ kind: 'too-many-goals', most: 20 }],
  'no-such-goal': [
    { kind: 'no-such-goal', number: 12 },
    { kind: 'no-such-goal', number: undefined },
  ],
  'not-your-goal': [{ kind: 'not-your-goal', number: 12 }],
  'goal-closed': [{ kind: 'goal-closed', number: 12, title: hostile }],
  'goal-open': [{ kind: 'goal-open', number: 12 }],
  'which-goal': [{ kind: 'which-goal' }],
  'no-goals': [{ kind: 'no-goals' }],
  'no-team-here': [{ kind: 'no-team-here' }],
  'choose-team': [{ kind: 'choose-team' }],
  'not-a-lead': [
    { kind: 'not-a-lead', leads: ['Ana', 'Ben'] },
    { kind: 'not-a-lead', leads: [] },
  ],
  'not-in-channel': [{ kind: 'not-in-channel', channel: 'sales' }],
  'channel-archived': [{ kind: 'channel-archived', channel: 'sales' }],
  'channel-shared': [{ kind: 'channel-shared', channel: 'sales' }],
  'channel-unknown': [{ kind: 'channel-unknown' }],
  'baseline-needs-approval': [{ kind: 'baseline-needs-approval' }],
  'reason-needed': [{ kind: 'reason-needed' }],
  'nothing-to-undo': [{ kind: 'nothing-to-undo' }],
  'no-open-prompt': [{ kind: 'no-open-prompt' }],
  'nothing-changed': [{ kind: 'nothing-changed' }],
  'leave-needs-lead': [{ kind: 'leave-needs-lead' }],
  'not-their-lead': [{ kind: 'not-their-lead' }],
  'person-unclear': [{ kind: 'person-unclear' }],
  outsider: [{ kind: 'outsider' }],
  'stale-button': [{ kind: 'stale-button' }],
}

/** Everything the product can say no with. */
export const allRefusals: readonly Refusal[] = [...ofNumbers, ...Object.values(others).flat()]
