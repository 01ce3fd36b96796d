import { ref, watchEffect, type Ref } from 'vue'
import { createI18n } from 'vue-i18n'
import { store, stored } from './storage'

export type Locale = 'zh-CN' | 'en'
export type Messages = { [key: string]: string | Messages }

function firstLocale(): Locale {
  const chosen = stored('crm.locale')
  if (chosen === 'zh-CN' || chosen === 'en') return chosen
  return navigator.language.startsWith('zh') ? 'zh-CN' : 'en'
}

function firstDark(): boolean {
  const chosen = stored('crm.dark')
  return chosen === null ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === '1'
}

/** The language of the pages, and of what the server answers. */
export const locale = ref<Locale>(firstLocale())

/** Whether the dark theme is shown. */
export const dark = ref(firstDark())

export const i18n = createI18n({
  legacy: false,
  locale: locale.value,
  fallbackLocale: 'en',
  messages: { en: {}, 'zh-CN': {} } as Record<string, Messages>,
  missingWarn: false,
  fallbackWarn: false
})

watchEffect(() => {
  const current = i18n.global.locale as unknown as Ref<string>
  current.value = locale.value
  document.documentElement.lang = locale.value
  store('crm.locale', locale.value)
})

watchEffect(() => {
  document.documentElement.classList.toggle('dark', dark.value)
  store('crm.dark', dark.value ? '1' : '0')
})

/** Adds a module's messages under its id: `t('customer.title')`. */
export function addMessages(id: string, messages: Record<Locale, Messages>) {
  for (const language of Object.keys(messages) as Locale[]) {
    i18n.global.mergeLocaleMessage(language, { [id]: messages[language] })
  }
}
