import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { createTable, type Table } from './table.ts'

/** Every table of the first release, in an order in which what is pointed at comes first. */
export const first: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createWorkspace(db)
    for (const group of [people, goals, checkIns, promises])
      for (const [name, table] of Object.entries(group)) await createTable(db, name, table)
  },
}

/** The tenant itself: the one table without a `workspace_id`. */
async function createWorkspace(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('workspace')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('bot_user_id', 'text', (column) => column.notNull())
    .addColumn('next_goal_number', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute()
}

const people: Readonly<Record<string, Table>> = {
  person: {
    columns: {
      id: 'text',
      name: 'text',
      zone: 'text?',
      locale: 'text?',
      is_bot: 'integer',
      is_deactivated: 'integer',
      is_foreign: 'integer',
      is_admin: 'integer',
      greeted_at: 'bigint?',
      fetched_at: 'bigint',
    },
    key: ['id'],
  },
  preference: {
    columns: { person_id: 'text', zone: 'text?', language: 'text?', muted: 'text', is_off_board: 'integer' },
    key: ['person_id'],
  },
  team: {
    columns: {
      id: 'text',
      channel_id: 'text',
      channel_name: 'text',
      channel_state: 'text',
      is_shared: 'integer',
      zone: 'text',
      cadence: 'text',
      weekday: 'integer',
      time: 'text',
      reminders: 'integer',
      reminder_after_hours: 'integer',
      window_hours: 'integer',
      has_board: 'integer',
      board_weekday: 'integer',
      board_time: 'text',
      created_at: 'bigint',
    },
    key: ['id'],
    unique: [['channel_id']],
  },
  team_lead: {
    columns: { team_id: 'text', person_id: 'text' },
    key: ['team_id', 'person_id'],
    index: [['person_id']],
    points: { team_id: 'team' },
  },
  team_member: {
    columns: { team_id: 'text', person_id: 'text', joined_at: 'bigint' },
    key: ['team_id', 'person_id'],
    index: [['person_id']],
    points: { team_id: 'team' },
  },
}

const goals: Readonly<Record<string, Table>> = {
  goal: {
    columns: {
      id: 'text',
      number: 'integer',
      team_id: 'text',
      owner_id: 'text',
      partner_id: 'text?',
      visibility: 'text',
      created_by: 'text',
      created_at: 'bigint',
      source_key: 'text?',
      state: 'text',
      closed_at: 'bigint?',
      closing_note: 'text?',
      first_check_in_at: 'bigint?',
      version: 'integer',
      terms: 'text',
      title: 'text',
      start_date: 'text',
      due_date: 'text',
      last_value: 'double precision?',
      last_at: 'bigint?',
      own_status: 'text?',
      own_reason: 'text?',
      own_at: 'bigint?',
    },
    key: ['id'],
    unique: [['number'], ['source_key']],
    index: [
      ['owner_id', 'state'],
      ['team_id', 'state'],
      ['partner_id', 'state'],
    ],
    points: { team_id: 'team' },
  },
  goal_co_owner: {
    columns: { goal_id: 'text', person_id: 'text' },
    key: ['goal_id', 'person_id'],
    index: [['person_id']],
    points: { goal_id: 'goal' },
  },
  goal_version: {
    columns: {
      goal_id: 'text',
      version: 'integer',
      terms: 'text',
      by_id: 'text',
      at: 'bigint',
      reason: 'text?',
      ease: 'text',
      counts_from: 'bigint',
    },
    key: ['goal_id', 'version'],
    points: { goal_id: 'goal' },
  },
}

const checkIns: Readonly<Record<string, Table>> = {
  check_in: {
    columns: {
      id: 'text',
      goal_id: 'text',
      team_id: 'text',
      person_id: 'text',
      period_key: 'text',
      created_at: 'bigint',
    },
    key: ['id'],
    unique: [['goal_id', 'person_id', 'period_key']],
    index: [['team_id', 'person_id', 'period_key']],
    points: { goal_id: 'goal' },
  },
  answer: {
    columns: {
      id: 'text',
      check_in_id: 'text',
      goal_id: 'text',
      person_id: 'text',
      at: 'bigint',
      source_key: 'text',
      message_key: 'text?',
      provenance: 'text',
      timeliness: 'text',
      value: 'double precision?',
      before: 'double precision?',
      status: 'text?',
      confidence: 'integer?',
      note: 'text?',
      blocker: 'text?',
      is_no_change: 'integer',
      is_done: 'integer',
    },
    key: ['id'],
    unique: [['source_key', 'goal_id']],
    index: [['person_id', 'at'], ['goal_id', 'at'], ['check_in_id'], ['message_key']],
    points: { check_in_id: 'check_in', goal_id: 'goal' },
  },
  reversal: {
    columns: { answer_id: 'text', by_id: 'text', at: 'bigint', reason: 'text' },
    key: ['answer_id'],
    points: { answer_id: 'answer' },
  },
  reading: {
    columns: {
      id: 'text',
      goal_id: 'text',
      answer_id: 'text',
      value: 'double precision',
      at: 'bigint',
      by_id: 'text',
      provenance: 'text',
    },
    key: ['id'],
    index: [['goal_id', 'at'], ['answer_id']],
    points: { goal_id: 'goal', answer_id: 'answer' },
  },
  tally: {
    columns: { team_id: 'text', person_id: 'text', recent: 'text', updated_at: 'bigint' },
    key: ['team_id', 'person_id'],
    points: { team_id: 'team' },
  },
}

const promises: Readonly<Record<string, Table>> = {
  schedule: {
    columns: {
      id: 'text',
      kind: 'text',
      team_id: 'text',
      person_id: 'text',
      next_at: 'bigint',
      local_date: 'text',
    },
    key: ['id'],
    unique: [['kind', 'team_id', 'person_id']],
    index: [['team_id'], ['person_id']],
    indexAcross: [['next_at']],
    points: { team_id: 'team' },
  },
  occurrence: {
    columns: {
      id: 'text',
      kind: 'text',
      subject: 'text',
      local_date: 'text',
      due_at: 'bigint',
      state: 'text',
      reason: 'text?',
      created_at: 'bigint',
    },
    key: ['id'],
    unique: [['kind', 'subject', 'local_date']],
    index: [['subject', 'due_at']],
    indexAcross: [['state', 'due_at']],
  },
  ask: {
    columns: {
      id: 'text',
      team_id: 'text',
      person_id: 'text',
      period_key: 'text',
      occurrence_id: 'text?',
      prompt_at: 'bigint',
      window_ends_at: 'bigint',
      next_prompt_at: 'bigint',
      state: 'text',
    },
    key: ['id'],
    unique: [['team_id', 'person_id', 'period_key']],
    index: [
      ['team_id', 'person_id', 'prompt_at'],
      ['team_id', 'prompt_at'],
      ['person_id', 'prompt_at'],
      ['occurrence_id'],
    ],
    points: { team_id: 'team' },
  },
  ask_item: {
    columns: { ask_id: 'text', goal_id: 'text', position: 'integer' },
    key: ['ask_id', 'goal_id'],
    index: [['goal_id', 'ask_id']],
    points: { ask_id: 'ask', goal_id: 'goal' },
  },
  outbox: {
    columns: {
      id: 'text',
      key: 'text',
      kind: 'text',
      payload: 'text',
      target: 'text',
      occurrence_id: 'text?',
      state: 'text',
      due_at: 'bigint',
      claimed_at: 'bigint?',
      attempts: 'integer',
      sent_at: 'bigint?',
      channel_id: 'text?',
      thread_ts: 'text?',
      ts: 'text?',
      reason: 'text?',
    },
    key: ['id'],
    unique: [['key']],
    index: [['occurrence_id'], ['channel_id', 'ts'], ['state', 'due_at']],
    indexAcross: [['state', 'due_at']],
  },
  inbox: {
    columns: {
      dedupe_key: 'text',
      kind: 'text',
      body: 'text',
      received_at: 'bigint',
      state: 'text',
      attempts: 'integer',
    },
    key: ['dedupe_key'],
    indexAcross: [['state', 'received_at']],
  },
  audit: {
    columns: {
      id: 'text',
      at: 'bigint',
      person_id: 'text',
      action: 'text',
      subject: 'text',
      details: 'text',
    },
    key: ['id'],
    index: [
      ['subject', 'at'],
      ['person_id', 'at'],
    ],
  },
  setting: {
    columns: { name: 'text', value: 'text' },
    key: ['name'],
  },
}
