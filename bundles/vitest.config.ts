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
      '@crm/testing': resolve(import.meta.dirname, 'platform/ui/shell/src/test/ui/testing.ts')
    }
  },
  test: {
    environment: 'happy-dom',
    include: ['platform/ui/shell/src/test/ui/**/*.test.ts', '*/web/src/test/ui/**/*.test.ts'],
    css: false,
    server: { deps: { inline: ['element-plus'] } }
  }
})
