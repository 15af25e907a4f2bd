import { App, HTTPReceiver } from '@slack/bolt'

/** What Goalpost is measured against: Bolt that acknowledges a command and does nothing else. */
const receiver = new HTTPReceiver({ signingSecret: process.env['SLACK_SIGNING_SECRET'] ?? '' })
const app = new App({
  receiver,
  token: 'xoxb-bench',
  botId: 'B1',
  botUserId: 'U1',
  tokenVerificationEnabled: false,
  convoStore: false,
})
app.command('/goal', async ({ ack }) => ack('done'))
await receiver.start(Number(process.env['PORT']))
console.log(JSON.stringify({ msg: 'ready' }))
