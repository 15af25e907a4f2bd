import type { Slack } from './slack.ts'

/** Slack escapes these three in everything people type, and nothing else. */
export function escaped(typed: string): string {
  return typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const MENTION = /(^|[\s(,;])([@#])([\p{L}\p{N}][\p{L}\p{N}._-]*)/gu
const ADDRESS = /https?:\/\/[^\s|]+/g

type Link = (id: string, name: string) => string

/** A message's text as the bot gets it: `<@U…>`, `<#C…>` and `<https://…>` in place of what was typed. */
export function messageText(slack: Slack, typed: string): string {
  const linked = escaped(typed).replace(ADDRESS, (address) => `<${address}>`)
  return mentioning(
    slack,
    linked,
    (id) => `<@${id}>`,
    (id) => `<#${id}|>`,
  )
}

/** A command's text under `should_escape: true`: the name stands beside the id. */
export function commandText(slack: Slack, typed: string): string {
  return mentioning(
    slack,
    escaped(typed),
    (id, name) => `<@${id}|${name}>`,
    (id, name) => `<#${id}|${name}>`,
  )
}

function mentioning(slack: Slack, text: string, person: Link, channel: Link): string {
  return text.replace(MENTION, (whole, before: string, sign: string, typed: string) => {
    // A full stop behind a name ends the sentence.
    const name = typed.replace(/[._-]+$/, '')
    const rest = typed.slice(name.length)
    const found = sign === '@' ? userNamed(slack, name) : channelNamed(slack, name)
    if (found === undefined) return whole
    return `${before}${(sign === '@' ? person : channel)(found.id, found.name)}${rest}`
  })
}

export function userNamed({ state }: Slack, name: string) {
  return [...state.users.values()].find((user) => user.name === name.toLowerCase())
}

export function channelNamed({ state }: Slack, name: string) {
  return [...state.channels.values()].find(
    (channel) => channel.kind !== 'im' && channel.name === name.toLowerCase(),
  )
}
