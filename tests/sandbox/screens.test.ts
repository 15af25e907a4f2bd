import { expect, test } from 'vitest'
import type { LocalSlack } from '../../sandbox/server.ts'
import { channels, people } from '../../sandbox/world.ts'
import { aSlack, button, clientFor, codeOf, input, modal, nine, socketBot } from './bots.ts'

/** The trigger of a command that Ana types; a bot only takes it. */
async function typedBy(slack: LocalSlack): Promise<string> {
  await slack.ui('command', { user: people.ana, channel: channels.sales, text: '/goal' })
  return triggerIn(slack)
}

function triggerIn(slack: LocalSlack): string {
  const last = slack.traffic.entries.findLast(({ kind }) => kind === 'event')?.request
  return String((last as { trigger_id?: string }).trigger_id)
}

const acknowledging = (slack: LocalSlack) =>
  socketBot(slack, (app) => {
    app.command('/goal', async ({ ack }) => ack())
    app.action(/.*/, async ({ ack }) => ack())
  })

test('a trigger opens one window', async () => {
  await using slack = await aSlack()
  await using _bot = await acknowledging(slack)
  const { views } = clientFor(slack)
  const trigger_id = await typedBy(slack)
  expect(await codeOf(views.open({ trigger_id, view: modal(input('a')) }))).toBeUndefined()
  expect(await codeOf(views.open({ trigger_id, view: modal(input('a')) }))).toBe('exchanged_trigger_id')
  expect(await codeOf(views.open({ trigger_id: '1.2.3', view: modal(input('a')) }))).toBe(
    'invalid_trigger_id',
  )
})

test('a trigger lives three seconds', async () => {
  let wall = nine
  await using slack = await aSlack({ realNow: () => wall })
  await using _bot = await acknowledging(slack)
  const { views } = clientFor(slack)
  const [first, second] = [await typedBy(slack), await typedBy(slack)]
  wall += 3000
  expect(await codeOf(views.open({ trigger_id: first, view: modal(input('a')) }))).toBeUndefined()
  wall += 1
  expect(await codeOf(views.open({ trigger_id: second, view: modal(input('a')) }))).toBe('expired_trigger_id')
})

test('a fourth modal is one too many', async () => {
  await using slack = await aSlack()
  await using _bot = await acknowledging(slack)
  const { views } = clientFor(slack)
  const view = modal(button('more', 'x'))
  await views.open({ trigger_id: await typedBy(slack), view })
  const pushed = async () => {
    const view_id = slack.modalsOf('ana').at(-1)?.id ?? ''
    const at = { in: 'view', view_id } as const
    await slack.ui('click', { user: people.ana, at, block_id: 'row', action_id: 'more' })
    return codeOf(views.push({ trigger_id: triggerIn(slack), view }))
  }
  expect([await pushed(), await pushed(), await pushed()]).toEqual([
    undefined,
    undefined,
    'push_limit_reached',
  ])
  expect(slack.modalsOf('ana').map(({ previous_view_id }) => previous_view_id === null)).toEqual([
    true,
    false,
    false,
  ])
  const top = slack.modalsOf('ana').at(-1)
  expect(top?.root_view_id).toBe(slack.modalsOf('ana')[0]?.id)
})

test('a view that is wrong is refused with a pointer, and the person reads why', async () => {
  await using slack = await aSlack()
  await using _bot = await acknowledging(slack)
  const trigger_id = await typedBy(slack)
  const wrong = { ...modal(input('a')), submit: undefined as never }
  expect(await codeOf(clientFor(slack).views.open({ trigger_id, view: wrong }))).toBe('invalid_arguments')
  expect(slack.notices(people.ana)).toEqual([
    'invalid_arguments [ERROR] is required when there are input blocks [json-pointer:/view/submit]',
  ])
})

test('a view is updated only by who knows its latest hash', async () => {
  await using slack = await aSlack()
  const { views } = clientFor(slack)
  const view = { type: 'home' as const, blocks: [input('note')] }
  const first = await views.publish({ user_id: people.ana, view })
  const hash = first.view?.hash ?? ''
  expect(await codeOf(views.publish({ user_id: people.ana, view, hash }))).toBeUndefined()
  expect(await codeOf(views.publish({ user_id: people.ana, view, hash }))).toBe('hash_conflict')
  const view_id = first.view?.id ?? ''
  expect(await codeOf(views.update({ view_id, view, hash }))).toBe('hash_conflict')
  expect(await codeOf(views.update({ view_id: 'V0', view }))).toBe('not_found')
})

