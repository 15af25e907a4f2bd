import { accessSync } from 'node:fs'
import { chromium, type Page } from 'playwright-core'

/** Where a Chromium is on this machine; undefined when there is none, and browser tests are skipped. */
export function chromiumPath(): string | undefined {
  const named = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser']
  return named.find((path) => path !== undefined && isThere(path))
}

export const NO_CHROMIUM = 'no Chromium found: install one or set CHROMIUM_PATH to run the browser tests'

const switches = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface Window extends AsyncDisposable {
  readonly page: Page
  /** What went wrong inside the page: uncaught errors and errors in its console. */
  readonly faults: readonly string[]
}

/** A fresh window on `url`; closed with the test. */
export async function openPage(url: string, size = { width: 1280, height: 800 }): Promise<Window> {
  const executablePath = chromiumPath()
  if (executablePath === undefined) throw new Error(NO_CHROMIUM)
  const browser = await chromium.launch({ executablePath, args: switches })
  const page = await browser.newPage({ viewport: size, timezoneId: 'UTC', locale: 'en-GB' })
  page.setDefaultTimeout(5000)
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(fault.message))
  page.on('console', (line) => {
    if (line.type() === 'error') faults.push(line.text())
  })
  await page.goto(url)
  return { page, faults, [Symbol.asyncDispose]: () => browser.close() }
}

function isThere(path: string): boolean {
  try {
    accessSync(path)
    return true
  } catch {
    return false
  }
}
