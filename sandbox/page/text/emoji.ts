/** Slack's short names for the emoji people use at work; an unknown one is shown as typed. */
const table = `
+1 👍|thumbsup 👍|-1 👎|thumbsdown 👎|100 💯|1st_place_medal 🥇|2nd_place_medal 🥈|3rd_place_medal 🥉|alarm_clock ⏰
arrow_down ⬇️|arrow_left ⬅️|arrow_lower_right ↘️|arrow_right ➡️|arrow_up ⬆️|arrow_upper_right ↗️|arrows_counterclockwise 🔄
backhand_index_pointing_right 👉|ballot_box_with_check ☑️|bar_chart 📊|beers 🍻|bell 🔔|black_circle ⚫|black_square ▪️
black_large_square ⬛|large_blue_circle 🔵|blue_heart 💙|blush 😊|book 📖|bookmark 🔖|boom 💥|briefcase 💼|bug 🐛|bulb 💡
bust_in_silhouette 👤|busts_in_silhouette 👥|cake 🍰|calendar 📆|checkered_flag 🏁|chart_with_downwards_trend 📉
chart_with_upwards_trend 📈|clap 👏|clipboard 📋|clock9 🕘|coffee ☕️|confetti_ball 🎊|cry 😢|crown 👑|crystal_ball 🔮|dart 🎯
date 📅|deciduous_tree 🌳|desktop_computer 🖥️|dizzy 💫|eyes 👀|exclamation ❗|face_with_thermometer 🤒|fire 🔥|fireworks 🎆
first_place_medal 🥇|flag-de 🇩🇪|flag-tw 🇹🇼|flag-us 🇺🇸|gear ⚙️|gem 💎|ghost 👻|gift 🎁|goal_net 🥅|green_heart 💚|grey_question ❔
green_circle 🟢|grinning 😀|handshake 🤝|hammer_and_wrench 🛠️|heart ❤️|heavy_check_mark ✔️|heavy_minus_sign ➖|heavy_plus_sign ➕
hourglass ⌛|hourglass_flowing_sand ⏳|house 🏠|information_source ℹ️|joy 😂|key 🔑|keycap_star *️⃣|large_green_circle 🟢
large_green_square 🟩|large_orange_circle 🟠|large_orange_square 🟧|large_purple_circle 🟣|large_red_square 🟥|large_yellow_circle 🟡
large_yellow_square 🟨|laughing 😆|link 🔗|lock 🔒|loudspeaker 📢|mag 🔍|mailbox 📫|medal 🏅|sports_medal 🏅|mega 📣|memo 📝|moneybag 💰
moon 🌙|mountain ⛰️|muscle 💪|mute 🔇|new 🆕|no_bell 🔕|no_entry ⛔|no_entry_sign 🚫|office 🏢|ok ✅|ok_hand 👌|one 1️⃣|two 2️⃣|three 3️⃣
orange_circle 🟠|orange_heart 🧡|package 📦|palm_tree 🌴|paperclip 📎|party_popper 🎉|partying_face 🥳|pencil ✏️|pencil2 ✏️|phone ☎️
point_down 👇|point_left 👈|point_right 👉|point_up ☝️|pray 🙏|purple_heart 💜|pushpin 📌|question ❓|rainbow 🌈|raised_hands 🙌
red_circle 🔴|repeat 🔁|rocket 🚀|rotating_light 🚨|round_pushpin 📍|runner 🏃|second_place_medal 🥈|seedling 🌱|see_no_evil 🙈
shrug 🤷|slightly_frowning_face 🙁|slightly_smiling_face 🙂|small_blue_diamond 🔹|small_orange_diamond 🔸|small_red_triangle 🔺
small_red_triangle_down 🔻|smile 😄|smiley 😃|snail 🐌|snowflake ❄️|sob 😭|soccer ⚽|sparkles ✨|speech_balloon 💬|spiral_calendar_pad 🗓️
star ⭐|star2 🌟|stopwatch ⏱️|sun_with_face 🌞|sunglasses 😎|sunny ☀️|sweat_smile 😅|tada 🎉|telescope 🔭|thinking_face 🤔
third_place_medal 🥉|thread 🧵|timer_clock ⏲️|top 🔝|trophy 🏆|turtle 🐢|umbrella ☔|unlock 🔓|v ✌️|warning ⚠️|wastebasket 🗑️|wave 👋
white_check_mark ✅|white_circle ⚪|white_large_square ⬜|white_medium_square ◻️|wink 😉|wrench 🔧|x ❌|yellow_heart 💛|zap ⚡|zzz 💤
`

const emoji: ReadonlyMap<string, string> = new Map(
  table
    .split(/[|\n]/)
    .map((entry) => entry.split(' '))
    .flatMap(([name, sign]) => (name && sign ? [[name, sign] as const] : [])),
)

/** Puts signs in the place of `:short_names:` it knows; skin tones are dropped. */
export function withEmoji(text: string): string {
  return text
    .replace(/:skin-tone-\d:/g, '')
    .replace(/:([a-z0-9_+-]+):/g, (whole, name: string) => emoji.get(name) ?? whole)
}

export const emojiNamed = (name: string): string => emoji.get(name) ?? `:${name}:`
