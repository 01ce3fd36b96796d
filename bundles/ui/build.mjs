// Builds the pages; called from Maven, does nothing when the sources are unchanged.
//   node ui/build.mjs install                 fetches the packages of package-lock.json
//   node ui/build.mjs shell  <dir> shell      builds the shell into <dir>/target/classes/web
//   node ui/build.mjs module <dir> <id>       builds a module's pages into <dir>/target/classes/web
//   node ui/build.mjs check                   types, lint and component tests of all pages
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { hashOf, isUpToDate, writeStamp } from './stamp.mjs'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const packages = ['package.json', 'package-lock.json', '.npmrc'].map(name => join(root, name))
const windows = process.platform === 'win32'
const [step, dir = '.', id] = process.argv.slice(2)

function fail(message) {
  console.error('[ui] ' + message)
  process.exit(1)
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    fail(`Node ${process.versions.node} is too old for the pages: Node 20.19 or newer is needed.`)
  }
}

function install() {
  const stamp = join(root, 'node_modules/.crm-stamp')
  const hash = hashOf(root, packages)
  if (isUpToDate(stamp, hash)) return
  console.log('[ui] npm ci')
  const npm = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: windows
  })
  if (npm.error)
    fail(`npm could not be started (${npm.error.message}). Install npm, or leave the pages out: mvn -Dui.skip=true`)
  if (npm.status !== 0) fail(`npm ci failed with exit code ${npm.status}`)
  writeStamp(stamp, hash)
}

async function build() {
  if (!existsSync(join(root, 'node_modules/vite'))) {
    fail(`node_modules is missing: run "mvn -N initialize" in ${root} first`)
  }
  const base = resolve(dir)
  const stamp = join(base, 'target/ui.sha256')
  const sources = ['src/main/ui', 'src/main/static'].map(name => join(base, name))
  const hash = hashOf(root, [...packages, join(root, 'ui'), ...sources])
  const web = join(base, 'target/classes/web')
  if (isUpToDate(stamp, hash) && existsSync(web)) {
    console.log(`[ui] ${id}: up to date`)
    return
  }
  const started = Date.now()
  const vite = await import('vite')
  const { shellConfig, moduleConfig } = await import('./vite-config.mjs')
  const { noticeOf, shippedPackages } = await import('./notice.mjs')
  const { firstLoad, LIMITS } = await import('./size.mjs')
  const config = step === 'shell' ? shellConfig(base) : moduleConfig(base, id)
  const shipped = shippedPackages()
  config.plugins.push(shipped.plugin)
  await vite.build(config)
  writeFileSync(join(web, 'THIRD-PARTY-UI.txt'), noticeOf(root, shipped.names()))
  const bytes = firstLoad(web)
  const size = `${Math.round(bytes / 1024)} KB gzipped`
  if (bytes > LIMITS[step]) fail(`${id}: the first load takes ${size}, more than ${LIMITS[step] / 1024} KB`)
  writeStamp(stamp, hash)
  console.log(`[ui] ${id}: first load ${size}, built in ${Date.now() - started} ms`)
}

function check() {
  const stamp = join(root, 'target/ui-check.sha256')
  const configs = ['tsconfig.json', 'eslint.config.js', 'vitest.config.ts', 'ui'].map(name => join(root, name))
  const hash = hashOf(root, [...packages, ...configs, ...sourceFolders()])
  if (isUpToDate(stamp, hash)) {
    console.log('[ui] checks: up to date')
    return
  }
  run('types', 'vue-tsc/bin/vue-tsc.js', '--noEmit')
  run('lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0')
  run('tests', 'vitest/vitest.mjs', 'run')
  writeStamp(stamp, hash)
}

/** Every folder of page sources: the shell's and each module's, found by their place in the house. */
function sourceFolders() {
  const modules = readdirSync(root, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => join(root, entry.name, 'web'))
  return [join(root, 'platform/ui/shell'), ...modules].flatMap(base => [
    join(base, 'src/main/ui'),
    join(base, 'src/test/ui')
  ])
}

function run(name, script, ...args) {
  const started = Date.now()
  const tool = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: 'inherit'
  })
  if (tool.status !== 0) fail(`${name}: failed`)
  console.log(`[ui] ${name}: passed in ${Date.now() - started} ms`)
}

requireNode()
if (step === 'install') install()
else if (step === 'check') check()
else if (step === 'shell' || step === 'module') await build()
else fail(`unknown step "${step}"`)
