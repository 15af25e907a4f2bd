import type { App } from '@slack/bolt'
import { describe, expect, test } from 'vitest'
import type { LocalSlack } from '../../sandbox/server.ts'
import { channels, people } from '../../sandbox/world.ts'
import { aSlack, button, httpBot, input, modal, socketBot } from './bots.ts'

/** What a bot does is the same whichever way it is reached. */
describe.each([
  ['Socket Mode', socketBot],
  ['two sockets', (slack: LocalSlack, setup: (app: App) => void) => socketBot(slack, setup, 2)],
  ['HTTP', httpBot],
])('over %s', (_, startBot) => {
  test('a command is answered with its acknowledgement, to the person alone', async () => {
    await using slack = await aSlack()
    await using _bot = await startBot(slack, (app) => {
      app.command('/goal', async ({ ack, command }) => ack(`${command.user_name} typed ${command.text}`))
    })
    const answer = await slack.ui('command', {
      user: people.ana,
      channel: channels.sales,
      text: '/goal list',
    })
    expect(answer).toEqual({ ok: true })
    expect(slack.messagesIn('sales')).toMatchObject([{ text: 'ana typed list', ephemeral_for: people.ana }])
    expect(slack.state(people.ben).messages).toEqual([])
  })

  test('names in a command arrive as ids, and markup as text', async () => {
    await using slack = await aSlack()
    const heard: string[] = []
    await using _bot = await startBot(slack, (app) => {
      app.command('/goal', async ({ ack, command }) => {
        heard.push(command.text)
        await ack()
      })
    })
    const text = '/goal new R&D <b> for @ben. in #sales'
    await slack.ui('command', { user: people.ana, channel: channels.sales, text })
    expect(heard).toEqual([`new R&amp;D &lt;b&gt; for <@${people.ben}|ben>. in <#${channels.sales}|sales>`])
  })

  test('a form is opened, filled, sent back with an error, mended and taken', async () => {
    await using slack = await aSlack()
    const taken: unknown[] = []
    await using _bot = await startBot(slack, (app) => {
      app.command('/goal', async ({ ack, client, command }) => {
        await ack()
        await client.views.open({ trigger_id: command.trigger_id, view: modal(input('title')) })
      })
      app.view('form', async ({ ack, view }) => {
        const title = view.state.values.title?.value?.value
        taken.push(title)
        if (title === 'bad') await ack({ response_action: 'errors', errors: { title: 'Not that' } })
        else await ack()
      })
    })
    await slack.ui('command', { user: people.ana, channel: channels.sales, text: '/goal new' })
    const [form] = await slack.until(() => slack.modalsOf('ana').length > 0 && slack.modalsOf('ana'))
    const view_id = form?.id ?? ''
    const fill = (value: string) =>
      slack.ui('fill', { user: people.ana, view_id, block_id: 'title', action_id: 'value', state: { value } })

    const submit = () => slack.ui('submit', { user: people.ana, view_id })
    expect(await submit()).toEqual({ ok: false, error: 'validation_errors' })
    await fill('bad')
    expect(await submit()).toEqual({ ok: false, error: 'validation_errors' })
    expect(slack.modalsOf('ana')[0]?.errors).toEqual({ title: 'Not that' })
    await fill('good')
    expect(await submit()).toEqual({ ok: true })
    expect(slack.modalsOf('ana')).toEqual([])
    expect(taken).toEqual(['bad', 'good'])
  })

  test('a message is heard, its button pressed, its answer replaced', async () => {
    await using slack = await aSlack()
    await using _bot = await startBot(slack, (app) => {
      app.message(async ({ message, say }) => {
        if (message.subtype === undefined) await say({ text: 'Sure?', blocks: [button('yes', 'G-1')] })
      })
      app.action('yes', async ({ ack, respond, action }) => {
        await ack()
        await respond({ replace_original: true, text: `Done with ${'value' in action ? action.value : ''}` })
      })
    })
    const dm = slack.state(people.chen).channels.find(({ kind }) => kind === 'im')?.id ?? ''
    await slack.ui('post', { user: people.chen, channel: dm, text: 'close it' })
    const asked = await slack.until(() => slack.dmWith('chen')[1])
    const at = { in: 'message', channel: dm, ts: asked.ts } as const
    await slack.ui('click', { user: people.chen, at, block_id: 'row', action_id: 'yes' })
    await slack.until(() => slack.dmWith('chen')[1]?.text === 'Done with G-1')
  })

  test('a search in a select is answered by the bot', async () => {
    await using slack = await aSlack()
    await using _bot = await startBot(slack, (app) => {
      app.command('/goal', async ({ ack, client, command }) => {
        await ack()
        const parent = input('parent', { type: 'external_select', action_id: 'parent', min_query_length: 0 })
        await client.views.open({ trigger_id: command.trigger_id, view: modal(parent) })
      })
      app.options('parent', async ({ ack, payload }) => {
        await ack({ options: [{ text: { type: 'plain_text', text: payload.value }, value: 'g' }] })
      })
    })
    await slack.ui('command', { user: people.eve, channel: channels.sales, text: '/goal new' })
    const [form] = await slack.until(() => slack.modalsOf('eve').length > 0 && slack.modalsOf('eve'))
    const found = await slack.ui('lookup', {
      user: people.eve,
      view_id: form?.id ?? '',
      block_id: 'parent',
      action_id: 'parent',
      typed: 'Re',
    })
    expect(found).toEqual({ ok: true, options: [{ text: { type: 'plain_text', text: 'Re' }, value: 'g' }] })
  })

  test('both shortcuts carry what they were used on', async () => {
    await using slack = await aSlack()
    const heard: unknown[] = []
    await using _bot = await startBot(slack, (app) => {
      app.shortcut('new-goal', async ({ ack, shortcut }) => {
        heard.push(shortcut.user.id)
        await ack()
      })
      app.shortcut({ callback_id: 'from-message', type: 'message_action' }, async ({ ack, shortcut }) => {
        heard.push(shortcut.message.text)
        await ack()
      })
    })
    const said = await slack.ui('post', { user: people.ben, channel: channels.sales, text: 'Win 20 <deals>' })
    await slack.ui('shortcut', { user: people.dee, callback_id: 'new-goal' })
    const ts = said.ok ? said.ts : undefined
    const on = { channel: channels.sales, ts: ts ?? '' }
    await slack.ui('shortcut', { user: people.dee, callback_id: 'from-message', ...on })
    expect(heard).toEqual([people.dee, 'Win 20 &lt;deals&gt;'])
  })

  test('Home is drawn when it is opened', async () => {
    await using slack = await aSlack()
    await using _bot = await startBot(slack, (app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({
          user_id: event.user,
          view: { type: 'home', blocks: [button('a', 'b')] },
        })
      })
    })
    await slack.ui('open_home', { user: people.farid })
    await slack.until(() => slack.homeOf('farid'))
    expect(slack.state(people.farid).home?.blocks).toHaveLength(1)
    expect(slack.state(people.ana).home).toBeNull()
  })

  test('an acknowledgement that does not come is an operation_timeout', async () => {
    await using slack = await aSlack({ limits: { ackMs: 30 } })
    await using _bot = await startBot(slack, (app) => app.command('/goal', async () => {}))
    const answer = await slack.ui('command', { user: people.ana, channel: channels.sales, text: '/goal' })
    expect(answer).toEqual({ ok: false, error: 'operation_timeout' })
    expect(slack.traffic.entries.at(-1)).toMatchObject({
      name: 'slash_commands',
      outcome: 'operation_timeout',
    })
  })
})

test('a command without a bot fails at once', async () => {
  await using slack = await aSlack()
  const answer = await slack.ui('command', { user: people.ana, channel: channels.sales, text: '/goal' })
  expect(answer).toEqual({ ok: false, error: 'dispatch_failed' })
})