test('what is filled in survives an update under the same ids, and nowhere else', async () => {
  await using slack = await aSlack()
  await using _bot = await acknowledging(slack)
  const { views } = clientFor(slack)
  const text = (action_id: string, initial_value?: string) => ({
    type: 'plain_text_input',
    action_id,
    ...(initial_value === undefined ? {} : { initial_value }),
  })
  const choice = input('kpi', {
    type: 'static_select',
    action_id: 'kpi',
    options: ['mrr', 'nps'].map((value) => ({ text: { type: 'plain_text', text: value }, value })),
  })
  const opened = await views.open({
    trigger_id: await typedBy(slack),
    view: modal(
      input('title', text('v')),
      input('why', text('v', 'because')),
      choice,
      input('due', { type: 'datepicker' }),
    ),
  })
  const view_id = opened.view?.id ?? ''
  const fill = (block_id: string, action_id: string, state: object) =>
    slack.ui('fill', { user: people.ana, view_id, block_id, action_id, state: { ...state } })
  await fill('title', 'v', { value: 'Close 20 deals' })
  await fill('kpi', 'kpi', { selected_option: { value: 'nps' } })

  const before = slack.modalsOf('ana')[0]
  expect(Object.keys(before?.state.values.due ?? {})).toHaveLength(1)
  expect(Object.values(before?.state.values.due ?? {})).toEqual([{ type: 'datepicker', selected_date: null }])

  await views.update({
    view_id,
    view: modal(input('title', text('v', 'new')), input('why', text('v2', 'so')), choice),
  })
  expect(slack.modalsOf('ana')[0]?.state.values).toEqual({
    title: { v: { type: 'plain_text_input', value: 'Close 20 deals' } },
    why: { v2: { type: 'plain_text_input', value: 'so' } },
    kpi: {
      kpi: {
        type: 'static_select',
        selected_option: { text: { type: 'plain_text', text: 'nps' }, value: 'nps' },
      },
    },
  })
})

test('lists that are empty are [], not null', async () => {
  await using slack = await aSlack()
  await clientFor(slack).views.publish({
    user_id: people.ana,
    view: { type: 'home', blocks: [input('who', { type: 'multi_users_select', action_id: 'who' })] },
  })
  expect(slack.homeOf('ana')?.state.values.who?.who).toEqual({
    type: 'multi_users_select',
    selected_users: [],
  })
})

test.each([
  [{ response_action: 'errors', errors: { nowhere: 'x' } }, '"nowhere" is no input block'],
  [{ response_action: 'update', view: { type: 'modal', blocks: [] } }, 'invalid_arguments'],
  [{ response_action: 'explode' }, 'no response_action'],
])('a submission answered with %j breaks visibly', async (answer, why) => {
  await using slack = await aSlack()
  await using _bot = await socketBot(slack, (app) => {
    app.command('/goal', async ({ ack }) => ack())
    app.view('form', async ({ ack }) => ack(answer as never))
  })
  const trigger_id = await typedBy(slack)
  const opened = await clientFor(slack).views.open({
    trigger_id,
    view: modal({ ...input('title'), optional: true }),
  })
  const submitted = await slack.ui('submit', { user: people.ana, view_id: opened.view?.id ?? '' })
  expect(submitted).toEqual({ ok: false, error: 'invalid_response' })
  expect(slack.notices(people.ana).at(-1)).toContain(why)
  expect(slack.modalsOf('ana')).toHaveLength(1)
})

test('closing tells the bot only of views that asked for it', async () => {
  await using slack = await aSlack()
  const closed: unknown[] = []
  await using _bot = await socketBot(slack, (app) => {
    app.command('/goal', async ({ ack }) => ack())
    app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, body }) => {
      closed.push('is_cleared' in body && body.is_cleared)
      await ack()
    })
  })
  for (const notify_on_close of [false, true]) {
    const view = { ...modal(input('a')), notify_on_close }
    const opened = await clientFor(slack).views.open({ trigger_id: await typedBy(slack), view })
    await slack.ui('close', { user: people.ana, view_id: opened.view?.id ?? '' })
  }
  expect(closed).toEqual([false])
  expect(slack.modalsOf('ana')).toEqual([])
})
