export const helpMessages = {
  'guide.title': () => 'What you can do',
  'help.new': () => 'set a new goal',
  'help.list': () => 'see your goals, soonest due first',
  'help.show': () => 'see one goal with its path, values and changes',
  'help.checkin': () => 'answer for your goals at any time',
  'help.edit': () => 'change a goal',
  'help.close': () => 'close a goal as reached or retired',
  'help.leaderboard': () => 'see how the team keeps to its plans',
  'help.why': () => 'see why you were asked, or not, in the last four weeks',
  'help.rehearse': () => 'see what will be asked in the next four weeks, without sending anything',
  'help.setup': () => 'choose the team’s leads, days and times',
  'help.me': () => 'choose your language, time zone and what stays quiet',
  'help.help': () => 'see this list',
  'usage.sentence': () => '[what you want to reach]',
  'usage.person': () => '[@person]',
  'guide.replies': () => 'In the direct messages with Goalpost plain words work too:',
  'guide.reply-words': () =>
    '32%, +3, 12/20, no change, done, blocked by legal, on track, at risk, undo, why',
  'guide.board': () => 'The leaderboard prints names and mentions nobody.',
  'unknown.nearest': ({ typed, nearest }: { typed: string; nearest: string }) =>
    `“${typed}” is not a command. Did you mean ${nearest}?`,
  'unknown.bare': ({ typed }: { typed: string }) => `“${typed}” is not a command.`,
  'unknown.help': ({ help }: { help: string }) => `${help} lists everything.`,
  'trouble.fault': ({ reference }: { reference: string }) =>
    `Something went wrong on our side, and what you did may not be saved. Please try again; if it happens again, give this reference to whoever runs Goalpost: ${reference}`,
  'trouble.no-space': ({ reference }: { reference: string }) =>
    `The disk where Goalpost keeps its data is full, so nothing of this was saved. Whoever runs Goalpost has to make space; then please try again. Reference: ${reference}`,
  'trouble.too-late': () => 'Slack’s three seconds for opening a window were over. Please try once more.',
}
