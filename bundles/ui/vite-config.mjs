// The one place that knows which packages are shared, and under which URL the shell serves them.
import { existsSync, readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'

const BASE = '/crm/ui/'
const SHARED = {
  vue: 'lib/vue.js',
  'vue-router': 'lib/vue-router.js',
  'vue-i18n': 'lib/vue-i18n.js',
  '@crm/element': 'lib/element.js',
  '@crm/charts': 'lib/charts.js',
  '@crm/records': 'lib/records.js',
  '@crm/shell': 'lib/crm.js'
}
// Packages that a page reaches through the facades above only.
const BEHIND_A_FACADE = /^(element-plus|echarts|zrender|@vue\/)/

const define = {
  'process.env.NODE_ENV': '"production"',
  __VUE_OPTIONS_API__: 'true', // Element Plus has components written that way
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
  __VUE_I18N_FULL_INSTALL__: 'false',
  __VUE_I18N_LEGACY_API__: 'false',
  __INTLIFY_PROD_DEVTOOLS__: 'false',
  __INTLIFY_JIT_COMPILATION__: 'true', // compiles messages without new Function, which the policy forbids
  __INTLIFY_DROP_MESSAGE_COMPILER__: 'false'
}

/** Turns imports of shared packages into the shell's absolute URLs: one copy of each, and no import map. */
function shared({ libDir, strict }) {
  return {
    name: 'crm-shared',
    enforce: 'pre',
    resolveId(source, importer) {
      const path = SHARED[source]
      if (path) {
        const own = libDir && importer === resolve(libDir, path.slice(4).replace(/\.js$/, '.ts'))
        return own ? null : { id: BASE + path, external: 'absolute' }
      }
      if (strict && BEHIND_A_FACADE.test(source) && importer && !importer.includes('node_modules')) {
        this.error(`${importer} imports "${source}": use vue, @crm/element or @crm/charts`)
      }
      return null
    }
  }
}

function common(dir, plugin) {
  return {
    configFile: false,
    root: dir,
    logLevel: 'warn',
    publicDir: false,
    define,
    plugins: [plugin, vue({ features: { prodDevtools: false }, template: { transformAssetUrls: false } })]
  }
}

function output(dir, input, styleSheets) {
  return {
    outDir: resolve(dir, 'target/classes/web'),
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    modulePreload: false,
    cssCodeSplit: styleSheets.split,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1000,
    assetsInlineLimit: 0,
    rollupOptions: {
      input,
      preserveEntrySignatures: 'exports-only',
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'c/[name]-[hash].js',
        assetFileNames: asset => styleSheets.nameOf(asset.names?.[0]) ?? 'c/[name]-[hash][extname]'
      }
    }
  }
}

/** The shell: its application, and one entry per shared library. */
export function shellConfig(dir) {
  const source = resolve(dir, 'src/main/ui')
  const libDir = resolve(source, 'lib')
  const input = { app: resolve(source, 'app/main.ts') }
  // index.html names the style sheets of the entries, so those keep their names.
  const sheets = new Set(['app.css', ...readdirSync(libDir).map(file => file.replace(/\.ts$/, '.css'))])
  for (const file of readdirSync(libDir)) input['lib/' + file.replace(/\.ts$/, '')] = resolve(libDir, file)
  return {
    ...common(dir, shared({ libDir })),
    base: BASE,
    publicDir: resolve(dir, 'src/main/static'),
    build: output(dir, input, { split: true, nameOf: name => (sheets.has(name) ? name : undefined) })
  }
}

/** A module's pages: one entry; everything shared stays with the shell. */
export function moduleConfig(dir, id) {
  const entry = resolve(dir, 'src/main/ui/index.ts')
  if (!existsSync(entry)) throw new Error(`${entry} is missing`)
  return {
    ...common(dir, shared({ strict: true })),
    base: `${BASE}m/${id}/`,
    // One style sheet: cards are shown before any page of the module is, and a sheet per chunk would come too late.
    build: output(
      dir,
      { index: entry },
      { split: false, nameOf: name => (name === 'style.css' ? 'index.css' : undefined) }
    )
  }
}
