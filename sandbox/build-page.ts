import { createHash } from 'node:crypto'
import { access, glob, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { build, version } from 'vite'

const source = join(import.meta.dirname, 'page')
const cache = join(import.meta.dirname, '../node_modules/.cache/goalpost-page')

/** The folder with the built page (index.html and assets/); built only when its sources have changed. */
export async function buildPage(): Promise<string> {
  const folder = join(cache, await sourceHash())
  if (await exists(folder)) return folder
  // Two processes may build at once: each into its own folder, and the first to finish names it.
  const own = `${folder}-${process.pid}`
  await build({
    root: source,
    configFile: false,
    logLevel: 'warn',
    base: './',
    // Under a test runner NODE_ENV says `test`; the page is the same one there as everywhere.
    define: { 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    build: { outDir: own, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  })
  await rename(own, folder).catch(() => rm(own, { recursive: true, force: true }))
  return folder
}

/** Changes with every source file, the contract with the server and the libraries the page is made of. */
async function sourceHash(): Promise<string> {
  const hash = createHash('sha256').update(version)
  const packages = ['react', 'react-dom', 'slack-blocks-to-jsx'].map(packageFile)
  const files = await Array.fromAsync(glob('**/*.{ts,tsx,css,html}', { cwd: source }))
  const sources = files.toSorted().map((file) => join(source, file))
  for (const file of [import.meta.filename, ...sources, ...packages]) {
    hash.update(file.slice(source.length)).update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 16)
}

const require = createRequire(import.meta.url)

/** A package's main file stands for its version: not every package lets its package.json be read. */
const packageFile = (name: string): string => require.resolve(name)

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )
