import { resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

const lib = (name: string) => resolve(import.meta.dirname, 'platform/ui/shell/src/main/ui/lib', name)

export default defineConfig({
  plugins: [vue({ template: { transformAssetUrls: false } })],
  resolve: {
    alias: {
      '@crm/shell': lib('crm.ts'),
      '@crm/element': lib('element.ts'),
      '@crm/charts': lib('charts.ts'),
      '@crm/records': lib('records.ts'),
      '@crm/testing': resolve(import.meta.dirname, 'platform/ui/shell/src/test/ui/testing.ts')
    }
  },
  test: {
    environment: 'happy-dom',
    include: ['platform/ui/shell/src/test/ui/**/*.test.ts', '*/web/src/test/ui/**/*.test.ts'],
    css: false,
    testTimeout: 30_000,
    // Element Plus is read once per worker, not once per file: that is most of the time the tests take.
    isolate: false,
    maxWorkers: 2,
    server: { deps: { inline: ['element-plus'] } }
  }
})
