import vue from 'eslint-plugin-vue'
import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'

const layoutIsTheAuthors = Object.fromEntries(
  [
    'max-attributes-per-line',
    'singleline-html-element-content-newline',
    'multiline-html-element-content-newline',
    'html-self-closing',
    'html-indent',
    'html-closing-bracket-newline',
    'first-attribute-linebreak',
    'one-component-per-file',
    'multi-word-component-names'
  ].map(rule => ['vue/' + rule, 'off'])
)

export default defineConfigWithVueTs(
  { ignores: ['**/target/**', 'node_modules/**', '**/src/main/static/**'] },
  vue.configs['flat/recommended'],
  vueTsConfigs.recommended,
  {
    rules: {
      ...layoutIsTheAuthors,
      // The Content-Security-Policy forbids inline styles and evaluated code.
      'vue/no-v-html': 'error',
      'vue/no-static-inline-styles': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-implied-eval': 'error'
    }
  },
  {
    files: ['**/src/main/ui/**'],
    ignores: ['platform/ui/shell/src/main/ui/lib/**', 'platform/ui/shell/src/main/ui/kit/CrmChart.vue'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['element-plus', 'element-plus/*', 'echarts', 'echarts/*'],
              message: 'Use @crm/element or @crm/charts: a direct import would be bundled a second time.'
            }
          ]
        }
      ]
    }
  }
)
